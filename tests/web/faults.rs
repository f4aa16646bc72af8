//! What can go wrong with what is kept: no room, no store, a store that was cleared, damaged or is another's, a tab that
//! ends in the midst of a save, two tabs, files that are cut, altered, old or hostile. Each time a plain sentence, nothing
//! else lost, and a page that goes on. CP-5, CP-6, AT-1.

mod files;
mod slots;
mod store;
mod tabs;

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use browser::{Page, Server};

use crate::kept::Kept;
use crate::person::Shown;
use crate::site;
use crate::take_away::Downloads;

const TOOL: &str = "gad-7";
/// Opens the file of a backup, where the page offers it.
const FILE: &str = ".keep [data-view]:not([hidden]) input[type=file]";

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

/// Takes the backup file through the browser's own download.
#[track_caller]
fn takes_backup(kept: &Kept, downloads: &Downloads) -> PathBuf {
    let page = &kept.person.page;
    downloads.take_from(page);
    page.eval("document.querySelector('.keep [data-view=open] details').open = true");
    kept.presses("keep-file");
    let deadline = Instant::now() + Duration::from_secs(60);
    loop {
        let mut files = fs::read_dir(downloads.folder()).unwrap().map(|entry| entry.unwrap().path());
        // The browser makes it empty first, and puts the whole in its place at once.
        let is_whole = |file: &PathBuf| fs::metadata(file).is_ok_and(|data| data.len() > 0);
        if let Some(file) = files.find(|file| file.extension() == Some("txt".as_ref()) && is_whole(file)) {
            return file;
        }
        assert!(Instant::now() < deadline, "no backup file comes");
        page.eval("0");
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
