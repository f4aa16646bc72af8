//! A module taken apart, so that like stands beside like.
//!
//! In a module each operation stands beside the place, the number or the address that it works on. A compressing
//! server finds more that repeats where each of these stands in a row of its own: the modules are a sixth lighter so on
//! the way. `whole` in `boot.js` puts a module together again, the same byte for byte.

use crate::bytes::{self, CODE, HEAD, Reader};

/// The rows, in the order in which a page holds them. `boot.js` calls the first ones by name.
#[derive(Clone, Copy)]
enum Row {
    /// All in front of the functions' code, and all behind it.
    Before,
    After,
    Operations,
    /// How many functions there are, and the locals of each by type.
    Locals,
    Labels,
    /// Numbers that are added to something at once, which are mostly addresses; the others; and those of 64 bits.
    Added,
    Numbers,
    Wide,
    Blocks,
    Calls,
    Places,
    Alignments,
    Offsets,
    /// Types, tables, memories, global places: one or two of each.
    Others,
}

const ROWS: usize = Row::Others as usize + 1;

const END: u16 = 0x0b;
const BRANCH_BY_TABLE: u16 = 0x0e;
const NUMBER: u16 = 0x41;
const ADD: u8 = 0x6a;
/// In front of an operation of two bytes, which counts from 0x100 here.
const TWO_BYTES: u8 = 0xfc;

/// What stands behind the operations, from one to another of them.
const OPERANDS: &[(u16, u16, &[Row])] = &[
    (0x00, 0x01, &[]),
    (0x02, 0x04, &[Row::Blocks]),
    (0x05, 0x05, &[]),
    (END, END, &[]),
    (0x0c, 0x0d, &[Row::Labels]),
    (BRANCH_BY_TABLE, BRANCH_BY_TABLE, &[]),
    (0x0f, 0x0f, &[]),
    (0x10, 0x10, &[Row::Calls]),
    (0x11, 0x11, &[Row::Others, Row::Others]),
    (0x1a, 0x1b, &[]),
    (0x20, 0x22, &[Row::Places]),
    (0x23, 0x26, &[Row::Others]),
    (0x28, 0x3e, &[Row::Alignments, Row::Offsets]),
    (0x3f, 0x40, &[Row::Others]),
    (NUMBER, NUMBER, &[Row::Numbers]),
    (0x42, 0x42, &[Row::Wide]),
    (0x45, 0xc4, &[]),
    (0xd0, 0xd0, &[Row::Others]),
    (0xd1, 0xd1, &[]),
    (0xd2, 0xd2, &[Row::Calls]),
    (0x100, 0x107, &[]),
    (0x108, 0x108, &[Row::Others, Row::Others]),
    (0x109, 0x109, &[Row::Others]),
    (0x10a, 0x10a, &[Row::Others, Row::Others]),
    (0x10b, 0x10b, &[Row::Others]),
    (0x10c, 0x10c, &[Row::Others, Row::Others]),
    (0x10d, 0x10d, &[Row::Others]),
    (0x10e, 0x10e, &[Row::Others, Row::Others]),
    (0x10f, 0x111, &[Row::Others]),
];

/// The same table for `boot.js`: `[from, to, row, row]`, without those that have nothing behind them.
pub(crate) fn operands() -> String {
    let with_rows = OPERANDS.iter().filter(|(_, _, rows)| !rows.is_empty());
    let each = with_rows.map(|(from, to, rows)| {
        let rows: String = rows.iter().map(|row| format!(",{}", *row as usize)).collect();
        format!("[{from},{to}{rows}]")
    });
    each.collect::<Vec<_>>().join(",")
}

/// The rows of a module. Nothing if it holds an operation that is not in the table, such as one with fractions.
pub(crate) fn of(module: &[u8]) -> Option<Vec<Vec<u8>>> {
    let mut rows = vec![Vec::new(); ROWS];
    rows[Row::Before as usize].extend(module.get(..HEAD)?);
    let mut beside = Row::Before;
    for section in bytes::sections(module)? {
        if section.id == CODE {
            code(section.content, &mut rows)?;
            beside = Row::After;
        } else {
            rows[beside as usize].extend(section.written);
        }
    }
    Some(rows)
}

fn code(section: &[u8], rows: &mut [Vec<u8>]) -> Option<()> {
    let mut reader = Reader(section);
    for _ in 0..copy(&mut reader, Row::Locals, rows)? {
        function(reader.measured()?, rows)?;
    }
    Some(())
}

fn function(body: &[u8], rows: &mut [Vec<u8>]) -> Option<()> {
    let mut reader = Reader(body);
    for _ in 0..copy(&mut reader, Row::Locals, rows)? {
        copy(&mut reader, Row::Locals, rows)?;
        copy(&mut reader, Row::Locals, rows)?;
    }
    while !reader.is_at_end() {
        let first = reader.byte()?;
        rows[Row::Operations as usize].push(first);
        let operation = match first {
            TWO_BYTES => 0x100 + u16::try_from(copy(&mut reader, Row::Operations, rows)?).ok()?,
            _ => u16::from(first),
        };
        if operation == BRANCH_BY_TABLE {
            for _ in 0..=copy(&mut reader, Row::Labels, rows)? {
                copy(&mut reader, Row::Labels, rows)?;
            }
        }
        let known = OPERANDS.iter().find(|(from, to, _)| (*from..=*to).contains(&operation));
        for row in known?.2 {
            let is_added = operation == NUMBER && behind_number(reader.0)? == ADD;
            copy(&mut reader, if is_added { Row::Added } else { *row }, rows)?;
        }
    }
    Some(())
}

/// The byte that follows a number.
fn behind_number(bytes: &[u8]) -> Option<u8> {
    let last = bytes.iter().position(|byte| *byte < 0x80)?;
    bytes.get(last + 1).copied()
}

/// Takes a number over as it is written, and tells it as far as it counts something.
fn copy(reader: &mut Reader<'_>, row: Row, rows: &mut [Vec<u8>]) -> Option<usize> {
    let length = reader.0.iter().position(|byte| *byte < 0x80)? + 1;
    let written = reader.take(length)?;
    rows[row as usize].extend(written);
    Some(written.iter().rev().fold(0, |number, byte| (number << 7) | usize::from(byte & 0x7f)))
}

// That a page puts a real module together again is tested in the browser, by tests/web/module.rs.
#[cfg(test)]
mod tests {
    use super::*;

    /// A module with this code in its functions, between two other sections.
    fn module(functions: &[&[u8]]) -> Vec<u8> {
        let mut code = Vec::new();
        bytes::put_number(&mut code, functions.len());
        for function in functions {
            bytes::put_measured(&mut code, function);
        }
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        for (id, content) in [(1, vec![0]), (CODE, code), (11, vec![0])] {
            module.push(id);
            bytes::put_measured(&mut module, &content);
        }
        module
    }

    #[test]
    fn like_stands_beside_like() {
        // Two groups of locals: three of 32 bits, 200 of 64.
        let locals = [2, 3, 0x7f, 0x80 | 72, 1, 0x7e];
        let code = [
            &[0x02, 0x40][..],             // block
            &[0x20, 1],                    // local.get 1
            &[0x41, 0x80 | 5, 9, 0x6a],    // i32.const, added at once
            &[0x28, 2, 0x80 | 4, 1],       // i32.load, aligned by 4, at 132
            &[0x41, 7, 0x21, 2],           // i32.const, local.set 2
            &[0x42, 0x7f, 0x1a],           // i64.const -1, drop
            &[0x0e, 2, 0, 1, 0],           // br_table of two labels, and the one for all else
            &[0x0b],                       // end of the block
            &[0xfc, 10, 0, 0],             // memory.copy
            &[0x10, 0x80 | 3, 1, 0x0c, 0], // call 131, br 0
            &[0x0b],                       // end of the function
        ];
        let rows = of(&module(&[&[&locals[..], &code.concat()].concat(), &[0, 0x0b]])).unwrap();
        let row = |row: Row| rows[row as usize].as_slice();
        assert_eq!(row(Row::Before), b"\0asm\x01\0\0\0\x01\x01\0");
        assert_eq!(row(Row::After), [11, 1, 0]);
        assert_eq!(
            row(Row::Operations),
            [2, 0x20, 0x41, 0x6a, 0x28, 0x41, 0x21, 0x42, 0x1a, 0x0e, 0x0b, 0xfc, 10, 0x10, 0x0c, 0x0b, 0x0b]
        );
        assert_eq!(row(Row::Locals), [&[2][..], &locals, &[0]].concat(), "two functions, then their locals");
        assert_eq!(row(Row::Labels), [2, 0, 1, 0, 0]);
        assert_eq!(row(Row::Added), [0x80 | 5, 9]);
        assert_eq!(row(Row::Numbers), [7]);
        assert_eq!(row(Row::Wide), [0x7f]);
        assert_eq!(row(Row::Blocks), [0x40]);
        assert_eq!(row(Row::Calls), [0x80 | 3, 1]);
        assert_eq!(row(Row::Places), [1, 2]);
        assert_eq!(row(Row::Alignments), [2]);
        assert_eq!(row(Row::Offsets), [0x80 | 4, 1]);
        assert_eq!(row(Row::Others), [0, 0]);
    }

    #[test]
    fn what_the_table_does_not_know_is_refused() {
        assert!(of(&module(&[&[0, 0x44, 0, 0, 0, 0, 0, 0, 0, 0, 0x1a, 0x0b]])).is_none(), "a fraction");
        assert!(of(&module(&[&[0, 0xfd, 12, 0x0b]])).is_none(), "an operation on vectors");
        assert!(of(&module(&[&[0, 0x20]])).is_none(), "cut");
        assert!(of(b"no module").is_none());
    }

    #[test]
    fn the_table_for_the_page_names_rows_by_their_place() {
        let operands = operands();
        assert!(operands.starts_with("[2,4,8],[12,13,4],"), "{operands}");
        assert!(operands.contains(",[40,62,11,12],"), "{operands}");
        assert!(!operands.contains("[69,"), "arithmetic has nothing behind it: {operands}");
    }
}
