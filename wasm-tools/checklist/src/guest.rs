//! An observer at somebody else's list: only the shared signs, rated under their own name, given back by file.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use footbridge_model::checklist::day::Day;
use footbridge_model::checklist::document::Rating;
use footbridge_model::checklist::exchange::{Answer, Asked};
use footbridge_model::joined;
use footbridge_model::list::take_out;

use crate::screen::{Row, number, number_of, selector};
use crate::state::Checklist;

/// What an observer does.
pub(crate) struct Guest {
    pub(crate) asked: Asked,
    pub(crate) answer: Answer,
    draft: Rating,
    /// Whether everything has gone into a file, or the observer was told that it has not.
    pub(crate) may_leave: bool,
}

impl Checklist {
    /// Opens the observer's view of a shared list.
    pub(crate) fn receive(&mut self, asked: Asked) {
        let answer = Answer {
            share: asked.share.id,
            owner: asked.share.owner.clone(),
            name: asked.share.name.clone(),
            entries: Vec::new(),
        };
        let draft = Rating { day: self.today, ..Rating::default() };
        self.guest = Some(Guest { asked, answer, draft, may_leave: true });
        self.draw_guest();
        self.turn_to("");
        self.screen.focus("[data-guest] h2");
    }

    pub(crate) fn guest_changed(&mut self, field: &str, id: &str, value: &str) {
        let most = self.rules.most;
        let response = self.rules.response(id).map(ToOwned::to_owned);
        let Some(guest) = &mut self.guest else { return };
        match field {
            "guest-rate" => guest.draft.rate(id, number_of(value).filter(|value| *value <= most)),
            "guest-red" => {
                guest.draft.mark(id, !value.is_empty());
                if let Some(response) = response.filter(|_| !value.is_empty()) {
                    self.bring_help("guest", &response);
                }
            }
            "guest-day" => match Day::parse(value).filter(|day| *day <= self.today) {
                Some(day) => guest.draft.day = day,
                None => {
                    self.screen.tell_word("wrong-day");
                    self.screen.set_field("guest-day", &self.today.to_text());
                }
            },
            _ => value.clone_into(&mut guest.draft.note),
        }
    }

    pub(crate) fn finish_guest_rating(&mut self) {
        let today = self.today;
        let Some(guest) = &mut self.guest else { return };
        if guest.draft.values.is_empty() && guest.draft.red.is_empty() && guest.draft.note.trim().is_empty() {
            self.screen.tell_word("rate-first");
            self.screen.focus("[data-list=\"guest\"] input");
            return;
        }
        if !guest.asked.share.is_open(guest.draft.day) {
            self.screen.tell_word("share-over");
            return;
        }
        let draft = core::mem::replace(&mut guest.draft, Rating { day: today, ..Rating::default() });
        take_out(&mut guest.answer.entries, |entry| entry.day == draft.day);
        guest.answer.entries.push(draft);
        guest.may_leave = false;
        self.draw_guest();
        self.screen.tell_word("guest-rated");
        self.screen.focus("[data-action=\"take\"][data-for=\"answer\"]");
    }

    pub(crate) fn leave_guest(&mut self) {
        let Some(guest) = &mut self.guest else { return };
        if !guest.may_leave {
            guest.may_leave = true;
            self.screen.tell_word("guest-unsaved");
            return;
        }
        self.guest = None;
        self.draw_guest();
        self.turn_to("signs");
        self.screen.tell("", false);
        self.screen.focus("[data-part=\"signs\"] h2");
    }

    pub(crate) fn draw_guest(&self) {
        let guest = self.guest.as_ref();
        self.screen.show("[data-guest]", guest.is_some());
        self.screen.show("[data-own]", guest.is_none());
        let Some(guest) = guest else { return };
        let share = &guest.asked.share;
        let until = share.until.map_or(String::new(), |until| self.screen.date(until));
        let owner =
            if share.owner.is_empty() { self.screen.words("somebody", &[]) } else { share.owner.clone() };
        let gaps = [("owner", owner.as_str()), ("name", share.name.as_str()), ("date", until.as_str())];
        self.screen.write_words("[data-guest-title]", "guest-title", &gaps);
        let key = if share.is_open(self.today) { "guest-until" } else { "guest-over" };
        self.screen.write_words("[data-guest-until]", key, &gaps);
        for (part, text) in [("see", &share.may_see), ("channel", &share.channel), ("asked", &share.asked)] {
            let place = selector("data-guest-term", part);
            self.screen.show(&place, !text.trim().is_empty());
            self.screen.write(&joined(&[&place, " dd"]), text.trim());
        }
        let mut rows = guest.asked.signs.iter().filter_map(|(sign, words)| {
            let row = self.screen.row("guest-rate")?;
            let bank = self.bank_words(sign, "data-seen");
            row.put("sign", if words.trim().is_empty() { &bank } else { words });
            row.name_fields(sign);
            if let Some(value) = guest.draft.value(sign) {
                row.choose(&number(value.into()));
            }
            Some(row)
        });
        self.screen.fill("guest", &mut rows);
        for (red, _) in &self.rules.red {
            let name = joined(&["guest-red.", red]);
            self.screen.unchoose(&name);
            if guest.draft.red.contains(red) {
                self.screen.choose(&name, "yes");
            }
        }
        self.screen.set_field("guest-day", &guest.draft.day.to_text());
        self.screen.set_field("guest-note", &guest.draft.note);
        let mut entries = guest.answer.entries.iter().filter_map(|entry| {
            let row = self.screen.row("line")?;
            row.put("line", &self.screen.date(entry.day));
            Some(row)
        });
        self.screen.fill("guest-entries", &mut entries);
        self.screen.show("[data-guest-made]", !guest.answer.entries.is_empty());
    }
}
