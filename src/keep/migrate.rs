//! From what an older version kept to what this one keeps: a chain, a step a schema.
//!
//! | schema | written by | what changed with it |
//! |---|---|---|
//! | 1 | before 0.1 | an envelope a name |
//! | 2 | 0.1 | three copies a name, and an envelope that points to the current one; a plan with the changes since |

use crate::document::object::object;
use serde_json::Value;

/// What each step makes of the data kept under a name; the first one leads from schema 1 to schema 2.
const STEPS: [fn(&str, Value) -> Value; 1] = [to_2];

/// The data as the newest schema has it.
#[must_use]
pub fn migrate(name: &str, schema: u64, data: Value) -> Value {
    let steps = STEPS.iter().skip(usize::try_from(schema.saturating_sub(1)).unwrap_or(usize::MAX));
    steps.fold(data, |data, step| step(name, data))
}

/// A plan got its rows' keys beside it.
fn to_2(name: &str, data: Value) -> Value {
    if name.starts_with("plan/") { object([("plan", data)]) } else { data }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::envelope::SCHEMA;
    use serde_json::json;

    #[test]
    fn each_schema_has_its_step() {
        assert_eq!(u64::try_from(STEPS.len()).unwrap() + 1, SCHEMA);
        assert_eq!(migrate("plan/p1", 1, json!({"id": "p1"})), json!({"plan": {"id": "p1"}}));
        assert_eq!(migrate("plan/p1", 2, json!({"id": "p1"})), json!({"id": "p1"}));
        assert_eq!(migrate("session", 1, json!({"screen": "start"})), json!({"screen": "start"}));
    }
}
