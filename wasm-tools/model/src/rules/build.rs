//! From a definition to its compact form. References that lead nowhere are left out: [`crate::Tool::problems`]
//! reports them.

use crate::prelude::*;

use super::{
    AnswerRule, BandRule, ItemRule, MethodRule, MissingRule, OptionRule, Part, RiskRule, RiskSet, Rules,
    ScoreRule, Source, condition,
};
use crate::formula::{self, Fault, Names, Op};
use crate::grid::Grid;
use crate::layout::{self, Slot};
use crate::{Item, ItemType, Method, Missing, Number, Questionnaire, ResponseOption, Score};

/// A place in a list. Longer lists than 65,535 are refused by the checks.
pub(crate) fn small(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}

impl Rules {
    /// The compact form of a questionnaire.
    pub(crate) fn of_questionnaire(questionnaire: &Questionnaire) -> Rules {
        let slots = layout::slots(questionnaire);
        let mut rules = Rules::default();
        for slot in &slots {
            let item = &questionnaire.items[slot.item];
            let answer = answer(&mut rules, questionnaire, item);
            rules.items.push(ItemRule {
                id: slot.id(questionnaire),
                link: item.link_id.clone(),
                code: item.code.clone(),
                answer,
                required: item.takes_an_answer() && questionnaire.is_required(item),
                optional: item.required == Some(false),
                parent: slot.parent.map(small),
                extra: slot.is_extra(),
                when: None,
                risk: item
                    .risk
                    .as_ref()
                    .map(|risk| RiskRule { at_least: risk.at_least, response: risk.response.clone() }),
            });
        }
        for (place, slot) in slots.iter().enumerate() {
            if let Some(when) = &questionnaire.items[slot.item].enabled_when {
                let conditions = (when.matching, when.conditions.as_slice());
                rules.items[place].when =
                    Some(condition::when(&rules, questionnaire, &slots, Some(slot), conditions));
            }
        }
        rules.scores = questionnaire
            .scores
            .iter()
            .map(|score| score_rule(&rules, questionnaire, &slots, score))
            .collect();
        rules.order = order(&rules.scores);
        for risk in &questionnaire.risks {
            let conditions = (risk.matching, risk.conditions.as_slice());
            let score = questionnaire.scores.iter().position(|score| risk.score.as_ref() == Some(&score.id));
            rules.risks.push(RiskSet {
                response: risk.response.clone(),
                when: condition::when(&rules, questionnaire, &slots, None, conditions),
                score: score.zip(risk.at_least).map(|(place, least)| (small(place), least)),
            });
        }
        rules
    }
}

fn answer(rules: &mut Rules, questionnaire: &Questionnaire, item: &Item) -> AnswerRule {
    let options = questionnaire.options_of(item);
    let mut set = || {
        let set: Vec<OptionRule> = if options.is_empty() && item.kind == ItemType::YesNo {
            yes_and_no()
        } else {
            options.iter().map(option_rule).collect()
        };
        let known = rules.option_sets.iter().position(|known| *known == set);
        small(known.unwrap_or_else(|| {
            rules.option_sets.push(set);
            rules.option_sets.len() - 1
        }))
    };
    match item.kind {
        ItemType::YesNo if options.is_empty() => AnswerRule::Truth(set()),
        ItemType::Choice | ItemType::YesNo => AnswerRule::One(set()),
        ItemType::MultiChoice => AnswerRule::Many(set()),
        ItemType::OpenChoice => AnswerRule::Open(set(), item.other.as_ref().and_then(|other| other.score)),
        ItemType::Integer | ItemType::Decimal | ItemType::Scale => AnswerRule::Number(Grid::of(item)),
        ItemType::Date => AnswerRule::Date,
        ItemType::Text => AnswerRule::Text,
        ItemType::Info | ItemType::Group => AnswerRule::None,
    }
}

/// The answers of a question of the type `yes-no` that has no options of its own.
fn yes_and_no() -> Vec<OptionRule> {
    let option = |value: &str, score| OptionRule {
        value: value.to_owned(),
        score: Some(score),
        exclusive: false,
        code: None,
    };
    vec![option("yes", Number::ONE), option("no", Number::ZERO)]
}

fn option_rule(option: &ResponseOption) -> OptionRule {
    OptionRule {
        value: option.value.as_str().to_owned(),
        score: option.score,
        exclusive: option.exclusive,
        code: option.code.clone(),
    }
}

fn places_of(questionnaire: &Questionnaire, slots: &[Slot], id: &str) -> Vec<u16> {
    let takes = |slot: &Slot| {
        let item = &questionnaire.items[slot.item];
        item.id == id && item.takes_an_answer()
    };
    (0..slots.len()).filter(|at| takes(&slots[*at])).map(small).collect()
}

/// The steps of a score's formula.
pub(crate) fn compile(questionnaire: &Questionnaire, formula: &str) -> Result<Vec<Op>, Fault> {
    let slots = layout::slots(questionnaire);
    let score = |id: &str| questionnaire.scores.iter().position(|score| score.id == id).map(small);
    let item = |id: &str| places_of(questionnaire, &slots, id);
    formula::parse(formula, &Names { item: &item, score: &score })
}

fn score_rule(rules: &Rules, questionnaire: &Questionnaire, slots: &[Slot], score: &Score) -> ScoreRule {
    let place_of = |id: &str| questionnaire.scores.iter().position(|score| score.id == id).map(small);
    let mut parts = Vec::new();
    for (place, id) in score.items.iter().enumerate() {
        let weight = match score.method {
            Method::Weighted => score.weights.get(place).copied().unwrap_or(Number::ONE),
            _ => Number::ONE,
        };
        let mut sources: Vec<Source> =
            places_of(questionnaire, slots, id).into_iter().map(Source::Item).collect();
        if sources.is_empty() {
            sources.extend(place_of(id).map(Source::Score));
        }
        for source in sources {
            parts.push(match ends(rules, source).filter(|_| score.reverse.contains(id)) {
                Some((lowest, highest)) => Part {
                    source,
                    times: Number::ZERO.minus(weight),
                    plus: lowest.plus(highest).times(weight),
                },
                None => Part { source, times: weight, plus: Number::ZERO },
            });
        }
    }
    let formula = score.formula.as_deref().unwrap_or_default();
    ScoreRule {
        id: score.id.clone(),
        method: match score.method {
            Method::Sum | Method::Weighted => MethodRule::Sum(parts),
            Method::Mean => MethodRule::Mean(parts),
            Method::Count => MethodRule::Count(parts, score.at_least.unwrap_or(Number::ONE)),
            Method::Formula => MethodRule::Formula(compile(questionnaire, formula).unwrap_or_default()),
        },
        multiply: score.multiply.unwrap_or(Number::ONE),
        missing: match score.missing {
            Missing::Require => MissingRule::Require,
            Missing::Prorate => MissingRule::Prorate(score.max_missing.unwrap_or(0)),
            Missing::Minimum => MissingRule::Minimum(score.min_answered.unwrap_or(u16::MAX)),
        },
        by: score.by.as_ref().and_then(|id| places_of(questionnaire, slots, id).first().copied()),
        bands: score
            .bands
            .iter()
            .map(|band| BandRule {
                id: band.id.clone(),
                group: band.group.as_ref().map(|group| group.as_str().to_owned()),
                from: band.from,
                to: band.to,
            })
            .collect(),
    }
}

/// The lowest and the highest points of one answer.
pub(crate) fn ends(rules: &Rules, source: Source) -> Option<(Number, Number)> {
    let Source::Item(place) = source else { return None };
    match &rules.items.get(usize::from(place))?.answer {
        AnswerRule::One(set) | AnswerRule::Truth(set) => {
            let points = || rules.set(*set).iter().filter_map(|option| option.score);
            Some((points().min()?, points().max()?))
        }
        AnswerRule::Open(set, other) => {
            let points = || rules.set(*set).iter().filter_map(|option| option.score).chain(*other);
            Some((points().min()?, points().max()?))
        }
        AnswerRule::Many(set) => many_ends(rules.set(*set)),
        AnswerRule::Number(grid) => Some((grid.min?, grid.max?)),
        AnswerRule::None | AnswerRule::Date | AnswerRule::Text => None,
    }
}

/// Of several options: an exclusive one alone, or at least one of the others.
fn many_ends(options: &[OptionRule]) -> Option<(Number, Number)> {
    let free = || options.iter().filter(|option| !option.exclusive).filter_map(|option| option.score);
    let alone = options.iter().filter(|option| option.exclusive).filter_map(|option| option.score);
    let add = |sum: Number, more: Number| sum.plus(more);
    let mut reached: Vec<Number> = alone.collect();
    if let (Some(least), Some(most)) = (free().min(), free().max()) {
        // One must be chosen: where none lowers (or raises) the sum, the single best one stands alone.
        reached.push(free().filter(|points| *points < Number::ZERO).reduce(add).unwrap_or(least));
        reached.push(free().filter(|points| *points > Number::ZERO).reduce(add).unwrap_or(most));
    }
    Some((*reached.iter().min()?, *reached.iter().max()?))
}

/// The scores, each after those that it is made of; those that wait for each other in a circle are left out.
fn order(scores: &[ScoreRule]) -> Vec<u16> {
    let needs: Vec<Vec<Source>> = scores.iter().map(needs).collect();
    let mut order: Vec<u16> = Vec::new();
    loop {
        let ready = |place: &u16| {
            !order.contains(place)
                && needs[usize::from(*place)].iter().all(|source| match source {
                    Source::Score(other) => order.contains(other),
                    Source::Item(_) => true,
                })
        };
        match (0..small(scores.len())).find(ready) {
            Some(next) => order.push(next),
            None => return order,
        }
    }
}

/// All that must be known first, also what is only asked about with `answered`.
fn needs(score: &ScoreRule) -> Vec<Source> {
    let mut needs = score.sources();
    if let MethodRule::Formula(ops) = &score.method {
        needs.extend(ops.iter().filter_map(|op| match op {
            Op::Scored(place) => Some(Source::Score(*place)),
            _ => None,
        }));
    }
    needs
}
