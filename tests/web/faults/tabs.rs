//! A tab that ends in the midst of a save, two at once, and messages that are none of ours.

use std::time::{Duration, Instant};

use super::{TOOL, address, has_kept, is_calm, keeps};
use crate::kept::Kept;
use crate::{chromium, site};

/// Whenever the tab ends, the old state or the new one is there, and nothing between.
#[test]
fn a_tab_that_ends_in_the_midst_of_a_save_leaves_the_old_or_the_new() {
    let server = site::serve();
    let (mut kept, phrase) = has_kept(&server);
    let mut rows = 1;
    let mut newer = 0;
    for round in 0..14u64 {
        kept.person.answers("q1", &(round % 4).to_string());
        let page = &kept.person.page;
        page.eval("void document.querySelector('.keep [data-view=open] [data-action=save]').click()");
        // Any moment of a save, which takes some hundredths of a second.
        let end = Instant::now() + Duration::from_micros(round * round * 300);
        while Instant::now() < end {
            std::hint::spin_loop();
        }
        drop(kept);
        kept = Kept::opens(&server, TOOL);
        kept.unlocks(&phrase);
        assert_eq!(kept.said(), "It is open.", "round {round}");
        let now = kept.rows();
        assert!(now == rows || now == rows + 1, "round {round}: {now} after {rows}");
        newer += now - rows;
        rows = now;
        kept.presses("load");
        kept.is_told("loaded");
    }
    crate::tell(&format!("{newer} of 14 saves were done when the tab ended"));
    is_calm(&kept.person.page);
}

#[test]
fn two_tabs_that_save_at_once_both_keep() {
    let server = site::serve();
    let [first, second] = chromium().two_pages();
    let (one, phrase) = keeps(Kept::opens_in(first, &server, TOOL));
    let other = Kept::opens_in(second, &server, "phq-2");
    other.unlocks(&phrase);
    other.person.answers_all(&[1; 2]);
    let save = "void document.querySelector('.keep [data-view=open] [data-action=save]').click()";
    for round in 1..=5 {
        one.person.answers("q1", &(round % 4).to_string());
        // As near together as the two connections allow, in turn from either side.
        let (first, second) = if round % 2 == 0 { (&one, &other) } else { (&other, &one) };
        first.person.page.eval(save);
        second.person.page.eval(save);
        for kept in [&one, &other] {
            kept.person.page.wait_for("!document.querySelector('.keep').hasAttribute('aria-busy')");
            kept.is_told("saved");
        }
    }
    one.comes_again(&address(&server));
    one.unlocks(&phrase);
    other.comes_again(&server.url("/tools/phq-2/keep/"));
    other.unlocks(&phrase);
    assert_eq!((one.rows(), other.rows()), (6, 5));
    is_calm(&one.person.page);
    is_calm(&other.person.page);
}

/// Another tab of this site, should something hostile ever run in it, can only lock, or make the page look again.
#[test]
fn messages_of_other_pages_do_no_harm() {
    let server = site::serve();
    let [first, other] = chromium().two_pages();
    let (kept, phrase) = keeps(Kept::opens_in(first, &server, TOOL));
    let page = &kept.person.page;
    let before = kept.dump();
    other.goto(&server.url("/privacy/"));
    let junk =
        "const junk = [null, undefined, 0, '', 'changed', 'save', 'erase-yes', '__proto__', 'x'.repeat(5e6),
        { data: 'lock' }, { action: 'erase-yes' }, ['erase'], new Map([[1, 2]]), new Blob(['x']), new Date(),
        new Uint8Array(1e6)];";
    other.eval(&format!(
        "(() => {{ {junk} const channel = new BroadcastChannel('kept');
            for (const one of junk) channel.postMessage(one); }})()"
    ));
    page.eval(&format!("(() => {{ {junk} for (const one of junk) window.postMessage(one, '*'); }})()"));
    kept.person.answers("q1", "2");
    kept.waits_for("open");
    assert_eq!((kept.rows(), kept.dump() == before), (1, true));
    kept.presses("save");
    kept.is_told("saved");
    for word in ["erase", "lock"] {
        other.eval(&format!("new BroadcastChannel('kept').postMessage('{word}')"));
        kept.waits_for("locked");
        assert!(kept.dump().contains("PSYV"), "{word}: it only locks");
        kept.unlocks(&phrase);
        assert_eq!(kept.rows(), 2);
    }
    is_calm(page);
}
