//! A person at a self-check: opens it, answers by pointer or by keyboard, asks for the result, reads it.

use browser::{Page, Server};
use serde_json::{Value, json};

use crate::chromium;

/// The button that asks for the result.
pub(crate) const RESULT: &str = "button[data-action=result]";

/// A self-check that is open in a page.
pub(crate) struct Person {
    pub(crate) page: Page<'static>,
    tool: String,
}

/// What stands in the result.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) value: String,
    pub(crate) band: String,
}

impl Shown {
    pub(crate) fn new(value: u32, band: &str) -> Self {
        Self { value: value.to_string(), band: band.to_owned() }
    }
}

impl Person {
    /// Opens the tool's own page and waits until its WASM has taken over.
    #[track_caller]
    pub(crate) fn opens(server: &Server, tool: &str) -> Self {
        let person = Self { page: chromium().page(), tool: tool.to_owned() };
        person.goes_to(&server.url(&format!("/tools/{tool}/")));
        person
    }

    /// Uses the tool on a page that is open already.
    pub(crate) fn uses(page: Page<'static>, tool: &str) -> Self {
        Self { page, tool: tool.to_owned() }
    }

    #[track_caller]
    pub(crate) fn goes_to(&self, url: &str) {
        self.page.goto(url);
        self.is_ready();
    }

    #[track_caller]
    pub(crate) fn is_ready(&self) {
        self.page.wait_for(&format!("document.querySelector('{}')?.dataset.state === 'ready'", self.root()));
    }

    /// The selector of the tool, or of something in it.
    pub(crate) fn within(&self, inner: &str) -> String {
        inner.split(',').map(|part| format!("{} {}", self.root(), part.trim())).collect::<Vec<_>>().join(", ")
    }

    fn root(&self) -> String {
        format!("section[data-tool=\"{}\"]", self.tool)
    }

    /// Chooses an answer with the pointer.
    #[track_caller]
    pub(crate) fn answers(&self, item: &str, value: &str) {
        let input = format!("[data-item=\"{item}\"] input[name=\"{item}\"][value=\"{value}\"]");
        self.page.click(&self.within(&format!("label:has({input}), {input} + label, {input}")));
        let checked = format!("document.querySelector('{}').checked", self.within(&input));
        assert!(self.page.is(&checked), "{item} did not take the answer {value}");
    }

    /// Chooses answers to `q1`, `q2`, … with the pointer.
    #[track_caller]
    pub(crate) fn answers_all(&self, values: &[u32]) {
        for (index, value) in values.iter().enumerate() {
            self.answers(&format!("q{}", index + 1), &value.to_string());
        }
    }

    /// Presses Tab until the focus is on something for which the expression about `it` holds.
    #[track_caller]
    pub(crate) fn tabs_to(&self, condition: &str) {
        for _ in 0..200 {
            self.page.press("Tab");
            if self.page.focused(condition) == Value::Bool(true) {
                return;
            }
        }
        panic!("Tab never reaches what has {condition}");
    }

    /// With the focus in a group that has no answer yet, chooses the option at this place, by keys.
    #[track_caller]
    pub(crate) fn chooses_by_key(&self, place: u32) {
        if place == 0 {
            self.page.press("Space");
        } else {
            self.page.press_times("ArrowDown", usize::try_from(place).unwrap());
        }
    }

    /// Asks for the result with the pointer.
    #[track_caller]
    pub(crate) fn asks_for_result(&self) {
        self.page.click(&self.within(RESULT));
    }

    /// Waits for the result and reads the main score.
    #[track_caller]
    pub(crate) fn reads(&self) -> Shown {
        let score = self.within("[data-result] [data-score=\"total\"][data-value][data-band]");
        self.page.wait_for(&format!("document.querySelector({})", json!(score)));
        let data = self.page.eval(&format!("({{...document.querySelector({}).dataset}})", json!(score)));
        let text = |name: &str| data[name].as_str().unwrap().to_owned();
        Shown { value: text("value"), band: text("band") }
    }

    /// Whether any result stands in the page.
    #[track_caller]
    pub(crate) fn has_result(&self) -> bool {
        self.page.count("[data-result]") > 0
    }
}
