//! A whole way through a tool by one kind of hand: by keyboard alone, or by touch on a small telephone.

use browser::{Media, Page, Server};
use serde_json::json;

use crate::chromium;
use crate::kept::Kept;
use crate::person::Person;

/// What a person uses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum By {
    /// Tab, Shift and Tab, arrows, Space and Enter.
    Keys,
    /// A finger on a telephone of 360 by 740 pixels.
    Touch,
}

/// A clock that a test can put forward, and what a press would print or hand to the downloads.
const AROUND: &str = "(() => {
    const Real = Date;
    let ahead = 0;
    window.ahead = days => { ahead += days * 86400000 };
    window.Date = class extends Real {
        constructor(...parts) { parts.length ? super(...parts) : super(Real.now() + ahead) }
        static now() { return Real.now() + ahead }
    };
    window.print = () => { window.printed = true };
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = blob => { blob.text().then(text => { window.taken = text }); return make(blob) };
    addEventListener('click', event => {
        const link = event.target.closest('a[download]');
        if (link) { window.fileName = link.download; event.preventDefault() } }, true);
})()";

/// Somebody on their way through a tool that can be kept.
pub(crate) struct Walk {
    pub(crate) kept: Kept,
    by: By,
}

impl Walk {
    /// Opens the page of a tool on a device of its own.
    #[track_caller]
    pub(crate) fn begins(by: By, server: &Server, path: &str) -> Walk {
        let page = chromium().page();
        if by == By::Touch {
            page.phone(360, 740);
        }
        // A page that is still gliding somewhere cannot be touched well.
        page.media(Media { still: true, ..Media::default() });
        page.before_scripts(AROUND);
        let tool =
            path.split_once("/tools/").and_then(|(_, rest)| rest.split('/').next()).unwrap_or_default();
        let person = Person::uses(page, tool);
        person.goes_to(&server.url(path));
        Walk { kept: Kept::waits(person), by }
    }

    pub(crate) fn page(&self) -> &Page<'static> {
        &self.kept.person.page
    }

    /// So many days later, at this address.
    #[track_caller]
    pub(crate) fn comes_later(&self, days: u32, url: &str) {
        self.page().before_scripts(&format!("ahead({days})"));
        self.page().goto(url);
    }

    /// The same at the page of a tool, when all of it is there.
    #[track_caller]
    pub(crate) fn comes_back(&self, days: u32, url: &str) {
        self.comes_later(days, url);
        self.kept.person.is_ready();
        self.kept.waits_for_any_view();
    }

    /// Goes by Tab, forwards or back, to what the selector names; to a group, if it is one of its buttons.
    #[track_caller]
    fn reaches(&self, selector: &str) {
        let way = format!(
            "(it => {{ const wanted = [...document.querySelectorAll({})].find(one => one.checkVisibility());
                if (!wanted) throw new Error('it is not in sight');
                if (it === wanted || (wanted.type === 'radio' && it.name === wanted.name)) return 0;
                return it.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1
            }})(document.activeElement ?? document.body)",
            json!(selector)
        );
        for _ in 0..400 {
            match self.page().eval(&way).as_i64() {
                Some(0) => return,
                Some(1) => self.page().press("Tab"),
                _ => self.page().press("Shift+Tab"),
            }
        }
        panic!("no Tab leads to {selector}");
    }

    /// Presses a button, a link, a box or the title of a part that opens.
    #[track_caller]
    pub(crate) fn presses(&self, selector: &str) {
        match self.by {
            By::Touch => self.page().tap(selector),
            By::Keys => {
                self.reaches(selector);
                let is_box = self.page().focused("it.type === 'checkbox'") == true;
                self.page().press(if is_box { "Space" } else { "Enter" });
            }
        }
    }

    /// Presses a button of the panel for keeping, in the part that is in sight.
    #[track_caller]
    pub(crate) fn keeps(&self, action: &str) {
        self.presses(&format!(".keep [data-view]:not([hidden]) :not([hidden]) > [data-action={action}]"));
    }

    /// Opens the part of the panel with more in it.
    #[track_caller]
    pub(crate) fn opens_more(&self) {
        self.presses(".keep [data-view]:not([hidden]) details:not([open]) > summary");
    }

    /// Writes into an empty field.
    #[track_caller]
    pub(crate) fn writes(&self, selector: &str, text: &str) {
        match self.by {
            By::Touch => {
                self.page().tap(selector);
                self.page().wait_for(&format!("document.activeElement.matches({})", json!(selector)));
                self.page().call("Input.insertText", &json!({ "text": text }));
            }
            By::Keys => {
                self.reaches(selector);
                self.page().type_text(text);
            }
        }
    }

    /// Chooses one of a group of answers.
    #[track_caller]
    pub(crate) fn chooses(&self, name: &str, value: &str) {
        let input = format!("input[name=\"{name}\"][value=\"{value}\"]");
        match self.by {
            By::Touch => self.page().tap(&format!("label:has({input})")),
            By::Keys => {
                self.reaches(&input);
                self.page().press("Space");
                for _ in 0..9 {
                    if self.page().is(&format!("document.querySelector({}).checked", json!(input))) {
                        return;
                    }
                    self.page().press("ArrowDown");
                }
            }
        }
        self.page().wait_for(&format!("document.querySelector({}).checked", json!(input)));
    }

    /// Types a phrase into the form with this name and sends it.
    #[track_caller]
    pub(crate) fn says(&self, form: &str, phrase: &str) {
        self.writes(&format!(".keep form[data-send={form}] [data-phrase]"), phrase);
        match self.by {
            By::Touch => self.presses(&format!(".keep form[data-send={form}] .btn-primary")),
            By::Keys => self.page().press("Enter"),
        }
    }

    /// Keeps what stands there for the first time, with the phrase that the page has made.
    #[track_caller]
    pub(crate) fn keeps_it(&self) -> String {
        self.keeps("begin");
        self.kept.waits_for("setup");
        let phrase = self.page().text(".keep [data-made]");
        self.says("take-made", &phrase);
        self.kept.is_told("saved");
        phrase
    }

    /// Opens what is kept, by way of the notice at the top of the page, and waits until the newest stands there.
    #[track_caller]
    pub(crate) fn unlocks_from_the_top(&self, phrase: &str) {
        self.kept.waits_for("locked");
        self.presses(".keep-jump a");
        self.page().wait_for("document.activeElement.matches('.keep [data-view=locked] [data-phrase]')");
        self.says("open", phrase);
        self.kept.waits_for("open");
        self.kept.is_told("loaded");
        assert!(!self.page().sees(".keep-jump"), "nothing is locked any more");
    }

    /// The text of the file that a press makes, and its name.
    #[track_caller]
    pub(crate) fn takes(&self, press: impl FnOnce()) -> (String, String) {
        self.page().eval("window.taken = undefined");
        press();
        self.page().wait_for("window.taken");
        let text = |name: &str| self.page().eval(name).as_str().unwrap_or_default().to_owned();
        (text("window.fileName"), text("window.taken"))
    }

    /// Chooses a file in the browser's own window, which is the same for every hand.
    #[track_caller]
    pub(crate) fn opens_file(&self, field: &str, text: &str) {
        self.page().eval(&format!(
            "(() => {{ const field = document.querySelector({}), all = new DataTransfer();
                all.items.add(new File([{}], 'notes.txt', {{ type: 'text/plain' }}));
                field.files = all.files;
                field.dispatchEvent(new Event('change', {{ bubbles: true }})); return true }})()",
            json!(field),
            json!(text)
        ));
    }

    /// Whether all that stands on the screen stays within its width.
    #[track_caller]
    pub(crate) fn fits(&self) {
        let wide = "document.scrollingElement.scrollWidth <= innerWidth";
        assert!(self.page().is(wide), "the page is wider than the screen");
    }
}
