//! New parts of a pack, and ids for them.

use super::field::STAGES;
use crate::document::object::object;
use serde_json::Value;

/// What a list of a pack holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    Items,
    Options,
    Flags,
    Stages,
}

impl List {
    /// What its field is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            List::Items => "items",
            List::Options => "options",
            List::Flags => "flags",
            List::Stages => "stages",
        }
    }

    /// A part for the end of `list`, nothing said in it yet. An item counts as the one before it does.
    #[must_use]
    pub fn part(self, list: &[Value]) -> Value {
        let none = || Value::from("");
        let as_before = |name: &str, first: &str| {
            let before = list.last().and_then(|part| part.get(name)).and_then(Value::as_str);
            Value::from(before.unwrap_or(first))
        };
        let id = Value::from(self.id(list));
        match self {
            List::Items => {
                let first = List::Options.part(&[]);
                let options = vec![first.clone(), List::Options.part(&[first])];
                object([
                    ("id", id),
                    ("stage", as_before("stage", STAGES[0])),
                    ("measures", as_before("measures", "direction")),
                    ("text", none()),
                    ("options", options.into()),
                ])
            }
            List::Options => object([("id", id), ("score", 0.into()), ("text", none()), ("feedback", none())]),
            List::Flags => object([("id", id), ("name", none()), ("text", none()), ("all", Value::Array(Vec::new()))]),
            List::Stages => object([("id", id), ("name", none()), ("question", none())]),
        }
    }

    /// An id that nothing in `list` has: `q07` after `q06`, `c` after `b`; of the stages, the first that is not named yet.
    #[must_use]
    pub fn id(self, list: &[Value]) -> String {
        let is_free = |id: &String| !list.iter().any(|part| part["id"] == **id);
        let letters = || ('a'..='z').map(String::from);
        let numbered = |start: &'static str| (list.len() + 1..).map(move |number| format!("{start}{number:02}"));
        let found = match self {
            List::Items => numbered("q").find(is_free),
            List::Options => letters().chain(numbered("o")).find(is_free),
            List::Flags => numbered("flag-").find(is_free),
            List::Stages => STAGES.map(str::to_owned).into_iter().find(is_free),
        };
        found.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_id_is_one_that_nothing_has() {
        let check = |list: List, ids: &[&str], expected: &str| {
            let parts: Vec<Value> = ids.iter().map(|id| json!({"id": id})).collect();
            assert_eq!(list.id(&parts), expected, "{list:?} {ids:?}");
        };
        check(List::Items, &[], "q01");
        check(List::Items, &["q01", "q03"], "q04");
        check(List::Items, &["a", "q03"], "q04");
        check(List::Options, &["a", "c"], "b");
        check(List::Flags, &["copying"], "flag-02");
        check(List::Stages, &["SIT", "CHO"], "OBJ");
        check(List::Stages, &["SIT", "OBJ", "CHO", "TAC", "ACT", "CON"], "");
    }
}
