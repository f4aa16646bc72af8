//! What a score is made of, and how FHIRPath says "the answers to these".

use footbridge_model::{Item, ItemType, Number, Questionnaire};

use super::links::Links;

/// What the answer to a question is in a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One of a list, with weights.
    Weight,
    Number,
    Truth,
    /// A computed item.
    Score,
}

/// A question or a score that counts.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub(super) id: String,
    pub(super) link: String,
    pub(super) kind: Kind,
    /// Several answers can be chosen.
    pub(super) several: bool,
    /// It is shown on conditions.
    pub(super) hidden: bool,
    /// It stands in a group that repeats.
    pub(super) repeated: bool,
    /// The lowest and the highest points together: what a reversed answer is taken from.
    pub(super) turn: Option<Number>,
}

/// The lists of all sources of one questionnaire.
pub(super) struct Sources<'a> {
    original: &'a Questionnaire,
    links: &'a Links,
    ends: std::collections::BTreeMap<String, (Number, Number)>,
}

impl<'a> Sources<'a> {
    pub(super) fn new(original: &'a Questionnaire, links: &'a Links) -> Sources<'a> {
        Sources { original, links, ends: original.ends() }
    }

    /// The question or score with this id; `Err` says in words why FHIR cannot count it.
    pub(super) fn get(&self, id: &str) -> Result<Source, String> {
        let Some(item) = self.original.item(id) else {
            return Ok(Source {
                id: id.to_owned(),
                link: self.links.score(id).to_owned(),
                kind: Kind::Score,
                several: false,
                hidden: false,
                repeated: false,
                turn: None,
            });
        };
        let kind = match item.kind {
            ItemType::Choice | ItemType::MultiChoice => Kind::Weight,
            ItemType::YesNo if !item.options.is_empty() => Kind::Weight,
            ItemType::YesNo => Kind::Truth,
            ItemType::Integer | ItemType::Decimal | ItemType::Scale => Kind::Number,
            ItemType::OpenChoice => {
                return Err(format!("an answer in one's own words to `{id}` cannot have a weight there"));
            }
            _ => return Err(format!("`{id}` has no points")),
        };
        let around = self.around(item);
        Ok(Source {
            id: id.to_owned(),
            link: self.links.item(id).to_owned(),
            kind,
            several: item.kind == ItemType::MultiChoice,
            hidden: around.iter().any(|item| item.enabled_when.is_some()),
            repeated: around.iter().any(|item| item.repeats.is_some()),
            turn: self.ends.get(id).map(|(low, high)| low.plus(*high)),
        })
    }

    /// A question of any kind, of which only matters whether it is answered.
    pub(super) fn question(&self, id: &str) -> Result<Source, String> {
        let item = self.original.item(id).ok_or_else(|| format!("there is no `{id}`"))?;
        let around = self.around(item);
        Ok(Source {
            id: id.to_owned(),
            link: self.links.item(id).to_owned(),
            kind: Kind::Weight,
            several: true,
            hidden: around.iter().any(|item| item.enabled_when.is_some()),
            repeated: around.iter().any(|item| item.repeats.is_some()),
            turn: None,
        })
    }

    /// A question and the groups around it.
    fn around<'b>(&'b self, item: &'b Item) -> Vec<&'b Item> {
        let mut around = vec![item];
        // A group stands before what is within it, so that this cannot go in a circle for long.
        while around.len() <= self.original.items.len()
            && let Some(group) = around.last().and_then(|item| self.original.item(item.within.as_deref()?))
        {
            around.push(group);
        }
        around
    }
}

/// The answers to some items, wherever they stand.
pub(super) fn answers<'s>(sources: impl IntoIterator<Item = &'s Source>) -> String {
    let quoted = |source: &Source| format!("'{}'", source.link.replace('\\', "\\\\").replace('\'', "\\'"));
    let names: Vec<String> = sources.into_iter().map(quoted).collect();
    match names.as_slice() {
        [one] => format!("%resource.descendants().where(linkId = {one}).answer"),
        names => format!("%resource.descendants().where(linkId in ({})).answer", names.join(" | ")),
    }
}

/// How many of some sources have an answer.
pub(super) fn answered(sources: &[Source]) -> String {
    let single: Vec<&Source> = sources.iter().filter(|source| !source.several).collect();
    let mut parts = Vec::new();
    if !single.is_empty() {
        parts.push(format!("{}.count()", answers(single)));
    }
    for several in sources.iter().filter(|source| source.several) {
        parts.push(format!("iif({}.exists(), 1, 0)", answers([several])));
    }
    if parts.len() == 1 { parts.remove(0) } else { format!("({})", parts.join(" + ")) }
}

/// A number as FHIRPath writes it, also behind an operator.
pub(super) fn number(number: Number) -> String {
    if number < Number::ZERO { format!("({number})") } else { number.to_text() }
}
