//! The signs of a code, the numbers written with them, and the checks that find slips.

/// Digits and capitals: signs that QR's alphanumeric mode holds (ISO/IEC 18004) and that every keyboard has without Shift and
/// accents. Without I, L and O, which are taken for 1 and 0 by hand, and without U, which is taken for V. Thirty-two are left,
/// five bits each; QR's other nine (space and `$%*+-./:`) are no signs of ours, so that any of them can stand between signs.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many signs the check at the end of a code has.
pub(super) const CHECK: usize = 5;

/// The sign for a value below 32.
pub(super) fn sign(value: u8) -> char {
    char::from(SIGNS[usize::from(value & 31)])
}

/// What a sign stands for: as a capital or not, and whatever it was taken for.
pub(super) fn value(letter: char) -> Option<u8> {
    let meant = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        'U' => 'V',
        same => same,
    };
    let place = SIGNS.iter().position(|sign| char::from(*sign) == meant)?;
    u8::try_from(place).ok()
}

/// A check over all signs before it: CRC-24 (RFC 9580, 6.1), five bits a sign. A cyclic check of 24 bits finds every error that
/// lies within 24 neighbouring bits, and so each wrong sign and each two that changed places; of all others, it passes over one
/// in 16 million.
pub(super) fn check(values: &[u8]) -> [u8; CHECK] {
    let mut rest: u32 = 0x00b7_04ce;
    for value in values {
        rest ^= u32::from(*value) << 19;
        for _ in 0..5 {
            rest <<= 1;
            if rest & 0x0100_0000 != 0 {
                rest ^= 0x0186_4cfb;
            }
        }
    }
    [20, 15, 10, 5, 0].map(|shift| low(u64::from(rest >> shift)))
}

/// A check of two signs alone: what they and the check come to in GF(32), weighted 4, 2 and 1, is nothing. As the weights differ,
/// it finds each wrong sign of the three and each two that changed places.
pub(super) fn small_check(first: u8, second: u8) -> u8 {
    doubled(doubled(first)) ^ doubled(second)
}

/// In the field of 32 elements, modulo x⁵ + x² + 1.
fn doubled(value: u8) -> u8 {
    let doubled = value << 1;
    if doubled & 32 == 0 { doubled } else { doubled ^ 0b10_0101 }
}

/// The lowest five bits.
pub(super) fn low(number: u64) -> u8 {
    u8::try_from(number & 31).unwrap_or(0)
}

/// A whole number of any size, in which digits of different radices are put down one upon the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Number(
    // In base 32, the lowest first.
    Vec<u8>,
);

impl Number {
    /// From its signs, the highest first.
    pub(super) fn from_values(values: &[u8]) -> Number {
        Number(values.iter().rev().copied().collect())
    }

    /// As so many signs, the highest first. It must fit.
    pub(super) fn values(&self, width: usize) -> Vec<u8> {
        (0..width).rev().map(|place| self.0.get(place).copied().unwrap_or(0)).collect()
    }

    /// How many signs it takes.
    pub(super) fn width(&self) -> usize {
        self.0.iter().rposition(|digit| *digit > 0).map_or(0, |last| last + 1)
    }

    /// Puts `digit`, which is below `radix`, on top.
    pub(super) fn push(&mut self, radix: u8, digit: u8) {
        let mut carry = u64::from(digit);
        for place in &mut self.0 {
            let sum = u64::from(*place) * u64::from(radix) + carry;
            *place = low(sum);
            carry = sum >> 5;
        }
        while carry > 0 {
            self.0.push(low(carry));
            carry >>= 5;
        }
    }

    /// Takes the topmost digit off.
    pub(super) fn pop(&mut self, radix: u8) -> u8 {
        let radix = u16::from(radix).max(1);
        let mut rest = 0;
        for place in self.0.iter_mut().rev() {
            let whole = rest * 32 + u16::from(*place);
            *place = u8::try_from(whole / radix).unwrap_or(0);
            rest = whole % radix;
        }
        u8::try_from(rest).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_is_read_as_it_is_written_and_as_it_is_mistaken() {
        for number in 0..32 {
            assert_eq!(value(sign(number)), Some(number));
            assert_eq!(value(sign(number).to_ascii_lowercase()), Some(number));
        }
        for (mistaken, meant) in [('o', '0'), ('O', '0'), ('I', '1'), ('l', '1'), ('L', '1'), ('u', 'V')] {
            assert_eq!(value(mistaken), value(meant), "{mistaken}");
        }
        for other in ['-', ' ', 'é', '$', 'А'] {
            assert_eq!(value(other), None, "{other}");
        }
    }

    #[test]
    fn the_small_check_finds_each_wrong_sign_and_each_two_that_changed_places() {
        let holds = |signs: [u8; 3]| small_check(signs[0], signs[1]) == signs[2];
        for (first, second) in (0..32).flat_map(|first| (0..32).map(move |second| (first, second))) {
            let right = [first, second, small_check(first, second)];
            assert!(holds(right));
            for place in 0..3 {
                for wrong in (0..32).filter(|wrong| *wrong != right[place]) {
                    let mut signs = right;
                    signs[place] = wrong;
                    assert!(!holds(signs), "{right:?} {signs:?}");
                }
            }
            for place in 0..2 {
                let mut signs = right;
                signs.swap(place, place + 1);
                assert!(signs == right || !holds(signs), "{right:?} {signs:?}");
            }
        }
    }

    #[test]
    fn digits_come_off_in_the_reverse_order() {
        let digits = [(5, 4), (2, 0), (9, 8), (3, 2), (1, 0), (9, 7)];
        let mut number = Number::default();
        for (radix, digit) in digits {
            number.push(radix, digit);
        }
        let mut again = Number::from_values(&number.values(number.width() + 2));
        for (radix, digit) in digits.into_iter().rev() {
            assert_eq!(again.pop(radix), digit);
        }
        assert_eq!(again.width(), 0);
    }
}
