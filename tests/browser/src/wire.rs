//! One WebSocket to Chromium: sends numbered commands, reads what comes back.

use std::io::ErrorKind;
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tungstenite::protocol::WebSocketConfig;
use tungstenite::{Message, WebSocket};

/// How long Chromium may take for one command. Generous, because a build machine can be very busy.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// A connection to one target of the browser.
pub(crate) struct Wire {
    socket: WebSocket<TcpStream>,
    last: u64,
}

impl Wire {
    /// Opens the connection: `path` is as `DevToolsActivePort` or `/devtools/page/ID`.
    pub(crate) fn open(port: u16, path: &str) -> Self {
        let stream = TcpStream::connect(("127.0.0.1", port))
            .unwrap_or_else(|error| panic!("Chromium does not answer on port {port}: {error}"));
        stream.set_read_timeout(Some(Duration::from_millis(10))).expect("a positive timeout is accepted");
        stream.set_nodelay(true).expect("an open socket takes the option");
        // A full-page screenshot or an accessibility tree is larger than the default of 16 MiB a frame.
        let config = WebSocketConfig::default().max_message_size(None).max_frame_size(None);
        let url = format!("ws://127.0.0.1:{port}{path}");
        let mut attempt = tungstenite::client::client_with_config(url.as_str(), stream, Some(config));
        loop {
            match attempt {
                Ok((socket, _)) => return Self { socket, last: 0 },
                Err(tungstenite::HandshakeError::Interrupted(unfinished)) => attempt = unfinished.handshake(),
                Err(error) => panic!("Chromium refused the connection {url}: {error}"),
            }
        }
    }

    /// Sends a command and gives its number; the answer is read by `receive`.
    pub(crate) fn send(&mut self, session: Option<&str>, method: &str, parameters: &Value) -> u64 {
        self.last += 1;
        let mut message = json!({"id": self.last, "method": method, "params": parameters});
        if let Some(session) = session {
            message["sessionId"] = session.into();
        }
        self.socket
            .send(Message::text(message.to_string()))
            .unwrap_or_else(|error| panic!("Chromium went away before {method}: {error}"));
        self.last
    }

    /// The next message, or nothing when none came until the deadline.
    pub(crate) fn receive(&mut self, deadline: Instant) -> Option<Value> {
        loop {
            match self.socket.read() {
                Ok(Message::Text(text)) => {
                    return Some(serde_json::from_str(&text).expect("Chromium speaks JSON"));
                }
                Ok(_) => {}
                Err(tungstenite::Error::Io(error))
                    if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
                Err(error) => panic!("Chromium went away: {error}"),
            }
            if Instant::now() >= deadline {
                return None;
            }
        }
    }
}
