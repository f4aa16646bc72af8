//! The few things that the tools may do to the page. Each binding is an import of the module, so this list
//! is all of its power: it can read and change elements, and nothing else.

use alloc::string::String;

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// An element of the page.
    #[derive(Clone)]
    pub type Element;

    #[wasm_bindgen(method, js_name = querySelector)]
    pub(crate) fn find(this: &Element, selector: &str) -> Option<Element>;
    #[wasm_bindgen(method, js_name = getAttribute)]
    pub(crate) fn attribute(this: &Element, name: &str) -> Option<String>;
    #[wasm_bindgen(method, js_name = setAttribute)]
    pub(crate) fn set_attribute(this: &Element, name: &str, value: &str);
    #[wasm_bindgen(method, js_name = toggleAttribute)]
    pub(crate) fn toggle_attribute(this: &Element, name: &str, on: bool);
    #[wasm_bindgen(method, getter)]
    pub(crate) fn value(this: &Element) -> String;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_checked(this: &Element, on: bool);
    #[wasm_bindgen(method, setter, js_name = textContent)]
    pub(crate) fn set_text(this: &Element, text: &str);
    #[wasm_bindgen(method)]
    pub(crate) fn focus(this: &Element);
    #[wasm_bindgen(method, js_name = scrollIntoView)]
    pub(crate) fn scroll_into_view(this: &Element);
    #[wasm_bindgen(method)]
    pub(crate) fn reset(this: &Element);
    #[wasm_bindgen(method)]
    pub(crate) fn remove(this: &Element);
    #[wasm_bindgen(method)]
    pub(crate) fn append(this: &Element, child: &Element);
    /// The first element inside a `<template>`.
    #[wasm_bindgen(method, getter)]
    fn content(this: &Element) -> Element;
    #[wasm_bindgen(method, js_name = cloneNode)]
    fn clone_node(this: &Element, deep: bool) -> Element;
}

impl Element {
    /// A copy of what a `<template>` holds.
    pub(crate) fn copy_of_content(&self) -> Element {
        self.content().clone_node(true)
    }

    pub(crate) fn show(&self, on: bool) {
        self.toggle_attribute("hidden", !on);
    }
}
