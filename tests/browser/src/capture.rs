//! The page as a picture, as paper, and as assistive technology is told about it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::page::Page;

/// A part of the page, in CSS pixels from its top left corner.
#[derive(Clone, Copy, Debug)]
pub struct Clip {
    /// From the left.
    pub x: f64,
    /// From the top of the document.
    pub y: f64,
    /// To the right.
    pub width: f64,
    /// Downwards.
    pub height: f64,
}

/// A page as paper.
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
}

impl Pdf {
    /// How many sheets.
    pub fn pages(&self) -> usize {
        // Each page is an object of type Page; the list of them is of type Pages.
        let mark = b"/Type /Page";
        let after = |place: usize| self.bytes.get(place + mark.len()).copied();
        let hits = self.bytes.windows(mark.len()).enumerate().filter(|(_, window)| window == mark);
        hits.filter(|(place, _)| after(*place) != Some(b's')).count()
    }
}

impl Page<'_> {
    /// A PNG of what the window shows, or of the whole document.
    #[track_caller]
    pub fn screenshot(&self, full: bool) -> Vec<u8> {
        if !full {
            return self.picture(&json!({"format": "png"}));
        }
        let size = self.call("Page.getLayoutMetrics", &json!({}));
        let (width, height) = (&size["cssContentSize"]["width"], &size["cssContentSize"]["height"]);
        let clip = json!({"x": 0, "y": 0, "width": width, "height": height, "scale": 1});
        self.picture(&json!({"format": "png", "captureBeyondViewport": true, "clip": clip}))
    }

    /// A PNG of a part of the document.
    #[track_caller]
    pub fn screenshot_of(&self, clip: Clip) -> Vec<u8> {
        let clip = json!({"x": clip.x, "y": clip.y, "width": clip.width, "height": clip.height, "scale": 1});
        self.picture(&json!({"format": "png", "clip": clip}))
    }

    fn picture(&self, parameters: &Value) -> Vec<u8> {
        decode(&self.call("Page.captureScreenshot", parameters)["data"])
    }

    /// The page printed on A4.
    #[track_caller]
    pub fn pdf(&self) -> Pdf {
        let paper = json!({"paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true});
        Pdf { bytes: decode(&self.call("Page.printToPDF", &paper)["data"]) }
    }

    /// Every node of the accessibility tree, as the protocol gives them.
    #[track_caller]
    pub fn accessibility(&self) -> Vec<Value> {
        match self.call("Accessibility.getFullAXTree", &json!({}))["nodes"].take() {
            Value::Array(nodes) => nodes,
            _ => Vec::new(),
        }
    }
}

/// Base64, as the protocol carries bytes.
pub(crate) fn encode(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

fn decode(value: &Value) -> Vec<u8> {
    STANDARD.decode(value.as_str().unwrap_or_default()).expect("Chromium sends valid base64")
}
