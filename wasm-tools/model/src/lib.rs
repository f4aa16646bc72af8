//! What a tool is: its definition as an educator writes it, the checks it must pass, and its scoring.
//!
//! One definition has four faces: the form in the page, its behaviour in the browser, the paper form, and
//! interchange with clinical software. All of them read these types, and every score anywhere comes from
//! [`Rules::outcome`]. Nothing here does I/O, touches a DOM or reads a clock.

#![no_std]

extern crate alloc;
#[cfg(test)]
extern crate std;

pub mod answers;
pub mod chart;
mod check;
pub mod checklist;
mod checksum;
mod code;
pub mod date;
mod formula;
mod grid;
pub mod json;
mod layout;
pub mod list;
mod number;
pub mod plan;
mod prelude;
mod problem;
mod prose;
mod questionnaire;
mod range;
mod ratio;
pub mod reminder;
mod rules;
mod saved;
mod score;
mod sheet;
mod source;
mod span;
mod stamp;
pub mod take;
mod text;
mod tool;
pub mod translation;
pub mod trend;
mod value;
mod view;

pub use answers::{Answers, Unresolved};
pub use checklist::{Checklist, ChecklistTexts};
pub use formula::Term;
pub use number::Number;
pub use plan::{Plan, PlanRules, PlanTranslation};
pub use problem::{CODES, Problem};
pub use prose::Prose;
pub use questionnaire::{
    Audience, Band, Condition, EnabledWhen, Item, ItemType, Match, Method, Missing, Operator, Other,
    Questionnaire, ResponseKind, ResponseOption, Risk, RiskResponse, RiskRule, Score,
};
pub use range::{Range, possible_range};
pub use rules::{Corrupt, Rules};
pub use saved::{Saved, SavedScore, Told};
pub use score::{GroupBand, Outcome, ScoreOutcome};
pub use source::Source;
pub use text::{joined, joined_by, parted, replaced};
pub use tool::Tool;
pub use translation::{Translation, Wording};
pub use value::Value;
pub use view::{View, Words, YesNo};
