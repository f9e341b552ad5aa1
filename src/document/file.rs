//! The door through which every file from outside comes in.

use serde_json::Value;

/// Files larger than this are refused, in bytes (contract, "Files").
pub const MAX_BYTES: usize = 1024 * 1024;
/// Files nested deeper than this are refused, in levels (contract, "Files").
pub const MAX_DEPTH: usize = 32;

/// Why a file was refused. Nothing has changed when it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    TooLarge,
    TooDeep,
    /// Not JSON; where reading stopped, both counted from 1.
    NotJson {
        line: usize,
        column: usize,
    },
    /// Made for something else, or by something else.
    OtherFormat,
    /// Made by a newer version of the program.
    Newer,
}

/// The JSON value in `text`, if it is small and flat enough to be one of our files.
///
/// # Errors
/// [`Refusal`], saying which limit was passed or where the JSON ends to be JSON.
pub fn parse(text: &str) -> Result<Value, Refusal> {
    if text.len() > MAX_BYTES {
        return Err(Refusal::TooLarge);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value =
        serde_json::from_str(text).map_err(|error| Refusal::NotJson { line: error.line(), column: error.column() })?;
    if deeper_than(&value, MAX_DEPTH) {
        return Err(Refusal::TooDeep);
    }
    Ok(value)
}

/// Checks that `value` says it is a `format` of a version from 1 to `version`.
///
/// # Errors
/// [`Refusal::OtherFormat`] or [`Refusal::Newer`].
pub fn expect_format(value: &Value, format: &str, version: u64) -> Result<(), Refusal> {
    let says = |name: &str| value.get(name);
    if says("format").and_then(Value::as_str) != Some(format) {
        return Err(Refusal::OtherFormat);
    }
    match says("version").and_then(Value::as_u64) {
        Some(is) if (1..=version).contains(&is) => Ok(()),
        Some(is) if is > version => Err(Refusal::Newer),
        _ => Err(Refusal::OtherFormat),
    }
}

fn deeper_than(value: &Value, levels: usize) -> bool {
    let below = |part: &Value| levels == 0 || deeper_than(part, levels - 1);
    match value {
        Value::Array(list) => levels == 0 || list.iter().any(below),
        Value::Object(object) => levels == 0 || object.values().any(below),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_is_too_large_too_deep_or_not_json() {
        let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        let cases = [
            (format!("\"{}\"", "x".repeat(MAX_BYTES)), Some(Refusal::TooLarge)),
            (nested(MAX_DEPTH), None),
            (nested(MAX_DEPTH + 1), Some(Refusal::TooDeep)),
            ("{\"a\": 1".to_owned(), Some(Refusal::NotJson { line: 1, column: 7 })),
            (String::new(), Some(Refusal::NotJson { line: 1, column: 0 })),
            ("1e999".to_owned(), Some(Refusal::NotJson { line: 1, column: 5 })),
            ("{} x".to_owned(), Some(Refusal::NotJson { line: 1, column: 4 })),
            ("\u{feff}{}".to_owned(), None),
        ];
        for (text, expected) in cases {
            let start: String = text.chars().take(20).collect();
            assert_eq!(parse(&text).err(), expected, "{start}");
        }
        assert!(parse(&nested(100_000)).is_err());
    }

    #[test]
    fn looks_at_format_and_version_first() {
        let says = |text: &str| expect_format(&parse(text).unwrap(), "strategy-first/pack", 1);
        assert_eq!(says(r#"{"format":"strategy-first/pack","version":1}"#), Ok(()));
        assert_eq!(says(r#"{"format":"strategy-first/pack","version":2}"#), Err(Refusal::Newer));
        for other in [
            "{}",
            "[]",
            r#"{"format":"strategy-first/plan","version":1}"#,
            r#"{"format":"strategy-first/pack","version":0}"#,
            r#"{"format":"strategy-first/pack"}"#,
        ] {
            assert_eq!(says(other), Err(Refusal::OtherFormat), "{other}");
        }
    }
}
