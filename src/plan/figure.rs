//! Numbers as people write them, in either of the two ways that Europe has.
//!
//! The digits themselves are read and written by the JSON library, which has to be able to anyway: the standard library's own
//! way of doing it would be 13 kB more to download.

use serde_json::Value;

/// A number out of what somebody typed: `1,234.5`, `1 234,5`, `€20`, `12.50 £`. A lone separator with exactly three digits
/// behind it is taken as the language takes it; where both occur, the last one is the decimal sign. Nothing where it is no
/// number, or has more than one meaning.
#[must_use]
pub fn read(text: &str, decimal: char) -> Option<f64> {
    let is_sign = |letter: char| ".,-−".contains(letter) || letter.is_ascii_digit();
    let is_space = |letter: char| letter.is_whitespace() || "'’_".contains(letter);
    let is_unit = |letter: char| !is_sign(letter) && !is_space(letter);
    // A currency or a unit may stand on either side, never in between.
    let bare = text.trim().trim_matches(|letter| is_unit(letter) || is_space(letter));
    let digits: String = bare.chars().filter(|letter| !is_space(*letter)).collect();
    let (minus, digits) = match digits.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest.to_owned()),
        None => (false, digits),
    };
    let has_digit = digits.chars().any(|letter| letter.is_ascii_digit());
    if !has_digit || !digits.chars().all(|letter| letter.is_ascii_digit() || ".,".contains(letter)) {
        return None;
    }
    let plain = match decimal_sign(&digits, decimal) {
        Some(at) => {
            let (whole, part) = (&digits[..at], &digits[at + 1..]);
            format!("{}.{part}0", grouped(whole)?)
        }
        None => grouped(&digits)?,
    };
    let number = serde_json::from_str::<Value>(&plain).ok()?.as_f64()?;
    Some(if minus { -number } else { number })
}

/// Where the decimal sign stands, if there is one.
fn decimal_sign(digits: &str, decimal: char) -> Option<usize> {
    let last = digits.rfind(['.', ','])?;
    let sign = digits[last..].chars().next()?;
    let alone = digits.matches(['.', ',']).count() == 1;
    let mixed = digits[..last].contains(['.', ',']) && !digits[..last].contains(sign);
    let three_behind = digits.len() - last - 1 == 3 && last <= 3 && last > 0;
    (mixed || (alone && (sign == decimal || !three_behind))).then_some(last)
}

/// Without the signs between the thousands, each of which must have three digits behind it.
fn grouped(whole: &str) -> Option<String> {
    let mut groups = whole.split(['.', ',']);
    let first = groups.next()?;
    let mut all = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.is_empty() || first.len() > 3 {
            return None;
        }
        all.push_str(group);
    }
    // Nothing stands before a decimal sign where it means zero, and JSON has no zeros in front.
    let all = all.trim_start_matches('0');
    Some(if all.is_empty() { "0".to_owned() } else { all.to_owned() })
}

/// As it stands in a field: no signs between the thousands, and no needless decimals.
#[must_use]
pub fn write(number: f64, decimal: char) -> String {
    let text = Value::from(number).to_string();
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if decimal == '.' { text.to_owned() } else { text.replace('.', ",") }
}

/// An amount of so many decimals out of what somebody typed, in the currency's minor unit.
#[must_use]
pub fn read_minor(text: &str, decimal: char, decimals: u8) -> Option<i64> {
    let amount = read(text, decimal)? * 10_f64.powi(decimals.into());
    #[allow(clippy::cast_possible_truncation)] // a cast stops at the bounds of an i64, and money has narrower ones
    (amount.abs() < 1e15).then_some(amount.round() as i64)
}

/// An amount in the currency's minor unit as it stands in a field.
#[must_use]
pub fn write_minor(minor: i64, decimal: char, decimals: u8) -> String {
    let unit = 10_i64.pow(decimals.min(4).into());
    let (whole, part) = (minor / unit, (minor % unit).abs());
    if part == 0 {
        return whole.to_string();
    }
    let width = usize::from(decimals);
    let sign = if minor < 0 && whole == 0 { "-" } else { "" };
    format!("{sign}{whole}{decimal}{part:0width$}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, in_english, in_french) in [
            ("20", Some(20.0), Some(20.0)),
            ("  35 ", Some(35.0), Some(35.0)),
            ("1,234.5", Some(1234.5), Some(1234.5)),
            ("1.234,5", Some(1234.5), Some(1234.5)),
            ("1\u{202f}234,5", Some(1234.5), Some(1234.5)),
            ("1’234.5", Some(1234.5), Some(1234.5)),
            ("1,234", Some(1234.0), Some(1.234)),
            ("1.234", Some(1.234), Some(1234.0)),
            ("1,234,567", Some(1_234_567.0), Some(1_234_567.0)),
            ("12,5", Some(12.5), Some(12.5)),
            ("12.5", Some(12.5), Some(12.5)),
            (".5", Some(0.5), Some(0.5)),
            ("€ 20", Some(20.0), Some(20.0)),
            ("12.50 £", Some(12.5), Some(12.5)),
            ("20 %", Some(20.0), Some(20.0)),
            ("-3", Some(-3.0), Some(-3.0)),
            ("−3", Some(-3.0), Some(-3.0)),
            ("", None, None),
            ("abc", None, None),
            ("1-2", None, None),
            ("1.2.3", None, None),
            ("12,34,567", None, None),
            ("5 to 6", None, None),
            (".", None, None),
        ] {
            assert_eq!((read(text, '.'), read(text, ',')), (in_english, in_french), "{text}");
        }
    }

    #[test]
    fn amounts_keep_to_the_last_cent() {
        for (text, decimals, minor, written) in [
            ("12.50", 2, 1250, "12.50"),
            ("0.07", 2, 7, "0.07"),
            ("1,200", 2, 120_000, "1200"),
            ("1200", 0, 1200, "1200"),
            ("-0.5", 2, -50, "-0.50"),
            ("1.005", 3, 1005, "1.005"),
        ] {
            assert_eq!(read_minor(text, '.', decimals), Some(minor), "{text}");
            assert_eq!(write_minor(minor, '.', decimals), written, "{text}");
        }
        assert_eq!(read_minor("1e30", '.', 2), None);
        assert_eq!(read_minor(&"9".repeat(40), '.', 2), None);
    }

    #[test]
    fn what_is_written_reads_the_same() {
        for number in [0.0, 1.0, -2.5, 1234.5, 0.125, 1_234_567.75] {
            for decimal in ['.', ','] {
                let written = write(number, decimal);
                // Three decimals alone would be taken for thousands, but only before four digits.
                assert_eq!(read(&written, decimal), Some(number), "{written}");
            }
        }
    }
}
