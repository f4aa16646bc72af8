//! Taking answers along as files, and opening such files again. SA-10, AT-1.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use browser::{Page, Server};
use serde_json::{Value, json};

use crate::person::{Person, Shown};
use crate::{chromium, site};

/// The folder into which the browser puts what a person downloads. The whole browser has one at a time, so the
/// tests that download go one after another.
pub(crate) struct Downloads {
    folder: PathBuf,
    _alone: MutexGuard<'static, ()>,
}

/// Waits for its turn before any page is open: a page that nobody listens to holds up the browser.
pub(crate) fn downloads(name: &str) -> Downloads {
    static ALONE: Mutex<()> = Mutex::new(());
    let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("downloads").join(name);
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder).unwrap();
    Downloads { folder, _alone: alone }
}

impl Downloads {
    /// A person at a self-check, with the downloads going here.
    fn opens(&self, server: &Server, tool: &str) -> Person {
        let person = Person::opens(server, tool);
        self.take_from(&person.page);
        person
    }

    /// Where they come to.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Clears what has come: the browser writes a file of the same name over it.
    pub(crate) fn clear(&self) {
        for file in site::files(&self.folder) {
            fs::remove_file(file).unwrap();
        }
    }

    /// Lets the downloads of a page go here.
    pub(crate) fn take_from(&self, page: &Page<'_>) {
        let parameters = json!({ "behavior": "allow", "downloadPath": self.folder });
        page.call("Page.setDownloadBehavior", &parameters);
    }
}

/// The one file that a press makes: its name and its text.
#[track_caller]
fn takes(person: &Person, downloads: &Downloads, format: &str) -> (String, String) {
    let press = person.within(&format!("[data-action=take][data-for={format}]"));
    comes(downloads, || person.page.click(&press))
        .unwrap_or_else(|| panic!("no file came for {format}; the page says {:?}", said(person)))
}

/// The one file that comes after a press: its name and its text.
pub(crate) fn comes(downloads: &Downloads, press: impl FnOnce()) -> Option<(String, String)> {
    let folder = &downloads.folder;
    let before = site::files(folder).len();
    press();
    for _ in 0..600 {
        let mut files = site::files(folder);
        files.retain(|file| file.extension().is_none_or(|end| end != "crdownload"));
        files.sort_by_key(|file| fs::metadata(file).and_then(|data| data.modified()).ok());
        if files.len() > before {
            let file = files.pop().unwrap();
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            let text = fs::read_to_string(&file).unwrap();
            if !text.is_empty() {
                return Some((name, text));
            }
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    None
}

/// Opens a file as a person does who has found it on the disk.
#[track_caller]
fn opens(person: &Person, file: &Path) {
    let page = &person.page;
    page.eval("document.querySelector('[data-take-status]').textContent = ''");
    let root = page.call("DOM.getDocument", &json!({}))["root"]["nodeId"].clone();
    let selector = person.within("input[data-open]");
    let found = page.call("DOM.querySelector", &json!({ "nodeId": root, "selector": selector }));
    page.call("DOM.setFileInputFiles", &json!({ "files": [file], "nodeId": found["nodeId"] }));
    page.wait_for("document.querySelector('[data-take-status]').textContent !== ''");
}

fn chosen(person: &Person) -> Value {
    person.page.eval(
        "Object.fromEntries([...document.querySelectorAll('[data-item] input:checked')].map(i => [i.name, i.value]))",
    )
}

fn said(person: &Person) -> String {
    person.page.text("[data-take-status]")
}

#[test]
fn every_format_comes_in_one_press_under_a_name_that_says_nothing() {
    let folder = downloads("formats");
    let server = site::serve();
    let person = folder.opens(&server, "phq-9");
    person.answers_all(&[1, 2, 3, 0, 1, 2, 3, 0, 1]);
    let today = person.page.eval(
        "(d => [d.getFullYear(), d.getMonth() + 1, d.getDate()].map(n => String(n).padStart(2, '0')).join('-'))(new Date())",
    );
    let today = today.as_str().unwrap();

    let (name, text) = takes(&person, &folder, "text");
    assert_eq!(name, format!("check-{today}.txt"));
    assert!(text.contains("1. Little interest or pleasure in doing things\r\n   Several days\r\n"), "{text}");
    assert!(text.contains("Total score: 13\r\nModerate signs of depression\r\n"), "{text}");
    assert!(text.contains("988") && text.contains("not a diagnosis") && text.contains("Kroenke"), "{text}");
    assert!(said(&person).contains("downloads"));

    let (name, table) = takes(&person, &folder, "csv");
    assert_eq!(name, format!("check-{today}.csv"));
    assert_eq!(table.lines().next(), Some("\u{feff}Date,Question,Answer,Points"));
    let first = format!("{today},1. Little interest or pleasure in doing things,Several days,1");
    assert_eq!(table.lines().nth(1), Some(first.as_str()));
    assert_eq!(table.lines().count(), 11);

    let (name, response) = takes(&person, &folder, "fhir");
    assert_eq!(name, format!("check-{today}.json"));
    let response: Value = serde_json::from_str(&response).unwrap();
    assert_eq!(response["resourceType"], "QuestionnaireResponse");
    assert_eq!(response["status"], "completed");
    assert_eq!(response["authored"], today);
    assert_eq!(response["language"], "en");
    let coding = json!({ "system": "http://loinc.org", "code": "LA6569-3", "display": "Several days" });
    assert_eq!(
        response["item"][0],
        json!({ "linkId": "q1", "text": "Little interest or pleasure in doing things", "answer": [{ "valueCoding": coding }] })
    );
    let total = response["item"].as_array().unwrap().last().unwrap();
    assert_eq!(
        total,
        &json!({ "linkId": "total", "text": "Total score", "answer": [{ "valueDecimal": 13 }] })
    );
    assert_agrees_with_the_form("phq-9", &response);
    assert_eq!(person.page.messages(), [], "the console is silent");
}

/// Every name and code in the response stands in the Questionnaire that `footbridge export fhir` writes.
#[track_caller]
fn assert_agrees_with_the_form(tool: &str, response: &Value) {
    let file = site::root().join(format!("content/tools/{tool}.toml"));
    let done = site::footbridge().args(["export", "fhir"]).arg(file).output().unwrap();
    site::expect_success(&done, "footbridge export fhir");
    let form: Value = serde_json::from_slice(&done.stdout).unwrap();
    let address = format!("{}|{}", form["url"].as_str().unwrap(), form["version"].as_str().unwrap());
    assert_eq!(response["questionnaire"], address);
    for item in response["item"].as_array().unwrap() {
        let asked = form["item"].as_array().unwrap().iter().find(|asked| asked["linkId"] == item["linkId"]);
        let asked = asked.unwrap_or_else(|| panic!("{} is not in the form", item["linkId"]));
        assert_eq!(asked["text"], item["text"]);
        for answer in item["answer"].as_array().unwrap() {
            let Some(coding) = answer.get("valueCoding") else {
                assert_eq!(asked["type"], "decimal");
                continue;
            };
            let options = asked["answerOption"].as_array().unwrap();
            assert!(options.iter().any(|option| option["valueCoding"]["code"] == coding["code"]), "{coding}");
        }
    }
}

#[test]
fn a_file_brings_every_answer_back() {
    let folder = downloads("back");
    let server = site::serve();
    let person = folder.opens(&server, "phq-9");
    person.answers_all(&[1, 2, 3, 0, 1, 2, 3, 0, 1]);
    person.answers("difficulty", "very");
    let before = chosen(&person);
    let (name, _) = takes(&person, &folder, "fhir");

    // Another day, another visit.
    person.goes_to(&server.url("/tools/phq-9/"));
    assert_eq!(chosen(&person), json!({}));
    opens(&person, &folder.folder.join(&name));
    assert_eq!(chosen(&person), before);
    assert!(said(&person).contains("stand in the form now"), "{}", said(&person));
    assert!(person.page.sees("[data-crisis]"), "help opens for what the file says, too");
    assert!(!person.page.sees("[data-action=undo]"), "nothing stood here before");
    person.asks_for_result();
    assert_eq!(person.reads(), Shown::new(13, "moderate"));
    // In Spanish, too: the file knows no language.
    let spanish = Person::uses(chromium().page(), "phq-9");
    spanish.goes_to(&server.url("/es/tools/phq-9/"));
    opens(&spanish, &folder.folder.join(&name));
    assert_eq!(chosen(&spanish), before, "{}", said(&spanish));
}

/// Where only our own words are Spanish: what is taken along has the words of the form as they are, and says in which
/// language they were asked.
#[test]
fn a_form_in_its_own_words_is_taken_along_in_them() {
    let folder = downloads("spanish");
    let server = site::serve();
    let person = Person::uses(chromium().page(), "phq-9");
    person.goes_to(&server.url("/es/tools/phq-9/"));
    folder.take_from(&person.page);
    person.answers_all(&[1, 2, 3, 0, 1, 2, 3, 0, 1]);
    let (_, text) = takes(&person, &folder, "text");
    assert!(text.contains("1. Little interest or pleasure in doing things\r\n   Several days\r\n"), "{text}");
    assert!(text.contains("Puntaje total: 13\r\nSeñales moderadas de depresión\r\n"), "{text}");
    let (_, table) = takes(&person, &folder, "csv");
    assert_eq!(table.lines().next(), Some("\u{feff}Fecha,Pregunta,Respuesta,Puntos"));
    let (_, response) = takes(&person, &folder, "fhir");
    let response: Value = serde_json::from_str(&response).unwrap();
    assert_eq!((&response["language"], &response["item"][0]["linkId"]), (&json!("en"), &json!("q1")));
    assert_eq!(response["item"][0]["text"], "Little interest or pleasure in doing things");
}

#[test]
fn what_cannot_be_read_says_so_and_changes_nothing() {
    let folder = downloads("unread");
    let server = site::serve();
    let person = folder.opens(&server, "gad-7");
    person.answers_all(&[1, 1, 2]);
    let (name, whole) = takes(&person, &folder, "fhir");
    let before = chosen(&person);
    let file = |name: &str, text: &[u8]| {
        let file = folder.folder.join(name);
        fs::write(&file, text).unwrap();
        file
    };
    for (damaged, text) in [
        ("cut.json", &whole.as_bytes()[..whole.len() / 2]),
        ("bytes.json", &[0xff, 0xfe, 0, 1, 2, 3]),
        ("empty.json", b""),
        ("picture.json", b"\x89PNG"),
        ("huge.json", &b" ".repeat(5_000_000)),
    ] {
        opens(&person, &file(damaged, text));
        assert!(said(&person).contains("cannot be read"), "{damaged}: {}", said(&person));
        assert_eq!(chosen(&person), before, "{damaged}");
    }
    let other = whole.replace("/tools/gad-7/", "/tools/other/");
    opens(&person, &file("other.json", other.as_bytes()));
    assert!(said(&person).contains("another form"), "{}", said(&person));
    assert_eq!(chosen(&person), before);

    // What stood here before a file that fits comes back by a press.
    person.answers("q1", "3");
    opens(&person, &folder.folder.join(&name));
    assert_eq!(chosen(&person), before);
    person.page.click("[data-action=undo]");
    assert_eq!(chosen(&person)["q1"], "3");
    assert!(!person.page.sees("[data-action=undo]"));
    person.page.click("[data-action=again]");
    person.page.click(&person.within("[data-action=take][data-for=text]"));
    person.page.wait_for("document.querySelector('[data-take-status]').textContent !== ''");
    assert!(said(&person).contains("no answers yet"), "{}", said(&person));
}

/// AT-1: taking along and opening send nothing and leave nothing behind.
#[test]
fn files_leave_no_trace_in_the_page() {
    let folder = downloads("trace");
    let server = site::serve();
    let url = server.url("/tools/phq-9/");
    let person = folder.opens(&server, "phq-9");
    let page = &person.page;
    let before = page.eval("[history.length, document.title, location.href]");
    person.answers_all(&[3, 3, 3, 3, 3, 3, 3, 3, 3]);
    for format in ["text", "csv", "fhir"] {
        takes(&person, &folder, format);
    }
    let file = site::files(&folder.folder)
        .into_iter()
        .find(|file| file.extension().is_some_and(|end| end == "json"));
    opens(&person, &file.unwrap());
    let fetched: Vec<String> =
        page.requests().into_iter().filter(browser::Request::is_fetched).map(|request| request.url).collect();
    assert_eq!(fetched, [url]);
    assert_eq!(server.seen().len(), 1, "the host was asked for the document and nothing else");
    assert_eq!(page.eval("[history.length, document.title, location.href]"), before);
    assert_eq!(page.eval("document.querySelector('a[data-file]').href"), "", "the file's address is gone");
    assert_eq!(page.messages(), []);
}
