//! `footbridge score`: the same scoring as the browser's, on a file of answers.

use std::collections::HashMap;
use std::io::Read;
use std::path::Path;

use footbridge_model::{Answers, Outcome, Questionnaire, answers};
use serde::Serialize;
use serde_json::Value;

use super::ScoreArgs;
use super::output::{Terminal, data};
use crate::findings::Finding;
use crate::parse::tool::{self, ToolPage};
use crate::read;

#[derive(Serialize)]
struct Scored<'a> {
    tool: &'a str,
    #[serde(flatten)]
    outcome: Outcome,
}

/// Prints the scores as JSON.
pub(super) fn run(args: &ScoreArgs, terminal: &Terminal) -> u8 {
    let Some(page) = read_tool(&args.tool, terminal) else { return 1 };
    let Some(questionnaire) = questionnaire(&page, terminal) else { return 1 };
    let answers = match read_answers(&args.answers).and_then(|json| resolve(questionnaire, &json)) {
        Ok(answers) => answers,
        Err(problems) => {
            for problem in problems {
                terminal.fail(&format!("error: {problem}"));
            }
            return 1;
        }
    };
    let outcome = questionnaire.rules().outcome(&answers);
    data(&serde_json::to_string(&Scored { tool: &page.id, outcome }).unwrap_or_default());
    0
}

/// The questionnaire of a tool. Says so where it is of another kind.
pub(super) fn questionnaire<'a>(page: &'a ToolPage, terminal: &Terminal) -> Option<&'a Questionnaire> {
    let found = page.tool.questionnaire();
    if found.is_none() {
        let kind = page.tool.kind();
        terminal.fail(&format!(
            "error: `{}` is a {kind}; only questionnaires have questions and scores",
            page.id
        ));
    }
    found
}

/// What reading a definition gives: the tool, and what was found.
type ReadTool = (Option<ToolPage>, Vec<Finding>);

/// Reads one definition and shows what is wrong with it; nothing if that forbids using it.
pub(super) fn read_tool(path: &Path, terminal: &Terminal) -> Option<ToolPage> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let (mut findings, mut texts) = (Vec::new(), HashMap::new());
    let mut load = |name: &str, make: &dyn Fn(&read::Source) -> ReadTool| {
        let (page, more) = match read::read_text(folder, name) {
            Ok(source) => {
                let made = make(&source);
                texts.insert(source.file, source.text);
                made
            }
            Err(finding) => (None, vec![finding]),
        };
        findings.extend(more);
        page
    };
    // A translation has the rules of the original beside it, and takes answers in its own words.
    let page = match tool::language_of(&name) {
        None => load(&name, &tool::read),
        Some(_) => {
            let original = load(&format!("{}.toml", tool::id_of(&name)), &tool::read);
            original.and_then(|original| {
                load(&name, &|source| tool::read_translation(source, std::slice::from_ref(&original)))
            })
        }
    };
    terminal.findings(&findings, &texts);
    page.filter(|_| !findings.iter().any(Finding::is_error))
}

fn read_answers(path: &Path) -> Result<Value, Vec<String>> {
    let mut text = String::new();
    let read = if path == Path::new("-") {
        std::io::stdin().read_to_string(&mut text).map(|_| ())
    } else {
        std::fs::read_to_string(path).map(|file| text = file)
    };
    read.map_err(|error| vec![format!("the answers {} cannot be read: {error}", path.display())])?;
    serde_json::from_str(&text).map_err(|error| {
        vec![format!("the answers are not valid JSON: {error}. Write {{\"q1\": 2, \"q2\": \"Not at all\"}}")]
    })
}

/// From option values or labels to answers; all problems at once. A list holds several options of one question.
fn resolve(questionnaire: &Questionnaire, json: &Value) -> Result<Answers, Vec<String>> {
    let Some(object) = json.as_object() else {
        return Err(vec!["the answers must be a JSON object from item id to answer".to_owned()]);
    };
    let mut answers = Answers::default();
    let mut problems = Vec::new();
    for (item, answer) in object {
        let several = match answer {
            Value::Array(several) => several.as_slice(),
            one => std::slice::from_ref(one),
        };
        for answer in several {
            let text = match answer {
                Value::Null => continue,
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            match answers::resolve(questionnaire, item, &text) {
                Ok(value) => answers.add(item, value.as_str()),
                Err(unresolved) => problems.push(unresolved.to_string()),
            }
        }
    }
    if problems.is_empty() { Ok(answers) } else { Err(problems) }
}
