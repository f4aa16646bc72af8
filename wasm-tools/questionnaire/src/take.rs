//! Taking the answers along as a file, and opening such a file again.

use alloc::string::String;
use footbridge_model::joined;

use footbridge_model::Answers;
use footbridge_model::take::{Format, Unopened, Words};
use footbridge_page::Element;

use crate::fields::option_at;
use crate::questionnaire::Questionnaire;

impl Questionnaire {
    /// The file that was asked for: its name in the first line, its media type in the second, then its text.
    /// Nothing comes back while there is nothing to take along.
    pub(crate) fn take(&mut self, format: &str, day: &str) -> String {
        self.refresh();
        // What another page of this site asks for is no file, and nothing is said of one.
        let is_file = format != "answers";
        let format = if is_file { format } else { "fhir" };
        let Some(format) = Format::named(format).filter(|_| !self.answers.is_empty()) else {
            if is_file {
                self.say_taken("data-nothing");
            }
            return String::new();
        };
        let page = self.words();
        let text = self.rules.take(&self.answers, format, day, &page);
        let (end, kind) = format.kind();
        if is_file {
            self.say_taken("data-taken");
        }
        // The name says nothing of what is in the file.
        joined(&["check-", day, end, "\n", kind, "\n", &text])
    }

    /// The words of the page.
    pub(crate) fn words(&self) -> Page<'_> {
        let template = self.find("template[data-result-template]");
        Page { tool: self, result: template.map(|template| template.copy_of_content()) }
    }

    /// Puts the answers of a file into the form, or says why not. What stood there before comes back by a press.
    pub(crate) fn open_file(&mut self, text: &str) {
        let form = self.phrase("questionnaire");
        match self.rules.open(text, &form) {
            Ok(opened) => {
                let before = core::mem::take(&mut self.answers);
                self.replace(&opened.answers);
                self.replaced = (!before.is_empty()).then_some(before);
                self.show_undo();
                self.say_taken(if opened.left_out { "data-opened-part" } else { "data-opened" });
            }
            Err(Unopened::Damaged) => self.say_taken("data-damaged"),
            Err(Unopened::Other) => self.say_taken("data-other"),
        }
    }

    /// Brings back the answers that those of a file have taken the place of.
    pub(crate) fn undo(&mut self) {
        if let Some(before) = self.replaced.take() {
            self.replace(&before);
            self.show_undo();
            self.say_taken("data-undone");
            self.focus("[data-open]");
        }
    }

    /// Forgets them for good.
    pub(crate) fn forget_replaced(&mut self) {
        self.replaced = None;
        self.show_undo();
    }

    pub(crate) fn replace(&mut self, answers: &Answers) {
        self.empty();
        self.fill(answers);
        self.refresh();
    }

    /// Shows the button that brings them back, while there is something to bring back.
    pub(crate) fn show_undo(&self) {
        if let Some(button) = self.find("[data-action=undo]") {
            button.show(self.replaced.is_some());
        }
    }

    /// Says a sentence in the status line beside the files.
    pub(crate) fn say_taken(&self, attribute: &str) {
        if let Some(status) = self.find("[data-take-status]") {
            status.set_text(&status.attribute(attribute).unwrap_or_default());
        }
    }

    /// A phrase that stands in the page for files.
    pub(crate) fn phrase(&self, name: &str) -> String {
        let phrases = self.find("[data-phrases]");
        phrases.and_then(|phrases| phrases.attribute(&joined(&["data-", name]))).unwrap_or_default()
    }
}

/// The words as they stand in the page.
pub(crate) struct Page<'a> {
    tool: &'a Questionnaire,
    /// All that a result can say.
    result: Option<Element>,
}

impl Page<'_> {
    fn score(&self, id: &str) -> Option<Element> {
        self.result.as_ref()?.find(&joined(&["[data-score=\"", id, "\"]"]))
    }
}

impl Words for Page<'_> {
    fn question(&self, place: usize) -> String {
        let legend = self.tool.part_at(place).and_then(|part| part.find("legend"));
        legend.map(|legend| String::from(legend.text().trim_ascii())).unwrap_or_default()
    }

    fn option(&self, place: usize, option: usize) -> String {
        let item = self.tool.rules.items().nth(place).unwrap_or_default();
        self.tool
            .find(&joined(&[&option_at(item, option), "+span"]))
            .map(|label| label.text())
            .unwrap_or_default()
    }

    fn unit(&self, place: usize) -> String {
        let part = self.tool.part_at(place);
        part.and_then(|part| part.find(".field>span")).map(|unit| unit.text()).unwrap_or_default()
    }

    fn score(&self, id: &str) -> String {
        self.score(id).and_then(|score| score.attribute("data-title")).unwrap_or_default()
    }

    fn band(&self, score: &str, band: &str, group: &str) -> String {
        let group = if group.is_empty() { String::new() } else { joined(&["[data-group=\"", group, "\"]"]) };
        let band = joined(&["[data-when-band=\"", band, "\"]", &group]);
        let Some(band) = self.score(score).and_then(|score| score.find(&band)) else { return String::new() };
        let text = |part: &str| band.find(part).map(|part| part.text()).unwrap_or_default();
        let name = text("[data-group-name]");
        joined(&[name.as_str(), if name.is_empty() { "" } else { " " }, &text(".band-label")])
    }

    fn is_known(&self, score: &str) -> bool {
        self.score(score).is_some_and(|score| score.attribute("data-known").is_some())
    }

    fn phrase(&self, name: &str) -> String {
        self.tool.phrase(name)
    }
}
