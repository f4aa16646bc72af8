//! Answer lists in the file: contained or bundled value sets and code systems.

use std::collections::{BTreeMap, BTreeSet};

use crate::fhir::node::At;

/// More answers than this to one question are no form for readers.
pub(super) const MOST_ANSWERS: usize = 300;

/// The value sets and code systems of the file.
pub(super) struct Lists<'a> {
    resources: Vec<At<'a>>,
    /// Every concept of the code systems, by system and code.
    concepts: BTreeMap<(&'a str, &'a str), At<'a>>,
    /// What the file calls the property that holds a weight.
    weights: BTreeSet<&'a str>,
}

/// One answer of a list.
pub(super) struct Concept<'a> {
    pub(super) at: At<'a>,
    pub(super) system: Option<&'a str>,
    /// The same concept where the list was composed and in its code system: weights may stand there, too.
    pub(super) origins: Vec<At<'a>>,
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
        let weights =
            resources.iter().flat_map(named_weights).chain(["itemWeight", "ordinalValue"]).collect();
        Lists { resources, concepts, weights }
    }

    /// Whether a property of this name holds a weight.
    pub(super) fn is_weight(&self, property: Option<&str>) -> bool {
        property.is_some_and(|name| self.weights.contains(name))
    }

    /// A code as its code system in the file has it.
    pub(super) fn origin(&self, system: Option<&str>, code: Option<&str>) -> Option<At<'a>> {
        self.concepts.get(&(system?, code?)).cloned()
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
        let composed = set.get("compose");
        let expansion = set.get("expansion").filter(|expansion| {
            // One that lists nothing says only when it was made, if the codes stand in `compose`.
            composed.is_none() || !expansion.all("contains").is_empty()
        });
        if let Some(expansion) = expansion {
            return self.expanded(&expansion, composed.as_ref());
        }
        let mut concepts = Vec::new();
        let compose = composed.ok_or("names no codes")?;
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

    /// The answers of a list that was expanded, with what was said of each where it was composed.
    fn expanded(&self, expansion: &At<'a>, compose: Option<&At<'a>>) -> Result<Vec<Concept<'a>>, String> {
        let mut concepts = Vec::new();
        self.flatten(expansion.all("contains"), "contains", None, &mut concepts);
        let total = expansion.get("total").and_then(|total| total.integer()).unwrap_or_default();
        let count = concepts.len();
        if count <= MOST_ANSWERS && usize::try_from(total).is_ok_and(|total| total > count) {
            return Err(format!("is cut off: it holds {count} of {total} answers"));
        }
        for include in compose.iter().flat_map(|compose| compose.all("include")) {
            let mut said = BTreeMap::new();
            for at in include.all("concept") {
                said.insert(at.text("code"), at);
            }
            let system = include.text("system");
            for concept in concepts.iter_mut().filter(|concept| concept.system == system) {
                if let Some(at) = said.get(&concept.at.text("code")) {
                    concept.origins.insert(0, at.clone());
                }
            }
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
                let origins = self.origin(system, at.text("code")).into_iter().collect();
                concepts.push(Concept { at, system, origins });
            }
            self.flatten(below, key, system, concepts);
        }
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

/// What a code system or an expanded list calls the property that holds a weight.
fn named_weights<'a>(resource: &At<'a>) -> Vec<&'a str> {
    let mut properties = resource.all("property");
    properties.extend(resource.get("expansion").iter().flat_map(|expansion| expansion.all("property")));
    let is_weight = |at: &At<'a>| {
        at.text("uri").is_some_and(|uri| uri.ends_with("itemWeight") || uri.ends_with("ordinalValue"))
    };
    properties.iter().filter(|at| is_weight(at)).filter_map(|at| at.text("code")).collect()
}
