//! The definition of a tool, checked as strictly as a compiler would.

use std::sync::{Arc, LazyLock};

use footbridge_model::{
    Checklist, ChecklistTexts, Plan, PlanTranslation, Problem, Questionnaire, Tool, Translation, Wording,
};

use super::markdown::{self, Body, Origin};
use crate::authored::{self, Kind, Node, Shape};
use crate::findings::{Code, Finding, Place, Severity, closest, codes};
use crate::read::Source;

/// Why definitions are checked so strictly.
const OF_TOOLS: &str =
    "People act on what a tool tells them, so it is published only when it is whole and sound.";

/// A tool and its texts.
#[derive(Debug)]
pub struct ToolPage {
    /// The file.
    pub file: Arc<str>,
    /// The id, from the file's name: `phq-9`.
    pub id: String,
    /// The language, from the file's name, if it is a translation: `es` in `phq-9.es.toml`.
    pub language: Option<String>,
    /// The definition.
    pub tool: Tool,
    /// Whether it is a translation that leaves the words of a published form in the language of the original.
    pub keeps_wording: bool,
    /// The Markdown texts with their pointers into the definition.
    pub prose: Vec<(String, Body, bool)>,
}

/// The kinds of tool that there are, as written in `kind`.
pub const KINDS: &[&str] = &["questionnaire", "plan", "checklist"];

/// The shape of a questionnaire, made once.
static QUESTIONNAIRE: LazyLock<Shape> = LazyLock::new(Shape::of::<Questionnaire>);

/// The shape of a questionnaire's translation, made once.
static TRANSLATION: LazyLock<Shape> = LazyLock::new(Shape::of::<Translation>);

/// The shape of a plan, made once.
static PLAN: LazyLock<Shape> = LazyLock::new(Shape::of::<Plan>);

/// The shape of a plan's translation, made once.
static PLAN_TRANSLATION: LazyLock<Shape> = LazyLock::new(Shape::of::<PlanTranslation>);

/// The shape of a checklist, made once.
static CHECKLIST: LazyLock<Shape> = LazyLock::new(Shape::of::<Checklist>);

/// The shape of a checklist's translation, made once.
static CHECKLIST_TEXTS: LazyLock<Shape> = LazyLock::new(Shape::of::<ChecklistTexts>);

/// Reads one definition.
pub fn read(source: &Source) -> (Option<ToolPage>, Vec<Finding>) {
    let file = &source.file;
    let (mut node, mut findings) = authored::parse_toml(file, &source.text, 0);
    let syntax_is_wrong = !findings.is_empty();
    let original = node.clone();
    let kind = node.remove("kind");
    if let Some(finding) = wrong_kind(&kind, &original, file) {
        findings.push(finding);
        return (None, findings);
    }
    let (tool, more) = match kind.as_ref().and_then(Node::text) {
        Some("plan") => {
            let (plan, more) = authored::from_node::<Plan>(&node, &PLAN, file, "a plan");
            (plan.map(Tool::Plan), more)
        }
        Some("checklist") => {
            let (list, more) = authored::from_node::<Checklist>(&node, &CHECKLIST, file, "a checklist");
            (list.map(Tool::Checklist), more)
        }
        _ => {
            let (questionnaire, more) =
                authored::from_node::<Questionnaire>(&node, &QUESTIONNAIRE, file, "a questionnaire");
            (questionnaire.map(Tool::Questionnaire), more)
        }
    };
    findings.extend(more.into_iter().filter(|f| !syntax_is_wrong || f.code != codes::MISSING_KEY.id));
    let Some(tool) = tool.filter(|_| !syntax_is_wrong) else { return (None, findings) };
    let problems = tool.problems();
    (Some(page(source, &original, tool, None, problems, &mut findings)), findings)
}

/// Reads the translation of a tool: texts alone, over the rules of the original.
pub fn read_translation(source: &Source, originals: &[ToolPage]) -> (Option<ToolPage>, Vec<Finding>) {
    let file = &source.file;
    let (mut node, mut findings) = authored::parse_toml(file, &source.text, 0);
    let syntax_is_wrong = !findings.is_empty();
    let written = node.clone();
    // It may name its kind, as the original does.
    node.remove("kind");
    // Without its original there is nothing to read it by. The link stage tells that it has none.
    let Some(original) = originals.iter().find(|tool| tool.id == id_of(file)) else {
        return (None, findings);
    };
    let mut keeps_wording = false;
    let (made, more) = match &original.tool {
        Tool::Questionnaire(questionnaire) => {
            let what = "a translation of a questionnaire";
            let (texts, more) = authored::from_node::<Translation>(&node, &TRANSLATION, file, what);
            keeps_wording = texts.as_ref().is_some_and(|texts| texts.wording == Wording::Original);
            let made = texts
                .map(|texts| (Tool::Questionnaire(texts.over(questionnaire)), texts.problems(questionnaire)));
            (made, more)
        }
        Tool::Plan(plan) => {
            let what = "a translation of a plan";
            let (texts, more) = authored::from_node::<PlanTranslation>(&node, &PLAN_TRANSLATION, file, what);
            (texts.map(|texts| (Tool::Plan(texts.over(plan)), texts.problems(plan))), more)
        }
        Tool::Checklist(list) => {
            let what = "a translation of a checklist";
            let (texts, more) = authored::from_node::<ChecklistTexts>(&node, &CHECKLIST_TEXTS, file, what);
            (texts.map(|texts| (Tool::Checklist(texts.over(list)), texts.problems(list))), more)
        }
    };
    findings.extend(more.into_iter().filter(|f| !syntax_is_wrong || f.code != codes::MISSING_KEY.id));
    let Some((tool, problems)) = made.filter(|_| !syntax_is_wrong) else { return (None, findings) };
    let language = language_of(file).map(str::to_owned);
    let page = page(source, &written, tool, language, problems, &mut findings);
    (Some(ToolPage { keeps_wording, ..page }), findings)
}

/// A tool with its Markdown texts; tells what is wrong with it.
fn page(
    source: &Source,
    written: &Node,
    tool: Tool,
    language: Option<String>,
    problems: Vec<Problem>,
    findings: &mut Vec<Finding>,
) -> ToolPage {
    let file = &source.file;
    findings.extend(problems.into_iter().map(|problem| Finding {
        code: problem.code,
        severity: Severity::Error,
        place: Place::at(file, written.nearest(&problem.pointer).range.clone()),
        message: problem.message,
        why: OF_TOOLS.into(),
        mend: problem.mend,
        related: Vec::new(),
    }));
    let mut prose = Vec::new();
    for text in tool.prose() {
        let place = written.nearest(&text.pointer);
        let offset = place.range.start + source.text[place.range.clone()].find(text.text).unwrap_or_default();
        let prefix = format!("{}-{}-", id_of(file), prose.len());
        let (body, more) = markdown::body(text.text, &Origin { file, offset, prefix: &prefix, facts: true });
        findings.extend(more);
        prose.push((text.pointer, body, text.inline));
    }
    let id = id_of(file).to_owned();
    if !crate::config::is_address_part(&id) || id != id.to_lowercase() {
        findings.push(Finding::new(
            &codes::BAD_FILE_NAME,
            Place::file(file),
            "The address of this tool would not be easy to read or type.",
            format!("Rename it: `{}.toml`.", markdown::slug(&id)),
        ));
    }
    ToolPage { file: file.clone(), id, language, tool, keeps_wording: false, prose }
}

/// `content/tools/phq-9.toml` and its translation `phq-9.es.toml` are `phq-9`, in whatever folder under `tools`.
pub(crate) fn id_of(file: &str) -> &str {
    let stem = stem_of(file);
    stem.split_once('.').map_or(stem, |(id, _)| id)
}

/// The language of a translation, by the name of its file.
pub(crate) fn language_of(file: &str) -> Option<&str> {
    stem_of(file).split_once('.').map(|(_, language)| language)
}

fn stem_of(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.strip_suffix(".toml").unwrap_or(name)
}

fn wrong_kind(kind: &Option<Node>, table: &Node, file: &Arc<str>) -> Option<Finding> {
    let list = KINDS.iter().map(|kind| format!("`{kind}`")).collect::<Vec<_>>().join(", ");
    let finding = |code: &Code, place, message: String, mend| Some(Finding::new(code, place, message, mend));
    match kind.as_ref() {
        None => {
            let start = table.range.start;
            let message = "`kind` is missing: nobody can tell what this tool is.".to_owned();
            finding(
                &codes::MISSING_KEY,
                Place::at(file, start..start),
                message,
                format!("Start the file with `kind = \"questionnaire\"`. The kinds are {list}."),
            )
        }
        Some(Node { kind: Kind::Text(text), .. }) if KINDS.contains(&text.as_str()) => None,
        Some(node) => {
            let word = node.text().unwrap_or(node.noun());
            let mend = match closest(word, KINDS.iter().copied()) {
                Some(close) => format!("Did you mean `{close}`?"),
                None => format!("The kinds are {list}."),
            };
            let place = Place::at(file, node.range.clone());
            finding(&codes::WRONG_VALUE, place, format!("`{word}` is not a kind of tool."), mend)
        }
    }
}
