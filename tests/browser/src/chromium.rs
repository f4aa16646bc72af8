//! Starts Chromium, keeps it to few pages at a time, and makes sure that nothing of it stays behind.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Condvar, Mutex};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::find::Places;
use crate::page::Page;
use crate::wire::{PATIENCE, Wire};

/// Pages that may be open at once: more only make each other slow on a small machine.
const PAGES: isize = 2;

/// The shell that stands between the test and Chromium. It waits for its standard input to end, which
/// happens when the test process ends in whatever way (a panic, an abort, a kill), and then ends Chromium
/// and removes its folder. So a browser kept in a static leaves nothing behind either.
const KEEPER: &str = r#"
home=$1; shift
TMPDIR=$home "$@" </dev/null >"$home/log" 2>&1 &
child=$!
read -r _
trap '' TERM
kill -TERM "$child" 2>/dev/null
tries=0
while kill -0 "$child" 2>/dev/null && [ $tries -lt 50 ]; do sleep 0.1; tries=$((tries + 1)); done
kill -KILL "$child" 2>/dev/null
tries=0
until rm -rf "$home" 2>/dev/null || [ $tries -gt 50 ]; do sleep 0.1; tries=$((tries + 1)); done
kill -KILL 0
"#;

/// Nothing of this may talk to anybody, and pictures must come out alike everywhere.
const FLAGS: &[&str] = &[
    "--headless=new",
    "--remote-debugging-port=0",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-breakpad",
    "--disable-crash-reporter",
    "--disable-domain-reliability",
    "--disable-client-side-phishing-detection",
    "--disable-background-timer-throttling",
    "--disable-renderer-backgrounding",
    "--disable-backgrounding-occluded-windows",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication",
    "--metrics-recording-only",
    "--mute-audio",
    "--hide-scrollbars",
    "--password-store=basic",
    "--use-mock-keychain",
    "--force-color-profile=srgb",
    "--font-render-hinting=none",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
];

/// A running browser with a profile of its own.
pub struct Chromium {
    keeper: Child,
    home: PathBuf,
    port: u16,
    control: Mutex<Control>,
    /// How many more pages may be opened. Below zero where a page has opened another by itself.
    free: Mutex<isize>,
    freed: Condvar,
}

/// The connection to the browser itself, which opens and closes pages.
struct Control {
    wire: Wire,
}

impl Chromium {
    /// Starts the browser of this machine, installing it where that is possible.
    ///
    /// # Panics
    /// With one message that names what is missing and how to install it.
    pub fn launch() -> Self {
        let program = Places::here().chromium().unwrap_or_else(|reason| panic!("{reason}"));
        Self::start(&program)
    }

    fn start(program: &Path) -> Self {
        use std::os::unix::process::CommandExt as _;
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        // A short name: Chromium makes a socket in it, whose path may have a hundred bytes.
        let home = std::env::temp_dir().join(format!("footbridge-{}-{number}", std::process::id()));
        let profile = home.join("profile");
        fs::create_dir_all(&profile)
            .unwrap_or_else(|error| panic!("cannot make {}: {error}", profile.display()));
        let mut command = Command::new("sh");
        command.args(["-c", KEEPER, "keeper"]).arg(&home).arg(program).args(FLAGS);
        if crate::packages::is_root() {
            command.arg("--no-sandbox");
        }
        command.arg(format!("--user-data-dir={}", profile.display())).arg("about:blank");
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
        let keeper = command.spawn().unwrap_or_else(|error| panic!("cannot start a shell: {error}"));
        let (port, path) = devtools(&home, program);
        let control = Mutex::new(Control { wire: Wire::open(port, &path) });
        Self { keeper, home, port, control, free: Mutex::new(PAGES), freed: Condvar::new() }
    }

    /// Opens an empty page, as soon as fewer than two others are open.
    pub fn page(&self) -> Page<'_> {
        self.wait_for_room(1);
        self.open(None)
    }

    /// Opens two pages, as soon as no other is open. Whoever needs two at once opens them together: two who have one
    /// and wait for another would wait for ever.
    pub fn two_pages(&self) -> [Page<'_>; 2] {
        self.wait_for_room(PAGES);
        [self.open(None), self.open(None)]
    }

    /// Opens an empty page in a private window of its own. All that it stores ends with it.
    pub fn private_page(&self) -> Page<'_> {
        self.wait_for_room(1);
        let made = self.call("Target.createBrowserContext", &json!({"disposeOnDetach": true}));
        self.open(made["browserContextId"].as_str())
    }

    fn wait_for_room(&self, pages: isize) {
        let mut free = self.free.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        while *free < pages {
            free = self.freed.wait(free).unwrap_or_else(std::sync::PoisonError::into_inner);
        }
        *free -= pages;
    }

    fn open(&self, context: Option<&str>) -> Page<'_> {
        let mut wanted = json!({"url": "about:blank", "newWindow": true});
        if let Some(context) = context {
            wanted["browserContextId"] = context.into();
        }
        let created = self.call("Target.createTarget", &wanted);
        let id = created["targetId"].as_str().expect("a created target has an id");
        Page::attach(self, self.port, id, context.map(str::to_owned))
    }

    /// Waits for the page that another one has opened by itself, by a link into a new tab.
    pub(crate) fn opened_by(&self, target: &str) -> Page<'_> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let all = self.call("Target.getTargets", &json!({}));
            let mut all = all["targetInfos"].as_array().into_iter().flatten();
            if let Some(opened) = all.find(|other| other["type"] == "page" && other["openerId"] == target) {
                *self.free.lock().unwrap_or_else(std::sync::PoisonError::into_inner) -= 1;
                return Page::attach(self, self.port, opened["targetId"].as_str().unwrap_or_default(), None);
            }
            assert!(Instant::now() < deadline, "no page was opened within {} s", PATIENCE.as_secs());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Ends the browser as a person does, and waits until it has written all that it writes on ending. Its folder stays
    /// until this value goes, for whoever wants to read it. All pages must be closed before.
    pub fn quit(&self) {
        let mut control = self.control.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        control.wire.send(None, "Browser.close", &json!({}));
        let deadline = Instant::now() + PATIENCE;
        // Its lock on the profile is the last that it lets go.
        while fs::symlink_metadata(self.home.join("profile/SingletonLock")).is_ok() {
            assert!(Instant::now() < deadline, "Chromium did not end within {} s", PATIENCE.as_secs());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The folder that holds all that the browser writes while it runs.
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// Closes a page and lets the next one open.
    pub(crate) fn close(&self, target: &str, context: Option<&str>) {
        // A page that crashed is gone already, which is as good.
        if !std::thread::panicking() {
            self.call("Target.closeTarget", &json!({"targetId": target}));
            if let Some(context) = context {
                self.call("Target.disposeBrowserContext", &json!({"browserContextId": context}));
            }
        } else if let Ok(mut control) = self.control.lock() {
            control.wire.send(None, "Target.closeTarget", &json!({"targetId": target}));
        }
        *self.free.lock().unwrap_or_else(std::sync::PoisonError::into_inner) += 1;
        self.freed.notify_all();
    }

    fn call(&self, method: &str, parameters: &Value) -> Value {
        let mut control = self.control.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let id = control.wire.send(None, method, parameters);
        let deadline = Instant::now() + PATIENCE;
        while let Some(mut answer) = control.wire.receive(deadline) {
            if answer["id"] == id {
                return answer["result"].take();
            }
        }
        panic!("Chromium did not answer {method} within {} s", PATIENCE.as_secs());
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        self.keeper.wait().ok();
    }
}

/// The port and path that Chromium writes into its profile when it is ready.
fn devtools(home: &Path, program: &Path) -> (u16, String) {
    let deadline = Instant::now() + PATIENCE;
    while Instant::now() < deadline {
        let text = fs::read_to_string(home.join("profile/DevToolsActivePort")).unwrap_or_default();
        if let Some((port, path)) = text.split_once('\n')
            && let Ok(port) = port.parse()
            && path.starts_with('/')
        {
            return (port, path.trim().to_owned());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let mut said = String::new();
    if let Ok(mut log) = fs::File::open(home.join("log")) {
        log.read_to_string(&mut said).ok();
    }
    panic!("{} did not start within {} s. It said: {said}", program.display(), PATIENCE.as_secs());
}
