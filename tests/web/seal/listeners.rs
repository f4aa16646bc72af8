//! Whoever a hostile script could tell something: real listeners for HTTP, WebSocket, TURN (TCP) and STUN, QUIC (UDP),
//! a pair for each way out, so that even a bare connection is known by its port. And the host of the page itself.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// What reached a listener.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Heard {
    #[default]
    Nothing,
    /// A connection in which not a byte was sent: it tells the host's name and nothing more.
    Contact,
    Request,
}

/// What one way brought to the other origin and to the page's own.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Told {
    pub(super) other: Heard,
    pub(super) same: Heard,
}

/// The page as its host sends it.
pub(super) struct Sent {
    pub(super) path: String,
    pub(super) html: Vec<u8>,
    pub(super) headers: Vec<String>,
}

/// All listeners of one run. They end when this goes out of scope.
pub(super) struct Listeners {
    pub(super) host: u16,
    /// The port of each way, for TCP and UDP alike.
    pub(super) ports: Vec<u16>,
    told: Arc<Mutex<Vec<Told>>>,
    over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Listeners {
    pub(super) fn start(ways: usize, sent: Sent) -> Self {
        let host = listener();
        let port = host.local_addr().unwrap().port();
        let pairs: Vec<_> = (0..ways).map(|_| pair()).collect();
        let ports = pairs.iter().map(|(tcp, _)| tcp.local_addr().unwrap().port()).collect();
        let told = Arc::new(Mutex::new(vec![Told::default(); ways]));
        let over = Arc::new(AtomicBool::new(false));
        let mut listening = Listening { host, pairs, sent, told: Arc::clone(&told), open: Vec::new() };
        let ended = Arc::clone(&over);
        let thread = std::thread::spawn(move || {
            while !ended.load(Ordering::Relaxed) {
                listening.turn();
                std::thread::sleep(Duration::from_millis(3));
            }
        });
        Self { host: port, ports, told, over, thread: Some(thread) }
    }

    pub(super) fn told(&self) -> Vec<Told> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Listeners {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

fn listener() -> TcpListener {
    let tcp = TcpListener::bind("127.0.0.1:0").unwrap();
    tcp.set_nonblocking(true).unwrap();
    tcp
}

/// A listener for TCP and one for UDP at the same port.
fn pair() -> (TcpListener, UdpSocket) {
    loop {
        let tcp = listener();
        // Another program may have the port for UDP; then it is another port.
        if let Ok(udp) = UdpSocket::bind(tcp.local_addr().unwrap()) {
            udp.set_nonblocking(true).unwrap();
            return (tcp, udp);
        }
    }
}

struct Listening {
    host: TcpListener,
    pairs: Vec<(TcpListener, UdpSocket)>,
    sent: Sent,
    told: Arc<Mutex<Vec<Told>>>,
    /// Connections of which more may come.
    open: Vec<Connection>,
}

struct Connection {
    /// The way's number, or none for the page's own host.
    way: Option<usize>,
    stream: TcpStream,
    text: Vec<u8>,
    since: Instant,
}

/// So long may a request take to follow its connection. Without one, the connection alone counts.
const BARE: Duration = Duration::from_millis(300);

/// Whether this is a request for something that no way asks for. A port that another test has just given back may
/// still be asked by that test's pages.
fn is_of_a_stranger(text: &[u8], way: usize) -> bool {
    let line = text.split(|byte| *byte == b'\r').next().unwrap_or_default();
    let line = String::from_utf8_lossy(line);
    line.ends_with(" HTTP/1.1") && !line.contains(&format!("way/{way}"))
}

impl Listening {
    fn turn(&mut self) {
        while let Ok((stream, _)) = self.host.accept() {
            self.take(None, stream);
        }
        for way in 0..self.pairs.len() {
            while let Ok((stream, _)) = self.pairs[way].0.accept() {
                self.take(Some(way), stream);
            }
            let mut bytes = [0; 2048];
            while self.pairs[way].1.recv_from(&mut bytes).is_ok() {
                self.tell(way, true, Heard::Request);
            }
        }
        for mut one in std::mem::take(&mut self.open) {
            let mut bytes = [0; 4096];
            let read = one.stream.read(&mut bytes);
            let is_bare = one.text.is_empty() && one.since.elapsed() > BARE;
            if let (Some(way), true) = (one.way, is_bare || matches!(read, Ok(0)) && one.text.is_empty()) {
                self.tell(way, true, Heard::Contact);
            }
            let goes_on = match read {
                Ok(0) => false,
                Ok(count) => {
                    one.text.extend_from_slice(&bytes[..count]);
                    if let Some(way) = one.way
                        && !is_of_a_stranger(&one.text, way)
                    {
                        self.tell(way, true, Heard::Request);
                    }
                    let is_whole = one.text.windows(4).any(|end| end == b"\r\n\r\n");
                    if is_whole {
                        self.answer(one.way, &mut one.stream, &String::from_utf8_lossy(&one.text));
                    }
                    !is_whole
                }
                Err(error) => error.kind() == ErrorKind::WouldBlock,
            };
            if goes_on {
                self.open.push(one);
            }
        }
    }

    fn take(&mut self, way: Option<usize>, stream: TcpStream) {
        if stream.set_nonblocking(true).is_ok() {
            self.open.push(Connection { way, stream, text: Vec::new(), since: Instant::now() });
        }
    }

    fn tell(&self, way: usize, is_other: bool, heard: Heard) {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(told) = told.get_mut(way) else { return };
        let place = if is_other { &mut told.other } else { &mut told.same };
        *place = heard.max(*place);
    }

    /// The page for its own address. All else gets "204 No Content", at which a browser stays where it is.
    fn answer(&self, way: Option<usize>, stream: &mut TcpStream, request: &str) {
        let target = request.split_whitespace().nth(1).unwrap_or_default();
        let wants_page = way.is_none() && target == self.sent.path;
        if way.is_none()
            && let Some(number) = target.strip_prefix("/way/")
        {
            let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
            self.tell(digits.parse().unwrap_or(usize::MAX), false, Heard::Request);
        }
        let (status, body) =
            if wants_page { ("200 OK", &self.sent.html[..]) } else { ("204 No Content", &[][..]) };
        let own: String =
            self.sent.headers.iter().filter(|_| way.is_none()).map(|line| format!("{line}\r\n")).collect();
        let head = format!(
            "HTTP/1.1 {status}\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: {}\r\n\
             access-control-allow-origin: *\r\nconnection: close\r\n{own}\r\n",
            body.len()
        );
        // Whoever hangs up early has been heard all the same.
        stream.set_nonblocking(false).ok();
        stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body)).ok();
    }
}
