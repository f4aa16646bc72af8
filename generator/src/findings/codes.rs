//! Every code that the generator can report, in one table. A code never changes its meaning.
//!
//! The codes of tool definitions (`FB05..`) are in the model, which checks them.

use super::Severity::{self, Error, Note, Warning};

/// One kind of finding.
#[derive(Clone, Copy, Debug)]
pub struct Code {
    /// `FB` and four digits.
    pub id: &'static str,
    /// Whether it forbids publishing.
    pub severity: Severity,
    /// A few words: what is wrong.
    pub title: &'static str,
    /// Why it matters to the reader, and how to mend it.
    pub explanation: &'static str,
}

impl Code {
    /// The first sentence of the explanation: why it matters.
    pub fn why(&self) -> &'static str {
        self.explanation.split_inclusive(". ").next().unwrap_or_default().trim_end()
    }

    /// The code with an id.
    pub fn find(id: &str) -> Option<&'static Code> {
        ALL.iter().find(|code| code.id == id)
    }
}

macro_rules! codes {
    ($($name:ident = $id:literal, $severity:ident, $title:literal, $explanation:literal;)*) => {
        $(#[doc = $title] pub const $name: Code =
            Code { id: $id, severity: $severity, title: $title, explanation: $explanation };)*
        /// All codes of the generator, in order.
        pub const ALL: &[Code] = &[$($name),*];
    };
}

codes! {
    // Files and folders
    CANNOT_READ = "FB0001", Error, "A file cannot be read",
        "The file or folder exists but the system refuses it, or it is not there. Check the name and the permissions.";
    NOT_UTF8 = "FB0002", Error, "A text file is not in UTF-8",
        "Readers would see broken letters. Open the file in an editor and save it with the encoding UTF-8.";
    NO_CONTENT = "FB0003", Error, "The site has no page",
        "There is nothing to publish, and an empty site must not take the place of a good one. Put a Markdown file into the `content` folder, for example `content/_index.md`.";
    LINK_LOOP = "FB0004", Warning, "A symbolic link leads back to its own folder",
        "Following it would never end, so it was left out. Remove the link.";
    CANNOT_WRITE = "FB0005", Error, "The site cannot be written",
        "The old site stays as it was. Free some space on the disk or choose another folder with `--out`.";
    NOT_OURS = "FB0006", Error, "The output folder holds files that Footbridge did not write",
        "A build replaces its output folder as a whole, so it refuses one that holds anything else. Choose an empty or new folder with `--out`.";

    // Hand-written data
    TOML_SYNTAX = "FB0101", Error, "Not valid TOML",
        "The file cannot be understood at this place. Text needs quotation marks, a table its square brackets, and every key its own line.";
    YAML_SYNTAX = "FB0102", Error, "Not valid YAML",
        "The front matter cannot be understood at this place. Quote text that holds a colon or starts with a sign, and indent with spaces.";
    UNKNOWN_KEY = "FB0103", Error, "An unknown key",
        "A misspelt key would be passed over in silence and its effect would be missing, so it is an error. The message names the closest known key.";
    MISSING_KEY = "FB0104", Error, "A required key is missing",
        "Without it the page or tool cannot be made. The message says what the key is for.";
    WRONG_VALUE = "FB0105", Error, "A value of the wrong kind",
        "The key is right, and its value is not of the kind or in the range that is expected there.";

    // Settings and front matter
    NO_SITE_FILE = "FB0201", Error, "There is no site.toml",
        "`site.toml` holds the title, the address and the languages of a site. Run Footbridge in the folder that holds it, or name that folder with `--root`.";
    BAD_BASE_URL = "FB0202", Error, "The base URL is not a web address",
        "Canonical addresses, feeds and the sitemap need the full address, with https:// and the path of the site.";
    NO_FRONT_MATTER = "FB0203", Error, "A page has no front matter",
        "A page starts with `---`, then at least `title: …`, then `---`. The title is the page's first heading and its name in lists.";
    OPEN_FRONT_MATTER = "FB0204", Error, "The front matter is not closed",
        "The line `---` (or `+++`) that ends the front matter is missing, so the whole page would be read as settings.";
    UNKNOWN_TAXONOMY = "FB0205", Error, "A taxonomy that site.toml does not have",
        "Taxonomies are declared in `site.toml` as `[taxonomies.NAME]`, so that a misspelt one is not a new one.";
    UNKNOWN_LANGUAGE = "FB0206", Error, "A language that site.toml does not have",
        "The two letters before `.md` name a language. Add it to `site.toml` as `[languages.XX]`, or rename the file.";
    SAME_URL = "FB0207", Error, "Two pages with one address",
        "One of the two would overwrite the other in silence. Rename a file, or change `slug` or `aliases`.";
    BAD_FILE_NAME = "FB0208", Error, "A file name that makes a bad address",
        "Addresses are easiest to read, print and dial out loud with small letters, digits and hyphens alone.";
    OLD_CRISIS_LINE = "FB0209", Warning, "A crisis line was not checked for a long time",
        "Numbers and hours change, and a wrong number can cost a life. Open the official page, check the line, and set `checked` to today.";
    NO_CRISIS_LINE = "FB0210", Error, "No crisis line for the site's country",
        "Crisis help must be one tap from everywhere. Add the country of `crisis.country` with an emergency number and at least one line.";
    BAD_PHONE_NUMBER = "FB0211", Error, "A phone number that cannot be dialled",
        "A tap on the number must ring. Use digits, spaces, hyphens, `+`, `*` and `#` only.";
    BAD_ADDRESS = "FB0212", Error, "Not a web address",
        "Readers are led there, some of them in need. Write the full address with https://.";
    NO_CRISIS_LINES = "FB0213", Warning, "The site names no crisis lines",
        "Crisis help must be one tap from everywhere, and this site has none to offer. Add `[crisis]` to `site.toml` with the country, its emergency number and lines.";
    RISK_WITHOUT_LINES = "FB0214", Error, "A tool asks about risk and the site names no crisis lines",
        "Whoever says that they think of harming themselves must be met with help at once. Add `[crisis]` to `site.toml` before publishing such a tool.";
    BAD_ADDRESS_PART = "FB0215", Error, "A name that cannot be a part of an address",
        "Slugs, aliases, languages and taxonomies become folders of the site. Letters, digits and hyphens are safe there; dots and slashes could lead out of it.";
    UNKNOWN_RULE = "FB0216", Error, "A rule of the checks that does not exist",
        "A misspelt rule would be passed over in silence, and what it guards would not be looked for. Rules are named by their code (`FB0406`), their name (`commit-suicide`) or their group (`language`, `readability`, `health`, `structure`, `external`).";
    BAD_WORDING_RULE = "FB0217", Error, "A wording rule that cannot be read",
        "What it should find would be missed. Phrases are words in small letters with spaces between; docs/checks.md tells what `|`, `*`, `?` and `_` mean.";

    // Markdown
    BROKEN_LINK = "FB0301", Error, "A link leads nowhere",
        "A reader who follows it meets an error page. Link to the source file of the page, from the content folder: `/family/first-steps.md`.";
    BROKEN_ANCHOR = "FB0302", Error, "A link to a heading that is not there",
        "The page exists, the heading does not. The message names the closest one.";
    UNKNOWN_TERM = "FB0303", Error, "A glossary term that is not in the glossary",
        "Add the term to `content/glossary.toml`, or correct its id.";
    UNKNOWN_CITATION = "FB0304", Error, "A citation that is not in the bibliography",
        "Every claim needs a source that can be found. Add the entry to `content/references.bib`, or correct its key.";
    UNKNOWN_TOOL = "FB0305", Error, "A tool that does not exist",
        "Tools are the files `content/tools/<id>.toml`.";
    MISSING_IMAGE = "FB0306", Error, "An image that is not there",
        "Readers would see a gap. Put the file beside the page and write its name.";
    MISSING_ALT = "FB0307", Error, "An image without a text alternative",
        "People who cannot see the picture hear its text instead. Say in a few words what the picture tells: `![text](file)`.";
    UNREADABLE_IMAGE = "FB0308", Error, "An image whose size cannot be read",
        "Width and height keep the page from jumping while it loads. The file may be cut or be of another kind than its name says.";
    RAW_HTML = "FB0309", Error, "Raw HTML",
        "A page is sealed by a policy that raw HTML could break, and raw HTML is rarely accessible. Write it in Markdown, or in a template.";
    EXTRA_H1 = "FB0310", Error, "A second main heading",
        "The title is the page's one main heading. Start the headings of the text at `##`.";
    HEADING_JUMP = "FB0311", Warning, "A heading skips a level",
        "People who read by headings think that they missed a part. Go down one level at a time.";
    UNKNOWN_CALLOUT = "FB0312", Error, "An unknown kind of callout",
        "Callouts are NOTE, TIP, IMPORTANT, WARNING, EXAMPLE, STORY, EVIDENCE, CRISIS, FACILITATOR, CHECK and REFLECT.";
    SAME_ANCHOR = "FB0313", Error, "Two headings with one anchor",
        "A link to it would find only the first. Give one of them another `{#anchor}`.";
    UNKNOWN_REFERENCE = "FB0314", Warning, "A word in square brackets that is no link",
        "It stands in the page as it is. If it was meant as a link, define it: `[word]: address`; if not, write `\\[`.";
    UNSAFE_LINK = "FB0315", Error, "A link that a page must not have",
        "`javascript:`, `data:` and `file:` addresses run code or lead to one machine only.";
    BAD_BIBLIOGRAPHY = "FB0316", Error, "The bibliography cannot be read",
        "The entry is not valid BibTeX. Check its braces and commas.";
    SAME_TERM = "FB0317", Error, "Two glossary terms with one id",
        "A link could mean either. Give one of them another id.";
    UNUSED_NOTE = "FB0318", Warning, "A footnote that nothing refers to",
        "It is left out of the page. Refer to it with `[^name]`, or remove it.";
    TOOL_TWICE = "FB0319", Error, "A tool that stands twice in one page",
        "Its parts would have the same names twice, and answers in one would be answers in the other. Embed it once and link to it elsewhere.";
    BAD_RESULT = "FB0320", Error, "A study's result that does not fit together",
        "Charts and numbers on the pages come from `content/evidence.toml`; what is wrong there is wrong everywhere. Each result needs an id of its own, a source that is in the bibliography, what was counted, and two to four groups with 0 to 100 in 100 people.";
    UNKNOWN_RESULT = "FB0321", Error, "A study's result that is not in the evidence",
        "The chart or the numbers have no source. Add the result to `content/evidence.toml`, or name one that is there.";
    FOREIGN_NUMBER = "FB0322", Error, "A number that its source does not have",
        "Page, chart and source must not disagree. A number inside `[…](evidence:…)` must be one of that result: correct it here, or add it to the result's `numbers` after reading the source.";

    // Wording
    LABEL = "FB0401", Warning, "Words that make a person into a diagnosis",
        "A reader who sees herself called by an illness stops reading, and one who loves somebody with it feels ashamed. Name the person first and the condition second.";
    INSULT = "FB0402", Warning, "A word that insults",
        "Words like these are what readers have been called. Leave them out, or say what happened.";
    SUFFERING = "FB0403", Warning, "Words that tell a life as suffering or as a fight",
        "They take hope: whoever does not win the fight seems to have lost it. Say that somebody has a condition or lives with it.";
    DISABILITY = "FB0404", Warning, "Outdated words for disability",
        "They compare people with a norm and find them lacking. Say what a person has or needs.";
    SUBSTANCES = "FB0405", Warning, "Words that judge people who use alcohol or drugs",
        "Judging words keep people from asking for help, and make helpers less willing to give it. Name the person first, and the use or the disorder second.";
    SUICIDE_WORDS = "FB0406", Warning, "Words that judge a suicide or self-harm",
        "They add shame to grief, and shame keeps people from asking for help. Say “died by suicide” and “suicide attempt”.";
    SUICIDE_METHOD = "FB0407", Warning, "A method of suicide or self-harm",
        "Details of how, where and with what can put a reader in danger. Leave them out.";
    SUICIDE_STORY = "FB0408", Warning, "A suicide told as sensation, mystery, or with one cause",
        "Such telling can lead to further deaths, and hides that help works. Tell of many causes, of warning signs and of what helps.";
    BLAME_PERSON = "FB0409", Warning, "Words that blame the person",
        "Whoever feels blamed does not come back. Describe what happened, and what the person may have needed.";
    BLAME_FAMILY = "FB0410", Warning, "Words that blame the family or call a person a burden",
        "Families read this in their worst week. Describe the strain and what eases it.";
    PROMISE = "FB0411", Warning, "A promise or a simple cause that nobody can vouch for",
        "A broken promise costs trust, and sometimes treatment. Say what is known, how sure it is, and what helps.";
    VIOLENCE = "FB0412", Warning, "Mental illness tied to violence",
        "Most people with a mental health condition are never violent, and many are harmed by that belief. Leave it out, unless a fact is cited and set in proportion.";
    INSTITUTION = "FB0413", Warning, "Words of institutions for what people live through",
        "They make people into things that are moved and managed. Tell it from the person's side.";
    JOKE = "FB0414", Warning, "A condition used as a joke or a comparison",
        "To the reader who has it, it is no figure of speech. Use a plain word.";
    REGISTER = "FB0415", Warning, "Two ways to address the reader on one page",
        "A text that says “tú” here and “usted” there reads as if two people spoke, and one of them is not meant for you. Choose one for the whole page.";
    SITE_WORDING = "FB0416", Warning, "Words that this site avoids",
        "The site has set this rule in `[[checks.language]]` of its `site.toml`. Its editors decided on it.";
    UNUSED_IGNORE = "FB0420", Warning, "An exception that excepts nothing",
        "It hides the next fault at this place before anybody sees it. Remove the comment.";
    IGNORE_WITHOUT_REASON = "FB0421", Warning, "An exception without a reason",
        "The next editor cannot know whether it still holds. Write `<!-- footbridge-ignore FB0412: the reason -->`.";
    BAD_IGNORE = "FB0422", Warning, "An exception from what cannot be excepted",
        "It has no effect, so readers meet what it was to hide. Only rules of wording, reading, health information and structure can be excepted; write the code and a reason.";

    // Templates
    TEMPLATE_SYNTAX = "FB0601", Error, "A template cannot be read",
        "The theme's file has a fault at the place shown.";
    TEMPLATE_FAILED = "FB0602", Error, "A template failed on a page",
        "A value was used that this page does not have, or a filter was given the wrong kind of value.";
    NO_TEMPLATE = "FB0603", Error, "A template that the theme does not have",
        "The front matter names a template. The message names the closest one of the theme.";
    BAD_MESSAGES = "FB0604", Error, "A file of messages cannot be read",
        "The theme's words are Fluent files, `key = text`, one a line.";
    NO_THEME = "FB0605", Error, "A theme that is not there",
        "`theme` in `site.toml` names a folder under `themes`, or `daylight`, which is built in.";
    NO_WORDS = "FB0606", Warning, "The theme has no words in a language of the site",
        "Menus and messages of that language stand in English. Add `i18n/<language>/` to the theme with the messages of `i18n/en/`.";

    // Interchange with clinical software
    FHIR_JSON = "FB0701", Error, "Not valid JSON",
        "A FHIR Questionnaire is one JSON object. The place shown is where it can no longer be understood; each key may stand once in its object.";
    FHIR_RESOURCE = "FB0702", Error, "Not a FHIR Questionnaire that can be imported",
        "The file must hold one Questionnaire of R4, R5 or STU3, by itself or in a Bundle. The message says what it holds.";
    FHIR_TOO_MUCH = "FB0703", Error, "A file that is too large or too deep",
        "No questionnaire for readers needs so much, and a page with it would be unusable. Split it.";
    FHIR_ELEMENT = "FB0704", Error, "An element that cannot be as it is",
        "The message names the element by its path. Correct it in the software that made the file.";
    FHIR_SAME_LINK_ID = "FB0705", Error, "Two items with one linkId",
        "Conditions and totals name items by their linkId; with two of one name any of them could be meant, and a total could be wrong.";
    FHIR_LIST = "FB0706", Error, "An answer list that is not in the file",
        "Nothing is ever fetched. Put the list into the file as a contained ValueSet that names its codes, or write the answers as `answerOption`.";
    FHIR_CONDITION = "FB0707", Error, "A condition that cannot be carried out exactly",
        "A question that is shown or hidden wrongly changes what people answer, so the whole file is refused. Write the condition with `enableWhen` on the answer to a question.";
    FHIR_MODIFIER = "FB0708", Error, "An element that may not be passed over",
        "FHIR says that whoever does not understand this element must not use the file, for it can change the meaning of everything else.";
    FHIR_CIRCLE = "FB0709", Error, "Conditions that wait for each other in a circle",
        "None of these items could ever be shown. Let their conditions ask only about questions that do not wait for them.";
    FHIR_LEFT_OUT = "FB0710", Warning, "Something that was left out",
        "The tool works without it. Look at the place and decide whether readers need it; then add it to the definition by hand.";
    FHIR_CHANGED = "FB0711", Warning, "Something that was imported in another form",
        "The message says what it was and what it is now. Look whether that is what you want.";
    FHIR_SCORE = "FB0712", Warning, "A total that was left out",
        "Its expression cannot be carried out exactly, and a wrong total is worse than none. Read the published scoring rule and write the score into `[[scores]]` by hand.";
    FHIR_RIGHTS = "FB0713", Warning, "The rights are not stated",
        "The build refuses the tool until `permission` and `holder` are filled in under `[source]`: read the holder's terms first.";
    FHIR_EXISTS = "FB0714", Error, "The file exists already",
        "An import never writes over a definition. Choose another name with `--out`, or remove the old file yourself.";
    FHIR_UNSAID = "FB0715", Warning, "Something that FHIR cannot say",
        "The exported Questionnaire is complete but for this. Keep the definition itself as the original.";

    // Reading
    HARD_TO_READ = "FB0801", Warning, "A page that is harder to read than it should be",
        "A tired or frightened reader gives up, and so does one who reads in a second language. Shorten the sentences that are underlined, and use everyday words.";
    LONG_SENTENCE = "FB0802", Warning, "A long sentence",
        "By its end a tired reader has lost its start. Make two of it.";
    LONG_PARAGRAPH = "FB0803", Warning, "A long paragraph",
        "On a phone it fills the screen, and nobody finds their place again. Part it, or make a list of it.";
    UNEXPLAINED_ACRONYM = "FB0804", Warning, "An acronym that is not explained at its first use",
        "Readers who do not know it feel that the text is not for them. Write the words and then the letters: “cognitive behavioral therapy (CBT)”; or link it to the glossary.";
    AMBIGUOUS_ACRONYM = "FB0805", Warning, "An acronym that stands for two things in this field",
        "A reader could take one treatment for another. Write the words at its first use on the page.";
    TERM_BEFORE_EXPLANATION = "FB0806", Warning, "A hard word that is used before it is explained",
        "The explanation comes too late for whoever needed it. Link the first use to the glossary: `[word](term:id)`.";

    // Health information
    NO_SUMMARY = "FB0901", Warning, "A page without a summary",
        "Readers choose by that one sentence, in lists and in search. Add `summary: …` to the front matter.";
    NO_SOURCES = "FB0902", Warning, "A page without sources",
        "A reader cannot tell knowledge from opinion, and an editor cannot check it. Cite with `[@key]`, or list `sources` in the front matter.";
    NO_EVIDENCE = "FB0903", Warning, "A treatment without an evidence statement",
        "People stake months and money on it. Add `evidence` with `grade` and one plain `statement` to the front matter.";
    OLD_REVIEW = "FB0904", Warning, "A review that is too old",
        "Treatments and services change, and readers trust the date. Have a clinician read it again, and set `reviewed`.";
    NEVER_REVIEWED = "FB0905", Note, "Pages that no clinician has reviewed",
        "A text can be well meant and wrong. When a clinician has read a page, write `reviewed` and `reviewer` into its front matter.";
    NO_REVIEWER = "FB0906", Warning, "A review that cannot be right",
        "A date without a name is a claim that nobody answers for. Write `reviewer` with name and credentials, and a date that is not to come.";
    UNCITED_FIGURE = "FB0907", Warning, "A figure without a source",
        "Figures are what readers remember and repeat. Cite where it is from: `[@key]`, in the same paragraph.";
    NO_HELP_NEAR = "FB0908", Warning, "Suicide or self-harm without help close by",
        "Whoever reads this may be thinking of it now. Put a `> [!CRISIS]` callout or a link to the page with the crisis lines at the first mention or before it.";
    ARTEFACT = "FB0909", Warning, "Left over from copying a website",
        "It tells the reader that nobody has read this page before them. Delete it, and look at the text around it.";
    PHONE_IN_TEXT = "FB0910", Warning, "A phone number that site.toml does not have",
        "Numbers in texts are forgotten when they change, and a wrong number can cost a life. Put the line into `[crisis]` of `site.toml`, and link to the page with the crisis lines.";
    DEAD_NUMBER = "FB0911", Error, "A crisis number that is no longer right",
        "Whoever dials it in need reaches nobody, or a detour. Remove it; the lines of `site.toml` are checked.";

    // Other sites, by request only
    EXTERNAL_GONE = "FB0951", Warning, "A link to another site that leads nowhere",
        "A reader who follows it meets an error page, and an editor can no longer look up what it said. Find the page's new address or another source, and correct the link.";
    EXTERNAL_MOVED = "FB0952", Note, "A page of another site that has moved for good",
        "The old address works only as long as its owner keeps it. Open the new one, see that it still says the same, and write it in the place of the old.";
    EXTERNAL_UNCHECKED = "FB0953", Note, "A link to another site that could not be checked",
        "Nobody knows whether readers find the page. Many sites answer people and turn away programs: open it yourself.";
    EXTERNAL_SILENT = "FB0954", Warning, "Another site that does not answer",
        "A reader waits and then sees nothing. It was asked twice where the fault may pass; try again in a day, and look for another source if it stays so.";
    EXTERNAL_CERTIFICATE = "FB0955", Warning, "Another site whose certificate is not valid",
        "A reader meets a page of warnings, and cannot know who answers. Tell the site's owner, and look for another source if it stays so.";
    EXTERNAL_OFFLINE = "FB0956", Warning, "No other site could be reached",
        "Nothing is known of the links, neither good nor bad. Connect this machine to the network, or set `HTTPS_PROXY` where it needs a proxy, and check again.";

    // Structure and access
    VAGUE_ALT = "FB1001", Warning, "A text alternative that says nothing",
        "Whoever cannot see the picture hears only that there is one. Say in a few words what it tells.";
    VAGUE_LINK = "FB1002", Warning, "A link whose words do not say where it leads",
        "Many people move from link to link and hear nothing else. Link the words that name the page.";
    TABLE_WITHOUT_HEAD = "FB1003", Warning, "A table without column headings",
        "Read aloud, its cells are words without a meaning. Name each column in the first row.";
    COLOUR_ONLY = "FB1004", Warning, "Something told by colour alone",
        "Not everybody sees colours, and paper is grey. Name the thing as well.";
    SAME_TITLE = "FB1005", Warning, "Two pages with one title",
        "In lists, tabs and search nobody can tell them apart. Give each a title of its own.";
    ORPHAN = "FB1006", Warning, "A page that nothing leads to",
        "Readers will not find it. Link to it, or put it into a section.";
    NO_TRANSLATION = "FB1007", Note, "Pages that are not translated yet",
        "Readers get the original with a notice. Add `name.XX.md` beside the page.";
    OLD_TRANSLATION = "FB1008", Warning, "A translation that is older than its original",
        "Readers of one language get what the other no longer says. Bring it up to date, then write the new `translates`.";
    UNMARKED_TRANSLATION = "FB1009", Warning, "A translation that does not say what it translates",
        "When the original changes, nobody will notice that this page is out of date. Compare the two, then write `translates` into the front matter.";
    LARGE_IMAGE = "FB1010", Warning, "A large image",
        "On an old phone with little data it comes late or never, and it costs money. Save it smaller, as WebP or AVIF.";
    BAD_CONTACT = "FB1011", Warning, "A phone or message link that cannot be dialled",
        "The tap does nothing, when it may be needed most. Write `tel:` or `sms:` and the digits, with `+` and the country where it is abroad.";
    BOLD_HEADING = "FB1012", Warning, "A bold line in place of a heading",
        "People who move by headings do not find it. Write `##` before it.";
}

#[cfg(test)]
mod tests {
    use super::ALL;

    #[test]
    fn codes_are_unique_and_sorted() {
        let ids: Vec<_> = ALL.iter().map(|code| code.id).collect();
        let mut sorted = ids.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(ids, sorted);
    }
}
