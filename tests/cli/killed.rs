//! A build that is killed at any moment leaves the old site whole.

use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::site::{Site, tree};

/// How many builds must be killed before their end.
const KILLS: u32 = 30;

/// How many are started for that at most. On a busy machine some end before they are hit.
const STARTS: u32 = 300;

/// From how many moments of a build one is chosen in turn.
const MOMENTS: u32 = 40;

#[test]
fn killed_at_random_moments_the_old_or_the_new_site_is_whole() {
    let site = Site::new();
    for number in 0..300 {
        site.write(
            &format!("content/care/page-{number}.md"),
            format!("---\ntitle: Page {number}\n---\nOld.\n"),
        );
    }
    let start = Instant::now();
    site.build();
    let mut whole = start.elapsed();
    let old = tree(&site.path("public"));
    for number in 0..300 {
        site.write(
            &format!("content/care/page-{number}.md"),
            format!("---\ntitle: Page {number}\n---\nNew.\n"),
        );
    }
    let elsewhere = site.run(&["build", "--out", "other"]);
    assert_eq!(elsewhere.status, 0, "{}", elsewhere.stderr);
    let new = tree(&site.path("other"));
    assert!(old != new);
    let mut interrupted = 0;
    for turn in 0..STARTS {
        if interrupted == KILLS {
            break;
        }
        let start = Instant::now();
        let mut build = site.command(&["build"]).stderr(Stdio::null()).spawn().expect("the program starts");
        // From the first moment to a little after the shortest whole build that was seen.
        std::thread::sleep(
            whole * (turn % MOMENTS) / MOMENTS * 5 / 4 + Duration::from_micros(u64::from(turn) * 137),
        );
        build.kill().expect("the build is killed");
        let status = build.wait().expect("the build ends");
        if status.success() {
            whole = whole.min(start.elapsed());
        } else {
            interrupted += 1;
        }
        let found = tree(&site.path("public"));
        assert!(found == old || found == new, "half a site after turn {turn}");
    }
    assert!(interrupted == KILLS, "only {interrupted} of {STARTS} builds were really interrupted");
    site.build();
    assert!(tree(&site.path("public")) == new, "the next build is not disturbed by what was left");
    let left: Vec<_> = std::fs::read_dir(site.root())
        .expect("the folder can be read")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains("footbridge"))
        .collect();
    assert!(left.is_empty(), "left behind: {left:?}");
}

#[cfg(unix)]
#[test]
fn a_disk_that_takes_no_more_leaves_the_old_site() {
    let site = Site::new();
    site.build();
    let old = tree(&site.path("public"));
    // No file may grow beyond 4 kB: the writes fail in the middle, as on a full disk.
    let output = std::process::Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" build", env!("CARGO_BIN_EXE_footbridge")])
        .current_dir(site.root())
        .output()
        .expect("the shell runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("FB0005") && said.contains("the last good site stays"), "{said}");
    assert!(old == tree(&site.path("public")));
    assert!(!site.path(".public.footbridge-new").exists(), "the half site is gone");
}

#[test]
fn what_somebody_else_put_beside_the_site_is_left_alone() {
    let site = Site::new();
    site.write(".public.footbridge-new/mine.txt", "mine");
    site.build();
    let mine = std::fs::read_to_string(site.path(".public.footbridge-new/mine.txt")).expect("still there");
    assert_eq!(mine, "mine");
}
