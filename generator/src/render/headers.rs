//! `_headers`, for hosts that read it: what a meta element cannot say.

use std::fmt::Write;

use super::Shared;

/// Powers that no page of the site uses.
const NO_POWERS: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
                         microphone=(), midi=(), payment=(), usb=(), browsing-topics=()";

/// The file. The policy in every page's own meta element holds as well; both must agree to anything.
pub(super) fn text(shared: &Shared<'_>) -> String {
    let base = shared.site.parsed.config.base_path();
    let mut text = format!(
        "{base}*\n  Content-Security-Policy: frame-ancestors 'none'\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: no-referrer\n  Permissions-Policy: {NO_POWERS}\n  Cross-Origin-Opener-Policy: same-origin\n\
         \n{base}assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"
    );
    // Sealed pages may reach their own site and, by a tap, the chats and the exit that they link; nothing else.
    let allowed = outside_links(shared);
    for entry in shared.site.entries.iter().filter(|entry| shared.site.is_sealed(entry)) {
        for url in [entry.url.clone()].into_iter().chain(shared.site.keeping_url(entry)) {
            let _ = write!(text, "\n{url}\n  Connection-Allowlist: (response-origin{allowed})\n");
        }
    }
    text
}

fn outside_links(shared: &Shared<'_>) -> String {
    let config = &shared.site.parsed.config;
    let chats = config.crisis.iter().flat_map(|crisis| &crisis.countries).flat_map(|country| &country.lines);
    let mut origins: Vec<String> = chats
        .filter_map(|line| line.chat.as_deref())
        .chain([config.quick_exit.as_str()])
        .filter_map(origin)
        .map(|origin| format!(" \"{origin}\""))
        .collect();
    origins.sort();
    origins.dedup();
    origins.concat()
}

fn origin(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.split('/').next()?;
    Some(format!("{scheme}://{host}"))
}
