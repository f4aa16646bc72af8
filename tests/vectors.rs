//! Answers to every instrument with what they come to: one source for the program's tests and the browser's, so
//! that the two cannot disagree.
//!
//! Each band of each instrument is met at both ends, each instrument with none, one and two answers missing, and on
//! each of its paths.

use serde_json::{Map, Value, json};

/// Answers, and what they come to.
pub(crate) struct Vector {
    /// The file under `content/tools`, without its ending.
    pub(crate) tool: &'static str,
    pub(crate) answers: Map<String, Value>,
    /// The main score; nothing while answers are missing.
    pub(crate) value: Option<u32>,
    /// The band; nothing where the reader named no group that decides about it.
    pub(crate) band: Option<&'static str>,
    /// The questions that the result waits for.
    pub(crate) missing: Vec<String>,
}

impl Vector {
    /// The id, which is the name of the file.
    pub(crate) fn id(&self) -> &'static str {
        self.tool.rsplit('/').next().unwrap_or(self.tool)
    }
}

/// A published form whose score is a sum.
pub(crate) struct Form {
    tool: &'static str,
    pub(crate) items: &'static [&'static str],
    /// The values of the answers, from the fewest points to the most.
    values: &'static [&'static str],
    /// What the first of them counts, and what the sum is multiplied by.
    lowest: u32,
    pub(crate) multiply: u32,
    /// What has to be answered besides, as `(question, answer)`.
    besides: &'static [(&'static str, &'static str)],
    pub(crate) bands: &'static [(u32, u32, &'static str)],
}

const SEVEN: &[&str] = &["q1", "q2", "q3", "q4", "q5", "q6", "q7"];
const NINE: &[&str] = &["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9"];
const FOUR_ANSWERS: &[&str] = &["0", "1", "2", "3"];
const FIVE_ANSWERS: &[&str] = &["0", "1", "2", "3", "4"];

/// The questions of the check-in on recovery that are scored.
pub(crate) const RECOVERY: &[&str] = &[
    "hope",
    "own-aims",
    "skills",
    "support",
    "home",
    "daily-life",
    "money",
    "getting-around",
    "health",
    "coping",
    "family",
    "friends",
    "work",
    "learning",
    "leisure",
    "community",
];

/// The questions of the check-in for relatives that are scored.
pub(crate) const CARER: &[&str] = &[
    "sleep",
    "own-health",
    "time",
    "people",
    "talk",
    "share",
    "know",
    "plan",
    "limits",
    "work-money",
    "good-moments",
];

/// Published bands: Kroenke 2001 and 2003; Spitzer 2006; Kroenke 2009; Kessler 2003 and Prochaska 2012; Hughes 2004
/// (no cut-off); Diener 1985; Bush 1998 (4 for men) and Bradley 2003 (3 for women); Prins 2016 and Bovin 2021; WHO
/// 2024. The two check-ins are our own and count what goes well.
pub(crate) const FORMS: &[Form] = &[
    Form {
        tool: "phq-9",
        items: NINE,
        values: FOUR_ANSWERS,
        lowest: 0,
        multiply: 1,
        besides: &[],
        bands: &[
            (0, 4, "minimal"),
            (5, 9, "mild"),
            (10, 14, "moderate"),
            (15, 19, "moderately-severe"),
            (20, 27, "severe"),
        ],
    },
    Form {
        tool: "phq-2",
        items: &["q1", "q2"],
        values: FOUR_ANSWERS,
        lowest: 0,
        multiply: 1,
        besides: &[],
        bands: &[(0, 2, "below-cut-off"), (3, 6, "at-or-above-cut-off")],
    },
    Form {
        tool: "gad-7",
        items: SEVEN,
        values: FOUR_ANSWERS,
        lowest: 0,
        multiply: 1,
        besides: &[],
        bands: &[(0, 4, "minimal"), (5, 9, "mild"), (10, 14, "moderate"), (15, 21, "severe")],
    },
    Form {
        tool: "phq-4",
        items: &["q1", "q2", "q3", "q4"],
        values: FOUR_ANSWERS,
        lowest: 0,
        multiply: 1,
        besides: &[],
        bands: &[(0, 2, "none"), (3, 5, "mild"), (6, 8, "moderate"), (9, 12, "severe")],
    },
    Form {
        tool: "k6",
        items: &["q1", "q2", "q3", "q4", "q5", "q6"],
        values: FIVE_ANSWERS,
        lowest: 0,
        multiply: 1,
        besides: &[],
        bands: &[(0, 4, "low"), (5, 12, "moderate"), (13, 24, "serious")],
    },
    Form {
        tool: "loneliness-3",
        items: &["q1", "q2", "q3"],
        values: &["1", "2", "3"],
        lowest: 1,
        multiply: 1,
        besides: &[],
        bands: &[(3, 9, "no-cut-off")],
    },
    Form {
        tool: "satisfaction-with-life",
        items: &["q1", "q2", "q3", "q4", "q5"],
        values: &["1", "2", "3", "4", "5", "6", "7"],
        lowest: 1,
        multiply: 1,
        besides: &[],
        bands: &[
            (5, 9, "extremely-dissatisfied"),
            (10, 14, "dissatisfied"),
            (15, 19, "slightly-dissatisfied"),
            (20, 20, "neutral"),
            (21, 25, "slightly-satisfied"),
            (26, 30, "satisfied"),
            (31, 35, "extremely-satisfied"),
        ],
    },
    Form {
        tool: "audit-c",
        items: &["q1", "q2", "q3"],
        values: FIVE_ANSWERS,
        lowest: 0,
        multiply: 1,
        besides: &[("line", "women")],
        bands: &[(0, 2, "below-line"), (3, 12, "at-line")],
    },
    Form {
        tool: "audit-c",
        items: &["q1", "q2", "q3"],
        values: FIVE_ANSWERS,
        lowest: 0,
        multiply: 1,
        besides: &[("line", "men")],
        bands: &[(0, 3, "below-line"), (4, 12, "at-line")],
    },
    Form {
        tool: "pc-ptsd-5",
        items: &["q1", "q2", "q3", "q4", "q5"],
        values: &["no", "yes"],
        lowest: 0,
        multiply: 1,
        besides: &[("exposure", "yes")],
        bands: &[(0, 2, "below-cut-off"), (3, 3, "sensitive-cut-off"), (4, 5, "cut-off")],
    },
    Form {
        tool: "non-commercial/who-5",
        items: &["q1", "q2", "q3", "q4", "q5"],
        values: &["0", "1", "2", "3", "4", "5"],
        lowest: 0,
        multiply: 4,
        besides: &[],
        bands: &[(0, 28, "very-low"), (32, 48, "low"), (52, 100, "not-low")],
    },
    Form {
        tool: "recovery-check-in",
        items: RECOVERY,
        values: &["work-on", "well"],
        lowest: 0,
        multiply: 1,
        besides: &[],
        bands: &[(0, 16, "your-own-picture")],
    },
    Form {
        tool: "carer-check-in",
        items: CARER,
        values: &["partly", "yes"],
        lowest: 0,
        multiply: 1,
        besides: &[],
        bands: &[(0, 11, "your-own-picture")],
    },
];

impl Form {
    /// Answers with this total, as uneven as can be: the first questions take all that they can.
    fn answers(&self, total: u32) -> Map<String, Value> {
        let highest = u32::try_from(self.values.len() - 1).expect("few answers");
        let mut left =
            total / self.multiply - self.lowest * u32::try_from(self.items.len()).expect("few questions");
        let besides = self.besides.iter().map(|(item, value)| ((*item).to_owned(), json!(value)));
        let mut answers: Map<String, Value> = besides.collect();
        for item in self.items {
            let points = left.min(highest);
            left -= points;
            answers.insert((*item).to_owned(), json!(self.values[points as usize]));
        }
        assert_eq!(left, 0, "{} can come to {total}", self.tool);
        answers
    }

    /// Answers with this total, which falls into this band.
    pub(crate) fn vector(&self, total: u32, band: &'static str) -> Vector {
        Vector {
            tool: self.tool,
            answers: self.answers(total),
            value: Some(total),
            band: Some(band),
            missing: Vec::new(),
        }
    }

    /// All, but for these questions.
    pub(crate) fn without(&self, missing: &[&str]) -> Vector {
        let (_, highest, band) = self.bands.last().expect("a band");
        let mut vector = self.vector(*highest, band);
        for item in missing {
            vector.answers.remove(*item);
        }
        let missing = missing.iter().map(|item| (*item).to_owned()).collect();
        Vector { value: None, band: None, missing, ..vector }
    }
}

/// Every vector.
pub(crate) fn all() -> Vec<Vector> {
    let mut all = Vec::new();
    for form in FORMS {
        for (from, to, band) in form.bands {
            all.push(form.vector(*from, band));
            if from != to {
                all.push(form.vector(*to, band));
            }
        }
        let last = form.items.len() - 1;
        all.push(form.without(form.items));
        all.push(form.without(&form.items[..1]));
        all.push(form.without(&form.items[last..]));
        if last > 1 {
            all.push(form.without(&[form.items[0], form.items[last]]));
        }
    }
    all.extend(paths());
    all
}

/// What the conditions of PC-PTSD-5 and the groups of AUDIT-C can lead to besides.
fn paths() -> Vec<Vector> {
    let vector = |tool, answers: Value, value, band, missing: &[&str]| Vector {
        tool,
        answers: answers.as_object().expect("an object").clone(),
        value,
        band,
        missing: missing.iter().map(|item| (*item).to_owned()).collect(),
    };
    let ptsd = |answers, value, band, missing: &[&str]| vector("pc-ptsd-5", answers, value, band, missing);
    vec![
        // Nothing answered: only the first question is waited for.
        ptsd(json!({}), None, None, &["exposure"]),
        // No event: 0, and nothing is missing.
        ptsd(json!({ "exposure": "no" }), Some(0), Some("below-cut-off"), &[]),
        ptsd(json!({ "exposure": "yes" }), None, None, &["q1", "q2", "q3", "q4", "q5"]),
        // Who names no line is told both.
        vector("audit-c", json!({ "q1": "3", "q2": "0", "q3": "0" }), Some(3), None, &[]),
        vector("audit-c", json!({}), None, None, &["q1", "q2", "q3"]),
        // Optional questions are never waited for.
        vector(
            "phq-9",
            json!({ "q1": "0", "q2": "0", "q3": "0", "q4": "0", "q5": "0", "q6": "0", "q7": "0", "q8": "0", "q9": "0",
                "difficulty": "extremely" }),
            Some(0),
            Some("minimal"),
            &[],
        ),
    ]
}
