//! The bytes of a WebAssembly module, as far as the build must read and write them: sections, the list of imports,
//! and numbers. See "Binary Format" in the WebAssembly core specification.

/// The sections that matter here, by their ids.
pub(crate) const IMPORTS: u8 = 2;
pub(crate) const CODE: u8 = 10;

/// How many bytes stand in front of the first section: the format's mark and its version.
pub(crate) const HEAD: usize = 8;

/// A part of a module.
pub(crate) struct Section<'a> {
    pub(crate) id: u8,
    pub(crate) content: &'a [u8],
    /// All of it as it stands in the module, with its id and its length.
    pub(crate) written: &'a [u8],
}

/// The sections of a module, in their order. Nothing if it is cut or no module.
pub(crate) fn sections(module: &[u8]) -> Option<Vec<Section<'_>>> {
    let mut reader = Reader(module.get(HEAD..)?);
    let mut sections = Vec::new();
    while !reader.is_at_end() {
        let from = reader.0;
        let id = reader.byte()?;
        let content = reader.measured()?;
        sections.push(Section { id, content, written: reader.since(from)? });
    }
    Some(sections)
}

/// What a module calls or takes from outside.
pub(crate) struct Import {
    pub(crate) from: String,
    pub(crate) name: String,
    /// What it is (a function of a type, a table, …), as it stands in the module.
    pub(crate) kind: Vec<u8>,
}

/// The list that the section [`IMPORTS`] holds.
pub(crate) fn imports(section: &[u8]) -> Option<Vec<Import>> {
    let mut reader = Reader(section);
    let count = reader.number()?;
    let each = (0..count).map(|_| {
        let from = reader.text()?;
        let name = reader.text()?;
        let rest = reader.0;
        reader.skip_kind()?;
        Some(Import { from, name, kind: reader.since(rest)?.to_vec() })
    });
    each.collect()
}

/// Writes bytes with their length in front.
pub(crate) fn put_measured(to: &mut Vec<u8>, bytes: &[u8]) {
    put_number(to, bytes.len());
    to.extend_from_slice(bytes);
}

/// Writes a number: seven bits to a byte, the lowest first.
pub(crate) fn put_number(to: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        to.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

/// Reads from the front of what is left.
pub(crate) struct Reader<'a>(pub(crate) &'a [u8]);

impl<'a> Reader<'a> {
    pub(crate) fn is_at_end(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(crate) fn number(&mut self) -> Option<usize> {
        let mut value = 0_usize;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    pub(crate) fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    /// Bytes with their length in front.
    pub(crate) fn measured(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        self.take(length)
    }

    fn text(&mut self) -> Option<String> {
        String::from_utf8(self.measured()?.to_vec()).ok()
    }

    /// What has been read since this was left.
    fn since(&self, from: &'a [u8]) -> Option<&'a [u8]> {
        from.get(..from.len().checked_sub(self.0.len())?)
    }

    /// What is imported: a function's type, or a table's, memory's or global's limits.
    fn skip_kind(&mut self) -> Option<()> {
        match self.byte()? {
            0 => self.number().map(|_| ()),
            kind @ (1 | 2) => {
                if kind == 1 {
                    self.byte()?;
                }
                let limits = self.byte()?;
                self.number()?;
                if limits & 1 == 1 {
                    self.number()?;
                }
                Some(())
            }
            3 => self.take(2).map(|_| ()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for number in [0, 1, 127, 128, 300, 16_383, 16_384, 0xffff_ffff] {
            let mut bytes = Vec::new();
            put_number(&mut bytes, number);
            let mut reader = Reader(&bytes);
            assert_eq!((reader.number(), reader.is_at_end()), (Some(number), true), "{number}");
            assert_eq!(Reader(&bytes[..bytes.len() - 1]).number(), None, "{number}, cut");
        }
        assert_eq!(Reader(&[0x80; 6]).number(), None, "longer than any number of a module");
    }

    #[test]
    fn imports_of_every_kind_are_listed() {
        let kinds: [(&str, &[u8]); 6] = [
            ("a function", &[0, 0x85, 1]),
            ("a table", &[1, 0x70, 0, 4]),
            ("a memory", &[2, 0, 17]),
            ("a memory with a most", &[2, 1, 17, 0x80, 2]),
            ("a global", &[3, 0x7f, 1]),
            ("another function", &[0, 3]),
        ];
        let mut list = Vec::new();
        put_number(&mut list, kinds.len());
        for (name, kind) in kinds {
            put_measured(&mut list, b"page");
            put_measured(&mut list, name.as_bytes());
            list.extend(kind);
        }
        let read = imports(&list).unwrap();
        assert!(read.iter().all(|import| import.from == "page"));
        let read: Vec<_> = read.iter().map(|import| (import.name.as_str(), import.kind.as_slice())).collect();
        assert_eq!(read, kinds);
        assert!(imports(&list[..list.len() - 1]).is_none(), "cut");
    }

    #[test]
    fn sections_follow_each_other_whole() {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        for (id, content) in [(IMPORTS, vec![0]), (CODE, vec![7; 200])] {
            module.push(id);
            put_measured(&mut module, &content);
        }
        let found = sections(&module).unwrap();
        let of = |section: &Section<'_>| (section.id, section.content.len(), section.written.len());
        assert_eq!(found.iter().map(of).collect::<Vec<_>>(), [(IMPORTS, 1, 3), (CODE, 200, 203)]);
        assert!(sections(&module[..module.len() - 1]).is_none(), "cut");
        assert!(sections(b"\0asm").is_none(), "no module");
    }
}
