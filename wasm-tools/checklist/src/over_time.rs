//! Over time: the sum and each sign as a line, the same as a table, and one sentence about it.

use alloc::string::String;
use alloc::vec::Vec;

use footbridge_model::chart::{Field, Scale};
use footbridge_model::checklist::day::Day;
use footbridge_model::checklist::document::Rating;
use footbridge_page::draw;

use crate::screen::{Row, number, selector};
use crate::state::Checklist;

impl Checklist {
    pub(crate) fn draw_time(&mut self) {
        let days: Vec<Day> = self.document.ratings.iter().map(|rating| rating.day).collect();
        let count = u32::try_from(days.len()).unwrap_or_default();
        self.screen.write("[data-summary]", &self.summary(count));
        self.draw_table();
        self.screen.show("[data-table]", count > 0);
        // One rating makes no line.
        let ends = days.first().zip(days.last()).filter(|_| count > 1);
        self.screen.show("[data-charts]", ends.is_some());
        if let Some((first, last)) = ends {
            self.draw_sum(*first, *last);
            self.draw_signs(*first, *last);
        }
    }

    /// "You have looked 4 times between … and …. At the last look …".
    fn summary(&self, count: u32) -> String {
        let ratings = &self.document.ratings;
        let (Some(first), Some(last)) = (ratings.first(), ratings.last()) else {
            return self.screen.words("summary-none", &[]);
        };
        if count == 1 {
            return self.screen.words("summary-one", &[("date", &self.screen.date(first.day))]);
        }
        let gaps = [("from", self.screen.date(first.day)), ("to", self.screen.date(last.day))];
        let gaps: Vec<(&str, &str)> = gaps.iter().map(|(gap, text)| (*gap, text.as_str())).collect();
        let looked = self.screen.counted("summary", count, &gaps);
        let Some(standing) = self.standing() else { return looked };
        let names: Vec<String> =
            standing.raised.iter().take(3).map(|raised| self.sign_words(&raised.sign)).collect();
        let state = if names.is_empty() {
            self.screen.words("summary-usual", &[])
        } else {
            self.screen.words("summary-raised", &[("signs", &self.screen.list(&names))])
        };
        [looked, state].join(" ")
    }

    fn sum(&self, rating: &Rating) -> u32 {
        self.document.signature().filter_map(|sign| rating.value(&sign.id)).map(u32::from).sum()
    }

    /// The sum of all usuals, once every sign has one.
    fn usual_sum(&self) -> Option<u32> {
        self.document.signature().map(|sign| self.document.usual(&sign.id).map(u32::from)).sum()
    }

    fn draw_sum(&self, first: Day, last: Day) {
        let Some(drawing) = self.screen.at("data-chart", "sum") else { return };
        let values: Vec<(Day, u32)> =
            self.document.ratings.iter().map(|rating| (rating.day, self.sum(rating))).collect();
        let usual = self.usual_sum();
        let highest = values.iter().map(|(_, value)| *value).chain(usual).max().unwrap_or_default();
        let most = highest.max(u32::from(self.rules.most)).next_multiple_of(2);
        let field = Field { left: 34, right: 310, top: 12, bottom: 150 };
        let scale = Scale { field, span: last.since(first), values: (0, i64::from(most)) };
        draw(&drawing, &scale, &moments(first, &values), usual.map(i64::from));
        for (part, text) in [
            ("most", number(most)),
            ("half", number(most / 2)),
            ("first", self.screen.date(first)),
            ("last", self.screen.date(last)),
        ] {
            drawing.put(part, &text);
        }
        let texts: Vec<String> =
            values.iter().map(|(day, value)| [self.screen.date(*day), number(*value)].join(": ")).collect();
        let mut name = self.screen.words("chart-name", &[("values", &texts.join("; "))]);
        if let Some(usual) = usual {
            name += " ";
            name += &self.screen.words("chart-usual", &[("n", &number(usual))]);
        }
        drawing.put("name", &name);
        self.screen.show("[data-usual-key]", usual.is_some());
    }

    fn draw_signs(&self, first: Day, last: Day) {
        let most = u32::from(self.rules.most);
        let rows = self.document.signature().filter_map(|sign| {
            let row = self.screen.row("sign-chart")?;
            let of_day = |rating: &Rating| Some((rating.day, u32::from(rating.value(&sign.id)?)));
            let values: Vec<(Day, u32)> = self.document.ratings.iter().filter_map(of_day).collect();
            let field = Field { left: 34, right: 310, top: 8, bottom: 52 };
            let scale = Scale { field, span: last.since(first), values: (0, i64::from(most)) };
            let usual = self.document.usual(&sign.id).map(i64::from);
            draw(&row.find("svg")?, &scale, &moments(first, &values), usual);
            row.put("sign", &self.sign_words(&sign.id));
            row.put("most", &number(most));
            let latest = values.last().and_then(|(_, value)| u8::try_from(*value).ok());
            let text = match latest {
                Some(latest) => self.screen.words("latest", &[("value", &self.scale_words(latest))]),
                None => self.screen.words("never-rated", &[]),
            };
            row.put("latest", &text);
            Some(row)
        });
        self.screen.fill("sign-charts", rows);
    }

    fn draw_table(&self) {
        let signs: Vec<&str> = self.document.signature().map(|sign| sign.id.as_str()).collect();
        let heads = signs.iter().filter_map(|sign| {
            let head = self.screen.row("table-head")?;
            head.set_text(&self.sign_words(sign));
            Some(head)
        });
        if let Some(head) = self.screen.find("[data-table-head]") {
            // The first cells stand in the page: day, level and sum.
            while let Some(old) = head.find("[data-row]") {
                old.remove();
            }
            let last = head.find("[data-last-cell]");
            heads.for_each(|cell| head.append(&cell));
            if let Some(last) = last {
                head.append(&last);
            }
        }
        let rules = self.level_rules();
        let rows = self.document.ratings.iter().enumerate().rev().filter_map(|(place, rating)| {
            let row = self.screen.row("table-row")?;
            let date = self.screen.date(rating.day);
            row.put("day", &date);
            let level = self.document.standing_at(place, &rules).map(|standing| standing.level);
            let level = level.map(|level| self.screen.words(&["level-", level.id()].concat(), &[]));
            row.put("level", &level.unwrap_or_default());
            row.put("sum", &number(self.sum(rating)));
            row.put("well", &if rating.well { self.screen.words("well-mark", &[]) } else { String::new() });
            row.put("note", &rating.note);
            let last = row.find("[data-last-cell]");
            for sign in &signs {
                let Some(cell) = self.screen.row("table-cell") else { continue };
                let value = rating.value(sign).map_or(String::from("–"), |value| number(value.into()));
                cell.set_text(&value);
                row.append(&cell);
            }
            if let Some(last) = last {
                if let Some(button) = last.find("[data-action]") {
                    let name = button.attribute("aria-label").unwrap_or_default();
                    button.set_attribute("aria-label", &[&name, ": ", &date].concat());
                }
                row.append(&last);
            }
            row.name_fields(&rating.day.to_text());
            Some(row)
        });
        self.screen.fill("table", rows);
    }

    pub(crate) fn remove_rating(&mut self, day: &str) {
        let Some(of_day) = Day::parse(day) else { return };
        self.removing([selector("data-action", "remove-rating"), selector("data-for", day)].concat());
        self.document.ratings.retain(|rating| rating.day != of_day);
        self.draw_time();
        self.draw_week();
        self.draw_usual();
        self.draw_seen();
        self.removed(&self.screen.date(of_day));
    }
}

/// Values with how many days after the first one each stands.
fn moments(first: Day, values: &[(Day, u32)]) -> Vec<(u32, i64)> {
    values.iter().map(|(day, value)| (day.since(first), i64::from(*value))).collect()
}
