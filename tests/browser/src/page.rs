//! One page of the browser: going somewhere, asking it things, waiting for it, and what it recorded.

use std::cell::RefCell;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::chromium::Chromium;
use crate::session::Session;
use crate::traffic::{Message, Request};

/// How long a condition may take to become true. Tests never wait this long unless something is wrong.
const DEADLINE: Duration = Duration::from_secs(30);

/// A page. It closes when it goes out of scope.
pub struct Page<'a> {
    chromium: &'a Chromium,
    target: String,
    /// The private window that holds it, if one does.
    context: Option<String>,
    pub(crate) session: RefCell<Session>,
}

impl<'a> Page<'a> {
    pub(crate) fn attach(chromium: &'a Chromium, port: u16, target: &str, context: Option<String>) -> Self {
        let session = RefCell::new(Session::open(port, target));
        let page = Self { chromium, target: target.to_owned(), context, session };
        page.viewport(1280, 900);
        page
    }

    /// Goes to an address and waits until it has loaded.
    #[track_caller]
    pub fn goto(&self, url: &str) {
        let Some(loader) = self.start(url) else { return };
        let deadline = Instant::now() + DEADLINE;
        while !self.session.borrow().loaded.contains(&loader) {
            assert!(Instant::now() < deadline, "{url} did not load within {} s", DEADLINE.as_secs());
            self.session.borrow_mut().pump(Duration::from_millis(20));
        }
    }

    /// Waits for the page that a press in this one opens in a tab of its own, until it has loaded. What it asked for
    /// before is in this one's [`Page::opened`].
    #[track_caller]
    pub fn window(&self) -> Page<'a> {
        let window = self.chromium.opened_by(&self.target);
        let deadline = Instant::now() + DEADLINE;
        // On its way from the empty page that a tab begins with, a question may find nobody to answer.
        let is_there = "document.URL !== 'about:blank' && document.readyState === 'complete'";
        while window.try_eval(is_there) != Ok(Value::Bool(true)) {
            assert!(Instant::now() < deadline, "the new tab did not load within {} s", DEADLINE.as_secs());
            window.session.borrow_mut().pump(Duration::from_millis(20));
        }
        window
    }

    /// Starts going to an address and gives back the id of the load, if it is another document.
    #[track_caller]
    pub fn start(&self, url: &str) -> Option<String> {
        let answer = self.call("Page.navigate", &json!({"url": url}));
        if let Some(reason) = answer["errorText"].as_str() {
            panic!("{url} could not be opened: {reason}");
        }
        answer["loaderId"].as_str().map(str::to_owned)
    }

    /// The value of a JavaScript expression; a promise is waited for.
    #[track_caller]
    pub fn eval(&self, expression: &str) -> Value {
        self.try_eval(expression).unwrap_or_else(|reason| panic!("{reason}\nin: {expression}"))
    }

    /// Like `eval`, for an expression that may fail.
    ///
    /// # Errors
    /// What the page threw.
    pub fn try_eval(&self, expression: &str) -> Result<Value, String> {
        // `userGesture` stays off: a page must not get powers here that it lacks in a reader's hands.
        let parameters = json!({"expression": expression, "returnByValue": true, "awaitPromise": true});
        let mut answer = self.session.borrow_mut().try_call("Runtime.evaluate", &parameters)?;
        let thrown = &answer["exceptionDetails"];
        if thrown.is_null() {
            return Ok(answer["result"]["value"].take());
        }
        let text = thrown["exception"]["description"].as_str().or(thrown["text"].as_str());
        Err(text.unwrap_or("the page threw something").to_owned())
    }

    /// Waits until the expression is true.
    #[track_caller]
    pub fn wait_for(&self, condition: &str) {
        let deadline = Instant::now() + DEADLINE;
        loop {
            // While a page is being replaced there is nothing to ask; the next one will answer.
            if self.try_eval(&format!("Boolean({condition})")) == Ok(Value::Bool(true)) {
                return;
            }
            let waited = DEADLINE.as_secs();
            assert!(Instant::now() < deadline, "after {waited} s this was still not true: {condition}");
            self.session.borrow_mut().pump(Duration::from_millis(10));
        }
    }

    /// Whether the expression is true now.
    #[track_caller]
    pub fn is(&self, condition: &str) -> bool {
        self.eval(&format!("Boolean({condition})")) == Value::Bool(true)
    }

    /// The visible text of the first element that matches, or nothing if none does.
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        let expression = format!("document.querySelector({})?.innerText.trim() ?? ''", json!(selector));
        self.eval(&expression).as_str().unwrap_or_default().to_owned()
    }

    /// Whether some element that matches can be seen.
    #[track_caller]
    pub fn sees(&self, selector: &str) -> bool {
        let test = "e.checkVisibility({visibilityProperty: true, opacityProperty: true}) \
                    && e.getClientRects().length > 0";
        self.is(&format!("[...document.querySelectorAll({})].some(e => {test})", json!(selector)))
    }

    /// How many elements match.
    #[track_caller]
    pub fn count(&self, selector: &str) -> usize {
        let expression = format!("document.querySelectorAll({}).length", json!(selector));
        self.eval(&expression).as_u64().and_then(|count| usize::try_from(count).ok()).unwrap_or_default()
    }

    /// The address, as the page itself sees it.
    #[track_caller]
    pub fn address(&self) -> String {
        self.eval("location.href").as_str().unwrap_or_default().to_owned()
    }

    /// The addresses in the history of this page, oldest first.
    #[track_caller]
    pub fn history(&self) -> Vec<String> {
        let answer = self.call("Page.getNavigationHistory", &json!({}));
        let entries = answer["entries"].as_array().into_iter().flatten();
        entries.filter_map(|entry| entry["url"].as_str().map(str::to_owned)).collect()
    }

    /// Runs a script in every new document before its own scripts.
    #[track_caller]
    pub fn before_scripts(&self, source: &str) {
        self.call("Page.addScriptToEvaluateOnNewDocument", &json!({"source": source}));
    }

    /// Adds a style to the page as it stands, past its policy, as a reader's own style would be.
    #[track_caller]
    pub fn add_style(&self, css: &str) {
        let tree = self.call("Page.getFrameTree", &json!({}));
        let frame = &tree["frameTree"]["frame"]["id"];
        let sheet = self.call("CSS.createStyleSheet", &json!({"frameId": frame, "force": true}));
        let parameters = json!({"styleSheetId": sheet["styleSheetId"], "text": css});
        self.call("CSS.setStyleSheetText", &parameters);
    }

    /// Every request so far, those of workers and frames included.
    pub fn requests(&self) -> Vec<Request> {
        self.settle();
        self.session.borrow().traffic.requests.clone()
    }

    /// Windows, workers and frames that came out of the page.
    pub fn opened(&self) -> Vec<Request> {
        self.settle();
        self.session.borrow().traffic.opened.clone()
    }

    /// Everything that the console shows so far.
    pub fn messages(&self) -> Vec<Message> {
        self.settle();
        self.session.borrow().traffic.messages.clone()
    }

    /// The errors, exceptions and violations of policy so far, one line each.
    pub fn problems(&self) -> Vec<String> {
        let told = self.messages().into_iter().filter(Message::is_problem);
        told.map(|message| format!("{}: {}", message.kind, message.text)).collect()
    }

    /// Forgets what has been recorded, so that only what follows is.
    pub fn forget(&self) {
        self.settle();
        self.session.borrow_mut().traffic.forget();
    }

    /// Waits for a request that is of this sort, and gives it back.
    #[track_caller]
    pub fn wait_for_request(&self, wanted: impl Fn(&Request) -> bool) -> Request {
        let deadline = Instant::now() + DEADLINE;
        loop {
            if let Some(found) = self.session.borrow().traffic.requests.iter().find(|request| wanted(request))
            {
                return found.clone();
            }
            let seen = || self.session.borrow().traffic.requests.clone();
            assert!(Instant::now() < deadline, "no such request came among {:#?}", seen());
            self.session.borrow_mut().pump(Duration::from_millis(10));
        }
    }

    /// From here on, going to another host is tried and recorded, but leads nowhere: the page stays.
    pub fn stay(&self) {
        self.session.borrow_mut().stay = true;
    }

    /// From here on, a crash of the page ends no test: nothing in it answers any more, and `has_crashed` tells.
    pub fn may_crash(&self) {
        self.session.borrow_mut().may_crash = true;
    }

    /// Whether the page has crashed, where that ends no test.
    pub fn has_crashed(&self) -> bool {
        self.session.borrow().crashed
    }

    /// A command of the DevTools protocol, for what has no method here.
    #[track_caller]
    pub fn call(&self, method: &str, parameters: &Value) -> Value {
        self.session.borrow_mut().call(method, parameters)
    }

    /// Reads all that the page has told, until it has nothing more to tell.
    fn settle(&self) {
        // The answer to a command comes after the events that were on their way.
        self.session.borrow_mut().try_call("Page.getFrameTree", &json!({})).ok();
        self.session.borrow_mut().quiet();
    }
}

impl Drop for Page<'_> {
    fn drop(&mut self) {
        self.chromium.close(&self.target, self.context.as_deref());
    }
}
