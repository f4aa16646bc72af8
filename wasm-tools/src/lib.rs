//! The tools in the reader's browser: WebAssembly that takes over the form which the generator has made.
//!
//! Every word is already in the page, so nothing here knows a language. `boot.js` starts this module and
//! hands it events; the functions below are all that it may call. What this module may call in its turn is
//! kept in `imports.allow` and checked at each build.

mod dom;
mod questionnaire;

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

use dom::Element;
use questionnaire::Questionnaire;

thread_local! {
    /// The tools of this page, in the order in which they were opened.
    static TOOLS: RefCell<Vec<Questionnaire>> = const { RefCell::new(Vec::new()) };
}

/// Takes over a tool's section. Returns its handle, or -1 if its definition cannot be read; then the section
/// stays as it is, and works without scripts.
#[wasm_bindgen]
pub fn take_over(section: Element, definition: &[u8]) -> i32 {
    let Ok(tool) = Questionnaire::open(section, definition) else { return -1 };
    TOOLS.with_borrow_mut(|tools| {
        tools.push(tool);
        i32::try_from(tools.len() - 1).unwrap_or(-1)
    })
}

/// Reads the answers again after one has changed, or after the browser has brought the page back.
#[wasm_bindgen]
pub fn changed(handle: u32) {
    with(handle, Questionnaire::refresh);
}

/// Carries out the action of a button or a link: `result`, `again` or `go` (to a question).
#[wasm_bindgen]
pub fn pressed(handle: u32, action: &str, item: &str) {
    with(handle, |tool| match action {
        "result" => tool.show_result(),
        "again" => tool.start_again(),
        "go" => tool.go_to(item),
        _ => {}
    });
}

fn with(handle: u32, act: impl FnOnce(&mut Questionnaire)) {
    TOOLS.with_borrow_mut(|tools| {
        if let Some(tool) = tools.get_mut(handle as usize) {
            act(tool);
        }
    });
}
