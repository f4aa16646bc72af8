//! Images: their size, so that the page does not jump while they load.

use std::path::Path;

/// Width and height in CSS pixels, or the reason in words why they cannot be told.
pub type Size = Result<(usize, usize), String>;

/// The endings of the images that browsers show.
const IMAGES: &[&str] = &["svg", "png", "jpg", "jpeg", "webp", "avif", "gif"];

/// Reads the size of an image; `None` for a file that is no image by its name.
pub(super) fn measure(file: &Path) -> Option<Size> {
    let ending = file.extension()?.to_str()?.to_ascii_lowercase();
    if !IMAGES.contains(&ending.as_str()) {
        return None;
    }
    Some(if ending == "svg" {
        std::fs::read_to_string(file).map_err(|error| error.to_string()).and_then(|text| {
            svg_size(&text).ok_or_else(|| "the SVG has neither a viewBox nor a width and height".to_owned())
        })
    } else {
        imagesize::size(file).map(|size| (size.width, size.height)).map_err(|error| error.to_string())
    })
}

/// The size of an SVG by its `width` and `height`, or else its `viewBox`.
fn svg_size(text: &str) -> Option<(usize, usize)> {
    let start = text.find("<svg")?;
    let tag = &text[start..start + text[start..].find('>')?];
    let number = |value: &str| value.trim_end_matches("px").parse::<f64>().ok().filter(|n| *n > 0.0);
    let side = |name: &str| attribute(tag, name).and_then(number);
    let (width, height) = match (side("width"), side("height")) {
        (Some(width), Some(height)) => (width, height),
        _ => {
            let mut numbers = attribute(tag, "viewBox")?.split([' ', ',']).filter(|part| !part.is_empty());
            (number(numbers.nth(2)?)?, number(numbers.next()?)?)
        }
    };
    Some((width.round() as usize, height.round() as usize))
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.match_indices(name).find_map(|(at, _)| {
        let before = tag[..at].chars().next_back()?;
        let after = tag[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        before.is_whitespace().then_some(after)
    })?;
    let quote = start.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    start[1..].split(quote).next()
}

#[cfg(test)]
mod tests {
    use super::svg_size;

    #[test]
    fn svg_by_attributes_or_view_box() {
        assert_eq!(svg_size(r#"<svg width="20px" height="10">"#), Some((20, 10)));
        assert_eq!(svg_size(r#"<?xml?><svg viewBox="0 0 640 360.4" stroke-width="2">"#), Some((640, 360)));
        assert_eq!(svg_size("<svg>"), None);
    }
}
