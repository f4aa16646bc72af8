//! One question to one server. The only place of the program that opens a connection to another machine.

use std::io;
use std::time::Duration;

use jiff::Timestamp;
use rustls::CertificateError;
use ureq::Agent;
use url::Url;

/// How to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    /// For the head alone, which costs the server the least.
    Head,
    /// For the page, where the head is refused. What follows the head is not read.
    Get,
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reply {
    /// The server answered.
    Status {
        /// The status.
        code: u16,
        /// Where it says that the page is.
        location: Option<String>,
        /// How long it asks to wait.
        retry_after: Option<Duration>,
    },
    /// The name is not found, or no network leads to it.
    NoWay,
    /// The machine is there and takes no connection.
    Closed,
    /// Nothing came in time.
    Late,
    /// The connection broke.
    Broken,
    /// The certificate is not valid, and why.
    Certificate(String),
    /// Something that is no answer of a web server.
    Odd(String),
}

/// Who answers questions: the web, or a test.
pub(super) trait Answers: Sync {
    /// Asks for one address, without following redirects.
    fn ask(&self, url: &Url, method: Method) -> Reply;
}

/// The web.
pub(super) struct Web(Agent);

impl Web {
    /// The web, which may take so long for an answer.
    pub(super) fn new(timeout: Duration) -> Web {
        let agent =
            concat!("Mozilla/5.0 (compatible; footbridge/", env!("CARGO_PKG_VERSION"), "; link check)");
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(timeout))
            .user_agent(agent);
        Web(config.build().new_agent())
    }
}

impl Answers for Web {
    fn ask(&self, url: &Url, method: Method) -> Reply {
        let answer = match method {
            Method::Head => self.0.head(url.as_str()).call(),
            Method::Get => self.0.get(url.as_str()).call(),
        };
        match answer {
            Ok(answer) => {
                let header = |name| answer.headers().get(name).and_then(|value| value.to_str().ok());
                Reply::Status {
                    code: answer.status().as_u16(),
                    location: header("location").map(str::to_owned),
                    retry_after: header("retry-after").and_then(|text| wait(text, Timestamp::now())),
                }
            }
            Err(error) => failure(&error),
        }
    }
}

/// What `Retry-After` says: seconds, or a moment.
fn wait(text: &str, now: Timestamp) -> Option<Duration> {
    if let Ok(seconds) = text.trim().parse() {
        return Some(Duration::from_secs(seconds));
    }
    let moment = jiff::fmt::rfc2822::parse(text.trim()).ok()?.timestamp();
    let seconds = moment.as_second() - now.as_second();
    Some(Duration::from_secs(u64::try_from(seconds).unwrap_or(0)))
}

fn failure(error: &ureq::Error) -> Reply {
    match error {
        ureq::Error::HostNotFound | ureq::Error::ConnectProxyFailed(_) => Reply::NoWay,
        ureq::Error::Timeout(_) => Reply::Late,
        ureq::Error::ConnectionFailed => Reply::Closed,
        ureq::Error::Rustls(error) => of_tls(error),
        ureq::Error::Io(error) => of_connection(error),
        error => Reply::Odd(error.to_string()),
    }
}

fn of_connection(error: &io::Error) -> Reply {
    use io::ErrorKind;
    if let Some(inner) = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
        return of_tls(inner);
    }
    match error.kind() {
        ErrorKind::ConnectionRefused => Reply::Closed,
        ErrorKind::NetworkUnreachable | ErrorKind::HostUnreachable | ErrorKind::NetworkDown => Reply::NoWay,
        ErrorKind::TimedOut | ErrorKind::WouldBlock => Reply::Late,
        ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::BrokenPipe
        | ErrorKind::UnexpectedEof => Reply::Broken,
        // A name that cannot be looked up has no kind of its own.
        _ if is_lookup(error) => Reply::NoWay,
        _ => Reply::Odd(error.to_string()),
    }
}

/// Whether the name of a site could not be looked up: by its words on Unix, by its number on Windows.
fn is_lookup(error: &io::Error) -> bool {
    error.to_string().starts_with("failed to lookup address")
        || matches!(error.raw_os_error(), Some(11001..=11004))
}

fn of_tls(error: &rustls::Error) -> Reply {
    let rustls::Error::InvalidCertificate(reason) = error else { return Reply::Odd(error.to_string()) };
    Reply::Certificate(match reason {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => "it has expired".to_owned(),
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "it is not valid yet".to_owned()
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "it is made out to another name".to_owned()
        }
        CertificateError::UnknownIssuer => "nobody known has issued it".to_owned(),
        CertificateError::Revoked => "it was revoked".to_owned(),
        other => format!("programs do not accept it ({other})"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_is_told_by_what_is_wrong_with_it() {
        let of = |reason| {
            let error = rustls::Error::InvalidCertificate(reason);
            failure(&ureq::Error::Io(io::Error::new(io::ErrorKind::InvalidData, error)))
        };
        assert_eq!(of(CertificateError::Expired), Reply::Certificate("it has expired".to_owned()));
        assert_eq!(
            of(CertificateError::NotValidForName),
            Reply::Certificate("it is made out to another name".to_owned())
        );
    }

    #[test]
    fn a_site_says_how_long_to_wait_in_seconds_or_as_a_moment() {
        let now: Timestamp = "2026-11-22T08:00:00Z".parse().expect("a moment");
        assert_eq!(wait("3", now), Some(Duration::from_secs(3)));
        assert_eq!(wait("Sun, 22 Nov 2026 08:00:07 GMT", now), Some(Duration::from_secs(7)));
        assert_eq!(wait("Sun, 22 Nov 2026 07:00:00 GMT", now), Some(Duration::ZERO));
        assert_eq!(wait("soon", now), None);
    }

    #[test]
    fn a_name_that_does_not_exist_has_no_way() {
        use std::net::ToSocketAddrs;
        let error = ("name.invalid", 80).to_socket_addrs().expect_err("RFC 6761 keeps it from existing");
        assert_eq!(failure(&ureq::Error::Io(error)), Reply::NoWay);
    }
}
