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
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_any_attribute(this: &Element, name: &str, value: &str);
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

    /// Gives an attribute a value: one that says or marks something. None that leads somewhere or runs something
    /// is ever set from a module, whatever text a reader's file may hold.
    pub fn set_attribute(&self, name: &str, value: &str) {
        if says_only(name) {
            self.set_any_attribute(name, value);
        }
    }

    /// Makes a link call or write to a telephone number. Any other address is refused.
    pub fn set_call(&self, address: &str) {
        if is_call(address) {
            self.set_any_attribute("href", address);
        }
    }

    /// Shows or hides the element.
    pub fn show(&self, on: bool) {
        self.toggle_attribute("hidden", !on);
    }
}

fn says_only(name: &str) -> bool {
    let leads =
        ["href", "src", "srcset", "srcdoc", "action", "formaction", "target", "ping", "style", "download"];
    !leads.contains(&name) && !name.starts_with("on") && !name.ends_with(":href")
}

/// `tel:` or `sms:`, then digits with at most a plus sign before them.
fn is_call(address: &str) -> bool {
    let Some(number) = address.strip_prefix("tel:").or(address.strip_prefix("sms:")) else { return false };
    let digits = number.strip_prefix('+').unwrap_or(number);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{is_call, says_only};

    #[test]
    fn a_link_can_only_call() {
        for address in ["tel:988", "tel:+15550100199", "sms:741741"] {
            assert!(is_call(address), "{address}");
        }
        for address in [
            "",
            "tel:",
            "tel:+",
            "https://example.org",
            "tel:988/../x",
            "sms:1?body=x",
            "javascript:1",
            "TEL:1",
        ] {
            assert!(!is_call(address), "{address}");
        }
    }

    #[test]
    fn no_attribute_leads_elsewhere() {
        for name in ["data-row", "aria-label", "name", "d", "role"] {
            assert!(says_only(name), "{name}");
        }
        for name in ["href", "xlink:href", "src", "onclick", "style", "formaction"] {
            assert!(!says_only(name), "{name}");
        }
    }
}
