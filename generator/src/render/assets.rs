//! The theme's assets: named by the hash of their content, so that browsers may keep them for ever.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::read::Theme;

/// The assets of the theme.
pub(super) struct Assets {
    files: BTreeMap<String, Asset>,
}

/// One asset.
pub(super) struct Asset {
    /// Where it is published, from the site's start: `assets/daylight.0123456789.css`.
    pub(super) path: String,
    pub(super) bytes: Vec<u8>,
}

impl Assets {
    pub(super) fn read(theme: &Theme) -> Assets {
        let files = theme
            .under("assets/")
            .map(|(name, file)| {
                let hash: String =
                    Sha256::digest(&file.bytes).iter().take(5).map(|byte| format!("{byte:02x}")).collect();
                let path = match name.rsplit_once('.') {
                    Some((stem, ending)) => format!("assets/{stem}.{hash}.{ending}"),
                    None => format!("assets/{name}.{hash}"),
                };
                (name.to_owned(), Asset { path, bytes: file.bytes.to_vec() })
            })
            .collect();
        Assets { files }
    }

    pub(super) fn get(&self, name: &str) -> Option<&Asset> {
        self.files.get(name)
    }

    /// Those with an address of their own. The styles of tools stand inside their pages.
    pub(super) fn published(&self) -> impl Iterator<Item = &Asset> {
        let is_inside = |name: &str| name == "tools.css" || name.starts_with("tools/");
        self.files.iter().filter(move |(name, _)| !is_inside(name)).map(|(_, asset)| asset)
    }

    pub(super) fn text(&self, name: &str) -> String {
        self.get(name).map(|asset| String::from_utf8_lossy(&asset.bytes).into_owned()).unwrap_or_default()
    }
}

/// The source expression of a policy that allows exactly this text: `'sha256-…'`.
pub(super) fn policy_hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// A file as an address that holds it, for pages that may fetch nothing.
pub(super) fn data_url(path: &str, bytes: &[u8]) -> String {
    let kind = match path.rsplit('.').next().unwrap_or("") {
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        _ => "application/octet-stream",
    };
    format!("data:{kind};base64,{}", STANDARD.encode(bytes))
}
