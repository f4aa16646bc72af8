//! The addresses of extensions, and the answer lists that are known by heart.

use footbridge_model::Operator;

/// A text in another language.
pub(super) const TRANSLATION: &str = "http://hl7.org/fhir/StructureDefinition/translation";
/// What an answer counts.
pub(super) const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
/// What an answer counts, in the newer form.
pub(super) const ITEM_WEIGHT: &str = "http://hl7.org/fhir/StructureDefinition/itemWeight";
/// Every address under which a weight is written.
pub(super) const WEIGHTS: &[&str] = &[
    ITEM_WEIGHT,
    ORDINAL,
    "http://hl7.org/fhir/StructureDefinition/questionnaire-ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/valueset-ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/codesystem-ordinalValue",
];
/// A property of an answer in an expanded list, as R4 has to write what R5 has a key for.
pub(super) const LISTED_PROPERTY: &str =
    "http://hl7.org/fhir/5.0/StructureDefinition/extension-ValueSet.expansion.contains.property";
/// A total.
pub(super) const CALCULATED: &str =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
/// Every address under which a total is written.
pub(super) const CALCULATIONS: &[&str] = &[
    CALCULATED,
    "http://hl7.org/fhir/StructureDefinition/questionnaire-calculatedExpression",
    "http://hl7.org/fhir/StructureDefinition/cqf-calculatedValue",
    CQF_EXPRESSION,
];
/// What an element is by an expression, mostly in CQL; at a number it is a total.
pub(super) const CQF_EXPRESSION: &str = "http://hl7.org/fhir/StructureDefinition/cqf-expression";
/// A part of a total.
pub(super) const VARIABLE: &str = "http://hl7.org/fhir/StructureDefinition/variable";
/// An item that is never shown.
pub(super) const HIDDEN: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden";
/// When an item is shown: while people answer, or afterwards.
pub(super) const USAGE: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-usageMode";
/// How an item looks, and which role a text has.
pub(super) const CONTROL: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
/// Which role a text has.
pub(super) const CATEGORY: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-displayCategory";
/// The unit of a number.
pub(super) const UNIT: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";
/// One of several units.
pub(super) const UNIT_OPTION: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption";
/// The lowest answer.
pub(super) const MIN: &str = "http://hl7.org/fhir/StructureDefinition/minValue";
/// The highest answer.
pub(super) const MAX: &str = "http://hl7.org/fhir/StructureDefinition/maxValue";
/// The distance between two points of a scale.
pub(super) const STEP: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-sliderStepValue";
/// How often a group can be filled in.
pub(super) const MAX_OCCURS: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs";
/// How often a group must be filled in.
pub(super) const MIN_OCCURS: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs";
/// An answer that stands alone.
pub(super) const EXCLUSIVE: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";
/// The words before the field for an answer in one's own words.
pub(super) const OPEN_LABEL: &str =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-openLabel";
/// The codes of LOINC.
pub(super) const LOINC: &str = "http://loinc.org";
/// The names of the controls.
pub(super) const CONTROLS: &str = "http://hl7.org/fhir/questionnaire-item-control";

/// Extensions that must be carried out exactly or not at all, by the end of their address.
pub(super) const DECIDING: &[&str] = &[
    "enableWhenExpression",
    "answerExpression",
    "answerOptionsToggleExpression",
    "subQuestionnaire",
    "questionnaireAdaptive",
];

/// Extensions that are understood, or say only how something looks or who made it, by the end of their address.
pub(super) const QUIET: &[&str] = &[
    "/translation",
    "/variable",
    "ordinalValue",
    "/itemWeight",
    "alculatedExpression",
    "cqf-calculatedValue",
    "questionnaire-hidden",
    "questionnaire-usageMode",
    "questionnaire-itemControl",
    "questionnaire-displayCategory",
    "questionnaire-unit",
    "questionnaire-unitOption",
    "/minValue",
    "/maxValue",
    "sliderStepValue",
    "questionnaire-maxOccurs",
    "questionnaire-minOccurs",
    "optionExclusive",
    "openLabel",
    "choiceOrientation",
    "rendering-style",
    "rendering-xhtml",
    "rendering-markdown",
    "rendering-styleSensitive",
    "preferredTerminologyServer",
    "/width",
    "/collapsible",
    "columnCount",
    "choiceColumn",
    "/entryFormat",
    "/shortText",
    "-shortText",
    "maxDecimalPlaces",
    "owRangeLabel",
    "ighRangeLabel",
];

/// How FHIR, and our definitions with it, write a comparison.
const OPERATORS: &[(Operator, &str)] = &[
    (Operator::Exists, "exists"),
    (Operator::Equal, "="),
    (Operator::NotEqual, "!="),
    (Operator::Greater, ">"),
    (Operator::Less, "<"),
    (Operator::AtLeast, ">="),
    (Operator::AtMost, "<="),
];

/// A comparison as it is written.
pub(super) fn operator(operator: Operator) -> &'static str {
    OPERATORS.iter().find(|(known, _)| *known == operator).map(|(_, text)| *text).unwrap_or_default()
}

/// The comparison that is written so.
pub(super) fn operator_of(text: &str) -> Option<Operator> {
    OPERATORS.iter().find(|(_, known)| *known == text).map(|(operator, _)| *operator)
}

/// Units as people write them, for codes of UCUM that nobody would read.
const UNITS: &[(&str, &str)] = &[
    ("[in_i]", "in"),
    ("[ft_i]", "ft"),
    ("[lb_av]", "lb"),
    ("[oz_av]", "oz"),
    ("[degF]", "°F"),
    ("Cel", "°C"),
    ("mm[Hg]", "mmHg"),
    ("{score}", "points"),
    ("a", "years"),
    ("mo", "months"),
    ("wk", "weeks"),
    ("d", "days"),
    ("h", "hours"),
    ("min", "minutes"),
    ("s", "seconds"),
    ("/min", "per minute"),
    ("kg/m2", "kg/m²"),
];

/// A unit by its code.
pub(super) fn unit(code: &str) -> &str {
    UNITS.iter().find(|(known, _)| *known == code).map_or(code, |(_, words)| words)
}

/// Whether a text has the form of a code of LOINC: digits, a hyphen and the check digit, with two letters in
/// front where it is no question.
pub(super) fn is_loinc(code: &str) -> bool {
    let digits =
        ["LA", "LL", "LP", "LG"].iter().find_map(|letters| code.strip_prefix(letters)).unwrap_or(code);
    let Some((number, check)) = digits.split_once('-') else { return false };
    let all = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    all(number) && all(check) && number.len() <= 7 && check.len() == 1
}

/// Totals that their LOINC code alone defines: the code, the most points of an answer, and the codes of the questions
/// whose points it adds.
pub(super) const TOTALS: &[(&str, i64, &[&str])] = &[
    (
        "44261-6",
        3,
        &["44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8"],
    ),
    ("55758-7", 3, &["44250-9", "44255-8"]),
    ("70274-6", 3, &["69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7"]),
    ("75626-2", 4, &["68518-0", "68519-8", "68520-6"]),
    (
        "75624-7",
        4,
        &[
            "68518-0", "68519-8", "68520-6", "97734-8", "97735-5", "97736-3", "97737-1", "97738-9",
            "97739-7", "97740-5",
        ],
    ),
];

/// An answer of a list that is known by heart.
pub(super) struct Answer {
    pub(super) system: &'static str,
    pub(super) code: &'static str,
    pub(super) words: &'static str,
    pub(super) weight: Option<i64>,
}

const fn answer(
    system: &'static str,
    code: &'static str,
    words: &'static str,
    weight: Option<i64>,
) -> Answer {
    Answer { system, code, words, weight }
}

/// The answers of LOINC's LL358-3.
const LL358_3: &[Answer] = &[
    answer(LOINC, "LA6568-5", "Not at all", Some(0)),
    answer(LOINC, "LA6569-3", "Several days", Some(1)),
    answer(LOINC, "LA6570-1", "More than half the days", Some(2)),
    answer(LOINC, "LA6571-9", "Nearly every day", Some(3)),
];

const GENDER: &str = "http://hl7.org/fhir/administrative-gender";
const YES_OR_NO: &str = "http://terminology.hl7.org/CodeSystem/v2-0136";
const ABSENT: &str = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

/// The lists of FHIR itself that forms name most often, as R4 has them.
const OF_FHIR: &[(&str, &[Answer])] = &[
    (
        "http://hl7.org/fhir/ValueSet/administrative-gender",
        &[
            answer(GENDER, "male", "Male", None),
            answer(GENDER, "female", "Female", None),
            answer(GENDER, "other", "Other", None),
            answer(GENDER, "unknown", "Unknown", None),
        ],
    ),
    (
        "http://hl7.org/fhir/ValueSet/yesnodontknow",
        &[
            answer(YES_OR_NO, "Y", "Yes", None),
            answer(YES_OR_NO, "N", "No", None),
            answer(ABSENT, "asked-unknown", "Don't know", None),
        ],
    ),
];

/// The answers of a list that is known by its address.
pub(super) fn list(address: &str) -> Option<&'static [Answer]> {
    let address = address.split('|').next().unwrap_or(address);
    if let Some((_, answers)) = OF_FHIR.iter().find(|(known, _)| *known == address) {
        return Some(answers);
    }
    let known = ["http://loinc.org/vs/", "https://loinc.org/vs/", "http://fhir.loinc.org/ValueSet/"];
    let name = known.iter().find_map(|stem| address.strip_prefix(stem))?;
    (name == "LL358-3").then_some(LL358_3)
}
