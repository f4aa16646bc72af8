//! Every fault is told with its place and its mend, all at once. Each test is one kind of broken site.

use crate::site::{Run, Site};

/// What `check` says of a site, with nothing in it that differs between machines.
fn said(site: &Site) -> String {
    let Run { status, stderr, .. } = site.run(&["check"]);
    format!("exit {status}\n{stderr}")
}

fn page(site: &Site, text: &str) {
    site.write("content/care/page.md", text);
}

#[test]
fn link_band_and_key_are_all_told_in_one_build() {
    let site = Site::new();
    page(&site, "---\ntitle: Page\nsumary: Wrong key.\n---\n[Team](/care/tema.md)\n");
    site.write("content/tools/sleep.toml", crate::site::example_tool().replacen("from = 2", "from = 3", 1));
    insta::assert_snapshot!(said(&site));
}

#[test]
fn one_fault_of_a_tool_is_told_once() {
    // No template fails for it, and no band is blamed for a range that only follows from it.
    for (from, to, code) in [
        ("title = \"Unrest\"", "title = \"Unrest\"\nby = \"nobody\"", "FB0531"),
        ("items = [\"rested\", \"tense\"]", "items = [\"rested\", \"tenes\"]", "FB0502"),
        ("score = 2", "", "FB0508"),
    ] {
        let site = Site::new();
        let guide = include_str!("../../docs/questionnaires.md");
        let (_, rest) = guide.split_once("```toml\n").expect("an example");
        let (example, _) = rest.split_once("```").expect("its end");
        assert!(example.contains(from), "{from}");
        site.write("content/tools/week.toml", example.replacen(from, to, 1));
        let told = said(&site);
        let errors: Vec<&str> = told.lines().filter(|line| line.starts_with("error")).collect();
        assert!(!errors.is_empty() && errors.iter().all(|error| error.contains(code)), "{told}");
    }
}

#[test]
fn front_matter() {
    let site = Site::new();
    page(
        &site,
        "---\ntitle: 5\naudience: [famly]\ndate: 2026-02-30\nevidence: {grade: E}\ntaxonomies: {topcs: [a]}\n---\n",
    );
    site.write("content/care/no-title.md", "---\nsummary: S\n---\n");
    site.write("content/care/no-front.md", "Just text\n");
    site.write("content/care/open.md", "---\ntitle: Open\n");
    site.write("content/care/bad-yaml.md", "---\ntitle: \"open\nx: [\n---\n");
    site.write("content/care/bad-toml.md", "+++\ntitle = Home\nweight = = 3\n+++\n");
    insta::assert_snapshot!(said(&site));
}

#[test]
fn links_anchors_terms_citations_tools() {
    let site = Site::new();
    page(
        &site,
        "---\ntitle: Page\n---\n[a](/care/tem.md) [b](team.md#hwo) [c](#nowhere) [d](term:peer) [@nobody; @none]\n\n\
         ![A tool](tool:phq9) [e](/care/team/) [f](leaflet.pdf) [g][undefined] [h](javascript:alert(1))\n\n\
         > [!TPI] Title\n> Text\n",
    );
    site.write("content/soon.md", "---\ntitle: Soon\ndraft: true\n---\n");
    site.write("content/care/to-soon.md", "---\ntitle: To\n---\n[s](/soon.md)\n");
    insta::assert_snapshot!(said(&site));
}

#[test]
fn images() {
    let site = Site::new();
    page(
        &site,
        "---\ntitle: Page\n---\n![](bridge.svg)\n\n![A bridge](brigde.svg)\n\n![Cut](cut.png)\n\n![Far](https://example.org/a.png)\n",
    );
    site.write("content/care/bridge.svg", "<svg viewBox=\"0 0 3 2\"/>");
    site.write("content/care/cut.png", [0x89, b'P', b'N', b'G']);
    insta::assert_snapshot!(said(&site));
}

#[test]
fn results_of_studies() {
    let site = Site::new();
    site.write("content/references.bib", "@article{a2013, title = {A}, year = {2013}}\n");
    site.write(
        "content/evidence.toml",
        "[[results]]\nid = \"signs\"\nsource = \"a2013\"\noutcome = { en = \"had a relapse\" }\narms = [\n\
         { label = { en = \"with\" }, per_100 = 23 },\n{ label = { en = \"without\" }, per_100 = 143 },\n]\n\n\
         [[results]]\nid = \"signs\"\nsource = \"a2013\"\n\n\
         [[results]]\nid = \"alone\"\nsource = \"a2014\"\narms = [{ label = { en = \"x\" }, per_100 = 1 }]\n\n\
         [[results]]\nid = \"said\"\nsource = \"a2013\"\nnumbers = [\"0.53\"]\n",
    );
    page(
        &site,
        "---\ntitle: Page\n---\n![Chart](evidence:sings)\n\n![Chart](evidence:said)\n\n\
         It was [24 in 100](evidence:signs), or [0,53](evidence:said).\n",
    );
    insta::assert_snapshot!(said(&site));
}

#[test]
fn headings_and_html() {
    let site = Site::new();
    page(
        &site,
        "---\ntitle: Page\n---\n# One\n\n### Three\n\n## A {#x}\n\n## B {#x}\n\n<div onclick=\"x\">hi</div>\n\n<!-- fine -->\n",
    );
    insta::assert_snapshot!(said(&site));
}

#[test]
fn addresses_and_files() {
    let site = Site::new();
    site.write("content/care/one.md", "---\ntitle: One\nslug: same\naliases: [/care/team/]\n---\n");
    site.write("content/care/two.md", "---\ntitle: Two\nslug: same\n---\n");
    site.write("content/care/Big Name.md", "---\ntitle: Big\n---\n");
    site.write("content/care/page.fr.md", "---\ntitle: Page\n---\n");
    site.write("content/care/latin1.md", b"---\ntitle: Caf\xe9\n---\n");
    insta::assert_snapshot!(said(&site));
}

#[test]
fn settings() {
    let site = Site::new();
    let text = std::fs::read_to_string(site.path("site.toml")).expect("the settings");
    let text = text
        .replace("https://example.org/help/", "example.org")
        .replace("default_language = \"en\"", "default_language = \"fr\"")
        .replace("country = \"US\"", "country = \"UK\"")
        .replace("call = \"988\"", "call = \"nine\"")
        .replace("2026-11-01", "2024-01-01");
    site.write("site.toml", text);
    let wrong_values = said(&site);
    site.write("site.toml", "titel = \"A\"\nbase_url = 3\n[languages.en]\nnam = \"English\"\n");
    insta::assert_snapshot!(format!("{wrong_values}\n----\n{}", said(&site)));
}

#[test]
fn templates_and_words() {
    let site = Site::new();
    page(&site, "---\ntitle: Page\ntemplate: pgae.html\n---\n");
    site.write("themes/daylight/templates/section.html", "{{ section.pages }}\n{{ sectoin.pages }}\n");
    site.write("themes/daylight/i18n/en/more.ftl", "good = Good\nbad line\n");
    let failing = said(&site);
    site.write("themes/daylight/templates/section.html", "{% if %}\n");
    insta::assert_snapshot!(format!("{failing}\n----\n{}", said(&site)));
}

#[test]
fn tools() {
    let site = Site::new();
    site.write("content/tools/quiz.toml", "kind = \"questionaire\"\n");
    site.write("content/tools/none.toml", "title = \"No kind\"\n");
    site.write("content/tools/empty.toml", "kind = \"questionnaire\"\ntitel = \"x\"\n");
    insta::assert_snapshot!(said(&site));
}

#[test]
fn glossary_and_bibliography() {
    let site = Site::new();
    site.write(
        "content/glossary.toml",
        "[[terms]]\nid = \"a\"\nterm = \"A\"\ntext = \"See [x](/nowhere.md).\"\n\n[[terms]]\nid = \"a\"\nterm = \"B\"\ntext = \"b\"\n\n[[terms]]\nid = \"c\"\n",
    );
    site.write(
        "content/references.bib",
        "@article{one, title = {One}, year = {2020}}\n@article{two, title = {Two\n",
    );
    let missing = said(&site);
    site.write(
        "content/glossary.toml",
        "[[terms]]\nid = \"a\"\nterm = \"A\"\ntext = \"See [x](/nowhere.md).\"\n\n[[terms]]\nid = \"a\"\nterm = \"B\"\ntext = \"b\"\n",
    );
    insta::assert_snapshot!(format!("{missing}\n----\n{}", said(&site)));
}

#[test]
fn an_empty_site_and_a_loop_of_links_are_warnings() {
    let site = Site::new();
    std::fs::remove_dir_all(site.path("content")).expect("the content is removed");
    std::fs::create_dir(site.path("content")).expect("an empty folder");
    #[cfg(unix)]
    std::os::unix::fs::symlink(site.path("content"), site.path("content/loop")).expect("a link");
    insta::assert_snapshot!(said(&site));
}

#[test]
fn json_names_code_severity_file_line_column_message_and_help() {
    let site = Site::new();
    page(&site, "---\ntitle: Page\n---\nÄ [a](/care/tem.md)\n");
    let run = site.run(&["check", "--format", "json"]);
    assert_eq!(run.status, 1);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(
        report["findings"][0],
        serde_json::json!({
            "code": "FB0301",
            "severity": "error",
            "file": "content/care/page.md",
            "line": 4,
            "column": 7,
            "end_line": 4,
            "end_column": 19,
            "message": "There is no page or file `/care/tem.md`.",
            "why": "A reader who follows it meets an error page.",
            "related": [],
            "help": "Did you mean `/care/team.md`?",
        })
    );
}

#[test]
fn warnings_forbid_nothing_unless_asked() {
    let site = Site::new();
    page(&site, "---\ntitle: Page\n---\n## A\n\n#### B\n");
    assert_eq!(site.run(&["check"]).status, 0);
    assert_eq!(site.run(&["build"]).status, 0);
    assert_eq!(site.run(&["check", "--strict"]).status, 1);
}
