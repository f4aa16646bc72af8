//! Short lists, with little code: the standard library's ways are made for long ones, and each use of them is compiled
//! for itself.

use crate::prelude::*;

/// All of them as a list. The same as `collect`, which is compiled to two loops and a half.
pub fn gathered<T>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut list = Vec::new();
    for one in all {
        list.push(one);
    }
    list
}

/// Takes out all that are meant, and leaves the others in their order. The same as `retain` for those that are not.
pub fn take_out<T>(list: &mut Vec<T>, is_meant: impl Fn(&T) -> bool) {
    while let Some(place) = list.iter().position(&is_meant) {
        list.remove(place);
    }
}

/// Puts a text at the end of a list of different ones, or takes it out.
pub fn set_in(list: &mut Vec<String>, text: &str, on: bool) {
    take_out(list, |known| known == text);
    if on {
        list.push(text.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_meant_goes_and_the_order_stays() {
        let mut list = gathered([3, 1, 3, 2, 3].into_iter());
        take_out(&mut list, |one| *one == 3);
        assert_eq!(list, [1, 2]);
        take_out(&mut list, |_| true);
        assert_eq!(list, [0; 0]);
    }

    #[test]
    fn a_text_is_in_once_or_not_at_all() {
        let mut list = Vec::new();
        for (text, on) in [("a", true), ("b", true), ("a", true), ("c", false), ("b", false)] {
            set_in(&mut list, text, on);
        }
        assert_eq!(list, ["a"]);
    }
}
