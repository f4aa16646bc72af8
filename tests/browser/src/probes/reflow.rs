//! WCAG 1.4.10: nothing has to be scrolled sideways on a narrow screen or under a strong zoom.

use super::listed;
use crate::page::Page;

/// Elements that stick out of the window, unless a box of their own scrolls them (a wide table).
const WIDE: &str = "(() => {
    const width = document.documentElement.clientWidth;
    if (document.scrollingElement.scrollWidth <= width) return [];
    const out = [...document.body.querySelectorAll('*')].filter(element =>
        element.getBoundingClientRect().right > width + 1 && visible(element) && !scrolls(element));
    const deepest = out.filter(element => !out.some(other => other !== element && element.contains(other)));
    const total = `the page is ${document.scrollingElement.scrollWidth} px wide in a window of ${width} px`;
    return [total, ...deepest.map(element =>
        `${named(element)} reaches to ${Math.round(element.getBoundingClientRect().right)} px`)];
})()";

/// What stays in place while the page scrolls leaves at least half of the window to the page.
const STUCK: &str = "(() => {
    const all = [...document.body.querySelectorAll('*')];
    const stuck = all.filter(element => /fixed|sticky/.test(getComputedStyle(element).position)
        && visible(element));
    scrollTo({top: 400, behavior: 'instant'});
    const covered = stuck.reduce((sum, element) => {
        const box = element.getBoundingClientRect();
        const height = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
        return sum + Math.max(0, height) * Math.min(box.width, innerWidth);
    }, 0);
    scrollTo({top: 0, behavior: 'instant'});
    const share = covered / (innerWidth * innerHeight);
    return share <= 0.5 ? [] : [`what stays in place covers ${Math.round(share * 100)}% of the window: `
        + stuck.map(named).join(', ')];
})()";

/// On a screen of 320 CSS pixels. Leaves the window at that size.
#[track_caller]
pub fn reflow(page: &Page<'_>) -> Vec<String> {
    page.viewport(320, 640);
    listed(page, WIDE)
}

/// On a telephone of 360 CSS pixels whose browser shows everything at twice the size. Leaves the window like that.
#[track_caller]
pub fn magnified(page: &Page<'_>) -> Vec<String> {
    page.viewport(180, 370);
    listed(page, WIDE)
}

/// In a window of 1280 by 1024 zoomed to 400%: no sideways scrolling, and room left to read. Leaves the
/// window zoomed.
#[track_caller]
pub fn zoom(page: &Page<'_>) -> Vec<String> {
    page.zoomed();
    let mut problems = listed(page, WIDE);
    problems.extend(listed(page, STUCK));
    problems
}
