//! The own list: signs sorted, their usual, levels and what is agreed, by keyboard and by touch; a copy that opens
//! again. FR-1.

use serde_json::json;

use super::{Reader, is_no_verdict};
use crate::{chromium, site};

/// FR-1, FR-4: the whole list by keyboard alone, in English.
#[test]
fn fr_1_the_own_signs_levels_and_the_agreed_step_by_keyboard() {
    let server = site::serve();
    let reader = Reader::opens(&server, "");
    let (page, person) = (reader.page(), &reader.person);

    person.tabs_to("it.name === 'sort.sleep'");
    page.press("Space");
    assert_eq!(page.text("[data-sorted]"), "1 of 14 cards sorted. Your signs: 1");
    person.tabs_to("it.name === 'words.sleep'");
    page.type_text("Awake past two");
    person.tabs_to("it.name === 'sort.tense'");
    page.press("Space");
    person.tabs_to("it.name === 'new-sign'");
    page.type_text("I bake at night");
    page.press("Tab");
    page.press("Enter");
    assert_eq!(reader.status(), "Added: I bake at night");
    assert_eq!(page.focused("it.name"), "new-sign", "ready for the next one");

    let order =
        || page.eval("[...document.querySelectorAll('.own-signs [data-text=sign]')].map(e => e.innerText)");
    assert_eq!(order(), json!(["Awake past two", "I am tense, jumpy or quick to snap", "I bake at night"]));
    person.tabs_to("it.dataset.action === 'up' && it.dataset.for === 'own-1'");
    page.press("Enter");
    assert_eq!(order(), json!(["Awake past two", "I bake at night", "I am tense, jumpy or quick to snap"]));
    assert_eq!(page.focused("it.dataset.action + it.dataset.for"), "upown-1", "the focus goes along");
    assert_eq!(reader.status(), "I bake at night: Among the first, place 2 of 3");
    person.tabs_to("it.name === 'stage.tense'");
    page.press("ArrowDown");
    page.press("ArrowDown");
    assert!(page.sees("[data-list=late] [data-id=tense]"), "a select changes its stage");
    assert_eq!(page.focused("it.name"), "stage.tense");
    person.tabs_to("it.dataset.action === 'remove-sign' && it.dataset.for === 'tense'");
    page.press("Enter");
    assert_eq!(page.count(".own-signs li"), 2);
    assert!(page.focused("'undo' in it.dataset").as_bool().unwrap(), "what was removed can come back");
    page.press("Enter");
    assert_eq!(page.count(".own-signs li"), 3);
    assert!(page.is("document.querySelector('[name=\"sort.tense\"][value=mine]').checked"));

    person.tabs_to("it.dataset.action === 'part' && it.dataset.for === 'well'");
    page.press("Enter");
    assert!(page.focused("it.matches('[data-part=well] h2')").as_bool().unwrap());
    for sign in ["sleep", "own-1", "tense"] {
        // "From my good weeks" is chosen; the arrow goes on to 0.
        person.tabs_to(&format!("it.name === 'usual.{sign}'"));
        page.press("ArrowDown");
    }
    assert!(page.text("[data-list=usual]").contains("Your usual is 0: Not at all. You chose it."));

    page.eval("document.querySelector('.list-parts [data-for=levels]').focus()");
    page.press("Enter");
    person.tabs_to("it.name === 'plan.yellow-own'");
    page.type_text("Bed at ten");
    page.press("Tab");
    page.press("Enter");
    let written = page.eval("document.querySelector('[name=\"plan.yellow-own\"]').value");
    assert_eq!(written, "Bed at ten\nGo to bed earlier", "a suggestion comes only by a press");

    page.eval("document.querySelector('.list-parts [data-for=week]').focus()");
    page.press("Enter");
    for sign in ["sleep", "own-1", "tense"] {
        person.tabs_to(&format!("it.name === 'rate.{sign}'"));
        page.press("ArrowDown");
    }
    person.tabs_to("it.dataset.action === 'stand'");
    page.press("Enter");
    let said = reader.stands_at("yellow");
    assert!(said.contains("All your signs together are 3 points above your usual, as you set"), "{said}");
    assert!(said.contains("Awake past two: 1 point above your usual, new with this rating"), "{said}");
    assert!(said.contains("Bed at ten") && said.contains("What you agreed on"), "{said}");
    assert!(is_no_verdict(&said), "{said}");
    assert!(page.focused("it.matches('[data-standing-heading]')").as_bool().unwrap());
}

/// FR-1 on a phone, by touch, in Spanish: one card at a time, more groups, a good week as the usual.
#[test]
fn fr_1_by_touch_in_spanish() {
    let server = site::serve();
    let page = chromium().page();
    page.phone(360, 740);
    let reader = Reader::on(page, &server, "es");
    let page = reader.page();
    let tap = |selector: &str| page.tap(selector);
    tap("label:has([name=\"group.mania\"])");
    tap("label:has([name=mode][value=cards])");
    page.wait_for("document.querySelectorAll('[data-card]:not([hidden])').length === 1");
    assert_eq!(page.text("[data-card-place]"), "Tarjeta 1 de 26");
    tap("[data-card=sleep] label:has([value=mine])");
    tap("[data-action=next-card]");
    page.wait_for("!document.querySelector('[data-card=day-night]').hidden");
    tap("label:has([name=mode][value=list])");
    tap("[data-card=little-sleep] label:has([value=mine])");
    tap("[data-card=talk] label:has([value=sometimes])");
    page.wait_for("document.querySelectorAll('.own-signs li').length === 2");
    assert_eq!(page.text("[data-list=sometimes]"), "Hablo más y más rápido");
    tap(".list-parts [data-for=week]");
    for week in [14, 7] {
        reader.writes("day", &reader.day(week));
        tap("label:has([name=\"rate.sleep\"][value=\"1\"])");
        tap("label:has([name=\"rate.little-sleep\"][value=\"0\"])");
        tap("label:has([name=well-week])");
        tap("[data-action=stand]");
    }
    page.wait_for("document.querySelector('.standing')");
    reader.writes("day", &reader.day(0));
    tap("label:has([name=\"rate.sleep\"][value=\"3\"])");
    tap("label:has([name=\"rate.little-sleep\"][value=\"2\"])");
    tap("[data-action=stand]");
    page.wait_for("document.querySelector('.standing.level-orange')");
    let said = page.text(".standing");
    assert!(said.contains("2 de tus señales están tan por encima de lo habitual"), "{said}");
    assert!(is_no_verdict(&said));
    let wide = page.eval("document.scrollingElement.scrollWidth").as_u64().unwrap();
    assert!(wide <= 360, "{wide} px wide");
}

/// No work is lost: a copy opens again, in the other language too; starting again asks first; removals come back.
#[test]
fn a_copy_opens_again_and_starting_again_asks_first() {
    let server = site::serve();
    let reader = Reader::opens(&server, "");
    reader.has_a_list();
    reader.rates(0, &[("sleep", 2)]);
    let copy = reader.takes("copy");
    assert!(copy.contains("Go to bed at ten") && copy.contains("My early signs: a copy"), "{copy}");
    assert!(copy.contains("\nYellow: Something has changed\n- What I do: Go to bed at ten\n"), "{copy}");
    reader.presses("again");
    assert!(reader.page().focused("it.dataset.action === 'again-no'").as_bool().unwrap());
    reader.presses("again-no");
    reader.stands_at("yellow");
    reader.presses("again");
    reader.presses("again-yes");
    assert_eq!(reader.status(), "Everything is cleared.");
    assert_eq!(reader.page().count(".own-signs li, .standing, [data-card] :checked"), 0);
    let values = "[...document.querySelectorAll('textarea, input[type=text]')].map(f => f.value).join('')";
    assert_eq!(reader.page().eval(values), "");

    reader.goes_to(&server, "es");
    let spanish = &reader;
    spanish.receives(&copy);
    assert_eq!(spanish.status(), "Tu copia está abierta.");
    let said = spanish.stands_at("yellow");
    assert!(said.contains("Duermo menos que de costumbre") && said.contains("Go to bed at ten"), "{said}");
    assert_eq!(spanish.takes("copy").lines().last(), copy.lines().last());
}
