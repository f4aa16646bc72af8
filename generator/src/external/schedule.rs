//! Who is asked when: a few hosts at a time, each host one thing at a time and with a pause.
//!
//! A redirect to another host waits in that host's line like everything else for it.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use url::Url;

use super::answer::Answer;
use super::ask::{Answers, Reply};
use super::step::{Question, Step};

/// How many hosts are asked at a time.
const AT_A_TIME: usize = 6;

/// How long a host is left alone between two questions.
const PAUSE: Duration = Duration::from_millis(500);

/// After how many hosts without a way, and none that answers, this machine is taken to be offline.
const ENOUGH: usize = 6;

/// After how many addresses in a row without an answer a host's others are not waited for.
const LATE_IN_A_ROW: u8 = 2;

/// What came of it.
#[derive(Debug)]
pub(super) struct Outcome {
    /// The answers by the index of their address; some are missing if the machine is offline.
    pub(super) answers: Vec<(usize, Answer)>,
    /// Whether not one of several hosts could be reached.
    pub(super) offline: bool,
}

/// Asks for every address.
pub(super) fn ask_all(addresses: Vec<(usize, Url)>, web: &dyn Answers) -> Outcome {
    let mut state = State::default();
    for (index, url) in addresses {
        state.line_up(index, Question::first(url), Instant::now());
    }
    let workers = state.hosts.len().min(AT_A_TIME);
    let board = Board { state: Mutex::new(state), changed: Condvar::new() };
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| board.work(web));
        }
    });
    let state = board.state.into_inner().unwrap_or_else(PoisonError::into_inner);
    let offline = !state.reached && state.without_a_way > 1;
    Outcome { answers: state.answers, offline }
}

#[derive(Default)]
struct State {
    hosts: BTreeMap<String, Host>,
    /// How many addresses are not known yet.
    open: usize,
    answers: Vec<(usize, Answer)>,
    reached: bool,
    without_a_way: usize,
}

#[derive(Default)]
struct Host {
    line: VecDeque<Waiting>,
    is_asked: bool,
    /// When it may be asked again.
    from: Option<Instant>,
    late_in_a_row: u8,
    /// What holds for every address of it.
    verdict: Option<Answer>,
}

struct Waiting {
    address: usize,
    question: Question,
    from: Instant,
}

impl State {
    fn line_up(&mut self, address: usize, question: Question, from: Instant) {
        self.open += 1;
        let host = self.hosts.entry(host_of(&question.url)).or_default();
        if let Some(verdict) = host.verdict.clone() {
            self.answer(address, verdict);
        } else {
            host.line.push_back(Waiting { address, question, from });
        }
    }

    fn answer(&mut self, address: usize, answer: Answer) {
        self.open -= 1;
        self.answers.push((address, answer));
    }

    fn is_over(&self) -> bool {
        self.open == 0 || (!self.reached && self.without_a_way >= ENOUGH)
    }

    /// The next question that may be asked now, or when to look again.
    fn next(&mut self) -> Result<(String, Waiting), Option<Instant>> {
        let now = Instant::now();
        let mut soonest: Option<Instant> = None;
        for (name, host) in self.hosts.iter_mut().filter(|(_, host)| !host.is_asked) {
            let Some(place) = (0..host.line.len()).min_by_key(|place| host.line[*place].from) else {
                continue;
            };
            let from = host.from.map_or(host.line[place].from, |from| from.max(host.line[place].from));
            if from > now {
                soonest = Some(soonest.map_or(from, |known| known.min(from)));
            } else if let Some(waiting) = host.line.remove(place) {
                host.is_asked = true;
                return Ok((name.clone(), waiting));
            }
        }
        Err(soonest)
    }

    /// Notes what a host replied and what follows.
    fn note(&mut self, name: &str, waiting: Waiting, reply: Reply) {
        self.reached |= !matches!(reply, Reply::NoWay | Reply::Late);
        let is_late = reply == Reply::Late;
        let step = waiting.question.after(reply);
        self.open -= 1;
        let Some(host) = self.hosts.get_mut(name) else { return };
        host.is_asked = false;
        host.from = Some(Instant::now() + PAUSE);
        match step {
            Step::Ask(question, wait) => self.line_up(waiting.address, question, Instant::now() + wait),
            Step::Done(answer) => {
                host.late_in_a_row = if is_late { host.late_in_a_row + 1 } else { 0 };
                let is_down = host.late_in_a_row >= LATE_IN_A_ROW;
                let others = if answer.is_of_the_host() || is_down {
                    host.verdict = Some(answer.clone());
                    std::mem::take(&mut host.line)
                } else {
                    VecDeque::new()
                };
                self.without_a_way += usize::from(answer == Answer::NoWay || is_late);
                self.answers.push((waiting.address, answer.clone()));
                for other in others {
                    self.answer(other.address, answer.clone());
                }
            }
        }
    }
}

struct Board {
    state: Mutex<State>,
    changed: Condvar,
}

impl Board {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn work(&self, web: &dyn Answers) {
        let mut state = self.state();
        while !state.is_over() {
            match state.next() {
                Ok((host, waiting)) => {
                    drop(state);
                    let reply = web.ask(&waiting.question.url, waiting.question.method);
                    state = self.state();
                    state.note(&host, waiting, reply);
                    self.changed.notify_all();
                }
                Err(when) => {
                    // What is asked just now wakes us when it is known.
                    let wait = when.map_or(PAUSE, |when| when.saturating_duration_since(Instant::now()));
                    let woken = self.changed.wait_timeout(state, wait.max(Duration::from_millis(1)));
                    state = woken.unwrap_or_else(PoisonError::into_inner).0;
                }
            }
        }
        drop(state);
        self.changed.notify_all();
    }
}

/// The host with its port: what answers.
fn host_of(url: &Url) -> String {
    format!("{}:{}", url.host_str().unwrap_or(""), url.port_or_known_default().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::external::ask::Method;

    /// A web of made-up sites that notes who is asked at one time.
    #[derive(Default)]
    struct Pretend {
        now: Mutex<BTreeMap<String, usize>>,
        most: Mutex<(usize, usize)>,
        asked: Mutex<usize>,
    }

    impl Answers for Pretend {
        fn ask(&self, url: &Url, _: Method) -> Reply {
            let name = host_of(url);
            *self.asked.lock().expect("not poisoned") += 1;
            {
                let mut now = self.now.lock().expect("not poisoned");
                *now.entry(name.clone()).or_default() += 1;
                let hosts = now.values().filter(|count| **count > 0).count();
                let mut most = self.most.lock().expect("not poisoned");
                *most = (most.0.max(hosts), most.1.max(now[&name]));
            }
            thread::sleep(Duration::from_millis(20));
            *self.now.lock().expect("not poisoned").entry(name).or_default() -= 1;
            match url.path() {
                "/nowhere" => Reply::NoWay,
                _ => Reply::Status { code: 200, location: None, retry_after: None },
            }
        }
    }

    fn addresses(hosts: usize, each: usize, path: &str) -> Vec<(usize, Url)> {
        let all = (0..hosts * each).map(|index| {
            let host = index / each;
            let text = format!("https://h{host}.example{path}?{index}");
            (index, Url::parse(&text).expect("an address"))
        });
        all.collect()
    }

    #[test]
    fn a_few_hosts_at_a_time_and_each_one_thing_at_a_time() {
        let web = Pretend::default();
        let outcome = ask_all(addresses(20, 2, "/"), &web);
        assert!(!outcome.offline);
        let mut known: Vec<usize> = outcome.answers.iter().map(|(index, _)| *index).collect();
        known.sort_unstable();
        assert_eq!(known, (0..40).collect::<Vec<_>>(), "each address once");
        let (hosts, at_one) = *web.most.lock().expect("not poisoned");
        assert!((2..=AT_A_TIME).contains(&hosts), "{hosts}");
        assert_eq!(at_one, 1);
    }

    #[test]
    fn without_a_network_it_stops_soon() {
        let web = Pretend::default();
        let outcome = ask_all(addresses(100, 3, "/nowhere"), &web);
        assert!(outcome.offline);
        let asked = *web.asked.lock().expect("not poisoned");
        assert!(asked < ENOUGH + AT_A_TIME, "{asked}");
    }

    #[test]
    fn a_host_without_a_way_is_asked_once() {
        let web = Pretend::default();
        let mut all = addresses(1, 5, "/nowhere");
        all.push((5, Url::parse("https://fine.example/").expect("an address")));
        let outcome = ask_all(all, &web);
        assert!(!outcome.offline);
        assert_eq!(outcome.answers.iter().filter(|(_, answer)| *answer == Answer::NoWay).count(), 5);
        assert_eq!(*web.asked.lock().expect("not poisoned"), 2);
    }
}
