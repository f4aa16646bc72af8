//! Chromium for the tests: a small synchronous client of the DevTools protocol, a plain static host,
//! and the checks that every page of a site has to pass.
//!
//! ```no_run
//! use browser::{Chromium, Server};
//!
//! let chromium = Chromium::launch();
//! let server = Server::folder("public");
//! let page = chromium.page();
//! page.goto(&server.url("/"));
//! page.press("Tab");
//! assert_eq!(page.text("h1"), "Welcome");
//! assert!(page.requests().iter().all(|request| request.url.starts_with(server.origin())));
//! ```
//!
//! Three rules hold everywhere here. A missing browser stops a test with one message that says what to
//! install; it never skips. Everything waits for a condition with a deadline, never for a length of time.
//! And nothing leaves the machine: a request to any other host is answered by the client itself, and
//! recorded.
//!
//! As this is a client for tests, whatever goes wrong is a panic whose message is meant to be read.

pub mod axe;
mod capture;
mod chromium;
mod emulate;
mod find;
mod input;
mod keys;
mod packages;
mod page;
pub mod probes;
mod server;
mod session;
mod traffic;
pub mod usage;
pub mod weight;
mod wire;

pub use capture::{Clip, Pdf};
pub use chromium::Chromium;
pub use emulate::Media;
pub use find::Places;
pub use page::Page;
pub use server::{Seen, Server};
pub use traffic::{Message, Request};
