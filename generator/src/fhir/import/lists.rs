//! Answer lists in the file: contained or bundled value sets and code systems.

use std::collections::BTreeMap;

use crate::fhir::node::At;

/// More answers than this to one question are no form for readers.
pub(super) const MOST_ANSWERS: usize = 300;

/// The value sets and code systems of the file.
pub(super) struct Lists<'a> {
    resources: Vec<At<'a>>,
    /// Every concept of the code systems, by system and code.
    concepts: BTreeMap<(&'a str, &'a str), At<'a>>,
}

/// One answer of a list.
pub(super) struct Concept<'a> {
    pub(super) at: At<'a>,
    pub(super) system: Option<&'a str>,
    /// The same concept in its code system, where weights may stand.
    pub(super) origin: Option<At<'a>>,
}

impl<'a> Lists<'a> {
    pub(super) fn of(root: &At<'a>, beside: &[At<'a>]) -> Lists<'a> {
        let resources: Vec<At<'a>> =
            root.all("contained").into_iter().chain(beside.iter().cloned()).collect();
        let mut concepts = BTreeMap::new();
        for system in resources.iter().filter(|at| at.text("resourceType") == Some("CodeSystem")) {
            let Some(url) = system.text("url") else { continue };
            let mut pending = system.all("concept");
            while let Some(concept) = pending.pop() {
                pending.extend(concept.all("concept"));
                if let Some(code) = concept.text("code") {
                    concepts.insert((url, code), concept);
                }
            }
        }
        Lists { resources, concepts }
    }

    /// The answers of the list with this address; `Err` says in words why there are none.
    pub(super) fn concepts(&self, address: &str) -> Result<Vec<Concept<'a>>, String> {
        let Some(set) = self.find("ValueSet", address) else {
            return Err("is not in the file".to_owned());
        };
        let concepts = self.listed(&set)?;
        if concepts.len() > MOST_ANSWERS {
            return Err(format!("has more than {MOST_ANSWERS} answers"));
        }
        Ok(concepts)
    }

    fn listed(&self, set: &At<'a>) -> Result<Vec<Concept<'a>>, String> {
        let mut concepts = Vec::new();
        if let Some(expansion) = set.get("expansion") {
            self.flatten(expansion.all("contains"), "contains", None, &mut concepts);
            return Ok(concepts);
        }
        let compose = set.get("compose").ok_or("names no codes")?;
        if compose.get("exclude").is_some() {
            return Err("leaves codes out with `exclude`".to_owned());
        }
        for include in compose.all("include") {
            let system = include.text("system");
            if include.get("filter").is_some() || include.get("valueSet").is_some() {
                return Err("is made of other lists or with a filter".to_owned());
            }
            let listed = include.all("concept");
            if !listed.is_empty() {
                self.flatten(listed, "concept", system, &mut concepts);
                continue;
            }
            let Some(codes) = system.and_then(|system| self.find("CodeSystem", system)) else {
                let name = system.unwrap_or("an unnamed system");
                return Err(format!("takes all codes of {name}, which are not in the file"));
            };
            self.flatten(codes.all("concept"), "concept", system, &mut concepts);
        }
        Ok(concepts)
    }

    fn flatten(
        &self,
        nodes: Vec<At<'a>>,
        key: &str,
        system: Option<&'a str>,
        concepts: &mut Vec<Concept<'a>>,
    ) {
        for at in nodes {
            if concepts.len() > MOST_ANSWERS {
                return;
            }
            let below = at.all(key);
            let system = at.text("system").or(system);
            if at.text("code").is_some() && !at.is("abstract") {
                let origin = self.origin(system, &at);
                concepts.push(Concept { at, system, origin });
            }
            self.flatten(below, key, system, concepts);
        }
    }

    fn origin(&self, system: Option<&str>, at: &At<'a>) -> Option<At<'a>> {
        self.concepts.get(&(system?, at.text("code")?)).cloned()
    }

    fn find(&self, kind: &str, address: &str) -> Option<At<'a>> {
        let bare = address.split('|').next().unwrap_or(address);
        let named = |at: &&At<'a>| {
            at.text("resourceType") == Some(kind)
                && match bare.strip_prefix('#') {
                    Some(id) => at.text("id") == Some(id) || at.text("id") == Some(bare),
                    None => at.text("url") == Some(bare),
                }
        };
        self.resources.iter().find(named).cloned()
    }
}
