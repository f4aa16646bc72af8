//! Files: a copy of the own list, what goes to an observer, and what comes back. They are plain text: a part to
//! read, and below it a part for this page. They are not locked, and they say so.

use alloc::string::String;
use alloc::vec::Vec;

use footbridge_model::checklist::Colour;
use footbridge_model::checklist::document::{LevelPlan, Rating, Share};
use footbridge_model::checklist::exchange::{Opened, Refused, TakenIn, file_name};
use footbridge_model::{joined, joined_by};

use crate::screen::{Screen, lines, number_of};
use crate::state::Checklist;

/// A file to take away.
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) text: String,
}

impl Checklist {
    /// The file that a button asks for: the own list (`copy`), an observer's entries (`answer`), or a share by its
    /// number. Nothing if something is still missing; then the status line says what.
    pub(crate) fn take(&mut self, what: &str) -> Option<File> {
        let (start, text, code) = match what {
            "copy" => ("list", self.own_text(), self.document.to_code()),
            "answer" => {
                let text = self.answer_text()?;
                let guest = self.guest.as_mut()?;
                guest.may_leave = true;
                ("notes", text, guest.answer.to_code())
            }
            share => {
                let asked = self.document.asked(number_of(share)?)?;
                if let Some(missing) = missing(&asked.share) {
                    self.screen.tell_word(missing);
                    return None;
                }
                ("signs", self.share_text(&asked.share), asked.to_code())
            }
        };
        self.screen.tell_word("file-made");
        Some(File { name: file_name(start, self.today), text: joined(&[&text, "\n", &code]) })
    }

    /// A file was opened.
    pub(crate) fn opened(&mut self, text: &str) {
        match Opened::from_file(text) {
            Ok(Opened::Own(document)) => {
                let had = !self.document.is_empty();
                self.removing("[data-open]".into());
                self.document = document;
                self.guest = None;
                self.draw();
                self.turn_to(if self.document.ratings.is_empty() { "signs" } else { "week" });
                self.screen.tell(&self.screen.words("opened-own", &[]), had);
            }
            Ok(Opened::Asked(asked)) => {
                self.receive(asked);
                self.screen.tell_word("opened-asked");
            }
            Ok(Opened::Answer(answer)) => {
                let taken = self.document.take_in_answer(&answer);
                self.draw_seen();
                match taken {
                    TakenIn::Entries(count) => {
                        self.guest = None;
                        self.draw_guest();
                        self.turn_to("share");
                        let count = u32::try_from(count).unwrap_or_default();
                        let text = self.screen.counted("taken-in", count, &[("name", &answer.name)]);
                        self.screen.tell(&text, false);
                        self.screen.focus("[data-seen-heading]");
                    }
                    TakenIn::Unknown => self.screen.tell_word("file-unknown"),
                    TakenIn::Withdrawn => self.screen.tell_word("file-withdrawn"),
                    TakenIn::Ended => self.screen.tell_word("file-ended"),
                }
            }
            Err(Refused::Foreign) => self.screen.tell_word("file-foreign"),
            Err(Refused::Damaged) => self.screen.tell_word("file-damaged"),
            Err(Refused::Newer) => self.screen.tell_word("file-newer"),
        }
    }

    fn own_text(&self) -> String {
        let mut text = Text::new(&self.screen, "file-own", &[]);
        text.heading("my-signs");
        for sign in self.document.signature() {
            let usual = self.document.usual(&sign.id);
            let usual =
                usual.map(|usual| self.screen.words("your-usual", &[("value", &self.scale_words(usual))]));
            text.item(&self.sign_words(&sign.id), usual.as_deref().unwrap_or_default());
        }
        text.block("usual-title", &self.document.well);
        for colour in Colour::ALL {
            let plan = self.document.plan(colour);
            if *plan == LevelPlan::default() {
                continue;
            }
            text.heading(&joined(&["level-", colour.id()]));
            let who = joined(&[plan.who.trim(), " ", plan.number.trim(), " ", plan.time.trim()]);
            for (key, part) in [
                ("plan-own", &plan.own),
                ("plan-others", &plan.others),
                ("plan-unwanted", &plan.unwanted),
                ("plan-who", &who),
            ] {
                text.labelled(key, part);
            }
        }
        if !self.document.ratings.is_empty() {
            text.heading("time-title");
            for rating in &self.document.ratings {
                text.item(&self.screen.date(rating.day), &self.rating_text(rating, "data-mine"));
            }
        }
        text.block("after-title", &self.document.after);
        text.text
    }

    fn rating_text(&self, rating: &Rating, whose: &str) -> String {
        let mut parts = Vec::new();
        for (sign, value) in &rating.values {
            parts.push(joined(&[&self.shared_words(sign, whose), " = ", &self.scale_words(*value)]));
        }
        for red in &rating.red {
            parts.push(self.bank_words(red, whose));
        }
        if !rating.note.trim().is_empty() {
            parts.push(joined_by(&lines(&rating.note), " / "));
        }
        joined_by(&parts, "; ")
    }

    /// The words of a sign for a reader of the file.
    fn shared_words(&self, sign: &str, whose: &str) -> String {
        let asked = self.guest.as_ref().and_then(|guest| guest.asked.signs.iter().find(|(id, _)| id == sign));
        match asked {
            Some((_, words)) if !words.trim().is_empty() => words.trim().into(),
            Some(_) => self.bank_words(sign, whose),
            None => self.sign_words(sign),
        }
    }

    fn share_text(&self, share: &Share) -> String {
        let until = share.until.map_or(String::new(), |until| self.screen.date(until));
        let gaps = [("name", share.name.as_str()), ("owner", share.owner.as_str()), ("date", until.as_str())];
        let mut text = Text::new(&self.screen, "file-share", &gaps);
        for sign in &share.signs {
            text.item(&self.sign_words(sign), "");
        }
        for (key, part) in
            [("term-see", &share.may_see), ("term-channel", &share.channel), ("term-asked", &share.asked)]
        {
            text.labelled(key, part);
        }
        text.text
    }

    fn answer_text(&self) -> Option<String> {
        let guest = self.guest.as_ref()?;
        let gaps = [("name", guest.answer.name.as_str()), ("owner", guest.answer.owner.as_str())];
        let mut text = Text::new(&self.screen, "file-answer", &gaps);
        for entry in &guest.answer.entries {
            text.item(&self.screen.date(entry.day), &self.rating_text(entry, "data-seen"));
        }
        Some(text.text)
    }
}

/// What an observer's file still needs.
fn missing(share: &Share) -> Option<&'static str> {
    if share.withdrawn.is_some() {
        Some("file-withdrawn")
    } else if share.name.trim().is_empty() {
        Some("need-name")
    } else if share.signs.is_empty() {
        Some("need-signs")
    } else if share.until.is_none() {
        Some("need-until")
    } else {
        None
    }
}

/// The part of a file for readers. Its sentences are named by their keys in the page.
struct Text<'a> {
    screen: &'a Screen,
    text: String,
}

impl Text<'_> {
    fn new<'a>(screen: &'a Screen, first: &str, gaps: &[(&str, &str)]) -> Text<'a> {
        Text { screen, text: screen.words(first, gaps) + "\n" }
    }

    fn add(&mut self, parts: &[&str]) {
        self.text += &joined(parts);
    }

    fn heading(&mut self, key: &str) {
        self.add(&["\n", &self.screen.words(key, &[]), "\n"]);
    }

    fn item(&mut self, name: &str, more: &str) {
        self.add(&["- ", name, if more.is_empty() { "" } else { ": " }, more, "\n"]);
    }

    fn labelled(&mut self, key: &str, text: &str) {
        if !text.trim().is_empty() {
            self.item(&self.screen.words(key, &[]), &joined_by(&lines(text), "; "));
        }
    }

    fn block(&mut self, key: &str, text: &str) {
        if !text.trim().is_empty() {
            self.heading(key);
            self.add(&[text.trim(), "\n"]);
        }
    }
}
