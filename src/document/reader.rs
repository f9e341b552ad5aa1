//! Reads a JSON value field by field and notes every fault with its place, instead of stopping at the first.
//!
//! Derived deserialisers stop at the first fault and name it in a programmer's words. An editor who wrote a pack wants all
//! of them, each with its place and its mend; and the visitor's download is smaller with one small reader for everything.

use serde_json::Value;
use std::{cell::RefCell, ops::RangeInclusive};

/// A part of the file being read, together with where it stands.
#[derive(Clone, Copy)]
pub struct Node<'a> {
    value: Option<&'a Value>,
    /// Its number in [`Log::places`].
    place: usize,
    log: &'a Log<'a>,
}

/// What was read so far: each part's place under the part that holds it, and the faults.
#[derive(Default)]
struct Log<'a> {
    places: RefCell<Vec<Place<'a>>>,
    faults: RefCell<Vec<Fault>>,
}

#[derive(Clone, Copy)]
enum Place<'a> {
    Top,
    Field(usize, &'a str),
    Index(usize, usize),
}

/// Nobody mends more than this in one go, and a hostile file must not take for ever.
pub const MAX_FAULTS: usize = 200;

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The path from the top of the file, as in `items[3].options[1].score`; empty for the file itself.
    pub place: String,
    pub problem: Problem,
}

/// Everything that can be wrong with a part of a file. The words for it, with the mend, are in `content/<lang>/faults.json`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    Missing,
    WrongKind {
        wanted: Kind,
    },
    Empty,
    TooLong {
        max: usize,
        is: usize,
    },
    OutOfRange {
        min: i64,
        max: i64,
        is: i64,
    },
    /// Not made of `a` to `z`, `A` to `Z`, `0` to `9`, `-` and `_`, or longer than 32 characters.
    BadId {
        id: String,
    },
    NotOneOf {
        is: String,
        known: String,
    },
    /// Not a day as in `2026-11-21`.
    BadDate {
        is: String,
    },
    UnknownId {
        id: String,
    },
    DuplicateId {
        id: String,
    },
    /// An item waits for the answer to one that does not come before it.
    NotEarlier {
        id: String,
    },
    TooFew {
        need: usize,
        have: usize,
    },
    TooMany {
        max: usize,
        have: usize,
    },
    /// The words leave out a blank that the program fills, such as `{n}`.
    NoBlank {
        blank: String,
    },
    /// The sibling file in another language has this part and this one does not, or the reverse.
    Untranslated {
        lang: String,
    },
    /// The sibling file in another language says something else where both must say the same.
    DiffersFrom {
        lang: String,
    },
}

/// What a part of a file should have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    WholeNumber,
    /// With or without decimals.
    Number,
    YesNo,
    List,
    Object,
}

/// Reads `value` with `read`, and gives what it made together with every fault it noted, in the order of reading.
pub fn read<T>(value: &Value, read: impl FnOnce(Node) -> T) -> (T, Vec<Fault>) {
    let log = Log::default();
    let made = read(Node { value: Some(value), place: log.place(Place::Top), log: &log });
    (made, log.faults.take())
}

impl<'a> Log<'a> {
    fn place(&self, place: Place<'a>) -> usize {
        let mut places = self.places.borrow_mut();
        places.push(place);
        places.len() - 1
    }

    /// As in `items[3].options[1].score`.
    fn path(&self, place: usize) -> String {
        let place = self.places.borrow().get(place).copied();
        match place {
            None | Some(Place::Top) => String::new(),
            Some(Place::Index(above, index)) => format!("{}[{index}]", self.path(above)),
            Some(Place::Field(above, name)) => {
                let above = self.path(above);
                if above.is_empty() { name.to_owned() } else { format!("{above}.{name}") }
            }
        }
    }
}

/// Whether `text` can be an id: 1 to 32 letters without accents, digits, `-` and `_`.
#[must_use]
pub fn is_id(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    (1..=32).contains(&text.len()) && text.bytes().all(fits)
}

/// Notes every part whose `id` an earlier one of `nodes` has already.
pub fn note_twice(nodes: &[Node]) {
    let mut seen: Vec<String> = Vec::new();
    for node in nodes {
        let node = node.field("id");
        let id = node.id();
        if id.is_empty() {
            continue;
        }
        if seen.contains(&id) {
            node.fault(Problem::DuplicateId { id });
        } else {
            seen.push(id);
        }
    }
}

impl<'a> Node<'a> {
    /// The part called `name`; its absence is a fault.
    #[must_use]
    pub fn field(self, name: &'static str) -> Node<'a> {
        let object = self.take(Kind::Object, Value::as_object);
        let node = self.below(object.and_then(|object| object.get(name)), Place::Field(self.place, name));
        if object.is_some() && node.value.is_none() {
            node.fault(Problem::Missing);
        }
        node
    }

    /// The part called `name`, or nothing where it is absent or `null`.
    #[must_use]
    pub fn maybe(self, name: &'static str) -> Option<Node<'a>> {
        let object = self.take(Kind::Object, Value::as_object)?;
        let found = object.get(name).filter(|value| !value.is_null())?;
        Some(self.below(Some(found), Place::Field(self.place, name)))
    }

    /// The parts of a list. Anything else is a fault, and gives none.
    #[must_use]
    pub fn list(self) -> Vec<Node<'a>> {
        let Some(list) = self.take(Kind::List, Value::as_array) else {
            return Vec::new();
        };
        list.iter().enumerate().map(|(index, value)| self.below(Some(value), Place::Index(self.place, index))).collect()
    }

    /// The parts of a list that should have so many; no more than that of them, so that nothing that follows takes for ever.
    #[must_use]
    pub fn list_of(self, count: RangeInclusive<usize>) -> Vec<Node<'a>> {
        let mut parts = self.list();
        let (need, max, have) = (*count.start(), *count.end(), parts.len());
        if have < need && self.value.is_some_and(Value::is_array) {
            self.fault(Problem::TooFew { need, have });
        } else if have > max {
            self.fault(Problem::TooMany { max, have });
        }
        parts.truncate(max);
        parts
    }

    /// The names and parts of an object. Anything else is a fault, and gives none.
    #[must_use]
    pub fn entries(self) -> Vec<(&'a str, Node<'a>)> {
        let Some(object) = self.take(Kind::Object, Value::as_object) else {
            return Vec::new();
        };
        object
            .iter()
            .map(|(name, value)| (name.as_str(), self.below(Some(value), Place::Field(self.place, name))))
            .collect()
    }

    /// Words of 1 to `max` characters.
    #[must_use]
    pub fn text(self, max: usize) -> String {
        let text = self.text_or_empty(max);
        if text.trim().is_empty() && self.is_text() {
            self.fault(Problem::Empty);
        }
        text
    }

    /// Words of at most `max` characters, or none.
    #[must_use]
    pub fn text_or_empty(self, max: usize) -> String {
        let text = self.take(Kind::Text, Value::as_str).unwrap_or_default();
        let is = text.chars().count();
        if is > max {
            self.fault(Problem::TooLong { max, is });
        }
        text.to_owned()
    }

    /// A name that other parts and files refer to.
    #[must_use]
    pub fn id(self) -> String {
        let id = self.take(Kind::Text, Value::as_str).unwrap_or_default();
        let fits = is_id(id);
        if !fits && self.is_text() {
            self.fault(Problem::BadId { id: id.to_owned() });
        }
        id.to_owned()
    }

    /// A whole number within `range`; the start of the range where there is none.
    #[must_use]
    pub fn int(self, range: RangeInclusive<i64>) -> i64 {
        let (min, max) = range.into_inner();
        let Some(is) = self.take(Kind::WholeNumber, Value::as_i64) else {
            return min;
        };
        if is < min || is > max {
            self.fault(Problem::OutOfRange { min, max, is });
        }
        is.clamp(min, max)
    }

    /// A whole number within `range`, as a `u8`. The range must fit one.
    #[must_use]
    pub fn small(self, range: RangeInclusive<u8>) -> u8 {
        let (min, max) = range.into_inner();
        u8::try_from(self.int(min.into()..=max.into())).unwrap_or(min)
    }

    /// One of a few known words, given with what each stands for.
    #[must_use]
    pub fn one_of<T: Copy>(self, known: &[(&str, T)]) -> Option<T> {
        let word = self.take(Kind::Text, Value::as_str)?;
        let found = known.iter().find(|(name, _)| *name == word);
        if found.is_none() {
            let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
            self.fault(Problem::NotOneOf { is: word.to_owned(), known: names.join(", ") });
        }
        found.map(|(_, meaning)| *meaning)
    }

    /// The parts of an object that are not among `known`, so that they can be written back as they came.
    #[must_use]
    pub fn rest(self, known: &[&str]) -> serde_json::Map<String, Value> {
        let mut rest = serde_json::Map::new();
        for (name, value) in self.value.and_then(Value::as_object).into_iter().flatten() {
            if !known.contains(&name.as_str()) {
                rest.insert(name.clone(), value.clone());
            }
        }
        rest
    }

    /// Notes a fault at this place, once, and no more than [`MAX_FAULTS`] in all.
    pub fn fault(self, problem: Problem) {
        if self.log.faults.borrow().len() >= MAX_FAULTS {
            // A hostile file has so many that putting their places together would take long.
            return;
        }
        let place = self.log.path(self.place);
        let fault = Fault { place, problem };
        let mut faults = self.log.faults.borrow_mut();
        if !faults.contains(&fault) {
            faults.push(fault);
        }
    }

    fn below(self, value: Option<&'a Value>, place: Place<'a>) -> Node<'a> {
        Node { value, place: self.log.place(place), log: self.log }
    }

    fn is_text(self) -> bool {
        self.value.is_some_and(Value::is_string)
    }

    /// A part that is absent was noted when it was looked for, so only the wrong kind is a fault here.
    fn take<T>(self, wanted: Kind, take: impl FnOnce(&'a Value) -> Option<T>) -> Option<T> {
        let value = self.value?;
        let taken = take(value);
        if taken.is_none() {
            self.fault(Problem::WrongKind { wanted });
        }
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn faults(value: &Value, by: impl FnOnce(Node)) -> Vec<String> {
        let ((), faults) = read(value, by);
        faults.into_iter().map(|fault| format!("{} {:?}", fault.place, fault.problem)).collect()
    }

    #[test]
    fn every_fault_is_noted_with_its_place() {
        let value = json!({"name": "", "list": [{"n": 9}, {"n": "x"}], "id": "no spaces"});
        let noted = faults(&value, |top| {
            let _ = top.field("name").text(10);
            for part in top.field("list").list() {
                let _ = part.field("n").int(0..=3);
            }
            let _ = top.field("id").id();
            let _ = top.field("absent").field("below").text(3);
        });
        assert_eq!(
            noted,
            [
                "name Empty",
                "list[0].n OutOfRange { min: 0, max: 3, is: 9 }",
                "list[1].n WrongKind { wanted: WholeNumber }",
                "id BadId { id: \"no spaces\" }",
                "absent Missing",
            ]
        );
    }

    #[test]
    fn a_part_that_should_hold_others_and_does_not_is_one_fault() {
        let value = json!({"axes": 5, "list": ["x"]});
        let noted = faults(&value, |top| {
            let _ = top.field("axes").field("name").text(3);
            let _ = top.field("axes").maybe("hint");
            for part in top.field("list").list() {
                let _ = part.field("id").id();
            }
        });
        assert_eq!(noted, ["axes WrongKind { wanted: Object }", "list[0] WrongKind { wanted: Object }"]);
        let whole = faults(&json!([]), |top| {
            let _ = top.field("a");
        });
        assert_eq!(whole, [" WrongKind { wanted: Object }"]);
    }

    #[test]
    fn what_may_be_absent_is_no_fault() {
        let noted = faults(&json!({"hint": null}), |top| {
            assert!(top.maybe("hint").is_none());
            assert!(top.maybe("other").is_none());
        });
        assert!(noted.is_empty(), "{noted:?}");
    }
}
