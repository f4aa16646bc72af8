//! The kept over time: one sentence, a line before the bands, and the same as a table. Every word, every band and the
//! axes stand in the page: `templates/tools/trends.html`.

use alloc::string::String;
use alloc::vec::Vec;

use footbridge_model::trend::{self, Kept, Point};
use footbridge_model::{Number, chart, joined};
use footbridge_page::{Element, day_in_words, draw, filled};

use crate::questionnaire::text_of;

/// The part of the page in which the kept are shown.
pub(crate) struct Trends(pub(crate) Element);

impl Trends {
    /// Shows these in place of those shown before. Whether there are any.
    pub(crate) fn show(&self, all: &[Kept]) -> bool {
        while let Some(old) = self.0.find("[data-copy]") {
            old.remove();
        }
        while let Some(part) = self.0.find("[data-trend]:not([data-drawn])") {
            part.toggle_attribute("data-drawn", true);
            let points = trend::points(all, &part.attribute("data-trend").unwrap_or_default());
            self.show_score(&part, &points);
        }
        while let Some(part) = self.0.find("[data-drawn]") {
            part.toggle_attribute("data-drawn", false);
        }
        let mut others = Vec::new();
        let mut open = Vec::new();
        for kept in all.iter().rev() {
            let scores = &kept.saved.scores;
            if !kept.is_current {
                others.push(kept);
            } else if scores.is_empty() {
                open.push(kept);
            }
        }
        self.list("[data-others]", &others);
        self.list("[data-open-ones]", &open);
        self.0.show(!all.is_empty());
        !all.is_empty()
    }

    fn show_score(&self, part: &Element, points: &[Point]) {
        part.show(!points.is_empty());
        write(part, "[data-summary]", &self.summary(points));
        let (Some(figure), Some(drawing)) = (part.find("[data-figure]"), part.find("[data-low]")) else {
            return;
        };
        // One result makes no line.
        figure.show(points.len() > 1);
        let points = if points.len() > 1 { points } else { &[] };
        let edge = |name: &str| {
            let number = drawing.attribute(name).and_then(|text| Number::parse(&text));
            number.unwrap_or_default().hundredths()
        };
        let values = trend::values(points);
        let scale = trend::scale(&values, edge("data-low"), edge("data-high"));
        draw(&drawing, &scale, &values, None);
        let places: Vec<i32> = values.iter().map(|(moment, _)| scale.x(*moment)).collect();
        let labelled = trend::labelled(&places);
        let mut said = String::new();
        for (((point, (_, value)), x), has_room) in points.iter().zip(&values).zip(&places).zip(&labelled) {
            let number = point.value.to_text();
            let between = if said.is_empty() { "" } else { "; " };
            said = joined(&[&said, between, &self.day(point), ": ", &number]);
            if let Some(label) = self.copy("number").filter(|_| *has_room) {
                label.set_attribute("x", &chart::text(*x));
                label.set_attribute("y", &chart::text(scale.y(*value) - 9));
                label.set_text(&number);
                drawing.append(&label);
            }
        }
        let title = part.attribute("data-title").unwrap_or_default();
        write(part, "[data-name]", &if said.is_empty() { said } else { joined(&[&title, ". ", &said]) });
        let ends = points.first().zip(points.last());
        write(part, "[data-first]", &ends.map(|(first, _)| self.day(first)).unwrap_or_default());
        write(part, "[data-last]", &ends.map(|(_, last)| self.day(last)).unwrap_or_default());
        while let Some(shown) = part.find("[data-of-group]:not([hidden])") {
            shown.show(false);
        }
        if let Some(group) = trend::group(points) {
            let hidden = joined(&["[data-of-group=\"", group, "\"][hidden]"]);
            while let Some(own) = part.find(&hidden) {
                own.show(true);
            }
        }
        self.show_table(part, points);
    }

    /// One sentence, and no word on what a change may mean: that has no source.
    fn summary(&self, points: &[Point]) -> String {
        let (Some(first), Some(last)) = (points.first(), points.last()) else { return String::new() };
        let (from, to) = (self.day(first), self.day(last));
        let change = last.value.minus(first.value);
        let (name, size) = match change.hundredths() {
            _ if points.len() == 1 => ("data-one", change),
            0 => ("data-same", change),
            1.. => ("data-higher", change),
            _ => ("data-lower", first.value.minus(last.value)),
        };
        let when = self.words(if from == to { "data-one-day" } else { "data-days" });
        let when = filled(&when, &[("from", &from), ("to", &to)]);
        let gaps = [
            ("count", text_of(points.len())),
            ("when", when),
            ("first", first.value.to_text()),
            ("last", last.value.to_text()),
            ("size", size.to_text()),
        ];
        let gaps: Vec<(&str, &str)> = gaps.iter().map(|(name, text)| (*name, text.as_str())).collect();
        filled(&self.words(name), &gaps)
    }

    fn show_table(&self, part: &Element, points: &[Point]) {
        let Some(rows) = part.find("tbody") else { return };
        for point in points.iter().rev() {
            let Some(row) = self.copy("past-row") else { continue };
            write(&row, "th", &self.day(point));
            write(&row, "[data-value]", &point.value.to_text());
            let band = point.band.as_deref().unwrap_or_default();
            let group = point.group.as_deref().unwrap_or_default();
            let label = joined(&["[data-of-group=\"", group, "\"] [data-band=\"", band, "\"] [data-label]"]);
            match (part.find("[data-band]"), row.find("[data-band-words]")) {
                (Some(_), Some(cell)) => {
                    if let Some(label) = part.find(&label) {
                        cell.set_text(&label.text());
                        // An instrument may stand in another language than the page.
                        if let Some(foreign) = label.find("[lang]").and_then(|label| label.attribute("lang"))
                        {
                            cell.set_attribute("lang", &foreign);
                        }
                    }
                }
                // One band for all says nothing.
                (None, Some(cell)) => cell.remove(),
                _ => {}
            }
            rows.append(&row);
        }
    }

    /// Those that no line joins, each with what was said at its time.
    fn list(&self, place: &str, all: &[&Kept]) {
        let Some(place) = self.0.find(place) else { return };
        place.show(!all.is_empty());
        let Some(list) = place.find("ul") else { return };
        for kept in all {
            let Some(row) = self.copy("other") else { continue };
            write(&row, "[data-when]", &day_in_words(&self.0, &kept.day.to_text()));
            let Some(cell) = row.find("[data-said]") else { continue };
            let mut said = String::new();
            for (place, score) in kept.saved.scores.iter().enumerate() {
                let told = kept.saved.told.as_ref().and_then(|told| told.lines.get(place));
                let line = told.cloned().unwrap_or_else(|| score.value.to_text());
                said = joined(&[&said, if place == 0 { "" } else { "; " }, &line]);
            }
            if let Some(told) = &kept.saved.told {
                cell.set_attribute("lang", &told.language);
            }
            cell.set_text(&said);
            list.append(&row);
        }
    }

    fn day(&self, point: &Point) -> String {
        day_in_words(&self.0, &point.day.to_text())
    }

    fn words(&self, name: &str) -> String {
        self.0.attribute(name).unwrap_or_default()
    }

    /// A copy of what stands in a template.
    fn copy(&self, name: &str) -> Option<Element> {
        let template = self.0.find(&joined(&["template[data-", name, "]"]))?;
        template.copy_of_content().find("[data-copy]")
    }
}

fn write(holder: &Element, selector: &str, text: &str) {
    if let Some(element) = holder.find(selector) {
        element.set_text(text);
    }
}
