//! My signs in their order, and how I am when I am well.

use alloc::borrow::ToOwned;
use alloc::string::String;

use footbridge_model::checklist::document::{Sort, Stage};
use footbridge_model::joined;

use crate::screen::{Row, button, count, number, number_of, selector};
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
            let mut rows = signs.filter_map(|sign| {
                let row = self.screen.row("own-sign")?;
                let words = self.put_sign(&row, &sign.id);
                row.name_fields(&sign.id);
                if let Some(select) = row.find("select") {
                    select.set_value(list);
                }
                for button in ["up", "down", "remove-sign"] {
                    row.name_button(button, &words);
                }
                Some(row)
            });
            self.screen.fill(list, &mut rows);
            let any = self.document.signature().any(|sign| sign.stage == stage);
            self.screen.show(&selector("data-stage-heading", list), any);
        }
        let sometimes = self.document.signs.iter().filter(|sign| sign.sort == Sort::Sometimes);
        let mut rows = sometimes.filter_map(|sign| {
            let row = self.screen.row("line")?;
            row.put("line", &self.sign_words(&sign.id));
            Some(row)
        });
        self.screen.fill("sometimes", &mut rows);
        let any_sometimes = self.document.signs.iter().any(|sign| sign.sort == Sort::Sometimes);
        self.screen.show("[data-sometimes-heading]", any_sometimes);
        let count = self.document.signature().count();
        self.screen.show("[data-none-yet]", count == 0);
        self.screen.show("[data-many]", count > MANY);
    }

    pub(crate) fn move_sign(&mut self, id: &str, up: bool) {
        self.document.shift(id, up);
        self.signs_have_changed();
        self.screen.focus(&button(if up { "up" } else { "down" }, id));
        let stage = self.document.sign(id).map(|sign| sign.stage).unwrap_or_default();
        let list = match stage {
            Stage::Early => "early",
            Stage::Middle => "middle",
            Stage::Late => "late",
        };
        let (mut place, mut all) = (1, 0);
        for sign in self.document.signature().filter(|sign| sign.stage == stage) {
            all += 1;
            if sign.id == id {
                place = all;
            }
        }
        let (place, all, list) = (count(place), count(all), self.screen.words(list, &[]));
        let gaps = [("what", &*self.sign_words(id)), ("list", &*list), ("n", &*place), ("all", &*all)];
        self.screen.tell_words("moved-to", &gaps);
    }

    pub(crate) fn remove_sign(&mut self, id: &str) {
        let words = self.sign_words(id);
        self.removing(button("remove-sign", id));
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
        let mut rows = self.document.signature().filter_map(|sign| {
            let row = self.screen.row("usual")?;
            self.put_sign(&row, &sign.id);
            row.name_fields(&sign.id);
            row.choose(&sign.usual.map_or(String::new(), |usual| number(usual.into())));
            Some(row)
        });
        self.screen.fill("usual", &mut rows);
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
        let now = joined(&["[data-list=\"usual\"] [data-id=\"", id, "\"] [data-text=\"now\"]"]);
        match self.document.usual(id) {
            Some(usual) => {
                let key = if by_hand { "usual-set" } else { "usual-found" };
                self.screen.write_words(&now, key, &[("value", &self.scale_words(usual))]);
            }
            None => self.screen.write_words(&now, "usual-none", &[]),
        }
    }

    /// "1: a little".
    pub(crate) fn scale_words(&self, value: u8) -> String {
        let value = number(value.into());
        let words = self.screen.words(&joined(&["scale-", &value]), &[]);
        joined(&[&value, ": ", &words])
    }
}
