//! What an answer means: done, ask elsewhere, or ask again later.

use std::time::Duration;

use url::Url;

use super::answer::Answer;
use super::ask::{Method, Reply};

/// How many redirects are followed.
const MOST_HOPS: u8 = 10;

/// How long to wait before asking again, unless the site says it.
const PAUSE: Duration = Duration::from_secs(2);

/// The longest that a site may make us wait.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// An address on its way through redirects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Question {
    /// What to ask for now.
    pub(super) url: Url,
    /// How.
    pub(super) method: Method,
    hops: u8,
    /// Where the page has moved for good, as far as every redirect so far was for good.
    moved: Option<Url>,
    /// Whether a redirect so far was for this time only.
    detour: bool,
    retried: bool,
}

/// What to do next.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// It is known.
    Done(Answer),
    /// Ask this after the pause.
    Ask(Question, Duration),
}

impl Question {
    /// The first question about an address.
    pub(super) fn first(url: Url) -> Question {
        Question { url, method: Method::Head, hops: 0, moved: None, detour: false, retried: false }
    }

    /// What follows from a reply.
    pub(super) fn after(self, reply: Reply) -> Step {
        match reply {
            Reply::Status { code, location, retry_after } => {
                self.after_status(code, location.as_deref(), retry_after)
            }
            Reply::NoWay => Step::Done(Answer::NoWay),
            Reply::Certificate(reason) => Step::Done(Answer::Certificate(reason)),
            Reply::Closed => Step::Done(Answer::Silent("the machine takes no connection".to_owned())),
            Reply::Late => self.again(None, Answer::Silent("nothing came in time".to_owned())),
            Reply::Broken => self.again(None, Answer::Silent("the connection breaks off".to_owned())),
            Reply::Odd(_) if self.method == Method::Head => self.with_get(),
            Reply::Odd(reason) => Step::Done(Answer::Unchecked(format!("gives no proper answer ({reason})"))),
        }
    }

    fn after_status(self, code: u16, location: Option<&str>, retry_after: Option<Duration>) -> Step {
        match code {
            301 | 302 | 303 | 307 | 308 => self.redirected(code, location),
            429 => self.again(retry_after, Answer::Unchecked("asks to come back later (429)".to_owned())),
            // Some sites refuse the head alone with any of these.
            400..=499 | 501 | 999 if self.method == Method::Head => self.with_get(),
            401 | 403 | 405..=407 | 451 | 999 => {
                Step::Done(Answer::Unchecked(format!("turns programs away ({code})")))
            }
            400..=499 => Step::Done(Answer::Gone(format!("the site answers {code}"))),
            500..=599 => {
                self.again(retry_after, Answer::Silent(format!("the site has a fault of its own ({code})")))
            }
            _ => Step::Done(self.moved.map_or(Answer::Fine, |url| Answer::Moved(url.into()))),
        }
    }

    fn redirected(self, code: u16, location: Option<&str>) -> Step {
        let unchecked = |what: &str| Step::Done(Answer::Unchecked(what.to_owned()));
        let Some(mut target) = location.and_then(|location| self.url.join(location).ok()) else {
            return unchecked("sends readers on without saying where");
        };
        // Many sites carry the part after `#` over by themselves; it is not a part of the page's address.
        target.set_fragment(None);
        if !is_web(&target) {
            return unchecked("sends readers on to what is no web page");
        }
        // The register of DOIs knows the work. Its publisher's page mostly turns programs away.
        if is_doi(&self.url) && !is_doi(&target) {
            return Step::Done(Answer::Fine);
        }
        if self.hops >= MOST_HOPS || target == self.url {
            return unchecked("sends programs in a circle");
        }
        let detour = self.detour || !matches!(code, 301 | 308);
        let moved = if detour { self.moved } else { Some(target.clone()) };
        let next = Question { url: target, hops: self.hops + 1, moved, detour, ..self };
        Step::Ask(next, Duration::ZERO)
    }

    fn with_get(self) -> Step {
        Step::Ask(Question { method: Method::Get, ..self }, Duration::ZERO)
    }

    /// Once more, in another way; what holds if there was a second time already.
    fn again(self, wait: Option<Duration>, otherwise: Answer) -> Step {
        let wait = wait.unwrap_or(PAUSE);
        if self.retried || wait > LONGEST_PAUSE {
            return Step::Done(otherwise);
        }
        Step::Ask(Question { method: Method::Get, retried: true, ..self }, wait)
    }
}

fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https") && url.has_host()
}

fn is_doi(url: &Url) -> bool {
    matches!(url.host_str(), Some("doi.org" | "dx.doi.org"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).expect("an address")
    }

    fn status(code: u16) -> Reply {
        Reply::Status { code, location: None, retry_after: None }
    }

    fn to(code: u16, location: &str) -> Reply {
        Reply::Status { code, location: Some(location.to_owned()), retry_after: None }
    }

    /// What becomes of an address whose site gives these replies in turn.
    fn end(start: &str, replies: &[Reply]) -> Answer {
        let mut question = Question::first(url(start));
        for reply in replies {
            match question.after(reply.clone()) {
                Step::Done(answer) => return answer,
                Step::Ask(next, _) => question = next,
            }
        }
        panic!("still open: {question:?}")
    }

    #[test]
    fn the_page_is_asked_for_where_the_head_is_refused() {
        for code in [403, 404, 405, 501] {
            assert_eq!(end("https://a.example/", &[status(code), status(200)]), Answer::Fine, "{code}");
        }
        assert_eq!(
            end("https://a.example/", &[status(404), status(404)]),
            Answer::Gone("the site answers 404".to_owned())
        );
        assert!(matches!(end("https://a.example/", &[status(999), status(999)]), Answer::Unchecked(_)));
    }

    #[test]
    fn a_move_holds_as_far_as_it_is_for_good() {
        let answer = end(
            "http://a.example/x",
            &[to(301, "https://a.example/x"), to(308, "/y"), to(302, "/y?session=1"), status(200)],
        );
        assert_eq!(answer, Answer::Moved("https://a.example/y".to_owned()));
        let answer = end("https://a.example/", &[to(302, "/en/"), to(301, "/en/home"), status(200)]);
        assert_eq!(answer, Answer::Fine, "the address itself is as it was");
        let answer = end("https://a.example/", &[to(301, "/gone"), status(404), status(404)]);
        assert!(matches!(answer, Answer::Gone(_)));
    }

    #[test]
    fn a_circle_ends_and_is_not_called_dead() {
        let there_and_back: Vec<Reply> =
            (0..20).map(|turn| to(302, if turn % 2 == 0 { "/b" } else { "/a" })).collect();
        assert!(matches!(end("https://a.example/a", &there_and_back), Answer::Unchecked(_)));
    }

    #[test]
    fn what_may_pass_is_asked_once_more_after_the_wait() {
        let limit = |seconds| Reply::Status {
            code: 429,
            location: None,
            retry_after: Some(Duration::from_secs(seconds)),
        };
        let step = Question::first(url("https://a.example/")).after(limit(3));
        assert!(matches!(step, Step::Ask(_, wait) if wait == Duration::from_secs(3)), "{step:?}");
        assert_eq!(end("https://a.example/", &[limit(3), status(200)]), Answer::Fine);
        assert!(matches!(end("https://a.example/", &[limit(3000)]), Answer::Unchecked(_)));
        assert!(matches!(end("https://a.example/", &[status(503), status(503)]), Answer::Silent(_)));
        assert!(matches!(end("https://a.example/", &[Reply::Late, Reply::Late]), Answer::Silent(_)));
    }

    #[test]
    fn a_doi_is_fine_when_its_register_knows_it() {
        let doi = "https://dx.doi.org/10.1000/182";
        let answer =
            end(doi, &[to(302, "https://doi.org/10.1000/182"), to(302, "https://publisher.example/x")]);
        assert_eq!(answer, Answer::Fine);
        assert!(matches!(end(doi, &[status(404), status(404)]), Answer::Gone(_)));
    }
}
