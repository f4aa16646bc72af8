//! A word that nobody else would write, typed into every field of every kind of tool and of the vault, then looked for
//! wherever it could have gone, down to the browser's own files on the disk. AT-1, AT-2, CP-5, CP-6.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use browser::{Chromium, Page, Server};
use serde_json::json;

use crate::kept::{DUMP, Kept};
use crate::person::Person;
use crate::privacy::KEPT;
use crate::site;

/// How every word that is typed begins; each field gets a number behind it.
const WORD: &str = "kanariheron";
const PHRASE: &str = "kanariheron lantern over quiet snow";
const OTHER_PHRASE: &str = "kanariheron in another tree";
/// What the browser is bound to write down, so that a search that finds nothing has searched.
const ADDRESS: &str = "seen-in-the-history-7f3a";

/// Fields into which letters can be written, in sight.
const FIELDS: &str = "[...document.querySelectorAll('main :is(textarea, input[type=text], input[type=tel], input:not([type]))')]
    .filter(field => !field.closest('.keep') && field.checkVisibility())";

#[test]
fn what_is_typed_is_found_nowhere() {
    // A browser of its own, whose files can be read; it lives as long as this process.
    let chromium: &'static Chromium = Box::leak(Box::new(Chromium::launch()));
    let downloads = tempfile::tempdir().unwrap();
    let main = site::serve();
    let all_kinds = every_kind_of_question();
    {
        let page = chromium.page();
        let folder = downloads.path().to_string_lossy().into_owned();
        page.call("Page.setDownloadBehavior", &json!({ "behavior": "allow", "downloadPath": folder }));
        page.goto(&main.url(&format!("/?{ADDRESS}")));
        let visit = Visit { downloads: downloads.path().to_owned() };
        let page = visit.goes(page, &all_kinds, "kinds/keep", answers_the_questionnaire, "csv");
        let page = visit.goes(page, &main, "coping-plan", writes_the_plan, "text");
        let page = visit.goes(page, &main, "early-signs", writes_the_list, "copy");
        assert_eq!(found_on_disk(chromium.home(), WORD), Vec::<String>::new(), "before it is erased");
        for server in [&all_kinds, &main] {
            erases(&page, server);
        }
        page.goto("about:blank");
    }
    chromium.quit();
    assert!(!found_on_disk(chromium.home(), ADDRESS).is_empty(), "the search finds what the browser wrote");
    assert_eq!(found_on_disk(chromium.home(), WORD), Vec::<String>::new(), "after it is erased");
    for server in [&main, &all_kinds] {
        for seen in server.seen() {
            assert!(!format!("{seen:?}").contains(WORD), "{seen:?}");
        }
    }
}

/// A person who goes from tool to tool.
struct Visit {
    downloads: PathBuf,
}

impl Visit {
    /// Writes into every field of a tool, keeps it, locks, opens, takes it along; and then looks for the word.
    #[track_caller]
    fn goes(
        &self,
        page: Page<'static>,
        server: &Server,
        tool: &str,
        write: fn(&Page<'_>),
        taken: &str,
    ) -> Page<'static> {
        page.forget();
        let person = Person::uses(page, tool.split('/').next().unwrap_or_default());
        person.goes_to(&server.url(&format!("/tools/{tool}/")));
        let kept = Kept::waits(person);
        let page = &kept.person.page;
        if kept.view() == "locked" {
            kept.unlocks(PHRASE);
        }
        write(page);
        let empty =
            page.eval(&format!("{FIELDS}.filter(field => !field.value).map(field => field.outerHTML)"));
        assert_eq!(empty, json!([]), "every field in sight is written into");
        if kept.view() == "nothing" {
            kept.presses("begin");
            kept.waits_for("setup");
            // What is typed again after the page's own words, and is not those.
            kept.types("take-made", 0, OTHER_PHRASE);
            kept.sends("take-made");
            kept.is_told("not-these");
            page.eval("document.querySelector('.keep [data-view=setup] details').open = true");
            kept.types("take-own", 0, PHRASE);
            kept.types("take-own", 1, PHRASE);
            kept.sends("take-own");
        } else {
            kept.presses("save");
        }
        kept.is_told("saved");
        // A plan's steps may stand before the phrase: in the store they are no clearer than the rest.
        if page.sees(".keep [data-action=steps]") {
            page.click(".keep [data-action=steps]");
            kept.is_told("steps-shown");
        }
        self.lets_go(&self.takes(page, &format!(".tool [data-action=take][data-for={taken}]")));
        page.eval("document.querySelector('.keep [data-view=open] details').open = true");
        let backup = self.takes(page, ".keep [data-action=keep-file]");
        page.choose_file(".keep [data-view=open] input[type=file]", &backup);
        kept.waits_for("file");
        kept.types("open-file", 0, OTHER_PHRASE);
        kept.sends("open-file");
        kept.is_told("wrong-phrase");
        kept.presses("back");
        kept.waits_for("open");
        self.lets_go(&backup);
        looks(page, server, tool);
        kept.presses("lock");
        kept.waits_for("locked");
        assert!(
            !page.is(&format!("document.documentElement.outerHTML.includes('{WORD}')")),
            "locked is cleared"
        );
        assert_eq!(page.eval(&format!("{FIELDS}.map(field => field.value).filter(Boolean)")), json!([]));
        kept.types("open", 0, OTHER_PHRASE);
        kept.sends("open");
        kept.is_told("wrong-phrase");
        kept.unlocks(PHRASE);
        kept.presses("load");
        page.wait_for(&format!("{FIELDS}.some(field => field.value.includes('{WORD}'))"));
        looks(page, server, tool);
        // Leaving is the last moment at which something could be sent, or written down.
        page.goto("about:blank");
        told_nothing(page);
        kept.person.page
    }

    /// A file that was taken is the person's own, and no longer the browser's.
    fn lets_go(&self, file: &Path) {
        assert!(file.starts_with(&self.downloads));
        fs::remove_file(file).unwrap();
    }

    /// Presses what makes a file, and waits until it is on the disk.
    #[track_caller]
    fn takes(&self, page: &Page<'_>, button: &str) -> PathBuf {
        page.click(button);
        let deadline = Instant::now() + Duration::from_secs(60);
        loop {
            let files = fs::read_dir(&self.downloads).unwrap().map(|entry| entry.unwrap().path());
            // The browser makes it empty first, and puts the whole in its place at once.
            let is_whole = |file: &PathBuf| fs::metadata(file).is_ok_and(|data| data.len() > 0);
            let is_file = |file: &PathBuf| file.extension() != Some("crdownload".as_ref()) && is_whole(file);
            if let Some(file) = files.into_iter().find(is_file) {
                return file;
            }
            assert!(Instant::now() < deadline, "{button} makes no file");
            page.eval("0");
        }
    }
}

/// Looks wherever a page can put something.
#[track_caller]
fn looks(page: &Page<'_>, server: &Server, tool: &str) {
    let bare = page.eval("[document.title, document.URL, document.referrer, document.cookie, name]");
    assert!(!bare.to_string().contains(WORD), "{bare}");
    assert_eq!(page.eval("document.URL"), server.url(&format!("/tools/{tool}/")), "the address is as it was");
    assert_eq!(page.eval(KEPT), json!(["IndexedDB: [\"kept\"]"]), "nothing but the vault is there");
    let dump = page.eval(DUMP).as_str().unwrap().to_owned();
    assert!(dump.contains("PSYV") && !dump.contains(WORD), "the vault is there, and says nothing");
    told_nothing(page);
}

/// Nothing of it is in the traffic, the history, or the console.
#[track_caller]
fn told_nothing(page: &Page<'_>) {
    let history = page.call("Page.getNavigationHistory", &json!({})).to_string();
    assert!(!history.contains(WORD), "{history}");
    let told = format!("{:?} {:?} {:?}", page.requests(), page.opened(), page.messages());
    assert!(!told.contains(WORD), "{told}");
    assert_eq!(page.problems(), Vec::<String>::new());
}

/// Erases everything without a phrase, and looks whether anything is left.
#[track_caller]
fn erases(page: &Page<'_>, server: &Server) {
    page.goto(&server.url(if server.seen().iter().any(|seen| seen.path.contains("kinds")) {
        "/tools/kinds/keep/"
    } else {
        "/my-things/"
    }));
    let click = |action: &str| page.click(&format!(".keep [data-view]:not([hidden]) [data-action={action}]"));
    let view = |name: &str| page.wait_for(&format!("!document.querySelector('[data-view={name}]').hidden"));
    view("locked");
    page.eval("document.querySelector('.keep [data-view=locked] details').open = true");
    click("erase");
    view("erase");
    click("erase-yes");
    view("nothing");
    assert_eq!(page.eval(KEPT), json!([]), "nothing is left");
}

/// Writes into every field in sight; each gets a word of its own.
#[track_caller]
fn writes_everywhere(page: &Page<'_>) {
    page.eval("document.querySelectorAll('main details').forEach(part => part.open = true)");
    // Writing into one may bring another.
    while page.is(&format!("{FIELDS}.some(field => !field.value)")) {
        page.eval(&format!("{FIELDS}.find(field => !field.value).focus()"));
        let number = page.eval("window.written = (window.written ?? 0) + 1");
        page.call("Input.insertText", &json!({ "text": format!("{WORD}{number}") }));
        assert_eq!(page.focused("it.value.length > 0"), json!(true), "{}", page.focused("it.outerHTML"));
        page.eval("document.activeElement.blur()");
    }
}

fn answers_the_questionnaire(page: &Page<'_>) {
    for (item, value) in [("troubles", "pain"), ("drinks", "yes")] {
        page.click(&format!("[data-item=\"{item}\"] label:has(input[value=\"{value}\"])"));
    }
    page.eval("document.querySelectorAll('[data-item=where] [data-own]').forEach(own => own.click())");
    writes_everywhere(page);
}

fn writes_the_plan(page: &Page<'_>) {
    let add = "[data-tool] [data-section] [data-action=add]";
    for place in 0..page.count(add) {
        page.eval(&format!("document.querySelectorAll('{add}')[{place}].click()"));
    }
    writes_everywhere(page);
}

fn writes_the_list(page: &Page<'_>) {
    let press = |selector: &str| page.eval(&format!("document.querySelector({}).click()", json!(selector)));
    press("[name=\"sort.sleep\"][value=mine]");
    for part in ["signs", "well", "levels", "week", "time", "share"] {
        page.click(&format!(".list-parts [data-for={part}]"));
        if part == "share" {
            press("[data-action=new-share]");
        }
        writes_everywhere(page);
        if part == "signs" {
            press("[data-action=write-sign]");
            page.wait_for("document.querySelectorAll('.own-signs li').length === 2");
            writes_everywhere(page);
        }
    }
}

/// A small site with the questionnaire that has every kind of part, which can be kept.
fn every_kind_of_question() -> Server {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("canary");
    fs::create_dir_all(root.join("content/tools")).unwrap();
    let settings = fs::read_to_string(site::root().join("tests/cli/fixtures/site.toml")).unwrap();
    fs::write(root.join("site.toml"), settings + "\n[tools]\nkeep = [\"questionnaire\"]\n").unwrap();
    fs::write(root.join("content/_index.md"), "---\ntitle: Home\n---\n").unwrap();
    let tool = site::root().join("wasm-tools/model/tests/kinds.toml");
    fs::copy(tool, root.join("content/tools/kinds.toml")).unwrap();
    let out = root.join("public");
    let done = site::footbridge().args(["build", "--root"]).arg(&root).arg("--out").arg(&out).output();
    site::expect_success(&done.unwrap(), "footbridge build");
    Server::under("/help/", &out)
}

/// The files under a folder that hold this word, as bytes of one or of two for each letter.
fn found_on_disk(folder: &Path, word: &str) -> Vec<String> {
    let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        // The browser may remove a file at any time.
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let kind = entry.file_type().unwrap();
            if kind.is_dir() {
                waiting.push(path);
            } else if kind.is_file() {
                let bytes = fs::read(&path).unwrap_or_default();
                let holds = |wanted: &[u8]| bytes.windows(wanted.len()).any(|part| part == wanted);
                if holds(word.as_bytes()) || holds(&wide) {
                    found.push(path.display().to_string());
                }
            }
        }
    }
    found
}
