//! The result of every instrument: words first, next steps, limits, what to bring, and the way to score by hand.
//! SA-5, SA-6.

use std::fs;

use serde_json::json;

use crate::person::Person;
use crate::site::{self, CHECK_INS, FORMS};

/// Chooses the first option of every question that is shown, and asks for the result.
const ANSWER_ALL: &str = "(() => {
    const tool = document.querySelector('section[data-tool]');
    for (let round = 0; round < 3; round++)
        for (const field of tool.querySelectorAll('fieldset[data-item]'))
            if (field.checkVisibility() && !field.querySelector(':checked')) field.querySelector('input').click();
    tool.querySelector('[data-action=result]').click();
    return true })()";

#[test]
fn every_result_is_whole_and_begins_with_words() {
    let server = site::serve();
    for tool in FORMS.into_iter().chain(CHECK_INS) {
        let person = Person::opens(&server, tool);
        let page = &person.page;
        page.eval(ANSWER_ALL);
        page.wait_for("document.querySelector('[data-result]')");
        assert_eq!(page.focused("it.matches('[data-result-heading]')"), true, "{tool}");
        let bands = page
            .eval("[...document.querySelectorAll('[data-result] .band-label')].map(b => b.innerText.trim())");
        let bands = bands.as_array().unwrap();
        assert!(!bands.is_empty(), "{tool} says something in words");
        assert!(bands.iter().all(|band| band.as_str().unwrap().len() > 5), "{tool}: {bands:?}");
        // The number lies one step below the words.
        assert!(!page.sees("[data-result] [data-number]"), "{tool} shows its number at once");
        page.click("[data-result] details summary");
        assert!(page.sees("[data-result] [data-number]"), "{tool} tells its number on a press");
        for (part, selector) in [
            ("next steps", "[data-result] [data-when-band] li"),
            ("limits", "[data-result] > .tool-limits-text, [data-result] h3 ~ p"),
            ("what to bring", "[data-result] ul.bring li"),
            ("a way to help", "[data-help-now]"),
        ] {
            assert!(page.sees(selector), "{tool} has no {part}");
        }
        let dead = "[...document.querySelectorAll('[data-result] a[href]')].map(a => a.getAttribute('href'))
            .filter(href => href === '' || href === '#')";
        assert_eq!(page.eval(dead), json!([]), "{tool}");
        // By hand: every answer with its points, every score, every band.
        page.eval("document.querySelector('[data-by-hand]').open = true");
        let by_hand = page.text("[data-by-hand]");
        for band in bands {
            assert!(
                by_hand.contains(band.as_str().unwrap()),
                "{tool}: {band} is not in the table to score by hand"
            );
        }
        assert!(page.count("[data-by-hand] td") >= 4, "{tool} lists the points");
    }
}

/// SA-5: the lines in the panel are those of the site's own data, as links to press.
#[test]
fn the_lines_of_the_panel_are_those_of_the_site() {
    let text = fs::read_to_string(site::root().join("site.toml")).unwrap();
    let settings: toml::Value = toml::from_str(&text).unwrap();
    let country = settings["crisis"]["country"].as_str().unwrap();
    let countries = settings["crisis"]["countries"].as_array().unwrap();
    let own = countries.iter().find(|one| one["code"].as_str() == Some(country)).unwrap();
    let server = site::serve();
    let person = Person::opens(&server, "phq-9");
    person.answers("q9", "1");
    let links = person.page.eval(
        "[...document.querySelectorAll('[data-crisis] a')].map(a => a.getAttribute('href'))
            .filter(href => /^(tel|sms):/.test(href)).map(href => href.replace(/[?].*/, ''))",
    );
    let digits = |number: &str| number.chars().filter(char::is_ascii_digit).collect::<String>();
    let mut known = vec![format!("tel:{}", digits(own["emergency"].as_str().unwrap()))];
    for line in own["lines"].as_array().unwrap() {
        assert!(line["checked"].as_str().is_some_and(|day| day.len() == 10), "{line}: when was it checked?");
        for (key, scheme) in [("call", "tel:"), ("text", "sms:")] {
            let number = line.get(key).and_then(toml::Value::as_str);
            known.extend(number.map(|number| format!("{scheme}{}", digits(number))));
        }
    }
    let links: Vec<&str> = links.as_array().unwrap().iter().map(|link| link.as_str().unwrap()).collect();
    for link in &links {
        assert!(known.iter().any(|one| one == link), "{link} is not in site.toml");
    }
    // The emergency number, and the first line by call and by text.
    for link in &known[..3] {
        assert!(links.contains(&link.as_str()), "{link} is not in the panel: {links:?}");
    }
}
