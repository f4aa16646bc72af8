//! Names that authors give never lead out of the output folder, and no file takes another's place in silence.

use crate::site::{Run, Site};

/// What `check` and `build` say; they must agree.
fn refused(site: &Site) -> String {
    let Run { status, stderr, .. } = site.run(&["check"]);
    assert_eq!(status, 1, "{stderr}");
    let build = site.run(&["build"]);
    assert_eq!(build.status, 1, "{}", build.stderr);
    assert!(!site.path("public").exists());
    let outside = site.root().parent().expect("a parent").join("escaped");
    assert!(!outside.exists() && !site.path("escaped").exists());
    stderr
}

#[test]
fn slugs_aliases_languages_and_taxonomies_stay_inside() {
    for (front, words) in [
        ("slug: \"../../../escaped\"", "`../../../escaped` cannot be a part of an address"),
        ("slug: /tmp", "`/tmp` cannot be a part of an address"),
        ("aliases: [\"../escaped\"]", "`../escaped` is not an address of this site"),
        ("aliases: [\"https://old.example/x?y=1\"]", "is not an address of this site"),
    ] {
        let site = Site::new();
        site.write("content/care/page.md", format!("---\ntitle: Page\n{front}\n---\n"));
        let said = refused(&site);
        assert!(said.contains(words) && said.contains("content/care/page.md:3:"), "{said}");
    }
    for table in ["[languages.\"../escaped\"]\nname = \"X\"\n", "[taxonomies.\"../escaped\"]\n"] {
        let site = Site::new();
        let settings = std::fs::read_to_string(site.path("site.toml")).expect("the settings");
        site.write("site.toml", format!("{table}{settings}").replacen(table, "", 1) + "\n" + table);
        assert!(refused(&site).contains("`../escaped` cannot be a part of an address"));
    }
}

#[test]
fn two_sources_of_one_file_are_told_by_check_and_build_alike() {
    let clashes: &[&[(&str, &str)]] = &[
        &[("content/x.md", "---\ntitle: X\n---\n"), ("content/x/index.html", "own")],
        &[("content/x.md", "---\ntitle: X\n---\n"), ("content/x.en.md", "---\ntitle: X\n---\n")],
        &[("content/x.md", "---\ntitle: X\n---\n"), ("content/es/x.md", "---\ntitle: X\n---\n")],
        &[
            ("content/x.md", "---\ntitle: X\ntopics: [Work]\n---\n"),
            ("content/y.md", "---\ntitle: Y\ntopics: [work]\n---\n"),
        ],
        &[
            ("content/x.md", "---\ntitle: X\ntopics: [a]\n---\n"),
            ("content/topics/_index.md", "---\ntitle: T\n---\n"),
        ],
        &[("content/_headers", "own")],
        &[("content/feed.xml", "own")],
    ];
    for files in clashes {
        let site = Site::new();
        for (path, text) in *files {
            site.write(path, text);
        }
        let said = refused(&site);
        assert!(said.contains("FB0207") && !said.contains("FB0005"), "{files:?}: {said}");
    }
}

#[test]
fn an_own_robots_file_takes_the_place_of_ours() {
    let site = Site::new();
    site.write("content/robots.txt", "User-agent: *\nDisallow: /\n");
    site.build();
    assert!(site.made("robots.txt").contains("Disallow: /"));
}

#[test]
fn names_with_spaces_are_encoded_and_found() {
    let site = Site::new();
    site.write("content/care/a plan 100%.pdf", "%PDF");
    site.write(
        "content/care/page.md",
        "---\ntitle: Page\n---\n[a](<a plan 100%.pdf>) [b](a%20plan%20100%25.pdf)\n",
    );
    site.build();
    let html = site.made("care/page/index.html");
    assert_eq!(html.matches("href=\"/help/care/a%20plan%20100%25.pdf\"").count(), 2);
}

#[test]
fn settings_with_a_fault_hide_no_page() {
    let site = Site::new();
    let settings = std::fs::read_to_string(site.path("site.toml")).expect("the settings");
    site.write("site.toml", settings.replace("call = \"988\"", "call = \"nine\""));
    site.write("content/care/page.md", "---\ntitle: Page\n---\n[a](/care/tem.md)\n");
    let said = refused(&site);
    assert!(said.contains("FB0211") && said.contains("FB0301"), "{said}");
}

#[test]
fn one_fault_is_told_once() {
    let site = Site::new();
    site.write("content/references.bib", "@article{one, title = {One\n");
    site.write("content/glossary.toml", "[[term]]\n");
    site.write("content/glossary.md", "---\ntitle: Words\ntemplat: glossary.html\n---\n");
    site.write("content/care/latin1.md", b"---\ntitle: Caf\xe9\n---\n");
    site.write("content/care/no-front.md", "## Who {#who}\n");
    site.write(
        "content/care/page.md",
        "---\ntitle: Page\n---\n[@one] [w](term:a) [l](latin1.md) [n](no-front.md#who)\n",
    );
    site.write("content/tools/bad.toml", "kind = \"questionnaire\"\n");
    site.write("content/care/to-tool.md", "---\ntitle: To\n---\n[t](/tools/bad.toml) [u](tool:bad)\n");
    let said = refused(&site);
    assert!(!said.contains("content/care/page.md") && !said.contains("content/care/to-tool.md"), "{said}");
}
