//! This week: rating the signs, the signs that cannot wait, and where that leaves the person by their own rules.

use alloc::borrow::ToOwned;
use alloc::string::String;

use footbridge_model::checklist::Colour;
use footbridge_model::checklist::day::Day;
use footbridge_model::checklist::document::Rating;
use footbridge_model::checklist::standing::{Met, Standing};
use footbridge_model::joined;
use footbridge_model::list::take_out;
use footbridge_model::plan::Phone;
use footbridge_page::Element;

use crate::screen::{Row, number, number_of, selector};
use crate::state::Checklist;

/// Looking again sooner than this helps only when something is new.
const SOON: u32 = 3;

impl Checklist {
    pub(crate) fn week_changed(&mut self, field: &str, id: &str, value: &str) {
        let mut rating = self.current();
        match field {
            "rate" => {
                let value = number_of(value).filter(|value| *value <= self.rules.most);
                rating.rate(id, value);
                if let Some(response) = self.rules.response(id).filter(|_| value > Some(0)) {
                    self.bring_help(&joined(&["week-", id]), response);
                }
            }
            "red" => {
                rating.mark(id, !value.is_empty());
                if let Some(response) = self.rules.response(id).filter(|_| !value.is_empty()) {
                    self.bring_help("week", response);
                }
            }
            "day" => {
                let day = Day::parse(value).filter(|day| *day <= self.today);
                let Some(day) = day else {
                    self.screen.tell_word("wrong-day");
                    self.screen.set_field("day", &rating.day.to_text());
                    return;
                };
                let known = self.document.ratings.iter().find(|known| known.day == day);
                rating = known.cloned().unwrap_or(Rating { day, ..rating });
                self.document.draft = Some(rating);
                self.draw_week();
                return;
            }
            "note" => value.clone_into(&mut rating.note),
            _ => rating.well = !value.is_empty(),
        }
        self.document.draft = Some(rating);
    }

    /// The rating in the form: the one being made, that of today, or a new one.
    fn current(&self) -> Rating {
        let today = self.document.ratings.iter().find(|rating| rating.day == self.today);
        let made = self.document.draft.as_ref().or(today).cloned();
        made.unwrap_or_else(|| Rating { day: self.today, ..Rating::default() })
    }

    pub(crate) fn finish_rating(&mut self) {
        let mut rating = self.current();
        // A sign that has left the list since is not part of this rating any more.
        take_out(&mut rating.values, |(id, _)| self.document.signature().all(|sign| sign.id != *id));
        if rating.values.is_empty() && rating.red.is_empty() {
            self.screen.tell_word("rate-first");
            self.screen.focus("[data-list=\"week\"] input");
            return;
        }
        let before = self.document.ratings.iter().rev().find(|known| known.day < rating.day);
        let is_soon = before.is_some_and(|before| rating.day.since(before.day) < SOON);
        self.document.keep(rating);
        self.document.draft = None;
        self.document.paused = None;
        self.draw_week();
        self.draw_usual();
        self.draw_time();
        self.draw_seen();
        let is_calm = self.standing().is_some_and(|standing| standing.level == Colour::Green);
        self.screen.show("[data-too-often]", is_soon && is_calm);
        self.screen.tell_word("rated");
        self.screen.focus("[data-standing-heading]");
    }

    pub(crate) fn standing(&self) -> Option<Standing> {
        self.document.standing(&self.level_rules())
    }

    pub(crate) fn pause(&mut self) {
        self.document.paused = match self.document.paused {
            Some(_) => None,
            None => Some(self.today),
        };
        self.draw_pause();
        self.screen.tell_word(if self.document.paused.is_some() { "now-paused" } else { "now-on" });
    }

    fn draw_pause(&self) {
        let paused = self.document.paused;
        self.screen.show("[data-paused]", paused.is_some());
        if let Some(day) = paused {
            let date = self.screen.date(day);
            self.screen.write_words("[data-paused]", "paused-since", &[("date", &date)]);
        }
        let key = if paused.is_some() { "go-on" } else { "pause" };
        self.screen.write_words("[data-action=\"pause\"]", key, &[]);
    }

    /// The form and what came of the last rating.
    pub(crate) fn draw_week(&mut self) {
        let rating = self.current();
        let mut rows = self.document.signature().filter_map(|sign| {
            let row = self.screen.row("rate")?;
            self.put_sign(&row, &sign.id);
            match self.document.usual(&sign.id) {
                Some(usual) => {
                    let value = self.scale_words(usual);
                    self.screen.put_words(&row, "usual", "your-usual", &[("value", &value)]);
                }
                None => self.screen.put_words(&row, "usual", "usual-none", &[]),
            }
            row.name_fields(&sign.id);
            if let Some(value) = rating.value(&sign.id) {
                row.choose(&number(value.into()));
            }
            self.place_help(&row, &sign.id, rating.value(&sign.id).is_some_and(|value| value > 0));
            Some(row)
        });
        self.screen.fill("week", &mut rows);
        self.screen.show("[data-no-signs]", self.document.signature().next().is_none());
        for (red, response) in &self.rules.red {
            let name = joined(&["red.", red]);
            self.screen.unchoose(&name);
            if rating.red.contains(red) {
                self.screen.choose(&name, "yes");
                self.bring_help("week", response);
            }
        }
        self.screen.unchoose("well-week");
        if rating.well {
            self.screen.choose("well-week", "yes");
        }
        self.screen.set_field("day", &rating.day.to_text());
        self.screen.set_field("note", &rating.note);
        self.screen.show("[data-too-often]", false);
        self.draw_pause();
        self.draw_standing();
    }

    /// Gives a row the help that its sign may bring up, open if it has been called for.
    fn place_help(&self, row: &Element, sign: &str, on: bool) {
        let Some(response) = self.rules.response(sign) else { return };
        let Some(help) = self.screen.row(&joined(&["help-", response])) else { return };
        if let Some(place) = row.find("[data-help]") {
            place.set_attribute("data-help", &joined(&["week-", sign]));
            place.append(&help);
            if let Some(panel) = place.find("[data-crisis]") {
                panel.show(on);
            }
        }
    }

    /// Where the last rating leaves the person: which signs, since when, and the step that they agreed on.
    fn draw_standing(&self) {
        let standing = self.standing();
        let mut rows = standing.iter().filter_map(|standing| {
            let row = self.screen.row(&joined(&["stand-", standing.level.id()]))?;
            let date = self.screen.date(standing.day);
            self.screen.put_words(&row, "day", "by-rating", &[("date", &date)]);
            row.put("why", &self.why(standing));
            self.put_raised(&row, standing);
            let unknown = u32::try_from(standing.unknown).unwrap_or_default();
            if unknown > 0 {
                row.put("unknown", &self.screen.counted("unknown", unknown, &[]));
            }
            let age = self.today.since(standing.day);
            if age > 14 {
                row.put("old", &self.screen.counted("old", age, &[]));
            }
            self.put_plan(&row, standing.level);
            Some(row)
        });
        self.screen.fill("standing", &mut rows);
    }

    /// The honest sentence: which rule of the person's own is met, and nothing about what is to come.
    pub(crate) fn why(&self, standing: &Standing) -> String {
        match standing.by {
            Met::Red => self.screen.words("why-red", &[]),
            Met::Nothing => {
                let raised = u32::try_from(standing.raised.len()).unwrap_or_default();
                if raised == 0 {
                    self.screen.words("why-none", &[])
                } else {
                    self.screen.counted("why-below", raised, &[])
                }
            }
            Met::Signs(count, 0) => self.screen.counted("why-now", count, &[]),
            Met::Signs(count, days) => {
                let days = self.screen.counted("days", days, &[]);
                self.screen.counted("why-days", count, &[("days", &days)])
            }
            Met::Total(over) => self.screen.counted("why-total", over, &[]),
        }
    }

    fn put_raised(&self, row: &Element, standing: &Standing) {
        let Some(list) = row.find("[data-raised]") else { return };
        for raised in &standing.raised {
            let Some(line) = self.screen.row("line") else { continue };
            let by = self.screen.counted("above", raised.by.into(), &[]);
            let since = match raised.days {
                0 => self.screen.words("since-now", &[]),
                days => self.screen.counted("for-days", days, &[]),
            };
            let sign = self.sign_words(&raised.sign);
            self.screen.put_words(
                &line,
                "line",
                "raised",
                &[("sign", &sign), ("by", &by), ("since", &since)],
            );
            list.append(&line);
        }
        list.show(!standing.raised.is_empty());
    }

    /// The step that was agreed on for a level, with the number to call.
    fn put_plan(&self, row: &Element, level: Colour) {
        let plan = self.document.plan(level);
        let mut who = String::new();
        for text in [&plan.who, &plan.number, &plan.time] {
            if !text.trim().is_empty() {
                who += if who.is_empty() { "" } else { ", " };
                who += text.trim();
            }
        }
        let parts =
            [("own", &plan.own), ("others", &plan.others), ("unwanted", &plan.unwanted), ("who", &who)];
        let mut any = false;
        for (part, text) in parts {
            row.put(part, text.trim());
            let is_there = !text.trim().is_empty();
            if let Some(block) = row.find(&selector("data-plan-part", part)) {
                block.show(is_there);
            }
            any |= is_there;
        }
        if let Some(call) = row.find("[data-call]") {
            let phone = Phone::read(&plan.number);
            call.show(phone.is_some());
            if let Some(phone) = phone {
                call.set_call(&phone.call());
            }
            call.set_text(&self.screen.words("call", &[("number", plan.number.trim())]));
        }
        if let Some(empty) = row.find("[data-no-plan]") {
            empty.show(!any);
        }
        if let Some(heading) = row.find("[data-plan-heading]") {
            heading.show(any);
        }
    }
}
