//! The program as people run it: what it makes, what it says, and what it leaves alone.

mod fhir;
mod findings;
mod killed;
mod output;
mod reproducible;
mod score;
mod site;
mod usage;
