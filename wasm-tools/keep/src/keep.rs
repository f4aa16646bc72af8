//! What a person sees and presses, on top of the vault.

// The page asks for it only where it is known.
#[cfg_attr(not(feature = "steps"), allow(dead_code))]
mod steps;

use alloc::string::String;
use alloc::vec::Vec;
use core::mem;

use footbridge_page::{Element, joined};
use footbridge_vault::{Day, Keeper, Key, Note, Record, Slots, State, Turn, Watch, at_hand, phrase};
use wasm_bindgen::prelude::wasm_bindgen;
use zeroize::{Zeroize, Zeroizing};

use crate::{rows, words};

#[wasm_bindgen]
extern "C" {
    /// The browser's source of random bytes.
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    fn get_random_values(bytes: &mut [u8]);
}

/// What the person is about to do, besides looking at what is kept.
#[derive(Clone, Copy, PartialEq)]
enum Mode {
    Home,
    /// Choosing the first phrase.
    Setup,
    /// Choosing another phrase.
    Change,
    /// Opening a backup file.
    File,
    /// Confirming that everything shall be erased.
    Erase,
}

pub(crate) struct Keep {
    section: Element,
    is_file: bool,
    /// The tool of this page; empty on the page of all things.
    tool: String,
    pub(crate) version: u64,
    pub(crate) keeper: Keeper,
    mode: Mode,
    /// What the view was when the page was last brought up to date.
    shown: &'static str,
    pub(crate) phrase: Zeroizing<String>,
    made: Zeroizing<String>,
    file: String,
    size: usize,
    /// The record whose removal waits for a second press.
    asked: Option<u64>,
    /// What is to be put into the tool.
    restore: Option<Vec<u8>>,
    /// Whether the newest of what is kept goes into the tool as soon as it is open: into a plan or a list, which
    /// people go on with, and only where nothing stands there yet.
    resumes: bool,
    /// The record whose steps are asked of the tool, and whether by a press.
    follows: Option<(Record, bool)>,
    /// Whether the steps at hand have been asked for since the last press.
    has_followed: bool,
    /// What stood in the tool before something else was put there.
    before: Option<Vec<u8>>,
    /// Whether something stands in the tool, or waits behind the lock, that is in no record.
    is_unsaved: bool,
    /// What a record became in the tool: of an older form, it is no longer the same bytes, and is kept all the same.
    as_kept: Option<Vec<u8>>,
    /// Whether a record has just been put into the tool.
    is_fresh: bool,
    pub(crate) news: String,
    watch: Option<Watch>,
    /// What to say beside the vault's own note.
    said: &'static str,
}

impl Keep {
    pub(crate) fn new(section: Element, is_file: bool) -> Keep {
        let tool = section.attribute("data-keep").unwrap_or_default();
        let version = section.attribute("data-stamp").unwrap_or_default();
        section.set_attribute("data-state", "ready");
        Keep {
            section,
            is_file,
            tool,
            version: words::id_of(&version),
            keeper: Keeper::new(get_random_values),
            mode: Mode::Home,
            shown: "",
            phrase: Zeroizing::new(String::new()),
            made: Zeroizing::new(String::new()),
            file: String::new(),
            size: 0,
            asked: None,
            restore: None,
            resumes: false,
            follows: None,
            has_followed: false,
            before: None,
            is_unsaved: false,
            as_kept: None,
            is_fresh: false,
            news: String::new(),
            watch: None,
            said: "",
        }
    }

    /// The records of this page's tool; on the page of all things, all.
    pub(crate) fn own(&self) -> impl DoubleEndedIterator<Item = &Record> {
        self.keeper.records().iter().filter(|record| self.tool.is_empty() || record.tool == self.tool)
    }

    pub(crate) fn is_unlocked(&self) -> bool {
        self.keeper.state() == State::Open
    }

    pub(crate) fn pressed(
        &mut self,
        action: &str,
        what: &str,
        mut typed: String,
        mut again: String,
        body: Option<Vec<u8>>,
        day: &str,
    ) {
        // The same sentence twice is heard twice only if there is nothing between.
        self.said = "";
        self.say("");
        self.asked = None;
        self.resumes = matches!(action, "open" | "open-file")
            && body.is_none()
            && self.section.attribute("data-resumes").is_some();
        let id = words::id_of(what);
        match action {
            "begin" => self.choose_phrase(Mode::Setup),
            "change" => self.choose_phrase(Mode::Change),
            "another" => self.make_phrase(),
            "back" => self.mode = Mode::Home,
            "take-made" | "take-own" => self.take_phrase(action == "take-own", &typed, &again, body, day),
            "open" => {
                // What is typed while it is locked makes room for what stood there before, and can be brought back.
                self.before = body;
                self.phrase = Zeroizing::new(phrase::read(&typed));
                self.keeper.open();
            }
            "open-file" => {
                self.phrase = Zeroizing::new(phrase::read(&typed));
                self.keeper.import(&self.file);
            }
            "save" => match self.record(body, day) {
                Some(record) => self.keeper.save(record),
                None => self.said = "empty",
            },
            "load" => {
                self.before = body;
                self.restore =
                    self.keeper.records().iter().find(|record| record.id == id).map(|it| it.body.clone());
                self.said = if self.before.is_some() { "loaded-undo" } else { "loaded" };
            }
            "keep-undo" => {
                self.restore = mem::replace(&mut self.before, body);
                self.said = "undone";
            }
            "remove" => self.asked = Some(id),
            "remove-yes" => self.keeper.remove(id),
            "steps" | "hide" if !at_hand::IS_KNOWN => {}
            "steps" if self.own_at_hand().is_some() => self.keeper.hide(&self.tool),
            "steps" => self.follows = self.keeper.newest(&self.tool).cloned().map(|newest| (newest, true)),
            "hide" => {
                let shown = self.keeper.at_hand().iter().find(|record| record.id == id);
                let tool = shown.map(|record| record.tool.clone());
                // What cannot be read has no id, and is taken back as a whole.
                self.keeper.hide(&tool.unwrap_or_default());
            }
            "lock" => {
                self.lock(body, day);
                self.news = "lock".into();
            }
            "erase" => self.mode = Mode::Erase,
            "erase-yes" => self.keeper.erase(),
            _ => {}
        }
        typed.zeroize();
        again.zeroize();
    }

    fn choose_phrase(&mut self, mode: Mode) {
        self.mode = mode;
        self.make_phrase();
    }

    fn make_phrase(&mut self) {
        let Some(list) = self.section.find("template[data-words]") else { return };
        let list = list.copy_of_content().text();
        let mut words = Vec::new();
        for word in list.as_bytes().split(u8::is_ascii_whitespace) {
            match core::str::from_utf8(word) {
                Ok(word) if !word.is_empty() => words.push(word),
                _ => {}
            }
        }
        self.made = Zeroizing::new(phrase::make(&words, get_random_values).unwrap_or_default());
    }

    fn take_phrase(&mut self, is_own: bool, typed: &str, again: &str, body: Option<Vec<u8>>, day: &str) {
        let typed = Zeroizing::new(phrase::read(typed));
        let again = Zeroizing::new(phrase::read(again));
        if is_own {
            match phrase::strength(&typed) {
                phrase::Strength::Short => return self.said = "short",
                phrase::Strength::Simple => return self.said = "simple",
                phrase::Strength::Long if typed != again => return self.said = "differs",
                phrase::Strength::Long => {}
            }
        } else if typed != again || typed.is_empty() {
            return self.said = "not-these";
        }
        self.phrase = typed;
        if self.mode == Mode::Change {
            self.keeper.rekey();
        } else {
            self.keeper.create(self.record(body, day).map_or(Vec::new(), |record| Vec::from([record])));
        }
    }

    fn record(&self, body: Option<Vec<u8>>, day: &str) -> Option<Record> {
        let mut id = [0; 8];
        get_random_values(&mut id);
        Some(Record {
            id: u64::from_le_bytes(id),
            tool: self.tool.clone(),
            version: self.version,
            day: Day::from_text(day)?.number(),
            body: body?,
        })
    }

    pub(crate) fn judge(&self, typed: String) {
        let typed = Zeroizing::new(typed);
        let said = match phrase::strength(&Zeroizing::new(phrase::read(&typed))) {
            _ if typed.is_empty() => "data-hint-none",
            phrase::Strength::Short => "data-hint-short",
            phrase::Strength::Simple => "data-hint-simple",
            phrase::Strength::Long => "data-hint-long",
        };
        if let Some(hint) = self.section.find("[data-hint]") {
            let text = hint.attribute(said).unwrap_or_default();
            // Said once, not at every letter.
            if hint.text() != text {
                hint.set_text(&text);
            }
        }
    }

    pub(crate) fn opened(&mut self, text: String) {
        self.said = "";
        self.mode = Mode::File;
        self.file = text;
    }

    pub(crate) fn derived(&mut self, key: Option<Vec<u8>>) {
        let mut bytes = key.unwrap_or_default();
        self.keeper.derived(Key::from_bytes(&bytes).as_ref());
        bytes.zeroize();
    }

    pub(crate) fn seen(&mut self, slots: &Slots) {
        self.size = slots.iter().flatten().map(Vec::len).sum();
        self.keeper.seen(slots);
    }

    pub(crate) fn decide(&mut self, slots: &Slots) -> Option<Vec<u8>> {
        let put = self.keeper.decide(slots)?;
        Some([&[u8::try_from(put.slot).unwrap_or_default()], put.bytes.as_slice()].concat())
    }

    pub(crate) fn record_at(&self, place: usize) -> Option<Vec<u8>> {
        self.own().nth(place).map(|record| self.as_past(record))
    }

    /// The day, whether it was made with the tool as it is now, and the body, in a row.
    fn as_past(&self, record: &Record) -> Vec<u8> {
        let is_current = [u8::from(record.version == self.version)];
        [record.day().to_text().as_bytes(), &is_current, &record.body].concat()
    }

    pub(crate) fn take_back(&mut self) -> Option<Vec<u8>> {
        let mut was_locked = false;
        if self.restore.is_none() && self.is_unlocked() {
            let resumes = mem::take(&mut self.resumes);
            // On the page of all things there is no tool; the draft waits where it was made.
            let draft = self.keeper.take_draft().map(|draft| draft.body.clone());
            was_locked = draft.is_some();
            self.restore = draft
                .or_else(|| self.keeper.newest(&self.tool).filter(|_| resumes).map(|it| it.body.clone()));
        }
        let body = self.restore.take()?;
        self.is_fresh = (was_locked && !self.is_unsaved) || self.own().any(|record| record.body == body);
        Some(body)
    }

    pub(crate) fn backup(&self, day: &str) -> String {
        let words =
            self.section.find("template[data-file-words]").map(|words| words.copy_of_content().text());
        match self.keeper.backup(&words.unwrap_or_default()) {
            Some(text) => joined(&["keep-", day, ".txt\ntext/plain\n", &text]),
            None => String::new(),
        }
    }

    pub(crate) fn touch(&mut self, now: u64) {
        if let Some(watch) = &mut self.watch {
            watch.touch(now);
            self.warn(false);
        }
    }

    pub(crate) fn tick(&mut self, now: u64, is_hidden: bool) -> Turn {
        let turn = self.watch.as_mut().map_or(Turn::Stay, |watch| watch.turn(now, is_hidden));
        self.warn(turn == Turn::Warn);
        turn
    }

    fn warn(&self, on: bool) {
        if let Some(warning) = self.section.find("[data-warning]")
            && warning.attribute("hidden").is_some() == on
        {
            warning.show(on);
        }
    }

    /// Looks whether something stands in the tool that is in no record, and says so as soon as it does. Whether
    /// something would be lost if the page were closed now. `is_edit`: it is not the end of
    /// what a press has led to.
    pub(crate) fn compare(&mut self, body: Option<&[u8]>, is_edit: bool) -> bool {
        if self.is_unlocked() {
            if mem::take(&mut self.is_fresh) {
                self.as_kept = body.map(Vec::from);
            }
            let is_unsaved = body.is_some_and(|body| {
                self.as_kept.as_deref() != Some(body) && !self.own().any(|record| record.body == body)
            });
            let was_unsaved = mem::replace(&mut self.is_unsaved, is_unsaved);
            let may_say = match is_unsaved {
                // What a press has just led to is heard first.
                true => is_edit || matches!(self.said, "" | "saved" | "opened"),
                false => self.said == "unsaved",
            };
            if is_unsaved != was_unsaved && may_say {
                self.said = if is_unsaved { "unsaved" } else { "" };
                self.say(self.said);
            }
        }
        self.is_unsaved
    }

    pub(crate) fn lock(&mut self, body: Option<Vec<u8>>, day: &str) {
        self.compare(body.as_deref(), false);
        let draft = self.record(body, day).filter(|_| self.is_unlocked());
        self.said = if self.is_unsaved { "locked-draft" } else { "locked" };
        self.keeper.lock(draft);
        self.forget();
    }

    /// Another page has erased everything.
    pub(crate) fn erased_elsewhere(&mut self) {
        self.said = "";
        self.keeper.erased_elsewhere();
        self.is_unsaved = false;
        self.forget();
    }

    fn forget(&mut self) {
        for body in [&mut self.before, &mut self.as_kept, &mut self.restore] {
            body.zeroize();
        }
        self.mode = Mode::Home;
        self.forget_phrases();
    }

    fn forget_phrases(&mut self) {
        self.phrase = Zeroizing::new(String::new());
        self.made = Zeroizing::new(String::new());
        self.file.clear();
    }

    /// Shows what there is to see now, and says what there is to say.
    pub(crate) fn show(&mut self, now: u64) {
        let note = self.keeper.take_note();
        if let Some(note) = note {
            self.said = self.after(note);
        }
        (self.follows, self.has_followed) = (None, false);
        if self.mode == Mode::Home {
            self.forget_phrases();
        } else {
            self.phrase = Zeroizing::new(String::new());
        }
        self.watch = match (self.is_unlocked(), self.watch) {
            (true, None) => Some(Watch::new(now)),
            (true, watch) => watch,
            (false, _) => None,
        };
        if !self.is_unlocked() {
            self.warn(false);
        }
        rows::write(&self.section, "[data-view=open]", &mut self.own().rev(), self.asked);
        for (selector, text) in [
            ("[data-made]", self.made.as_str()),
            ("[data-size]", &words::kilobytes(self.size)),
            ("[data-size-erased]", &words::kilobytes(self.size)),
            ("[data-count]", &words::number(i32::try_from(self.own().count()).unwrap_or(i32::MAX))),
        ] {
            if let Some(place) = self.section.find(selector) {
                place.set_text(text);
            }
        }
        if let Some(undo) = self.section.find("[data-undo]") {
            undo.show(self.before.is_some());
        }
        self.section.toggle_attribute("data-any", self.own().next().is_some());
        if at_hand::IS_KNOWN {
            self.show_steps();
        }
        let view = self.view();
        let is_new = view != self.shown;
        if is_new {
            while let Some(old) = self.section.find("[data-view]:not([hidden])") {
                old.show(false);
            }
            if let Some(new) = self.find_view(view) {
                new.show(true);
                // Not on arrival: the page opens where the person expects it.
                if let Some(place) = new.find("[data-focus]").filter(|_| !self.shown.is_empty()) {
                    place.focus();
                }
            }
            self.shown = view;
        }
        if note == Some(Note::StepsHidden) && !self.can_choose_steps() {
            // The button that was pressed is gone.
            self.focus("[data-title]");
        }
        if self.said.is_empty() && self.is_unsaved && self.is_unlocked() {
            self.said = "unsaved";
        }
        self.say(self.said);
    }

    fn focus(&self, selector: &str) {
        if let Some(place) = self.section.find(selector) {
            place.focus();
        }
    }

    fn find_view(&self, view: &str) -> Option<Element> {
        self.section.find(&joined(&["[data-view=\"", view, "\"]"]))
    }

    fn view(&self) -> &'static str {
        match (self.mode, self.keeper.state()) {
            (Mode::Setup | Mode::Change, _) => "setup",
            (Mode::File, _) => "file",
            (Mode::Erase, _) => "erase",
            (Mode::Home, State::Unknown) => "unknown",
            (Mode::Home, State::Nothing) if self.is_file => "carry",
            (Mode::Home, State::Nothing) => "nothing",
            (Mode::Home, State::Locked) => "locked",
            (Mode::Home, State::Open) => "open",
            (Mode::Home, State::Blocked) => "blocked",
            (Mode::Home, State::Foreign) => "foreign",
            (Mode::Home, State::Newer) => "newer",
            (Mode::Home, State::Damaged) => "damaged",
        }
    }

    pub(crate) fn say(&self, what: &str) {
        let Some(status) = self.section.find("[data-note]") else { return };
        let text = if what.is_empty() {
            String::new()
        } else {
            status.attribute(&joined(&["data-", what])).unwrap_or_default()
        };
        // In a file nothing is on the device: the same words would be untrue.
        let file = status.attribute(&joined(&["data-", what, "-file"])).filter(|_| self.is_file);
        status.set_text(&file.unwrap_or(text));
    }

    /// What follows from a note, and the name of the sentence that says it.
    fn after(&mut self, note: Note) -> &'static str {
        let home = matches!(
            note,
            Note::Saved
                | Note::Opened
                | Note::OpenedOlder
                | Note::Rekeyed
                | Note::Imported
                | Note::StepsOlder
                | Note::Erased
                | Note::Rekey
                | Note::Exists
        );
        if home {
            self.mode = Mode::Home;
        }
        match note {
            Note::Saved
            | Note::Removed
            | Note::RemovedWithSteps
            | Note::StepsShown
            | Note::StepsHidden
            | Note::Imported
            | Note::Rekeyed => self.news = "changed".into(),
            Note::Erased | Note::NotErased => self.news = "erase".into(),
            _ => {}
        }
        match note {
            // What has been typed meanwhile is seen by the next comparison.
            Note::Saved | Note::Erased => self.is_unsaved = false,
            Note::Removed | Note::RemovedWithSteps => self.as_kept = None,
            Note::Opened | Note::OpenedOlder if !self.keeper.has_draft() => self.before = None,
            _ => {}
        }
        match note {
            Note::Saved => "saved",
            Note::Opened if self.before.is_some() => "loaded-undo",
            Note::Opened if self.is_unsaved => "unsaved",
            Note::Opened if self.resumes && self.keeper.newest(&self.tool).is_some() => "loaded",
            Note::Opened => "opened",
            Note::OpenedOlder => "opened-older",
            Note::Removed => "removed",
            Note::RemovedWithSteps => "removed-with-steps",
            Note::StepsShown => "steps-shown",
            Note::StepsHidden => "steps-hidden",
            Note::StepsNotShown => "steps-not-shown",
            Note::StepsOlder => "steps-older",
            Note::StepsStay => "steps-stay",
            Note::Rekeyed => "rekeyed",
            Note::Imported => "imported",
            Note::Erased => "erased",
            Note::NotErased => "not-erased",
            Note::WrongPhrase => "wrong-phrase",
            Note::Damaged => "damaged",
            Note::Foreign => "foreign",
            Note::Newer => "newer",
            Note::Gone => "gone",
            Note::Rekey => "rekey",
            Note::Exists => "exists",
            Note::NoMemory => "no-memory",
            Note::Full => "full",
            Note::TooLarge => "too-large",
            Note::Blocked => "blocked",
            Note::NotSaved => "not-saved",
            Note::OlderStays => "older-stays",
            Note::FileForeign => "file-foreign",
            Note::FileDamaged => "file-damaged",
            Note::FileNewer => "file-newer",
            Note::OpenFirst => "open-first",
            Note::DraftLost => "draft-lost",
        }
    }
}
