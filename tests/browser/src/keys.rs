//! What Chromium wants to know about a key.

use serde_json::{Value, json};

/// A key as the DevTools protocol describes it.
pub(crate) struct Key {
    key: String,
    code: String,
    number: u32,
    /// What it types; nothing for a key that only moves.
    text: Option<String>,
}

impl Key {
    /// `Tab`, `ArrowDown`, `Space`, `Enter`, `Shift`, or one character.
    #[track_caller]
    pub(crate) fn named(name: &str) -> Self {
        let (key, code, number, text) = match name {
            "Tab" => ("Tab", "Tab", 9, None),
            "Enter" => ("Enter", "Enter", 13, Some("\r")),
            "Shift" => ("Shift", "ShiftLeft", 16, None),
            "Escape" => ("Escape", "Escape", 27, None),
            "Space" | " " => (" ", "Space", 32, Some(" ")),
            "PageUp" => ("PageUp", "PageUp", 33, None),
            "PageDown" => ("PageDown", "PageDown", 34, None),
            "End" => ("End", "End", 35, None),
            "Home" => ("Home", "Home", 36, None),
            "ArrowLeft" => ("ArrowLeft", "ArrowLeft", 37, None),
            "ArrowUp" => ("ArrowUp", "ArrowUp", 38, None),
            "ArrowRight" => ("ArrowRight", "ArrowRight", 39, None),
            "ArrowDown" => ("ArrowDown", "ArrowDown", 40, None),
            "Backspace" => ("Backspace", "Backspace", 8, None),
            "Delete" => ("Delete", "Delete", 46, None),
            _ => return Self::character(name),
        };
        Self { key: key.into(), code: code.into(), number, text: text.map(str::to_owned) }
    }

    #[track_caller]
    fn character(name: &str) -> Self {
        let mut characters = name.chars();
        let (Some(character), None) = (characters.next(), characters.next()) else {
            panic!("there is no key called {name:?}");
        };
        let upper = character.to_ascii_uppercase();
        let code = match upper {
            'A'..='Z' => format!("Key{upper}"),
            '0'..='9' => format!("Digit{upper}"),
            _ => String::new(),
        };
        let number = if code.is_empty() { 0 } else { u32::from(upper) };
        Self { key: name.into(), code, number, text: Some(name.into()) }
    }

    /// The event of pressing it. With Shift held, a letter is the capital.
    pub(crate) fn down(&self, modifiers: u32) -> Value {
        let mut event = self.event("rawKeyDown", modifiers);
        // With Control, Alt or Meta a key gives an order and types nothing.
        if let Some(text) = self.text.as_deref().filter(|_| modifiers & !SHIFT == 0) {
            let text = if modifiers & SHIFT == 0 { text.to_owned() } else { text.to_uppercase() };
            event["type"] = "keyDown".into();
            event["text"] = text.into();
        }
        event
    }

    /// The event of letting it go.
    pub(crate) fn up(&self, modifiers: u32) -> Value {
        self.event("keyUp", modifiers)
    }

    fn event(&self, kind: &str, modifiers: u32) -> Value {
        json!({
            "type": kind,
            "modifiers": modifiers,
            "key": self.key,
            "code": self.code,
            "windowsVirtualKeyCode": self.number,
            "nativeVirtualKeyCode": self.number,
        })
    }
}

const SHIFT: u32 = 8;

/// The bit of a modifier key.
#[track_caller]
pub(crate) fn modifier(name: &str) -> u32 {
    match name {
        "Alt" => 1,
        "Control" => 2,
        "Meta" => 4,
        "Shift" => SHIFT,
        _ => panic!("there is no modifier called {name:?}"),
    }
}
