//! Those who help to look: asked by a file, answering by a file, both views side by side. FR-2, FR-3.

use serde_json::json;

use super::Reader;
use crate::site;

/// FR-2, FR-3: an agreement by file, what the observer sees, and both side by side.
#[test]
fn fr_2_and_3_an_observer_by_file_and_both_views_side_by_side() {
    let server = site::serve();
    let reader = Reader::opens(&server, "");
    let page = reader.page();
    reader.has_a_list();
    reader.rates(0, &[("sleep", 1), ("tense", 0), ("messages", 0)]);
    reader.turns_to("share");
    reader.presses("new-share");
    assert_eq!(page.focused("it.name"), "share-name.1");
    page.click("[data-action=take][data-for=\"1\"]");
    assert_eq!(reader.status(), "Write first who helps you to look.");
    reader.writes("share-name.1", "Ana");
    reader.writes("share-owner.1", "Luis");
    reader.writes("share-see.1", "Nobody else");
    page.click("[data-action=take][data-for=\"1\"]");
    assert_eq!(
        reader.status(),
        "Choose at least one sign to share.",
        "nothing is shared unless it is chosen"
    );
    reader.chooses("share-sign.1:sleep", "yes");
    reader.writes("share-until.1", &reader.day(0));
    let asked = reader.takes("1");
    assert!(asked.starts_with("For Ana, from Luis, until") && asked.contains("- I sleep less"), "{asked}");
    assert!(!asked.contains("tense") && !asked.contains("Go to bed at ten"), "only what was shared: {asked}");
    let name = page.eval("window.fileName").as_str().unwrap().to_owned();
    assert!(name.starts_with("signs-2") && name.len() == "signs-2026-11-22.txt".len(), "{name}");

    let copy = reader.takes("copy");
    // One page after the other, as on one device; no server stands between them.
    reader.goes_to(&server, "es");
    let (ana, theirs) = (&reader, page);
    ana.receives(&asked);
    assert_eq!(theirs.text("[data-guest-title]"), "Ana, Luis te pide que mires también");
    assert!(!theirs.sees("[data-part=signs]") && theirs.text("[data-guest]").contains("Nobody else"));
    assert_eq!(theirs.count("[data-list=guest] fieldset"), 1, "the one sign");
    assert!(
        theirs.text("[data-list=guest]").contains("Duerme menos que de costumbre"),
        "in the words of who sees it"
    );
    ana.chooses("guest-rate.sleep", "3");
    ana.writes("guest-note", "Light on at four");
    ana.presses("guest-done");
    ana.presses("guest-leave");
    assert!(ana.status().contains("Oprime otra vez"), "no work is lost by one press");
    let answer = ana.takes("answer");
    assert!(answer.contains("Light on at four"));

    reader.goes_to(&server, "");
    reader.receives(&answer);
    assert!(reader.status().starts_with("This file belongs to an agreement that is not in the list"));
    reader.receives(&copy);
    assert_eq!(reader.status(), "Your copy is open.");
    reader.receives(&answer);
    assert_eq!(reader.status(), "1 entry of Ana is in your list now.");
    let cells =
        page.eval("[...document.querySelectorAll('[data-seen-rows] tr > *')].map(cell => cell.innerText)");
    assert_eq!(cells, json!(["I sleep less than usual, or much more", "1: A little", "3: A lot"]));
    assert!(page.text("[data-list=seen] h4").starts_with("Seen by Ana on"));
    assert!(page.text(".talking").contains("I noticed"), "words for talking about it");
    reader.turns_to("week");
    reader.stands_at("green");
    reader.turns_to("time");
    assert!(
        page.text("[data-list=table]").contains('1') && !page.text("[data-list=table]").contains('3'),
        "never joined"
    );

    reader.turns_to("share");
    for (file, said) in [
        (&answer[..answer.len() - 30], "A part of this file is missing"),
        ("Dear Luis, how are you?", "This is not a file of this list."),
    ] {
        reader.receives(file);
        assert!(reader.status().starts_with(said), "{}", reader.status());
    }

    reader.presses("withdraw");
    assert!(reader.status().contains("cannot be called back"), "{}", reader.status());
    reader.receives(&answer);
    assert_eq!(reader.status(), "You have ended this agreement. What they wrote was not taken in.");
    reader.presses("remove-seen");
    assert!(!page.sees("[data-list=seen]"));
    reader.presses("undo");
    assert!(page.sees("[data-list=seen]"));
}
