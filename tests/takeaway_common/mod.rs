//! What the tests of exports share: plans read out in a language, and plans full of hostile texts.

#![allow(dead_code)] // each test file is compiled by itself and needs only a part of this

use crate::{
    common::json_file,
    plan_common::{day, plan_with, sound},
};
use serde_json::{Value, json};
use strategy_first::{
    plan::{
        date::Date,
        edit::{Edit, Part},
        field::Content,
        kind::{Kind, kind},
        link::Place,
        outline::{Outline, joined, read_outlines},
        plan::Plan,
        record,
        table::Table,
        value::Id,
    },
    takeaway::{
        calendar::Moment,
        csv::Dialect,
        voice::{Figures, Voice},
    },
    words::{Keyed, PlanKey, Words},
};

/// The words of one language, and numbers as programs write them.
pub(crate) struct Reader {
    words: Words,
    said: Value,
    pub(crate) outlines: Vec<Outline>,
}

/// Written so that a test can foretell it.
pub(crate) struct Plainly;

impl Figures for Plainly {
    fn date(&self, day: Date) -> String {
        day.to_string()
    }

    fn short_date(&self, day: Date) -> String {
        day.to_string()[5..].to_owned()
    }

    fn number(&self, number: f64) -> String {
        number.to_string()
    }

    fn money(&self, minor: i64) -> String {
        format!("{minor} minor")
    }
}

impl Reader {
    pub(crate) fn new(lang: &str) -> Reader {
        let interface = json_file(&format!("locales/plan/{lang}.json"));
        let mut texts: Vec<(String, Value)> =
            interface.as_object().unwrap().iter().map(|(key, text)| (key.clone(), text.clone())).collect();
        texts.sort_by(|(one, _), (other, _)| one.cmp(other));
        let texts: Value = texts.into_iter().map(|(_, text)| text).collect();
        let words = Words::read(lang, &texts, PlanKey::COUNT).unwrap();
        let names = json_file(&format!("content/{lang}/outlines.json"));
        let (outlines, faults) = read_outlines(&joined(&json_file("content/outlines.json"), &names));
        assert_eq!(faults, []);
        Reader { words, said: json_file(&format!("content/{lang}/plan.json")), outlines }
    }

    pub(crate) fn voice<'a>(&'a self, plan: &'a Plan) -> Voice<'a> {
        Voice { plan, words: &self.words, said: &self.said, figures: &Plainly }
    }

    pub(crate) fn outline(&self, id: &str) -> &Outline {
        self.outlines.iter().find(|outline| outline.id == id).unwrap()
    }
}

pub(crate) const EUROS: Dialect = Dialect { decimal: '.', decimals: 2 };
pub(crate) const FRENCH: Dialect = Dialect { decimal: ',', decimals: 2 };

pub(crate) fn now() -> Moment {
    Moment::read("2026-11-22T02:43:11.058Z").unwrap()
}

pub(crate) fn example(lang: &str) -> Plan {
    sound(&json_file(&format!("content/{lang}/example.json")))
}

/// `plan` with `text` in every field that a person writes words into.
pub(crate) fn everywhere(plan: Plan, text: &str) -> Plan {
    filled(plan, || text.to_owned())
}

/// `plan` with another text in every field that a person writes words into.
pub(crate) fn filled(mut plan: Plan, mut text: impl FnMut() -> String) -> Plan {
    let rows = |table: &Table| {
        let keys: Vec<Id> = plan.rows(*table).map(|(key, _)| key.clone()).collect();
        keys.into_iter().map(|key| Part::Row(Place { table: *table, key })).collect::<Vec<_>>()
    };
    let parts: Vec<Part> = [Part::Cover].into_iter().chain(Table::ALL.iter().flat_map(rows)).collect();
    let mut count = 0;
    for of in parts {
        let (table, record) = match &of {
            Part::Cover => (None, plan.cover() as &dyn record::Record),
            Part::Row(place) => (Some(place.table), plan.row(place).unwrap().record()),
        };
        for path in record::paths(record) {
            let to = match kind(table, &path) {
                Some(Kind::Line | Kind::Text | Kind::Person) if path != "id" && path != "entity" => {
                    Content::Text(text())
                }
                Some(Kind::Lines) => Content::Texts(vec![text(), text()]),
                _ => continue,
            };
            plan.apply(Edit::Set { of: of.clone(), field: path.clone(), to })
                .unwrap_or_else(|error| panic!("{path}: {error:?}"));
            count += 1;
        }
    }
    assert!(count > 30, "{count} fields");
    plan
}

/// A plan of so many actions.
pub(crate) fn busy(actions: usize) -> Plan {
    let action = |number: usize| {
        let first = day("2026-01-01").plus(i32::try_from(number % 300).unwrap());
        json!({"id": format!("a{number}"), "text": format!("Action {number}"), "tactic_id": "t", "owner": "Ann",
            "start": first.to_string(), "end": first.plus(7).to_string(), "hours": 1.5, "cost": 100})
    };
    plan_with(json!({
        "id": "p", "title": "t", "tactics": [{"id": "t", "text": "A tactic"}],
        "actions": (0..actions).map(action).collect::<Vec<_>>(),
    }))
}

/// The words of a text, whatever stands between them.
pub(crate) fn words_of(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}
