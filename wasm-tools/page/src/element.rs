//! The few things that the tools may do to the page. Each binding that a module uses is an import of it, so
//! this list is all of its power: it can read and change elements, and nothing else.

use alloc::string::String;

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// An element of the page.
    #[derive(Clone)]
    pub type Element;

    /// The first element below that a selector names.
    #[wasm_bindgen(method, js_name = querySelector)]
    pub fn find(this: &Element, selector: &str) -> Option<Element>;
    /// The value of an attribute.
    #[wasm_bindgen(method, js_name = getAttribute)]
    pub fn attribute(this: &Element, name: &str) -> Option<String>;
    /// Gives an attribute a value.
    #[wasm_bindgen(method, js_name = setAttribute)]
    pub fn set_attribute(this: &Element, name: &str, value: &str);
    /// Sets or takes away an attribute without a value.
    #[wasm_bindgen(method, js_name = toggleAttribute)]
    pub fn toggle_attribute(this: &Element, name: &str, on: bool);
    /// The value of a field.
    #[wasm_bindgen(method, getter)]
    pub fn value(this: &Element) -> String;
    /// Writes into a field.
    #[wasm_bindgen(method, setter)]
    pub fn set_value(this: &Element, value: &str);
    /// Chooses or clears a radio button or a checkbox.
    #[wasm_bindgen(method, setter)]
    pub fn set_checked(this: &Element, on: bool);
    /// The text that the element holds.
    #[wasm_bindgen(method, getter, js_name = textContent)]
    pub fn text(this: &Element) -> String;
    /// Puts plain text in place of what the element holds.
    #[wasm_bindgen(method, setter, js_name = textContent)]
    pub fn set_text(this: &Element, text: &str);
    /// Moves the focus here.
    #[wasm_bindgen(method)]
    pub fn focus(this: &Element);
    /// Brings the element into view.
    #[wasm_bindgen(method, js_name = scrollIntoView)]
    pub fn scroll_into_view(this: &Element);
    /// Empties a form.
    #[wasm_bindgen(method)]
    pub fn reset(this: &Element);
    /// Takes the element out of the page.
    #[wasm_bindgen(method)]
    pub fn remove(this: &Element);
    /// Adds an element at the end.
    #[wasm_bindgen(method)]
    pub fn append(this: &Element, child: &Element);
    /// The first element inside a `<template>`.
    #[wasm_bindgen(method, getter)]
    fn content(this: &Element) -> Element;
    #[wasm_bindgen(method, js_name = cloneNode)]
    fn clone_node(this: &Element, deep: bool) -> Element;
}

impl Element {
    /// What a `<template>` holds, itself: once it stands in the page, the template is empty.
    pub fn only_content(&self) -> Option<Element> {
        self.content().find("*")
    }

    /// A copy of what a `<template>` holds.
    pub fn copy_of_content(&self) -> Element {
        self.content().clone_node(true)
    }

    /// Shows or hides the element.
    pub fn show(&self, on: bool) {
        self.toggle_attribute("hidden", !on);
    }
}
