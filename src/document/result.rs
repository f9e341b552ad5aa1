//! A result as it is kept, saved and shared: the answers, never the scores, which are computed.

use super::{object::put, reader::Node};
use crate::quiz::answers::Answers;
use serde_json::{Map, Value};

/// What a result file calls itself.
pub const FORMAT: &str = "strategy-first/result";
/// The version written here, and the newest that is read.
pub const VERSION: u64 = 1;

/// One check that somebody took.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TakenCheck {
    pub id: String,
    pub pack: String,
    /// The version of the pack that the answers were given to.
    pub pack_version: String,
    /// The language in which it was taken.
    pub lang: String,
    /// A calendar date, as in `2026-11-21`.
    pub taken_at: String,
    pub answers: Answers,
    /// Fields that this version does not know, kept as they came.
    pub other: Map<String, Value>,
}

impl TakenCheck {
    /// Reads a result; its format and version were looked at before.
    #[must_use]
    pub fn read(top: Node) -> TakenCheck {
        TakenCheck {
            id: top.maybe("id").map(Node::id).unwrap_or_default(),
            pack: top.field("pack").id(),
            pack_version: top.maybe("pack_version").map(|version| version.text(48)).unwrap_or_default(),
            lang: top.maybe("lang").map(Node::id).unwrap_or_default(),
            taken_at: top.maybe("taken_at").map(|day| day.text_or_empty(10)).unwrap_or_default(),
            answers: Answers::read(top.field("answers")),
            other: top.rest(&["format", "version", "id", "pack", "pack_version", "lang", "taken_at", "answers"]),
        }
    }

    /// As a `strategy-first/result` file.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut file = self.other.clone();
        let known = [
            ("format", FORMAT.into()),
            ("version", VERSION.into()),
            ("pack", self.pack.as_str().into()),
            ("answers", self.answers.to_json()),
        ];
        put(&mut file, known);
        // A result from a link has none of these, and an empty one could not be read again.
        let optional = [
            ("id", &self.id),
            ("pack_version", &self.pack_version),
            ("lang", &self.lang),
            ("taken_at", &self.taken_at),
        ];
        for (name, text) in optional.into_iter().filter(|(_, text)| !text.is_empty()) {
            put(&mut file, [(name, text.as_str().into())]);
        }
        Value::Object(file)
    }
}

impl Answers {
    /// Reads an object from item to option.
    #[must_use]
    pub fn read(node: Node) -> Answers {
        let pairs = node.entries();
        pairs.iter().map(|(item, option)| (*item, option.id())).collect()
    }

    /// As an object from item to option.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut object = Map::new();
        for (item, option) in self.iter() {
            object.insert(item.to_owned(), option.into());
        }
        Value::Object(object)
    }
}
