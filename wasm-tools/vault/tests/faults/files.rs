//! Backup files on another device, whole and cut.

use footbridge_vault::Note;

use crate::{Page, opens, record, vault};

#[test]
fn a_file_opens_on_another_device() {
    let mut disk = vault(3);
    let page = Page::opening(&mut disk, "river lamp stone");
    let text = page.keeper.backup("Keep this file.").unwrap();

    let mut empty = [None, None, None];
    let mut other = Page::visiting(&mut empty);
    other.phrase = "wrong";
    other.keeper.import(&text);
    assert_eq!(other.runs(&mut empty), Some(Note::WrongPhrase));
    assert_eq!(empty, [None, None, None]);
    other.phrase = "river lamp stone";
    other.keeper.import(&text);
    assert_eq!(other.runs(&mut empty), Some(Note::Imported));
    assert_eq!(opens(&empty), [1, 2, 3]);

    // Into a vault with another phrase: what is new is added, once.
    let mut own = [None, None, None];
    let mut third = Page::visiting(&mut own);
    third.phrase = "my own phrase";
    third.keeper.create(vec![record(2), record(50)]);
    third.runs(&mut own);
    third.phrase = "river lamp stone";
    third.keeper.import(&text);
    assert_eq!(third.runs(&mut own), Some(Note::Imported));
    assert_eq!(Page::opening(&mut own, "my own phrase").ids(), [2, 50, 1, 3]);
    let mut locked = Page::visiting(&mut own);
    locked.keeper.import(&text);
    assert_eq!(locked.runs(&mut own), Some(Note::OpenFirst));
}

/// Every cut and some damage of a file: a plain answer, and nothing is taken in.
#[test]
fn a_backup_cut_at_every_length_is_refused() {
    let mut disk = vault(2);
    let text = Page::opening(&mut disk, "river lamp stone").keeper.backup("Words.").unwrap();
    let mut empty = [None, None, None];
    for length in (0..text.trim_end().len()).rev() {
        let mut page = Page::visiting(&mut empty);
        page.keeper.import(&text[..length]);
        let note = page.runs(&mut empty);
        assert!(matches!(note, Some(Note::FileDamaged | Note::FileForeign)), "{length}: {note:?}");
        assert_eq!(empty, [None, None, None]);
    }
    let quoted: String = text.lines().map(|line| format!("> {line} \n")).collect();
    let mut page = Page::visiting(&mut empty);
    page.keeper.import(&quoted);
    assert_eq!(page.runs(&mut empty), Some(Note::Imported), "a mail program's marks do no harm");
}
