//! My signs in their order, and how I am when I am well.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use footbridge_model::checklist::document::{Sort, Stage};

use crate::screen::{Row, number, number_of, selector};
use crate::state::Checklist;

/// More signs than this are hard to watch, and hard to remember.
const MANY: usize = 8;

impl Checklist {
    /// Everything that shows the person's signs, drawn anew.
    pub(crate) fn signs_have_changed(&mut self) {
        self.draw_own_signs();
        self.draw_usual();
        self.draw_week();
        self.draw_shares();
    }

    pub(crate) fn draw_own_signs(&self) {
        for (list, stage) in [("early", Stage::Early), ("middle", Stage::Middle), ("late", Stage::Late)] {
            let signs = self.document.signature().filter(|sign| sign.stage == stage);
            let rows = signs.filter_map(|sign| {
                let row = self.screen.row("own-sign")?;
                let words = self.sign_words(&sign.id);
                row.put("sign", &words);
                row.name_fields(&sign.id);
                if let Some(select) = row.find("select") {
                    select.set_value(list);
                }
                for button in ["up", "down", "remove-sign"] {
                    if let Some(button) = row.find(&selector("data-action", button)) {
                        let name = button.attribute("aria-label").unwrap_or_default();
                        button.set_attribute("aria-label", &[&name, ": ", &words].concat());
                    }
                }
                Some(row)
            });
            self.screen.fill(list, rows);
            let any = self.document.signature().any(|sign| sign.stage == stage);
            self.screen.show(&selector("data-stage-heading", list), any);
        }
        let sometimes = self.document.signs.iter().filter(|sign| sign.sort == Sort::Sometimes);
        let rows = sometimes.filter_map(|sign| {
            let row = self.screen.row("line")?;
            row.put("line", &self.sign_words(&sign.id));
            Some(row)
        });
        self.screen.fill("sometimes", rows);
        let any_sometimes = self.document.signs.iter().any(|sign| sign.sort == Sort::Sometimes);
        self.screen.show("[data-sometimes-heading]", any_sometimes);
        let count = self.document.signature().count();
        self.screen.show("[data-none-yet]", count == 0);
        self.screen.show("[data-many]", count > MANY);
    }

    pub(crate) fn move_sign(&mut self, id: &str, up: bool) {
        self.document.shift(id, up);
        self.signs_have_changed();
        let button = if up { "up" } else { "down" };
        self.screen.focus(&[selector("data-action", button), selector("data-for", id)].concat());
        let stage = self.document.sign(id).map(|sign| sign.stage).unwrap_or_default();
        let list = match stage {
            Stage::Early => "early",
            Stage::Middle => "middle",
            Stage::Late => "late",
        };
        let mine = self.document.signature().filter(|sign| sign.stage == stage).map(|sign| sign.id.as_str());
        let mine: Vec<&str> = mine.collect();
        let place = mine.iter().position(|own| *own == id).map_or(1, |place| place + 1);
        let count = |count: usize| number(u32::try_from(count).unwrap_or_default());
        let (place, all, list) = (count(place), count(mine.len()), self.screen.words(list, &[]));
        let gaps = [("what", self.sign_words(id)), ("list", list), ("n", place), ("all", all)];
        let gaps: Vec<(&str, &str)> = gaps.iter().map(|(gap, text)| (*gap, text.as_str())).collect();
        self.screen.tell(&self.screen.words("moved-to", &gaps), false);
    }

    pub(crate) fn remove_sign(&mut self, id: &str) {
        let words = self.sign_words(id);
        self.removing([selector("data-action", "remove-sign"), selector("data-for", id)].concat());
        self.document.remove(id);
        self.draw_deck();
        self.signs_have_changed();
        self.removed(&words);
    }

    pub(crate) fn usual_changed(&mut self, field: &str, id: &str, value: &str) {
        if field == "well" {
            value.clone_into(&mut self.document.well);
            return;
        }
        let usual = number_of(value).filter(|value| *value <= self.rules.most);
        if let Some(sign) = self.document.sign_mut(id) {
            sign.usual = usual;
        }
        self.draw_usual_of(id);
        self.draw_week();
    }

    pub(crate) fn draw_usual(&self) {
        self.screen.set_field("well", &self.document.well);
        let rows = self.document.signature().filter_map(|sign| {
            let row = self.screen.row("usual")?;
            row.put("sign", &self.sign_words(&sign.id));
            row.name_fields(&sign.id);
            let value = sign.usual.map_or(String::new(), |usual| number(usual.into()));
            if let Some(chosen) = row.find(&["input", &selector("value", &value)].concat()) {
                chosen.set_checked(true);
            }
            Some(row)
        });
        self.screen.fill("usual", rows);
        for sign in self.document.signature() {
            self.draw_usual_of(&sign.id);
        }
        self.screen.show("[data-no-usual]", self.document.signature().next().is_none());
        let weeks = u32::try_from(self.document.well_weeks()).unwrap_or_default();
        self.screen.write("[data-well-weeks]", &self.screen.counted("well-weeks", weeks, &[]));
    }

    /// What counts as usual for a sign now, and where it comes from.
    fn draw_usual_of(&self, id: &str) {
        let by_hand = self.document.sign(id).is_some_and(|sign| sign.usual.is_some());
        let text = match self.document.usual(id) {
            Some(usual) => {
                let key = if by_hand { "usual-set" } else { "usual-found" };
                self.screen.words(key, &[("value", &self.scale_words(usual))])
            }
            None => self.screen.words("usual-none", &[]),
        };
        let row = ["[data-list=\"usual\"] ", &selector("data-id", id), " [data-text=\"now\"]"].concat();
        self.screen.write(&row, &text);
    }

    /// "1: a little".
    pub(crate) fn scale_words(&self, value: u8) -> String {
        let value = number(value.into());
        let words = self.screen.words(&["scale-", &value].concat(), &[]);
        [&value, ": ", &words].concat()
    }
}
