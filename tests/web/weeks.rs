//! A list of early signs over several weeks, kept between them: rated, saved, opened again, met by a level, seen by
//! somebody else, and looked at over time. FR-1 to FR-4 with CP-5 and CP-6.

use serde_json::json;

use crate::site;
use crate::walk::{By, Walk};

/// What the page says in one language.
struct Words {
    path: &'static str,
    calm: &'static str,
    sum: &'static str,
    agreed: &'static str,
    honest: &'static str,
    taken_in: &'static str,
    summary: &'static str,
}

const ENGLISH: Words = Words {
    path: "/tools/early-signs/",
    calm: "None of your signs is above your usual",
    sum: "All your signs together are 2 points above your usual, as you set",
    agreed: "Go to bed at ten",
    honest: "4 in 10",
    taken_in: "1 entry of Ana is in your list now.",
    summary: "You looked 4 times",
};

const SPANISH: Words = Words {
    path: "/es/tools/early-signs/",
    calm: "Ninguna de tus señales está por encima",
    sum: "Todas tus señales juntas están 2 puntos por encima de lo habitual, como pusiste",
    agreed: "Me acuesto a las diez",
    honest: "4 de cada 10",
    taken_in: "1 entrada de Ana está ahora en tu lista.",
    summary: "Miraste 4 veces",
};

#[test]
fn fr_4_weeks_by_keyboard_in_english() {
    several_weeks(By::Keys, &ENGLISH);
}

#[test]
fn fr_4_weeks_by_touch_in_spanish() {
    several_weeks(By::Touch, &SPANISH);
}

#[track_caller]
fn turns_to(walk: &Walk, part: &str) {
    walk.presses(&format!(".list-parts [data-for={part}]"));
    walk.page().wait_for(&format!("!document.querySelector('[data-part={part}]').hidden"));
}

/// Rates both signs, and reads where that leaves the person.
#[track_caller]
fn rates(walk: &Walk, values: [u8; 2]) -> String {
    for (sign, value) in ["sleep", "tense"].into_iter().zip(values) {
        walk.chooses(&format!("rate.{sign}"), &value.to_string());
    }
    walk.presses("[data-action=stand]");
    walk.page().wait_for("document.activeElement.matches('[data-standing-heading]')");
    let said = walk.page().text(".standing");
    assert!(!said.to_lowercase().contains("relaps") && !said.to_lowercase().contains("recaíd"), "{said}");
    said
}

/// Saves again, under the phrase of the beginning.
#[track_caller]
fn saves(walk: &Walk, times: usize) {
    walk.keeps("save");
    walk.kept.is_told("saved");
    assert_eq!(walk.kept.rows(), times);
}

/// A week later: the notice at the top leads to the phrase, and the list goes on where it was.
#[track_caller]
fn a_week_later(walk: &Walk, url: &str, phrase: &str) {
    walk.comes_back(7, url);
    assert_eq!(walk.page().count(".own-signs li"), 0, "locked, nothing of it is in the page");
    walk.unlocks_from_the_top(phrase);
    assert_eq!(
        walk.page().focused("it.matches('[data-part=week] h2')"),
        true,
        "at the week, without a search"
    );
    assert_eq!(walk.page().count("[data-list=week] input:checked"), 0, "a new week has no rating yet");
}

#[track_caller]
fn several_weeks(by: By, words: &Words) {
    let server = site::serve();
    let url = server.url(words.path);
    let walk = Walk::begins(by, &server, words.path);
    let page = walk.page();

    // The first day: two signs, their usual, what is agreed, a calm week.
    walk.chooses("sort.sleep", "mine");
    walk.chooses("sort.tense", "mine");
    turns_to(&walk, "well");
    walk.chooses("usual.sleep", "0");
    walk.chooses("usual.tense", "0");
    turns_to(&walk, "levels");
    walk.writes("[name=\"plan.yellow-own\"]", words.agreed);
    turns_to(&walk, "week");
    let said = rates(&walk, [0, 0]);
    assert!(page.sees(".standing.level-green") && said.contains(words.calm), "{said}");
    let phrase = walk.keeps_it();
    walk.kept.waits_for("open");

    // The second week: a little of each is two points in all.
    a_week_later(&walk, &url, &phrase);
    let said = rates(&walk, [1, 1]);
    assert!(page.sees(".standing.level-yellow"), "{said}");
    assert!(said.contains(words.sum), "which signs, as the person set it: {said}");
    assert!(said.contains(words.agreed), "and what was agreed: {said}");
    assert!(page.text(".honest").contains(words.honest), "and how far that can be trusted");
    walk.fits();

    // Somebody is asked to look, too.
    turns_to(&walk, "share");
    walk.presses("[data-action=new-share]");
    page.wait_for("document.activeElement.name === 'share-name.1'");
    walk.writes("[name=\"share-name.1\"]", "Ana");
    walk.presses("input[name=\"share-sign.1:sleep\"]");
    set_until(&walk, 60);
    let (name, asked) = walk.takes(|| walk.presses("[data-action=take][data-for=\"1\"]"));
    assert!(name.starts_with("signs-2"), "{name}");
    saves(&walk, 2);
    let answer = looks_too(&walk, words, &asked);

    // The third week: what she saw comes in, stands beside the own ratings, and changes no level.
    a_week_later(&walk, &url, &phrase);
    let said = rates(&walk, [2, 2]);
    assert!(page.sees(".standing.level-orange"), "{said}");
    turns_to(&walk, "share");
    walk.opens_file("[data-open=list]", &answer);
    page.wait_for(&format!(
        "document.querySelector('[data-status]').textContent === {}",
        json!(words.taken_in)
    ));
    assert_eq!(page.count("[data-list=seen] .seen"), 1);
    saves(&walk, 3);

    // The fourth week: a look back over all of it.
    a_week_later(&walk, &url, &phrase);
    let said = rates(&walk, [0, 0]);
    assert!(page.sees(".standing.level-green"), "{said}");
    turns_to(&walk, "time");
    assert!(page.text("[data-summary]").starts_with(words.summary), "{}", page.text("[data-summary]"));
    let dots =
        "document.querySelector('[data-chart=sum] [data-dots]').getAttribute('d').split('M').length - 1";
    assert_eq!(page.eval(dots), 4);
    assert_eq!(page.count(".sign-charts li"), 2);
    let sums = page
        .eval("[...document.querySelectorAll('[data-list=table] [data-text=sum]')].map(e => e.innerText)");
    assert_eq!(sums, json!(["0", "4", "2", "0"]), "the latest first, and nothing of what others saw");
    turns_to(&walk, "share");
    assert!(page.text("[data-list=seen]").contains('3'), "what was seen has been kept, too");
    saves(&walk, 4);
    assert!(!walk.kept.dump().contains("Ana"), "all of it only where nobody can read it");
    walk.fits();
    assert_eq!(page.problems(), Vec::<String>::new());
}

/// The last day of an agreement. Fields for dates differ too much between languages to be typed.
fn set_until(walk: &Walk, days: u32) {
    walk.page().eval(&format!(
        "(() => {{ const day = new Date(Date.now() + {days} * 86400000).toISOString().slice(0, 10);
            const field = document.querySelector('[name=\"share-until.1\"]');
            field.value = day; field.dispatchEvent(new Event('change', {{ bubbles: true }})); return true }})()"
    ));
}

/// FR-2: where nothing of the list is kept, and in the same week, Ana opens the file, writes what she saw, and makes
/// her answer.
#[track_caller]
fn looks_too(ana: &Walk, words: &Words, asked: &str) -> String {
    let elsewhere = site::serve();
    ana.comes_back(0, &elsewhere.url(words.path));
    assert_eq!(ana.kept.view(), "nothing", "another origin is another device");
    ana.opens_file("[data-open=list]", asked);
    ana.page().wait_for("!document.querySelector('[data-guest]').hidden");
    ana.chooses("guest-rate.sleep", "3");
    ana.presses("[data-action=guest-done]");
    let (_, answer) = ana.takes(|| ana.presses("[data-action=take][data-for=answer]"));
    answer
}
