//! In every state of the list nobody is locked out.

use browser::{Media, axe, probes};

use super::Reader;
use crate::{none, site};

/// SA-8 for the list: what axe and the probes find in every state, in light and dark.
#[test]
fn every_state_can_be_reached_read_and_pressed() {
    let server = site::serve();
    let reader = Reader::opens(&server, "");
    let page = reader.page();
    let mut found = Vec::new();
    // Without motion, so that no colour is looked at on its way to another.
    page.media(Media { still: true, ..Media::default() });
    let mut look = |state: &str| {
        let mut lines = axe::violations(page);
        page.media(Media { dark: true, still: true, ..Media::default() });
        lines.extend(axe::violations(page).into_iter().map(|line| format!("in the dark {line}")));
        page.media(Media { still: true, ..Media::default() });
        lines.extend(probes::groups_named(page));
        lines.extend(probes::target_size(page));
        page.phone(360, 740);
        lines.extend(probes::target_size(page).into_iter().map(|line| format!("on a telephone {line}")));
        page.viewport(1280, 900);
        lines.extend(probes::reflow(page));
        page.viewport(1280, 900);
        found.extend(lines.into_iter().map(|line| format!("{state}: {line}")));
    };
    look("the deck");
    reader.has_a_list();
    reader.rates(7, &[("sleep", 1), ("tense", 0), ("messages", 0)]);
    reader.rates(0, &[("sleep", 2), ("tense", 2), ("messages", 0)]);
    reader.chooses("red.threat", "yes");
    look("the week");
    for part in ["signs", "well", "levels", "time"] {
        reader.turns_to(part);
        look(part);
    }
    reader.turns_to("share");
    reader.presses("new-share");
    reader.writes("share-name.1", "Ana");
    reader.chooses("share-sign.1:sleep", "yes");
    reader.writes("share-until.1", &reader.day(0));
    look("sharing");
    let asked = reader.takes("1");
    reader.receives(&asked);
    look("an observer");
    reader.chooses("guest-rate.sleep", "1");
    reader.presses("guest-done");
    let answer = reader.takes("answer");
    reader.receives(&answer);
    look("side by side");
    none(&found);
}

#[test]
fn the_focus_has_an_order_and_can_be_seen() {
    let server = site::serve();
    let reader = Reader::opens(&server, "");
    reader.has_a_list();
    reader.rates(0, &[("sleep", 2)]);
    let mut found = Vec::new();
    for part in ["week", "levels", "share"] {
        reader.turns_to(part);
        reader
            .page()
            .eval("(b => { b.tabIndex = -1; b.focus(); b.removeAttribute('tabindex') })(document.body)");
        found.extend(probes::focus_order(reader.page()).into_iter().map(|line| format!("{part}: {line}")));
    }
    // Tab stops at the day, the month and the year of a date before it goes on.
    found.retain(|line| !line.contains("trapped at <input[name=day]>"));
    none(&found);
}
