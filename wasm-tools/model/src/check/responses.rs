//! Responses to risk, and the rules that show them.

use super::{Report, conditions};
use crate::prelude::*;
use crate::rules::Rules;
use crate::{Number, Questionnaire, RiskRule, possible_range};

pub(super) fn check(questionnaire: &Questionnaire, report: &mut Report) {
    for (index, risk) in questionnaire.risks.iter().enumerate() {
        rule(questionnaire, risk, &format!("/risks/{index}"), report);
    }
    let all = questionnaire.responses.iter().enumerate();
    report.ids("response", all.clone().map(|(i, r)| (format!("/responses/{i}/id"), r.id.as_str())));
    for (index, response) in all {
        report.text(format!("/responses/{index}/title"), "title", &response.title);
        report.text(format!("/responses/{index}/text"), "text", &response.text);
        let named = |item: &crate::Item| item.risk.as_ref().is_some_and(|risk| risk.response == response.id);
        let ruled = questionnaire.risks.iter().any(|risk| risk.response == response.id);
        if !ruled && !questionnaire.items.iter().any(named) {
            let message = format!("No question shows the response `{}`.", response.id);
            let mend =
                format!("Add `risk = {{ at_least = 1, response = \"{}\" }}` to its question.", response.id);
            report.add("FB0523", format!("/responses/{index}/id"), message, mend);
        }
    }
}

fn rule(questionnaire: &Questionnaire, risk: &RiskRule, pointer: &str, report: &mut Report) {
    if !questionnaire.responses.iter().any(|response| response.id == risk.response) {
        let message = "A risk rule shows no response.";
        let mend = format!(
            "Add `[[responses]]` with `id = \"{}\"`, `title` and `text`: what a frightened person can do now.",
            risk.response
        );
        report.add("FB0509", format!("{pointer}/response"), message, mend);
    }
    if risk.conditions.is_empty() && risk.score.is_none() {
        let message = "A risk rule has neither conditions nor a score.";
        let mend = "Add `conditions = [{ item = \"q1\", operator = \">=\", answer = 3 }]`, or `score` and `at_least`.";
        report.add("FB0509", pointer, message, mend);
    }
    let rules = Rules::of_questionnaire(questionnaire);
    conditions::each(
        (questionnaire, &rules),
        &risk.conditions,
        None,
        &format!("{pointer}/conditions"),
        report,
    );
    match (&risk.score, risk.at_least) {
        (None, None) => {}
        (Some(id), Some(at_least)) => score(questionnaire, id, at_least, pointer, report),
        _ => {
            let message = "A risk rule on a score needs both `score` and `at_least`.";
            report.add("FB0509", pointer, message, "Write `score = \"total\"` and `at_least = 13`.");
        }
    }
}

fn score(questionnaire: &Questionnaire, id: &str, at_least: Number, pointer: &str, report: &mut Report) {
    let Some(score) = questionnaire.scores.iter().find(|score| score.id == id) else {
        let known: Vec<&str> = questionnaire.scores.iter().map(|score| score.id.as_str()).collect();
        let message = format!("The risk rule asks about the score `{id}`, which does not exist.");
        report.add(
            "FB0502",
            format!("{pointer}/score"),
            message,
            format!("Write one of {}.", known.join(", ")),
        );
        return;
    };
    if !report.is_unsure(id)
        && let Some(range) = possible_range(questionnaire, score)
        && (at_least > range.max || at_least <= range.min)
    {
        let message = format!(
            "Possible scores of `{id}` go from {} to {}, so `at_least = {at_least}` decides nothing.",
            range.min, range.max
        );
        report.add("FB0509", format!("{pointer}/at_least"), message, "Write the published cut-off.");
    }
}
