//! What a page asked for and what it said: requests, console messages, exceptions, policy violations.

use std::collections::HashSet;

use serde_json::Value;

/// One request that the page, or a worker or frame of it, made or tried to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The whole address.
    pub url: String,
    /// What it was for, as Chromium calls it: `Document`, `Stylesheet`, `Fetch`, `WebSocket`, `Ping`…
    pub kind: String,
    /// `GET`, `POST`…
    pub method: String,
    /// What was sent along, if it was text.
    pub body: String,
}

impl Request {
    /// Whether this needs the network or the disk: not so for what stands inside the page itself.
    pub fn is_fetched(&self) -> bool {
        !["data:", "blob:", "about:"].iter().any(|scheme| self.url.starts_with(scheme))
    }

    /// Whether it goes to this machine (a loopback server or a file).
    pub fn is_local(&self) -> bool {
        is_local(&self.url)
    }
}

/// Whether the address is on this machine, so that asking for it tells nobody anything.
pub(crate) fn is_local(url: &str) -> bool {
    let after = url.split_once("://").map_or("", |(_, rest)| rest);
    let host = after.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let network = ["http://", "https://", "ws://", "wss://"].iter().any(|scheme| url.starts_with(scheme));
    !network || host == "127.0.0.1" || host == "localhost"
}

/// One line of the console, an uncaught exception, or a complaint of the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// `log`, `warning`, `error`, `exception`, `security`, `policy`…
    pub kind: String,
    /// What it says.
    pub text: String,
}

impl Message {
    /// Whether it tells of something broken.
    pub fn is_problem(&self) -> bool {
        ["error", "exception", "policy", "assert"].contains(&self.kind.as_str())
    }
}

/// Everything recorded since the page was opened, or since it was last forgotten.
#[derive(Default)]
pub(crate) struct Traffic {
    pub(crate) requests: Vec<Request>,
    pub(crate) messages: Vec<Message>,
    /// Windows, workers and frames that came out of the page: their kind and address.
    pub(crate) opened: Vec<Request>,
    known: HashSet<String>,
}

impl Traffic {
    /// Takes note of an event, if it is one to take note of.
    pub(crate) fn note(&mut self, method: &str, data: &Value) {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        match method {
            "Network.requestWillBeSent" => {
                // A redirect repeats the id, and is one more request.
                let again = !data["redirectResponse"].is_null();
                if self.known.insert(text(&data["requestId"])) || again {
                    self.requests.push(request(&data["request"], text(&data["type"])));
                }
            }
            "Fetch.requestPaused" => {
                let id = data["networkId"].as_str().or(data["requestId"].as_str()).unwrap_or_default();
                if self.known.insert(id.to_owned()) {
                    self.requests.push(request(&data["request"], text(&data["resourceType"])));
                }
            }
            "Network.webSocketCreated" => self.push(&data["url"], "WebSocket"),
            "Network.webTransportCreated" => self.push(&data["url"], "WebTransport"),
            "Network.directTCPSocketCreated" | "Network.directUDPSocketCreated" => {
                self.push(&data["remoteAddr"], "Socket");
            }
            "Page.downloadWillBegin" => self.push(&data["url"], "Download"),
            "Page.windowOpen" => self.open(&data["url"], "window"),
            "Target.attachedToTarget" => {
                let target = &data["targetInfo"];
                self.open(&target["url"], target["type"].as_str().unwrap_or_default());
            }
            "Runtime.consoleAPICalled" => {
                let words: Vec<String> = data["args"].as_array().into_iter().flatten().map(printed).collect();
                self.say(&text(&data["type"]), words.join(" "));
            }
            "Runtime.exceptionThrown" => {
                let details = &data["exceptionDetails"];
                let thrown = details["exception"]["description"].as_str();
                self.say("exception", thrown.map_or_else(|| text(&details["text"]), str::to_owned));
            }
            "Log.entryAdded" => {
                let entry = &data["entry"];
                let address = entry["url"].as_str().unwrap_or_default();
                self.say(&text(&entry["level"]), format!("{} {address}", text(&entry["text"])).trim().into());
            }
            "Audits.issueAdded" => {
                let violation = &data["issue"]["details"]["contentSecurityPolicyIssueDetails"];
                if !violation.is_null() {
                    let directive = text(&violation["violatedDirective"]);
                    let blocked = text(&violation["blockedURL"]);
                    self.say("policy", format!("{directive} refused {blocked}").trim().into());
                }
            }
            _ => {}
        }
    }

    /// Starts anew, so that a test sees only what comes from here on.
    pub(crate) fn forget(&mut self) {
        self.requests.clear();
        self.messages.clear();
        self.opened.clear();
    }

    fn push(&mut self, url: &Value, kind: &str) {
        self.requests.push(plain(url, kind));
    }

    fn open(&mut self, url: &Value, kind: &str) {
        self.opened.push(plain(url, kind));
    }

    fn say(&mut self, kind: &str, text: String) {
        self.messages.push(Message { kind: kind.to_owned(), text });
    }
}

fn plain(url: &Value, kind: &str) -> Request {
    let url = url.as_str().unwrap_or_default().to_owned();
    Request { url, kind: kind.to_owned(), method: "GET".into(), body: String::new() }
}

fn request(data: &Value, kind: String) -> Request {
    let text = |name: &str| data[name].as_str().unwrap_or_default().to_owned();
    // A fragment never travels, but it must not carry answers either, so it is kept.
    let url = text("url") + data["urlFragment"].as_str().unwrap_or_default();
    Request { url, kind, method: text("method"), body: text("postData") }
}

/// An argument of a console call, as the console would print it.
fn printed(argument: &Value) -> String {
    match &argument["value"] {
        Value::Null => argument["description"].as_str().unwrap_or("null").to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
