//! Images: their size, so that the page does not jump while they load.

use crate::read::Attachment;

/// An image of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// The file, by index in the attachments.
    pub attachment: usize,
    /// The text alternative.
    pub alt: String,
    /// Width in CSS pixels.
    pub width: usize,
    /// Height in CSS pixels.
    pub height: usize,
}

/// Reads the size of an image; the error is the reason in words.
pub(super) fn measure(index: usize, file: &Attachment, alt: &str) -> Result<Image, String> {
    let (width, height) = if file.path.ends_with(".svg") {
        let text = std::fs::read_to_string(&file.location).map_err(|error| error.to_string())?;
        svg_size(&text).ok_or("the SVG has neither a viewBox nor a width and height")?
    } else {
        let size = imagesize::size(&file.location).map_err(|error| error.to_string())?;
        (size.width, size.height)
    };
    Ok(Image { attachment: index, alt: alt.to_owned(), width, height })
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
