//! What a person makes with a checklist: their own signs, their usual, ratings over time, levels, agreements, and
//! what others have seen.

use super::ChecklistRules;
use super::day::Day;
use super::{Colour, LevelRule};
use crate::code::{self, coded};
use crate::list::{gathered, set_in, take_out};
use crate::prelude::*;
use crate::rules::Corrupt;

/// The first byte of the encoding. A new layout gets a new number, and [`Document::from_bytes`] goes on reading
/// the old ones.
const VERSION: u8 = 1;

/// More than anybody writes by hand, and little enough that no file can exhaust an old phone.
const MOST_ENTRIES: usize = 4_000;
const LONGEST_TEXT: usize = 20_000;

/// A person's checklist.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The groups of the bank whose cards the person wants to see, besides those for everybody.
    pub groups: Vec<String>,
    /// Every sign that was sorted or written, in the person's order.
    pub signs: Vec<OwnSign>,
    /// How I am when I am well.
    pub well: String,
    /// One rating for each day that has one, oldest first.
    pub ratings: Vec<Rating>,
    /// The rating that is being made.
    pub draft: Option<Rating>,
    /// The person's own rules for yellow and orange; the definition's while they have none.
    pub rules: Option<[LevelRule; 2]>,
    /// What was agreed for each of the four levels.
    pub plans: [LevelPlan; 4],
    /// What was agreed with others.
    pub shares: Vec<Share>,
    /// What others have seen, oldest first.
    pub seen: Vec<Seen>,
    /// The day on which the person paused.
    pub paused: Option<Day>,
    /// What was seen first and what helped, after a hard time.
    pub after: String,
    /// How many signs of their own the person has written so far.
    pub written: u32,
    /// How many shares there have been so far.
    pub shared: u32,
}

/// A sign that the person has sorted or written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnSign {
    /// The id in the bank, or `own-1`, `own-2` and so on.
    pub id: String,
    /// The person's own words; empty for the words of the bank.
    pub words: String,
    /// Whose it is.
    pub sort: Sort,
    /// When it tends to come.
    pub stage: Stage,
    /// The usual, if the person has set it.
    pub usual: Option<u8>,
}

/// Where a card was put.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// One of my signs.
    #[default]
    Mine,
    /// Sometimes mine; not rated each week.
    Sometimes,
    /// Not mine.
    NotMine,
}

/// When a sign tends to come before a hard time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Among the first.
    #[default]
    Early,
    /// In between.
    Middle,
    /// Shortly before.
    Late,
}

/// How things were at one time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rating {
    /// The day.
    pub day: Day,
    /// The rated signs. What was left out is not there.
    pub values: Vec<(String, u8)>,
    /// The red signs that were there.
    pub red: Vec<String>,
    /// Whether it was a week in which the person was well.
    pub well: bool,
    /// A note in the person's own words.
    pub note: String,
}

/// What was agreed for a level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LevelPlan {
    /// What I do.
    pub own: String,
    /// What I want others to do.
    pub others: String,
    /// What I do not want.
    pub unwanted: String,
    /// Whom to call.
    pub who: String,
    /// The number.
    pub number: String,
    /// By when.
    pub time: String,
}

/// An agreement with one person who helps to look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Its number, which joins the files that go out and come back.
    pub id: u32,
    /// The name of the person who helps to look.
    pub name: String,
    /// How the person whose list it is wants to be named in the file.
    pub owner: String,
    /// The signs that are shared, and no others.
    pub signs: Vec<String>,
    /// Who may see what the observer writes.
    pub may_see: String,
    /// By what way they talk about it.
    pub channel: String,
    /// What the observer does when a sign is there.
    pub asked: String,
    /// The last day.
    pub until: Option<Day>,
    /// The day on which it was withdrawn.
    pub withdrawn: Option<Day>,
}

/// What somebody else has seen. It is a view, not a truth, and counts for no level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// The number of the share.
    pub share: u32,
    /// Who has seen it.
    pub name: String,
    /// When, what, and in what words.
    pub rating: Rating,
}

coded!(Document {
    groups,
    signs,
    well,
    ratings,
    draft,
    rules,
    plans,
    shares,
    seen,
    paused,
    after,
    written,
    shared
});
coded!(OwnSign { id, words, sort, stage, usual });
coded!(Rating { day, values, red, well, note });
coded!(LevelPlan { own, others, unwanted, who, number, time });
coded!(Share { id, name, owner, signs, may_see, channel, asked, until, withdrawn });
coded!(Seen { share, name, rating });
coded!(LevelRule { signs, above, days, total });

impl Document {
    /// An empty list. (Not compiled into each of its uses: it has some forty fields.)
    #[inline(never)]
    pub fn new() -> Document {
        Document::default()
    }

    /// Whether nothing has been entered. What is empty is written as 0, and nothing else is.
    pub fn is_empty(&self) -> bool {
        self.to_bytes().iter().skip(1).all(|byte| *byte == 0)
    }

    /// The bytes, beginning with a version byte. They hold everything, and nothing of the machine or the time.
    pub fn to_bytes(&self) -> Vec<u8> {
        code::write_as(VERSION, self)
    }

    /// Reads the bytes.
    ///
    /// # Errors
    /// [`Corrupt`] for any bytes that no version of [`Document::to_bytes`] makes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Document, Corrupt> {
        if bytes.first() != Some(&VERSION) {
            return Err(Corrupt);
        }
        Document::from_own_bytes(bytes).filter(Document::is_sound).ok_or(Corrupt)
    }

    /// What [`Document::to_bytes`] has made a moment ago, however much a person has typed: a file has its limits, a
    /// page has none. (To remember the bytes needs less code than to copy every part.)
    pub fn from_own_bytes(bytes: &[u8]) -> Option<Document> {
        code::read_into(Document::new(), bytes.get(1..)?)
    }

    /// The sign with this id.
    pub fn sign(&self, id: &str) -> Option<&OwnSign> {
        self.signs.iter().find(|sign| sign.id == id)
    }

    /// The sign with this id, to change it.
    pub fn sign_mut(&mut self, id: &str) -> Option<&mut OwnSign> {
        self.signs.iter_mut().find(|sign| sign.id == id)
    }

    /// The signs that are rated: the person's own, in their order.
    pub fn signature(&self) -> impl Iterator<Item = &OwnSign> {
        self.signs.iter().filter(|sign| sign.sort == Sort::Mine)
    }

    /// Puts a card of the bank somewhere. A sign that becomes the person's own goes to the end of its stage.
    pub fn sort(&mut self, id: &str, sort: Sort) {
        if let Some(sign) = self.sign_mut(id) {
            sign.sort = sort;
        } else {
            self.signs.push(OwnSign { id: id.to_owned(), sort, ..OwnSign::default() });
        }
        self.settle();
    }

    /// Adds a sign in the person's own words and says its id.
    pub fn write(&mut self, words: &str) -> Option<String> {
        let words = words.trim();
        if words.is_empty() || self.signs.len() >= MOST_ENTRIES {
            return None;
        }
        self.written = self.written.saturating_add(1);
        let id = crate::joined(&["own-", &digits(self.written)]);
        self.signs.push(OwnSign { id: id.clone(), words: words.to_owned(), ..OwnSign::default() });
        self.settle();
        Some(id)
    }

    /// Says when a sign tends to come.
    pub fn place(&mut self, id: &str, stage: Stage) {
        if let Some(sign) = self.sign_mut(id) {
            sign.stage = stage;
        }
        self.settle();
    }

    /// Moves one of the person's signs up or down by one place. Over the edge of a stage it changes its stage and
    /// keeps its place among the others.
    pub fn shift(&mut self, id: &str, up: bool) {
        let mine = (0..self.signs.len())
            .filter(|&place| self.signs.get(place).is_some_and(|sign| sign.sort == Sort::Mine));
        let mine = gathered(mine);
        let Some(at) = mine.iter().position(|&place| self.signs.get(place).is_some_and(|sign| sign.id == id))
        else {
            return;
        };
        let Some(&place) = mine.get(at) else { return };
        let other = if up { at.checked_sub(1) } else { at.checked_add(1) };
        let other = other.and_then(|other| mine.get(other)).copied();
        let stage = |place: usize| self.signs.get(place).map(|sign| sign.stage).unwrap_or_default();
        match (other, stage(place)) {
            (Some(other), own) if stage(other) == own => self.signs.swap(place, other),
            (_, Stage::Middle) if up => self.place(id, Stage::Early),
            (_, Stage::Late) if up => self.place(id, Stage::Middle),
            (_, Stage::Early) if !up => self.place_first(id, Stage::Middle),
            (_, Stage::Middle) if !up => self.place_first(id, Stage::Late),
            _ => {}
        }
    }

    fn place_first(&mut self, id: &str, stage: Stage) {
        if let Some(place) = self.signs.iter().position(|sign| sign.id == id) {
            let mut sign = self.signs.remove(place);
            sign.stage = stage;
            self.signs.insert(0, sign);
        }
        self.settle();
    }

    /// Takes a sign out of the list. A card goes back to the deck; a sign in own words is gone.
    pub fn remove(&mut self, id: &str) {
        take_out(&mut self.signs, |sign| sign.id == id);
    }

    /// What is usual for a sign: what the person has set, otherwise the middle of their well weeks. Of two values
    /// in the middle it is the higher one. Nothing while there is neither.
    pub fn usual(&self, id: &str) -> Option<u8> {
        if let Some(usual) = self.sign(id).and_then(|sign| sign.usual) {
            return Some(usual);
        }
        let well = self.ratings.iter().filter(|rating| rating.well);
        let mut values = gathered(well.filter_map(|rating| rating.value(id)));
        in_order(&mut values, |value| *value);
        values.get(values.len() / 2).copied()
    }

    /// How many ratings are of well weeks.
    pub fn well_weeks(&self) -> usize {
        self.ratings.iter().filter(|rating| rating.well).count()
    }

    /// Keeps a rating. Of one day there is one: a later one takes the place of an earlier one.
    pub fn keep(&mut self, rating: Rating) {
        put(&mut self.ratings, rating, |one| one.day);
    }

    /// The person's own rules, or those to begin with.
    pub fn rules_or(&self, rules: &ChecklistRules) -> [LevelRule; 2] {
        self.rules.unwrap_or(rules.levels)
    }

    /// What was agreed for a level.
    pub fn plan(&self, colour: Colour) -> &LevelPlan {
        let [green, yellow, orange, red] = &self.plans;
        match colour {
            Colour::Green => green,
            Colour::Yellow => yellow,
            Colour::Orange => orange,
            Colour::Red => red,
        }
    }

    /// Makes a new share and says its number.
    pub fn new_share(&mut self) -> u32 {
        self.shared = self.shared.saturating_add(1);
        self.shares.push(Share { id: self.shared, ..Share::default() });
        self.shared
    }

    /// Takes in what somebody else has seen. One entry for each share and day: a newer file takes the place.
    pub fn take_in(&mut self, seen: Seen) {
        put(&mut self.seen, seen, |one| (one.rating.day, one.share));
    }

    /// Keeps the signs in the order early, middle, late, and else as they were.
    fn settle(&mut self) {
        in_order(&mut self.signs, |sign| sign.stage);
    }

    /// Whether all of it could have been made by hand: what comes out of a file may be anything.
    fn is_sound(&self) -> bool {
        let short = |text: &String| text.len() <= LONGEST_TEXT;
        let few = |count: usize| count <= MOST_ENTRIES;
        let is_new =
            |(place, sign): (usize, &OwnSign)| self.signs.iter().take(place).all(|other| other.id != sign.id);
        self.signs.iter().enumerate().all(is_new)
            && [self.signs.len(), self.ratings.len(), self.shares.len(), self.seen.len(), self.groups.len()]
                .into_iter()
                .all(few)
            && self.signs.iter().all(|sign| is_id(&sign.id) && short(&sign.words))
            && self.signs.is_sorted_by_key(|sign| sign.stage)
            && self.groups.iter().all(|group| is_id(group))
            && rises(self.ratings.iter().map(|rating| (rating.day, 0)))
            && rises(self.seen.iter().map(|seen| (seen.rating.day, seen.share)))
            && self.ratings.iter().chain(&self.draft).all(Rating::is_sound)
            && self.seen.iter().all(|seen| seen.rating.is_sound() && short(&seen.name))
            && self.shares.iter().all(Share::is_sound)
            && [&self.well, &self.after].into_iter().all(short)
            && self.plans.iter().all(|plan| {
                let texts = [&plan.own, &plan.others, &plan.unwanted, &plan.who, &plan.number, &plan.time];
                texts.into_iter().all(short)
            })
    }
}

impl Rating {
    /// The value of a sign, if it was rated.
    pub fn value(&self, sign: &str) -> Option<u8> {
        self.values.iter().find(|(id, _)| id == sign).map(|(_, value)| *value)
    }

    /// Rates a sign, or takes its rating back.
    pub fn rate(&mut self, sign: &str, value: Option<u8>) {
        take_out(&mut self.values, |(id, _)| id == sign);
        if let Some(value) = value {
            self.values.push((sign.to_owned(), value));
        }
    }

    /// Marks a red sign as there or not.
    pub fn mark(&mut self, red: &str, on: bool) {
        set_in(&mut self.red, red, on);
    }

    pub(crate) fn is_sound(&self) -> bool {
        self.values.len() <= MOST_ENTRIES
            && self.red.len() <= MOST_ENTRIES
            && self.note.len() <= LONGEST_TEXT
            && self.values.iter().all(|(id, value)| is_id(id) && *value < 10)
            && self.red.iter().all(|id| is_id(id))
    }
}

impl Share {
    /// Whether something may still come in by it on this day.
    pub fn is_open(&self, day: Day) -> bool {
        self.withdrawn.is_none() && self.until.is_none_or(|until| day <= until)
    }

    pub(crate) fn is_sound(&self) -> bool {
        let texts = [&self.name, &self.owner, &self.may_see, &self.channel, &self.asked];
        texts.into_iter().all(|text| text.len() <= LONGEST_TEXT)
            && self.signs.len() <= MOST_ENTRIES
            && self.signs.iter().all(|id| is_id(id))
    }
}

/// Whether the text is an id: it stands in selectors of the page, where other characters could mean something.
pub(crate) fn is_id(text: &str) -> bool {
    let letters = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    letters && !text.is_empty() && text.len() <= 64
}

/// Whether each day is later than the one before.
fn rises(mut days: impl Iterator<Item = (Day, u32)>) -> bool {
    let mut before = None;
    days.all(|day| before.replace(day).is_none_or(|before| before < day))
}

/// Puts a short list in the order of a key, and leaves equals as they were. The sorting of the standard library is
/// made for long lists, and would be a tenth of what the browser has to load.
pub(crate) fn in_order<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..list.len() {
        let mut place = end;
        while place > 0 && list.get(place).map(&key) < list.get(place - 1).map(&key) {
            list.swap(place, place - 1);
            place -= 1;
        }
    }
}

/// Puts an entry into a list in the order of its key, in place of one with the same key.
fn put<T, K: Ord>(list: &mut Vec<T>, entry: T, key: impl Fn(&T) -> K) {
    let own = key(&entry);
    if let Some(old) = list.iter_mut().find(|old| key(old) == own) {
        *old = entry;
    } else if list.len() < MOST_ENTRIES {
        list.push(entry);
        in_order(list, key);
    }
}

pub(crate) fn digits(number: u32) -> String {
    crate::Number::whole(i64::from(number)).to_text()
}
