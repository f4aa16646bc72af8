//! Exact fractions, in which every score is computed. Only the finished score is rounded.

use core::cmp::Ordering;

use crate::Number;

/// A fraction in lowest terms. Each operation that would leave the range of 64 bits gives nothing, never a
/// wrong number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ratio {
    over: i64,
    /// Above zero.
    under: i64,
}

impl Ratio {
    pub(crate) const ZERO: Ratio = Ratio { over: 0, under: 1 };
    pub(crate) const ONE: Ratio = Ratio { over: 1, under: 1 };

    /// `over / under`; nothing if `under` is zero.
    pub(crate) fn new(over: i64, under: i64) -> Option<Ratio> {
        let divisor = i64::try_from(gcd(over.unsigned_abs(), under.unsigned_abs())).ok()?;
        let (over, under) = (over.checked_div(divisor)?, under.checked_div(divisor)?);
        if under < 0 {
            return Some(Ratio { over: over.checked_neg()?, under: under.checked_neg()? });
        }
        (under > 0).then_some(Ratio { over, under })
    }

    pub(crate) fn whole(units: i64) -> Ratio {
        Ratio { over: units, under: 1 }
    }

    pub(crate) fn count(things: usize) -> Ratio {
        Ratio::whole(i64::try_from(things).unwrap_or(i64::MAX))
    }

    pub(crate) fn of(number: Number) -> Ratio {
        Ratio::new(number.hundredths(), 100).unwrap_or(Ratio::ZERO)
    }

    pub(crate) fn plus(self, other: Ratio) -> Option<Ratio> {
        let common = i64::try_from(gcd(self.under.unsigned_abs(), other.under.unsigned_abs())).ok()?;
        let (mine, theirs) = (other.under / common, self.under / common);
        let over = self.over.checked_mul(mine)?.checked_add(other.over.checked_mul(theirs)?)?;
        Ratio::new(over, self.under.checked_mul(mine)?)
    }

    pub(crate) fn minus(self, other: Ratio) -> Option<Ratio> {
        self.plus(other.negated()?)
    }

    pub(crate) fn negated(self) -> Option<Ratio> {
        Some(Ratio { over: self.over.checked_neg()?, under: self.under })
    }

    pub(crate) fn times(self, other: Ratio) -> Option<Ratio> {
        // Shortened crosswise first, so that only products which are truly too large are lost.
        let (one, two) = (Ratio::new(self.over, other.under)?, Ratio::new(other.over, self.under)?);
        Ratio::new(one.over.checked_mul(two.over)?, one.under.checked_mul(two.under)?)
    }

    /// The quotient; nothing if `other` is zero.
    pub(crate) fn divided_by(self, other: Ratio) -> Option<Ratio> {
        self.times(Ratio::new(other.under, other.over)?)
    }

    /// The nearest number with this many decimal places (at most two count), halves away from zero.
    pub(crate) fn rounded(self, places: u8) -> Option<Ratio> {
        let unit = match places {
            0 => 1,
            1 => 10,
            _ => 100,
        };
        let scaled = self.times(Ratio::whole(unit))?;
        let (whole, rest) = (scaled.over / scaled.under, (scaled.over % scaled.under).unsigned_abs());
        let away = rest >= scaled.under.unsigned_abs() - rest;
        Ratio::new(whole.checked_add(if away { scaled.over.signum() } else { 0 })?, unit)
    }

    /// As a score is shown: rounded to hundredths. Nothing outside of the range of scores.
    pub(crate) fn to_number(self) -> Option<Number> {
        let rounded = self.rounded(2)?;
        let hundredths = rounded.over.checked_mul(100 / rounded.under)?;
        let number = Number::from_hundredths(hundredths);
        (number.hundredths() == hundredths).then_some(number)
    }

    pub(crate) fn is_zero(self) -> bool {
        self.over == 0
    }

    /// The largest whole number that is not above.
    pub(crate) fn floor(self) -> i64 {
        self.over.div_euclid(self.under)
    }

    /// The greatest fraction of which both are multiples; zero only of two zeros.
    pub(crate) fn gcd(self, other: Ratio) -> Option<Ratio> {
        let (one, two) = (self.over.checked_mul(other.under)?, other.over.checked_mul(self.under)?);
        let common = gcd(one.unsigned_abs(), two.unsigned_abs());
        Ratio::new(i64::try_from(common).ok()?, self.under.checked_mul(other.under)?)
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Ratio) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Ratio) -> Ordering {
        let (one, two) = (i128::from(self.over), i128::from(other.over));
        (one * i128::from(other.under)).cmp(&(two * i128::from(self.under)))
    }
}

fn gcd(mut one: u64, mut other: u64) -> u64 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(over: i64, under: i64) -> Ratio {
        Ratio::new(over, under).expect("a fraction")
    }

    #[test]
    fn thirds_add_up_to_a_whole() {
        let third = ratio(1, 3);
        assert_eq!(third.plus(third).and_then(|sum| sum.plus(third)), Some(Ratio::ONE));
        assert_eq!(ratio(7, 3).times(ratio(3, 1)), Some(Ratio::whole(7)));
        assert_eq!(ratio(1, -2), ratio(-1, 2));
        assert_eq!(Ratio::ONE.divided_by(Ratio::ZERO), None);
        assert_eq!(Ratio::new(1, 0), None);
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        assert_eq!(ratio(5, 2).rounded(0), Some(Ratio::whole(3)));
        assert_eq!(ratio(-5, 2).rounded(0), Some(Ratio::whole(-3)));
        assert_eq!(ratio(249, 100).rounded(0), Some(Ratio::whole(2)));
        assert_eq!(ratio(1, 8).to_number(), Some(Number::from_hundredths(13)));
        assert_eq!(ratio(2, 3).rounded(1), Some(ratio(7, 10)));
    }

    #[test]
    fn what_is_too_large_is_nothing_and_never_wrong() {
        let large = Ratio::whole(i64::MAX);
        assert_eq!(large.plus(Ratio::ONE), None);
        assert_eq!(large.times(large), None);
        assert_eq!(large.to_number(), None);
        assert_eq!(Ratio::whole(i64::MIN).negated(), None);
        assert!(ratio(i64::MAX, 3) > ratio(i64::MAX, 4));
    }

    #[test]
    fn the_common_divisor_of_fractions() {
        assert_eq!(ratio(1, 2).gcd(ratio(1, 3)), Some(ratio(1, 6)));
        assert_eq!(ratio(3, 1).gcd(Ratio::ZERO), Some(ratio(3, 1)));
    }
}
