//! What must hold of whatever comes out.

use std::sync::Arc;

use footbridge::fhir::{About, Imported, export};
use footbridge_model::{
    Answers, ItemType, PlanRules, Questionnaire, Rules, Tool, Translation, possible_range,
};

use crate::dice::Dice;
use crate::valid;

type Held = Result<(), String>;

fn holds(condition: bool, what: impl FnOnce() -> String) -> Held {
    if condition { Ok(()) } else { Err(what()) }
}

fn read(text: &str) -> Imported {
    footbridge::fhir::import(&Arc::from("form.json"), text, "2026-11-22")
}

/// An import gives a tool that the build takes but for its rights, or an error that says why not.
pub(crate) fn import(text: &str, dice: &mut Dice) -> Held {
    let imported = read(text);
    let refused = imported.findings.iter().any(|finding| finding.is_error());
    holds(refused == imported.toml.is_none(), || "neither a tool nor a reason".to_owned())?;
    for finding in &imported.findings {
        holds(!finding.message.trim().is_empty(), || "a finding without words".to_owned())?;
    }
    let (Some(made), Some(toml)) = (&imported.questionnaire, &imported.toml) else { return Ok(()) };
    let written: Tool =
        toml::from_str(toml).map_err(|fault| format!("the TOML cannot be read: {fault}\n{toml}"))?;
    let tool = Tool::Questionnaire(made.clone());
    holds(written == tool, || format!("what is written is not what was made:\n{toml}"))?;
    for (_, texts) in &imported.translations {
        toml::from_str::<Translation>(texts)
            .map_err(|fault| format!("a translation cannot be read: {fault}"))?;
    }
    for problem in tool.problems() {
        holds(problem.pointer.starts_with("/source"), || {
            format!("{}: {}", problem.pointer, problem.message)
        })?;
    }
    whole(made, dice)
}

/// A definition is refused, or everything can be done with it.
pub(crate) fn definition(text: &str, dice: &mut Dice) -> Held {
    match toml::from_str::<Tool>(text) {
        Ok(Tool::Questionnaire(questionnaire)) => whole(&questionnaire, dice),
        Ok(tool) => {
            let _ = (tool.problems(), tool.view(), tool.prose());
            let Tool::Plan(plan) = tool else { return Ok(()) };
            let rules = plan.rules();
            holds(PlanRules::from_bytes(&rules.to_bytes()) == Ok(rules), || {
                "the rules do not come back".to_owned()
            })
        }
        Err(_) => Ok(()),
    }
}

/// Any bytes are rules that always answer, or no rules.
pub(crate) fn rules(bytes: &[u8], dice: &mut Dice) -> Held {
    let _ = PlanRules::from_bytes(bytes);
    let Ok(rules) = Rules::from_bytes(bytes) else { return Ok(()) };
    holds(Rules::from_bytes(&rules.to_bytes()) == Ok(rules.clone()), || {
        "the bytes do not come back".to_owned()
    })?;
    let ids: Vec<String> = rules.items().map(str::to_owned).collect();
    let mut given = Answers::default();
    for id in &ids {
        let value = ["0", "1", "2", "3", "yes", "no", "2026-01-31", "word", "-1.5"];
        given.choose(id, dice.pick(&value).copied().unwrap_or_default());
    }
    for answers in [&Answers::default(), &given] {
        let _ = (
            rules.outcome(answers),
            rules.shown(answers),
            rules.progress(answers),
            rules.risk_places(answers),
        );
    }
    for id in ids.iter().take(20) {
        let _ = (rules.several(id), rules.excluded(id, "1"));
    }
    Ok(())
}

fn whole(questionnaire: &Questionnaire, dice: &mut Dice) -> Held {
    let tool = Tool::Questionnaire(questionnaire.clone());
    let problems = tool.problems();
    let rules = questionnaire.rules();
    let _ = (tool.view(), tool.prose(), questionnaire.wording_checksum());
    let bytes = rules.to_bytes();
    let sound = problems
        .iter()
        .all(|problem| problem.pointer.starts_with("/source") || problem.pointer.contains("/bands"));
    holds(!sound || Rules::from_bytes(&bytes) == Ok(rules.clone()), || {
        "the rules do not come back".to_owned()
    })?;
    let exported = export(About { id: "tool", ..About::default() }, questionnaire, &[]);
    if !sound {
        return Ok(());
    }
    valid::check(&exported.resource);
    let ranges: Vec<_> =
        questionnaire.scores.iter().map(|score| possible_range(questionnaire, score)).collect();
    let back = read(&exported.json());
    let made = back.questionnaire.as_ref();
    let again = made.map(Questionnaire::rules);
    let whole = !exported.unsaid.iter().any(|said| said.contains("condition") || said.contains("step"));
    for _ in 0..12 {
        let given = answers(questionnaire, dice);
        let outcome = rules.outcome(&given);
        for (score, range) in outcome.scores.iter().zip(&ranges) {
            let (Some(value), Some(range)) = (score.value, range) else { continue };
            holds(range.min <= value && value <= range.max, || {
                format!("the score {} is {value}, outside of {} to {}", score.id, range.min, range.max)
            })?;
        }
        let Some(again) = again.as_ref().filter(|_| whole) else { continue };
        for score in again.outcome(&given).scores {
            let Some(first) = outcome.scores.iter().find(|first| first.id == score.id) else { continue };
            holds(first.value.is_none() || score.value.is_none() || first.value == score.value, || {
                format!("{} was {:?} and came back as {:?} for {given:?}", score.id, first.value, score.value)
            })?;
        }
    }
    Ok(())
}

/// Some answers to some questions, most of them fitting.
fn answers(questionnaire: &Questionnaire, dice: &mut Dice) -> Answers {
    let mut given = Answers::default();
    let gaps = 1 + dice.below(6);
    for item in &questionnaire.items {
        if gaps > 1 && dice.once_in(gaps) {
            continue;
        }
        let options = questionnaire.options_of(item);
        let value = match (options.is_empty(), item.kind) {
            (false, _) => dice.pick(options).map(|option| option.value.to_string()).unwrap_or_default(),
            (true, ItemType::YesNo) => ["yes", "no"][dice.below(2)].to_owned(),
            (true, ItemType::Date) => "2026-03-01".to_owned(),
            (true, ItemType::Text) => "words".to_owned(),
            _ => dice.below(12).to_string(),
        };
        given.choose(&item.id, &value);
    }
    given
}
