//! What the tests of the plan share: plan files, and plans and edits at random.

#![allow(dead_code)] // each test file is compiled by itself and needs only a part of this

pub(crate) mod hostile;

use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};
use std::fs;
use strategy_first::{
    document::reader::{Fault, read},
    plan::{
        date::Date,
        edit::{Did, Edit, Name, Part},
        field::Content,
        link::Place,
        model::Reading,
        plan::Plan,
        record,
        table::{Row, Table},
        value::{Id, Number},
    },
};

/// A small plan without faults, after the reference file of the same name.
pub(crate) fn clean_file() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/plan_common/clean-plan.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

pub(crate) fn clean_plan() -> Plan {
    sound(&clean_file())
}

/// The plan in `file`, which must be free of faults.
pub(crate) fn sound(file: &Value) -> Plan {
    let (plan, faults) = reads(file);
    assert!(faults.is_empty(), "{faults:#?}");
    plan
}

pub(crate) fn reads(file: &Value) -> (Plan, Vec<Fault>) {
    read(file, Plan::read)
}

/// The plan of a file with these fields besides `format` and `version`.
pub(crate) fn plan_with(fields: Value) -> Plan {
    sound(&file_with(fields))
}

pub(crate) fn file_with(mut fields: Value) -> Value {
    fields["format"] = json!("strategy-first/plan");
    fields["version"] = json!(1);
    fields
}

/// A file in which every field has something in it.
pub(crate) fn full_file() -> Value {
    file_with(json!({
        "id": "p", "title": "t", "language": "en", "start": "2026-01-01", "end": "2026-12-31",
        "created": "2025-12-01", "updated": "2025-12-02",
        "basics": {"who": "w", "what": "x", "for_whom": "y", "scope": "campaign", "functions": ["sales"]},
        "home_base": {"kind": "messaging", "url": "u"},
        "situation": {
            "summary": "s", "past_performance": "p", "competitors": ["c"], "unused_tools": ["t"],
            "assumptions": ["a"], "risks": ["r"], "five_years": "f",
        },
        "business_goals": [{"id": "g", "text": "t"}],
        "objectives": [{
            "id": "o", "text": "t", "business_goal_id": "g", "metric": "m", "unit": "%", "baseline": -1.5, "target": 0,
            "due": "2026-06-30", "owner": "A", "kind": "speak",
            "progress": [{"date": "2026-02-01", "value": -0.25, "note": "n"}],
        }],
        "audiences": [{"id": "u", "name": "n", "needs": "x", "conversion": "c", "priority": "secondary"}],
        "strategies": [{
            "id": "s", "text": "t", "objective_ids": ["o"], "audience_id": "u", "positioning": "p", "where": "w",
            "why": "y", "opposite": "o", "evidence": "e",
        }],
        "wont_do": [{"id": "w", "text": "t", "reason": "r", "look_again": "2026-09-01"}],
        "tactics": [{
            "id": "t", "text": "t", "strategy_ids": ["s"], "channel": "c", "kind": "pr",
            "bridge": {"destination": "d", "cta": "c"}, "converts_on_platform": true,
            "message": {"language": "fr", "audience_id": "u", "method": "m", "timing": "t"}, "budget": 12345,
            "status": "paused",
        }],
        "actions": [{
            "id": "a", "text": "t", "tactic_id": "t", "owner": "A", "start": "2026-02-01", "end": "2026-02-28",
            "hours": 1.5, "cost": 1, "urgent": true, "important": true, "status": "doing",
        }],
        "people": [{"name": "A", "hours_per_week": 7.5}],
        "budget": {"total": 0, "currency": "JPY"},
        "kpis": [{
            "id": "k", "name": "n", "objective_id": "o", "target": 1.25, "source": "s", "owner": "A", "every_days": 7,
        }],
        "reviews": [{"id": "r", "date": "2026-03-31", "owner": "A", "held": true, "decision": "d", "changed": "c"}],
        "dismissed": [{"rule": "OBJ-02", "entity": "o", "reason": "r", "on": "2026-03-01"}],
    }))
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|_| panic!("{text}"))
}

/// A row by `table/key`, as in `tactics/T1`.
pub(crate) fn place(short: &str) -> Place {
    let (table, key) = short.split_once('/').unwrap();
    Place::new(Table::named(table).unwrap(), key)
}

pub(crate) fn set(short: &str, field: &str, to: Content) -> Edit {
    if short == "cover" { Edit::set(field, to) } else { Edit::set_row(place(short), field, to) }
}

pub(crate) fn text(text: &str) -> Content {
    Content::Text(text.to_owned())
}

/// An edit that is yet to be told what there is to edit. Some of what comes of it does not fit, and is refused.
#[derive(Clone, Debug)]
pub(crate) struct Wish {
    what: u8,
    table: Index,
    row: Index,
    other: Index,
    field: Index,
    content: Raw,
    more: Vec<Wish>,
}

/// What may be put into a field, whatever its type.
#[derive(Clone, Debug)]
struct Raw {
    word: Index,
    text: String,
    ids: Vec<Index>,
    number: i64,
    tenths: i16,
    flag: bool,
}

/// Few, so that links often lead somewhere and keys are often taken.
const IDS: [&str; 6] = ["a", "b", "c", "é", "#1", "plan"];
/// Words of several lists, and some that are in none.
const WORDS: [&str; 8] = ["", "primary", "owned", "dropped", "website", "sell", "EUR", "campaign"];

pub(crate) fn any_wish() -> impl Strategy<Value = Wish> {
    let one = (any_index(), any_index(), any_index(), any_index(), any_raw());
    let one = (0_u8..12, one).prop_map(|(what, (table, row, other, field, content))| Wish {
        what,
        table,
        row,
        other,
        field,
        content,
        more: Vec::new(),
    });
    one.prop_recursive(2, 12, 4, |inner| {
        prop::collection::vec(inner.clone(), 0..4).prop_flat_map(move |more| {
            inner.clone().prop_map(move |wish| Wish { what: 12, more: more.clone(), ..wish })
        })
    })
}

fn any_index() -> impl Strategy<Value = Index> {
    any::<Index>()
}

fn any_raw() -> impl Strategy<Value = Raw> {
    let ids = prop::collection::vec(any_index(), 0..4);
    (any_index(), "[ aé🙂]{0,6}", ids, -5_i64..2000, any::<i16>(), any::<bool>())
        .prop_map(|(word, text, ids, number, tenths, flag)| Raw { word, text, ids, number, tenths, flag })
}

/// A plan that came of random edits.
pub(crate) fn any_plan() -> impl Strategy<Value = Plan> {
    prop::collection::vec(any_wish(), 0..60).prop_map(|wishes| {
        let mut plan = Plan::default();
        for wish in wishes {
            let _ = plan.apply(wish.edit(&plan));
        }
        plan
    })
}

impl Wish {
    pub(crate) fn edit(&self, plan: &Plan) -> Edit {
        let table = *self.table.get(Table::ALL);
        match self.what {
            0..=2 => self.insert(plan, table),
            3 => Edit::Remove(self.place(plan, table)),
            4 => Edit::Move { place: self.place(plan, table), in_front_of: self.neighbour(plan, table) },
            5..=6 => {
                let paths = record::paths(plan.cover());
                let path = self.field.get(&paths);
                let held = record::at(plan.cover(), path).unwrap().content().unwrap();
                Edit::set(path, self.content.like(&held))
            }
            7..=11 => {
                let row = table.empty_row();
                let paths = record::paths(row.record());
                let path = self.field.get(&paths);
                let held = record::at(row.record(), path).unwrap().content().unwrap();
                let of = Part::Row(self.place(plan, table));
                Edit::Set { of, field: path.clone(), to: self.content.like(&held) }
            }
            _ => {
                let edits = self.more.iter().map(|wish| wish.edit(plan)).collect();
                Edit::Together { name: Name { did: Did::Move, to: Some(table) }, edits }
            }
        }
    }

    fn insert(&self, plan: &Plan, table: Table) -> Edit {
        let key = Id::from(*self.row.get(&IDS));
        let mut row = table.empty_row();
        for path in record::paths(row.record()) {
            let field = record::at_mut(row.record_mut(), &path).unwrap();
            let like = field.content().unwrap();
            let content = if path == "id" { text(key.as_str()) } else { self.content.like(&like) };
            field.exchange(&mut content.clone());
        }
        row.record_mut().other_mut().insert("unknown".to_owned(), json!({"of": [self.content.number]}));
        Edit::Insert { key, row: Box::new(row), in_front_of: self.neighbour(plan, table) }
    }

    /// Mostly a row that is there.
    fn place(&self, plan: &Plan, table: Table) -> Place {
        let keys: Vec<&Id> = plan.rows(table).map(|(key, _)| key).collect();
        if keys.is_empty() { Place::new(table, "a") } else { Place { table, key: (*self.row.get(&keys)).clone() } }
    }

    fn neighbour(&self, plan: &Plan, table: Table) -> Option<Id> {
        let keys: Vec<&Id> = plan.rows(table).map(|(key, _)| key).collect();
        let choices = keys.len() + 1;
        keys.get(self.other.index(choices)).map(|key| (*key).clone())
    }
}

impl Raw {
    fn like(&self, held: &Content) -> Content {
        match held {
            // An id, a word from a list or a text: whichever, some fit.
            Content::Text(_) => match self.number.rem_euclid(3) {
                0 => text(WORDS[self.word.index(WORDS.len())]),
                1 => text(IDS[self.word.index(IDS.len())]),
                _ => text(&self.text),
            },
            Content::Texts(_) => Content::Texts(self.ids.iter().map(|id| (*id.get(&IDS)).to_owned()).collect()),
            Content::Whole(_) => Content::Whole(self.flag.then_some(self.number)),
            Content::Quantity(_) => Content::Quantity(self.quantity()),
            Content::Day(_) => Content::Day(self.flag.then(|| day("2026-03-02").plus(i32::from(self.tenths) / 40))),
            Content::Flag(_) => Content::Flag(self.flag),
            Content::Readings(_) => Content::Readings(vec![Reading {
                date: Some(day("2026-03-02")),
                value: self.quantity(),
                ..Reading::default()
            }]),
        }
    }

    fn quantity(&self) -> Option<Number> {
        self.flag.then(|| Number::new(f64::from(self.tenths) / 10.0)).flatten()
    }
}

/// The row at a place, which must be there.
pub(crate) fn row<'a>(plan: &'a Plan, short: &str) -> &'a Row {
    plan.row(&place(short)).unwrap_or_else(|| panic!("{short}"))
}
