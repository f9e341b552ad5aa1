//! Outlines: tables of contents over the one model, so that everybody reads a plan in the order they know.

use super::{
    field::Held,
    model::Cover,
    record::{self, Record},
    table::Table,
};
use crate::document::object::object;
use crate::document::reader::{Fault, Node, Problem, read};
use serde_json::Value;

/// One order in which to read a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    pub id: String,
    pub name: String,
    pub sections: Vec<Section>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    pub id: String,
    pub name: String,
    /// From 1; none for what the framework itself does not ask for, but the plan has.
    pub number: Option<usize>,
    pub entries: Vec<Entry>,
}

/// What stands in a section, with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A field of the cover.
    Field(Field),
    /// A list, and which fields of its rows are shown here.
    List { table: Table, name: String, fields: Vec<Field> },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its path in the cover or in the row, as in `basics.who` or `bridge.cta`.
    pub path: String,
    pub name: String,
}

/// Longer names have no room in a table of contents, in characters.
const MAX_NAME: usize = 60;

/// Puts together what all languages share and the names of one language. What the words leave out is named as a fault by
/// [`read_outlines`].
#[must_use]
pub fn joined(structure: &Value, words: &Value) -> Value {
    let outlines = parts(&structure["outlines"]).map(|outline| {
        let words_of = &words["outlines"][outline["id"].as_str().unwrap_or_default()];
        let sections = parts(&outline["sections"]).map(|section| {
            object([
                ("id", section["id"].clone()),
                ("name", words_of["sections"][section["id"].as_str().unwrap_or_default()].clone()),
                ("extra", section["extra"].clone()),
                ("entries", parts(&section["entries"]).flat_map(|entry| entries(entry, &words["entries"])).collect()),
            ])
        });
        object([("id", outline["id"].clone()), ("name", words_of["name"].clone()), ("sections", sections.collect())])
    });
    object([("outlines", outlines.collect())])
}

fn parts(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

/// A field of the cover is written as a text; lists, each with its fields, as an object.
fn entries(entry: &Value, names: &Value) -> Vec<Value> {
    let field = |path: &str, below: &str| {
        let name = names[format!("{below}{path}")].clone();
        object([("field", path.into()), ("name", name)])
    };
    let Some(lists) = entry.as_object() else {
        return vec![field(entry.as_str().unwrap_or_default(), "")];
    };
    let list = |(table, fields): (&String, &Value)| {
        let below = format!("{table}.");
        let fields = parts(fields).map(|path| field(path.as_str().unwrap_or_default(), &below));
        object([("list", table.as_str().into()), ("name", names[table].clone()), ("fields", fields.collect())])
    };
    lists.iter().map(list).collect()
}

/// Reads the outlines of one language, as [`joined`] puts them together.
#[must_use]
pub fn read_outlines(file: &Value) -> (Vec<Outline>, Vec<Fault>) {
    read(file, |top| top.field("outlines").list().into_iter().map(Outline::read).collect())
}

impl Outline {
    fn read(node: Node) -> Outline {
        let mut numbers = 1..;
        let mut section = |node: Node| {
            let is_extra = node.maybe("extra").is_some();
            Section {
                id: node.field("id").id(),
                name: node.field("name").text(MAX_NAME),
                number: if is_extra { None } else { numbers.next() },
                entries: node.field("entries").list_of(1..=50).into_iter().filter_map(Entry::read).collect(),
            }
        };
        Outline {
            id: node.field("id").id(),
            name: node.field("name").text(MAX_NAME),
            sections: node.field("sections").list_of(1..=20).into_iter().map(&mut section).collect(),
        }
    }
}

impl Entry {
    fn read(node: Node) -> Option<Entry> {
        let Some(list) = node.maybe("list") else {
            return Field::read(node, &Cover::default()).map(Entry::Field);
        };
        let id = list.text(MAX_NAME);
        let name = node.field("name").text(MAX_NAME);
        let Some(table) = Table::named(&id) else {
            list.fault(Problem::UnknownId { id });
            return None;
        };
        let row = table.empty_row();
        let fields = node.field("fields").list_of(1..=50).into_iter();
        Some(Entry::List { table, name, fields: fields.filter_map(|field| Field::read(field, row.record())).collect() })
    }
}

impl Field {
    /// A field that `record` has, and that is not a group of others.
    fn read(node: Node, record: &dyn Record) -> Option<Field> {
        let path = node.field("field");
        let id = path.text(MAX_NAME);
        let name = node.field("name").text(MAX_NAME);
        if record::at(record, &id).and_then(Held::content).is_none() {
            path.fault(Problem::UnknownId { id });
            return None;
        }
        Some(Field { path: id, name })
    }
}
