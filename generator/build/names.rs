//! Plain names for what a module calls: `append`, where wasm-bindgen writes `__wbg_append_b923d9466664fa9e`. Such a name
//! stands in the module and in its script, and says in the page itself what a module may do. Its mark is noise that no
//! compression makes smaller: all of them together would be half a kilobyte of every page with a tool.

use std::collections::BTreeSet;

use crate::audit::plain;
use crate::bytes::{self, HEAD, IMPORTS};
use crate::wasm::Bound;

/// The same module and script with plain names. Nothing if the module cannot be read.
pub(crate) fn shortened(bound: &Bound) -> Option<Bound> {
    let mut module = bound.module.get(..HEAD)?.to_vec();
    let mut glue = bound.glue.clone();
    for section in bytes::sections(&bound.module)? {
        if section.id == IMPORTS {
            module.push(section.id);
            bytes::put_measured(&mut module, &imports(section.content, &mut glue)?);
        } else {
            module.extend_from_slice(section.written);
        }
    }
    Some(Bound { module, glue })
}

/// The list of imports with plain names, which take the place of the marked ones in the script as well.
fn imports(section: &[u8], glue: &mut String) -> Option<Vec<u8>> {
    let imports = bytes::imports(section)?;
    let mut list = Vec::new();
    bytes::put_number(&mut list, imports.len());
    let mut taken = BTreeSet::new();
    for import in imports {
        // Two that only their marks tell apart keep them.
        let name = Some(plain(&import.name)).filter(|name| taken.insert((*name).to_owned()));
        let name = name.unwrap_or(&import.name);
        *glue = glue.replace(&import.name, name);
        bytes::put_measured(&mut list, import.from.as_bytes());
        bytes::put_measured(&mut list, name.as_bytes());
        list.extend_from_slice(&import.kind);
    }
    Some(list)
}
