//! The envelope around everything that is kept in the browser: `{schema, rev, saved_at, checksum, data}`.

use super::object::object;
use serde_json::Value;

/// The schema that this version writes, and the newest that it reads.
pub const SCHEMA: u64 = 1;

/// What was kept, with its revision.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Counts the writes, from 1.
    pub rev: u64,
    pub data: Value,
}

/// Why an envelope could not be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Written by a newer version of the program: to be left alone.
    Newer,
    /// Not an envelope, or its contents are not those that were put in.
    Damaged,
}

/// Puts `data` in an envelope. `saved_at` is a time as in RFC 3339.
#[must_use]
pub fn seal(data: Value, rev: u64, saved_at: &str) -> Value {
    let checksum = checksum(&data);
    object([
        ("schema", SCHEMA.into()),
        ("rev", rev.into()),
        ("saved_at", saved_at.into()),
        ("checksum", checksum.into()),
        ("data", data),
    ])
}

/// Takes the data out again.
///
/// # Errors
/// [`Trouble`], when it was written by a newer version or is damaged.
pub fn open(mut envelope: Value) -> Result<Opened, Trouble> {
    match envelope.get("schema").and_then(Value::as_u64) {
        Some(schema) if schema > SCHEMA => return Err(Trouble::Newer),
        Some(1..) => {}
        _ => return Err(Trouble::Damaged),
    }
    let rev = envelope.get("rev").and_then(Value::as_u64).ok_or(Trouble::Damaged)?;
    let data = envelope.get_mut("data").map(Value::take).ok_or(Trouble::Damaged)?;
    let stated = envelope.get("checksum").and_then(Value::as_str);
    if stated == Some(checksum(&data).as_str()) { Ok(Opened { rev, data }) } else { Err(Trouble::Damaged) }
}

/// FNV-1a, 64 bits, in hexadecimal, over the JSON text with its keys in order. It finds accidents, not attackers.
fn checksum(data: &Value) -> String {
    // Printing a JSON value cannot fail.
    let text = serde_json::to_string(data).unwrap_or_default();
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn gives_back_what_was_put_in() {
        let data = json!({"b": [1, "é"], "a": null});
        let text = seal(data.clone(), 7, "2026-11-21T10:00:00Z").to_string();
        let again = serde_json::from_str(&text).unwrap();
        assert_eq!(open(again), Ok(Opened { rev: 7, data }));
    }

    #[test]
    fn notices_damage_and_newer_versions() {
        let whole = seal(json!({"a": 1}), 1, "");
        let with = |name: &str, value: Value| {
            let mut other = whole.clone();
            other[name] = value;
            open(other)
        };
        assert_eq!(with("data", json!({"a": 2})), Err(Trouble::Damaged));
        assert_eq!(with("checksum", json!(null)), Err(Trouble::Damaged));
        assert_eq!(with("rev", json!("x")), Err(Trouble::Damaged));
        assert_eq!(with("schema", json!(0)), Err(Trouble::Damaged));
        assert_eq!(with("schema", json!(2)), Err(Trouble::Newer));
        assert_eq!(open(json!("rubbish")), Err(Trouble::Damaged));
    }
}
