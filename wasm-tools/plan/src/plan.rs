//! A plan in the page: what each button does.

use alloc::string::{String, ToString};

use footbridge_model::plan::{Back, Draft};
use footbridge_model::{Corrupt, PlanRules, replaced};
use footbridge_page::Element;

use crate::keep::AtHand;

/// One plan that this module has taken over.
pub(crate) struct Plan {
    pub(crate) section: Element,
    pub(crate) draft: Draft,
    /// The reader's own day, as year-month-day.
    pub(crate) day: String,
    /// While the plan is locked: what may be read of it all the same.
    pub(crate) at_hand: Option<AtHand>,
    /// Whether a link to the view for a hard moment has been followed. Once: then the reader's presses count.
    followed: bool,
}

impl Plan {
    /// Reads the definition, takes over the section, and keeps what has been typed before.
    pub(crate) fn open(section: Element, definition: &[u8]) -> Result<Plan, Corrupt> {
        let draft = Draft::new(PlanRules::from_bytes(definition)?);
        let mut plan = Plan { section, draft, day: String::new(), at_hand: None, followed: false };
        plan.read_static();
        plan.section.set_attribute("data-state", "ready");
        for section in 0..plan.draft.rules().sections.len() {
            if let Some(ideas) = plan.part(section, "[data-ideas]") {
                ideas.toggle_attribute("open", false);
            }
        }
        plan.show_all();
        plan.show_if_asked_for();
        Ok(plan)
    }

    /// Who comes by a link to the view for a hard moment sees it at once.
    pub(crate) fn show_if_asked_for(&mut self) {
        if !self.followed && self.find("[data-now]:target").is_some() {
            self.followed = true;
            self.show_crisis_view();
        }
    }

    /// Carries out the action of a button.
    pub(crate) fn pressed(&mut self, action: &str, item: &str) {
        self.read();
        let key = item.parse().unwrap_or_default();
        let place: usize = item.parse().unwrap_or_default();
        match action {
            "add" => self.add(place),
            "up" | "down" => self.shift(key, action),
            "remove" => self.remove(key),
            "undo" => self.undo(),
            "idea" => self.choose(item),
            "nobody" => self.say_nobody(place),
            "crisis" => self.show_crisis_view(),
            "edit" => self.leave_crisis_view(),
            // The choice of paper holds for one print: the script takes it away afterwards.
            "print" => self.section.set_attribute("data-paper", item),
            "keep" => self.keep_version(),
            "compare" => self.compare(place),
            "restore" => self.restore(place),
            "erase" => self.erase(place),
            "ask-again" => self.ask_to_clear(true),
            "not-again" => self.ask_to_clear(false),
            "again" => self.start_again(),
            _ => {}
        }
    }

    fn add(&mut self, section: usize) {
        if let Some(key) = self.draft.add(section) {
            self.show_rows(section);
            self.focus_row(key);
        }
    }

    fn shift(&mut self, key: u32, action: &str) {
        if self.draft.shift(key, action == "down")
            && let Some((section, place)) = self.place_of(key)
        {
            self.show_rows(section);
            self.tell_count("data-moved", place + 1);
        } else {
            self.tell("data-end");
        }
        self.focus(&["[data-row=\"", &key.to_string(), "\"] [data-action=", action, "]"].concat());
    }

    fn remove(&mut self, key: u32) {
        let had_words = self.draft.document();
        let Some((section, next)) = self.draft.remove(key) else { return };
        self.show_rows(section);
        self.show_aids();
        if had_words == self.draft.document() {
            // An empty row leaves nothing to bring back.
            next.into_iter().for_each(|key| self.focus_row(key));
        } else {
            self.tell("data-removed");
            self.focus("[data-undo]:not([hidden]) [data-action=undo]");
        }
    }

    fn undo(&mut self) {
        match self.draft.undo() {
            Some(Back::Row(section, key)) => {
                self.show_rows(section);
                self.show_aids();
                self.focus_row(key);
            }
            Some(Back::Version) => {
                self.show_versions();
                self.show_aids();
                self.focus("[data-review-heading]");
            }
            None => return,
        }
        self.tell("data-back");
    }

    /// Adds the idea at `section.place`, or takes it away again.
    fn choose(&mut self, item: &str) {
        let Some(chip) = self.find(&["[data-action=idea][data-for=\"", item, "\"]"].concat()) else { return };
        let text = chip.attribute("data-text").unwrap_or_default();
        let section = item.split('.').next().and_then(|at| at.parse().ok()).unwrap_or_default();
        let known = self.draft.rows(section).iter().find(|row| row.entry.name() == text).map(|row| row.key);
        match known {
            Some(key) => {
                self.draft.remove(key);
                self.tell("data-removed");
            }
            None => {
                self.draft.suggest(section, &text);
                self.tell("data-added");
            }
        }
        self.show_rows(section);
        self.show_aids();
    }

    fn say_nobody(&mut self, section: usize) {
        self.draft.say_nobody(section, true);
        self.show_aids();
        if let Some(answer) = self.part(section, "[data-nobody]") {
            answer.focus();
        }
    }

    fn ask_to_clear(&self, on: bool) {
        self.show("[data-clear]", on);
        self.focus(if on { "[data-clear]" } else { "[data-action=ask-again]" });
    }

    /// Clears every word, so that the next person at this device finds an empty plan.
    fn start_again(&mut self) {
        self.clear();
        self.tell("data-cleared");
        self.section.scroll_into_view();
        self.focus("[data-first]");
    }

    /// Forgets all that was written, in the module and in the page.
    pub(crate) fn clear(&mut self) {
        self.draft = Draft::new(self.draft.rules().clone());
        if let Some(form) = self.find("form") {
            form.reset();
        }
        self.show("[data-clear]", false);
        self.clear_views();
        self.section.set_attribute("data-state", "ready");
        self.show_all();
    }

    /// Brings the whole page up to date with the plan.
    pub(crate) fn show_all(&mut self) {
        for section in 0..self.draft.rules().sections.len() {
            self.show_rows(section);
        }
        self.show_answers();
        self.show_versions();
        self.show_days();
        self.show_aids();
    }

    pub(crate) fn find(&self, selector: &str) -> Option<Element> {
        self.section.find(selector)
    }

    /// A part of the section at a place.
    pub(crate) fn part(&self, section: usize, selector: &str) -> Option<Element> {
        let id = &self.draft.rules().sections.get(section)?.id;
        self.find(&["[data-section=\"", id, "\"] ", selector].concat())
    }

    pub(crate) fn show(&self, selector: &str, on: bool) {
        if let Some(part) = self.find(selector) {
            part.show(on);
        }
    }

    pub(crate) fn focus(&self, selector: &str) {
        if let Some(element) = self.find(selector) {
            element.focus();
        }
    }

    /// Says a sentence in the polite status line.
    pub(crate) fn tell(&self, attribute: &str) {
        if let Some(status) = self.find("[data-status]") {
            status.set_text(&status.attribute(attribute).unwrap_or_default());
        }
    }

    fn tell_count(&self, attribute: &str, count: usize) {
        if let Some(status) = self.find("[data-status]") {
            let sentence = status.attribute(attribute).unwrap_or_default();
            status.set_text(&replaced(&sentence, "#", &count.to_string()));
        }
    }

    pub(crate) fn place_of(&self, key: u32) -> Option<(usize, usize)> {
        (0..self.draft.rules().sections.len()).find_map(|section| {
            Some((section, self.draft.rows(section).iter().position(|row| row.key == key)?))
        })
    }
}
