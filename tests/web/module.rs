//! A module stands in a page taken apart, and comes together again byte for byte.

use std::fs;
use std::path::Path;

use serde_json::json;
use sha2::{Digest, Sha256};

use crate::{chromium, site};

/// Keeps what the page starts.
const WATCH: &str = "(() => {
    const start = WebAssembly.instantiate;
    WebAssembly.instantiate = (module, imports) => {
        window.module = module.slice();
        return start(module, imports);
    };
})()";

/// A page with each module of the site that we publish, and the module as the build left it before it was taken apart.
#[test]
fn a_module_comes_together_in_the_page_byte_for_byte() {
    let server = site::serve();
    let page = chromium().page();
    page.before_scripts(WATCH);
    for (path, name) in [
        ("tools/phq-9/", "questionnaire"),
        ("tools/phq-9/keep/", "questionnaire-kept"),
        ("tools/coping-plan/", "plan-kept"),
        ("tools/early-signs/", "checklist-kept"),
        ("my-things/", "keep"),
    ] {
        page.goto(&server.url(&format!("/{path}")));
        page.wait_for("window.module");
        let module = fs::read(Path::new(env!("OUT_DIR")).join(format!("{name}.wasm"))).unwrap();
        let digest = "crypto.subtle.digest('SHA-256', window.module).then(hash => [...new Uint8Array(hash)])";
        assert_eq!(page.eval("window.module.length"), json!(module.len()), "/{path} holds {name}");
        assert_eq!(page.eval(digest), json!(Sha256::digest(&module).to_vec()), "/{path} holds {name}");
    }
}
