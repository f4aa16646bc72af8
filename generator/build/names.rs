//! Plain names for what a module calls: `append`, where wasm-bindgen writes `__wbg_append_b923d9466664fa9e`. Such a name
//! stands in the module and in its script, and says in the page itself what a module may do. Its mark is noise that no
//! compression makes smaller: all of them together would be half a kilobyte of every page with a tool.

use std::collections::BTreeSet;

use crate::audit::{Reader, plain};
use crate::wasm::Bound;

/// The section of a module that lists what it calls.
const IMPORTS: u8 = 2;

/// The same module and script with plain names. Nothing if the module cannot be read.
pub(crate) fn shortened(bound: &Bound) -> Option<Bound> {
    let mut module = bound.module.get(..8)?.to_vec();
    let mut glue = bound.glue.clone();
    let mut reader = Reader(bound.module.get(8..)?);
    while !reader.0.is_empty() {
        let id = reader.byte()?;
        let length = reader.number()?;
        let section = reader.take(length)?;
        module.push(id);
        if id == IMPORTS {
            put_bytes(&mut module, &imports(section, &mut glue)?);
        } else {
            put_bytes(&mut module, section);
        }
    }
    Some(Bound { module, glue })
}

/// The list of imports with plain names, which take the place of the marked ones in the script as well.
fn imports(section: &[u8], glue: &mut String) -> Option<Vec<u8>> {
    let mut reader = Reader(section);
    let count = reader.number()?;
    let mut list = Vec::new();
    put_number(&mut list, count);
    let mut taken = BTreeSet::new();
    for _ in 0..count {
        let from = reader.text()?;
        let marked = reader.text()?;
        let rest = reader.0;
        reader.skip_kind()?;
        // Two that only their marks tell apart keep them.
        let name = Some(plain(&marked)).filter(|name| taken.insert((*name).to_owned())).unwrap_or(&marked);
        *glue = glue.replace(&marked, name);
        put_bytes(&mut list, from.as_bytes());
        put_bytes(&mut list, name.as_bytes());
        list.extend_from_slice(rest.get(..rest.len() - reader.0.len())?);
    }
    Some(list)
}

fn put_bytes(to: &mut Vec<u8>, bytes: &[u8]) {
    put_number(to, bytes.len());
    to.extend_from_slice(bytes);
}

/// A number as WebAssembly writes it: seven bits to a byte, the lowest first.
fn put_number(to: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        to.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}
