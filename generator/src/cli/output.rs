//! What the commands say: findings, progress and the closing line, all on standard error; data goes to
//! standard output.

use std::io::{IsTerminal, Write};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::findings::Finding;
use crate::findings::report::{self, Format, Texts};

/// The terminal, as far as commands need to know it.
pub(super) struct Terminal {
    quiet: bool,
    is_terminal: bool,
    colour: bool,
}

impl Terminal {
    pub(super) fn new(quiet: bool) -> Terminal {
        let is_terminal = std::io::stderr().is_terminal();
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Terminal { quiet, is_terminal, colour: is_terminal && !no_colour }
    }

    /// Says something that is not an error.
    pub(super) fn say(&self, line: &str) {
        if !self.quiet {
            self.fail(line);
        }
    }

    /// Says something that must be heard.
    pub(super) fn fail(&self, line: &str) {
        // Nobody is left to tell when standard error is closed.
        let _ = writeln!(std::io::stderr(), "{line}");
    }

    /// Shows findings; with `--quiet` only the errors.
    pub(super) fn findings(&self, findings: &[Finding], texts: &dyn Texts) {
        let shown: Vec<Finding> =
            findings.iter().filter(|finding| finding.is_error() || !self.quiet).cloned().collect();
        let _ = write!(std::io::stderr(), "{}", report::write(&shown, texts, self.format()));
    }

    fn format(&self) -> Format {
        Format::Human { colour: self.colour }
    }

    /// A sign of life for work that takes longer than a second, on a terminal only.
    pub(super) fn progress(&self, what: &'static str) -> Progress {
        if self.quiet || !self.is_terminal {
            return Progress(None);
        }
        let bar = ProgressBar::new_spinner();
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
            bar.set_style(style);
        }
        let shown = bar.clone();
        std::thread::spawn(move || {
            std::thread::sleep(Duration::from_secs(1));
            if !shown.is_finished() {
                shown.set_message(what);
                shown.enable_steady_tick(Duration::from_millis(120));
            }
        });
        Progress(Some(bar))
    }
}

/// Clears itself when the work is done.
pub(super) struct Progress(Option<ProgressBar>);

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

/// Writes data to standard output. A reader that stops reading, such as `head`, is no error.
pub(super) fn data(text: &str) {
    let _ = writeln!(std::io::stdout(), "{}", text.trim_end());
}

/// A time for people: `0.42 s`.
pub(super) fn seconds(duration: Duration) -> String {
    format!("{:.2} s", duration.as_secs_f64())
}
