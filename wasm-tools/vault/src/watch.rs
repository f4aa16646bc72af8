//! When an open vault locks itself.

/// Seconds without a sign of the person after which it locks.
const IDLE: u64 = 5 * 60;
/// How long before that it warns; WCAG 2.2.1 asks for at least 20 seconds.
const WARNING: u64 = 60;
/// Seconds out of sight after which it locks.
const HIDDEN: u64 = 60;

/// What it is time for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Nothing.
    Stay,
    /// To say that it will lock soon.
    Warn,
    /// To lock.
    Lock,
}

/// Watches over one open vault. Times are seconds of any one clock.
#[derive(Clone, Copy, Debug)]
pub struct Watch {
    touched: u64,
    hidden: Option<u64>,
}

impl Watch {
    /// Begins to watch.
    pub fn new(now: u64) -> Watch {
        Watch { touched: now, hidden: None }
    }

    /// The person did something.
    pub fn touch(&mut self, now: u64) {
        self.touched = now;
    }

    /// Looks at the clock, and whether the page is out of sight.
    pub fn turn(&mut self, now: u64, is_hidden: bool) -> Turn {
        // How long it was hidden counts also if nobody could look at the clock meanwhile.
        let hidden = self.hidden.map_or(0, |since| now.saturating_sub(since));
        self.hidden = if is_hidden { self.hidden.or(Some(now)) } else { None };
        let idle = now.saturating_sub(self.touched);
        if idle >= IDLE || hidden >= HIDDEN {
            Turn::Lock
        } else if idle >= IDLE - WARNING {
            Turn::Warn
        } else {
            Turn::Stay
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_warns_and_then_locks() {
        let mut watch = Watch::new(1000);
        assert_eq!(watch.turn(1239, false), Turn::Stay);
        assert_eq!(watch.turn(1240, false), Turn::Warn);
        assert_eq!(watch.turn(1299, false), Turn::Warn);
        assert_eq!(watch.turn(1300, false), Turn::Lock);
    }

    #[test]
    fn a_touch_begins_anew() {
        let mut watch = Watch::new(0);
        watch.touch(290);
        assert_eq!(watch.turn(300, false), Turn::Stay);
        assert_eq!(watch.turn(590, false), Turn::Lock);
    }

    /// A telephone in the pocket sleeps, and nobody ticks; on waking it locks before anything is seen.
    #[test]
    fn out_of_sight_it_locks_sooner_even_asleep() {
        let mut watch = Watch::new(0);
        assert_eq!(watch.turn(10, true), Turn::Stay);
        assert_eq!(watch.turn(69, true), Turn::Stay);
        assert_eq!(watch.turn(70, true), Turn::Lock);
        let mut watch = Watch::new(0);
        watch.turn(10, true);
        assert_eq!(watch.turn(80, false), Turn::Lock);
        let mut watch = Watch::new(0);
        watch.turn(10, true);
        assert_eq!(watch.turn(50, false), Turn::Stay, "a look at another page is no reason");
        assert_eq!(watch.turn(100, true), Turn::Stay);
    }
}
