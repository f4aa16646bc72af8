//! What Markdown becomes. A hole is shown as `{what it wants}`.

use std::sync::Arc;

use super::{Body, Origin, body};

/// The HTML with its holes named, then the findings.
fn shown(text: &str) -> String {
    let file: Arc<str> = "page.md".into();
    let (body, findings) = body(text, &Origin { file: &file, offset: 0, prefix: "", facts: true });
    let mut out = with_holes(&body);
    for finding in findings {
        out.push_str(&format!("{} {:?} {}\n", finding.code, finding.place.range, finding.message));
    }
    out
}

fn with_holes(body: &Body) -> String {
    let mut out = String::new();
    let mut from = 0;
    for hole in &body.holes {
        out.push_str(&body.html[from..hole.at]);
        out.push_str(&format!("{{{:?}}}", hole.want));
        from = hole.at;
    }
    out + &body.html[from..]
}

#[test]
fn links_of_every_kind() {
    insta::assert_snapshot!(shown(
        "[page](/care/team.md#who \"Why\"), [word](term:peer-support), [check](tool:phq-9), \
         [web](https://example.org/?a=1&b=2), <tel:988>, [mail](mailto:a@example.org), <a@example.org>"
    ));
}

#[test]
fn citations_stay_with_their_word() {
    insta::assert_snapshot!(shown(
        "It helps [@dixon2011; @lucksted2013]. And [again][@dixon2011] [not this]."
    ));
}

#[test]
fn callouts_with_and_without_title() {
    insta::assert_snapshot!(shown(
        "> [!TIP] A *small* step\n> Do one thing.\n>\n> - and another\n\n> [!WARNING]\n> Careful.\n\n> [!CRISIS]\n\n> A plain quote.\n"
    ));
}

#[test]
fn tools_and_images_alone_and_in_a_line() {
    insta::assert_snapshot!(shown(
        "![Mood](tool:phq-9)\n\nIn a line ![Mood](tool:phq-9).\n\n![A bridge](bridge.svg \"Over the water\")\n\n![A bridge](bridge.svg)\n"
    ));
}

#[test]
fn headings_have_stable_and_unique_anchors() {
    insta::assert_snapshot!(shown(
        "## What's next?\n\n## What's next?\n\n## What's next-2\n\n### ¿Qué ayuda?\n\n## Named {#own}\n\n## `code` & more\n"
    ));
}

#[test]
fn tables_footnotes_lists_and_definitions() {
    insta::assert_snapshot!(shown(
        "## Costs\n\n|  | b |\n|---|--:|\n| 1 | [x](y.md) |\n\nNote[^b] and[^a], again[^b].\n\n[^a]: Why [x](y.md).\n\n[^b]: How.\n\n- [ ] open\n- [x] done\n\nWord\n: Meaning\n"
    ));
}

#[test]
fn text_cannot_become_markup() {
    insta::assert_snapshot!(shown(
        "<script>alert(1)</script>\n\na <b>bold</b> word, `<i>`, \u{e000} and [x](<javascript:alert(1)>) ![\"<](a.svg)\n"
    ));
}

mod any_text {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Whatever is written, places lie in the text, holes in the HTML, and nothing panics.
        #[test]
        fn keeps_its_places(text in "[ -~\n\u{e9}\u{e000}\\[\\]()!@#>*_|:`{}-]{0,300}") {
            let file: Arc<str> = "page.md".into();
            let (body, findings) = body(&text, &Origin { file: &file, offset: 0, prefix: "", facts: true });
            for hole in &body.holes {
                prop_assert!(body.html.is_char_boundary(hole.at));
            }
            for finding in findings {
                let range = finding.place.range.expect("a place in the text");
                prop_assert!(text.get(range.start..range.end).is_some(), "{range:?}");
            }
        }
    }
}

#[test]
fn results_of_studies() {
    insta::assert_snapshot!(shown(
        "![A relapse, with and without](evidence:signs)\n\nIt was [*23* in 100](evidence:signs), ![so](evidence:signs)."
    ));
}
