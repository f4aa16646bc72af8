//! The result: of all that its template can say, only what the answers call for.

use footbridge_model::Outcome;
use footbridge_model::joined;

use crate::questionnaire::Questionnaire;

impl Questionnaire {
    /// Takes away a result that no longer holds.
    pub(crate) fn clear_result(&self) {
        if let Some(result) = self.find("[data-result]") {
            result.remove();
        }
        self.section.set_attribute("data-state", "ready");
    }

    /// Puts the result in the page: of all that its template can say, only what these answers call for.
    pub(crate) fn place_result(&mut self, outcome: &Outcome) {
        let (Some(template), Some(place)) =
            (self.find("template[data-result-template]"), self.find("[data-result-place]"))
        else {
            return;
        };
        let content = template.copy_of_content();
        for score in &outcome.scores {
            let Some(part) = content.find(&joined(&["[data-score=\"", &score.id, "\"]"])) else { continue };
            let Some(value) = score.value else {
                part.remove();
                continue;
            };
            part.set_attribute("data-value", &value.to_text());
            if let Some(number) = part.find("[data-number]") {
                number.set_text(&value.to_text());
            }
            if let Some(band) = &score.band {
                part.set_attribute("data-band", band);
            }
            // Where the reader named no group, every group's band stays, under its own name.
            let named = score.by_group.is_empty();
            while let Some(band) = part.find("[data-when-band]:not([data-named])") {
                let id = band.attribute("data-when-band").unwrap_or_default();
                let group = band.attribute("data-group").unwrap_or_default();
                let is_meant = if named {
                    score.band.as_ref() == Some(&id) && score.group.as_ref().is_none_or(|own| *own == group)
                } else {
                    score.by_group.iter().any(|known| known.group == group && known.band == id)
                };
                if !is_meant {
                    band.remove();
                    continue;
                }
                band.set_attribute("data-named", "");
                if let Some(name) = band.find("[data-group-name]") {
                    name.show(!named);
                }
                let row = joined(&["[data-row-band=\"", &id, "\"][data-group=\"", &group, "\"]"]);
                if let Some(row) = part.find(&row) {
                    row.set_attribute("aria-current", "true");
                }
            }
        }
        // Help that has once opened stays here too; help that no answer has called for is not part of this.
        while let Some(panel) = content.find("[data-result-risk]:not([data-named])") {
            let id = panel.attribute("data-result-risk").unwrap_or_default();
            let open = joined(&["[data-crisis=\"", &id, "\"]:not([hidden])"]);
            if outcome.risks.contains(&id) || self.find(&open).is_some() {
                panel.set_attribute("data-named", "");
            } else {
                panel.remove();
            }
        }
        place.append(&content);
        self.done = true;
        self.section.set_attribute("data-state", "done");
    }
}
