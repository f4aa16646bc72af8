//! The checks of texts: one example of every rule, and one near miss of each that nothing is said of.

use std::path::Path;

use serde_json::Value;

use crate::site::{Site, repository};

/// The codes that a site can set and except.
const GROUPS: &[&str] = &["FB04", "FB08", "FB09", "FB10"];

/// The site that breaks every rule once.
fn one_of_each() -> Site {
    let site = Site::new();
    std::fs::remove_dir_all(site.path("content")).expect("the folder goes");
    let folder = repository().join("tests/cli/fixtures/checks");
    for (name, bytes) in crate::site::tree(&folder) {
        site.write(&name, bytes);
    }
    // Heavier than the limit, and a picture by its size.
    let mut large = b"<svg viewBox=\"0 0 3 2\"><!-- ".to_vec();
    large.resize(400_000, b'x');
    large.extend_from_slice(b" --></svg>");
    site.write("content/care/large.svg", large);
    site
}

fn findings(site: &Site, arguments: &[&str]) -> Vec<Value> {
    let run = site.run(&[&["check", "--format", "json"], arguments].concat());
    let report: Value = serde_json::from_str(&run.stdout).expect("JSON");
    report["findings"].as_array().expect("a list").clone()
}

fn text<'a>(finding: &'a Value, key: &str) -> &'a str {
    finding[key].as_str().unwrap_or_default()
}

#[test]
fn every_rule_finds_its_example_and_no_near_miss() {
    let site = one_of_each();
    let findings = findings(&site, &[]);
    let mut said = String::new();
    for finding in &findings {
        assert_ne!(text(finding, "file"), "content/near-misses.md", "{finding:#}");
        assert!(!text(finding, "why").is_empty(), "{finding:#}");
        said.push_str(&format!(
            "{} {} {}:{}:{}\n  {}\n  {}\n",
            text(finding, "code"),
            text(finding, "severity"),
            text(finding, "file"),
            finding["line"],
            finding["column"],
            text(finding, "message"),
            text(finding, "help"),
        ));
    }
    insta::assert_snapshot!(said);
    // What other sites answer is asked by request only; `external.rs` tests it.
    let rules = footbridge::findings::codes::ALL.iter().map(|code| code.id);
    let rules = rules.filter(|rule| !rule.starts_with("FB095"));
    for rule in rules.filter(|rule| GROUPS.iter().any(|group| rule.starts_with(group))) {
        assert!(findings.iter().any(|finding| text(finding, "code") == rule), "no example of {rule}");
    }
}

#[test]
fn findings_underline_the_words_and_say_why_once() {
    let site = one_of_each();
    let run = site.run(&["check"]);
    assert_eq!(run.status, 1, "a dead number is an error");
    let start = run.stderr.find("error[FB0911]").expect("the worst comes first");
    assert_eq!(start, 0);
    let wording = run.stderr.find("“committed suicide”").expect("the finding");
    let end = run.stderr[wording..].find("\n\n").expect("its end") + wording;
    insta::assert_snapshot!(&run.stderr[wording..end]);
    assert_eq!(run.stderr.matches("Numbers in texts are forgotten").count(), 1);
}

#[test]
fn a_site_sets_how_much_a_rule_matters() {
    let site = one_of_each();
    let settings = std::fs::read_to_string(site.path("site.toml")).expect("the settings");
    let rules = "[checks.rules]\nhealth = \"off\"\nFB0402 = \"note\"\nlanguage = \"error\"\ncommit-suicide = \"off\"\n";
    site.write("site.toml", format!("{settings}\n{rules}"));
    let findings = findings(&site, &[]);
    let severity = |code: &str| {
        findings.iter().find(|finding| text(finding, "code") == code).map(|finding| text(finding, "severity"))
    };
    assert_eq!(severity("FB0911"), None);
    assert_eq!(severity("FB0402"), Some("note"));
    assert_eq!(severity("FB0401"), Some("error"));
    assert_eq!(severity("FB0406"), None, "the rule's name goes before its group");
    site.write("site.toml", format!("{settings}\n[checks.rules]\nlangauge = \"off\"\n[[checks.language]]\nname = \"x\"\nfind = [\"low-paid\"]\nsay = \"y\"\n"));
    insta::assert_snapshot!(
        site.run(&["check", "--quiet"]).stderr.lines().take(24).collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn strict_counts_warnings_and_not_notes() {
    let site = Site::new();
    assert_eq!(site.run(&["check", "--strict"]).status, 0);
    site.write("content/care/note.md", "---\ntitle: A note\n---\nIt was a crazy week.\n");
    assert_eq!(site.run(&["check"]).status, 0);
    assert_eq!(site.run(&["check", "--strict"]).status, 1);
    let settings = std::fs::read_to_string(site.path("site.toml")).expect("the settings");
    site.write("site.toml", settings.replace("[checks.rules]", "[checks.rules]\nFB0402 = \"note\""));
    assert_eq!(site.run(&["check", "--strict"]).status, 0);
}

#[test]
fn a_translation_is_current_until_its_original_changes() {
    let site = one_of_each();
    let told = |site: &Site| -> Option<String> {
        let findings = findings(site, &[]);
        let about = |finding: &&Value| {
            text(finding, "file") == "content/notes.es.md" && text(finding, "code").starts_with("FB100")
        };
        findings
            .iter()
            .find(about)
            .map(|finding| format!("{} {}", text(finding, "code"), text(finding, "help")))
    };
    let unmarked = told(&site).expect("it names no version");
    assert!(unmarked.starts_with("FB1009"), "{unmarked}");
    let digest = unmarked
        .split("translates: ")
        .nth(1)
        .expect("the digest")
        .split('`')
        .next()
        .expect("its end")
        .to_owned();
    let page = format!(
        "---\ntitle: Notas\nsummary: Dice qué versión traduce.\ntranslates: {digest}\n---\nDos personas hablan.\n"
    );
    site.write("content/notes.es.md", page);
    assert_eq!(told(&site), None);
    git(site.root(), &["init", "-q"]);
    git(site.root(), &["add", "-A"]);
    git(site.root(), &["commit", "-qm", "one"]);
    site.write("content/notes.md", "---\ntitle: Notes\nsummary: A page with a translation that names no version.\n---\nTwo people talk.\nA third listens.\n");
    let outdated = told(&site).expect("it is out of date");
    assert!(outdated.starts_with("FB1008 1 lines were added and 0 removed since"), "{outdated}");
}

#[test]
fn without_a_digest_the_days_in_git_tell() {
    let site = one_of_each();
    git(site.root(), &["init", "-q"]);
    git(site.root(), &["add", "-A"]);
    git(site.root(), &["commit", "-qm", "one", "--date", "2026-01-01T00:00:00Z"]);
    let about = |findings: &[Value]| -> Vec<String> {
        let notes = findings.iter().filter(|finding| text(finding, "file") == "content/notes.es.md");
        notes.map(|finding| text(finding, "code").to_owned()).collect()
    };
    assert_eq!(about(&findings(&site, &[])), [""; 0], "both are of one day");
    site.write("content/notes.md", "---\ntitle: Notes\nsummary: Changed.\n---\nTwo people talk.\n");
    git(site.root(), &["add", "-A"]);
    git(site.root(), &["commit", "-qm", "two"]);
    assert_eq!(about(&findings(&site, &[])), ["FB1008"]);
}

/// Runs git with a clock that goes on by a day at each commit.
fn git(folder: &Path, arguments: &[&str]) {
    let second = arguments.contains(&"two");
    let day = if second { "2026-02-01T00:00:00Z" } else { "2026-01-01T00:00:00Z" };
    let output = std::process::Command::new("git")
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .env("GIT_COMMITTER_DATE", day)
        .current_dir(folder)
        .output()
        .expect("git is there");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn json_fits_its_schema() {
    let site = one_of_each();
    let schema: Value = serde_json::from_str(&site.run(&["schema", "findings"]).stdout).expect("the schema");
    let report: Value =
        serde_json::from_str(&site.run(&["check", "--format", "json"]).stdout).expect("the report");
    assert!(report["findings"].as_array().is_some_and(|list| list.len() > 40));
    valid(&schema, &report);
}

#[test]
fn sarif_fits_the_official_schema() {
    let site = one_of_each();
    let schema = std::fs::read_to_string(sarif_schema()).expect("the schema of SARIF");
    let mut schema: Value = serde_json::from_str(&schema).expect("JSON");
    // Its pattern for languages is no regular expression: it has a bracket too many. We name no language.
    for owner in ["run", "toolComponent"] {
        let language =
            schema["definitions"][owner]["properties"]["language"].as_object_mut().expect("the property");
        language.remove("pattern").expect("the pattern");
    }
    let report: Value =
        serde_json::from_str(&site.run(&["check", "--format", "sarif"]).stdout).expect("the report");
    assert!(report["runs"][0]["results"].as_array().is_some_and(|list| list.len() > 40));
    valid(&schema, &report);
}

fn valid(schema: &Value, report: &Value) {
    let validator = jsonschema::validator_for(schema).expect("a schema");
    let faults: Vec<String> =
        validator.iter_errors(report).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

/// The schema comes with the crate serde-sarif, which cargo has fetched with the others and nothing compiles.
fn sarif_schema() -> std::path::PathBuf {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = std::process::Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(repository())
        .output()
        .expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("what cargo knows");
    let packages = metadata["packages"].as_array().expect("packages");
    let package = packages.iter().find(|package| package["name"] == "serde-sarif").expect("serde-sarif");
    Path::new(text(package, "manifest_path")).parent().expect("its folder").join("src/schema.json")
}

#[test]
fn github_commands_are_one_line_each() {
    let site = one_of_each();
    let run = site.run(&["check", "--format", "github"]);
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert!(
        lines
            .iter()
            .all(|line| ["::error ", "::warning ", "::notice "].iter().any(|start| line.starts_with(start)))
    );
    insta::assert_snapshot!(lines[..3].join("\n"));
}

#[test]
fn tables_of_readability_and_the_scorecard() {
    let site = one_of_each();
    insta::assert_snapshot!(site.run(&["check", "--readability"]).stdout);
    insta::assert_snapshot!(site.run(&["check", "--scorecard"]).stdout);
}

#[test]
fn explain_shows_an_example_of_every_code() {
    let site = Site::new();
    insta::assert_snapshot!(site.run(&["explain", "fb0406"]).stdout);
    assert!(site.run(&["explain", "FB0504"]).stdout.contains("For example"));
    assert!(site.run(&["explain", "FB0405x"]).stderr.contains("Did you mean FB0405?"));
}

/// The settings of a small site with the severities of these rules alone.
fn with_rules(site: &Site, rules: &str) {
    let settings = include_str!("fixtures/site.toml");
    let (before, _) = settings.split_once("[checks.rules]").expect("the fixture sets rules");
    site.write("site.toml", format!("{before}[checks.rules]\n{rules}\n"));
}

#[test]
fn a_rule_that_forbids_publishing_stops_the_build_too() {
    let site = Site::new();
    site.write("content/care/note.md", "---\ntitle: A note\n---\nHe committed suicide. A crazy week.\n");
    assert_eq!(site.build().stderr.matches("FB04").count(), 0, "a warning is for `check`");
    with_rules(&site, "FB0406 = \"error\"");
    let run = site.run(&["build"]);
    assert_eq!(run.status, 1);
    insta::assert_snapshot!(run.stderr);
    assert!(site.path("public/care/note/index.html").is_file(), "the last good site stays");
    // By its name and by its group as well; another rule is not told.
    with_rules(&site, "commit-suicide = \"error\"");
    assert_eq!(site.run(&["build"]).stderr.matches("[FB").count(), 1);
    with_rules(&site, "FB0402 = \"off\"\nlanguage = \"error\"");
    assert_eq!(site.run(&["build"]).stderr.matches("[FB").count(), 1);
    // An exception holds in a build as in a check.
    site.write(
        "content/care/note.md",
        "---\ntitle: A note\n---\n<!-- footbridge-ignore FB0406: the words of a law -->\nHe committed suicide.\n",
    );
    site.build();
    site.write(
        "content/care/note.md",
        "---\ntitle: A note\n---\n<!-- footbridge-ignore FB0406: nothing here -->\nHe died.\n",
    );
    assert!(site.run(&["build"]).stderr.contains("error[FB0420]"), "with the group, exceptions count too");
    with_rules(&site, "FB0406 = \"error\"");
    site.build();
}

#[test]
fn what_check_calls_an_error_never_gets_published() {
    let site = Site::new();
    let refused = |why: &str| {
        assert_eq!(site.run(&["check"]).status, 1, "check: {why}");
        assert_eq!(site.run(&["build"]).status, 1, "build: {why}");
    };
    site.write("content/care/note.md", "---\ntitle: A note\n---\nSamaritans: 08457 90 90 90.\n");
    with_rules(&site, "");
    refused("a crisis number that is no longer right, by default");
    with_rules(&site, "FB0911 = \"warn\"");
    site.build();
    site.write("content/care/note.md", "---\ntitle: A team\n---\nSamaritans: 116 123.\n");
    site.build();
    with_rules(&site, "FB1005 = \"error\"");
    refused("two pages with one title");
    with_rules(&site, "FB1010 = \"error\"\nFB1007 = \"error\"");
    refused("a page that is not translated");
    with_rules(&site, "commit-suicid = \"error\"");
    refused("a rule that does not exist guards nothing");
}

#[test]
fn what_several_pages_are_told_can_be_excepted_too() {
    let site = Site::new();
    let page = |above: &str| format!("---\ntitle: A team\nsummary: Another.\n---\n{above}\n\nPeople.\n");
    let told = |site: &Site| -> Vec<String> {
        let all = findings(site, &[]);
        let here = all.iter().filter(|finding| text(finding, "file") == "content/care/twins.md");
        here.map(|finding| text(finding, "code").to_owned()).collect()
    };
    with_rules(&site, "health = \"off\"\nFB1009 = \"off\"");
    site.write("content/care/twins.md", page("Words."));
    assert_eq!(told(&site), ["FB1005"]);
    site.write("content/care/twins.md", page("<!-- footbridge-ignore FB1005: two teams have one name -->"));
    assert_eq!(told(&site), [""; 0]);
    site.write("content/care/twins.md", page("<!-- footbridge-ignore FB1006: nothing leads here -->"));
    assert_eq!(told(&site), ["FB1005", "FB0420"]);
}

#[test]
fn data_files_have_exceptions_in_their_comments() {
    let site = Site::new();
    let glossary = |first: &str, second: &str| {
        format!(
            "{first}[[terms]]\nid = \"grief\"\nterm = \"Grief\"\ntext = \"He committed suicide.\"\n\n\
             [[terms]]\nid = \"law\"\nterm = \"Law\"\n{second}text = \"It said: whoever committed suicide.\"\n"
        )
    };
    let told = |site: &Site| -> Vec<String> {
        let said = |finding: &Value| {
            format!("{}:{} {}", text(finding, "file"), finding["line"], text(finding, "code"))
        };
        findings(site, &[]).iter().map(said).collect()
    };
    let reason = "# footbridge-ignore FB0406: the words of the old law\n";
    site.write("content/glossary.toml", glossary("", ""));
    assert_eq!(told(&site), ["content/glossary.toml:4 FB0406", "content/glossary.toml:9 FB0406"]);
    site.write("content/glossary.toml", glossary("", reason));
    assert_eq!(told(&site), ["content/glossary.toml:4 FB0406"], "the next entry alone");
    site.write("content/glossary.toml", glossary(reason, reason));
    assert_eq!(told(&site), [""; 0], "before a table it holds for the table");
    // In a text the same signs are a heading, and hide nothing.
    let quoted = "also = [\"# footbridge-ignore FB0406: the words of the old law\"]\n";
    site.write(
        "content/glossary.toml",
        glossary(quoted, reason).replacen(quoted, "", 1).replacen(
            "id = \"grief\"\n",
            &format!("id = \"grief\"\n{quoted}"),
            1,
        ),
    );
    assert_eq!(told(&site), ["content/glossary.toml:5 FB0406"]);
    // Faults of exceptions are told in data as in texts.
    site.write(
        "content/glossary.toml",
        glossary("# footbridge-ignore FB0402: nothing\n", "# footbridge-ignore FB0406\n").replacen(
            "He committed suicide.",
            "He died.",
            1,
        ),
    );
    let settings = std::fs::read_to_string(site.path("site.toml")).expect("the settings");
    site.write("site.toml", format!("# footbridge-ignore FB0209: by hand\n{settings}"));
    let run = site.run(&["check"]);
    insta::assert_snapshot!(run.stderr);
    // In settings of a page too.
    site.write("site.toml", settings);
    site.write("content/glossary.toml", "");
    site.write(
        "content/care/note.md",
        "---\n# footbridge-ignore FB0402: the title of a film\ntitle: A crazy week\nsummary: It was crazy. # footbridge-ignore FB0402: its words\n---\nWords.\n",
    );
    assert_eq!(told(&site), [""; 0]);
}
