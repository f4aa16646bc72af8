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
        let text = chip.attribute("data-suggestion").unwrap_or_default();
        // `yellow-own-0` is the first suggestion for `plan.yellow-own`.
        let Some((level, (part, _))) =
            parted(id, "-").and_then(|(level, rest)| Some((level, parted(rest, "-")?)))
        else {
            return;
        };
        let place = &joined(&[level, "-", part]);
        let name = joined(&["plan.", place]);
        let written = self.screen.field(&name);
        let joined =
            if written.trim().is_empty() { text.clone() } else { joined(&[written.trim_end(), "\n", &text]) };
        self.screen.set_field(&name, &joined);
        self.levels_changed("plan", place, &joined);
        chip.toggle_attribute("disabled", true);
        self.screen.tell_words("added", &[("what", &text)]);
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
            let mut plan = self.document.plan(colour).clone();
            for part in PARTS {
                let text = part_mut(&mut plan, part).cloned().unwrap_or_default();
                self.screen.set_field(&joined(&["plan.", colour.id(), "-", part]), &text);
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
