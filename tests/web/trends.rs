//! What is kept of a questionnaire, over time. SA-7, CP-6, CP-7.

use browser::{Media, Server, axe, probes};
use serde_json::json;

use crate::kept::Kept;
use crate::person::Person;
use crate::vectors::table::CARER;
use crate::{chromium, none, site};

const TRENDS: &str = ".keep .trends";

/// The day that the page believes to be today comes from its address: `?day=2026-03-03`.
const CLOCK: &str = "{
    const day = new URLSearchParams(location.search).get('day');
    const Real = Date;
    if (day) Date = class extends Real {
        constructor(...given) { given.length ? super(...given) : super(day + 'T12:00:00') }
    };
}";

fn comes(server: &Server, path: &str, tool: &str) -> Kept {
    let page = chromium().page();
    page.before_scripts(CLOCK);
    let person = Person::uses(page, tool);
    person.goes_to(&server.url(path));
    Kept::waits(person)
}

impl Kept {
    /// Comes on a day, opens what is kept, answers and saves.
    #[track_caller]
    fn saves_on(&self, url: &str, day: &str, phrase: &str, answers: &[u32]) {
        self.comes_again(&format!("{url}?day={day}"));
        self.unlocks(phrase);
        let rows = self.rows();
        self.person.answers_all(answers);
        self.presses("save");
        self.person
            .page
            .wait_for(&format!("document.querySelectorAll('.keep [data-id]').length === {}", rows + 1));
        self.is_told("saved");
    }
}

fn summary(kept: &Kept) -> String {
    kept.person.page.text(&format!("{TRENDS} [data-trend=total] [data-summary]"))
}

/// The numbers beside the points, from left to right.
fn numbers(kept: &Kept, score: &str) -> serde_json::Value {
    kept.person.page.eval(&format!(
        "[...document.querySelectorAll('{TRENDS} [data-trend={score}] text.number')].map(it => +it.textContent)"
    ))
}

fn has_no_trace(kept: &Kept) -> bool {
    kept.person.page.is(&format!(
        "(() => {{ const part = document.querySelector('{TRENDS}');
            return part.hidden && !part.querySelector('[data-copy]')
                && [...part.querySelectorAll('[data-summary],[data-name],[data-first]')].every(it => !it.textContent)
                && [...part.querySelectorAll('[data-line],[data-dots]')].every(it => !it.getAttribute('d')) }})()"
    ))
}

/// SA-7: one result makes no chart; two make a line before its bands, a table, and one sentence. Locking takes all of
/// it away at once, and removing one leaves what is left.
#[test]
fn repeats_make_a_line_before_bands_a_table_and_one_sentence() {
    let server = site::serve();
    let url = server.url("/tools/phq-9/keep/");
    let kept = comes(&server, "/tools/phq-9/keep/?day=2026-01-05", "phq-9");
    let page = &kept.person.page;
    assert!(has_no_trace(&kept));
    kept.person.answers_all(&[2, 2, 2, 2, 2, 2, 0, 0, 0]);
    let phrase = kept.takes_made_phrase();
    kept.waits_for("open");
    let said = summary(&kept);
    assert!(said.contains("One result is saved, on 5 January 2026: 12."), "{said}");
    assert!(!page.sees(&format!("{TRENDS} svg.trend-chart")), "one result makes no chart");

    kept.saves_on(&url, "2026-02-02", &phrase, &[2, 2, 2, 1, 1, 1, 0, 0, 0]);
    kept.saves_on(&url, "2026-03-01", &phrase, &[1, 1, 1, 1, 0, 0, 0, 0, 0]);
    assert_eq!(
        summary(&kept),
        "3 results from 5 January 2026 to 1 March 2026: the first was 12, and the latest is 4, so the number went down by 8."
    );
    assert_eq!(numbers(&kept, "total"), json!([12, 9, 4]));
    assert!(page.sees(&format!("{TRENDS} svg.trend-chart")));
    assert_eq!(
        page.eval(&format!("document.querySelector('{TRENDS} svg.trend-chart title').textContent")),
        "Total score. 5 January 2026: 12; 2 February 2026: 9; 1 March 2026: 4"
    );
    // Each point lies on its own band.
    let bands = page.eval(&format!(
        "(() => {{ const bands = [...document.querySelectorAll('{TRENDS} svg.trend-chart rect.band')].map(it => it.getBoundingClientRect());
            const letters = [...document.querySelectorAll('{TRENDS} svg.trend-chart .letter')].map(it => it.textContent);
            const line = document.querySelector('{TRENDS} [data-line]');
            return line.getAttribute('d').split(/(?=[ML])/).map(point => {{
                const [x, y] = point.slice(1).split(' ').map(Number);
                const at = new DOMPoint(x, y).matrixTransform(line.getScreenCTM());
                return letters[bands.findIndex(band => band.top <= at.y && at.y <= band.bottom)] }}) }})()"
    ));
    assert_eq!(bands, json!(["C", "B", "A"]));
    let key = page.text(&format!("{TRENDS} .trend-key li:last-child"));
    assert!(key.contains("0 to 4: Few or no signs of depression"), "{key}");

    page.click(&format!("{TRENDS} .trend summary"));
    let table = page.eval(&format!(
        "[...document.querySelectorAll('{TRENDS} tbody tr')].map(row => [...row.cells].map(cell => cell.textContent))"
    ));
    assert_eq!(
        table,
        json!([
            ["1 March 2026", "4", "Few or no signs of depression"],
            ["2 February 2026", "9", "Mild signs of depression"],
            ["5 January 2026", "12", "Moderate signs of depression"]
        ])
    );

    // The newest is removed.
    kept.presses("remove");
    page.click(".keep [data-id]:first-child [data-action=remove-yes]");
    kept.is_told("removed");
    assert_eq!(numbers(&kept, "total"), json!([12, 9]));
    assert!(summary(&kept).contains("went down by 3"), "{}", summary(&kept));

    kept.presses("lock");
    kept.waits_for("locked");
    assert!(has_no_trace(&kept), "locked");
    kept.unlocks(&phrase);
    assert_eq!(numbers(&kept, "total"), json!([12, 9]));
    page.eval(
        "document.querySelectorAll('.keep [data-view=open] > details').forEach(part => part.open = true)",
    );
    kept.presses("erase");
    kept.waits_for("erase");
    kept.presses("erase-yes");
    kept.is_told("erased");
    assert!(has_no_trace(&kept), "erased");
}

/// SA-7: subscales have their own lines. A number that stays, one that goes up; several on one day.
#[test]
fn every_score_with_bands_has_its_line() {
    let server = site::serve();
    let url = server.url("/tools/phq-4/keep/");
    let kept = comes(&server, "/tools/phq-4/keep/?day=2026-01-05", "phq-4");
    kept.person.answers_all(&[1, 1, 2, 2]);
    let phrase = kept.takes_made_phrase();
    kept.saves_on(&url, "2026-01-05", &phrase, &[1, 2, 1, 2]);
    assert_eq!(
        summary(&kept),
        "2 results on 5 January 2026: the first was 6, and the latest is 6, the same number."
    );
    kept.person.answers_all(&[2, 2, 1, 2]);
    kept.presses("save");
    kept.person.page.wait_for("document.querySelectorAll('.keep [data-id]').length === 3");
    assert_eq!(numbers(&kept, "anxiety"), json!([2, 3, 4]));
    assert_eq!(numbers(&kept, "depression"), json!([4, 3, 3]));
    let said = kept.person.page.text(&format!("{TRENDS} [data-trend=anxiety] [data-summary]"));
    assert!(said.ends_with("so the number went up by 2."), "{said}");
    let places = kept.person.page.eval(&format!(
        "[...document.querySelectorAll('{TRENDS} [data-trend=anxiety] text.number')].map(it => +it.getAttribute('x'))"
    ));
    assert!(places[0].as_i64() < places[1].as_i64() && places[1].as_i64() < places[2].as_i64(), "{places}");
}

/// SA-7: what was made with another version stands apart, as it was; no line joins it. In Spanish.
#[test]
fn other_versions_are_never_joined_and_stand_as_they_were() {
    let server = site::serve();
    let path = "/es/tools/carer-check-in/keep/";
    let page = chromium().page();
    page.before_scripts(CLOCK);
    // An earlier version of the form: its stamp is another.
    page.before_scripts(
        "if (location.search.includes('old')) new MutationObserver((_, watch) => {
            const keep = document.querySelector('.keep');
            if (!keep) return;
            keep.dataset.stamp = '0123456789abcdef';
            watch.disconnect() }).observe(document, {childList: true, subtree: true})",
    );
    let person = Person::uses(page, "carer-check-in");
    person.goes_to(&server.url(&format!("{path}?day=2025-12-01&old")));
    let kept = Kept::waits(person);
    let answer = |sleep: &str| {
        for item in CARER.iter().copied() {
            kept.person.answers(item, if item == "sleep" { sleep } else { "yes" });
        }
        kept.person.answers("safe", "yes");
    };
    answer("yes");
    let phrase = kept.takes_made_phrase();
    for (day, sleep) in [("2026-01-05", "yes"), ("2026-03-03", "no")] {
        kept.comes_again(&server.url(&format!("{path}?day={day}")));
        kept.unlocks(&phrase);
        answer(sleep);
        kept.presses("save");
        kept.is_told("saved");
    }
    let page = &kept.person.page;
    assert_eq!(
        summary(&kept),
        "2 resultados del 5 de enero de 2026 al 3 de marzo de 2026: el primero fue 11 y el último es 10; el número bajó 1."
    );
    assert_eq!(numbers(&kept, "total"), json!([11, 10]));
    let apart = page.text(&format!("{TRENDS} [data-others]"));
    assert!(apart.contains("otra versión") && apart.contains("1 de diciembre de 2025"), "{apart}");
    assert!(apart.contains(": 11"), "the number of that time: {apart}");
    let language = page.eval(&format!("document.querySelector('{TRENDS} [data-said]').lang"));
    assert_eq!(language, "es");
    assert!(!page.sees(&format!("{TRENDS} [data-open-ones]")));
    // One without all answers has no result, and is not in the line.
    page.click("[data-action=again]");
    kept.person.answers("sleep", "yes");
    kept.presses("save");
    page.wait_for("document.querySelectorAll('.keep [data-id]').length === 4");
    assert_eq!(numbers(&kept, "total"), json!([11, 10]));
    assert!(page.text(&format!("{TRENDS} [data-open-ones]")).contains("3 de marzo de 2026"));
}

/// Bands that differ by group lie behind only where all results are of one group.
#[test]
fn bands_of_a_group_lie_behind_results_of_that_group_alone() {
    let server = site::serve();
    let url = server.url("/tools/audit-c/keep/");
    let kept = comes(&server, "/tools/audit-c/keep/?day=2026-01-05", "audit-c");
    let answers = |line: &str| {
        for item in ["q1", "q2", "q3"] {
            let first = kept.person.page.eval(&format!("document.querySelector('input[name={item}]').value"));
            kept.person.answers(item, first.as_str().unwrap());
        }
        kept.person.answers("line", line);
    };
    answers("women");
    let phrase = kept.takes_made_phrase();
    let saves = |day: &str, line: &str| {
        kept.comes_again(&format!("{url}?day={day}"));
        kept.unlocks(&phrase);
        answers(line);
        kept.presses("save");
        kept.is_told("saved");
    };
    saves("2026-02-05", "women");
    let page = &kept.person.page;
    assert!(page.sees(&format!("{TRENDS} .trend-key[data-of-group=women]")));
    assert!(!page.sees(&format!("{TRENDS} .trend-key[data-of-group=men]")));
    saves("2026-03-05", "men");
    assert!(!page.sees(&format!("{TRENDS} .trend-key")), "no bands are true for both");
    assert_eq!(numbers(&kept, "total"), json!([0, 0, 0]));
}

/// SA-8 and more: by keys alone, and by touch on a small telephone; axe and the probes, in both languages.
#[test]
fn it_is_read_by_keys_and_on_a_telephone() {
    for path in ["", "es/"] {
        let server = site::serve();
        let page = chromium().page();
        page.before_scripts(CLOCK);
        page.media(Media { still: true, ..Media::default() });
        let person = Person::uses(page, "phq-4");
        let url = server.url(&format!("/{path}tools/phq-4/keep/"));
        person.goes_to(&format!("{url}?day=2026-01-05"));
        let kept = Kept::waits(person);
        kept.person.answers_all(&[1, 1, 2, 2]);
        let phrase = kept.takes_made_phrase();
        kept.saves_on(&url, "2026-02-07", &phrase, &[1, 2, 0, 2]);
        let page = &kept.person.page;
        kept.person.tabs_to("it.matches('.trend summary')");
        page.press("Enter");
        assert!(page.sees(&format!("{TRENDS} table")));
        kept.person.tabs_to("it.matches('.reminder summary')");
        page.press("Enter");
        page.eval("document.querySelectorAll('.keep details').forEach(part => part.open = true)");
        page.eval("scrollTo({ top: 0, behavior: 'instant' })");
        let mut found = axe::violations(page);
        page.phone(320, 640);
        found.extend(probes::target_size(page));
        found.extend(probes::reflow(page));
        let wide = page.eval(&format!(
            "document.querySelector('{TRENDS} svg.trend-chart').getBoundingClientRect().width"
        ));
        assert!(wide.as_f64().unwrap() > 200.0, "{wide}");
        page.eval("document.querySelectorAll('.keep .trend details').forEach(part => part.open = false)");
        page.tap(&format!("{TRENDS} .trend summary"));
        page.wait_for(&format!("document.querySelector('{TRENDS} .trend details').open"));
        page.media(Media { dark: true, forced: true, ..Media::default() });
        assert!(page.sees(&format!("{TRENDS} svg.trend-chart")));
        page.media(Media { print: true, ..Media::default() });
        assert!(page.sees(&format!("{TRENDS} svg.trend-chart")), "it goes on paper while it is open");
        assert!(!page.sees(".keep [data-action=save]"));
        none(&found);
    }
}

/// One question at a time is remembered by whoever saves, and by nobody else.
#[test]
fn one_question_at_a_time_is_remembered_only_by_who_saves() {
    const ONE: &str = "document.querySelector('[data-action=mode]').ariaPressed";
    let server = site::serve();
    let url = server.url("/tools/gad-7/keep/");
    let kept = Kept::opens(&server, "gad-7");
    let page = &kept.person.page;
    page.click("[data-action=mode]");
    kept.comes_again(&url);
    assert_eq!(page.eval(ONE), "false", "nothing was saved");
    kept.person.answers_all(&[1; 7]);
    page.click("[data-action=mode]");
    let phrase = kept.takes_made_phrase();
    kept.comes_again(&url);
    assert_eq!(page.eval(ONE), "false", "it is locked");
    kept.unlocks(&phrase);
    assert_eq!(page.eval(ONE), "true");
    assert_eq!(page.count("fieldset[data-item]:not([data-away])"), 1);
    // The reader's own press counts from here on.
    page.click("[data-action=mode]");
    kept.person.answers_all(&[2; 7]);
    kept.presses("save");
    page.wait_for("document.querySelectorAll('.keep [data-id]').length === 2");
    assert_eq!(page.eval(ONE), "false");
    // Opening one restores it with its answers.
    page.click(".keep [data-id]:last-child [data-action=load]");
    kept.is_told("loaded-undo");
    assert_eq!(page.eval(ONE), "true");
    kept.presses("lock");
    kept.waits_for("locked");
    assert_eq!(page.eval(ONE), "false", "locked, it is as it was at first");
}

/// A form that keeps its words in both languages is the same form in both: what was saved on one page is joined with
/// what was saved on the other.
#[test]
fn a_form_in_its_own_words_is_one_form_in_both_languages() {
    let server = site::serve();
    let person = Person::uses(chromium().page(), "phq-9");
    person.goes_to(&server.url("/es/tools/phq-9/keep/"));
    let kept = Kept::waits(person);
    kept.person.answers_all(&[1, 2, 3, 0, 1, 2, 3, 0, 1]);
    let phrase = kept.takes_made_phrase();
    kept.comes_again(&server.url("/tools/phq-9/keep/"));
    kept.unlocks(&phrase);
    kept.person.answers_all(&[1, 1, 1, 1, 1, 1, 1, 1, 1]);
    kept.presses("save");
    kept.is_told("saved");
    assert_eq!(numbers(&kept, "total"), json!([13, 9]));
    let page = &kept.person.page;
    assert!(!page.sees(&format!("{TRENDS} [data-others]")));
    kept.comes_again(&server.url("/es/tools/phq-9/keep/"));
    kept.unlocks(&phrase);
    let page = &kept.person.page;
    page.wait_for(&format!(
        "document.querySelector('{TRENDS} [data-summary]')?.textContent.includes('2 resultados')"
    ));
    assert!(page.text(&format!("{TRENDS} [data-trend=total]")).contains("Señales moderadas de depresión"));
}
