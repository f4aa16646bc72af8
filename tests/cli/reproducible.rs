//! The same bytes on every run, for any number of threads, wherever the folder is.

use crate::site::{Run, Site, program, repository, tree};

#[test]
fn the_real_site_is_the_same_for_any_number_of_threads() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let build = |name: &str, threads: &str| {
        let out = folder.path().join(name);
        let output = program()
            .args(["build", "--root"])
            .arg(repository())
            .arg("--out")
            .arg(&out)
            .env("RAYON_NUM_THREADS", threads)
            .output()
            .expect("the program runs");
        let run = Run::from(&output);
        assert_eq!(run.status, 0, "{}", run.stderr);
        tree(&out)
    };
    let one = build("one", "1");
    assert!(one.len() > 50, "the whole site was built");
    let many = build("many", "7");
    let names = |files: &[(String, Vec<u8>)]| files.iter().map(|file| file.0.clone()).collect::<Vec<_>>();
    assert_eq!(names(&one), names(&many));
    for (a, b) in one.iter().zip(&many) {
        assert!(a == b, "{} differs", a.0);
    }
}

#[test]
fn a_second_build_gives_the_same_bytes() {
    let site = Site::new();
    site.build();
    let first = tree(&site.path("public"));
    site.build();
    assert!(first == tree(&site.path("public")));
}
