//! What people type. Each command is a file; all end with 0 (fine), 1 (findings that forbid publishing) or
//! 2 (wrong usage).

mod build;
mod check;
mod explain;
mod export;
mod import;
mod output;
mod schema;
mod score;
mod serve;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use output::Terminal;

/// A website on mental health, with tools that keep answers on the reader's screen.
#[derive(Parser)]
#[command(name = "footbridge", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// Say only what went wrong.
    #[arg(long, short, global = true)]
    quiet: bool,
}

#[derive(Subcommand)]
enum Command {
    /// Make the site.
    Build(BuildArgs),
    /// Show the site in the browser, and every change as it is saved.
    Serve(ServeArgs),
    /// Say everything that is wrong, and change nothing.
    Check(CheckArgs),
    /// Score the answers to a questionnaire, as JSON.
    Score(ScoreArgs),
    /// Make a tool's definition from a questionnaire of other software.
    Import(ImportArgs),
    /// Print a tool's definition for other software.
    Export(ExportArgs),
    /// Say more about a finding: why it matters, and the mend.
    Explain {
        /// The code, for example FB0301.
        code: String,
    },
    /// Print the JSON Schema of what authors write, for editors.
    Schema {
        /// What to describe.
        what: SchemaOf,
        /// The site's folder; its taxonomies are keys of front matter.
        #[arg(long, default_value = ".")]
        root: PathBuf,
    },
    /// Print completions for a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
}

#[derive(Args)]
struct SiteArgs {
    /// The site's folder, which holds site.toml.
    #[arg(long, default_value = ".")]
    root: PathBuf,
    /// Take drafts and pages with a date to come as well.
    #[arg(long)]
    drafts: bool,
}

#[derive(Args)]
struct BuildArgs {
    #[command(flatten)]
    site: SiteArgs,
    /// Where to publish: an empty or new folder, or one of an earlier build. [default: public in the site's folder]
    #[arg(long)]
    out: Option<PathBuf>,
    /// The address of the site, instead of base_url in site.toml.
    #[arg(long)]
    base_url: Option<String>,
}

#[derive(Args)]
struct ServeArgs {
    #[command(flatten)]
    site: SiteArgs,
    /// The port on this machine.
    #[arg(long, default_value_t = 3000)]
    port: u16,
    /// Open the browser.
    #[arg(long)]
    open: bool,
}

#[derive(Args)]
struct CheckArgs {
    #[command(flatten)]
    site: SiteArgs,
    /// How to write the findings.
    #[arg(long, value_enum, default_value_t = CheckFormat::Human)]
    format: CheckFormat,
    /// Let warnings forbid publishing too.
    #[arg(long)]
    strict: bool,
    /// Print how well each page does by what a program can judge of PEMAT and the CDC Clear Communication Index, in
    /// place of the findings.
    #[arg(long, conflicts_with = "readability")]
    scorecard: bool,
    /// Print how easy each page is to read, the hardest first, in place of the findings.
    #[arg(long)]
    readability: bool,
    /// Ask every address of another site whether it still answers. Nothing is asked without this.
    #[arg(long, conflicts_with_all = ["scorecard", "readability"])]
    external_links: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum CheckFormat {
    Human,
    Json,
    Sarif,
    Github,
}

#[derive(Args)]
struct ScoreArgs {
    /// The tool's definition.
    tool: PathBuf,
    /// A JSON object from item id to option value or label, number, day or text, or a list of options; `-` reads it from standard input.
    #[arg(long)]
    answers: PathBuf,
}

#[derive(Args)]
struct ImportArgs {
    /// The format of the file.
    #[arg(value_enum)]
    #[allow(dead_code, reason = "there is one format so far, and it must be named")]
    format: Interchange,
    /// The file: a FHIR Questionnaire as JSON.
    file: PathBuf,
    /// Where to write the definition. [default: standard output]
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Args)]
struct ExportArgs {
    /// The format to write.
    #[arg(value_enum)]
    #[allow(dead_code, reason = "there is one format so far, and it must be named")]
    format: Interchange,
    /// The tool's definition.
    tool: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
enum Interchange {
    Fhir,
}

#[derive(Clone, Copy, ValueEnum)]
enum SchemaOf {
    Site,
    FrontMatter,
    Tool,
    Translation,
    Glossary,
    /// What `check --format json` prints.
    Findings,
    Evidence,
}

/// Runs what the command line asks for.
pub fn run() -> ExitCode {
    // clap ends wrong usage with 2 by itself.
    let cli = Cli::parse();
    let terminal = Terminal::new(cli.quiet);
    let code = match cli.command {
        Command::Build(args) => build::run(&args, &terminal),
        Command::Serve(args) => serve::run(&args, &terminal),
        Command::Check(args) => check::run(&args, &terminal),
        Command::Score(args) => score::run(&args, &terminal),
        Command::Import(args) => import::run(&args, &terminal),
        Command::Export(args) => export::run(&args, &terminal),
        Command::Explain { code } => explain::run(&code, &terminal),
        Command::Schema { what, root } => schema::run(what, &root),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "footbridge", &mut script);
            output::data(&String::from_utf8_lossy(&script));
            0
        }
    };
    ExitCode::from(code)
}

/// The day of the build. `SOURCE_DATE_EPOCH` sets it, so that a build can be made again on another day.
fn today() -> jiff::civil::Date {
    let fixed = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    match fixed.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok()) {
        Some(moment) => moment.to_zoned(jiff::tz::TimeZone::UTC).date(),
        None => jiff::Zoned::now().date(),
    }
}
