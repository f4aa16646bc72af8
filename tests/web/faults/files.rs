//! Files that are opened: of another device, cut, altered, old or hostile.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::{FILE, TOOL, address, goes_on, has_kept, is_calm, takes_backup};
use crate::kept::Kept;
use crate::person::{Person, Shown};
use crate::site;
use crate::take_away::downloads;

const GOLDEN_1: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../wasm-tools/vault/tests/golden/v1.txt");
const GOLDEN_PHRASE: &str = "faro lago pan sol tren";

#[test]
fn a_backup_opens_on_another_device_and_a_bad_file_changes_nothing() {
    let downloads = downloads("backup");
    let files = tempfile::tempdir().unwrap();
    let here = site::serve();
    let (kept, phrase) = has_kept(&here);
    let good = takes_backup(&kept, &downloads);
    let name = good.file_name().unwrap().to_string_lossy().into_owned();
    assert!(name.starts_with("keep-2") && name.len() == "keep-2026-11-22.txt".len(), "{name}");
    drop(kept);

    // Another origin shares nothing with the first: it is another device.
    let there = site::serve();
    let kept = Kept::opens(&there, TOOL);
    let text = fs::read_to_string(&good).unwrap();
    let start = text.find("UFNZV").unwrap();
    let altered = |place: usize| {
        let mut bytes = text.clone().into_bytes();
        bytes[place] = if bytes[place] == b'A' { b'B' } else { b'A' };
        bytes
    };
    let middle = start + (text.len() - start) / 2;
    let cases: [(&str, Vec<u8>, &str); 12] = [
        ("empty", Vec::new(), "file-foreign"),
        ("another text", b"Dear Ana, how are you?".to_vec(), "file-foreign"),
        ("a picture", [b"\x89PNG\r\n\x1a\n".to_vec(), vec![0xff; 3000]].concat(), "file-foreign"),
        ("only its words", text.as_bytes()[..start].to_vec(), "file-foreign"),
        ("cut in its head", text.as_bytes()[..start + 40].to_vec(), "file-damaged"),
        ("cut in the midst", text.as_bytes()[..middle].to_vec(), "file-damaged"),
        ("cut at its end", text.as_bytes()[..text.len() - 12].to_vec(), "file-damaged"),
        ("altered in its head", altered(start + 60), "file-damaged"),
        ("altered in the midst", altered(middle), "file-damaged"),
        ("of a later version", text.replacen("UFNZVgE", "UFNZVgk", 1).into_bytes(), "file-newer"),
        ("not even a text", [&text.as_bytes()[..middle], &[0xff, 0xfe, 0xc0]].concat(), "file-damaged"),
        ("too large", [text.as_bytes(), &vec![b'\n'; 10_000_000]].concat(), "file-foreign"),
    ];
    for (what, bytes, told) in cases {
        let file = files.path().join("tried.txt");
        fs::write(&file, bytes).unwrap();
        opens_file(&kept, &file, &phrase, told);
        assert!(!kept.dump().contains("PSYV"), "{what}: nothing is stored");
    }
    opens_file(&kept, &good, "not the phrase of this file", "wrong-phrase");
    goes_on(&kept);
    opens_file(&kept, &good, &phrase, "imported");
    assert_eq!(kept.rows(), 1);
    kept.comes_again(&address(&there));
    kept.unlocks(&phrase);
    kept.presses("load");
    assert_eq!(kept.person.reads(), Shown::new(7, "mild"));
    // Again, into what is open: the same record is not there twice.
    kept.person.page.eval("document.querySelectorAll('.keep details').forEach(part => part.open = true)");
    kept.person.page.choose_file(FILE, &good);
    kept.waits_for("file");
    kept.types("open-file", 0, &phrase);
    kept.sends("open-file");
    kept.is_told("imported");
    assert_eq!(kept.rows(), 1);
    is_calm(&kept.person.page);
}

#[test]
fn a_file_of_the_first_version_opens_for_ever() {
    let server = site::serve();
    let kept = Kept::opens(&server, "phq-9");
    opens_file(&kept, &Path::new(GOLDEN_1).canonicalize().unwrap(), GOLDEN_PHRASE, "imported");
    assert_eq!(kept.rows(), 1, "one is of this tool");
    kept.person.page.goto(&server.url("/my-things/"));
    kept.waits_for("locked");
    kept.unlocks(GOLDEN_PHRASE);
    assert_eq!(kept.rows(), 2);
    is_calm(&kept.person.page);
}

/// Files that tools open: too large, nested without end, no text at all.
#[test]
fn hostile_files_do_no_harm_to_any_tool() {
    let server = site::serve();
    let files = tempfile::tempdir().unwrap();
    let deep = |open: &str, close: &str| [open.repeat(200_000), close.repeat(200_000)].concat().into_bytes();
    let hostile: Vec<(&str, Vec<u8>)> = vec![
        ("empty", Vec::new()),
        ("10 MB of text", vec![b'x'; 10_000_000]),
        ("3 MB of digits", vec![b'9'; 3_000_000]),
        ("deep lists", deep("[", "]")),
        ("deep objects", deep("{\"item\":[", "]}")),
        ("not UTF-8", [0xff, 0xfe, 0x00, 0xc0, 0x80, 0xed, 0xa0, 0x80].repeat(5000)),
        ("zeros", vec![0; 100_000]),
        ("a script", b"<script>alert(1)</script><img src=x onerror=alert(1)>".to_vec()),
        (
            "a wrong answer",
            br#"{"resourceType":"QuestionnaireResponse","item":[{"linkId":"__proto__"}]}"#.to_vec(),
        ),
    ];
    for (tool, field, wrote, status) in [
        ("phq-9", "answers", "[name=q1]:checked", "[data-take-status]"),
        ("coping-plan", "plan", "[data-section=strain] [data-field]", "[data-status]"),
        ("early-signs", "list", "[name='sort.sleep']:checked", "[data-status]"),
    ] {
        let person = Person::opens(&server, tool);
        let page = &person.page;
        match tool {
            "phq-9" => person.answers("q1", "2"),
            "coping-plan" => {
                page.click("[data-section=strain] [data-field]");
                page.call("Input.insertText", &json!({ "text": "rain" }));
            }
            _ => page.click("label:has([name='sort.sleep'][value=mine])"),
        }
        let value = page.eval(&format!("document.querySelector({}).value", json!(wrote)));
        for (what, bytes) in &hostile {
            let file = files.path().join("tried.json");
            fs::write(&file, bytes).unwrap();
            page.eval(&format!("document.querySelector('{status}').textContent = ''"));
            page.choose_file(&format!("[data-open={field}]"), &file);
            page.wait_for(&format!("document.querySelector('{status}').textContent.length > 10"));
            let now = page.eval(&format!("document.querySelector({})?.value", json!(wrote)));
            assert_eq!(now, value, "{tool}, {what}: {}", page.text(status));
        }
        assert_ne!(value, Value::Null);
        is_calm(page);
    }
}

/// Opens a file with a phrase, and waits for what is said.
#[track_caller]
fn opens_file(kept: &Kept, file: &Path, phrase: &str, told: &str) {
    if kept.view() == "file" {
        kept.presses("back");
        kept.waits_for("nothing");
    }
    kept.person.page.eval("document.querySelectorAll('.keep details').forEach(part => part.open = true)");
    kept.person.page.choose_file(FILE, file);
    kept.waits_for("file");
    kept.types("open-file", 0, phrase);
    kept.sends("open-file");
    kept.is_told(told);
}
