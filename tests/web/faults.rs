//! What can go wrong with what is kept: no room, no store, a store that was cleared, damaged or is another's, a tab that
//! ends in the midst of a save, two tabs, files that are cut, altered, old or hostile. Each time a plain sentence, nothing
//! else lost, and a page that goes on. CP-5, CP-6, AT-1.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use browser::{Page, Server};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::kept::Kept;
use crate::person::{Person, Shown};
use crate::{chromium, site};

const GOLDEN_1: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../wasm-tools/vault/tests/golden/v1.txt");
const GOLDEN_PHRASE: &str = "faro lago pan sol tren";
const TOOL: &str = "gad-7";
/// Opens the file of a backup, where the page offers it.
const FILE: &str = ".keep [data-view]:not([hidden]) input[type=file]";

/// The two slots, in a page: reads them, and writes what `change` makes of them.
const STORE: &str = "
const open_store = () => new Promise((done, fail) => {
    const asked = indexedDB.open('kept', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('kept');
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
});
const change_slots = change => open_store().then(base => new Promise((done, fail) => {
    const work = base.transaction('kept', 'readwrite');
    const store = work.objectStore('kept');
    for (const slot of [0, 1]) {
        const asked = store.get(slot);
        asked.onsuccess = () => {
            const made = change(asked.result, slot);
            if (made !== undefined) store.put(made, slot);
        };
    }
    work.oncomplete = () => { base.close(); done(true) };
    work.onabort = () => fail(work.error);
}));
";

/// Somebody who has kept something, and the phrase that opens it.
fn has_kept(server: &Server) -> (Kept, String) {
    keeps(Kept::opens(server, TOOL))
}

fn keeps(kept: Kept) -> (Kept, String) {
    kept.person.answers_all(&[1; 7]);
    let phrase = kept.takes_made_phrase();
    (kept, phrase)
}

fn address(server: &Server) -> String {
    server.url(&site::kept_at(&format!("/tools/{TOOL}/")))
}

/// The tool goes on whatever the vault meets, and nothing in the page has failed.
#[track_caller]
fn goes_on(kept: &Kept) {
    kept.person.answers_all(&[2; 7]);
    kept.person.asks_for_result();
    assert_eq!(kept.person.reads(), Shown::new(14, "moderate"));
    is_calm(&kept.person.page);
}

#[track_caller]
fn is_calm(page: &Page<'_>) {
    assert_eq!(page.problems(), Vec::<String>::new());
}

/// Changes both slots by an expression about `bytes` and `slot`.
fn changes_slots(page: &Page<'_>, change: &str) {
    page.eval(&format!("(() => {{ {STORE} return change_slots((bytes, slot) => {change}) }})()"));
}

fn quota(kept: &Kept, server: &Server, size: Option<u64>) {
    let mut wish = json!({ "origin": server.origin() });
    if let Some(size) = size {
        wish["quotaSize"] = size.into();
    }
    kept.person.page.call("Storage.overrideQuotaForOrigin", &wish);
}

#[test]
fn where_there_is_no_room_it_says_so_and_nothing_is_lost() {
    let server = site::serve();
    let kept = Kept::opens(&server, TOOL);
    quota(&kept, &server, Some(1));
    kept.person.answers_all(&[1; 7]);
    kept.presses("begin");
    kept.waits_for("setup");
    let made = kept.person.page.text(".keep [data-made]");
    kept.types("take-made", 0, &made);
    kept.sends("take-made");
    kept.is_told("full");
    assert!(!kept.dump().contains("PSYV"), "nothing is stored");
    goes_on(&kept);
    quota(&kept, &server, None);
    // Where the phrase is chosen, it is still offered: another press, when there is room, keeps it after all.
    assert_eq!(kept.view(), "setup");
    let made = kept.person.page.text(".keep [data-made]");
    kept.types("take-made", 0, &made);
    kept.sends("take-made");
    kept.is_told("saved");

    // The browser believes for some seconds in the room that it saw last.
    quota(&kept, &server, Some(1));
    kept.person.answers("q1", "3");
    let deadline = Instant::now() + Duration::from_secs(60);
    loop {
        kept.presses("save");
        kept.waits_for("open");
        if kept.said() != "Saved on this device." {
            break;
        }
        assert!(Instant::now() < deadline, "the browser does not mind that there is no room");
        kept.person.page.eval("new Promise(done => setTimeout(done, 2000))");
    }
    kept.is_told("full");
    let rows = kept.rows();
    assert!(kept.person.page.is("document.querySelector('[name=q1][value=\"3\"]').checked"));
    kept.comes_again(&address(&server));
    kept.unlocks(&made);
    assert_eq!(kept.rows(), rows, "what was kept before is still there");
    is_calm(&kept.person.page);
}

#[test]
fn where_the_browser_lets_nothing_be_kept_it_says_so_and_the_tool_works() {
    let server = site::serve();
    let refuse = |name: &str| format!("indexedDB.open = () => {{ throw new DOMException('no', '{name}') }}");
    let fail = |name: &str| {
        format!(
            "indexedDB.open = () => {{ const asked = {{ error: new DOMException('no', '{name}') }};
                setTimeout(() => asked.onerror()); return asked }}"
        )
    };
    let without = "Object.defineProperty(window, 'indexedDB', { value: undefined })".to_owned();
    for block in [refuse("SecurityError"), fail("InvalidStateError"), fail("NotAllowedError"), without] {
        let page = chromium().page();
        page.before_scripts(&block);
        let person = Person::uses(page, TOOL);
        person.goes_to(&address(&server));
        let kept = Kept::waits(person);
        assert_eq!(kept.view(), "blocked", "{block}");
        let said = kept.person.page.text(".keep [data-view=blocked]");
        assert!(said.contains("lets the site keep nothing") && said.contains("take a file"), "{said}");
        goes_on(&kept);
    }
}

/// A store that the browser cannot open today may open tomorrow: nothing is erased without being asked.
#[test]
fn a_store_that_fails_is_told_and_is_left_as_it_is() {
    let server = site::serve();
    let (kept, phrase) = has_kept(&server);
    drop(kept);
    let page = chromium().page();
    page.before_scripts(
        "if (!location.search) { const open = indexedDB.open.bind(indexedDB);
            indexedDB.open = () => { const asked = { error: new DOMException('no', 'UnknownError') };
                setTimeout(() => asked.onerror()); return asked } }",
    );
    let person = Person::uses(page, TOOL);
    person.goes_to(&address(&server));
    let kept = Kept::waits(person);
    assert_eq!(kept.view(), "damaged");
    assert_eq!(kept.person.page.count(FILE), 1, "a backup file can be opened");
    goes_on(&kept);
    kept.comes_again(&format!("{}?again", address(&server)));
    kept.unlocks(&phrase);
    assert_eq!(kept.rows(), 1);
}

#[test]
fn a_private_window_keeps_until_it_is_closed() {
    let server = site::serve();
    let opens = || {
        let person = Person::uses(chromium().private_page(), TOOL);
        person.goes_to(&address(&server));
        Kept::waits(person)
    };
    let kept = opens();
    kept.person.answers_all(&[1; 7]);
    let phrase = kept.takes_made_phrase();
    kept.comes_again(&address(&server));
    kept.unlocks(&phrase);
    assert_eq!(kept.rows(), 1);
    is_calm(&kept.person.page);
    drop(kept);
    let kept = opens();
    assert_eq!(kept.view(), "nothing");
    let page = &kept.person.page;
    page.click(".keep [data-view=nothing] summary");
    let said = page.text(".keep [data-view=nothing]");
    assert!(said.contains("a private window keeps nothing") && said.contains("backup file"), "{said}");
}

/// A page that was opened from a file shares one store with every other file: nothing is stored there, ever. What a
/// person wants to keep goes with them as an encrypted file.
#[test]
fn from_a_file_nothing_is_stored_and_an_encrypted_file_is_taken_along() {
    let place = site::folder().join(format!("tools/{TOOL}/keep/index.html")).canonicalize().unwrap();
    let url = format!("file://{}", place.display());
    let person = Person::uses(chromium().page(), TOOL);
    person.goes_to(&url);
    let kept = Kept::waits(person);
    let page = &kept.person.page;
    assert_eq!(kept.view(), "carry");
    assert!(page.text(".keep [data-view=carry]").contains("nothing is stored on this device"));
    kept.person.answers_all(&[1; 7]);
    kept.presses("begin");
    kept.waits_for("setup");
    let phrase = page.text(".keep [data-made]");
    kept.types("take-made", 0, &phrase);
    kept.sends("take-made");
    kept.is_told("saved-file");
    let files = tempfile::tempdir().unwrap();
    let file = takes_backup(&kept, &files);
    assert!(fs::read_to_string(&file).unwrap().contains("UFNZV"));
    let stores =
        "indexedDB.databases().then(all => [all.length, localStorage.length, sessionStorage.length])";
    assert_eq!(page.eval(stores), json!([0, 0, 0]));
    kept.comes_again(&url);
    assert_eq!(kept.view(), "carry", "nothing of it is here");
    page.choose_file(FILE, &file);
    kept.waits_for("file");
    kept.types("open-file", 0, &phrase);
    kept.sends("open-file");
    kept.is_told("imported");
    kept.presses("load");
    assert_eq!(kept.person.reads(), Shown::new(7, "mild"));
    assert_eq!(page.eval(stores), json!([0, 0, 0]));
    is_calm(page);
}

/// CP-5: on return after a loss it explains, and offers to open the file. That there was something cannot be known
/// without storing it in clear, so the explanation always stands there.
#[test]
fn after_the_browser_has_cleared_it_the_page_explains_and_opens_the_file() {
    let server = site::serve();
    let (kept, phrase) = has_kept(&server);
    let files = tempfile::tempdir().unwrap();
    let file = takes_backup(&kept, &files);
    let page = &kept.person.page;
    let clear = json!({ "origin": server.origin(), "storageTypes": "all" });
    page.call("Storage.clearDataForOrigin", &clear);
    kept.comes_again(&address(&server));
    assert_eq!(kept.view(), "nothing");
    page.click(".keep [data-view=nothing] summary");
    let said = page.text(".keep [data-view=nothing]");
    assert!(said.contains("Some browsers clear") && said.contains("7 days"), "{said}");
    page.choose_file(FILE, &file);
    kept.waits_for("file");
    kept.types("open-file", 0, &phrase);
    kept.sends("open-file");
    kept.is_told("imported");
    assert_eq!(kept.rows(), 1);

    // While it is open: what is open is not lost, and can be saved again.
    page.call("Storage.clearDataForOrigin", &clear);
    kept.person.answers_all(&[2; 7]);
    kept.presses("save");
    kept.is_told("gone");
    assert_eq!(kept.rows(), 1, "what is open is still here");
    kept.presses("save");
    kept.is_told("saved");
    kept.comes_again(&address(&server));
    kept.unlocks(&phrase);
    assert_eq!(kept.rows(), 2);
    is_calm(page);
}

#[test]
fn what_is_damaged_or_anothers_is_told_and_left_as_it_is() {
    for (what, change, view) in [
        ("random bytes", "crypto.getRandomValues(new Uint8Array(5000))", "foreign"),
        ("a text", "'a text of another program'", "foreign"),
        ("an object", "({ settings: [1, 2, 3] })", "foreign"),
        ("nothing but a beginning", "new Uint8Array([80, 83, 89, 86])", "damaged"),
        (
            "a later version",
            "Uint8Array.from(bytes ?? [80, 83, 89, 86], (byte, i) => i === 4 ? 9 : byte)",
            "newer",
        ),
        (
            "a damaged head",
            "bytes && Uint8Array.from(bytes, (byte, i) => i === 30 ? byte ^ 1 : byte)",
            "damaged",
        ),
    ] {
        let server = site::serve();
        let (kept, _) = has_kept(&server);
        let page = &kept.person.page;
        changes_slots(page, change);
        let before = kept.dump();
        kept.comes_again(&address(&server));
        assert_eq!(kept.view(), view, "{what}");
        assert!(page.text(&format!(".keep [data-view={view}]")).len() > 40, "{what}: it is told in words");
        goes_on(&kept);
        assert_eq!(kept.dump(), before, "{what}: left as it is");
    }
}

/// The first save stands in one slot, the second in the other: of two, one may be damaged.
#[test]
fn one_damaged_slot_leaves_the_save_before_and_two_are_said_to_be_damaged() {
    let server = site::serve();
    let (kept, phrase) = has_kept(&server);
    let page = &kept.person.page;
    kept.person.answers("q1", "3");
    kept.presses("save");
    kept.is_told("saved");
    assert_eq!(kept.rows(), 2);
    // The count stands at no fixed place for us: of the two slots the second save is in the second.
    let flip = "bytes && Uint8Array.from(bytes, (byte, i) => i === bytes.length - 40 ? byte ^ 1 : byte)";
    changes_slots(page, &format!("slot === 1 ? {flip} : bytes"));
    kept.comes_again(&address(&server));
    kept.unlocks(&phrase);
    kept.is_told("opened-older");
    assert_eq!(kept.rows(), 1);
    // And it can be gone on with.
    kept.person.answers_all(&[2; 7]);
    kept.presses("save");
    kept.is_told("saved");
    kept.comes_again(&address(&server));
    kept.unlocks(&phrase);
    assert_eq!(kept.rows(), 2);

    changes_slots(page, flip);
    let before = kept.dump();
    kept.comes_again(&address(&server));
    kept.types("open", 0, &phrase);
    kept.sends("open");
    kept.is_told("damaged");
    assert_eq!(kept.dump(), before, "nothing is written over");
    is_calm(page);
}

/// A store of our name that is not as ours is.
#[test]
fn a_store_of_another_make_is_told_and_left_as_it_is() {
    for (version, store) in [(1, "other"), (7, "kept")] {
        let server = site::serve();
        let page = chromium().page();
        page.goto(&server.url("/privacy/"));
        page.eval(&format!(
            "new Promise(done => {{ const asked = indexedDB.open('kept', {version});
                asked.onupgradeneeded = () => asked.result.createObjectStore('{store}').put('theirs', 0);
                asked.onsuccess = () => {{ asked.result.close(); done(true) }} }})"
        ));
        let person = Person::uses(page, TOOL);
        person.goes_to(&address(&server));
        let kept = Kept::waits(person);
        assert_eq!(kept.view(), "foreign", "version {version} with {store}");
        goes_on(&kept);
        assert!(kept.dump().contains("theirs"));
    }
}

/// Whenever the tab ends, the old state or the new one is there, and nothing between.
#[test]
fn a_tab_that_ends_in_the_midst_of_a_save_leaves_the_old_or_the_new() {
    let server = site::serve();
    let (mut kept, phrase) = has_kept(&server);
    let mut rows = 1;
    let mut newer = 0;
    for round in 0..14u64 {
        kept.person.answers("q1", &(round % 4).to_string());
        let page = &kept.person.page;
        page.eval("void document.querySelector('.keep [data-view=open] [data-action=save]').click()");
        // Any moment of a save, which takes some hundredths of a second.
        let end = Instant::now() + Duration::from_micros(round * round * 300);
        while Instant::now() < end {
            std::hint::spin_loop();
        }
        drop(kept);
        kept = Kept::opens(&server, TOOL);
        kept.unlocks(&phrase);
        assert_eq!(kept.said(), "It is open.", "round {round}");
        let now = kept.rows();
        assert!(now == rows || now == rows + 1, "round {round}: {now} after {rows}");
        newer += now - rows;
        rows = now;
        kept.presses("load");
        kept.is_told("loaded");
    }
    crate::tell(&format!("{newer} of 14 saves were done when the tab ended"));
    is_calm(&kept.person.page);
}

#[test]
fn two_tabs_that_save_at_once_both_keep() {
    let server = site::serve();
    let [first, second] = chromium().two_pages();
    let (one, phrase) = keeps(Kept::opens_in(first, &server, TOOL));
    let other = Kept::opens_in(second, &server, "phq-2");
    other.unlocks(&phrase);
    other.person.answers_all(&[1; 2]);
    let save = "void document.querySelector('.keep [data-view=open] [data-action=save]').click()";
    for round in 1..=5 {
        one.person.answers("q1", &(round % 4).to_string());
        // As near together as the two connections allow, in turn from either side.
        let (first, second) = if round % 2 == 0 { (&one, &other) } else { (&other, &one) };
        first.person.page.eval(save);
        second.person.page.eval(save);
        for kept in [&one, &other] {
            kept.person.page.wait_for("!document.querySelector('.keep').hasAttribute('aria-busy')");
            kept.is_told("saved");
        }
    }
    one.comes_again(&address(&server));
    one.unlocks(&phrase);
    other.comes_again(&server.url("/tools/phq-2/keep/"));
    other.unlocks(&phrase);
    assert_eq!((one.rows(), other.rows()), (6, 5));
    is_calm(&one.person.page);
    is_calm(&other.person.page);
}

/// Takes the backup file through the browser's own download.
#[track_caller]
fn takes_backup(kept: &Kept, folder: &TempDir) -> PathBuf {
    let page = &kept.person.page;
    let path = folder.path().to_string_lossy().into_owned();
    page.call("Page.setDownloadBehavior", &json!({ "behavior": "allow", "downloadPath": path }));
    page.eval("document.querySelector('.keep [data-view=open] details').open = true");
    kept.presses("keep-file");
    let deadline = Instant::now() + Duration::from_secs(60);
    loop {
        let mut files = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
        // The browser makes it empty first, and puts the whole in its place at once.
        let is_whole = |file: &PathBuf| fs::metadata(file).is_ok_and(|data| data.len() > 0);
        if let Some(file) = files.find(|file| file.extension() == Some("txt".as_ref()) && is_whole(file)) {
            return file;
        }
        assert!(Instant::now() < deadline, "no backup file comes");
        page.eval("0");
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

#[test]
fn a_backup_opens_on_another_device_and_a_bad_file_changes_nothing() {
    let here = site::serve();
    let (kept, phrase) = has_kept(&here);
    let files = tempfile::tempdir().unwrap();
    let good = takes_backup(&kept, &files);
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

/// Another tab of this site, should something hostile ever run in it, can only lock, or make the page look again.
#[test]
fn messages_of_other_pages_do_no_harm() {
    let server = site::serve();
    let [first, other] = chromium().two_pages();
    let (kept, phrase) = keeps(Kept::opens_in(first, &server, TOOL));
    let page = &kept.person.page;
    let before = kept.dump();
    other.goto(&server.url("/privacy/"));
    let junk =
        "const junk = [null, undefined, 0, '', 'changed', 'save', 'erase-yes', '__proto__', 'x'.repeat(5e6),
        { data: 'lock' }, { action: 'erase-yes' }, ['erase'], new Map([[1, 2]]), new Blob(['x']), new Date(),
        new Uint8Array(1e6)];";
    other.eval(&format!(
        "(() => {{ {junk} const channel = new BroadcastChannel('kept');
            for (const one of junk) channel.postMessage(one); }})()"
    ));
    page.eval(&format!("(() => {{ {junk} for (const one of junk) window.postMessage(one, '*'); }})()"));
    kept.person.answers("q1", "2");
    kept.waits_for("open");
    assert_eq!((kept.rows(), kept.dump() == before), (1, true));
    kept.presses("save");
    kept.is_told("saved");
    for word in ["erase", "lock"] {
        other.eval(&format!("new BroadcastChannel('kept').postMessage('{word}')"));
        kept.waits_for("locked");
        assert!(kept.dump().contains("PSYV"), "{word}: it only locks");
        kept.unlocks(&phrase);
        assert_eq!(kept.rows(), 2);
    }
    is_calm(page);
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

/// Unlocking takes a while on a slow device: the page says so first, and shows it before it is held up.
#[test]
fn the_page_says_that_it_is_working_before_it_works() {
    let server = site::serve();
    let (kept, phrase) = has_kept(&server);
    kept.comes_again(&address(&server));
    let page = &kept.person.page;
    page.eval(
        "(() => { window.frames_seen = []; const note = document.querySelector('.keep [data-note]');
            const look = () => { frames_seen.push([performance.now(), note.textContent]); requestAnimationFrame(look) };
            requestAnimationFrame(look) })()",
    );
    kept.unlocks(&phrase);
    let working = page.eval("document.querySelector('.keep [data-note]').dataset.working");
    let frames = page.eval("frames_seen");
    // From the last frame that says so to the next frame of all.
    let frames = frames.as_array().unwrap();
    let last = frames.iter().rposition(|frame| frame[1] == working).expect("it says that it is working");
    let held_up = frames[last + 1][0].as_f64().unwrap() - frames[last][0].as_f64().unwrap();
    assert!(held_up > 50.0, "it was shown before the page was held up: {frames:?}");
    assert!(page.is("document.querySelector('.keep [data-note]').matches('[role=status], [role=status] *')"));
    crate::tell(&format!("unlocking held the page up for {held_up:.0} ms"));
}
