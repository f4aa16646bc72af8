//! A translation that leaves the words of a published form as they are: `wording = "original"`.

use footbridge_model::Tool;
use serde_json::json;

use crate::score::score_file;
use crate::site::Site;

/// A published form with a help of ours, a question that leaves its answers to the theme, and one of our own, whose
/// answer names the bands.
const ORIGINAL: &str = r#"kind = "questionnaire"
title = "A rest check"
summary = "Three questions."
minutes = 1
timeframe = "The last week"
stem = "Last week,"
limits = "It means little."

[source]
citation = "Rest R. Resting. 2001."
holder = "Rest Ltd."
permission = "Free to copy."
credit = "By R. Rest."
checked = "2026-11-20"
wording_checked_by = "Typed and compared"
modified = false
checksum = "CHECKSUM"

[[options]]
value = 0
label = "Not at all"
score = 0

[[options]]
value = 1
label = "Often"
score = 1

[[items]]
id = "q1"
text = "did you rest?"
help = "Count naps, too."

[[items]]
id = "q2"
type = "yes-no"
text = "did you sleep?"

[[items]]
id = "line"
own = true
text = "Which line?"
required = false
options = [{ value = "old", label = "The old one" }, { value = "new", label = "The new one" }]

[[scores]]
id = "total"
title = "Rest"
items = ["q1"]
by = "line"

[[scores.bands]]
id = "any"
group = "old"
from = 0
to = 1
label = "Any rest"
meaning = "You rested, or not."

[[scores.bands]]
id = "any"
group = "new"
from = 0
to = 1
label = "Some rest"
meaning = "You rested, or not."
"#;

const SPANISH: &str = r#"wording = "original"
title = "Una prueba de descanso"
summary = "Tres preguntas."
timeframe = "La última semana"
limits = "Dice poco."

[[items]]
id = "q1"
help = "Cuentan también las siestas."

[[items]]
id = "line"
text = "¿Qué línea?"
options = [{ value = "old", label = "La vieja" }, { value = "new", label = "La nueva" }]

[[scores]]
id = "total"
title = "Descanso"

[[scores.bands]]
id = "any"
group = "old"
label = "Algún descanso"
meaning = "Descansaste, o no."

[[scores.bands]]
id = "any"
group = "new"
label = "Algo de descanso"
meaning = "Descansaste, o no."
"#;

/// The definition with the checksum that a person would have been told to write.
fn original() -> String {
    let Ok(Tool::Questionnaire(questionnaire)) = toml::from_str(ORIGINAL) else { panic!("a questionnaire") };
    ORIGINAL.replace("CHECKSUM", &questionnaire.wording_checksum())
}

fn site(spanish: &str) -> Site {
    let site = Site::new();
    site.write("content/tools/rest.toml", original());
    site.write("content/tools/rest.es.toml", spanish);
    site
}

fn section(page: &str) -> &str {
    let start = page.find("<div data-language").expect("the form");
    &page[start..start + page[start..].find("</section>").expect("its end")]
}

/// Every text that a page marks as English.
fn marked(html: &str) -> Vec<&str> {
    let parts = html.split("<span lang=\"en\">").skip(1);
    let mut all: Vec<&str> = parts.map(|part| part.split("</span>").next().unwrap_or_default()).collect();
    all.sort_unstable();
    all.dedup();
    all
}

#[test]
fn our_texts_are_translated_and_the_form_is_marked_as_what_it_is() {
    let site = site(SPANISH);
    site.build();
    let page = site.made("es/tools/rest/index.html");
    insta::assert_snapshot!(section(&page));
    let of_the_form = [
        "By R. Rest.",
        "Free to copy.",
        "Last week,",
        "No",
        "Not at all",
        "Often",
        "Rest Ltd.",
        "Rest R. Resting. 2001.",
        "Typed and compared",
        "Yes",
        "did you rest?",
        "did you sleep?",
    ];
    assert_eq!(marked(&page), of_the_form, "these, and nothing else");
}

#[test]
fn the_page_counts_as_a_translation() {
    let site = site(SPANISH);
    site.build();
    let (english, spanish) = (site.made("tools/rest/index.html"), site.made("es/tools/rest/index.html"));
    assert!(spanish.contains("<html lang=\"es\""));
    for page in [&english, &spanish] {
        for language in ["en", "es"] {
            assert!(page.contains(&format!("hreflang=\"{language}\"")), "{language}");
        }
        assert!(page.contains("data-other-language"), "the form can change over without losing an answer");
    }
    assert!(section(&spanish).contains("/tools/rest/\" hreflang=\"en\">"), "the way to the English page");
    let untranslated = "Aquí no hay una traducción oficial comprobada";
    assert!(!spanish.contains(untranslated));
    let rules = |page: &str| {
        let start = page.find("<template data-definition>").expect("a definition");
        page[start..start + page[start..].find("</template>").expect("its end")].to_owned()
    };
    assert_eq!(rules(&english), rules(&spanish), "no language scores otherwise");
    let (own, _) = english.split_once("data-other-language").expect("the other form");
    assert!(!marked(own).iter().any(|text| !text.is_empty()), "nothing is foreign on the English page");

    // Without the file, all of it is English, and all of it is marked.
    let site = Site::new();
    site.write("content/tools/rest.toml", original());
    site.build();
    let page = site.made("es/tools/rest/index.html");
    assert!(page.contains(untranslated));
    for text in ["Which line?", "The old one", "Count naps, too.", "Any rest", "did you rest?", "Yes"] {
        assert!(marked(&page).contains(&text), "{text}");
    }
}

#[test]
fn answers_are_scored_in_the_words_of_the_original() {
    let site = site(SPANISH);
    let file = site.path("content/tools/rest.es.toml");
    let (status, scored, said) = score_file(&file, &json!({ "q1": "Often", "line": "La nueva" }));
    assert_eq!(status, 0, "{said}");
    assert_eq!(scored["scores"], json!([{ "id": "total", "value": 1, "band": "any", "group": "new" }]));
}

#[test]
fn what_changes_the_form_or_lacks_a_text_of_ours_is_refused_with_its_place() {
    for (from, to, line, says) in [
        (
            "title = \"Una",
            "stem = \"La semana pasada,\"\ntitle = \"Una",
            2,
            "`stem` belongs to the published form",
        ),
        (
            "id = \"q1\"\nhelp",
            "id = \"q1\"\ntext = \"¿descansaste?\"\nhelp",
            9,
            "`text` of the question `q1` belongs",
        ),
        (
            "id = \"q1\"\nhelp = \"Cuentan también las siestas.\"",
            "id = \"q2\"",
            7,
            "The question `q2` belongs",
        ),
        ("options = [{", "# [{", 11, "lacks a response option of the original: old, new"),
        ("text = \"¿Qué línea?\"", "", 11, "The original has `text` here"),
        ("id = \"line\"", "id = \"lines\"", 12, "no text of your own at the question `lines`"),
        ("wording = \"original\"", "", 1, "does not say where its words come from"),
        ("wording = \"original\"", "wording = \"english\"", 1, "`english`"),
    ] {
        assert!(SPANISH.contains(from), "{from}");
        let run = site(&SPANISH.replacen(from, to, 1)).run(&["check"]);
        assert_eq!(run.status, 1, "{from}");
        assert!(run.stderr.contains(says), "{says}: {}", run.stderr);
        let place = format!("content/tools/rest.es.toml:{line}:");
        assert!(run.stderr.contains(&place), "{place} {}", run.stderr);
    }
}
