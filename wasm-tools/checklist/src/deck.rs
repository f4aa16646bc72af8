//! Sorting the deck: mine, sometimes, not mine; as a list or one card at a time; and signs in own words.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use footbridge_model::checklist::document::{Sort, Stage};
use footbridge_model::joined;
use footbridge_model::list::{gathered, set_in};

use crate::screen::count;
use crate::state::Checklist;

impl Checklist {
    pub(crate) fn deck_changed(&mut self, field: &str, id: &str, value: &str) {
        match field {
            "group" => {
                set_in(&mut self.document.groups, id, !value.is_empty());
                self.draw_cards();
            }
            "mode" => {
                self.card = (value == "cards").then_some(0);
                self.draw_cards();
            }
            "sort" => {
                let Some(sort) = sort_of(value).filter(|_| self.rules.knows(id)) else { return };
                self.document.sort(id, sort);
                self.signs_have_changed();
                self.draw_progress();
            }
            "words" => {
                if let Some(sign) = self.document.sign_mut(id) {
                    value.trim().clone_into(&mut sign.words);
                } else if self.rules.knows(id) && !value.trim().is_empty() {
                    // Who writes own words for a card has said that it is theirs.
                    self.document.sort(id, Sort::Mine);
                    self.screen.choose(&joined(&["sort.", id]), "mine");
                    if let Some(sign) = self.document.sign_mut(id) {
                        value.trim().clone_into(&mut sign.words);
                    }
                    self.draw_progress();
                }
                self.signs_have_changed();
            }
            "stage" => {
                let stage = match value {
                    "middle" => Stage::Middle,
                    "late" => Stage::Late,
                    _ => Stage::Early,
                };
                self.document.place(id, stage);
                self.draw_own_signs();
                self.screen.focus(&joined(&["[name=\"stage.", id, "\"]"]));
                self.screen.tell_words("moved", &[("what", &self.sign_words(id))]);
            }
            _ => {}
        }
    }

    pub(crate) fn write_sign(&mut self) {
        let words = self.screen.field("new-sign");
        if self.document.write(&words).is_none() {
            self.screen.tell_word("write-first");
            self.screen.focus("[name=\"new-sign\"]");
            return;
        }
        self.screen.set_field("new-sign", "");
        self.signs_have_changed();
        self.draw_progress();
        self.screen.tell_words("added", &[("what", words.trim())]);
        self.screen.focus("[name=\"new-sign\"]");
    }

    pub(crate) fn turn_card(&mut self, on: bool) {
        let last = self.shown_cards().len().saturating_sub(1);
        if let Some(card) = self.card {
            self.card = Some(if on { (card + 1).min(last) } else { card.saturating_sub(1) });
        }
        self.draw_cards();
        self.screen.focus("[data-card]:not([hidden]) legend");
    }

    /// Everything of the deck.
    pub(crate) fn draw_deck(&mut self) {
        for sign in &self.rules.signs {
            let name = joined(&["sort.", &sign.id]);
            self.screen.unchoose(&name);
            let own = self.document.sign(&sign.id);
            if let Some(own) = own {
                self.screen.choose(&name, word_of(own.sort));
            }
            let words = own.map(|own| own.words.as_str()).unwrap_or_default();
            self.screen.set_field(&joined(&["words.", &sign.id]), words);
        }
        for (group, _) in &self.rules.groups {
            let name = joined(&["group.", group]);
            self.screen.unchoose(&name);
            if self.document.groups.contains(group) {
                self.screen.choose(&name, "yes");
            }
        }
        self.draw_cards();
    }

    /// The cards of the chosen groups: all of them, or the one whose turn it is.
    fn draw_cards(&mut self) {
        let shown = self.shown_cards();
        let turn = self.card.map(|card| card.min(shown.len().saturating_sub(1)));
        self.card = turn;
        let current = turn.and_then(|turn| shown.get(turn)).cloned();
        for sign in &self.rules.signs {
            let is_shown = match &current {
                Some(current) => *current == sign.id,
                None => shown.contains(&sign.id),
            };
            if let Some(card) = self.screen.at("data-card", &sign.id) {
                card.show(is_shown);
            }
        }
        for (place, (group, for_all)) in self.rules.groups.iter().enumerate() {
            let holds = current.as_ref().is_none_or(|current| {
                let sign = self.rules.signs.iter().find(|sign| sign.id == *current);
                sign.is_some_and(|sign| usize::from(sign.group) == place)
            });
            if let Some(part) = self.screen.at("data-cards-of", group) {
                part.show(holds && (*for_all || self.document.groups.contains(group)));
            }
        }
        self.screen.show("[data-card-turn]", turn.is_some());
        if let Some(turn) = turn {
            let gaps = [("n", &*count(turn + 1)), ("all", &*count(shown.len()))];
            self.screen.write_words("[data-card-place]", "card-of", &gaps);
            for (action, end) in [("last-card", turn == 0), ("next-card", turn + 1 == shown.len())] {
                if let Some(button) = self.screen.at("data-action", action) {
                    button.toggle_attribute("disabled", end);
                }
            }
        }
        self.draw_progress();
    }

    fn draw_progress(&self) {
        let shown = self.shown_cards();
        let sorted = count(shown.iter().filter(|id| self.document.sign(id).is_some()).count());
        let mine = count(self.document.signature().count());
        let gaps = [("n", &*sorted), ("all", &*count(shown.len())), ("mine", &*mine)];
        self.screen.write_words("[data-sorted]", "sorted", &gaps);
    }

    /// The cards of the groups that everybody sees and those that were chosen; what is best looked at first, first.
    fn shown_cards(&self) -> Vec<String> {
        let is_shown = |group: u16| {
            let group = self.rules.groups.get(usize::from(group));
            group.is_some_and(|(id, for_all)| *for_all || self.document.groups.contains(id))
        };
        let signs = self.rules.signs.iter().filter(|sign| is_shown(sign.group));
        gathered(signs.map(|sign| sign.id.clone()))
    }
}

fn sort_of(value: &str) -> Option<Sort> {
    match value {
        "mine" => Some(Sort::Mine),
        "sometimes" => Some(Sort::Sometimes),
        "not" => Some(Sort::NotMine),
        _ => None,
    }
}

fn word_of(sort: Sort) -> &'static str {
    match sort {
        Sort::Mine => "mine",
        Sort::Sometimes => "sometimes",
        Sort::NotMine => "not",
    }
}
