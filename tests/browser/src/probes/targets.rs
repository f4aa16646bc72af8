//! WCAG 2.5.5: what is pressed is 44 px wide and high, so that a shaking thumb on a small phone hits it.

use super::listed;
use crate::page::Page;

/// A control counts with its labels, as they are pressed too. A link inside a line of text is excepted.
const SMALL: &str = "(() => {
    const all = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], '
        + '[role=link], [role=checkbox], [role=radio], [role=tab], [tabindex=\"0\"]';
    const inText = element => {
        if (element.localName !== 'a' || getComputedStyle(element).display !== 'inline') return false;
        let box = element.parentElement;
        while (/^inline/.test(getComputedStyle(box).display)) box = box.parentElement;
        return box.innerText.trim().length > element.innerText.trim().length;
    };
    // The union of a control's boxes with its labels' boxes; where that is too small, what can be pressed.
    const area = element => {
        const parts = [element, ...(element.labels ?? [])];
        const boxes = parts.flatMap(part => [...part.getClientRects()]).filter(box => box.width && box.height);
        const width = Math.max(...boxes.map(box => box.right)) - Math.min(...boxes.map(box => box.left));
        const height = Math.max(...boxes.map(box => box.bottom)) - Math.min(...boxes.map(box => box.top));
        if (width >= 43.5 && height >= 43.5) return {width, height};
        element.scrollIntoView({block: 'center', behavior: 'instant'});
        const pressed = reach(element);
        return {
            width: Math.max(width, pressed.right - pressed.left),
            height: Math.max(height, pressed.bottom - pressed.top),
        };
    };
    const small = [...document.querySelectorAll(all)].filter(element => {
        const parts = [element, ...(element.labels ?? [])];
        if (element.disabled || !parts.some(visible) || inText(element)) return false;
        const {width, height} = area(element);
        // Half a pixel is lost to rounding.
        return width < 43.5 || height < 43.5;
    });
    return small.map(element => {
        const {width, height} = area(element);
        return `${named(element)} is ${width.toFixed(0)} by ${height.toFixed(0)} px`;
    });
})()";

/// Everything that can be pressed and is smaller than 44 by 44 px.
#[track_caller]
pub fn target_size(page: &Page<'_>) -> Vec<String> {
    listed(page, SMALL)
}
