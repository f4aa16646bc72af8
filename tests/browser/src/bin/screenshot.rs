//! Takes a picture of a page, for whoever judges a theme.
//!
//! `screenshot URL_OR_FILE out.png [--width 360] [--height 800] [--phone] [--full] [--dark] [--contrast]
//! [--forced] [--print] [--no-scripts] [--do EXPRESSION] [--focus SELECTOR]`; an output named `*.pdf` is printed
//! instead. `--do` may stand several times: each expression is carried out in the page, and waited for.

use std::path::Path;
use std::process::ExitCode;

use browser::{Chromium, Media};
use serde_json::json;

const USAGE: &str = "screenshot URL_OR_FILE OUT.png|OUT.pdf [--width N] [--height N] [--phone] [--full] \
                     [--dark] [--contrast] [--forced] [--print] [--no-scripts] [--do EXPRESSION] \
                     [--focus SELECTOR]";

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}\nusage: {USAGE}");
            ExitCode::from(2)
        }
    }
}

/// What the words of the command line ask for.
#[derive(Default)]
struct Wish {
    places: Vec<String>,
    width: Option<u32>,
    height: Option<u32>,
    phone: bool,
    full: bool,
    no_scripts: bool,
    deeds: Vec<String>,
    focus: Option<String>,
    media: Media,
}

fn run(words: impl Iterator<Item = String>) -> Result<(), String> {
    let wish = parse(words)?;
    let [source, target] = &wish.places[..] else {
        return Err("one page and one file to write are needed".into());
    };
    let url = address(source)?;
    let chromium = Chromium::launch();
    let page = chromium.page();
    let (width, height) = (wish.width.unwrap_or(1280), wish.height.unwrap_or(800));
    if wish.phone {
        page.phone(width, height);
    } else {
        page.viewport(width, height);
    }
    page.media(wish.media);
    if wish.no_scripts {
        page.without_scripts();
    }
    page.goto(&url);
    for deed in &wish.deeds {
        page.try_eval(deed).map_err(|reason| format!("{reason}\nin: {deed}"))?;
    }
    if let Some(selector) = &wish.focus {
        // A key first, so that the browser shows the focus as it does for a keyboard.
        page.press("Tab");
        page.eval(&format!("document.querySelector({}).focus()", json!(selector)));
    }
    let bytes = if target.ends_with(".pdf") { page.pdf().bytes } else { page.screenshot(wish.full) };
    std::fs::write(target, bytes).map_err(|error| format!("cannot write {target}: {error}"))
}

fn parse(mut words: impl Iterator<Item = String>) -> Result<Wish, String> {
    let mut wish = Wish::default();
    while let Some(word) = words.next() {
        let mut number = || {
            let value = words.next().unwrap_or_default();
            value.parse().map_err(|_| format!("{word} needs a number, not {value:?}"))
        };
        match word.as_str() {
            "--width" => wish.width = Some(number()?),
            "--height" => wish.height = Some(number()?),
            "--phone" => wish.phone = true,
            "--full" => wish.full = true,
            "--dark" => wish.media.dark = true,
            "--contrast" => wish.media.contrast = true,
            "--forced" => wish.media.forced = true,
            "--print" => wish.media.print = true,
            "--no-scripts" => wish.no_scripts = true,
            "--do" => wish.deeds.extend(words.next()),
            "--focus" => wish.focus = words.next(),
            _ if word.starts_with("--") => return Err(format!("there is no option {word}")),
            _ => wish.places.push(word),
        }
    }
    Ok(wish)
}

/// An address as it is, or a file's.
fn address(source: &str) -> Result<String, String> {
    if source.contains("://") {
        return Ok(source.to_owned());
    }
    let file = Path::new(source).canonicalize().map_err(|error| format!("cannot open {source}: {error}"))?;
    Ok(format!("file://{}", file.display()))
}
