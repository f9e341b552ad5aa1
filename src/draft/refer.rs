//! What refers to an item or to its options by their ids: when an item is asked, and when a flag is shown.

use super::place::Place;
use serde_json::Value;

/// What has to be set, and where, so that all that referred to `part` by the id `before` does so by `id`.
pub(super) fn followed(file: &Value, part: &Place, before: &str, id: &str) -> Vec<(Place, Value)> {
    let Some(rename) = Rename::of(file, part, before, id) else {
        return Vec::new();
    };
    let mut edits = Vec::new();
    let top = Place::default();
    let parts = |list: &Place| (0..super::languages::length(file, list)).map(|at| list.index(at)).collect::<Vec<_>>();
    for item in parts(&top.field("items")) {
        edits.extend(rename.within(file, item.field("show_if")));
    }
    for flag in parts(&top.field("flags")) {
        for list in ["all", "any"].map(|name| flag.field(name)) {
            edits.extend(rename.within(file, list));
        }
    }
    edits
}

enum Rename<'a> {
    Item { before: &'a str, id: &'a str },
    Option { item: String, before: &'a str, id: &'a str },
}

impl Rename<'_> {
    fn of<'a>(file: &Value, part: &Place, before: &'a str, id: &'a str) -> Option<Rename<'a>> {
        match part.pattern().as_str() {
            "items" => Some(Rename::Item { before, id }),
            "items.options" => {
                let item = part.start(2).field("id").of(file)?.as_str()?.to_owned();
                Some(Rename::Option { item, before, id })
            }
            _ => None,
        }
    }

    /// The condition, or the list of conditions, at `place`, where it changes.
    fn within(&self, file: &Value, place: Place) -> Option<(Place, Value)> {
        let before = place.of(file)?;
        let mut after = before.clone();
        match &mut after {
            Value::Array(conditions) => conditions.iter_mut().for_each(|condition| self.condition(condition)),
            condition => self.condition(condition),
        }
        (after != *before).then_some((place, after))
    }

    fn condition(&self, condition: &mut Value) {
        let Some(condition) = condition.as_object_mut() else {
            return;
        };
        let item = condition.get("item").and_then(Value::as_str).unwrap_or_default().to_owned();
        match self {
            Rename::Item { before, id } if item == *before => {
                condition.insert("item".to_owned(), (*id).into());
            }
            Rename::Option { item: of, before, id } if item == *of => {
                for option in condition.get_mut("is").and_then(Value::as_array_mut).into_iter().flatten() {
                    if option == *before {
                        *option = (*id).into();
                    }
                }
            }
            _ => {}
        }
    }
}
