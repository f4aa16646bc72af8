//! Hands on the page: keys and the pointer, by real input events.

use std::path::Path;

use serde_json::{Value, json};

use crate::keys::{Key, modifier};
use crate::page::Page;

/// Brings an element into view and says where its centre is, and what lies on top there.
const CENTRE: &str = "(selector => {
    const element = document.querySelector(selector);
    if (!element) return {fault: 'there is no such element'};
    element.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
    const box = element.getClientRects()[0];
    if (!box || !box.width || !box.height) return {fault: 'it has no size, so it cannot be seen'};
    const x = box.x + box.width / 2, y = box.y + box.height / 2;
    const top = document.elementFromPoint(x, y);
    const label = top?.closest('label');
    const reached = top && (element.contains(top) || label?.control === element);
    return reached ? {x, y} : {fault: `it is covered by ${top?.outerHTML.slice(0, 120)}`};
})";

impl Page<'_> {
    /// Presses and releases a key: `Tab`, `Shift+Tab`, `ArrowDown`, `Space`, `Enter`, `Shift`, `a`…
    #[track_caller]
    pub fn press(&self, chord: &str) {
        let mut parts: Vec<&str> = if chord == "+" { vec!["+"] } else { chord.split('+').collect() };
        let key = Key::named(parts.pop().unwrap_or_default());
        let modifiers = parts.iter().fold(0, |bits, name| bits | modifier(name));
        self.call("Input.dispatchKeyEvent", &key.down(modifiers));
        self.call("Input.dispatchKeyEvent", &key.up(modifiers));
    }

    /// Presses the key this many times.
    #[track_caller]
    pub fn press_times(&self, chord: &str, times: usize) {
        for _ in 0..times {
            self.press(chord);
        }
    }

    /// Types the text, key by key, into whatever has the focus.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        for character in text.chars() {
            let key = Key::named(&character.to_string());
            self.call("Input.dispatchKeyEvent", &key.down(0));
            self.call("Input.dispatchKeyEvent", &key.up(0));
        }
    }

    /// Clicks the centre of the first element that matches, as a person would.
    ///
    /// # Panics
    /// If it is not there, cannot be seen, or something else lies over it.
    #[track_caller]
    pub fn click(&self, selector: &str) {
        let place = self.eval(&format!("{CENTRE}({})", json!(selector)));
        if let Some(fault) = place["fault"].as_str() {
            panic!("cannot click {selector}: {fault}");
        }
        let (x, y) = (&place["x"], &place["y"]);
        let mouse = |kind: &str, button: &str, count: u32| {
            let event = json!({"type": kind, "x": x, "y": y, "button": button, "clickCount": count});
            self.call("Input.dispatchMouseEvent", &event);
        };
        mouse("mouseMoved", "none", 0);
        mouse("mousePressed", "left", 1);
        mouse("mouseReleased", "left", 1);
    }

    /// Touches the centre of the first element that matches, as a finger would.
    ///
    /// # Panics
    /// As `click`.
    #[track_caller]
    pub fn tap(&self, selector: &str) {
        let place = self.eval(&format!("{CENTRE}({})", json!(selector)));
        if let Some(fault) = place["fault"].as_str() {
            panic!("cannot tap {selector}: {fault}");
        }
        let point = json!([{"x": place["x"], "y": place["y"]}]);
        self.call("Input.dispatchTouchEvent", &json!({"type": "touchStart", "touchPoints": point}));
        self.call("Input.dispatchTouchEvent", &json!({"type": "touchEnd", "touchPoints": []}));
    }

    /// Chooses a file in the field that matches first, as a person does in the dialog that it opens.
    #[track_caller]
    pub fn choose_file(&self, selector: &str, file: &Path) {
        let expression = format!("document.querySelector({})", json!(selector));
        let field = self.call("Runtime.evaluate", &json!({ "expression": expression }));
        let id = &field["result"]["objectId"];
        assert!(id.is_string(), "there is no field {selector}");
        self.call("DOM.setFileInputFiles", &json!({ "files": [file], "objectId": id }));
    }

    /// What has the focus: the value of the expression, in which it is called `it`.
    #[track_caller]
    pub fn focused(&self, expression: &str) -> Value {
        self.eval(&format!("(it => {expression})(document.activeElement ?? document.body)"))
    }
}
