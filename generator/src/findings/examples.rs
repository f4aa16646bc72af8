//! An example for every code, as `footbridge explain` shows it: what brings the finding up, and what mends it.

/// The example of a code: the fault and the mend.
pub fn of(code: &str) -> Option<(&'static str, &'static str)> {
    EXAMPLES.iter().find(|(known, ..)| *known == code).map(|(_, fault, mend)| (*fault, *mend))
}

/// Code, fault, mend.
const EXAMPLES: &[(&str, &str, &str)] = &[
    ("FB0001", "content/family/plan.md   (only root may read it)", "chmod a+r content/family/plan.md"),
    ("FB0002", "a page that was saved as Windows-1252", "the same page, saved as UTF-8"),
    ("FB0003", "content/   (empty)", "content/_index.md   with a title and a few words"),
    ("FB0004", "content/old -> content", "rm content/old"),
    ("FB0005", "footbridge build   (the disk is full)", "footbridge build --out /media/stick/site"),
    ("FB0006", "footbridge build --out ~/Documents", "footbridge build --out ~/Documents/site"),
    ("FB0101", "title = Home", "title = \"Home\""),
    ("FB0102", "title: CBT: what it is", "title: \"CBT: what it is\""),
    ("FB0103", "sumary: What it is.", "summary: What it is."),
    ("FB0104", "---\nsummary: What it is.\n---", "---\ntitle: Peer support\nsummary: What it is.\n---"),
    ("FB0105", "audience: [famly]", "audience: [family]"),
    ("FB0201", "footbridge build   (in a folder without site.toml)", "footbridge build --root ~/my-site"),
    ("FB0202", "base_url = \"example.org\"", "base_url = \"https://example.org/\""),
    ("FB0203", "A page that begins with its text", "---\ntitle: Peer support\n---\nThe text"),
    ("FB0204", "---\ntitle: Peer support\nThe text", "---\ntitle: Peer support\n---\nThe text"),
    ("FB0205", "taxonomies: { topcs: [work] }", "taxonomies: { topics: [work] }"),
    ("FB0206", "content/about.fr.md   (no [languages.fr])", "[languages.fr]\nname = \"Français\""),
    ("FB0207", "content/plan.md and content/plan/_index.md", "content/plan/_index.md alone"),
    ("FB0208", "content/Peer Support.md", "content/peer-support.md"),
    (
        "FB0209",
        "checked = \"2024-01-10\"",
        "checked = \"2026-11-22\"   (after comparing it with the official page)",
    ),
    ("FB0210", "country = \"UK\"   (no country with that code)", "country = \"GB\""),
    ("FB0211", "call = \"call us\"", "call = \"1-800-555-0100\""),
    ("FB0212", "source = \"988lifeline.org\"", "source = \"https://988lifeline.org/\""),
    ("FB0213", "a site.toml without [crisis]", "[crisis]\ncountry = \"US\"\n[[crisis.countries]]\n…"),
    (
        "FB0214",
        "a tool with a risk item, and a site.toml without [crisis]",
        "[crisis]\ncountry = \"US\"\n[[crisis.countries]]\n…",
    ),
    ("FB0215", "slug: ../plan", "slug: plan"),
    ("FB0216", "[checks.rules]\nlangauge = \"off\"", "[checks.rules]\nlanguage = \"off\""),
    ("FB0217", "find = [\"low-functioning\"]", "find = [\"low functioning\"]"),
    ("FB0301", "[the first days](/family/frist-steps.md)", "[the first days](/family/first-steps.md)"),
    ("FB0302", "[what to bring](/services/clinic.md#brnig)", "[what to bring](/services/clinic.md#bring)"),
    ("FB0303", "[relapse](term:relaps)", "[relapse](term:relapse)"),
    ("FB0304", "Fewer came back to hospital [@rodolico].", "Fewer came back to hospital [@rodolico2022]."),
    ("FB0305", "![How is your mood?](tool:phq9)", "![How is your mood?](tool:phq-9)"),
    ("FB0306", "![A team around a table](taem.svg)", "![A team around a table](team.svg)"),
    ("FB0307", "![](team.svg)", "![Six people around a table, one of them with a folder](team.svg)"),
    ("FB0308", "team.png   (only half of it was copied)", "team.png   (saved again)"),
    ("FB0309", "<div class=\"box\">Call first.</div>", "> [!TIP]\n> Call first."),
    ("FB0310", "# What it is", "## What it is"),
    ("FB0311", "## What it is\n#### For whom", "## What it is\n### For whom"),
    ("FB0312", "> [!TPI] Call first", "> [!TIP] Call first"),
    ("FB0313", "## Costs {#money}\n## Benefits {#money}", "## Costs {#costs}\n## Benefits {#money}"),
    ("FB0314", "Ask for the [form].", "Ask for the [form](/services/form.md)."),
    ("FB0315", "[print](javascript:print())", "Print this page."),
    ("FB0316", "@article{li2020, title = {Peers}", "@article{li2020, title = {Peers}}"),
    ("FB0317", "id = \"relapse\"   (twice in glossary.toml)", "id = \"relapse\" and id = \"relapse-plan\""),
    ("FB0318", "[^note]: In some states.", "The law says so.[^note]\n\n[^note]: In some states."),
    (
        "FB0319",
        "![Mood](tool:phq-9) … ![Mood again](tool:phq-9)",
        "![Mood](tool:phq-9) … [the same check](tool:phq-9)",
    ),
    ("FB0401", "My brother is a schizophrenic.", "My brother has schizophrenia."),
    ("FB0402", "It was a crazy week.", "It was a hard week."),
    ("FB0403", "She suffers from anxiety.", "She lives with anxiety."),
    ("FB0404", "A school for the handicapped.", "A school for disabled children."),
    ("FB0405", "Her son is an addict.", "Her son has a substance use disorder."),
    ("FB0406", "He committed suicide in 2010.", "He died by suicide in 2010."),
    ("FB0407", "a sentence that tells how somebody died by suicide", "He died by suicide."),
    ("FB0408", "The suicide came without warning.", "There are often warning signs. These are some of them."),
    ("FB0409", "He is non-compliant with his medicine.", "He stopped his medicine. It made him tired."),
    (
        "FB0410",
        "Schizophrenia is a burden on families.",
        "Schizophrenia asks a lot of families. This is what helps.",
    ),
    (
        "FB0411",
        "This therapy cures depression.",
        "Of 100 people, 42 felt much better with it, and 19 without it [@key].",
    ),
    ("FB0412", "Violent schizophrenics make the news.", "Most people with schizophrenia are never violent."),
    ("FB0413", "She was committed to a psychiatric hospital.", "She was in hospital without her consent."),
    ("FB0414", "I like a clean desk, I am so OCD.", "I like a clean desk."),
    ("FB0415", "Tú decides. … Pregunte a su médico.", "Tú decides. … Pregunta a tu médico."),
    (
        "FB0416",
        "[[checks.language]]\nfind = [\"clubhouse patient|patients\"]\nsay = \"members\"\n\nClubhouse patients meet at nine.",
        "Members meet at nine.",
    ),
    (
        "FB0420",
        "<!-- footbridge-ignore FB0406: the name of a law -->\nThe law was changed.",
        "The law was changed.",
    ),
    ("FB0421", "<!-- footbridge-ignore FB0406 -->", "<!-- footbridge-ignore FB0406: the name of a law -->"),
    ("FB0422", "<!-- footbridge-ignore FB0301: it will come -->", "the link, mended"),
    ("FB0601", "{% if page.title }", "{% if page.title %}"),
    (
        "FB0602",
        "{{ section.pages }}   (on a page that is no section)",
        "{% if section %}{{ section.pages }}{% endif %}",
    ),
    ("FB0603", "template: pgae.html", "template: page.html"),
    ("FB0604", "read-more Read on", "read-more = Read on"),
    ("FB0605", "theme = \"daylihgt\"", "theme = \"daylight\""),
    ("FB0606", "[languages.fr]   (no themes/daylight/i18n/fr)", "themes/daylight/i18n/fr/text.ftl"),
    ("FB0701", "{ \"resourceType\": \"Questionnaire\", }", "{ \"resourceType\": \"Questionnaire\" }"),
    (
        "FB0702",
        "{ \"resourceType\": \"Patient\" }",
        "{ \"resourceType\": \"Questionnaire\", \"status\": \"active\", … }",
    ),
    ("FB0703", "a Questionnaire with 100 000 items", "several Questionnaires"),
    ("FB0704", "\"type\": \"choise\"", "\"type\": \"choice\""),
    ("FB0705", "\"linkId\": \"1\"   (on two items)", "\"linkId\": \"1\" and \"linkId\": \"2\""),
    ("FB0706", "\"answerValueSet\": \"http://loinc.org/vs/LL358-3\"", "\"answerOption\": [ … ]"),
    (
        "FB0707",
        "\"enableWhen\": [{ \"question\": \"9\", … }]   (there is no item 9)",
        "\"enableWhen\": [{ \"question\": \"1\", … }]",
    ),
    ("FB0708", "\"modifierExtension\": [ … ]", "the file without it, if it still means the same"),
    ("FB0709", "item 1 waits for item 2, and item 2 for item 1", "item 2 waits for item 1"),
    ("FB0710", "\"prefix\": \"a)\"", "the prefix, written into the text by hand, if readers need it"),
    (
        "FB0711",
        "\"type\": \"decimal\" with whole numbers alone",
        "type = \"integer\", if that is what you want",
    ),
    (
        "FB0712",
        "a total in an expression that is no plain sum",
        "[[scores]]\nmethod = \"sum\"\nitems = [ … ]",
    ),
    ("FB0713", "[source]\npermission = \"\"", "[source]\npermission = \"Free to use, copy and share.\""),
    (
        "FB0714",
        "footbridge import fhir form.json --out phq-9.toml   (it is there)",
        "footbridge import fhir form.json --out new.toml",
    ),
    ("FB0715", "a risk response, in an export", "the definition itself, kept as the original"),
    (
        "FB0801",
        "a page at grade 9.4, where the target is 6",
        "shorter sentences, and everyday words for long ones",
    ),
    (
        "FB0802",
        "If the person who cares for you is away and you feel that things are getting harder from one day to the next, it may help to call somebody.",
        "Is the person who cares for you away? If each day gets harder, call somebody.",
    ),
    ("FB0803", "a paragraph of 140 words", "three paragraphs, one thought each"),
    ("FB0804", "Ask for CBT.", "Ask for cognitive behavioral therapy (CBT)."),
    ("FB0805", "ACT helps many people.", "Assertive Community Treatment (ACT) helps many people."),
    (
        "FB0806",
        "A relapse can be planned for. … [Relapse](term:relapse) means …",
        "A [relapse](term:relapse) can be planned for.",
    ),
    (
        "FB0901",
        "---\ntitle: Peer support\n---",
        "---\ntitle: Peer support\nsummary: Help from people who have been there.\n---",
    ),
    ("FB0902", "a page that states facts and cites nothing", "Peers give hope [@davidson2012]."),
    (
        "FB0903",
        "content/treatments/cbt.md without `evidence`",
        "evidence:\n  grade: A\n  statement: Helps with depression in many good trials.",
    ),
    ("FB0904", "reviewed: 2022-03-01", "reviewed: 2026-11-22"),
    ("FB0905", "no page has `reviewed`", "reviewed: 2026-11-22\nreviewer: Ana Ruiz, clinical psychologist"),
    ("FB0906", "reviewed: 2026-11-22", "reviewed: 2026-11-22\nreviewer: Ana Ruiz, clinical psychologist"),
    ("FB0907", "One in four people will have it.", "One in four people will have it [@kessler2005]."),
    (
        "FB0908",
        "## Suicide\nAsk directly.",
        "> [!CRISIS]\n> You do not have to be sure to call.\n\n## Suicide\nAsk directly.",
    ),
    ("FB0909", "See more", "the line, deleted"),
    ("FB0910", "Call 1-800-555-0100.", "[Call a crisis line](/help-now.md)."),
    ("FB0911", "Call 08457 90 90 90.", "[Call a crisis line](/help-now.md)."),
    (
        "FB0951",
        "[The guide](https://example.org/old.pdf)   (the site answers 404)",
        "[The guide](https://example.org/guides/sleep)",
    ),
    (
        "FB0952",
        "[The form](http://example.org/form)   (moved to https://)",
        "[The form](https://example.org/form)",
    ),
    ("FB0953", "url = \"https://example.org/paper\"   (turns programs away)", "the same, opened by a person"),
    ("FB0954", "<https://slow.example.org/>   (no answer in 15 seconds)", "an address that answers"),
    (
        "FB0955",
        "<https://example.org/>   (the certificate has expired)",
        "a source whose certificate is valid",
    ),
    ("FB0956", "a check on a machine without a network", "the same check with a network"),
    ("FB1001", "![Image](team.svg)", "![Six people around a table](team.svg)"),
    ("FB1002", "For the form click [here](form.md).", "Fill in the [form for a first visit](form.md)."),
    ("FB1003", "|   |   |\n|---|---|\n| Mon | 9 |", "| Day | Opens |\n|---|---|\n| Mon | 9 |"),
    ("FB1004", "Fields marked in red are required.", "Fields marked “required” must be filled in."),
    ("FB1005", "title: Overview   (on two pages)", "title: Treatments, and title: Services"),
    (
        "FB1006",
        "content/leaflet.md, and no link to it",
        "[The leaflet](/leaflet.md), on a page that people find",
    ),
    ("FB1007", "content/about.md without content/about.es.md", "content/about.es.md"),
    (
        "FB1008",
        "translates: v3f2a9c1b   (the original has changed since)",
        "the translation, brought up to date, and translates: v77e0d145",
    ),
    (
        "FB1009",
        "---\ntitle: Sobre este sitio\n---",
        "---\ntitle: Sobre este sitio\ntranslates: v3f2a9c1b\n---",
    ),
    ("FB1010", "team.png with 2400 kB", "team.webp with 90 kB"),
    ("FB1011", "[Call](tel:nine-eight-eight)", "[Call 988](tel:988)"),
    ("FB1012", "**What to bring**", "## What to bring"),
    ("FB0320", "a group of 120 in 100 people", "a group of 43 in 100 people"),
    ("FB0321", "![Fewer came back](evidence:relapes)", "![Fewer came back](evidence:relapses)"),
    ("FB0322", "[34 in 100](evidence:relapses)   (the study says 43)", "[43 in 100](evidence:relapses)"),
    ("FB0501", "two items with id = \"sleep\"", "id = \"sleep\" and id = \"appetite\""),
    ("FB0502", "items = [\"slep\"]", "items = [\"sleep\"]"),
    ("FB0503", "sleep waits for mood, and mood for sleep", "mood waits for sleep"),
    ("FB0504", "bands 0 to 4 and 6 to 9", "bands 0 to 4 and 5 to 9"),
    ("FB0505", "bands 0 to 5 and 5 to 9", "bands 0 to 4 and 5 to 9"),
    ("FB0506", "bands up to 20, where 27 is possible", "bands up to 27"),
    ("FB0507", "[[scores]]\nitems = []", "[[scores]]\nitems = [\"sleep\", \"mood\"]"),
    (
        "FB0508",
        "{ value = \"often\", label = \"Often\" }",
        "{ value = \"often\", label = \"Often\", score = 2 }",
    ),
    ("FB0509", "risk = { at_least = 5, … }   (the highest score is 3)", "risk = { at_least = 1, … }"),
    ("FB0510", "permission = \"\"", "permission = \"Free to use, copy and share.\""),
    ("FB0511", "citation = \"\"", "citation = \"Kroenke K, Spitzer RL, Williams JBW. 2001.\""),
    ("FB0512", "modified = true", "modified = false, with the published wording"),
    ("FB0513", "an item whose word was changed, under the old checksum", "the published word"),
    ("FB0514", "id = \"How do you sleep?\"", "id = \"sleep\""),
    ("FB0515", "type = \"choice\" without options", "[[options]]\nvalue = \"never\"\nlabel = \"Never\""),
    ("FB0516", "value = \"often\" twice", "value = \"often\" and value = \"always\""),
    (
        "FB0517",
        "enabled_when asks for an answer that does not exist",
        "enabled_when asks for an answer of the question",
    ),
    (
        "FB0518",
        "missing = \"prorate\" without the number of answers that it needs",
        "missing = \"prorate\" with that number",
    ),
    ("FB0519", "checked = \"22.11.2026\"", "checked = \"2026-11-22\""),
    ("FB0520", "title = \"\"", "title = \"How have you slept?\""),
    ("FB0521", "from = 9, to = 5", "from = 5, to = 9"),
    ("FB0522", "method = \"weighted\" with fewer factors than items", "one factor for each item"),
    (
        "FB0523",
        "[[responses]]\nid = \"call\"   (nothing names it)",
        "risk = { at_least = 1, response = \"call\" }",
    ),
    ("FB0524", "formula = \"sleep + \"", "formula = \"sleep + mood\""),
    ("FB0525", "total uses sleep-part, and sleep-part uses total", "total uses sleep-part"),
    ("FB0526", "formula = \"1 / sleep\"   (sleep can be 0)", "a formula that holds for every answer"),
    ("FB0527", "a question whose condition excludes itself", "a condition that some answers meet"),
    ("FB0528", "type = \"text\" with options", "type = \"text\" alone"),
    ("FB0529", "a group in a group that repeats", "a group that repeats, with questions"),
    ("FB0530", "phq-9.es.toml with an item that phq-9.toml lacks", "the items of phq-9.toml, and no others"),
    ("FB0531", "bands for an answer that the question does not have", "bands for each of its answers"),
    (
        "FB0532",
        "wording = \"original\", and the questions of the form in your own translation",
        "wording = \"original\", and your own texts around the form",
    ),
    (
        "FB0540",
        "kind = \"plan\" without [[sections]]",
        "[[sections]]\nid = \"signs\"\ntitle = \"What I notice first\"",
    ),
    ("FB0541", "suggestions = [\"Walk\", \"Walk\"]", "suggestions = [\"Walk\", \"Call a friend\"]"),
    ("FB0542", "title = \"Stanley-Brown Safety Plan\"", "title = \"Keep-safe plan\""),
    ("FB0543", "hard_moment = []", "hard_moment = [\"signs\", \"people\"]"),
    ("FB0544", "a plan with crisis lines and no section for people", "a section whose entries are contacts"),
    ("FB0545", "entries = \"text\" with a key for contacts", "entries = \"contact\" with that key"),
    ("FB0560", "a scale with the points 0, 1 and 3", "a scale with the points 0, 1, 2 and 3"),
    ("FB0561", "green, orange, yellow, red", "green, yellow, orange, red"),
    ("FB0562", "a level whose rule asks for more signs than there are", "a rule that some week can meet"),
    ("FB0563", "orange is met sooner than yellow", "each level is harder to meet than the one below it"),
    ("FB0564", "a group that no sign names", "the group, with its signs"),
    ("FB0565", "two signs “I sleep less”", "“I sleep less” and “I wake up early”"),
    ("FB0566", "a sign that cannot wait, without crisis help", "the same sign with crisis help beside it"),
    ("FB0567", "“You have a relapse.”", "“It is time to talk with your team.”"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::codes;

    #[test]
    fn every_code_has_one() {
        let own = codes::ALL.iter().map(|code| code.id);
        let of_tools = footbridge_model::CODES.iter().map(|(code, _)| *code);
        let without: Vec<&str> = own.chain(of_tools).filter(|code| of(code).is_none()).collect();
        assert!(without.is_empty(), "no example: {without:?}");
    }

    #[test]
    fn no_example_is_of_a_code_that_is_not_there() {
        let known = |id: &str| {
            codes::ALL.iter().any(|code| code.id == id)
                || footbridge_model::CODES.iter().any(|(code, _)| *code == id)
        };
        let unknown: Vec<&str> =
            EXAMPLES.iter().map(|(code, ..)| *code).filter(|code| !known(code)).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}
