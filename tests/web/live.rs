//! The preview in a real browser: a saved file shows by itself, a mistake shows over the last good page. ED-2.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

use crate::site;

/// A copy of this site's sources, previewed.
struct Preview {
    child: Child,
    root: tempfile::TempDir,
    address: String,
}

impl Preview {
    fn start() -> Preview {
        let root = tempfile::tempdir().unwrap();
        fs::copy(site::root().join("site.toml"), root.path().join("site.toml")).unwrap();
        site::copy(&site::root().join("content"), &root.path().join("content"));
        let mut command = site::footbridge();
        command.args(["serve", "--port", "47200", "--root"]).arg(root.path()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let address = lines
            .find_map(|line| Some(line.unwrap().strip_prefix("serving ")?.split(' ').next()?.to_owned()))
            .expect("the address is printed");
        // The pipe must not fill up while the test goes on.
        std::thread::spawn(move || lines.for_each(drop));
        Preview { child, root, address }
    }

    fn edit(&self, file: &str, from: &str, to: &str) {
        let path = self.root.path().join("content").join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} holds {from}");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

#[test]
fn a_saved_page_shows_by_itself_and_a_mistake_over_the_last_good_one() {
    let preview = Preview::start();
    let page = crate::chromium().page();
    page.goto(&format!("{}recovery/words/", preview.address));
    let title = page.text("h1");

    preview.edit("recovery/words.md", "---\n\n", "---\n\nA sentence that was just written.\n\n");
    page.wait_for("document.body.innerText.includes('A sentence that was just written.')");

    preview.edit("recovery/words.md", "title:", "titel:");
    page.wait_for("document.querySelector('dialog')?.innerText.includes('FB0103')");
    let shown = page.text("dialog");
    assert!(
        shown.contains("content/recovery/words.md:2:1") && shown.contains("Did you mean `title`?"),
        "{shown}"
    );
    assert_eq!(page.text("h1"), title, "the last good page stands behind it");

    preview.edit("recovery/words.md", "titel:", "title:");
    page.wait_for("!document.querySelector('dialog')");
    assert_eq!(page.problems(), Vec::<String>::new());
}

#[test]
fn a_tool_is_previewed_live_too() {
    let preview = Preview::start();
    let page = crate::chromium().page();
    page.goto(&format!("{}tools/phq-2/", preview.address));
    page.wait_for("document.querySelector('[data-state=ready]')");
    let text = fs::read_to_string(preview.root.path().join("content/tools/phq-2.toml")).unwrap();
    let title = text.lines().find(|line| line.starts_with("title = ")).expect("a title").to_owned();
    preview.edit("tools/phq-2.toml", &title, "title = \"A new name\"");
    page.wait_for("document.querySelector('h1').innerText === 'A new name'");
    page.wait_for("document.querySelector('[data-state=ready]')");
}
