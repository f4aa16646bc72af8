//! The conversation with one page: commands and their answers, and every event that comes between.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::traffic::{Traffic, is_local};
use crate::wire::{PATIENCE, Wire};

/// What a page of another host is answered with, instead of asking that host.
const STAND_IN: &str = "<!doctype html><html lang=en><title>Outside</title><p>A page of another host.";

/// A page's connection with what it has recorded.
pub(crate) struct Session {
    wire: Wire,
    pub(crate) traffic: Traffic,
    /// Loads that have finished, by the id of their loader.
    pub(crate) loaded: Vec<String>,
    /// When on, going to another host is answered with "204 No Content", at which a browser stays.
    pub(crate) stay: bool,
    /// When on, a crash of the page is told by `crashed` and ends no test.
    pub(crate) may_crash: bool,
    pub(crate) crashed: bool,
}

impl Session {
    /// Connects to the target and turns on everything that records.
    pub(crate) fn open(port: u16, target: &str) -> Self {
        let mut session = Self {
            wire: Wire::open(port, &format!("/devtools/page/{target}")),
            traffic: Traffic::default(),
            loaded: Vec::new(),
            stay: false,
            may_crash: false,
            crashed: false,
        };
        for domain in ["Page", "Runtime", "Log", "Network", "Audits", "DOM", "CSS", "Accessibility"] {
            session.call(&format!("{domain}.enable"), &json!({}));
        }
        session.call("Fetch.enable", &json!({"patterns": [{"urlPattern": "*"}]}));
        session.call("Page.setLifecycleEventsEnabled", &json!({"enabled": true}));
        session.call("Emulation.setFocusEmulationEnabled", &json!({"enabled": true}));
        // Workers and frames in processes of their own wait until they are being recorded too.
        let attach = json!({"autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true});
        session.call("Target.setAutoAttach", &attach);
        session
    }

    /// Sends a command and waits for its answer.
    #[track_caller]
    pub(crate) fn call(&mut self, method: &str, parameters: &Value) -> Value {
        self.try_call(method, parameters)
            .unwrap_or_else(|reason| panic!("Chromium refused {method}: {reason}"))
    }

    /// Sends a command that may well be refused.
    pub(crate) fn try_call(&mut self, method: &str, parameters: &Value) -> Result<Value, String> {
        if self.crashed {
            return Err("the page crashed".into());
        }
        let id = self.wire.send(None, method, parameters);
        let deadline = Instant::now() + PATIENCE;
        while let Some(mut message) = self.wire.receive(deadline) {
            if message["id"] == id {
                return match message["error"]["message"].as_str() {
                    Some(reason) => Err(reason.to_owned()),
                    None => Ok(message["result"].take()),
                };
            }
            self.handle(&message);
            if self.crashed {
                return Err("the page crashed".into());
            }
        }
        panic!("Chromium did not answer {method} within {} s", PATIENCE.as_secs());
    }

    /// Reads whatever comes for this long.
    pub(crate) fn pump(&mut self, time: Duration) {
        let deadline = Instant::now() + time;
        while let Some(message) = self.wire.receive(deadline) {
            self.handle(&message);
            if Instant::now() >= deadline {
                break;
            }
        }
    }

    /// Reads until nothing has come for a moment. That a thing does not happen can only be seen by waiting.
    pub(crate) fn quiet(&mut self) {
        let patience = Instant::now() + Duration::from_secs(2);
        while let Some(message) = self.wire.receive(Instant::now() + Duration::from_millis(60)) {
            self.handle(&message);
            if Instant::now() > patience {
                break;
            }
        }
    }

    fn handle(&mut self, message: &Value) {
        let Some(method) = message["method"].as_str() else { return };
        let data = &message["params"];
        let session = message["sessionId"].as_str();
        self.traffic.note(method, data);
        match method {
            "Fetch.requestPaused" => self.answer(session, data),
            "Page.lifecycleEvent" if data["name"] == "load" => {
                self.loaded.extend(data["loaderId"].as_str().map(str::to_owned));
            }
            "Page.javascriptDialogOpening" => {
                self.wire.send(session, "Page.handleJavaScriptDialog", &json!({"accept": true}));
            }
            "Target.attachedToTarget" => {
                let child = data["sessionId"].as_str();
                self.wire.send(child, "Network.enable", &json!({}));
                self.wire.send(child, "Runtime.enable", &json!({}));
                self.wire.send(child, "Fetch.enable", &json!({"patterns": [{"urlPattern": "*"}]}));
                self.wire.send(child, "Runtime.runIfWaitingForDebugger", &json!({}));
            }
            "Inspector.targetCrashed" => {
                assert!(self.may_crash, "the page crashed");
                self.crashed = true;
            }
            _ => {}
        }
    }

    /// Lets a local request go on, and answers any other one here.
    fn answer(&mut self, session: Option<&str>, data: &Value) {
        let id = &data["requestId"];
        if is_local(data["request"]["url"].as_str().unwrap_or_default()) {
            self.wire.send(session, "Fetch.continueRequest", &json!({"requestId": id}));
            return;
        }
        let stay = self.stay && data["resourceType"] == "Document";
        let status = if stay { 204 } else { 200 };
        let body = crate::capture::encode(if stay { b"" } else { STAND_IN.as_bytes() });
        let headers = json!([{"name": "content-type", "value": "text/html; charset=utf-8"}]);
        let answer =
            json!({"requestId": id, "responseCode": status, "responseHeaders": headers, "body": body});
        self.wire.send(session, "Fetch.fulfillRequest", &answer);
    }
}
