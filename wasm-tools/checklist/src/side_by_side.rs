//! What others have seen, beside what the person has marked. Never joined, and without a verdict.

use alloc::string::String;

use footbridge_model::checklist::day::Day;
use footbridge_model::checklist::document::{Rating, Seen};
use footbridge_model::joined;
use footbridge_model::list::{gathered, take_out};

use crate::screen::{Row, button, number};
use crate::state::Checklist;

/// A rating of the person's own stands beside what was seen within this many days.
const NEAR: u32 = 7;

impl Checklist {
    pub(crate) fn draw_seen(&self) {
        let mut rows = self.document.seen.iter().rev().filter_map(|seen| {
            let row = self.screen.row("seen")?;
            let date = self.screen.date(seen.rating.day);
            self.screen.put_words(&row, "title", "seen-by", &[("name", &seen.name), ("date", &date)]);
            self.screen.put_words(&row, "their-head", "seen-head", &[("name", &seen.name)]);
            let own = self.nearest(seen.rating.day);
            match own.map(|own| self.screen.date(own.day)) {
                Some(date) => self.screen.put_words(&row, "own-head", "mine-head", &[("date", &date)]),
                None => self.screen.put_words(&row, "own-head", "mine-none", &[]),
            }
            let body = row.find("[data-seen-rows]")?;
            for (sign, value) in &seen.rating.values {
                let Some(line) = self.screen.row("seen-row") else { continue };
                self.put_sign(&line, sign);
                match own.and_then(|own| own.value(sign)) {
                    Some(own) => line.put("own", &self.scale_words(own)),
                    None => line.put("own", "–"),
                }
                line.put("theirs", &self.scale_words(*value));
                body.append(&line);
            }
            let red = gathered(seen.rating.red.iter().map(|red| self.bank_words(red, "data-seen")));
            if !red.is_empty() {
                self.screen.put_words(&row, "red", "seen-red", &[("signs", &self.screen.list(&red))]);
            }
            row.put("note", &seen.rating.note);
            row.name_fields(&key(seen));
            Some(row)
        });
        self.screen.fill("seen", &mut rows);
        self.screen.show("[data-no-seen]", self.document.seen.is_empty());
    }

    /// The person's own rating that lies nearest to a day.
    fn nearest(&self, day: Day) -> Option<&Rating> {
        let apart = |rating: &&Rating| rating.day.since(day).max(day.since(rating.day));
        self.document.ratings.iter().min_by_key(apart).filter(|rating| apart(rating) <= NEAR)
    }

    pub(crate) fn remove_seen(&mut self, id: &str) {
        self.removing(button("remove-seen", id));
        let name = self.document.seen.iter().find(|seen| key(seen) == id).map(|seen| seen.name.clone());
        take_out(&mut self.document.seen, |seen| key(seen) == id);
        self.draw_seen();
        self.removed(&name.unwrap_or_default());
    }
}

fn key(seen: &Seen) -> String {
    joined(&[&number(seen.share), "_", &seen.rating.day.to_text()])
}
