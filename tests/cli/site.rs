//! A small site in a folder of its own, and the program run on it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A site that builds; tests add to it and break it.
pub(crate) struct Site {
    folder: TempDir,
}

/// What a run of the program said.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Site {
    /// One home page in two languages and one page in a section.
    pub(crate) fn new() -> Site {
        let site = Site { folder: TempDir::new().expect("a temporary folder") };
        site.write("site.toml", include_str!("fixtures/site.toml"));
        site.write("content/_index.md", "---\ntitle: Home\n---\nHello. [Help](/care/team.md#who).\n");
        site.write("content/_index.es.md", "---\ntitle: Inicio\n---\nHola.\n");
        site.write("content/care/_index.md", "---\ntitle: Care\n---\n");
        site.write(
            "content/care/team.md",
            "---\ntitle: A team\nsummary: Who comes.\n---\n## Who comes {#who}\n\nPeople.\n",
        );
        site
    }

    /// Writes a file of the site.
    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let target = self.path(path);
        std::fs::create_dir_all(target.parent().expect("a folder")).expect("the folder is made");
        std::fs::write(target, text).expect("the file is written");
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// A file of the built site.
    pub(crate) fn made(&self, path: &str) -> String {
        let file = self.path("public").join(path);
        std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    }

    /// Runs the program in the site's folder, on a fixed day.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        let output = self.command(arguments).output().expect("the program runs");
        Run::from(&output)
    }

    /// Builds, and fails the test if the build does.
    pub(crate) fn build(&self) -> Run {
        let run = self.run(&["build"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        run
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = program();
        command.current_dir(self.root()).args(arguments);
        command
    }
}

impl From<&Output> for Run {
    fn from(output: &Output) -> Run {
        Run {
            status: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

/// The program, without a terminal, on the day of the tests.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_footbridge"));
    command.env("SOURCE_DATE_EPOCH", "1795305600").env("NO_COLOR", "1").stdin(Stdio::null());
    command
}

/// All files below a folder with their bytes, by path.
pub(crate) fn tree(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("the folder can be read"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(folder).expect("below").to_string_lossy().into_owned();
            (name, std::fs::read(entry.path()).expect("the file can be read"))
        })
        .collect();
    files.sort();
    files
}

/// The complete tool of docs/tools.md: small, sound, and so known to work.
pub(crate) fn example_tool() -> String {
    let text = std::fs::read_to_string(repository().join("docs/tools.md")).expect("the guide");
    let start = text.find("```toml\n").expect("an example") + "```toml\n".len();
    let length = text[start..].find("```").expect("the end of the example");
    text[start..start + length].to_owned()
}

/// The folder of this repository, whose own site is a test too.
pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}
