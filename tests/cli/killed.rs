//! A build that is killed at any moment leaves the old site whole.

use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::site::{Site, tree};

/// How often the build is killed.
const TIMES: u32 = 40;

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
    let whole = start.elapsed();
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
    for turn in 0..TIMES {
        let mut build = site.command(&["build"]).stderr(Stdio::null()).spawn().expect("the program starts");
        // From the first moment to a little after the usual end.
        std::thread::sleep(whole * turn / TIMES * 5 / 4 + Duration::from_micros(u64::from(turn) * 137));
        build.kill().expect("the build is killed");
        let status = build.wait().expect("the build ends");
        interrupted += u32::from(!status.success());
        let found = tree(&site.path("public"));
        assert!(found == old || found == new, "half a site after turn {turn}");
    }
    assert!(interrupted > TIMES / 4, "only {interrupted} builds were really interrupted");
    site.build();
    assert!(tree(&site.path("public")) == new, "the next build is not disturbed by what was left");
    let left: Vec<_> = std::fs::read_dir(site.root())
        .expect("the folder can be read")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains("footbridge"))
        .collect();
    assert!(left.is_empty(), "left behind: {left:?}");
}

#[test]
fn a_full_disk_or_a_forbidden_folder_leaves_the_old_site() {
    let site = Site::new();
    site.build();
    let old = tree(&site.path("public"));
    // A file where the new tree should grow: the build cannot write there, whoever runs it.
    site.write(".public.footbridge-new", "in the way");
    let run = site.run(&["build"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("FB0005"), "{}", run.stderr);
    assert!(old == tree(&site.path("public")));
}
