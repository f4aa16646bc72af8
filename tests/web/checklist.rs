//! The checklist of early signs, walked as the person whose list it is, and as those who help to look: FR-1 to
//! FR-4, AT-1 to AT-3. The carer's own plan, FR-5, is a plan.

mod access;
mod every_tool;
mod levels;
mod on_paper;
mod own_list;
mod together;

use browser::{Page, Server};
use serde_json::json;

use crate::chromium;
use crate::person::Person;

const TOOL: &str = "early-signs";

/// Somebody at the list, on a page of their own.
struct Reader {
    person: Person,
}

impl Reader {
    #[track_caller]
    fn opens(server: &Server, language: &str) -> Reader {
        Reader::on(chromium().page(), server, language)
    }

    #[track_caller]
    fn on(page: Page<'static>, server: &Server, language: &str) -> Reader {
        // What is handed to the downloads, to look at it here.
        page.before_scripts(
            "(() => { const make = URL.createObjectURL.bind(URL);
            URL.createObjectURL = blob => { blob.text().then(text => { window.taken = text }); return make(blob) };
            addEventListener('click', event => {
                const link = event.target.closest('a[download]');
                if (link) { window.fileName = link.download; event.preventDefault() } }, true) })()",
        );
        let reader = Reader { person: Person::uses(page, TOOL) };
        reader.goes_to(server, language);
        reader
    }

    /// Opens the page of the list, with nothing in it.
    #[track_caller]
    fn goes_to(&self, server: &Server, language: &str) {
        self.person.goes_to(&server.url(&format!("{language}/tools/{TOOL}/")));
    }

    fn page(&self) -> &Page<'static> {
        &self.person.page
    }

    #[track_caller]
    fn presses(&self, action: &str) {
        self.page().click(&format!("button[data-action={action}]:not([hidden] *)"));
    }

    #[track_caller]
    fn turns_to(&self, part: &str) {
        self.page().click(&format!(".list-parts [data-for={part}]"));
        self.page().wait_for(&format!("!document.querySelector('[data-part={part}]').hidden"));
    }

    /// Chooses an option with the pointer.
    #[track_caller]
    fn chooses(&self, name: &str, value: &str) {
        self.page().click(&format!("label:has(input[name=\"{name}\"][value=\"{value}\"])"));
    }

    /// Writes a text into a field in place of what stands there.
    #[track_caller]
    fn writes(&self, name: &str, text: &str) {
        self.page().eval(&format!(
            "(() => {{ const field = document.querySelector({});
                field.focus(); field.value = {};
                field.dispatchEvent(new Event('change', {{ bubbles: true }})); return true }})()",
            json!(format!("[name=\"{name}\"]")),
            json!(text)
        ));
    }

    fn status(&self) -> String {
        self.page().text("[data-status]")
    }

    /// The file that a button makes.
    #[track_caller]
    fn takes(&self, what: &str) -> String {
        self.page().eval("window.taken = undefined");
        self.page().click(&format!("button[data-action=take][data-for=\"{what}\"]"));
        self.page().wait_for("window.taken");
        self.page().eval("window.taken").as_str().unwrap().to_owned()
    }

    /// Opens a file.
    #[track_caller]
    fn receives(&self, text: &str) {
        self.page().eval(&format!(
            "(() => {{ const input = document.querySelector('[data-open]'), all = new DataTransfer();
                all.items.add(new File([{}], 'notes.txt', {{ type: 'text/plain' }}));
                document.querySelector('[data-status]').textContent = '';
                input.files = all.files;
                input.dispatchEvent(new Event('change', {{ bubbles: true }})); return true }})()",
            json!(text)
        ));
        self.page().wait_for("document.querySelector('[data-status]').textContent");
    }

    /// The day so many days ago.
    fn day(&self, ago: u32) -> String {
        let day = format!(
            "(() => {{ const day = new Date(); day.setDate(day.getDate() - {ago});
                return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
                    .map(part => `${{part}}`.padStart(2, '0')).join('-') }})()"
        );
        self.page().eval(&day).as_str().unwrap().to_owned()
    }

    /// Three signs, their usual, and what is agreed for yellow.
    #[track_caller]
    fn has_a_list(&self) {
        for sign in ["sleep", "tense", "messages"] {
            self.chooses(&format!("sort.{sign}"), "mine");
        }
        self.turns_to("well");
        for sign in ["sleep", "tense", "messages"] {
            self.chooses(&format!("usual.{sign}"), "0");
        }
        self.turns_to("levels");
        self.writes("plan.yellow-own", "Go to bed at ten");
        self.writes("plan.yellow-who", "Ana");
        self.writes("plan.yellow-number", "(555) 010-2233");
        self.turns_to("week");
    }

    /// Rates the signs on a day, and asks where that leaves.
    #[track_caller]
    fn rates(&self, ago: u32, values: &[(&str, u8)]) {
        self.turns_to("week");
        self.writes("day", &self.day(ago));
        for (sign, value) in values {
            self.chooses(&format!("rate.{sign}"), &value.to_string());
        }
        self.presses("stand");
        self.page().wait_for("document.activeElement.matches('[data-standing-heading]')");
    }

    #[track_caller]
    fn stands_at(&self, level: &str) -> String {
        assert!(self.page().sees(&format!(".standing.level-{level}")), "{}", self.page().text(".standing"));
        self.page().text(".standing")
    }
}

/// Words that a level must not have. FR-4.
fn is_no_verdict(words: &str) -> bool {
    !words.to_lowercase().contains("relaps") && !words.to_lowercase().contains("recaíd")
}
