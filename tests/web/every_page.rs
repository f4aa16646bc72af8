//! Every page of the site, one after the other: nobody is locked out, nothing leaves, no link is dead.

use std::collections::{HashMap, HashSet};

use browser::{Media, Page, axe, probes};
use serde_json::{Value, json};

use crate::site::{self, Document};
use crate::{chromium, none, settled};

/// Opens every page that is not a redirect, two at a time, and collects what the check finds, with the page's path.
#[track_caller]
fn on_every_page(check: impl Fn(&Page<'_>, &Document) -> Vec<String> + Sync) {
    let mut documents = site::documents(site::folder());
    documents.retain(|document| !document.is_redirect());
    let (one, other) = documents.split_at(documents.len() / 2);
    let visit = |documents: &[Document]| {
        let server = site::serve();
        let page = chromium().page();
        let mut found = Vec::new();
        for document in documents {
            page.viewport(1280, 900);
            page.forget();
            page.goto(&server.url(&document.path));
            settled(&page);
            let lines = check(&page, document).into_iter();
            found.extend(lines.map(|line| format!("/{}: {line}", document.path)));
        }
        found
    };
    let found = std::thread::scope(|scope| {
        let other = scope.spawn(|| visit(other));
        let mut found = visit(one);
        found.extend(other.join().expect("the other half is visited"));
        found
    });
    none(&found);
}

#[test]
fn axe_finds_nothing_in_the_light_and_no_faint_colour_in_the_dark() {
    on_every_page(|page, _| {
        // Without motion, so that no colour is met on its way to another.
        let light = Media { still: true, ..Media::default() };
        page.media(light);
        let mut found = axe::violations(page);
        // Nothing but colours changes.
        page.media(Media { dark: true, ..light });
        found.extend(axe::faint_colours(page));
        found
    });
}

#[test]
fn every_page_is_quiet_whole_and_narrow_enough() {
    on_every_page(|page, document| {
        let mut found = page.problems();
        let origin = page.eval("location.origin");
        let origin = origin.as_str().unwrap();
        for request in page.requests().iter().filter(|request| request.is_fetched()) {
            if !request.url.starts_with(origin) {
                found.push(format!("asks another host: {} {}", request.kind, request.url));
            }
        }
        let scripts = page.count("script:not([type='application/ld+json'])");
        let may_run = document.has_tool() || document.shows_what_is_kept() || document.keeps_the_site();
        if scripts > 0 && !may_run {
            found.push(format!("has {scripts} scripts and no tool"));
        }
        if page.count("h1") != 1 {
            found.push(format!("has {} first headings", page.count("h1")));
        }
        for must in ["[data-help-now]", "[data-quick-exit]", "main", "title", "html[lang]"] {
            if page.count(must) == 0 {
                found.push(format!("has no {must}"));
            }
        }
        if !page.sees("[data-help-now]") || !page.sees("[data-quick-exit]") {
            found.push("help or the exit cannot be seen".into());
        }
        found.extend(probes::ids(page));
        found.extend(probes::magnified(page).into_iter().map(|line| format!("at twice the size {line}")));
        found.extend(probes::reflow(page));
        if !page.sees("[data-help-now]") || !page.sees("[data-quick-exit]") {
            found.push("help or the exit cannot be seen on a narrow screen".into());
        }
        found
    });
}

#[test]
fn every_link_within_the_site_leads_to_a_page_and_a_place_in_it() {
    const LINKS: &str = "[...document.querySelectorAll('a[href]')].map(a => new URL(a.href))
        .filter(to => to.origin === location.origin).map(to => [to.pathname, to.hash])";
    let documents = site::documents(site::folder());
    let server = site::serve();
    let page = chromium().page();
    let mut ids: HashMap<String, HashSet<String>> = HashMap::new();
    let mut links: Vec<(String, String, String)> = Vec::new();
    for document in documents.iter().filter(|document| !document.is_redirect()) {
        page.goto(&server.url(&document.path));
        let named = page.eval("[...document.querySelectorAll('[id]')].map(e => e.id)");
        ids.insert(format!("/{}", document.path), texts(&named).collect());
        for link in page.eval(LINKS).as_array().unwrap() {
            let mut parts = texts(link);
            links.push((document.path.clone(), parts.next().unwrap(), parts.next().unwrap()));
        }
    }
    assert!(links.len() > documents.len(), "pages link to each other");
    let mut dead = Vec::new();
    for (from, path, hash) in &links {
        let file = site::folder().join(path.trim_start_matches('/'));
        let there = if path.ends_with('/') { file.join("index.html").is_file() } else { file.is_file() };
        let place = hash.trim_start_matches('#');
        let named = ids.get(path).is_none_or(|ids| place.is_empty() || ids.contains(place));
        if !there || !named {
            dead.push(format!("/{from} links to {path}{hash}"));
        }
    }
    dead.sort();
    dead.dedup();
    none(&dead);
}

#[test]
fn redirects_lead_to_pages_that_exist() {
    let mut broken = Vec::new();
    for document in site::documents(site::folder()).iter().filter(|document| document.is_redirect()) {
        let target = document.html.split("url=").nth(1).and_then(|rest| rest.split(['"', '\'', '>']).next());
        let path = target.unwrap_or_default();
        let path =
            path.split_once("://").map_or(path, |(_, rest)| rest.split_once('/').map_or("", |(_, p)| p));
        let path = path.split('#').next().unwrap_or_default().trim_start_matches('/');
        if !site::folder().join(path).join("index.html").is_file() {
            broken.push(format!("/{} leads to {target:?}", document.path));
        }
    }
    none(&broken);
}

/// 3.2.6: the way to help stands at the same place of every page, first after the skip link.
#[test]
fn help_and_the_exit_come_first_for_the_keyboard_on_every_page() {
    on_every_page(|page, _| {
        page.press_times("Tab", 2);
        let second = page.focused("it.matches('[data-help-now]')");
        page.press("Tab");
        let third = page.focused("it.matches('[data-quick-exit]')");
        if (second, third) == (json!(true), json!(true)) {
            Vec::new()
        } else {
            vec!["help and the exit are not the second and third stop of Tab".into()]
        }
    });
}

fn texts(list: &Value) -> impl Iterator<Item = String> + '_ {
    list.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned())
}
