//! A translation of a tool is other texts over the same rules, and is refused where it has other parts.

use serde_json::json;

use crate::score::score_file;
use crate::site::Site;

const ORIGINAL: &str = r#"kind = "questionnaire"
title = "A small check"
summary = "One question."
minutes = 1
timeframe = "Today"
limits = "It means little."

[source]
citation = "Written for a test."
holder = "Nobody"
permission = "Free."
checked = "2026-11-20"
wording_checked_by = "Nobody"
modified = false
own = true

[[items]]
id = "q1"
text = "Did you rest?"
options = [{ value = 0, label = "No", score = 0 }, { value = 1, label = "Yes, I did", score = 1 }]

[[items]]
id = "q2"
type = "yes-no"
text = "Did you sleep?"
required = false

[[scores]]
id = "total"
title = "Rest"
items = ["q1"]

[[scores.bands]]
id = "any"
from = 0
to = 1
label = "Any rest"
meaning = "You rested, or not."
"#;

const SPANISH: &str = r#"title = "Una prueba breve"
summary = "Una pregunta."
timeframe = "Hoy"
limits = "Dice poco."

[source]
citation = "Escrito para una prueba."
holder = "Nadie"
permission = "Libre."
checked = "2026-11-20"
wording_checked_by = "Nadie"
modified = false
own = true

[[items]]
id = "q1"
text = "¿Descansó?"
options = [{ value = 0, label = "No" }, { value = 1, label = "Sí, descansé" }]

[[items]]
id = "q2"
text = "¿Durmió?"

[[scores]]
id = "total"
title = "Descanso"

[[scores.bands]]
id = "any"
label = "Algún descanso"
meaning = "Descansó, o no."
"#;

fn site(spanish: &str) -> Site {
    let site = Site::new();
    site.write("content/tools/rest.toml", ORIGINAL);
    site.write("content/tools/rest.es.toml", spanish);
    site
}

fn definition(page: &str) -> &str {
    page.split("<template data-definition>")
        .nth(1)
        .and_then(|rest| rest.split('<').next())
        .expect("a definition")
}

fn own_and_other((own, other): (&str, &str)) -> (String, String) {
    (own.to_owned(), other.to_owned())
}

#[test]
fn the_page_of_each_language_has_its_words_and_the_same_rules() {
    let site = site(SPANISH);
    site.build();
    let both = (site.made("tools/rest/index.html"), site.made("es/tools/rest/index.html"));
    assert_eq!(definition(&both.0), definition(&both.1));
    // Each page has the form in its own language, and the other one ready to change over.
    let apart =
        |page: &'static str| site.made(page).split_once("<template data-other-language>").map(own_and_other);
    let (english, spanish_inside) = apart("tools/rest/index.html").expect("two forms");
    let (spanish, english_inside) = apart("es/tools/rest/index.html").expect("two forms");
    for words in ["¿Descansó?", "Sí, descansé", "Algún descanso", "<span>Sí</span>"] {
        assert!(spanish.contains(words) && spanish_inside.contains(words), "{words}");
        assert!(!english.contains(words) && !english_inside.contains(words), "{words}");
    }
    assert!(spanish.contains("Una prueba breve"));
    assert!(english.contains("Did you rest?") && english_inside.contains("Did you rest?"));
    assert!(!spanish.contains("Did you rest?") && !spanish_inside.contains("Did you rest?"));
    assert!(spanish_inside.contains("lang=\"es\"") && english_inside.contains("lang=\"en\""));
}

#[test]
fn answers_are_scored_in_the_words_of_the_translation() {
    let site = site(SPANISH);
    let (status, scored, said) =
        score_file(&site.path("content/tools/rest.es.toml"), &json!({ "q1": "Sí, descansé" }));
    assert_eq!(status, 0, "{said}");
    assert_eq!(scored["scores"], json!([{ "id": "total", "value": 1, "band": "any" }]));
}

#[test]
fn other_parts_than_the_original_are_refused_with_their_place() {
    for (from, to, line, says) in [
        ("id = \"q2\"", "id = \"q3\"", 21, "The original has no question `q3`"),
        ("{ value = 0, label = \"No\" }, ", "", 18, "lacks a response option of the original: 0"),
        ("{ value = 0, ", "{ value = 2, ", 18, "The original has no response option `2`"),
        ("id = \"any\"", "id = \"some\"", 29, "The original has no band `some`"),
        ("text = \"¿Durmió?\"", "text = \"¿Durmió?\"\nhelp = \"x\"", 23, "the original has not"),
        ("permission = \"Libre.\"", "permission = \" \"", 9, "may be published"),
    ] {
        let run = site(&SPANISH.replacen(from, to, 1)).run(&["check"]);
        assert_eq!(run.status, 1, "{from}");
        assert!(run.stderr.contains(says), "{says}: {}", run.stderr);
        assert!(
            run.stderr.contains(&format!("content/tools/rest.es.toml:{line}:")),
            "line {line}: {}",
            run.stderr
        );
    }
    let alone = Site::new();
    alone.write("content/tools/rest.es.toml", SPANISH);
    assert!(alone.run(&["check"]).stderr.contains("there is no `rest.toml`"));
    let unknown = site(SPANISH);
    unknown.write("content/tools/rest.fr.toml", SPANISH);
    assert!(unknown.run(&["check"]).stderr.contains("no language `fr`"));
}
