//! What a build makes, and that it touches nothing else.

use crate::site::{Site, tree};

#[test]
fn addresses_carry_the_base_path_everywhere() {
    let site = Site::new();
    site.build();
    for (name, bytes) in tree(&site.path("public")) {
        if !name.ends_with(".html") {
            continue;
        }
        let html = String::from_utf8(bytes).expect("UTF-8");
        for attribute in ["href=\"/", "src=\"/"] {
            for (at, _) in html.match_indices(attribute) {
                let url = &html[at + attribute.len() - 1..];
                assert!(url.starts_with("/help/"), "{name}: {}", &url[..url.len().min(60)]);
            }
        }
    }
    assert!(site.made("index.html").contains("href=\"/help/care/team/#who\""));
    assert!(site.made("index.html").contains("rel=\"canonical\" href=\"https://example.org/help/\""));
}

#[test]
fn a_missing_translation_is_the_original_with_a_notice() {
    let site = Site::new();
    site.build();
    let spanish = site.made("es/care/team/index.html");
    assert!(spanish.contains("<html lang=\"es\""));
    assert!(spanish.contains("<div class=\"prose\" lang=\"en\">"));
    assert!(spanish.contains("href=\"https://example.org/help/care/team/\""), "canonical is the original");
    assert!(!site.made("sitemap.xml").contains("/es/care/team/"), "it is no page of its own");
    assert!(site.made("es/index.html").contains("Hola."));
}

#[test]
fn drafts_and_days_to_come_are_left_out() {
    let site = Site::new();
    site.write("content/draft.md", "---\ntitle: Draft\ndraft: true\n---\n");
    site.write("content/later.md", "---\ntitle: Later\ndate: 2999-01-01\n---\n");
    site.build();
    assert!(!site.path("public/draft").exists() && !site.path("public/later").exists());
    let run = site.run(&["build", "--drafts"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(site.path("public/draft").exists() && site.path("public/later").exists());
}

#[test]
fn aliases_feed_sitemap_taxonomies_and_files() {
    let site = Site::new();
    site.write(
        "content/care/work.md",
        "+++\ntitle = \"Work\"\ndate = 2026-01-02\naliases = [\"/old/work\"]\ntopics = [\"jobs\"]\n+++\n\
         [leaflet](leaflet.pdf)\n\n![A bridge](bridge.svg)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nNote.[^n]\n\n[^n]: Why.\n",
    );
    site.write("content/care/leaflet.pdf", "%PDF");
    site.write(
        "content/care/bridge.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 30 20\"/>",
    );
    site.build();
    let page = site.made("care/work/index.html");
    assert!(page.contains("href=\"/help/care/leaflet.pdf\""));
    assert!(page.contains("src=\"/help/care/bridge.svg\" alt=\"A bridge\" width=\"30\" height=\"20\">"));
    assert!(page.contains("<div class=\"table-wrap\" role=\"region\" tabindex=\"0\""));
    assert!(page.contains("footnote"));
    assert_eq!(site.made("care/leaflet.pdf"), "%PDF");
    assert!(site.made("old/work/index.html").contains("url=/help/care/work/"));
    assert!(site.made("feed.xml").contains("<link href=\"https://example.org/help/care/work/\"/>"));
    assert!(
        site.made("sitemap.xml")
            .contains("<loc>https://example.org/help/care/work/</loc><lastmod>2026-01-02")
    );
    assert!(site.made("topics/jobs/index.html").contains("/help/care/work/"));
    assert!(site.made("robots.txt").contains("Sitemap: https://example.org/help/sitemap.xml"));
}

#[test]
fn a_term_is_shown_in_the_words_of_the_language() {
    let site = Site::new();
    let settings = std::fs::read_to_string(site.path("site.toml")).expect("the settings");
    site.write("site.toml", settings + "\n[taxonomies.topics.terms]\njobs = { es = \"empleo\" }\n");
    site.write("content/care/work.md", "---\ntitle: Work\ntopics: [jobs, sleep]\n---\n");
    site.write("content/care/work.es.md", "---\ntitle: Trabajo\ntopics: [jobs, sleep]\n---\n");
    site.build();
    assert!(site.made("care/work/index.html").contains("<a href=\"/help/topics/jobs/\">jobs</a>"));
    let spanish = site.made("es/care/work/index.html");
    assert!(spanish.contains("<a href=\"/help/es/topics/jobs/\">empleo</a>"), "{spanish}");
    assert!(
        spanish.contains("<a href=\"/help/es/topics/sleep/\">sleep</a>"),
        "without words, the term itself"
    );
    assert!(site.made("es/topics/jobs/index.html").contains(": empleo</h1>"));
    assert!(site.made("es/topics/index.html").contains(">empleo</a>"));
}

#[test]
fn a_list_of_pages_leads_to_itself_in_the_other_language() {
    let site = Site::new();
    site.write("content/care/work.md", "---\ntitle: Work\ntopics: [jobs]\n---\n");
    site.build();
    for place in ["topics/", "topics/jobs/"] {
        let (english, spanish) = (format!("/help/{place}"), format!("/help/es/{place}"));
        for (page, other, code) in [(&english, &spanish, "es"), (&spanish, &english, "en")] {
            let html = site.made(&format!("{}index.html", page.trim_start_matches("/help/")));
            assert!(html.contains(&format!("<li><a href=\"{other}\" hreflang=\"{code}\"")), "{page}");
            let alternate =
                format!("<link rel=\"alternate\" hreflang=\"{code}\" href=\"https://example.org{other}\">");
            assert!(html.contains(&alternate), "{page}");
        }
    }
}

#[test]
fn a_source_in_another_language_than_the_page_says_so() {
    let site = Site::new();
    let entry =
        |key, langid| format!("@misc{{{key}, langid = {{{langid}}}, title = {{A work}}, year = {{2020}}}}\n");
    let unknown = "@misc{other, title = {A work}, year = {2020}}\n";
    site.write(
        "content/references.bib",
        &(entry("english", "english") + &entry("spanish", "spanish") + unknown),
    );
    let text = "---\ntitle: Work\n---\n\nSo it is [@english; @spanish; @other].\n";
    site.write("content/care/work.md", text);
    site.write("content/care/work.es.md", text);
    site.build();
    for (path, languages) in
        [("care/work", [None, Some("es"), None]), ("es/care/work", [Some("en"), None, None])]
    {
        let html = site.made(&format!("{path}/index.html"));
        for (index, language) in languages.iter().enumerate() {
            let number = index + 1;
            let lang = language.map_or(String::new(), |code| format!(" lang=\"{code}\""));
            let line = format!("<li id=\"ref-{number}\" value=\"{number}\"{lang}>");
            assert!(html.contains(&line), "{line} on {path}: {html}");
        }
    }
}

#[test]
fn weights_then_dates_order_a_section() {
    let site = Site::new();
    for (name, front) in
        [("a", "weight: 2"), ("b", "date: 2020-01-01"), ("c", "date: 2021-01-01"), ("d", "weight: 1")]
    {
        site.write(&format!("content/list/{name}.md"), format!("---\ntitle: Page {name}\n{front}\n---\n"));
    }
    site.write("content/list/_index.md", "---\ntitle: List\n---\n");
    site.build();
    let html = site.made("list/index.html");
    let place = |name: &str| html.find(&format!("/help/list/{name}/")).expect(name);
    let mut order = ["a", "b", "c", "d"];
    order.sort_by_key(|name| place(name));
    assert_eq!(order, ["d", "a", "c", "b"]);
}

#[test]
fn a_theme_file_of_the_site_takes_the_place_of_the_built_in_one() {
    let site = Site::new();
    site.write("themes/daylight/templates/page.html", "<p>mine: {{ page.title }} & {{ \"<b>\" }}</p>");
    site.build();
    assert_eq!(site.made("care/team/index.html"), "<p>mine: A team & &lt;b&gt;</p>");
    assert!(site.made("care/index.html").contains("<html"), "all other files are the theme's");
}

#[test]
fn a_site_can_leave_out_tools_by_folder_or_id() {
    let site = Site::new();
    let tool = crate::site::example_tool();
    // The page to which the example's link leads.
    site.write("content/sleep/evening.md", "---\ntitle: A calm evening\n---\n");
    for name in ["kept", "one", "folder/two"] {
        site.write(&format!("content/tools/{name}.toml"), &tool);
    }
    let settings = std::fs::read_to_string(site.path("site.toml")).expect("the settings");
    site.write("site.toml", format!("{settings}\n[tools]\nleave_out = [\"one\", \"folder\"]\n"));
    site.build();
    assert!(site.path("public/tools/kept/index.html").exists());
    assert!(!site.path("public/tools/one").exists() && !site.path("public/tools/two").exists());
}

#[test]
fn a_folder_that_is_not_ours_is_refused() {
    let site = Site::new();
    site.write("photos/me.jpg", "x");
    let run = site.run(&["build", "--out", "photos"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("holds files that Footbridge did not write"), "{}", run.stderr);
    assert_eq!(tree(&site.path("photos")).len(), 1, "nothing was touched");
    assert_eq!(site.run(&["build", "--out", "."]).status, 2, "the sources are never replaced");
    assert_eq!(site.run(&["build", "--out", "content/x"]).status, 2);
}

#[test]
fn nothing_outside_the_output_folder_is_touched() {
    let site = Site::new();
    let before: Vec<_> = tree(site.root());
    site.build();
    site.build();
    let after: Vec<_> =
        tree(site.root()).into_iter().filter(|(name, _)| !name.starts_with("public/")).collect();
    assert!(before == after, "sources are as they were, and nothing was left beside the site");
}

#[test]
fn a_failed_build_leaves_the_last_good_site() {
    let site = Site::new();
    site.build();
    let good = tree(&site.path("public"));
    site.write("content/care/team.md", "---\ntitel: A team\n---\n");
    let run = site.run(&["build"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("the last good site stays"), "{}", run.stderr);
    assert!(good == tree(&site.path("public")));
}

#[test]
fn what_an_embedded_tool_cites_counts_with_the_page() {
    let site = Site::new();
    site.write("content/sleep/evening.md", "---\ntitle: A calm evening\n---\n");
    site.write(
        "content/references.bib",
        "@article{one, title = {First}, year = {2001}}\n@article{two, title = {Second}, year = {2002}}\n",
    );
    let tool = crate::site::example_tool().replace("Most nights were good.", "Most nights were good [@two].");
    site.write("content/tools/sleep.toml", tool);
    site.write("content/night.md", "---\ntitle: Night\n---\nSleep helps [@one].\n\n![Sleep](tool:sleep)\n");
    site.build();
    let html = site.made("night/index.html");
    let place = |words: &str| html.find(words).unwrap_or_else(|| panic!("no {words}"));
    assert!(
        html.contains("Most nights were good<sup class=\"cite\"><a href=\"#ref-2\">"),
        "the tool's source is the second"
    );
    assert!(place("id=\"ref-1\"") < place("First") && place("id=\"ref-2\"") < place("Second"));
    assert!(site.made("tools/sleep/index.html").contains("#ref-1"), "on its own page it is the first");
}
