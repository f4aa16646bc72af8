//! What others have seen, beside what the person has marked. Never joined, and without a verdict.

use alloc::string::String;

use footbridge_model::checklist::day::Day;
use footbridge_model::checklist::document::{Rating, Seen};

use crate::screen::{Row, number, selector};
use crate::state::Checklist;

/// A rating of the person's own stands beside what was seen within this many days.
const NEAR: u32 = 7;

impl Checklist {
    pub(crate) fn draw_seen(&self) {
        let rows = self.document.seen.iter().rev().filter_map(|seen| {
            let row = self.screen.row("seen")?;
            let date = self.screen.date(seen.rating.day);
            row.put("title", &self.screen.words("seen-by", &[("name", &seen.name), ("date", &date)]));
            row.put("their-head", &self.screen.words("seen-head", &[("name", &seen.name)]));
            let own = self.nearest(seen.rating.day);
            let own_date =
                own.map(|own| self.screen.words("mine-head", &[("date", &self.screen.date(own.day))]));
            row.put("own-head", &own_date.unwrap_or_else(|| self.screen.words("mine-none", &[])));
            let body = row.find("[data-seen-rows]")?;
            for (sign, value) in &seen.rating.values {
                let Some(line) = self.screen.row("seen-row") else { continue };
                line.put("sign", &self.sign_words(sign));
                let value_of =
                    |value: Option<u8>| value.map_or(String::from("–"), |value| self.scale_words(value));
                line.put("own", &value_of(own.and_then(|own| own.value(sign))));
                line.put("theirs", &value_of(Some(*value)));
                body.append(&line);
            }
            let red = seen
                .rating
                .red
                .iter()
                .map(|red| self.bank_words(red, "data-seen"))
                .collect::<alloc::vec::Vec<_>>();
            row.put(
                "red",
                &if red.is_empty() {
                    String::new()
                } else {
                    self.screen.words("seen-red", &[("signs", &self.screen.list(&red))])
                },
            );
            row.put("note", &seen.rating.note);
            row.name_fields(&key(seen));
            Some(row)
        });
        self.screen.fill("seen", rows);
        self.screen.show("[data-no-seen]", self.document.seen.is_empty());
    }

    /// The person's own rating that lies nearest to a day.
    fn nearest(&self, day: Day) -> Option<&Rating> {
        let apart = |rating: &&Rating| rating.day.since(day).max(day.since(rating.day));
        self.document.ratings.iter().min_by_key(apart).filter(|rating| apart(rating) <= NEAR)
    }

    pub(crate) fn remove_seen(&mut self, id: &str) {
        self.removing([selector("data-action", "remove-seen"), selector("data-for", id)].concat());
        let name = self.document.seen.iter().find(|seen| key(seen) == id).map(|seen| seen.name.clone());
        self.document.seen.retain(|seen| key(seen) != id);
        self.draw_seen();
        self.removed(&name.unwrap_or_default());
    }
}

fn key(seen: &Seen) -> String {
    [number(seen.share), seen.rating.day.to_text()].join("_")
}
