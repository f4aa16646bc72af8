//! Rights, source, and the guard on the wording.

use super::Report;
use crate::date::is_date;
use crate::prelude::*;
use crate::{Questionnaire, checksum};

pub(super) fn check(questionnaire: &Questionnaire, report: &mut Report) {
    let source = &questionnaire.source;
    if source.permission.trim().is_empty() {
        let mend = "Read the holder's terms and write them as one sentence in `permission`, or choose another questionnaire.";
        let message = "It is not stated that this questionnaire may be published.";
        report.add("FB0510", "/source/permission", message, mend);
    }
    for (name, text) in [("citation", &source.citation), ("holder", &source.holder)] {
        if text.trim().is_empty() {
            let message = format!("The source has no `{name}`.");
            let mend = format!(
                "Write the publication in `citation` and the rights holder in `holder`; `{name}` is empty."
            );
            report.add("FB0511", format!("/source/{name}"), message, mend);
        }
    }
    report.text("/source/wording_checked_by", "wording_checked_by", &source.wording_checked_by);
    if !is_date(&source.checked) {
        let message = format!("`{}` is not a date.", source.checked);
        let mend = "Write year-month-day, for example `checked = \"2026-11-20\"`.";
        report.add("FB0519", "/source/checked", message, mend);
    }
    if source.modified && !source.own {
        let mend = "Restore the official wording and write `modified = false`. If it is a questionnaire of your own, give it a title of its own and write `own = true`.";
        let message = "The wording of a published instrument may not be changed.";
        report.add("FB0512", "/source/modified", message, mend);
    }
    let current = checksum::wording(questionnaire);
    match &source.checksum {
        Some(stated) if *stated != current => {
            let mend = format!(
                "Restore the wording. If a person has compared it with the official form again, write `checksum = \"{current}\"`."
            );
            let message = "The wording is not the one that was compared with the official form.";
            report.add("FB0513", "/source/checksum", message, mend);
        }
        None if !source.own => {
            let mend = format!(
                "Compare every word with the official form, then write `checksum = \"{current}\"` under `[source]`."
            );
            let message = "The wording of this published instrument has no checksum to guard it.";
            report.add("FB0513", "/source", message, mend);
        }
        _ => {}
    }
}
