//! My levels: the rules that the person sets, and what was agreed for each.

use alloc::borrow::ToOwned;
use alloc::string::String;

use footbridge_model::checklist::document::LevelPlan;
use footbridge_model::checklist::{Colour, LevelRule};
use footbridge_model::{joined, parted};

use crate::screen::{button, number, number_of, selector};
use crate::state::Checklist;

/// The parts of an agreement.
const PARTS: [&str; 6] = ["own", "others", "unwanted", "who", "number", "time"];

impl Checklist {
    pub(crate) fn levels_changed(&mut self, field: &str, id: &str, value: &str) {
        let Some((level, part)) = parted(id, "-") else { return };
        if field == "plan" {
            if let Some(text) = self.plan_mut(level).and_then(|plan| part_mut(plan, part)) {
                value.clone_into(text);
            }
        } else if let Some(value) = number_of(value) {
            let mut rules = self.level_rules();
            let rule = if level == "yellow" { &mut rules[0] } else { &mut rules[1] };
            match part {
                "signs" => rule.signs = value,
                "above" => rule.above = value,
                "days" => rule.days = value,
                _ => rule.total = value,
            }
            self.document.rules = Some(rules);
        }
        self.draw_week();
    }

    pub(crate) fn reset_rules(&mut self) {
        self.document.rules = None;
        self.draw_levels();
        self.draw_week();
        self.screen.tell_word("rules-reset");
    }

    /// Adds a suggestion, on a line of its own, to what the person has written.
    pub(crate) fn take_suggestion(&mut self, id: &str) {
        let Some(chip) = self.screen.find(&button("suggest", id)) else { return };
        let shown = chip.text();
        let suggestion = shown.strip_prefix("+ ").unwrap_or(&shown);
        // `yellow-own-0` is the first suggestion for `plan.yellow-own`.
        let Some((level, (part, _))) =
            parted(id, "-").and_then(|(level, rest)| Some((level, parted(rest, "-")?)))
        else {
            return;
        };
        let place = &joined(&[level, "-", part]);
        let name = joined(&["plan.", place]);
        let written = self.screen.field(&name);
        let text = if written.trim().is_empty() {
            suggestion.to_owned()
        } else {
            joined(&[written.trim_ascii_end(), "\n", suggestion])
        };
        self.screen.set_field(&name, &text);
        self.levels_changed("plan", place, &text);
        chip.toggle_attribute("disabled", true);
        self.screen.tell_words("added", &[("what", suggestion)]);
        self.screen.focus(&selector("name", &name));
    }

    pub(crate) fn draw_levels(&self) {
        let rules = self.level_rules();
        for (level, rule) in ["yellow", "orange"].into_iter().zip(&rules) {
            let LevelRule { signs, above, days, total } = *rule;
            for (part, value) in [("signs", signs), ("above", above), ("days", days), ("total", total)] {
                self.screen.set_field(&joined(&["rule.", level, "-", part]), &number(value.into()));
            }
        }
        for colour in Colour::ALL {
            let LevelPlan { own, others, unwanted, who, number, time } = self.document.plan(colour);
            for (part, text) in PARTS.into_iter().zip([own, others, unwanted, who, number, time]) {
                self.screen.set_field(&joined(&["plan.", colour.id(), "-", part]), text);
            }
        }
        while let Some(chip) = self.screen.find("[data-action=\"suggest\"]:disabled") {
            chip.toggle_attribute("disabled", false);
        }
    }

    fn plan_mut(&mut self, level: &str) -> Option<&mut LevelPlan> {
        let colour = Colour::ALL.into_iter().find(|colour| colour.id() == level)?;
        self.document.plans.get_mut(colour.place())
    }
}

fn part_mut<'a>(plan: &'a mut LevelPlan, part: &str) -> Option<&'a mut String> {
    Some(match part {
        "own" => &mut plan.own,
        "others" => &mut plan.others,
        "unwanted" => &mut plan.unwanted,
        "who" => &mut plan.who,
        "number" => &mut plan.number,
        "time" => &mut plan.time,
        _ => return None,
    })
}
