//! A person who keeps things on the device: chooses a phrase, saves, opens, locks, erases.

use browser::{Page, Server};
use serde_json::{Value, json};

use crate::person::Person;
use crate::site;

/// Everything that IndexedDB holds, as one text in which each byte is a letter: what was stored in clear could be
/// found in it.
pub(crate) const DUMP: &str = "(async () => {
    let dump = '';
    for (const { name } of await indexedDB.databases()) {
        const base = await new Promise((done, fail) => {
            const asked = indexedDB.open(name);
            asked.onsuccess = () => done(asked.result);
            asked.onerror = () => fail(asked.error);
        });
        for (const store of base.objectStoreNames) {
            const all = base.transaction(store).objectStore(store);
            for (const part of ['getAllKeys', 'getAll']) {
                const found = await new Promise(done => {
                    const asked = all[part]();
                    asked.onsuccess = () => done(asked.result);
                });
                for (const one of found)
                    dump += one instanceof Uint8Array ? String.fromCharCode(...one) : JSON.stringify(one);
            }
        }
        base.close();
    }
    return dump;
})()";

/// Somebody at a tool that can be kept.
pub(crate) struct Kept {
    pub(crate) person: Person,
}

impl Kept {
    /// Opens a tool's page and waits until keeping is ready, too.
    #[track_caller]
    pub(crate) fn opens(server: &Server, tool: &str) -> Kept {
        Kept::opens_in(crate::chromium().page(), server, tool)
    }

    /// Opens a tool in a page that is there already.
    #[track_caller]
    pub(crate) fn opens_in(page: Page<'static>, server: &Server, tool: &str) -> Kept {
        let person = Person::uses(page, tool);
        person.goes_to(&server.url(&site::kept_at(&format!("/tools/{tool}/"))));
        Kept::waits(person)
    }

    #[track_caller]
    pub(crate) fn waits(person: Person) -> Kept {
        let kept = Kept { person };
        kept.waits_for_any_view();
        kept
    }

    #[track_caller]
    pub(crate) fn waits_for_any_view(&self) {
        let ready = format!("{VIEW} !== undefined && {VIEW} !== 'unknown'");
        self.person.page.wait_for(&format!("!document.querySelector('.keep') || ({ready})"));
    }

    /// The page anew, as the next day.
    #[track_caller]
    pub(crate) fn comes_again(&self, url: &str) {
        self.person.goes_to(url);
        self.waits_for_any_view();
    }

    #[track_caller]
    pub(crate) fn waits_for(&self, view: &str) {
        let ready =
            format!("{VIEW} === '{view}' && !document.querySelector('.keep').hasAttribute('aria-busy')");
        let page = &self.person.page;
        if page.try_eval(&format!(
            "new Promise((done, fail) => {{ const end = Date.now() + 50000; const look = () => ({ready}) ? done(true)
                : Date.now() > end ? fail(new Error({VIEW} + ': ' + document.querySelector('[data-note]').textContent))
                : setTimeout(look, 30); look() }})"
        )) != Ok(json!(true))
        {
            panic!("the view is {} and not {view}; it says {:?}", page.eval(VIEW), self.said());
        }
    }

    /// The sentence that stands in the page.
    pub(crate) fn said(&self) -> String {
        self.person.page.text(".keep [data-note]")
    }

    /// Waits for the sentence with this name.
    #[track_caller]
    pub(crate) fn is_told(&self, name: &str) {
        let same = format!(
            "(() => {{ const note = document.querySelector('.keep [data-note]');
                return note.textContent !== '' && note.textContent === note.getAttribute('data-{name}') }})()"
        );
        let end = format!(
            "new Promise(done => {{ const end = Date.now() + 50000; const look = () => {same} ? done(true)
                : Date.now() > end ? done(false) : setTimeout(look, 30); look() }})"
        );
        assert_eq!(
            self.person.page.eval(&end),
            json!(true),
            "it says {:?} and not what {name} says",
            self.said()
        );
    }

    #[track_caller]
    pub(crate) fn presses(&self, action: &str) {
        self.person.page.click(&format!(".keep [data-view]:not([hidden]) [data-action={action}]"));
    }

    /// Writes into the field for a phrase that stands in this form.
    #[track_caller]
    pub(crate) fn types(&self, form: &str, place: usize, text: &str) {
        let field =
            format!("document.querySelectorAll('.keep form[data-send={form}] [data-phrase]')[{place}]");
        self.person.page.eval(&format!("{field}.focus()"));
        self.person.page.type_text(text);
    }

    #[track_caller]
    pub(crate) fn sends(&self, form: &str) {
        self.person.page.click(&format!(".keep form[data-send={form}] .btn-primary"));
    }

    /// Chooses the phrase that the page has made, and gives it back.
    #[track_caller]
    pub(crate) fn takes_made_phrase(&self) -> String {
        let phrase = self.accepts_made_phrase();
        self.is_told("saved");
        phrase
    }

    /// The same in a page that may store nothing: all that is kept is taken along as a file.
    #[track_caller]
    pub(crate) fn takes_made_phrase_along(&self) -> String {
        let phrase = self.accepts_made_phrase();
        self.is_told("saved-file");
        phrase
    }

    #[track_caller]
    fn accepts_made_phrase(&self) -> String {
        self.presses("begin");
        self.waits_for("setup");
        let phrase = self.person.page.text(".keep [data-made]");
        self.types("take-made", 0, &phrase);
        self.sends("take-made");
        phrase
    }

    /// Opens what is kept.
    #[track_caller]
    pub(crate) fn unlocks(&self, phrase: &str) {
        self.types("open", 0, phrase);
        self.sends("open");
        self.waits_for("open");
    }

    pub(crate) fn rows(&self) -> usize {
        self.person.page.count(".keep [data-rows] [data-id]")
    }

    /// What IndexedDB holds.
    pub(crate) fn dump(&self) -> String {
        match self.person.page.eval(DUMP) {
            Value::String(text) => text,
            other => panic!("{other}"),
        }
    }

    pub(crate) fn view(&self) -> Value {
        self.person.page.eval(VIEW)
    }
}

/// Which part of the panel is in sight.
const VIEW: &str = "document.querySelector('.keep [data-view]:not([hidden])')?.dataset.view";

/// Changes what stands in some places of the store: `change` is an expression about `bytes`, what stands in a place, and
/// `slot`, its number. Where it is undefined, the place stays as it is.
#[track_caller]
pub(crate) fn changes_store(page: &Page<'_>, slots: &[usize], change: &str) {
    page.eval(&format!(
        "new Promise((done, fail) => {{
            const asked = indexedDB.open('kept', 1);
            asked.onupgradeneeded = () => asked.result.createObjectStore('kept');
            asked.onerror = () => fail(asked.error);
            asked.onsuccess = () => {{
                const work = asked.result.transaction('kept', 'readwrite'), store = work.objectStore('kept');
                for (const slot of {slots:?}) store.get(slot).onsuccess = ({{ target }}) => {{
                    const bytes = target.result, made = ({change});
                    if (made !== undefined) store.put(made, slot);
                }};
                work.oncomplete = () => {{ asked.result.close(); done(true) }};
                work.onabort = () => fail(work.error);
            }} }})"
    ));
}
