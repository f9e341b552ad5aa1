//! Edits as they are written down beside a kept plan, and read again.

use super::{
    edit::{Edit, Part},
    field::{Content, is_nothing},
    link::Place,
    model::Cover,
    record::{self, Record},
    table::{Row, Table},
    value::Id,
};
use crate::document::object::object;
use crate::document::reader;
use serde_json::Value;

/// As a list of simple edits, for steps that go together too: whoever does them all again comes to the same plan.
#[must_use]
pub fn to_json(edits: &[Edit]) -> Value {
    let mut list = Vec::new();
    for edit in edits {
        write(edit, &mut list);
    }
    list.into()
}

/// What [`to_json`] gave; nothing where it is anything else.
#[must_use]
pub fn read(list: &Value) -> Option<Vec<Edit>> {
    list.as_array()?.iter().map(read_one).collect()
}

fn write(edit: &Edit, list: &mut Vec<Value>) {
    let next = |row: &Option<Id>| row.as_ref().map(Id::as_str).into();
    let place = |does: &str, place: &Place, more: Value| {
        object([
            ("does", does.into()),
            ("table", place.table.name().into()),
            ("row", place.key.as_str().into()),
            ("with", more),
        ])
    };
    list.push(match edit {
        Edit::Set { of: Part::Cover, field, to } => {
            let to = content_to_json(&mut Cover::default(), field, to);
            object([("does", "set".into()), ("field", field.as_str().into()), ("with", to)])
        }
        Edit::Set { of: Part::Row(of), field, to } => {
            let to = content_to_json(of.table.empty_row().record_mut(), field, to);
            let mut set = place("set", of, to);
            set["field"] = field.as_str().into();
            set
        }
        Edit::Insert { key, row, in_front_of } => {
            let at = Place { table: row.table(), key: key.clone() };
            let mut insert = place("insert", &at, Value::Object(record::to_json(row.record())));
            insert["next"] = next(in_front_of);
            insert
        }
        Edit::Remove(of) => place("remove", of, Value::Null),
        Edit::Move { place: of, in_front_of } => place("move", of, next(in_front_of)),
        Edit::Together { edits, .. } => return edits.iter().for_each(|edit| write(edit, list)),
    });
}

fn read_one(written: &Value) -> Option<Edit> {
    let text = |name: &str| written.get(name).and_then(Value::as_str);
    let id = |value: Option<&Value>| value.and_then(Value::as_str).map(Id::from);
    let with = written.get("with")?;
    let place = || Some(Place { table: Table::named(text("table")?)?, key: Id::from(text("row")?) });
    Some(match text("does")? {
        "set" => {
            let field = text("field")?.to_owned();
            let (of, to) = match place() {
                Some(place) => {
                    let mut row: Row = place.table.empty_row();
                    let to = read_content(row.record_mut(), &field, with)?;
                    (Part::Row(place), to)
                }
                None => (Part::Cover, read_content(&mut Cover::default(), &field, with)?),
            };
            Edit::Set { of, field, to }
        }
        "insert" => {
            let place = place()?;
            let row = reader::read(with, |node| place.table.read_row(node)).0;
            Edit::Insert { key: place.key, row: Box::new(row), in_front_of: id(written.get("next")) }
        }
        "remove" => Edit::Remove(place()?),
        "move" => Edit::Move { place: place()?, in_front_of: id(Some(with)) },
        _ => return None,
    })
}

/// What a field of an `empty` record looks like in a file with this in it.
fn content_to_json(empty: &mut dyn Record, path: &str, content: &Content) -> Value {
    let Some(held) = record::at_mut(empty, path) else {
        return Value::Null;
    };
    // What does not fit was never in a plan.
    held.exchange(&mut content.clone());
    held.to_json()
}

fn read_content(empty: &mut dyn Record, path: &str, value: &Value) -> Option<Content> {
    let held = record::at_mut(empty, path)?;
    if !is_nothing(value) {
        reader::read(value, |node| held.read(node, value));
    }
    held.content()
}
