//! Steps along a path: from items to those below them, to their answers and to what the answers weigh.

use super::meaning::{Found, Meaning, Sym, refused};
use super::parse::Step;
use crate::fhir::import::tree::Entry;
use crate::fhir::known;

impl<'t, 'a> Meaning<'t, 'a> {
    // ---- steps ----

    pub(super) fn step(&mut self, sym: Sym, step: &Step, at: Option<usize>) -> Found {
        self.steps += 1;
        match step {
            Step::Index(index) if index == "0" => self.first(sym),
            Step::Index(_) => refused("a place in square brackets is not understood"),
            Step::Name(name) => self.named(sym, name),
            Step::Call(name, arguments) => self.call(sym, name, arguments, at),
        }
    }

    /// The one answer there is, where there can be no second.
    pub(super) fn first(&self, sym: Sym) -> Found {
        match &sym {
            Sym::Items(list)
            | Sym::FormItems(list)
            | Sym::Answers(list)
            | Sym::Values(list)
            | Sym::Codes(list)
            | Sym::Weights(list)
            | Sym::Chosen(list) => match list.as_slice() {
                [item] if !self.entry(*item)?.several => Ok(sym),
                _ => refused("it takes the first of several answers"),
            },
            Sym::Is(_) => Ok(sym),
            _ => refused("`first` is not understood there"),
        }
    }

    pub(super) fn below(&self, list: &[usize], of_questions: Option<bool>) -> Vec<usize> {
        let fits = |item: usize| of_questions.is_none_or(|wanted| wanted != self.is(item, "group"));
        let entries = self.tree.entries.iter().enumerate();
        let inside =
            |entry: &Entry<'_>| entry.parent.is_some_and(|parent| fits(parent) && list.contains(&parent));
        entries.filter(|(_, entry)| inside(entry)).map(|(place, _)| place).collect()
    }

    /// Everything below, level by level; in a response the children of questions stand in their answers.
    pub(super) fn all_below(&self, list: &[usize], of_questions: Option<bool>) -> Vec<usize> {
        let mut inside = vec![false; self.tree.entries.len()];
        // Parents stand before their children.
        for (place, entry) in self.tree.entries.iter().enumerate() {
            inside[place] = entry.parent.is_some_and(|parent| {
                let fits = of_questions.is_none_or(|wanted| wanted != self.is(parent, "group"));
                fits && (list.contains(&parent) || inside.get(parent) == Some(&true))
            });
        }
        inside.iter().enumerate().filter(|(_, inside)| **inside).map(|(place, _)| place).collect()
    }

    pub(super) fn named(&self, sym: Sym, name: &str) -> Found {
        let top = || self.tree.children(None);
        Ok(match (sym, name) {
            (Sym::Response, "item") => Sym::Items(top()),
            (Sym::Form, "item") => Sym::FormItems(top()),
            (Sym::Items(list), "item") => Sym::Items(self.below(&list, Some(false))),
            (Sym::Answers(list), "item") => Sym::Items(self.below(&list, Some(true))),
            (Sym::FormItems(list), "item") => Sym::FormItems(self.below(&list, None)),
            (Sym::Items(list), "answer") => Sym::Answers(list),
            (Sym::Answers(list), name) if name.starts_with("value") => self.typed(list, &name[5..])?,
            // The number of a quantity.
            (Sym::Values(list), "value") if list.iter().all(|item| self.is(*item, "quantity")) => {
                Sym::Values(list)
            }
            (Sym::Values(list), "code") => Sym::Codes(list),
            (Sym::Values(list), "extension") => Sym::Extensions(list),
            (Sym::FormItems(list), "answerOption") => {
                let away = |item: &usize| {
                    self.tree
                        .entries
                        .get(*item)
                        .is_some_and(|entry| !entry.inline && !entry.choices.is_empty())
                };
                if list.iter().any(away) {
                    return refused(
                        "it looks for `answerOption` where the answers stand in a list elsewhere",
                    );
                }
                Sym::Offered(list)
            }
            (Sym::Chosen(list), "value" | "valueCoding") => Sym::Chosen(list),
            (Sym::Chosen(list), "extension") => Sym::Extensions(list),
            (Sym::Weights(list), "value" | "valueDecimal" | "valueInteger") => Sym::Weights(list),
            (_, other) => return refused(format!("`{other}` is not understood there")),
        })
    }

    /// The values of a type; items of another type have none.
    pub(super) fn typed(&self, list: Vec<usize>, wanted: &str) -> Found {
        let fits = |kind: &str| match wanted {
            "" => true,
            "Coding" => matches!(kind, "choice" | "open-choice"),
            "Integer" => kind == "integer" || kind == "choice",
            "Decimal" => kind == "decimal",
            "Quantity" => kind == "quantity",
            "Boolean" => kind == "boolean",
            "String" => matches!(kind, "string" | "text" | "open-choice" | "choice"),
            _ => false,
        };
        let entries = |item: &usize| self.tree.entries.get(*item).is_some_and(|entry| fits(entry.kind));
        let left: Vec<usize> = list.into_iter().filter(entries).collect();
        if left.is_empty() {
            return refused(format!("no item there has an answer `value{wanted}`"));
        }
        Ok(Sym::Values(left))
    }

    /// Of the items those with weights; a weight for every answer, or a sum could be wrong.
    pub(super) fn weighted(&self, list: &[usize], urls: &[&str]) -> Found {
        if urls.iter().any(|url| !known::WEIGHTS.contains(url)) {
            return refused(format!("the extension {} is not a weight", urls.join(", ")));
        }
        let mut left = Vec::new();
        for item in list {
            let entry = self.entry(*item)?;
            if entry.choices.iter().any(|choice| choice.unread) {
                return refused(format!("a weight of an answer to `{}` cannot be read", entry.link));
            }
            let have = entry.choices.iter().filter(|choice| choice.weight.is_some()).count();
            if have == 0 {
                continue;
            }
            if have < entry.choices.len() {
                return refused(format!("some answers to `{}` have a weight and some have not", entry.link));
            }
            self.countable(entry)?;
            left.push(*item);
        }
        if left.is_empty() {
            return refused("no answer there has a weight");
        }
        Ok(Sym::Weights(left))
    }

    /// Of the items those whose answer is a number itself.
    pub(super) fn valued(&self, list: &[usize]) -> Result<Vec<usize>, String> {
        let mut left = Vec::new();
        for item in list {
            let entry = self.entry(*item)?;
            let number = matches!(entry.kind, "integer" | "decimal" | "quantity");
            let numbers =
                !entry.choices.is_empty() && entry.choices.iter().all(|choice| choice.kind == "Integer");
            if !number && !numbers {
                return refused(format!("the answer to `{}` is not a number", entry.link));
            }
            let differs = entry
                .choices
                .iter()
                .any(|choice| choice.option.score.map(|score| score.to_text()) != Some(choice.code.clone()));
            if differs {
                return refused(format!("the answers to `{}` are numbers with other weights", entry.link));
            }
            if entry.kind == "quantity" && entry.at.extensions(&[known::UNIT_OPTION]).len() > 1 {
                return refused(format!("the unit of `{}` can be chosen", entry.link));
            }
            self.countable(entry)?;
            left.push(*item);
        }
        Ok(left)
    }

    pub(super) fn countable(&self, entry: &Entry<'_>) -> Result<(), String> {
        if entry.items.is_empty() && entry.calculation.is_none() {
            return refused(format!("`{}` is left out of the tool", entry.link));
        }
        if entry.kind == "open-choice" {
            return refused(format!("an answer in own words to `{}` has no weight", entry.link));
        }
        if entry.at.is("repeats") && entry.kind != "choice" && entry.kind != "group" {
            return refused(format!("`{}` can be answered several times", entry.link));
        }
        Ok(())
    }
}
