//! A definition as the TOML that an educator would write.

use std::fmt::Write;

use footbridge_model::translation::OptionTexts;
use footbridge_model::{
    Condition, ItemType, Match, Method, Missing, Number, Questionnaire, ResponseOption, Score, Source,
    Translation, Value, Wording,
};

use super::known;

/// The definition of an imported questionnaire.
pub(super) fn questionnaire(questionnaire: &Questionnaire) -> String {
    let mut out = String::from(
        "# Imported from a FHIR Questionnaire. Before you publish it: compare every word with the official form,\n\
         # fill in the rights, and write the texts around it for your readers (limits, bands, next steps, help).\n\
         # Does a question ask about harm? Then it needs `risk` and `[[responses]]`.\n",
    );
    line(&mut out, "kind", "\"questionnaire\"");
    text(&mut out, "title", &questionnaire.title);
    text(&mut out, "summary", &questionnaire.summary);
    out.push_str("# An estimate: try it.\n");
    line(&mut out, "minutes", &questionnaire.minutes.to_string());
    text(&mut out, "timeframe", &questionnaire.timeframe);
    maybe(&mut out, "stem", questionnaire.stem.as_ref());
    text(&mut out, "limits", &questionnaire.limits);
    source(&mut out, &questionnaire.source);
    for each in &questionnaire.options {
        out.push_str("\n[[options]]\n");
        line(&mut out, "value", &value(&each.value));
        text(&mut out, "label", &each.label);
        maybe_number(&mut out, "score", each.score);
        if each.exclusive {
            line(&mut out, "exclusive", "true");
        }
        maybe(&mut out, "code", each.code.as_ref());
    }
    for item in &questionnaire.items {
        out.push_str("\n[[items]]\n");
        text(&mut out, "id", &item.id);
        maybe(&mut out, "link_id", item.link_id.as_ref());
        maybe(&mut out, "within", item.within.as_ref());
        if item.kind != ItemType::Choice {
            text(&mut out, "type", kind(item.kind));
        }
        text(&mut out, "text", &item.text);
        maybe(&mut out, "help", item.help.as_ref());
        if let Some(repeats) = item.repeats {
            line(&mut out, "repeats", &repeats.to_string());
        }
        maybe_number(&mut out, "min", item.min);
        maybe_number(&mut out, "max", item.max);
        maybe_number(&mut out, "step", item.step);
        maybe(&mut out, "low", item.low.as_ref());
        maybe(&mut out, "high", item.high.as_ref());
        maybe(&mut out, "unit", item.unit.as_ref());
        if let Some(other) = &item.other {
            let score = other.score.map(|score| format!(", score = {score}")).unwrap_or_default();
            line(&mut out, "other", &format!("{{ label = {}{score} }}", quoted(&other.label)));
        }
        if let Some(required) = item.required {
            line(&mut out, "required", &required.to_string());
        }
        maybe(&mut out, "code", item.code.as_ref());
        if let Some(when) = &item.enabled_when {
            let any = if when.matching == Match::Any { "match = \"any\", " } else { "" };
            let each: Vec<String> = when.conditions.iter().map(condition).collect();
            line(&mut out, "enabled_when", &format!("{{ {any}conditions = [{}] }}", each.join(", ")));
        }
        if !item.options.is_empty() {
            let each: String = item.options.iter().map(|each| format!("  {},\n", option(each))).collect();
            line(&mut out, "options", &format!("[\n{each}]"));
        }
    }
    for each in &questionnaire.scores {
        score(&mut out, each);
    }
    out
}

/// The texts of an imported questionnaire in another language.
pub(super) fn translation(translation: &Translation) -> String {
    let keeps_wording = translation.wording == Wording::Original;
    let mut out = String::from(if keeps_wording {
        "# The texts around the form in this language, from the same FHIR Questionnaire. Fill in what is empty. Its\n\
         # questions and answers, and its rights, are those of the definition beside it, in its words.\n\
         wording = \"original\"\n"
    } else {
        "# The texts in this language, from the same FHIR Questionnaire. Fill in what is empty, from the official\n\
         # translation only; the rules are those of the definition beside it.\n"
    });
    text(&mut out, "title", &translation.title);
    text(&mut out, "summary", &translation.summary);
    text(&mut out, "timeframe", &translation.timeframe);
    maybe(&mut out, "stem", translation.stem.as_ref());
    text(&mut out, "limits", &translation.limits);
    if let Some(rights) = &translation.source {
        source(&mut out, rights);
    }
    for each in &translation.options {
        out.push_str("\n[[options]]\n");
        line(&mut out, "value", &value(&each.value));
        text(&mut out, "label", &each.label);
    }
    for item in &translation.items {
        out.push_str("\n[[items]]\n");
        text(&mut out, "id", &item.id);
        maybe(&mut out, "text", item.text.as_ref());
        maybe(&mut out, "help", item.help.as_ref());
        maybe(&mut out, "unit", item.unit.as_ref());
        maybe(&mut out, "low", item.low.as_ref());
        maybe(&mut out, "high", item.high.as_ref());
        maybe(&mut out, "other", item.other.as_ref());
        if !item.options.is_empty() {
            let row = |each: &OptionTexts| {
                format!("  {{ value = {}, label = {} }},\n", value(&each.value), quoted(&each.label))
            };
            let each: String = item.options.iter().map(row).collect();
            line(&mut out, "options", &format!("[\n{each}]"));
        }
    }
    for score in &translation.scores {
        out.push_str("\n[[scores]]\n");
        text(&mut out, "id", &score.id);
        text(&mut out, "title", &score.title);
    }
    out
}

fn source(out: &mut String, source: &Source) {
    out.push_str("\n[source]\n");
    text(out, "citation", &source.citation);
    if source.permission.is_empty() || source.holder.is_empty() {
        out.push_str("# The file does not say this in full. Read the holder's terms; the build refuses the tool until both are filled in.\n");
    }
    text(out, "holder", &source.holder);
    text(out, "permission", &source.permission);
    maybe(out, "url", source.url.as_ref());
    maybe(out, "credit", source.credit.as_ref());
    maybe(out, "code", source.code.as_ref());
    out.push_str("# The day of the import. Look at source and rights, then write that day.\n");
    text(out, "checked", &source.checked);
    text(out, "wording_checked_by", &source.wording_checked_by);
    line(out, "modified", &source.modified.to_string());
    if source.own {
        line(out, "own", "true");
    }
    maybe(out, "checksum", source.checksum.as_ref());
}

fn score(out: &mut String, score: &Score) {
    out.push_str("\n# No score is shown until all its questions are answered, unless `missing` says otherwise. Bands are not in FHIR.\n[[scores]]\n");
    text(out, "id", &score.id);
    text(out, "title", &score.title);
    let method = match score.method {
        Method::Sum => "sum",
        Method::Mean => "mean",
        Method::Count => "count",
        Method::Weighted => "weighted",
        Method::Formula => "formula",
    };
    text(out, "method", method);
    if !score.items.is_empty() {
        let names: Vec<String> = score.items.iter().map(|item| quoted(item)).collect();
        line(out, "items", &format!("[{}]", names.join(", ")));
    }
    if !score.reverse.is_empty() {
        let names: Vec<String> = score.reverse.iter().map(|item| quoted(item)).collect();
        line(out, "reverse", &format!("[{}]", names.join(", ")));
    }
    if !score.weights.is_empty() {
        let weights: Vec<String> = score.weights.iter().map(|weight| weight.to_text()).collect();
        line(out, "weights", &format!("[{}]", weights.join(", ")));
    }
    maybe(out, "formula", score.formula.as_ref());
    maybe_number(out, "at_least", score.at_least);
    maybe_number(out, "multiply", score.multiply);
    match score.missing {
        Missing::Require => {}
        Missing::Prorate => text(out, "missing", "prorate"),
        Missing::Minimum => text(out, "missing", "minimum"),
    }
    if let Some(most) = score.max_missing {
        line(out, "max_missing", &most.to_string());
    }
    if let Some(least) = score.min_answered {
        line(out, "min_answered", &least.to_string());
    }
    maybe(out, "code", score.code.as_ref());
}

fn option(option: &ResponseOption) -> String {
    let mut parts =
        vec![format!("value = {}", value(&option.value)), format!("label = {}", quoted(&option.label))];
    parts.extend(option.score.map(|score| format!("score = {score}")));
    if option.exclusive {
        parts.push("exclusive = true".to_owned());
    }
    parts.extend(option.code.as_ref().map(|code| format!("code = {}", quoted(code))));
    format!("{{ {} }}", parts.join(", "))
}

fn condition(condition: &Condition) -> String {
    let operator = known::operator(condition.operator);
    let (item, answer) = (quoted(&condition.item), value(&condition.answer));
    format!("{{ item = {item}, operator = \"{operator}\", answer = {answer} }}")
}

fn kind(kind: ItemType) -> &'static str {
    match kind {
        ItemType::Choice => "choice",
        ItemType::MultiChoice => "multi-choice",
        ItemType::OpenChoice => "open-choice",
        ItemType::Integer => "integer",
        ItemType::Decimal => "decimal",
        ItemType::Scale => "scale",
        ItemType::YesNo => "yes-no",
        ItemType::Date => "date",
        ItemType::Text => "text",
        ItemType::Info => "info",
        ItemType::Group => "group",
    }
}

fn line(out: &mut String, key: &str, value: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{key} = {value}");
}

fn text(out: &mut String, key: &str, value: &str) {
    line(out, key, &quoted(value));
}

fn maybe(out: &mut String, key: &str, value: Option<&String>) {
    if let Some(value) = value {
        text(out, key, value);
    }
}

fn maybe_number(out: &mut String, key: &str, value: Option<Number>) {
    if let Some(value) = value {
        line(out, key, &value.to_text());
    }
}

/// Whole numbers as such, everything else in quotes: both mean the same text.
fn value(value: &Value) -> String {
    let text = value.as_str();
    match text.parse::<i64>() {
        Ok(number) if number.to_string() == text => text.to_owned(),
        _ => quoted(text),
    }
}

/// Text in quotes, as TOML wants it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
