//! WCAG 1.4.12: a reader who spreads letters, words and lines further apart loses no text.

use super::listed;
use crate::page::Page;

/// The distances that the criterion names.
const SPREAD: &str = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; \
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }";

/// Boxes that hide a part of the text in them, and a page that has become too wide.
const CUT: &str = "(() => {
    const width = document.documentElement.clientWidth;
    const hides = value => value === 'hidden' || value === 'clip';
    const cut = [...document.body.querySelectorAll('*')].filter(element => {
        const style = getComputedStyle(element);
        if (!visible(element) || !element.innerText?.trim()) return false;
        return hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1
            || hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
    });
    const wide = document.scrollingElement.scrollWidth > width
        ? [`the page becomes ${document.scrollingElement.scrollWidth} px wide in ${width} px`] : [];
    return [...wide, ...cut.map(element => `${named(element)} hides a part of its text`)];
})()";

/// What is cut off when text is spread. Leaves the text spread.
#[track_caller]
pub fn text_spacing(page: &Page<'_>) -> Vec<String> {
    page.add_style(SPREAD);
    listed(page, CUT)
}
