//! A reminder for the reader's own calendar: neutral words, a neutral name, a file that calendars understand. AT-1.

use browser::{Media, Page, axe, probes};
use serde_json::json;

use crate::kept::Kept;
use crate::person::Person;
use crate::take_away::{Downloads, comes, downloads};
use crate::{chromium, none, site};

const PART: &str = "[data-reminder]";

fn field(name: &str) -> String {
    format!("{PART} [name='reminder.{name}']")
}

/// The value of a field.
fn holds(page: &Page<'_>, name: &str) -> String {
    page.eval(&format!("document.querySelector({}).value", json!(field(name)))).as_str().unwrap().to_owned()
}

/// The day so many days from now, as the browser counts.
fn in_days(page: &Page<'_>, days: u32) -> String {
    let day = page.eval(&format!(
        "(d => {{ d.setDate(d.getDate() + {days});
            return [d.getFullYear(), d.getMonth() + 1, d.getDate()].map(n => `${{n}}`.padStart(2, '0')).join('-') }})(new Date())"
    ));
    day.as_str().unwrap().to_owned()
}

fn chooses(page: &Page<'_>, day: &str, time: &str, repeats: &str) {
    for (name, value) in [("day", day), ("time", time), ("repeats", repeats)] {
        page.eval(&format!(
            "(it => {{ it.value = {}; for (const news of ['input', 'change']) it.dispatchEvent(new Event(news, {{ bubbles: true }})) }})
                (document.querySelector({}))",
            json!(value),
            json!(field(name))
        ));
    }
}

/// The file has these lines and no other. What differs from time to time is looked at by its form.
#[track_caller]
fn is_calendar(file: Option<(String, String)>, start: &str, rule: Option<&str>, words: &str) {
    let (name, text) = file.expect("a file");
    assert_eq!(name, "reminder.ics", "the name says nothing");
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "{text:?}");
    let lines: Vec<&str> = text.trim_end().split("\r\n").collect();
    assert!(lines.iter().all(|line| line.len() <= 75), "{text}");
    let stamp = lines[5].strip_prefix("DTSTAMP:").expect("a stamp");
    let is_moment = stamp.len() == 16
        && stamp.ends_with('Z')
        && stamp.bytes().enumerate().all(|(at, byte)| at == 8 || at == 15 || byte.is_ascii_digit());
    assert!(is_moment, "{stamp}");
    let uid = lines[4].strip_prefix("UID:").expect("an id");
    let millis =
        uid.strip_prefix(&format!("{}-", &stamp[..15])).and_then(|it| it.strip_suffix("@reminder.invalid"));
    assert!(millis.is_some_and(|it| it.len() == 3 && it.bytes().all(|byte| byte.is_ascii_digit())), "{uid}");
    let mut expected = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//reminder//1.0//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        lines[4].to_owned(),
        lines[5].to_owned(),
        format!("DTSTART:{start}"),
        "DURATION:PT15M".to_owned(),
    ];
    expected.extend(rule.map(|rule| format!("RRULE:{rule}")));
    expected.extend([
        format!("SUMMARY:{words}"),
        "CLASS:PRIVATE".to_owned(),
        "TRANSP:TRANSPARENT".to_owned(),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        format!("DESCRIPTION:{words}"),
        "TRIGGER:PT0S".to_owned(),
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ]);
    assert_eq!(lines, expected);
}

fn opens(downloads: &Downloads, page: &Page<'_>) {
    downloads.take_from(page);
    page.eval(&format!("document.querySelector('{PART}').open = true"));
}

/// From a plan: by keys alone, on the day of the next look.
#[test]
fn a_plan_reminds_of_the_next_look() {
    let folder = downloads("reminder-plan");
    let server = site::serve();
    let person = Person::opens(&server, "coping-plan");
    let page = &person.page;
    folder.take_from(page);
    person.tabs_to("it.matches('[data-reminder] summary')");
    page.press("Enter");
    assert!(page.text(PART).contains("other people may see them"));
    assert!(page.text(PART).contains("Your reminder"), "it says what the calendar will say");
    let day = holds(page, "day");
    assert_eq!(day, in_days(page, 30));
    assert_eq!((holds(page, "time"), holds(page, "repeats")), ("18:00".into(), "once".into()));
    person.tabs_to("it.matches('[data-for=reminder]')");
    let file = comes(&folder, || page.press("Enter"));
    is_calendar(file, &format!("{}T180000", day.replace('-', "")), None, "Your reminder");
    let told = page.text("[data-reminder-status]");
    assert!(told.contains("downloads"), "{told}");
    // What is open is asked for, and no file is made.
    chooses(page, "", "18:00", "week");
    page.click("[data-for=reminder]");
    let told = page.text("[data-reminder-status]");
    assert!(told.contains("choose a day and a time"), "{told}");
    assert_eq!(page.eval("document.title").as_str().map(|title| title.contains("eminder")), Some(false));
}

/// From a list of signs, in Spanish, by touch: each week at another time; each month on the last day.
#[test]
fn a_list_of_signs_reminds_each_week_in_spanish() {
    let folder = downloads("reminder-list");
    let server = site::serve();
    let page = chromium().page();
    page.phone(360, 740);
    page.media(Media { still: true, ..Media::default() });
    let person = Person::uses(page, "early-signs");
    person.goes_to(&server.url("/es/tools/early-signs/"));
    let page = &person.page;
    folder.take_from(page);
    page.tap("[data-action=part][data-for=week]");
    page.wait_for("document.querySelector('[data-part=week]').checkVisibility()");
    page.tap(&format!("{PART} summary"));
    page.wait_for(&format!("document.querySelector('{PART}').open"));
    assert_eq!((holds(page, "day"), holds(page, "repeats")), (in_days(page, 7), "week".into()));
    chooses(page, "2027-01-31", "08:15", "week");
    let file = comes(&folder, || page.tap("[data-for=reminder]"));
    is_calendar(file, "20270131T081500", Some("FREQ=WEEKLY"), "Tu recordatorio");
    folder.clear();
    chooses(page, "2027-01-31", "08:15", "month");
    let file = comes(&folder, || page.tap("[data-for=reminder]"));
    let rule = "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1";
    is_calendar(file, "20270131T081500", Some(rule), "Tu recordatorio");
    let mut found = axe::violations(page);
    page.eval("scrollTo({ top: 0, behavior: 'instant' })");
    found.extend(probes::target_size(page));
    found.extend(probes::reflow(page));
    none(&found);
}

/// From a questionnaire that is kept, while it is open; nothing of it leaves the page but the file.
#[test]
fn a_kept_questionnaire_reminds_every_two_weeks() {
    let folder = downloads("reminder-check");
    let server = site::serve();
    let kept = Kept::opens(&server, "phq-9");
    let page = &kept.person.page;
    assert!(!page.sees(PART), "nothing is kept yet");
    kept.person.answers_all(&[1; 9]);
    kept.takes_made_phrase();
    kept.waits_for("open");
    opens(&folder, page);
    let day = in_days(page, 14);
    assert_eq!(holds(page, "day"), day);
    let file = comes(&folder, || page.click(&format!("{PART} button")));
    let rule = Some("FREQ=WEEKLY;INTERVAL=2");
    is_calendar(file, &format!("{}T180000", day.replace('-', "")), rule, "Your reminder");
    // The browser's own pictures of a calendar and a clock, and the file, stand in the page.
    let asked = page.requests().into_iter().filter(|request| request.url.starts_with("http"));
    assert_eq!(asked.count(), 1, "{:?}", page.requests());
    chooses(page, "2030-05-06", "07:00", "month");
    kept.presses("lock");
    kept.waits_for("locked");
    assert_eq!((holds(page, "day"), holds(page, "time")), (day, "18:00".into()), "what was chosen is gone");
}
