//! Style sheets as they stand inside a page with a tool: each byte of them goes to every reader.

/// A style sheet without its comments and without the spaces that only people need.
pub(super) fn packed(sheet: &str) -> String {
    let plain = without_comments(sheet);
    let mut packed = String::with_capacity(plain.len());
    let mut quote = None;
    let mut letters = plain.chars();
    while let Some(letter) = letters.next() {
        if letter == '\\' {
            packed.push(letter);
            packed.extend(letters.next());
            continue;
        }
        if let Some(mark) = quote {
            quote = (letter != mark).then_some(mark);
        } else if letter.is_ascii_whitespace() {
            // A space between selectors or values says something; one beside these signs does not.
            if !packed.ends_with(['{', '}', ';', ',', ':', ' ']) && !packed.is_empty() {
                packed.push(' ');
            }
            continue;
        } else if matches!(letter, '{' | '}') && packed.ends_with(' ') {
            packed.pop();
        } else if matches!(letter, '"' | '\'') {
            quote = Some(letter);
        }
        packed.push(letter);
    }
    packed
}

/// A style sheet without the rules that only pages of text need: what stands between its marks.
pub(super) fn without_text(sheet: &str) -> String {
    let mut parts = sheet.split("/* @text");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(part.split_once("/* @end */").map_or("", |(_, rest)| rest));
    }
    kept
}

fn without_comments(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once("*/").map_or("", |(_, rest)| rest));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{packed, without_text};

    #[test]
    fn spaces_that_say_something_stay() {
        let sheet = "/* Why */\n.a > .b, .c :is(d, e) {\n  margin: 0 auto; content: \"{ ; } \\\" \";\n}\n@media print { p { x: 1 } }\n";
        assert_eq!(
            packed(sheet),
            ".a > .b,.c :is(d,e){margin:0 auto;content:\"{ ; } \\\" \";}@media print{p{x:1}}"
        );
    }

    #[test]
    fn what_stands_between_the_marks_is_left_out() {
        let sheet = "a {}\n/* @text: why */\nb {}\n/* @end */\nc {}\n/* @text */d {}/* @end */";
        assert_eq!(packed(&without_text(sheet)), "a{}c{}");
    }
}
