//! What the page of a checklist knows: the person's document, which part is open, and what can be undone.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use footbridge_model::checklist::ChecklistRules;
use footbridge_model::checklist::day::Day;
use footbridge_model::checklist::document::Document;
use footbridge_model::{Corrupt, checklist::LevelRule, joined, parted};
use footbridge_page::Element;

use crate::guest::Guest;
use crate::screen::{Row, Screen, button};

/// One checklist that this module has taken over.
pub(crate) struct Checklist {
    pub(crate) screen: Screen,
    pub(crate) rules: ChecklistRules,
    pub(crate) document: Document,
    /// The reader's day. The module has no clock.
    pub(crate) today: Day,
    /// The bytes of the document before the last removal, and where the focus goes if it comes back.
    undo: Option<(Vec<u8>, String)>,
    /// The place of the card that is shown when cards come one at a time.
    pub(crate) card: Option<usize>,
    /// What an observer does for somebody else's list, while their file is open.
    pub(crate) guest: Option<Guest>,
}

impl Checklist {
    /// Reads the definition and takes over the section.
    pub(crate) fn open(section: Element, definition: &[u8]) -> Result<Checklist, Corrupt> {
        let rules = ChecklistRules::from_bytes(definition)?;
        section.set_attribute("data-state", "ready");
        let mut tool = Checklist {
            screen: Screen(section),
            rules,
            document: Document::new(),
            today: Day::default(),
            undo: None,
            card: None,
            guest: None,
        };
        tool.draw();
        tool.turn_to("signs");
        Ok(tool)
    }

    /// The reader's day, as year-month-day.
    pub(crate) fn is_day(&mut self, day: &str) {
        if let Some(day) = Day::parse(day).filter(|day| *day != self.today) {
            self.today = day;
            self.draw_week();
        }
    }

    /// A field has changed to a value; checkboxes that were cleared have none.
    pub(crate) fn changed(&mut self, name: &str, value: &str) {
        self.as_on_screen();
        let (field, id) = parted(name, ".").unwrap_or((name, ""));
        if field.is_empty() {
            return;
        }
        self.forget_undo();
        match field {
            "sort" | "words" | "stage" | "group" | "mode" => self.deck_changed(field, id, value),
            "well" | "usual" => self.usual_changed(field, id, value),
            "rate" | "red" | "day" | "note" | "well-week" => self.week_changed(field, id, value),
            "rule" | "plan" => self.levels_changed(field, id, value),
            "after" => value.clone_into(&mut self.document.after),
            _ if field.starts_with("share-") => self.share_changed(field, id, value),
            "guest-rate" | "guest-red" | "guest-day" | "guest-note" => self.guest_changed(field, id, value),
            _ => {}
        }
    }

    /// A button was pressed.
    pub(crate) fn pressed(&mut self, action: &str, id: &str) {
        self.as_on_screen();
        if !matches!(action, "undo" | "print" | "part") {
            self.forget_undo();
        }
        match action {
            "part" => {
                if self.undo.is_none() {
                    // What was said was about another part.
                    self.screen.tell("", false);
                }
                self.turn_to(id);
                self.focus_part(id);
            }
            "print" => self.screen.0.set_attribute("data-print", id),
            "undo" => self.take_back(),
            "again" => self.ask_whether_to_clear(true),
            "again-no" => self.ask_whether_to_clear(false),
            "again-yes" => self.clear(),
            "next-card" | "last-card" => self.turn_card(action == "next-card"),
            "write-sign" => self.write_sign(),
            "up" | "down" => self.move_sign(id, action == "up"),
            "remove-sign" => self.remove_sign(id),
            "suggest" => self.take_suggestion(id),
            "default-rules" => self.reset_rules(),
            "stand" => self.finish_rating(),
            "pause" => self.pause(),
            "remove-rating" => self.remove_rating(id),
            "new-share" => self.new_share(),
            "withdraw" => self.withdraw(id),
            "remove-share" => self.remove_share(id),
            "remove-seen" => self.remove_seen(id),
            "guest-done" => self.finish_guest_rating(),
            "guest-leave" => self.leave_guest(),
            _ => {}
        }
    }

    /// Draws everything anew from the document.
    pub(crate) fn draw(&mut self) {
        self.draw_deck();
        self.draw_own_signs();
        self.draw_usual();
        self.draw_levels();
        self.draw_week();
        self.draw_time();
        self.draw_shares();
        self.draw_seen();
        self.draw_guest();
        self.screen.set_field("after", &self.document.after);
    }

    /// Shows one part of the checklist.
    pub(crate) fn turn_to(&mut self, part: &str) {
        for name in ["signs", "well", "levels", "week", "time", "share"] {
            if let Some(section) = self.screen.at("data-part", name) {
                section.show(name == part && self.guest.is_none());
            }
            if let Some(button) = self.screen.find(&button("part", name)) {
                if name == part {
                    button.set_attribute("aria-current", "step");
                } else {
                    button.toggle_attribute("aria-current", false);
                }
            }
        }
        match part {
            "time" => self.draw_time(),
            "share" => self.draw_seen(),
            "week" => self.draw_week(),
            _ => {}
        }
    }

    /// Remembers the document, so that a removal can be undone, and says what was removed.
    pub(crate) fn removing(&mut self, back_to: String) {
        self.undo = Some((self.document.to_bytes(), back_to));
    }

    /// Says what was removed, beside the button that takes it back, and goes there.
    pub(crate) fn removed(&self, what: &str) {
        self.screen.tell(&self.screen.words("removed", &[("what", what)]), true);
        self.screen.focus("[data-undo]");
    }

    fn take_back(&mut self) {
        let Some((bytes, focus)) = self.undo.take() else { return };
        if let Some(document) = Document::from_own_bytes(&bytes) {
            self.document = document;
            self.draw();
            self.screen.tell_word("taken-back");
            self.screen.focus(&focus);
        }
    }

    /// What was removed is gone for good once something else is changed: to bring it back would undo that, too.
    fn forget_undo(&mut self) {
        if self.undo.take().is_some() {
            self.screen.tell("", false);
        }
    }

    fn ask_whether_to_clear(&self, ask: bool) {
        self.screen.show("[data-confirm]", ask);
        self.screen.focus(if ask { "[data-action=\"again-no\"]" } else { "[data-action=\"again\"]" });
    }

    /// Forgets everything, so that the next person at this device finds a fresh list.
    fn clear(&mut self) {
        self.screen.show("[data-confirm]", false);
        self.forget();
        self.screen.tell_word("cleared");
        self.turn_to("signs");
        self.screen.0.scroll_into_view();
        self.focus_part("signs");
    }

    /// Empties the module and the page.
    pub(crate) fn forget(&mut self) {
        self.document = Document::new();
        self.undo = None;
        self.card = None;
        self.guest = None;
        if let Some(form) = self.screen.find("form") {
            form.reset();
        }
        while let Some(panel) = self.screen.find("[data-crisis]:not([hidden])") {
            panel.show(false);
        }
        self.draw();
        self.screen.tell("", false);
    }

    /// On paper goes what the last press asked for; from then on again what the screen shows.
    fn as_on_screen(&self) {
        self.screen.0.toggle_attribute("data-print", false);
    }

    /// The rules that hold: the person's own, or those to begin with.
    pub(crate) fn level_rules(&self) -> [LevelRule; 2] {
        self.document.rules_or(&self.rules)
    }

    /// The words of a sign: the person's own, or those of the bank.
    pub(crate) fn sign_words(&self, id: &str) -> String {
        match self.document.sign(id) {
            Some(sign) if !sign.words.trim().is_empty() => sign.words.trim().into(),
            _ => self.bank_words(id, "data-mine"),
        }
    }

    /// Writes the words of a sign into a row, and says them.
    pub(crate) fn put_sign(&self, row: &Element, id: &str) -> String {
        let words = self.sign_words(id);
        row.put("sign", &words);
        words
    }

    /// Goes to the heading of a part.
    pub(crate) fn focus_part(&self, part: &str) {
        self.screen.focus(&joined(&["[data-part=\"", part, "\"] h2"]));
    }

    /// The words of the bank for a sign: of the person (`data-mine`) or of somebody who sees it (`data-seen`). The words
    /// of the person on a card are its legend, and stand there alone.
    pub(crate) fn bank_words(&self, id: &str, whose: &str) -> String {
        let Some(card) = self.screen.at("data-card", id).or_else(|| self.screen.at("data-red", id)) else {
            return String::new();
        };
        match (card.attribute(whose), card.find("legend")) {
            (Some(words), _) => words,
            (None, Some(legend)) => legend.text(),
            (None, None) => String::new(),
        }
    }

    /// Brings up the help for a sign. Once open it stays: a second thought must not take it away.
    pub(crate) fn bring_help(&self, place: &str, response: &str) {
        let panel = joined(&["[data-help=\"", place, "\"] [data-crisis=\"", response, "\"]"]);
        self.screen.show(&panel, true);
    }
}
