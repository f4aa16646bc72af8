//! Over time: the sum and each sign as a line, the same as a table, and one sentence about it.

use alloc::string::String;
use alloc::vec::Vec;

use footbridge_model::chart::{Field, Scale};
use footbridge_model::checklist::day::Day;
use footbridge_model::checklist::document::Rating;
use footbridge_model::list::{gathered, take_out};
use footbridge_model::{joined, joined_by};
use footbridge_page::draw;

use crate::screen::{Row, button, number};
use crate::state::Checklist;

impl Checklist {
    pub(crate) fn draw_time(&mut self) {
        let ratings = &self.document.ratings;
        let count = u32::try_from(ratings.len()).unwrap_or_default();
        // One rating makes no line.
        let ends = ratings.first().zip(ratings.last()).filter(|_| count > 1);
        let ends = ends.map(|(first, last)| (first.day, last.day));
        self.screen.write("[data-summary]", &self.summary(count));
        self.draw_table();
        self.screen.show("[data-table]", count > 0);
        self.screen.show("[data-charts]", ends.is_some());
        if let Some((first, last)) = ends {
            self.draw_sum(first, last);
            self.draw_signs(first, last);
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
        let (from, to) = (self.screen.date(first.day), self.screen.date(last.day));
        let looked = self.screen.counted("summary", count, &[("from", &from), ("to", &to)]);
        let Some(standing) = self.standing() else { return looked };
        let raised = standing.raised.iter().take(3);
        let names = gathered(raised.map(|raised| self.sign_words(&raised.sign)));
        let state = if names.is_empty() {
            self.screen.words("summary-usual", &[])
        } else {
            self.screen.words("summary-raised", &[("signs", &self.screen.list(&names))])
        };
        joined(&[&looked, " ", &state])
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
        let usual = self.usual_sum();
        let mut most = u32::from(self.rules.most).max(usual.unwrap_or_default());
        let (mut values, mut texts) = (Vec::new(), Vec::new());
        for rating in &self.document.ratings {
            let sum = self.sum(rating);
            most = most.max(sum);
            values.push((rating.day.since(first), i64::from(sum)));
            texts.push(joined(&[&self.screen.date(rating.day), ": ", &number(sum)]));
        }
        let most = most.next_multiple_of(2);
        let field = Field { left: 34, right: 310, top: 12, bottom: 150 };
        let scale = Scale { field, span: last.since(first), values: (0, i64::from(most)) };
        draw(&drawing, &scale, &values, usual.map(i64::from));
        drawing.put("most", &number(most));
        drawing.put("half", &number(most / 2));
        drawing.put("first", &self.screen.date(first));
        drawing.put("last", &self.screen.date(last));
        let mut name = self.screen.words("chart-name", &[("values", &joined_by(&texts, "; "))]);
        if let Some(usual) = usual {
            name += " ";
            name += &self.screen.words("chart-usual", &[("n", &number(usual))]);
        }
        drawing.put("name", &name);
        self.screen.show("[data-usual-key]", usual.is_some());
    }

    fn draw_signs(&self, first: Day, last: Day) {
        let most = u32::from(self.rules.most);
        let mut rows = self.document.signature().filter_map(|sign| {
            let row = self.screen.row("sign-chart")?;
            let of_day = |rating: &Rating| Some((rating.day.since(first), rating.value(&sign.id)?.into()));
            let values = gathered(self.document.ratings.iter().filter_map(of_day));
            let field = Field { left: 34, right: 310, top: 8, bottom: 52 };
            let scale = Scale { field, span: last.since(first), values: (0, i64::from(most)) };
            let usual = self.document.usual(&sign.id).map(i64::from);
            draw(&row.find("svg")?, &scale, &values, usual);
            self.put_sign(&row, &sign.id);
            row.put("most", &number(most));
            let latest = values.last().and_then(|(_, value)| u8::try_from(*value).ok());
            match latest.map(|latest| self.scale_words(latest)) {
                Some(value) => self.screen.put_words(&row, "latest", "latest", &[("value", &value)]),
                None => self.screen.put_words(&row, "latest", "never-rated", &[]),
            }
            Some(row)
        });
        self.screen.fill("sign-charts", &mut rows);
    }

    fn draw_table(&self) {
        let signs = gathered(self.document.signature().map(|sign| sign.id.as_str()));
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
        let mut rows = self.document.ratings.iter().enumerate().rev().filter_map(|(place, rating)| {
            let row = self.screen.row("table-row")?;
            let date = self.screen.date(rating.day);
            row.put("day", &date);
            let level = self.document.standing_at(place, &rules).map(|standing| standing.level);
            if let Some(level) = level {
                self.screen.put_words(&row, "level", &joined(&["level-", level.id()]), &[]);
            }
            row.put("sum", &number(self.sum(rating)));
            if rating.well {
                self.screen.put_words(&row, "well", "well-mark", &[]);
            }
            row.put("note", &rating.note);
            let last = row.find("[data-last-cell]");
            for sign in &signs {
                let Some(cell) = self.screen.row("table-cell") else { continue };
                match rating.value(sign) {
                    Some(value) => cell.set_text(&number(value.into())),
                    None => cell.set_text("–"),
                }
                row.append(&cell);
            }
            if let Some(last) = last {
                last.name_button("remove-rating", &date);
                row.append(&last);
            }
            row.name_fields(&rating.day.to_text());
            Some(row)
        });
        self.screen.fill("table", &mut rows);
    }

    pub(crate) fn remove_rating(&mut self, day: &str) {
        let Some(of_day) = Day::parse(day) else { return };
        self.removing(button("remove-rating", day));
        take_out(&mut self.document.ratings, |rating| rating.day == of_day);
        self.draw_time();
        self.draw_week();
        self.draw_usual();
        self.draw_seen();
        self.removed(&self.screen.date(of_day));
    }
}
