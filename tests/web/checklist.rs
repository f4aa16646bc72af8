//! The checklist of early signs, walked as the person whose list it is, and as those who help to look: FR-1 to
//! FR-4, AT-1 to AT-3. The carer's own plan, FR-5, is a plan.

use browser::{Media, Page, Server, axe, probes};
use serde_json::json;

use crate::person::Person;
use crate::privacy::KEPT;
use crate::{chromium, none, site, tell};

const TOOL: &str = "early-signs";

/// Somebody at the list, on a page of their own.
struct Reader {
    person: Person,
}

impl Reader {
    #[track_caller]
    fn opens(server: &Server, language: &str) -> Reader {
        Reader::on(chromium().page(), server, language)
    }

    #[track_caller]
    fn on(page: Page<'static>, server: &Server, language: &str) -> Reader {
        // What is handed to the downloads, to look at it here.
        page.before_scripts(
            "(() => { const make = URL.createObjectURL.bind(URL);
            URL.createObjectURL = blob => { blob.text().then(text => { window.taken = text }); return make(blob) };
            addEventListener('click', event => {
                const link = event.target.closest('a[download]');
                if (link) { window.fileName = link.download; event.preventDefault() } }, true) })()",
        );
        let reader = Reader { person: Person::uses(page, TOOL) };
        reader.goes_to(server, language);
        reader
    }

    /// Opens the page of the list, with nothing in it.
    #[track_caller]
    fn goes_to(&self, server: &Server, language: &str) {
        self.person.goes_to(&server.url(&format!("{language}/tools/{TOOL}/")));
    }

    fn page(&self) -> &Page<'static> {
        &self.person.page
    }

    #[track_caller]
    fn presses(&self, action: &str) {
        self.page().click(&format!("button[data-action={action}]:not([hidden] *)"));
    }

    #[track_caller]
    fn turns_to(&self, part: &str) {
        self.page().click(&format!(".list-parts [data-for={part}]"));
        self.page().wait_for(&format!("!document.querySelector('[data-part={part}]').hidden"));
    }

    /// Chooses an option with the pointer.
    #[track_caller]
    fn chooses(&self, name: &str, value: &str) {
        self.page().click(&format!("label:has(input[name=\"{name}\"][value=\"{value}\"])"));
    }

    /// Writes a text into a field in place of what stands there.
    #[track_caller]
    fn writes(&self, name: &str, text: &str) {
        self.page().eval(&format!(
            "(() => {{ const field = document.querySelector({});
                field.focus(); field.value = {};
                field.dispatchEvent(new Event('change', {{ bubbles: true }})); return true }})()",
            json!(format!("[name=\"{name}\"]")),
            json!(text)
        ));
    }

    fn status(&self) -> String {
        self.page().text("[data-status]")
    }

    /// The file that a button makes.
    #[track_caller]
    fn takes(&self, what: &str) -> String {
        self.page().eval("window.taken = undefined");
        self.page().click(&format!("button[data-action=take][data-for=\"{what}\"]"));
        self.page().wait_for("window.taken");
        self.page().eval("window.taken").as_str().unwrap().to_owned()
    }

    /// Opens a file.
    #[track_caller]
    fn receives(&self, text: &str) {
        self.page().eval(&format!(
            "(() => {{ const input = document.querySelector('[data-open]'), all = new DataTransfer();
                all.items.add(new File([{}], 'notes.txt', {{ type: 'text/plain' }}));
                document.querySelector('[data-status]').textContent = '';
                input.files = all.files;
                input.dispatchEvent(new Event('change', {{ bubbles: true }})); return true }})()",
            json!(text)
        ));
        self.page().wait_for("document.querySelector('[data-status]').textContent");
    }

    /// The day so many days ago.
    fn day(&self, ago: u32) -> String {
        let day = format!(
            "(() => {{ const day = new Date(); day.setDate(day.getDate() - {ago});
                return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
                    .map(part => `${{part}}`.padStart(2, '0')).join('-') }})()"
        );
        self.page().eval(&day).as_str().unwrap().to_owned()
    }

    /// Three signs, their usual, and what is agreed for yellow.
    #[track_caller]
    fn has_a_list(&self) {
        for sign in ["sleep", "tense", "messages"] {
            self.chooses(&format!("sort.{sign}"), "mine");
        }
        self.turns_to("well");
        for sign in ["sleep", "tense", "messages"] {
            self.chooses(&format!("usual.{sign}"), "0");
        }
        self.turns_to("levels");
        self.writes("plan.yellow-own", "Go to bed at ten");
        self.writes("plan.yellow-who", "Ana");
        self.writes("plan.yellow-number", "(555) 010-2233");
        self.turns_to("week");
    }

    /// Rates the signs on a day, and asks where that leaves.
    #[track_caller]
    fn rates(&self, ago: u32, values: &[(&str, u8)]) {
        self.turns_to("week");
        self.writes("day", &self.day(ago));
        for (sign, value) in values {
            self.chooses(&format!("rate.{sign}"), &value.to_string());
        }
        self.presses("stand");
        self.page().wait_for("document.activeElement.matches('[data-standing-heading]')");
    }

    #[track_caller]
    fn stands_at(&self, level: &str) -> String {
        assert!(self.page().sees(&format!(".standing.level-{level}")), "{}", self.page().text(".standing"));
        self.page().text(".standing")
    }
}

/// Words that a level must not have. FR-4.
fn is_no_verdict(words: &str) -> bool {
    !words.to_lowercase().contains("relaps") && !words.to_lowercase().contains("recaíd")
}

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

/// FR-4: which signs, for how long, as the person set it; what was agreed; and how far that can be trusted.
#[test]
fn fr_4_a_level_says_which_signs_how_long_and_what_was_agreed() {
    let server = site::serve();
    let reader = Reader::opens(&server, "");
    let page = reader.page();
    reader.has_a_list();
    reader.rates(5, &[("sleep", 1), ("tense", 0), ("messages", 0)]);
    let said = reader.stands_at("green");
    assert!(said.contains("1 of your signs is above your usual. That meets no level."), "{said}");
    reader.rates(0, &[("sleep", 1), ("tense", 0), ("messages", 0)]);
    let said = reader.stands_at("yellow");
    assert!(
        said.contains("1 of your signs has been above your usual for 5 days or more")
            || said.contains("for 5 days, as you set"),
        "{said}"
    );
    assert!(
        said.contains("I sleep less than usual, or much more: 1 point above your usual, for 5 days"),
        "{said}"
    );
    assert!(said.contains("Go to bed at ten") && said.contains("Ana, (555) 010-2233"), "{said}");
    assert_eq!(page.eval("document.querySelector('[data-call]').href"), "tel:5550102233");
    let honest = page.text(".honest");
    for fact in ["4 in 10", "61%", "81%", "act on it"] {
        assert!(honest.contains(fact), "{fact} in {honest}");
    }
    assert!(is_no_verdict(&said), "{said}");

    reader.turns_to("levels");
    page.eval(
        "(() => { const field = document.querySelector('[name=\"rule.yellow-days\"]'); field.value = '7';
            field.dispatchEvent(new Event('change', { bubbles: true })); return true })()",
    );
    reader.turns_to("week");
    reader.stands_at("green");
    assert!(!page.sees("[data-part=levels]"), "one part at a time");

    reader.rates(2, &[("sleep", 0), ("tense", 0), ("messages", 0)]);
    assert!(
        !page.sees("[data-too-often]") || page.text("[data-too-often]").contains("Once a week is enough")
    );
    reader.presses("pause");
    assert!(page.sees("[data-paused]"));
    reader.presses("pause");
    assert!(!page.sees("[data-paused]"));
}

/// FR-4: the line over time, per sign and in total, the same as a table, and one sentence.
#[test]
fn fr_4_over_time_as_lines_as_a_table_and_in_a_sentence() {
    let server = site::serve();
    let reader = Reader::opens(&server, "");
    let page = reader.page();
    reader.has_a_list();
    reader.rates(21, &[("sleep", 0), ("tense", 1), ("messages", 0)]);
    reader.turns_to("time");
    assert!(!page.sees("[data-chart]"), "one rating makes no line");
    reader.rates(14, &[("sleep", 1), ("tense", 1), ("messages", 0)]);
    reader.rates(7, &[("sleep", 2), ("tense", 1)]);
    reader.rates(0, &[("sleep", 3), ("tense", 1), ("messages", 2)]);
    reader.turns_to("time");
    assert!(page.sees("[data-chart=sum] [data-line]") && page.sees("[data-chart=sum] [data-usual]"));
    let dots =
        "document.querySelector('[data-chart=sum] [data-dots]').getAttribute('d').split('M').length - 1";
    assert_eq!(page.eval(dots), 4);
    assert_eq!(page.count(".sign-charts li"), 3);
    let table = page.eval(
        "[...document.querySelectorAll('[data-list=table] tr')].map(row =>
        [...row.querySelectorAll('td:not([data-last-cell])')].map(cell => cell.innerText))",
    );
    assert_eq!(
        table,
        json!([
            ["Orange: More has changed", "6", "3", "1", "2"],
            ["Yellow: Something has changed", "3", "2", "1", "–"],
            ["Yellow: Something has changed", "2", "1", "1", "0"],
            ["Green: As usual for me", "1", "0", "1", "0"],
        ])
    );
    let sentence = page.text("[data-summary]");
    assert!(
        sentence.starts_with("You looked 4 times, from")
            && sentence.contains("most above your usual: I sleep"),
        "{sentence}"
    );
    let name = page.eval("document.querySelector('[data-chart=sum] title').textContent");
    assert!(name.as_str().unwrap().contains(": 6. My usual is 0."), "{name}");
    page.click("[data-list=table] tr:first-child button");
    assert_eq!(page.count("[data-list=table] tr"), 3);
    reader.presses("undo");
    assert_eq!(page.count("[data-list=table] tr"), 4);
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

/// A red sign brings up help at once, calmly, and it stays.
#[test]
fn fr_4_a_red_sign_brings_help_at_once_and_it_stays() {
    let server = site::serve();
    let reader = Reader::opens(&server, "");
    let page = reader.page();
    reader.chooses("group.depression", "yes");
    reader.chooses("sort.better-off", "mine");
    reader.turns_to("week");
    assert!(!page.sees(".crisis"));
    reader.chooses("rate.better-off", "1");
    assert!(page.sees("[data-help=week-better-off] .crisis a[href^='tel:']"), "beside the sign");
    reader.chooses("rate.better-off", "0");
    assert!(page.sees("[data-help=week-better-off] .crisis"), "a second thought does not take it away");
    reader.chooses("red.not-eating", "yes");
    assert!(page.sees("[data-help=week] [data-crisis=medical] a[href^='tel:']"));
    reader.chooses("red.not-eating", "yes");
    assert!(page.sees("[data-help=week] [data-crisis=medical]"));
    reader.chooses("red.suicide", "yes");
    reader.presses("stand");
    let said = reader.stands_at("red");
    assert!(said.contains("You marked a sign that cannot wait."), "{said}");
    assert!(page.sees(".standing.level-red a[href^='tel:']"));
    assert!(page.is("!document.querySelector('dialog[open]')"), "never in the way");
}

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

/// SA-1 for the list: without scripts the whole of it can be filled in on paper.
#[test]
fn without_scripts_it_is_a_paper_form() {
    let server = site::serve();
    let page = chromium().page();
    page.without_scripts();
    page.goto(&server.url(&format!("/tools/{TOOL}/")));
    assert_eq!(page.count("[data-card]"), 58);
    for part in [
        "[data-card=sleep]",
        "[data-part=levels]",
        ".reds",
        ".honest",
        ".paper-form .weeks",
        ".paper-form .terms",
        ".talking",
    ] {
        assert!(page.sees(part), "{part}");
    }
    let dead = "[...document.querySelectorAll('[data-tool] button')].filter(b => b.checkVisibility()).map(b => b.innerText)";
    assert_eq!(page.eval(dead), json!([]), "no button that would do nothing");
    assert!(!page.sees("[data-crisis]"));
    page.click("label:has([name=\"red.suicide\"])");
    assert!(page.sees("[data-crisis=safety] a[href^='tel:']"), "help opens by the style alone");
    let sheets = page.pdf().pages();
    assert!((3..=14).contains(&sheets), "{sheets} sheets");
}

#[test]
fn each_part_and_the_empty_form_print() {
    let server = site::serve();
    let reader = Reader::opens(&server, "");
    let page = reader.page();
    page.eval("window.print = () => {}");
    reader.has_a_list();
    reader.rates(7, &[("sleep", 1)]);
    reader.rates(0, &[("sleep", 2)]);
    let paper = Media { print: true, ..Media::default() };
    page.media(paper);
    assert!(page.sees(".standing") && !page.sees("[data-part=levels]"), "what the screen shows");
    assert!(page.pdf().pages() <= 4);
    page.media(Media::default());
    page.click("[data-action=print][data-for=all]");
    page.media(paper);
    for part in ["signs", "well", "levels", "week", "time", "share"] {
        assert!(page.sees(&format!("[data-part={part}]")), "{part}");
    }
    assert!(page.sees("[data-chart=sum]") && !page.sees(".paper-form"));
    page.media(Media::default());
    page.click("[data-action=print][data-for=blank]");
    page.media(paper);
    assert!(page.sees(".paper-form") && !page.sees(".standing") && !page.sees("[data-part=levels]"));
}

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

/// AT-1: a canary in every field, a whole session with all traffic recorded, nothing out and nothing kept.
#[test]
fn at_1_nothing_leaves_and_nothing_is_kept() {
    const CANARY: &str = "canary-77aa-wren";
    let server = site::serve();
    let reader = Reader::opens(&server, "");
    let page = reader.page();
    let before = page.eval("[history.length, document.title, location.href]");
    reader.has_a_list();
    reader.turns_to("share");
    reader.presses("new-share");
    for part in ["signs", "well", "levels", "week", "time", "share"] {
        reader.turns_to(part);
        let fields = "[data-tool] :is(textarea, input[type=text], input[type=tel])";
        for index in 0..page.count(fields) {
            let seen = format!("document.querySelectorAll({fields:?})[{index}].checkVisibility()");
            if page.is(&seen) {
                page.eval(&format!("document.querySelectorAll({fields:?})[{index}].focus()"));
                page.call("Input.insertText", &json!({ "text": CANARY }));
            }
        }
    }
    reader.rates(0, &[("sleep", 3)]);
    assert!(reader.takes("copy").contains(CANARY), "the file is the reader's own way out");
    let requests = page.requests();
    let sent = requests.iter().filter(|request| request.is_fetched()).map(|request| request.url.as_str());
    let sent: Vec<&str> = sent.collect();
    assert_eq!(sent, [page.address()], "only the document itself");
    assert_eq!(page.opened(), [], "no window, worker or frame");
    assert_eq!(page.eval(KEPT), json!([]), "nothing is kept");
    assert_eq!(page.eval("[history.length, document.title, location.href]"), before);
    assert_eq!(page.messages(), [], "the console is silent");
    page.eval("location.reload()");
    page.wait_for("performance.getEntriesByType('navigation')[0].type === 'reload'");
    reader.person.is_ready();
    assert_eq!(page.count(".own-signs li, .standing"), 0, "the next person finds an empty list");
}

/// AT-2: leaving quickly blanks the list at once.
#[test]
fn at_2_leaving_quickly_blanks_the_list() {
    let server = site::serve();
    let reader = Reader::opens(&server, "");
    reader.has_a_list();
    reader.page().stay();
    reader.page().press_times("Shift", 3);
    reader.page().wait_for("!document.querySelector('[data-tool]')");
}

/// AT-3: an old, slow telephone in flight mode, and forced colours.
#[test]
fn at_3_offline_on_a_slow_small_telephone() {
    let server = site::serve();
    let page = chromium().page();
    page.phone(320, 568);
    page.slow_down(4.0);
    page.media(Media { forced: true, ..Media::default() });
    let start = std::time::Instant::now();
    let reader = Reader::on(page, &server, "");
    tell(&format!("{TOOL}: ready after {} ms on a processor four times slower", start.elapsed().as_millis()));
    reader.page().offline(true);
    reader.has_a_list();
    reader.rates(0, &[("sleep", 2)]);
    reader.stands_at("yellow");
    let wide = reader.page().eval("document.scrollingElement.scrollWidth").as_u64().unwrap();
    assert!(wide <= 320, "{wide} px wide");
    let asked = reader.page().requests().into_iter().filter(browser::Request::is_fetched);
    let asked: Vec<String> = asked.map(|request| request.url).collect();
    assert_eq!(asked, [reader.page().address()]);
}
