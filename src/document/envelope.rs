//! The envelope around everything that is kept in the browser: `{schema, rev, saved_at, checksum, data}`.

use super::object::{joined, text};
use serde_json::Value;

/// The schema that this version writes, and the newest that it reads for certain.
pub const SCHEMA: u64 = 2;

/// What was kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Of a newer one only as much is certain as this version understands.
    pub schema: u64,
    /// Counts the writes, from 1.
    pub rev: u64,
    pub data: Value,
}

/// Puts `data`, which is the text of a JSON value as `serde_json` writes it, in an envelope. `saved_at` is a time as in
/// RFC 3339.
#[must_use]
pub fn seal(data: &str, rev: u64, saved_at: &str) -> String {
    let [schema, rev] = [SCHEMA, rev].map(|number| text(&number.into()));
    joined(&[
        "{\"schema\":",
        &schema,
        ",\"rev\":",
        &rev,
        ",\"saved_at\":\"",
        saved_at,
        "\",\"checksum\":\"",
        &checksum(data),
        "\",\"data\":",
        data,
        "}",
    ])
}

/// Takes the data out again; nothing where it is no envelope, or its contents are not those that were put in.
#[must_use]
pub fn open(mut envelope: Value) -> Option<Opened> {
    let schema = envelope.get("schema").and_then(Value::as_u64).filter(|schema| *schema > 0)?;
    let rev = envelope.get("rev").and_then(Value::as_u64);
    let data = envelope.get_mut("data").map(Value::take);
    if schema > SCHEMA {
        // It may be made in a way that this version does not know.
        return Some(Opened { schema, rev: rev.unwrap_or_default(), data: data.unwrap_or_default() });
    }
    let opened = Opened { schema, rev: rev?, data: data? };
    let stated = envelope.get("checksum").and_then(Value::as_str);
    (stated == Some(checksum(&text(&opened.data)).as_str())).then_some(opened)
}

/// FNV-1a, 64 bits, in hexadecimal, over the JSON text with its keys in order. It finds accidents, not attackers.
fn checksum(data: &str) -> String {
    let hash = data
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
        let text = seal(&data.to_string(), 7, "2026-11-21T10:00:00Z");
        let again = serde_json::from_str(&text).unwrap();
        assert_eq!(open(again), Some(Opened { schema: SCHEMA, rev: 7, data }));
    }

    #[test]
    fn notices_damage_and_newer_versions() {
        let whole: Value = serde_json::from_str(&seal("{\"a\":1}", 1, "")).unwrap();
        let with = |name: &str, value: Value| {
            let mut other = whole.clone();
            other[name] = value;
            open(other)
        };
        assert_eq!(with("data", json!({"a": 2})), None);
        assert_eq!(with("checksum", json!(null)), None);
        assert_eq!(with("rev", json!("x")), None);
        assert_eq!(with("schema", json!(0)), None);
        let newer = SCHEMA + 1;
        assert_eq!(with("schema", json!(newer)), Some(Opened { schema: newer, rev: 1, data: json!({"a": 1}) }));
        assert_eq!(open(json!({"schema": newer})), Some(Opened { schema: newer, rev: 0, data: Value::Null }));
        assert_eq!(open(json!("rubbish")), None);
    }
}
