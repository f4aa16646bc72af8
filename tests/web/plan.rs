//! Plans as people make them: written by keyboard and by touch, moved, taken back, shown in a hard moment, printed,
//! looked back on, taken along.

use browser::{Media, Page, Server, axe, probes};
use serde_json::json;

use crate::{chromium, none, site};

/// A person with a plan open.
struct Writer<'a> {
    page: Page<'a>,
}

impl Writer<'_> {
    fn opens(server: &Server, path: &str) -> Self {
        let page = chromium().page();
        page.goto(&server.url(path));
        page.wait_for("document.querySelector('[data-tool]').dataset.state === 'ready'");
        Writer { page }
    }

    /// The field of a row, counted from 1.
    fn field(section: &str, row: usize, field: usize) -> String {
        format!("[data-section={section}] [data-row]:nth-child({row}) [data-field=\"{field}\"]")
    }

    /// Writes into a row, adding it if it is not there.
    #[track_caller]
    fn writes(&self, section: &str, row: usize, field: usize, text: &str) {
        let target = Self::field(section, row, field);
        if self.page.count(&target) == 0 {
            self.page.click(&format!("[data-section={section}] [data-action=add]"));
        }
        self.page.click(&target);
        self.page.call("Input.insertText", &json!({ "text": text }));
    }

    /// What stands in the first field of each row of a section.
    fn lines(&self, section: &str) -> Vec<String> {
        let lines = self.page.eval(&format!(
            "[...document.querySelectorAll('[data-section={section}] [data-row] [data-field=\"0\"]')].map(f => f.value)"
        ));
        lines.as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()).collect()
    }

    /// Goes by Tab to what the expression holds for.
    #[track_caller]
    fn tabs_to(&self, expression: &str) {
        for _ in 0..250 {
            if self.page.focused(expression) == true {
                return;
            }
            self.page.press("Tab");
        }
        panic!("no Tab leads to {expression}");
    }

    #[track_caller]
    fn tap(&self, selector: &str) {
        self.page.tap(selector);
    }

    #[track_caller]
    fn told(&self, sentence: &str) {
        self.page.wait_for(&format!(
            "document.querySelector('[data-status]').textContent.includes({})",
            json!(sentence)
        ));
    }
}

/// Fills the plan of the site with people and words, enough for every view.
fn filled(server: &Server, path: &str) -> Writer<'static> {
    let writer = Writer::opens(server, path);
    writer.writes("alone", 1, 0, "Hold something cold");
    writer.writes("alone", 2, 0, "Feed the cat");
    writer.writes("people", 1, 0, "My sister Ana");
    writer.writes("people", 1, 1, "+1 (555) 010-0199");
    writer.writes("people", 1, 2, "after six");
    writer.writes("reasons", 1, 0, "My daughter");
    writer
}

/// CP-2, CP-4: what stands in place of a number and cannot be called by a press is still there to be read.
#[test]
fn in_a_hard_moment_no_number_is_left_out_and_none_is_called_wrongly() {
    let server = site::serve();
    let writer = filled(&server, "/tools/keep-safe-plan/");
    writer.writes("people", 2, 0, "Ben");
    writer.writes("people", 2, 1, "ask Ana");
    writer.writes("people", 3, 0, "Help line");
    writer.writes("people", 3, 1, "1-800-273-TALK (8255)");
    let page = &writer.page;
    page.click(".plan-large [data-action=crisis]");
    let ways = "[...document.querySelectorAll('[data-crisis-view] .plan-said-contacts')].map(one => [
        one.querySelector('[data-call]').innerText.trim(), one.querySelector('[data-call]').getAttribute('href'),
        one.querySelector('[data-message]').checkVisibility()])";
    assert_eq!(
        page.eval(ways),
        json!([
            ["Call\n+1 (555) 010-0199", "tel:+15550100199", true],
            ["ask Ana", null, false],
            ["Call\n1-800-273-TALK (8255)", "tel:18002738255", true]
        ])
    );
}

/// CP-1: by keyboard alone a person writes, adds, moves, removes, and brings back.
#[test]
fn a_plan_is_written_by_keyboard_alone() {
    let server = site::serve();
    for (path, moved) in
        [("/tools/keep-safe-plan/", "now number 1"), ("/es/tools/keep-safe-plan/", "la número 1")]
    {
        let writer = Writer::opens(&server, path);
        let page = &writer.page;
        let in_signs = "it.closest('[data-section=signs]')";
        writer.tabs_to(&format!("Boolean({in_signs} && it.matches('[data-field]'))"));
        page.type_text("first");
        writer.tabs_to(&format!("Boolean({in_signs} && it.matches('[data-action=add]'))"));
        page.press("Enter");
        assert_eq!(
            page.focused("it.matches('[data-row]:nth-child(2) [data-field]')"),
            true,
            "the new row is at hand"
        );
        page.type_text("second");
        writer.tabs_to("it.matches('[data-action=up]') && it.closest('[data-row]:nth-child(2)') !== null");
        page.press("Enter");
        assert_eq!(writer.lines("signs"), ["second", "first"]);
        writer.told(moved);
        let stays = "it.matches('[data-row]:nth-child(1) [data-action=up]')";
        assert_eq!(page.focused(stays), true, "the focus goes along with the row");
        page.press("Enter");
        assert_eq!(writer.lines("signs"), ["second", "first"], "the first row goes no further");
        page.press("Tab");
        page.press("Space");
        assert_eq!(writer.lines("signs"), ["first", "second"]);
        page.press("Tab");
        assert_eq!(page.focused("it.matches('[data-row]:nth-child(2) [data-action=remove]')"), true);
        page.press("Enter");
        assert_eq!(writer.lines("signs"), ["first"]);
        assert_eq!(page.focused("it.matches('[data-section=signs] [data-action=undo]')"), true);
        page.press("Enter");
        assert_eq!(writer.lines("signs"), ["first", "second"], "nothing is lost");
        assert_eq!(page.focused("it.value"), "second");
        assert!(!page.sees("[data-section=signs] [data-undo]"));
        let wanted: Vec<String> = Vec::new();
        assert_eq!(page.problems(), wanted);
    }
}

/// CP-1: the same by touch; an idea is chosen, never filled in, and goes as it came.
#[test]
fn a_plan_is_written_by_touch_and_ideas_are_opt_in() {
    let server = site::serve();
    let page = chromium().page();
    page.phone(360, 740);
    page.goto(&server.url("/tools/coping-plan/"));
    page.wait_for("document.querySelector('[data-tool]').dataset.state === 'ready'");
    let writer = Writer { page };
    let page = &writer.page;
    let empty = "[...document.querySelectorAll('[data-row] [data-field]')].every(f => !f.value)";
    assert!(page.is(empty), "nothing is filled in");
    writer.tap("[data-section=skills] [data-ideas] summary");
    let idea = "[data-section=skills] [data-action=idea]";
    assert!(
        page.text("[data-section=skills] [data-ideas]").contains("panic"),
        "a caution stands by the idea"
    );
    writer.tap(idea);
    let text =
        page.eval(&format!("document.querySelector('{idea}').dataset.text")).as_str().unwrap().to_owned();
    assert_eq!(writer.lines("skills"), [text.as_str()]);
    assert!(page.is(&format!("document.querySelector('{idea}').getAttribute('aria-pressed') === 'true'")));
    writer.tap("[data-section=skills] li:nth-child(2) [data-action=idea]");
    assert_eq!(writer.lines("skills").len(), 2);
    writer.tap("[data-section=skills] [data-row]:nth-child(2) [data-action=up]");
    assert_eq!(writer.lines("skills")[1], text);
    writer.tap(idea);
    assert_eq!(writer.lines("skills").len(), 1, "a second press takes it away");
    writer.tap("[data-section=skills] [data-action=undo]");
    assert_eq!(writer.lines("skills").len(), 2, "and it can come back");
}

/// CP-2: one press: large, in order, tap to call, nothing to edit; and back.
#[test]
fn the_view_for_a_hard_moment_is_one_press_away() {
    let server = site::serve();
    for lang in ["", "/es"] {
        let writer = filled(&server, &format!("{lang}/tools/keep-safe-plan/"));
        let page = &writer.page;
        page.click(".plan-large [data-action=crisis]");
        assert_eq!(page.focused("it.matches('[data-crisis-heading]')"), true);
        assert!(
            !page.sees("form") && !page.sees(".masthead") && !page.sees(".footer"),
            "nothing else is there"
        );
        assert!(page.sees("[data-help-now]") && page.sees("[data-quick-exit]"), "but help and exit");
        assert_eq!(page.count("[data-crisis-view] :is(input, textarea)"), 0, "nothing to edit");
        assert!(page.sees("[data-crisis-view] .crisis a[href='tel:988']"), "the lines first");
        let size = page.eval("parseFloat(getComputedStyle(document.querySelector('.plan-said')).fontSize)");
        assert!(size.as_f64().unwrap() >= 20.0, "large type: {size}");
        let order =
            page.eval("[...document.querySelectorAll('.plan-step .plan-name')].map(e => e.textContent)");
        assert_eq!(order, json!(["Hold something cold", "Feed the cat", "My sister Ana", "My daughter"]));
        let call = page.eval("document.querySelector('.plan-step [data-call]').getAttribute('href')");
        assert_eq!(call, "tel:+15550100199");
        assert_eq!(
            page.eval("document.querySelector('.plan-step [data-message]').getAttribute('href')"),
            "sms:+15550100199"
        );
        assert!(
            page.text(".plan-step [data-call]").contains("+1 (555) 010-0199"),
            "the number is there to be read"
        );
        page.click("[data-action=edit]");
        assert!(page.sees("form") && !page.sees("[data-crisis-view]"));
        assert_eq!(page.count("[data-crisis-steps] *"), 0, "no words stay behind");
    }
}

/// CP-2: a link to the view leads to it at once, also while nothing is written yet.
#[test]
fn a_link_leads_straight_to_the_view_for_a_hard_moment() {
    let server = site::serve();
    let page = chromium().page();
    page.goto(&server.url("/tools/keep-safe-plan/#keep-safe-plan-now"));
    page.wait_for("document.querySelector('[data-tool]').dataset.state === 'crisis'");
    assert!(page.sees("[data-crisis-empty]") && page.sees("[data-crisis-view] a[href='tel:988']"));
    assert!(page.sees(".plan-step [data-stands-in]"), "nobody is named, so lines and peers stand in");
}

/// CP-2: on every page one press leads to the plan; on the plan's own page it keeps every word.
#[test]
fn my_plan_is_one_press_away_on_every_page() {
    let server = site::serve();
    let page = chromium().page();
    for (path, plan) in [
        ("/", "/tools/keep-safe-plan/"),
        ("/es/", "/es/tools/keep-safe-plan/"),
        ("/tools/phq-9/", "/tools/keep-safe-plan/"),
    ] {
        page.goto(&server.url(path));
        page.click("[data-my-plan]");
        page.wait_for("document.querySelector('[data-tool]')?.dataset.state === 'crisis'");
        assert!(page.address().contains(plan), "{}", page.address());
    }
    let writer = filled(&server, "/tools/keep-safe-plan/");
    for _ in 0..2 {
        writer.page.click("[data-my-plan]");
        assert!(writer.page.text("[data-crisis-steps]").contains("My sister Ana"));
        writer.page.click("[data-action=edit]");
        assert_eq!(writer.lines("people"), ["My sister Ana"]);
    }
}

/// Only a number becomes a link, and only one that calls.
#[test]
fn no_text_makes_a_link_lead_elsewhere() {
    let server = site::serve();
    let writer = Writer::opens(&server, "/tools/keep-safe-plan/");
    for text in [
        "javascript:alert(1)",
        "https://example.org/5550100",
        "tel:5550100",
        "5550100/../x",
        "ask at the desk",
    ] {
        writer.writes("people", 1, 1, text);
        let page = &writer.page;
        let leads = "[...document.querySelectorAll('[data-row] [data-call]')]
            .every(a => a.hidden || /^tel:[+]?[0-9]+$/.test(a.getAttribute('href')))";
        assert!(page.is(leads), "{text}");
        page.eval("(f => { f.value = ''; f.dispatchEvent(new Event('input', {bubbles: true})) })(document.activeElement)");
    }
}

/// CP-3: while nobody is named the plan asks gently; "nobody right now" is answered by lines and peers; nothing waits.
#[test]
fn without_a_helper_the_plan_asks_gently_and_never_blocks() {
    let server = site::serve();
    for (lang, answer) in [("", "Nobody right now"), ("/es", "Nadie por ahora")] {
        let writer = Writer::opens(&server, &format!("{lang}/tools/keep-safe-plan/"));
        let page = &writer.page;
        assert!(!page.sees("[data-gentle]"), "an empty plan asks for nothing");
        writer.writes("alone", 1, 0, "Tea");
        page.press("Tab");
        page.wait_for("!document.querySelector('[data-section=people] [data-gentle]').hidden");
        assert_eq!(page.text("[data-section=people] [data-gentle] button"), answer);
        page.click("[data-section=people] [data-gentle] button");
        assert!(!page.sees("[data-section=people] [data-gentle]"));
        assert!(page.sees("[data-section=people] [data-nobody] a[href='tel:988']"), "lines");
        assert!(page.sees("[data-section=people] [data-nobody] a[href*='peer-support']"), "peers");
        page.click(".plan-large [data-action=crisis]");
        assert!(page.sees("[data-crisis-view] [data-stands-in]"));
        page.click("[data-action=edit]");
        writer.writes("people", 1, 0, "Ana");
        page.press("Tab");
        page.wait_for("document.querySelector('[data-section=people] [data-nobody]').hidden");
    }
}

/// CP-4: without scripts the plan is a form: rows to write in, ideas to read, lines to call, and a card.
#[test]
fn without_scripts_a_plan_is_a_whole_form() {
    let server = site::serve();
    for tool in ["keep-safe-plan", "coping-plan", "goal-steps", "carer-plan"] {
        for lang in ["", "/es"] {
            let page = chromium().page();
            page.without_scripts();
            page.goto(&server.url(&format!("{lang}/tools/{tool}/")));
            assert!(!page.sees("[data-action]"), "{lang}{tool}: no button without use");
            assert!(page.sees("[data-row] [data-field]") && page.sees("[data-ideas] li"), "{lang}{tool}");
            page.media(Media { print: true, ..Media::default() });
            assert!(page.sees(".plan-card .plan-panel"), "{lang}{tool}: a card on its own sheet");
            let sheets = page.pdf().pages();
            assert!((2..=7).contains(&sheets), "{lang}{tool}: {sheets} sheets");
        }
    }
}

/// CP-4: on paper the words stand whole, with the day, the day of the next look, and lines for a pen.
#[test]
fn on_paper_every_word_stands_whole() {
    let server = site::serve();
    let writer = filled(&server, "/tools/keep-safe-plan/");
    let long = "Bartholomew Featherstonehaugh-Montgomery of the Riverside Community Mental Health Center, second floor";
    writer.writes("people", 2, 0, long);
    writer.writes("people", 2, 1, "+44 20 7946 0018 and then extension 4711");
    let page = &writer.page;
    page.media(Media { print: true, ..Media::default() });
    assert!(!page.sees("[data-row] textarea") && !page.sees("button"), "no field and no button on paper");
    let whole = "[...document.querySelectorAll('[data-row]:not([data-empty]) [data-copy]')].every(copy => {
        const field = copy.firstElementChild;
        return copy.dataset.copy === field.value && copy.scrollWidth <= copy.clientWidth + 1 })";
    assert!(page.is(whole), "paper shows what was typed, and cuts nothing");
    assert!(page.text("[data-today]").contains(char::is_numeric) && page.sees("[data-next-look]"));
    assert!(page.sees("[data-section=worse] [data-blank]"), "empty lines where nothing is written");
    for (paper, sheets) in [("a4", 2..=5), ("letter", 2..=5), ("card", 1..=1)] {
        page.eval(&format!("document.querySelector('[data-tool]').dataset.paper = '{paper}'"));
        let pdf = page.pdf();
        assert!(sheets.contains(&pdf.pages()), "{paper}: {} sheets", pdf.pages());
    }
    let card = page.text(".plan-card");
    assert!(
        card.contains("My sister Ana") && card.contains("+1 (555) 010-0199") && card.contains("988"),
        "{card}"
    );
}

/// CP-4: printing asks for the paper, and the choice holds for one print.
#[test]
fn each_button_prints_its_own_form_of_paper() {
    let server = site::serve();
    let page = chromium().page();
    page.before_scripts(
        "window.papers = []; window.print = () => {
        papers.push(document.querySelector('[data-tool]').dataset.paper);
        dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint')) };",
    );
    page.goto(&server.url("/tools/goal-steps/"));
    page.wait_for("document.querySelector('[data-tool]').dataset.state === 'ready'");
    for paper in ["a4", "letter", "card"] {
        page.click(&format!("[data-action=print][data-for={paper}]"));
    }
    assert_eq!(page.eval("papers"), json!(["a4", "letter", "card"]));
    assert!(page.is("!document.querySelector('[data-paper]')"));
}

/// CP-7: dated versions with answers can be compared, restored and erased, and no step loses a word.
#[test]
fn a_look_back_leaves_versions_that_can_be_compared_restored_and_erased() {
    let server = site::serve();
    for lang in ["", "/es"] {
        let writer = filled(&server, &format!("{lang}/tools/keep-safe-plan/"));
        let page = &writer.page;
        page.click("[data-question=helped]");
        page.type_text("ringing ana");
        page.click("[data-action=keep]");
        assert_eq!(page.focused("it.matches('[data-versions-heading]')"), true);
        assert!(page.text("[data-version=\"0\"] [data-answer=helped]").contains("ringing ana"));
        let year = page.eval("new Date().getFullYear()").to_string();
        assert!(page.text("[data-version=\"0\"] [data-day]").contains(&year), "a day in words");
        page.click("[data-section=alone] [data-row]:nth-child(2) [data-action=remove]");
        writer.writes("alone", 2, 0, "Walk");
        page.click("[data-version=\"0\"] [data-action=compare]");
        let then = page.text("[data-version=\"0\"] .plan-old");
        let new = page.text("[data-version=\"0\"] .plan-new");
        assert!(then.contains("Feed the cat") && new.contains("Walk"), "{then} / {new}");
        page.click("[data-version=\"0\"] [data-action=restore]");
        assert_eq!(writer.lines("alone"), ["Hold something cold", "Feed the cat"]);
        assert_eq!(page.count("[data-version]"), 2, "what stood there before is kept");
        // Both are of today, and still told apart, by eye and by ear.
        let labels = page.eval("[...document.querySelectorAll('[data-version] [data-action=compare]')].map(one => one.ariaLabel)");
        let labels: Vec<&str> = labels.as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
        let number = if lang.is_empty() { "number" } else { "número" };
        for (place, label) in labels.iter().enumerate() {
            let day = page.text(&format!("[data-version=\"{place}\"] [data-day]"));
            assert!(
                day.ends_with(&format!("{number} {}", 2 - place)) && label.contains(&day),
                "{day}: {label}"
            );
        }
        page.click("[data-version=\"1\"] [data-action=erase]");
        assert_eq!(page.count("[data-version]"), 1);
        assert_eq!(page.focused("it.matches('[data-undo-version] button')"), true);
        page.press("Enter");
        assert_eq!(page.count("[data-version]"), 2);
    }
}

/// Hands a file to the page, as a person does who chooses it.
fn opens_file(page: &Page<'_>, text: &str) {
    page.eval(&format!(
        "(() => {{ const files = new DataTransfer();
            files.items.add(new File([{}], 'plan.json', {{type: 'application/json'}}));
            const field = document.querySelector('[data-open=plan]');
            field.files = files.files;
            field.dispatchEvent(new Event('change', {{bubbles: true}})); return true }})()",
        json!(text)
    ));
}

/// Records what is handed over instead of storing it.
const CATCH: &str = "window.caught = []; HTMLAnchorElement.prototype.click = function () {
    fetch = null; const name = this.download, url = this.href;
    window.caught.push([name, window.blobs[url]]) };
    window.blobs = {}; const make = URL.createObjectURL;
    URL.createObjectURL = blob => { const url = make.call(URL, blob); blob.text().then(t => window.blobs[url] = t);
        window.last = blob; return url };";

/// The plan as text and as a file that opens again, in the other language too.
#[test]
fn a_plan_is_taken_along_and_opens_again() {
    let server = site::serve();
    let page = chromium().page();
    page.before_scripts(CATCH);
    page.goto(&server.url("/tools/keep-safe-plan/"));
    page.wait_for("document.querySelector('[data-tool]').dataset.state === 'ready'");
    let writer = Writer { page };
    let page = &writer.page;
    page.click("[data-action=take][data-for=text]");
    writer.told("nothing in your plan");
    writer.writes("people", 1, 0, "Ana \"the great\"");
    writer.writes("people", 1, 1, "555 0100");
    writer.writes("alone", 1, 0, "tea\nand cake");
    page.click("[data-action=keep]");
    let take = |format: &str| {
        page.click(&format!("[data-action=take][data-for={format}]"));
        page.eval("window.last.text()").as_str().unwrap().to_owned()
    };
    let text = take("text");
    for part in
        ["My keep-safe plan", "988", "Whom I tell\n- [ ] Ana \"the great\", 555 0100", "tea\n  and cake"]
    {
        assert!(text.contains(part), "{part} in {text}");
    }
    let file = take("file");
    let names = page.eval("caught.map(c => c[0])");
    for name in names.as_array().unwrap() {
        let name = name.as_str().unwrap();
        assert!(name.starts_with("plan-20") && !name.contains("safe"), "{name} says nothing of the tool");
    }

    // Two tests with two pages each would wait for each other.
    drop(writer);
    let other = Writer::opens(&server, "/es/tools/keep-safe-plan/");
    other.writes("alone", 1, 0, "mía");
    opens_file(&other.page, &file);
    other.told("Tu archivo");
    assert_eq!(other.lines("people"), ["Ana \"the great\""]);
    assert_eq!(other.lines("alone"), ["tea\nand cake"]);
    assert_eq!(other.page.count("[data-version]"), 2, "its version, and what stood there before");
    for (text, told) in
        [("{}", "no se puede leer"), (&file[..file.len() / 2], "no se puede leer"), ("", "no se puede leer")]
    {
        opens_file(&other.page, text);
        other.told(told);
        assert_eq!(other.lines("people"), ["Ana \"the great\""], "nothing is lost");
    }
    opens_file(&other.page, &file.replace("keep-safe-plan", "goal-steps"));
    other.told("otro tipo");
}

/// AT-2: starting again asks first, then leaves nothing.
#[test]
fn starting_again_asks_first_and_then_leaves_no_word() {
    let server = site::serve();
    let writer = filled(&server, "/tools/keep-safe-plan/");
    let page = &writer.page;
    page.click("[data-action=keep]");
    page.click("[data-action=ask-again]");
    assert_eq!(page.focused("it.matches('[data-clear]')"), true);
    page.click("[data-action=not-again]");
    assert_eq!(writer.lines("people"), ["My sister Ana"]);
    page.click("[data-action=ask-again]");
    page.click("[data-action=again]");
    assert_eq!(writer.lines("people"), [""]);
    assert_eq!(page.count("[data-version]"), 0);
    let left = page.eval("document.documentElement.outerHTML").as_str().unwrap().to_owned();
    for word in ["My sister Ana", "Feed the cat", "010-0199", "5550100199"] {
        assert!(!left.contains(word), "{word} is still in the page");
    }
}

/// What was typed before the script had come is kept (a slow line).
#[test]
fn words_typed_before_the_script_has_come_are_kept() {
    let server = site::serve();
    server.hold_before("</main>");
    let page = chromium().page();
    page.start(&server.url("/tools/goal-steps/"));
    page.wait_for("document.querySelectorAll('[data-section=steps] [data-row]').length >= 6");
    let writer = Writer { page };
    writer.writes("steps", 1, 0, "Ring the library");
    writer.writes("steps", 3, 0, "Go there");
    server.release();
    writer.page.wait_for("document.querySelector('[data-tool]').dataset.state === 'ready'");
    assert_eq!(writer.lines("steps"), ["Ring the library", "Go there"]);
}

/// AT-1: canary words in every field are in no request, address, title, history, store or console.
#[test]
fn what_is_written_leaves_the_page_by_no_way() {
    let server = site::serve();
    for tool in ["keep-safe-plan", "coping-plan", "goal-steps", "carer-plan"] {
        let writer = Writer::opens(&server, &format!("/tools/{tool}/"));
        let page = &writer.page;
        page.forget();
        page.eval(
            "document.querySelectorAll('[data-row] :is(textarea, input[type=tel]), [data-question]').forEach((field, at) => {
                field.value = 'canary-' + at + ' 5550100';
                field.dispatchEvent(new Event('input', {bubbles: true}));
                field.dispatchEvent(new Event('change', {bubbles: true})) })",
        );
        page.click(".plan-large [data-action=crisis]");
        page.click("[data-action=edit]");
        page.click("[data-action=keep]");
        page.click("[data-version=\"0\"] [data-action=compare]");
        page.pdf();
        // The picture in the browser's own field for a date stands inside the browser.
        let fetched = page.requests().into_iter().filter(browser::Request::is_fetched).collect::<Vec<_>>();
        assert!(fetched.is_empty(), "{tool}: {fetched:?}");
        let store = page.eval(
            "(async () => JSON.stringify([location.href, document.title, document.referrer, history.state,
                {...localStorage}, {...sessionStorage}, document.cookie, await indexedDB.databases(),
                await caches.keys()]))()",
        );
        let seen = format!("{store}{:?}{:?}", page.history(), page.messages());
        assert!(!seen.contains("canary"), "{tool}: {seen}");
    }
}

/// SA-8: in every state of a plan axe and our own probes find nothing, in light and dark, on a telephone and zoomed.
#[test]
fn in_every_state_nobody_is_locked_out() {
    type State = (&'static str, fn(&Page<'_>));
    let states: [State; 6] = [
        ("written", |_| {}),
        ("ideas open", |page| page.click("[data-section=alone] [data-ideas] summary")),
        ("taken away", |page| {
            page.click("[data-section=alone] [data-row]:nth-child(2) [data-action=remove]");
        }),
        ("compared", |page| {
            page.click("[data-action=keep]");
            page.click("[data-section=reasons] [data-row] [data-action=remove]");
            page.click("[data-version=\"0\"] [data-action=compare]");
        }),
        ("asked to clear", |page| page.click("[data-action=ask-again]")),
        ("a hard moment", |page| page.click(".plan-large [data-action=crisis]")),
    ];
    let server = site::serve();
    let mut found = Vec::new();
    for (name, enter) in states {
        let writer = filled(&server, "/tools/keep-safe-plan/");
        let page = &writer.page;
        page.viewport(1280, 900);
        enter(page);
        // What the bar covers while the page is scrolled is not in question here.
        page.eval("scrollTo(0, 0)");
        let mut more = axe::violations(page);
        // From the top, wherever the state has led.
        page.eval("(top => { top.tabIndex = -1; top.focus(); top.removeAttribute('tabindex') })(document.documentElement)");
        more.extend(probes::focus_order(page));
        page.phone(360, 740);
        more.extend(probes::target_size(page));
        page.viewport(320, 640);
        more.extend(probes::reflow(page));
        more.extend(probes::text_spacing(page));
        page.media(Media { dark: true, still: true, ..Media::default() });
        page.eval("scrollTo(0, 0)");
        more.extend(axe::violations(page));
        found.extend(more.into_iter().map(|line| format!("{name}: {line}")));
    }
    none(&found);
}

/// SA-8: each field says what it is for, each button of a row which row it moves; contacts are grouped by a name.
#[test]
fn each_control_is_called_by_what_it_does() {
    let server = site::serve();
    let writer = filled(&server, "/tools/keep-safe-plan/");
    let nodes = writer.page.accessibility();
    let names: Vec<(String, String)> = nodes
        .iter()
        .filter_map(|node| {
            let text = |key: &str| node[key]["value"].as_str().map(str::to_owned);
            Some((text("role")?, text("name")?))
        })
        .collect();
    for (role, name) in [
        ("textbox", "What I can do by myself, right away, 2"),
        ("group", "Whom I tell, 1"),
        ("textbox", "Phone number"),
        ("button", "Move up, row 2"),
        ("button", "Remove row 1"),
        ("heading", "Whom I tell"),
    ] {
        assert!(names.iter().any(|known| known == &(role.to_owned(), name.to_owned())), "{role} {name}");
    }
    let unnamed = names.iter().filter(|(role, name)| {
        ["textbox", "button", "link", "checkbox"].contains(&role.as_str()) && name.trim().is_empty()
    });
    assert_eq!(unnamed.count(), 0);
}
