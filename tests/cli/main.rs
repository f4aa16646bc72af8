//! The program as people run it: what it makes, what it says, and what it leaves alone.

mod checklists;
mod checks;
mod escapes;
mod external;
mod fhir;
mod fhir_features;
mod fhir_hostile;
mod fhir_round;
mod fhir_valid;
mod findings;
mod instruments;
mod killed;
mod output;
mod own_words;
mod plans;
mod preview;
mod reproducible;
mod score;
mod score_kinds;
mod site;
mod translation;
mod usage;
mod vectors;
