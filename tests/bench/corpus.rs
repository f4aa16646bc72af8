//! A site of any size, the same on every machine: sections of a hundred pages of about 600 words.

use std::path::Path;
use std::{fs, io};

/// Pages in a section.
const SECTION: usize = 100;

const SITE: &str = r#"title = "Benchmark"
description = "Pages that nobody reads."
base_url = "https://bench.example/"
default_language = "en"

[languages.en]
name = "English"

[taxonomies.topics]
title = { en = "Topics" }
"#;

/// Words of ordinary length; what they say does not matter.
const WORDS: &str = "about after again all also always another any around because been before being between \
both call calm can care change check choose clear come could day days decide doctor does done down each early \
easy end enough even every family far feel few find first for friend from gentle get give go good group had \
half hard have head health hear help here home hope hour how if in into it job keep kind know late learn less \
let life like listen little live long look lot made make many may mean meet mind month more most move much must \
name near need never new next night no not nothing now number of often old on once one only open or other our \
out over own page part people person place plan play point put question quiet read ready reason rest right room \
safe same say see she short show sign simple sleep slow small so some someone soon start stay step still stop \
such support take talk team tell than that the their them then there these they thing think this those time to \
today together too treatment try two under until up us use very visit wait walk want warm was water way we week \
well what when where which while who why will with without word work world worry would write year you young your";

const TOPICS: [&str; 12] = [
    "family",
    "work",
    "sleep",
    "housing",
    "school",
    "medicine",
    "friends",
    "money",
    "hope",
    "planning",
    "listening",
    "rest",
];

/// Writes the site with this many pages, its section pages not counted.
pub(crate) fn write(root: &Path, pages: usize) -> io::Result<()> {
    let words: Vec<&'static str> = WORDS.split_whitespace().collect();
    let content = root.join("content");
    fs::create_dir_all(&content)?;
    fs::write(root.join("site.toml"), SITE)?;
    fs::write(
        content.join("_index.md"),
        "---\ntitle: Benchmark\nsummary: The first page.\n---\n\nWelcome.\n",
    )?;
    for section in 0..pages.div_ceil(SECTION) {
        let folder = content.join(format!("section-{section}"));
        fs::create_dir_all(&folder)?;
        let index = format!(
            "---\ntitle: Section {section}\nsummary: One of many parts.\nweight: {section}\n---\n\nPages of one kind.\n"
        );
        fs::write(folder.join("_index.md"), index)?;
        for number in section * SECTION..pages.min((section + 1) * SECTION) {
            let mut page = Page { random: Random::seeded(number), words: &words, text: String::new() };
            page.compose(number, pages);
            fs::write(folder.join(format!("page-{number}.md")), page.text)?;
        }
    }
    Ok(())
}

/// A page as it is being written.
struct Page<'a> {
    random: Random,
    words: &'a [&'static str],
    text: String,
}

impl Page<'_> {
    /// Front matter, three parts with a list, a table and footnotes, and six links to other pages.
    fn compose(&mut self, number: usize, pages: usize) {
        let topics: Vec<&str> = (0..3).map(|step| TOPICS[(number + step * 5) % TOPICS.len()]).collect();
        let day = number % 28 + 1;
        self.put(&format!("---\ntitle: Page {number} on {}\n", topics[0]));
        self.put("summary: ");
        self.sentence(10);
        self.put(&format!("\ndate: 2026-01-{day:02}\ntopics: [{}]\n---\n", topics.join(", ")));
        for part in 1..=3 {
            self.put(&format!("\n## Part {part} of {number}\n"));
            for _ in 0..3 {
                self.put("\n");
                for _ in 0..4 {
                    self.sentence(12);
                    self.put(" ");
                }
                self.put("\n");
            }
            self.put("\nSee also ");
            self.link(pages);
            self.put(" and ");
            self.link(pages);
            self.put(&format!(", with **care** and *time*.[^n{part}]\n\n"));
            for _ in 0..3 {
                self.put("- ");
                self.sentence(6);
                self.put("\n");
            }
            self.put(&format!("\n[^n{part}]: "));
            self.sentence(8);
            self.put("\n");
        }
        self.put("\n| Sign | Early | Late |\n| --- | --- | --- |\n");
        for _ in 0..4 {
            let cells = [self.word(), self.word(), self.word()];
            self.put(&format!("| {} | {} | {} |\n", cells[0], cells[1], cells[2]));
        }
    }

    /// A link by the path of the source, as an author writes it.
    fn link(&mut self, pages: usize) {
        let to = self.random.below(pages);
        let words = [self.word(), self.word()];
        let link = format!("[{} {}](/section-{}/page-{to}.md)", words[0], words[1], to / SECTION);
        self.put(&link);
    }

    fn sentence(&mut self, length: usize) {
        let first = self.word();
        let (initial, rest) = first.split_at(1);
        self.put(&initial.to_uppercase());
        self.put(rest);
        for _ in 1..length {
            let word = self.word();
            self.put(" ");
            self.put(word);
        }
        self.put(".");
    }

    fn word(&mut self) -> &'static str {
        self.words[self.random.below(self.words.len())]
    }

    fn put(&mut self, text: &str) {
        self.text.push_str(text);
    }
}

/// Numbers that look random and are the same in every run: xorshift64*.
struct Random(u64);

impl Random {
    fn seeded(number: usize) -> Self {
        // Zero is the one state that it never leaves.
        Self((number as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(high).unwrap_or(0) % limit
    }
}
