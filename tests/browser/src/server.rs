//! A plain static host on loopback: files as they are, `index.html` for folders, `404.html` for the rest.
//!
//! It has what a test needs and a real host has not: it tells what was asked of it, can stand under a
//! base path, and can hold a page back in the middle, as a slow line does.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

/// One request as the host saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// `GET` or another method.
    pub method: String,
    /// The path with its query, as sent.
    pub path: String,
    /// The answer's status.
    pub status: u16,
    /// The lines of its head, as sent.
    pub headers: String,
}

/// A running host. It stops when it goes out of scope.
pub struct Server {
    origin: String,
    base: String,
    address: std::net::SocketAddr,
    shared: Arc<Shared>,
    acceptor: Option<JoinHandle<()>>,
}

struct Shared {
    folder: PathBuf,
    base: String,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    seen: Vec<Seen>,
    /// Bytes before which every answer waits.
    hold: Option<Vec<u8>>,
    stopped: bool,
}

impl Server {
    /// Serves the folder at the root of an origin of its own.
    pub fn folder(folder: impl AsRef<Path>) -> Self {
        Self::under("/", folder)
    }

    /// Serves the folder under a base path such as `/help/`. The folder may come to be later.
    pub fn under(base: &str, folder: impl AsRef<Path>) -> Self {
        assert!(base.starts_with('/') && base.ends_with('/'), "a base path stands between slashes: {base}");
        let listener = on_a_new_port();
        let address = listener.local_addr().expect("a bound socket has an address");
        let shared = Arc::new(Shared {
            folder: folder.as_ref().to_path_buf(),
            base: base.to_owned(),
            state: Mutex::default(),
            changed: Condvar::new(),
        });
        let served = Arc::clone(&shared);
        let acceptor = std::thread::spawn(move || accept(&listener, &served));
        let origin = format!("http://{address}");
        Self { origin, base: base.to_owned(), address, shared, acceptor: Some(acceptor) }
    }

    /// `http://127.0.0.1:PORT`, without a slash.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The address of a path of the site: `/tools/` becomes `http://127.0.0.1:PORT/help/tools/`.
    pub fn url(&self, path: &str) -> String {
        format!("{}{}{}", self.origin, self.base, path.trim_start_matches('/'))
    }

    /// Everything that was asked for so far.
    pub fn seen(&self) -> Vec<Seen> {
        self.shared.state().seen.clone()
    }

    /// From here on, an answer that contains these bytes stops before them until `release`.
    pub fn hold_before(&self, mark: &str) {
        self.shared.state().hold = Some(mark.as_bytes().to_vec());
    }

    /// Sends the rest of what was held.
    pub fn release(&self) {
        self.shared.state().hold = None;
        self.shared.changed.notify_all();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.state().stopped = true;
        self.release();
        // Wakes the thread that accepts, so that it sees that it is over.
        TcpStream::connect(self.address).ok();
        if let Some(acceptor) = self.acceptor.take() {
            acceptor.join().ok();
        }
    }
}

/// A port that no server of this process had before: a browser keeps what it stores by address, and a test must not find
/// what another one stored.
fn on_a_new_port() -> TcpListener {
    static USED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    // Those that had been used stay bound meanwhile, so that none is offered twice.
    let mut passed_over = Vec::new();
    loop {
        let listener = TcpListener::bind("127.0.0.1:0").expect("loopback has a free port");
        let port = listener.local_addr().expect("a bound socket has an address").port();
        if USED.lock().unwrap_or_else(PoisonError::into_inner).insert(port) {
            return listener;
        }
        passed_over.push(listener);
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming().flatten() {
        if shared.state().stopped {
            return;
        }
        let shared = Arc::clone(shared);
        // A browser opens connections ahead of need, so each one waits in a thread of its own.
        std::thread::spawn(move || shared.serve(&stream).ok());
    }
}

impl Shared {
    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers one request; the connection is not used again.
    fn serve(&self, stream: &TcpStream) -> std::io::Result<()> {
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        let mut reader = BufReader::new(stream);
        let mut first = String::new();
        reader.read_line(&mut first)?;
        let mut words = first.split_whitespace();
        let (Some(method), Some(path)) = (words.next(), words.next()) else { return Ok(()) };
        let mut headers = String::new();
        while reader.read_line(&mut headers)? > 2 {}
        let answer = self.answer(path);
        let seen = Seen { method: method.to_owned(), path: path.to_owned(), status: answer.status, headers };
        self.state().seen.push(seen);
        let body = if method == "HEAD" { &[][..] } else { &answer.body };
        let head = format!(
            "HTTP/1.1 {} {}\r\ncontent-type: {}\r\n{}content-length: {}\r\ncache-control: no-cache\r\n\
             connection: close\r\n\r\n",
            answer.status,
            if answer.status == 200 { "OK" } else { "Other" },
            answer.kind,
            answer.location.map(|to| format!("location: {to}\r\n")).unwrap_or_default(),
            body.len(),
        );
        let mut stream = stream;
        stream.write_all(head.as_bytes())?;
        let hold = self.state().hold.clone();
        let place = hold.and_then(|mark| body.windows(mark.len()).position(|bytes| bytes == mark));
        let (now, later) = body.split_at(place.unwrap_or(body.len()));
        stream.write_all(now)?;
        stream.flush()?;
        if !later.is_empty() {
            let mut state = self.state();
            while state.hold.is_some() {
                state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
            }
            drop(state);
            stream.write_all(later)?;
        }
        stream.flush()
    }

    fn answer(&self, target: &str) -> Answer {
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let Some(inside) = path.strip_prefix(&self.base) else {
            return Answer::missing(b"outside of the site".to_vec());
        };
        let decoded = decode(inside);
        let climbs = decoded.split('/').any(|part| part == "..");
        let file = self.folder.join(decoded.trim_end_matches('/'));
        if !climbs && file.is_dir() {
            if !decoded.is_empty() && !decoded.ends_with('/') {
                return Answer {
                    location: Some(format!("{path}/")),
                    ..Answer::missing(Vec::new()).with(301)
                };
            }
            if let Ok(body) = fs::read(file.join("index.html")) {
                return Answer { body, ..Answer::missing(Vec::new()).with(200) };
            }
        } else if !climbs
            && !decoded.ends_with('/')
            && let Ok(body) = fs::read(&file)
        {
            return Answer { body, kind: kind(&file), ..Answer::missing(Vec::new()).with(200) };
        }
        Answer::missing(fs::read(self.folder.join("404.html")).unwrap_or_else(|_| b"not found".to_vec()))
    }
}

struct Answer {
    status: u16,
    kind: &'static str,
    location: Option<String>,
    body: Vec<u8>,
}

impl Answer {
    fn missing(body: Vec<u8>) -> Self {
        Self { status: 404, kind: "text/html; charset=utf-8", location: None, body }
    }

    fn with(self, status: u16) -> Self {
        Self { status, ..self }
    }
}

/// Undoes percent-encoding.
fn decode(path: &str) -> String {
    let bytes = path.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let code = path.get(at + 1..at + 3).filter(|_| byte == b'%');
        if let Some(value) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            plain.push(value);
            at += 3;
        } else {
            plain.push(byte);
            at += 1;
        }
    }
    String::from_utf8_lossy(&plain).into_owned()
}

/// The content type that hosts give to a file of this name.
fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "xml" | "atom" => "application/xml",
        "txt" | "md" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
