//! WCAG 1.3.1 and 4.1.2: a label, a description and a link within the page mean the one element that they name.
//!
//! axe looks at what can be seen. A form that opens later is judged here as well.

use super::listed;
use crate::page::Page;

const IDS: &str = "(() => {
    const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
    const twice = [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
    const points = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'];
    const lost = points.flatMap(name => [...document.querySelectorAll(`[${name}]`)].flatMap(element =>
        element.getAttribute(name).split(/\\s+/).filter(id => id && !ids.includes(id)).map(id =>
            `${name}=${JSON.stringify(id)} of ${named(element)} names nothing`)));
    return [...twice.map(id => `the id ${JSON.stringify(id)} stands twice`), ...lost];
})()";

/// Ids that stand more than once, and labels and descriptions that name none.
#[track_caller]
pub fn ids(page: &Page<'_>) -> Vec<String> {
    listed(page, IDS)
}
