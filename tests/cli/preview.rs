//! `footbridge serve`: what is saved is shown, and a mistake never takes the last good page away.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::site::Site;

/// A running preview, stopped when the test ends.
struct Preview {
    child: Child,
    address: String,
}

impl Preview {
    fn of(site: &Site) -> Preview {
        let mut child = site
            .command(&["serve", "--port", "47100"])
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut lines = BufReader::new(child.stderr.take().expect("standard error")).lines();
        let address = lines
            .find_map(|line| {
                let line = line.expect("a line");
                Some(line.strip_prefix("serving http://")?.split('/').next()?.to_owned())
            })
            .expect("the address is printed");
        // The pipe must not fill up while the test goes on.
        std::thread::spawn(move || lines.for_each(drop));
        Preview { child, address }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("the preview answers");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a deadline");
        let host = &self.address;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").expect("asked");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }

    fn wait_for(&self, path: &str, words: &str) -> String {
        let deadline = Instant::now() + Duration::from_secs(60);
        loop {
            let answer = self.get(path);
            if answer.contains(words) {
                return answer;
            }
            assert!(Instant::now() < deadline, "{path} never held {words}: {answer}");
            std::thread::sleep(Duration::from_millis(30));
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_saved_change_is_shown_and_a_mistake_keeps_the_last_good_page() {
    let site = Site::new();
    let preview = Preview::of(&site);
    assert!(preview.get("/care/team/").contains("People."));
    assert!(preview.get("/care/team").starts_with("HTTP/1.1 308"));
    assert!(preview.get("/nothing/").starts_with("HTTP/1.1 404"));

    site.write("content/care/team.md", "---\ntitle: A team\n---\n## Who comes {#who}\n\nFriends.\n");
    preview.wait_for("/care/team/", "Friends.");

    site.write("content/care/team.md", "---\ntitel: A team\n---\n## Who {#who}\n");
    let news = preview.wait_for("/_footbridge/wait", "FB0103");
    assert!(news.contains("content/care/team.md:2:1"), "{news}");
    assert!(preview.get("/care/team/").contains("Friends."), "the last good page stays");

    site.write("content/care/team.md", "---\ntitle: A team\n---\n## Who comes {#who}\n\nMended.\n");
    preview.wait_for("/care/team/", "Mended.");
    assert!(!site.path("public").exists(), "the preview writes nothing to the disk");
}

#[test]
fn the_preview_alone_carries_the_live_script() {
    let site = Site::new();
    let preview = Preview::of(&site);
    assert!(preview.get("/").contains("/_footbridge/live.js"));
    assert!(preview.get("/_footbridge/live.js").contains("text/javascript"));
    site.build();
    assert!(!site.made("index.html").contains("_footbridge"));
}
