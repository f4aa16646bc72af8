//! The answers as the rules see them: what is shown, what is answered, and what may still appear.

use crate::prelude::*;

use crate::date::is_date;
use crate::rules::{AnswerRule, ItemRule, Passes, Rules, TestRule, WhenRule};
use crate::{Answers, Number};

/// What was given as an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Given {
    Nothing,
    /// Something that does not answer the question.
    Wrong,
    /// The places of the chosen options; at least one.
    Options(Vec<usize>),
    Number(Number),
    /// A day, or words of one's own.
    Text(String),
}

/// Whether a place is shown, as far as the answers so far can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    No,
    Maybe,
    Yes,
}

/// All answers, read by the rules.
pub(crate) struct Sheet<'a> {
    rules: &'a Rules,
    given: Vec<Given>,
    /// Shown as the answers are now: an unanswered question counts as such.
    shown: Vec<bool>,
    /// Shown whatever will still be answered.
    fates: Vec<Fate>,
}

impl<'a> Sheet<'a> {
    /// For scoring: an entry of a repeating group is there only once something is in it.
    pub(crate) fn new(rules: &'a Rules, answers: &Answers) -> Sheet<'a> {
        Sheet::read(rules, answers, false)
    }

    /// For the page: an entry that was opened is there as well.
    pub(crate) fn on_page(rules: &'a Rules, answers: &Answers) -> Sheet<'a> {
        Sheet::read(rules, answers, true)
    }

    fn read(rules: &'a Rules, answers: &Answers, opened: bool) -> Sheet<'a> {
        let given: Vec<Given> = rules.items.iter().map(|item| read(rules, item, answers)).collect();
        let used = used(rules, &given);
        let present: Vec<bool> = rules
            .items
            .iter()
            .zip(used)
            .map(|(item, used)| !item.extra || used || (opened && answers.is_opened(&item.id)))
            .collect();
        let mut sheet = Sheet { rules, given, shown: present.clone(), fates: Vec::new() };
        // A chain of n conditions settles in n rounds; a circle (refused at build) ends here all the same.
        for _ in 0..=rules.items.len() {
            let mut next = Vec::with_capacity(present.len());
            for (place, present) in present.iter().enumerate() {
                next.push(*present && sheet.is_parent_shown(place) && sheet.is_enabled(place));
            }
            if next == sheet.shown {
                break;
            }
            sheet.shown = next;
        }
        sheet.fates = vec![Fate::Maybe; present.len()];
        for _ in 0..=rules.items.len() {
            let mut next = Vec::with_capacity(present.len());
            for (place, present) in present.iter().enumerate() {
                next.push(if *present { sheet.fate(place) } else { Fate::No });
            }
            if next == sheet.fates {
                break;
            }
            sheet.fates = next;
        }
        sheet
    }

    pub(crate) fn into_shown(self) -> Vec<bool> {
        self.shown
    }

    pub(crate) fn given(&self, place: usize) -> &Given {
        self.given.get(place).unwrap_or(&Given::Nothing)
    }

    pub(crate) fn is_shown(&self, place: usize) -> bool {
        self.shown.get(place) == Some(&true)
    }

    /// Shown, and not answered.
    pub(crate) fn is_open(&self, place: usize) -> bool {
        self.is_shown(place)
            && self.rules.asks(place)
            && matches!(self.given(place), Given::Nothing | Given::Wrong)
    }

    /// Hidden only because a question that decides about it is not answered yet.
    pub(crate) fn is_undecided(&self, place: usize) -> bool {
        !self.is_shown(place) && self.fates.get(place).is_some_and(|fate| *fate != Fate::No)
    }

    /// What the answer scores; `None` if the question is hidden, unanswered or not scored.
    pub(crate) fn points(&self, place: usize) -> Option<Number> {
        let item = self.rules.items.get(place).filter(|_| self.is_shown(place))?;
        match (self.given(place), &item.answer) {
            (Given::Number(number), _) => Some(*number),
            (Given::Text(_), AnswerRule::Open(_, score)) => *score,
            (Given::Options(chosen), answer) => {
                let options = self.rules.options(answer);
                chosen.iter().try_fold(Number::ZERO, |sum, at| Some(sum.plus(options.get(*at)?.score?)))
            }
            _ => None,
        }
    }

    /// The value of the one chosen option.
    pub(crate) fn value(&self, place: usize) -> Option<String> {
        let item = self.rules.items.get(place).filter(|_| self.is_shown(place))?;
        match self.given(place) {
            Given::Options(chosen) => {
                self.rules.options(&item.answer).get(*chosen.first()?).map(|option| option.value.clone())
            }
            _ => None,
        }
    }

    pub(crate) fn is_risk(&self, place: usize) -> bool {
        let risk = self.rules.items.get(place).and_then(|item| item.risk.as_ref());
        risk.is_some_and(|risk| self.points(place).is_some_and(|points| points >= risk.at_least))
    }

    /// Whether a condition holds.
    pub(crate) fn holds(&self, test: &TestRule) -> bool {
        let (mut answers, mut passing) = (0_usize, 0_usize);
        for place in test.items.iter().map(|place| usize::from(*place)) {
            if self.is_shown(place) {
                let (more, pass) = passed(&test.passes, self.given(place));
                answers += more;
                passing += pass;
            }
        }
        match answers {
            0 => test.unanswered,
            all if test.every => passing == all,
            _ => passing > 0,
        }
    }

    fn is_parent_shown(&self, place: usize) -> bool {
        match self.rules.items.get(place).and_then(|item| item.parent) {
            Some(parent) => self.is_shown(usize::from(parent)),
            None => true,
        }
    }

    fn is_enabled(&self, place: usize) -> bool {
        let when = self.rules.items.get(place).and_then(|item| item.when.as_ref());
        when.is_none_or(|when| {
            let mut tests = when.tests.iter().map(|test| self.holds(test));
            if when.any { tests.any(|holds| holds) } else { tests.all(|holds| holds) }
        })
    }

    /// With open questions taken as unknown: whether the place is shown.
    fn fate(&self, place: usize) -> Fate {
        let Some(item) = self.rules.items.get(place) else { return Fate::No };
        let above = item.parent.map_or(Fate::Yes, |parent| self.fate_of(usize::from(parent)));
        let own = item.when.as_ref().map_or(Fate::Yes, |when| self.fate_by(when));
        above.and(own)
    }

    fn fate_of(&self, place: usize) -> Fate {
        self.fates.get(place).copied().unwrap_or(Fate::No)
    }

    fn fate_by(&self, when: &WhenRule) -> Fate {
        let unknown = |test: &TestRule| {
            test.items.iter().map(|place| usize::from(*place)).any(|place| {
                // Open, or not known to be shown: its answer may still come, or go.
                self.is_open(place) || self.fate_of(place) == Fate::Maybe
            })
        };
        let fates = when.tests.iter().map(|test| match (unknown(test), self.holds(test)) {
            (true, _) => Fate::Maybe,
            (false, true) => Fate::Yes,
            (false, false) => Fate::No,
        });
        if when.any { fates.fold(Fate::No, Fate::or) } else { fates.fold(Fate::Yes, Fate::and) }
    }

    /// Marks the open ones among these places, and those that decide whether the others appear.
    pub(crate) fn await_answers(&self, mut pending: Vec<usize>, awaited: &mut [bool]) {
        let mut seen = vec![false; self.rules.items.len()];
        while let Some(place) = pending.pop() {
            match seen.get_mut(place) {
                Some(seen) if !*seen => *seen = true,
                _ => continue,
            }
            if self.is_open(place) {
                if let Some(mark) = awaited.get_mut(place) {
                    *mark = true;
                }
            } else if self.is_undecided(place)
                && let Some(item) = self.rules.items.get(place)
            {
                pending.extend(item.parent.map(usize::from));
                let tests = item.when.iter().flat_map(|when| when.tests.iter());
                pending.extend(tests.flat_map(|test| test.items.iter().map(|place| usize::from(*place))));
            }
        }
    }
}

impl Fate {
    fn and(self, other: Fate) -> Fate {
        match (self, other) {
            (Fate::No, _) | (_, Fate::No) => Fate::No,
            (Fate::Yes, Fate::Yes) => Fate::Yes,
            _ => Fate::Maybe,
        }
    }

    fn or(self, other: Fate) -> Fate {
        match (self, other) {
            (Fate::Yes, _) | (_, Fate::Yes) => Fate::Yes,
            (Fate::No, Fate::No) => Fate::No,
            _ => Fate::Maybe,
        }
    }
}

fn read(rules: &Rules, item: &ItemRule, answers: &Answers) -> Given {
    let known = rules.options(&item.answer);
    let place_of = |value: &str| known.iter().position(|option| option.value == value);
    let Some(first) = answers.all(&item.id).find(|value| !value.trim_ascii().is_empty()) else {
        return Given::Nothing;
    };
    match &item.answer {
        AnswerRule::None => Given::Nothing,
        AnswerRule::One(_) | AnswerRule::Truth(_) => {
            place_of(first).map_or(Given::Nothing, |place| Given::Options(vec![place]))
        }
        AnswerRule::Open(..) => match place_of(first) {
            Some(place) => Given::Options(vec![place]),
            None => Given::Text(first.trim_ascii().to_owned()),
        },
        AnswerRule::Many(_) => {
            // In the order of the options, each once, without the weight of sorting.
            let mut chosen: Vec<usize> = Vec::new();
            let mut alone = false;
            for (place, option) in known.iter().enumerate() {
                if answers.all(&item.id).any(|value| value == option.value) {
                    chosen.push(place);
                    alone |= option.exclusive;
                }
            }
            match chosen.len() {
                0 => Given::Nothing,
                // "None of these" beside one of them says nothing.
                2.. if alone => Given::Wrong,
                _ => Given::Options(chosen),
            }
        }
        AnswerRule::Number(grid) => grid.read(first).map_or(Given::Wrong, Given::Number),
        AnswerRule::Date if is_date(first.trim_ascii()) => Given::Text(first.trim_ascii().to_owned()),
        AnswerRule::Date => Given::Wrong,
        AnswerRule::Text => Given::Text(first.trim_ascii().to_owned()),
    }
}

/// For each later entry of a repeating group: whether anything is in it.
fn used(rules: &Rules, given: &[Given]) -> Vec<bool> {
    let mut used = vec![false; rules.items.len()];
    for (place, _) in given.iter().enumerate().filter(|(_, given)| **given != Given::Nothing) {
        let mut above = Some(place);
        // No chain of groups is longer than the list.
        for _ in 0..rules.items.len() {
            let Some(at) = above else { break };
            let Some(mark) = used.get_mut(at).filter(|mark| !**mark) else { break };
            *mark = true;
            above = rules.items.get(at).and_then(|item| item.parent).map(usize::from);
        }
    }
    used
}

/// How many answers there are, and how many of them pass a condition.
fn passed(passes: &Passes, given: &Given) -> (usize, usize) {
    let pass = match (passes, given) {
        (_, Given::Nothing | Given::Wrong) => return (0, 0),
        (_, Given::Options(chosen)) => {
            let passing = |at: &&usize| match passes {
                Passes::Always(always) => *always,
                Passes::Options(places, _) => places.iter().any(|place| usize::from(*place) == **at),
                _ => false,
            };
            return (chosen.len(), chosen.iter().filter(passing).count());
        }
        (Passes::Always(always), _) => *always,
        (Passes::Options(_, own_words), Given::Text(_)) => *own_words,
        (Passes::Number(operator, wanted), Given::Number(number)) => {
            operator.admits(number.hundredths().cmp(&wanted.hundredths()))
        }
        (Passes::Text(operator, wanted), Given::Text(text)) => operator.admits(text.as_str().cmp(wanted)),
        _ => false,
    };
    (1, usize::from(pass))
}
