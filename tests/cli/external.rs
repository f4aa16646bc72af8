//! `footbridge check --external-links`: asks politely, believes what it is told, and nothing else asks at all.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::site::{Run, Site, repository};

/// A request as a site sees it.
#[derive(Clone, Debug)]
struct Request {
    line: String,
    from: Instant,
    to: Instant,
}

/// Another site, on this machine.
struct Elsewhere {
    origin: String,
    seen: Arc<Mutex<Vec<Request>>>,
}

impl Elsewhere {
    fn new() -> Elsewhere {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let origin = format!("http://{}", listener.local_addr().expect("its address"));
        let seen = Arc::new(Mutex::new(Vec::new()));
        let noted = seen.clone();
        thread::spawn(move || {
            let times: Arc<Mutex<HashMap<String, usize>>> = Arc::default();
            for stream in listener.incoming() {
                let (noted, times) = (noted.clone(), times.clone());
                // A thread each: whoever asks two things at once is seen to do so.
                thread::spawn(move || answer(&stream.expect("a connection"), &noted, &times));
            }
        });
        Elsewhere { origin, seen }
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    fn seen(&self) -> Vec<Request> {
        let mut seen = self.seen.lock().expect("not poisoned").clone();
        seen.sort_by_key(|request| request.from);
        seen
    }

    fn lines(&self) -> Vec<String> {
        self.seen().into_iter().map(|request| request.line).collect()
    }
}

fn answer(stream: &TcpStream, seen: &Mutex<Vec<Request>>, times: &Mutex<HashMap<String, usize>>) {
    let mut reader = BufReader::new(stream);
    loop {
        // The greeting of TLS: this server has no certificate, and goes.
        if reader.fill_buf().is_ok_and(|bytes| bytes.first() == Some(&0x16)) {
            return;
        }
        let mut first = String::new();
        // A connection without a request counts too.
        let is_silent = reader.read_line(&mut first).unwrap_or(0) == 0;
        let from = Instant::now();
        let line = first.trim_end().trim_end_matches(" HTTP/1.1").to_owned();
        let mut header = String::new();
        while reader.read_line(&mut header).unwrap_or(0) > 2 {
            header.clear();
        }
        if is_silent {
            return;
        }
        let (method, path) = line.split_once(' ').unwrap_or(("", ""));
        let time = {
            let mut times = times.lock().expect("not poisoned");
            let time = times.entry(path.to_owned()).or_default();
            *time += 1;
            *time
        };
        let head = match (method, path) {
            (_, "/moved") => "301 Moved\r\nLocation: /fine",
            (_, "/detour") => "302 Found\r\nLocation: /fine?session=1",
            ("HEAD", "/no-head") => "405 Not Allowed",
            (_, path) if path.starts_with("/gone") => "404 Not Found",
            (_, "/people-only") => "403 Forbidden",
            (_, "/busy") if time == 1 => "429 Too Many\r\nRetry-After: 1",
            (_, "/fault") => "503 Unavailable\r\nRetry-After: 1",
            (_, "/slow") => {
                thread::sleep(Duration::from_secs(5));
                "200 OK"
            }
            _ => "200 OK",
        };
        let written = write!(&mut &*stream, "HTTP/1.1 {head}\r\nContent-Length: 0\r\n\r\n");
        seen.lock().expect("not poisoned").push(Request { line, from, to: Instant::now() });
        if written.is_err() {
            return;
        }
    }
}

/// A site that links to addresses, each on a line of its own.
fn linking(addresses: &[String]) -> Site {
    let site = Site::new();
    let settings = std::fs::read_to_string(site.path("site.toml")).expect("the settings");
    // The source of the crisis line is a page of the site itself: no test asks a real site.
    let settings = settings.replace("https://988lifeline.org/", "https://example.org/help/lines");
    site.write("site.toml", format!("{settings}\n[checks.external]\ntimeout_seconds = 2\n"));
    let lines: Vec<String> = addresses.iter().map(|address| format!("- <{address}>\n")).collect();
    site.write(
        "content/care/team.md",
        format!(
            "---\ntitle: A team\nsummary: Who comes.\n---\n## Who comes {{#who}}\n\nPeople.\n\n{}",
            lines.concat()
        ),
    );
    site
}

fn check(site: &Site, arguments: &[&str]) -> Run {
    let mut command = site.command(&[&["check", "--external-links"], arguments].concat());
    command.env("FOOTBRIDGE_CACHE", site.path(".cache"));
    for proxy in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
        command.env_remove(proxy).env_remove(proxy.to_lowercase());
    }
    Run::from(&command.output().expect("the program runs"))
}

fn findings(run: &Run) -> Vec<Value> {
    let report: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let all = report["findings"].as_array().expect("a list");
    let text = |finding: &Value| finding["code"].as_str().unwrap_or_default().to_owned();
    all.iter().filter(|finding| text(finding).starts_with("FB095")).cloned().collect()
}

/// What was said of other sites, with a name in place of each port.
fn said(run: &Run, names: &[(&str, &str)]) -> String {
    let text = |finding: &Value, key: &str| {
        names.iter().fold(finding[key].as_str().unwrap_or_default().to_owned(), |text, (origin, name)| {
            text.replace(origin, name)
        })
    };
    let lines = findings(run).into_iter().map(|finding| {
        let keys = ["code", "severity", "file", "message", "help"];
        let [code, severity, file, message, help] = keys.map(|key| text(&finding, key));
        format!("{code} {severity} {file}:{}\n  {message}\n  {help}\n", finding["line"])
    });
    lines.collect()
}

#[test]
fn every_answer_is_told_for_what_it_is() {
    let other = Elsewhere::new();
    let third = Elsewhere::new();
    let closed = {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        format!("http://{}", listener.local_addr().expect("its address"))
    };
    let paths =
        ["/fine", "/fine#part", "/moved", "/detour", "/no-head", "/gone", "/people-only", "/busy", "/fault"];
    let mut addresses: Vec<String> = paths.iter().map(|path| other.url(path)).collect();
    addresses.push(third.url("/slow"));
    addresses.push(third.url("/fine").replace("http:", "https:"));
    addresses.push(format!("{closed}/page"));
    let site = linking(&addresses);
    let run = check(&site, &["--format", "json"]);
    assert_eq!(run.status, 0, "other people's sites forbid no publishing: {}", run.stderr);
    let named: Vec<(String, &str)> = vec![
        (other.origin.clone(), "http://other"),
        (third.origin.clone(), "http://third"),
        (third.origin.replace("http:", "https:"), "https://third"),
        (closed, "http://closed"),
    ];
    let names: Vec<(&str, &str)> = named.iter().map(|(origin, name)| (origin.as_str(), *name)).collect();
    insta::assert_snapshot!(said(&run, &names));
    let lines = other.lines();
    let count = |line: &str| lines.iter().filter(|seen| *seen == line).count();
    assert_eq!(count("HEAD /fine"), 2, "once for itself, once where /moved leads: {lines:?}");
    assert_eq!((count("HEAD /no-head"), count("GET /no-head")), (1, 1));
    assert_eq!((count("HEAD /busy"), count("GET /busy")), (1, 1), "asked again once");
    assert_eq!(count("HEAD /fault") + count("GET /fault"), 2);
    let seen = other.seen();
    for pair in seen.windows(2) {
        let pause = pair[1].from.saturating_duration_since(pair[0].to);
        assert!(pause > Duration::from_millis(350), "one at a time and with a pause: {pair:?}");
    }
    let busy: Vec<&Request> = seen.iter().filter(|request| request.line.ends_with("/busy")).collect();
    assert!(busy[1].from - busy[0].to >= Duration::from_millis(900), "it waits as long as it is asked to");

    // The second time only what failed is asked again.
    let before = other.seen().len();
    let again = check(&site, &["--format", "json"]);
    assert_eq!(said(&again, &names), said(&run, &names));
    let mut paths: Vec<String> = other.lines()[before..]
        .iter()
        .map(|line| line.split(' ').nth(1).expect("a path").to_owned())
        .collect();
    paths.sort_unstable();
    paths.dedup();
    assert_eq!(paths, ["/fault", "/gone"]);
    assert!(again.stderr.contains("5 asked now, 6 known from the last 7 days"), "{}", again.stderr);

    // An answer that is too old is no answer.
    let file = site.path(".cache/external-links.json");
    let known = std::fs::read_to_string(&file).expect("the cache");
    let now = known.split("\"asked\": ").nth(1).expect("a time").split(',').next().expect("its end");
    let old = now.parse::<i64>().expect("seconds") - 8 * 24 * 60 * 60;
    std::fs::write(&file, known.replace(now, &old.to_string())).expect("written");
    let before = other.seen().len();
    check(&site, &[]);
    assert!(other.lines()[before..].contains(&"HEAD /fine".to_owned()));
    site.build();
    let made = crate::site::tree(&site.path("public"));
    assert!(made.iter().all(|(name, _)| !name.contains("external-links")), "the cache is not published");
}

#[test]
fn addresses_in_data_have_their_places_and_an_author_may_except_one() {
    let other = Elsewhere::new();
    let site = linking(&[]);
    site.write(
        "content/references.bib",
        format!("@misc{{a2013,\n  author = {{Ana Ruiz}},\n  title = {{A study}},\n  year = {{2013}},\n  url = {{{}}}\n}}\n", other.url("/gone?bib")),
    );
    let tool = crate::site::example_tool();
    let source = tool.find("[source]\n").expect("its source") + "[source]\n".len();
    let url = format!("url = \"{}\"\n", other.url("/gone?tool"));
    site.write("content/tools/example.toml", format!("{}{url}{}", &tool[..source], &tool[source..]));
    site.write(
        "content/glossary.toml",
        format!(
            "[[terms]]\nid = \"a\"\nterm = \"A\"\ntext = \"[More of it]({})\"\n",
            other.url("/gone?term")
        ),
    );
    let settings = std::fs::read_to_string(site.path("site.toml")).expect("the settings");
    let line = settings.find("source = \"").expect("a crisis line");
    let end = settings[line..].find('\n').expect("its end") + line;
    let dead = format!("source = \"{}\"", other.url("/gone/line"));
    site.write("site.toml", format!("{}{dead}{}", &settings[..line], &settings[end..]));
    let page = |text: String| format!("---\ntitle: A page\nsummary: It links.\n---\n{text}");
    let (same, excepted) = (other.url("/gone?term"), other.url("/gone?excepted"));
    site.write("content/care/one.md", page(format!("One [link]({same}) and [another]({same}).\n")));
    site.write(
        "content/care/two.md",
        page(format!("<!-- footbridge-ignore FB0951: kept as a record of what was there -->\nThe [old page]({excepted}).\n")),
    );
    let run = check(&site, &["--format", "json"]);
    let told = findings(&run);
    let told: Vec<String> = told
        .iter()
        .map(|finding| {
            let message = finding["message"].as_str().expect("text").replace(&other.origin, "other");
            format!("{}:{} {message}", finding["file"].as_str().expect("text"), finding["line"])
        })
        .collect();
    insta::assert_snapshot!(format!("{}\n", told.join("\n")));
    let report = check(&site, &["--format", "json"]).stdout;
    assert!(report.contains("It also stands in content/glossary.toml"), "{report}");
    let plain = site.run(&["check"]);
    assert!(!plain.stderr.contains("FB0420"), "an exception from what was not asked is none too many");
    let seen = other.lines().iter().filter(|line| *line == "HEAD /gone?term").count();
    assert_eq!(seen, 2, "once in each run, at however many places it stands");
    // In data a comment excepts, each in the signs of its file.
    let bibliography =
        std::fs::read_to_string(site.path("content/references.bib")).expect("the bibliography");
    site.write("content/references.bib", format!("% footbridge-ignore FB0951: out of print\n{bibliography}"));
    let settings = std::fs::read_to_string(site.path("site.toml")).expect("the settings");
    let read = format!("{dead} # footbridge-ignore FB0951: read on paper in November");
    site.write("site.toml", settings.replace(&dead, &read));
    let run = check(&site, &["--format", "json"]);
    let files: Vec<String> =
        findings(&run).iter().map(|finding| finding["file"].as_str().expect("text").to_owned()).collect();
    assert!(files.iter().any(|file| file == "content/tools/example.toml"), "the others are still told");
    let excepted = ["content/references.bib", "site.toml"];
    assert!(!files.iter().any(|file| excepted.contains(&file.as_str())), "{files:?}");
}

#[test]
fn a_machine_without_a_network_is_told_once() {
    // RFC 6761: these names never exist.
    let addresses: Vec<String> = (0..40).map(|index| format!("https://site-{index}.invalid/page")).collect();
    let site = linking(&addresses);
    let run = check(&site, &["--format", "json"]);
    let told = findings(&run);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert_eq!((&told[0]["code"], &told[0]["severity"]), (&"FB0956".into(), &"warning".into()));
}

#[test]
fn nothing_else_asks_another_site() {
    let other = Elsewhere::new();
    let site = linking(&[other.url("/fine"), other.url("/gone")]);
    for command in [&["check"][..], &["check", "--scorecard"], &["check", "--readability"], &["build"]] {
        assert_eq!(site.run(command).status, 0, "{command:?}");
    }
    let mut serve = site
        .command(&["serve", "--port", "47180"])
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut lines = BufReader::new(serve.stderr.take().expect("standard error")).lines();
    assert!(lines.any(|line| line.expect("a line").starts_with("serving http://")));
    thread::sleep(Duration::from_millis(300));
    serve.kill().expect("it stops");
    serve.wait().expect("it has stopped");
    assert_eq!(other.lines(), [""; 0]);

    // Nothing else could: one file names the library, and one command calls it.
    let sources = crate::site::tree(&repository().join("generator/src"));
    let with = |words: &str| -> Vec<&str> {
        let is_in = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(words);
        sources.iter().filter(|(_, bytes)| is_in(bytes)).map(|(name, _)| name.as_str()).collect()
    };
    assert_eq!(with("ureq::"), ["external/ask.rs"]);
    assert_eq!(with("external::check("), ["cli/check.rs"]);
    assert_eq!(with("TcpStream"), [""; 0]);
}

#[test]
fn numbers_in_data_are_looked_at_without_asking_anybody() {
    let site = Site::new();
    site.write(
        "content/glossary.toml",
        "[[terms]]\nid = \"line\"\nterm = \"Line\"\ntext = \"[Call](tel:nine-eight-eight) or [write](sms:988).\"\n",
    );
    let settings = std::fs::read_to_string(site.path("site.toml")).expect("the settings");
    site.write("site.toml", settings.replace("structure = \"off\"", ""));
    let run = site.run(&["check", "--format", "json"]);
    let report: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let all = report["findings"].as_array().expect("a list");
    let told: Vec<&Value> = all.iter().filter(|finding| finding["code"] == "FB1011").collect();
    assert_eq!(told.len(), 1, "{all:#?}");
    assert_eq!((&told[0]["file"], &told[0]["line"]), (&"content/glossary.toml".into(), &4.into()));
}
