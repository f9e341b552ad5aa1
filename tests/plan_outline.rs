//! The four outlines: each step and element has a place to be filled in, and nothing of a plan is out of reach.
#![cfg(not(target_arch = "wasm32"))]

mod common;
mod plan_common;

use common::{LANGUAGES, json_file};
use plan_common::day;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use strategy_first::{
    document::reader::Fault,
    plan::{
        edit::{Edit, Part},
        field::Content,
        link::Place,
        model::{Cover, Reading},
        outline::{Entry, Outline, Section, joined, read_outlines},
        plan::Plan,
        record,
        table::Table,
        value::{Id, Number},
    },
};

fn file(lang: &str) -> Value {
    joined(&json_file("content/outlines.json"), &json_file(&format!("content/{lang}/outlines.json")))
}

fn outlines(lang: &str) -> Vec<Outline> {
    let (outlines, faults) = read_outlines(&file(lang));
    assert_eq!(faults, [], "{lang}");
    outlines
}

fn outline(id: &str) -> Outline {
    outlines("en").into_iter().find(|outline| outline.id == id).unwrap()
}

#[test]
fn there_are_four_in_every_language() {
    for lang in LANGUAGES {
        let ids: Vec<String> = outlines(lang).into_iter().map(|outline| outline.id).collect();
        assert_eq!(ids, ["sostac", "eight-steps", "thirteen-elements", "one-page"], "{lang}");
    }
}

/// The numbered sections, with the rows of seed-facts.md that ask for them.
fn numbered(outline: &Outline) -> Vec<(usize, String, Vec<String>)> {
    let file = json_file("content/outlines.json");
    let theirs = file["outlines"].as_array().unwrap().iter().find(|one| one["id"] == outline.id.as_str()).unwrap();
    let sections = outline.sections.iter().zip(theirs["sections"].as_array().unwrap());
    let sources = |section: &Value| -> Vec<String> {
        section["sources"].as_array().unwrap().iter().map(|source| source.as_str().unwrap().to_owned()).collect()
    };
    let numbered = sections.filter_map(|(one, theirs)| Some((one.number?, one.id.clone(), sources(theirs))));
    numbered.collect()
}

/// Each step or element, in order, stands under its number, and names the row that asks for it.
fn check(id: &str, expected: &[(&str, &str)]) {
    let outline = outline(id);
    let numbered = numbered(&outline);
    assert_eq!(numbered.len(), expected.len(), "{id}");
    for (index, ((number, section, sources), (name, source))) in numbered.iter().zip(expected).enumerate() {
        assert_eq!((*number, section.as_str()), (index + 1, *name), "{id}");
        assert!(sources.iter().any(|is| is == source), "{id} {name}: {source}");
    }
}

#[test]
fn sostac_has_its_six_letters_in_order() {
    let stages = [("situation", "S1.16"), ("objectives", "S1.17"), ("choices", "S1.18"), ("tactics", "S1.20")];
    check("sostac", &[&stages[..], &[("action", "S2.26"), ("control", "S1.21")]].concat());
}

/// The check's questions name the section of the plan that they open.
#[test]
fn what_the_check_opens_is_a_section_of_sostac() {
    let sostac = outline("sostac");
    for item in json_file("content/check.json")["items"].as_array().unwrap() {
        assert!(sostac.sections.iter().any(|section| item["opens"] == section.id.as_str()), "{}", item["id"]);
    }
}

#[test]
fn the_eight_steps_are_those_of_the_seed() {
    check(
        "eight-steps",
        &[
            ("goals", "S2.22"),
            ("audience", "S2.23"),
            ("selling-point", "S2.24"),
            ("tools", "S2.31"),
            ("content", "S2.25"),
            ("management", "S2.26"),
            ("achievement", "S2.28"),
            ("correction", "S2.29"),
        ],
    );
}

#[test]
fn the_thirteen_elements_are_those_of_the_seed() {
    check(
        "thirteen-elements",
        &[
            ("business", "S3.22"),
            ("situation", "S3.20"),
            ("past-performance", "S3.21"),
            ("goals", "S3.23"),
            ("objectives", "S3.23"),
            ("audience", "S3.25"),
            ("competitors", "S3.24"),
            ("marketing-plan", "S3.24"),
            ("marketing-activity", "S3.24"),
            ("measures", "S3.34"),
            ("requirements", "S3.34"),
            ("time-range", "S3.34"),
            ("review-stages", "S3.34"),
        ],
    );
}

/// S2.22 to S2.31 and S3.20 to S3.34, but for S3.27 to S3.33, which are advice on planning and ask for no place.
#[test]
fn no_step_and_no_element_of_the_seed_was_left_out() {
    let named = |id: &str| -> BTreeSet<String> {
        numbered(&outline(id)).into_iter().flat_map(|(_, _, sources)| sources).collect()
    };
    let all = |seed: u8, rows: &[u8]| -> BTreeSet<String> { rows.iter().map(|row| format!("S{seed}.{row}")).collect() };
    assert_eq!(named("eight-steps"), all(2, &[22, 23, 24, 25, 26, 27, 28, 29, 30, 31]));
    assert_eq!(named("thirteen-elements"), all(3, &[20, 21, 22, 23, 24, 25, 26, 34]));
}

/// Something to write into a field, whatever its type.
fn something(like: &Content, path: &str) -> Content {
    match like {
        Content::Text(_) => Content::Text(word(path).to_owned()),
        Content::Texts(_) => Content::Texts(vec!["x".to_owned()]),
        Content::Whole(_) => Content::Whole(Some(7)),
        Content::Quantity(_) => Content::Quantity(Number::new(7.0)),
        Content::Day(_) => Content::Day(Some(day("2026-03-02"))),
        Content::Flag(_) => Content::Flag(true),
        Content::Readings(_) => Content::Readings(vec![Reading { value: Number::new(7.0), ..Reading::default() }]),
    }
}

fn word(path: &str) -> &'static str {
    match path {
        "basics.scope" => "campaign",
        "home_base.kind" => "shop",
        "budget.currency" => "EUR",
        "objectives.kind" => "sell",
        "audiences.priority" => "primary",
        "tactics.kind" => "owned",
        "tactics.status" | "actions.status" => "dropped",
        _ => "x",
    }
}

/// Fills everything in that stands in `section`, in an empty plan.
fn filled(section: &Section) -> Plan {
    let mut plan = Plan::default();
    let mut fill = |of: Part, held: &dyn record::Record, path: &str, whole: &str| {
        let like = record::at(held, path).unwrap().content().unwrap();
        plan.apply(Edit::Set { of, field: path.to_owned(), to: something(&like, whole) }).unwrap_or_else(|refused| {
            panic!("{whole}: {refused:?}");
        });
    };
    let mut rows = Plan::default();
    for entry in &section.entries {
        match entry {
            Entry::Field(field) => fill(Part::Cover, &Cover::default(), &field.path, &field.path),
            Entry::List { table, fields, .. } => {
                let mut row = table.empty_row();
                for field in fields {
                    let held = record::at_mut(row.record_mut(), &field.path).unwrap();
                    let whole = format!("{}.{}", table.name(), field.path);
                    let mut content = something(&held.content().unwrap(), &whole);
                    assert!(held.exchange(&mut content), "{whole}");
                }
                let place = Place::new(*table, "x");
                let insert = Edit::Insert { key: Id::from("x"), row: Box::new(row), in_front_of: None };
                assert!(rows.row(&place).is_none(), "{}: twice in a section", table.name());
                rows.apply(insert).unwrap();
            }
        }
    }
    for table in Table::ALL {
        for (key, row) in rows.rows(*table) {
            plan.apply(Edit::Insert { key: key.clone(), row: Box::new(row.clone()), in_front_of: None }).unwrap();
        }
    }
    plan
}

#[test]
fn every_section_has_a_place_that_can_be_filled() {
    for outline in outlines("en") {
        for section in &outline.sections {
            let entries = section.entries.iter().map(|entry| match entry {
                Entry::Field(_) => 1,
                Entry::List { fields, .. } => fields.len(),
            });
            let written = leaves(&filled(section).to_json()) - 2;
            assert_eq!(written, entries.sum::<usize>(), "{} {}", outline.id, section.id);
        }
    }
}

/// How many values there are that hold no others; a list of texts or of readings is one.
fn leaves(value: &Value) -> usize {
    match value {
        Value::Object(object) if object.contains_key("value") => 1,
        Value::Object(object) => object.values().map(leaves).sum(),
        Value::Array(list) if list.iter().all(Value::is_object) => list.iter().map(leaves).sum(),
        _ => 1,
    }
}

/// The paths of all fields of an outline, those of rows below the name of their list.
fn shown(outline: &Outline) -> BTreeSet<String> {
    let entries = outline.sections.iter().flat_map(|section| &section.entries);
    let paths = entries.flat_map(|entry| match entry {
        Entry::Field(field) => vec![field.path.clone()],
        Entry::List { table, fields, .. } => {
            fields.iter().map(|field| format!("{}.{}", table.name(), field.path)).collect()
        }
    });
    paths.collect()
}

/// What a person fills in; the program sees to the rest.
fn fillable() -> BTreeSet<String> {
    let cover = record::paths(&Cover::default());
    let cover = cover.into_iter().filter(|path| !["id", "created", "updated"].contains(&path.as_str()));
    let tables = Table::ALL.iter().filter(|table| **table != Table::Dismissed);
    let rows = tables.flat_map(|table| {
        let paths = record::paths(table.empty_row().record()).into_iter().filter(|path| path != "id");
        paths.map(|path| format!("{}.{path}", table.name())).collect::<Vec<_>>()
    });
    cover.chain(rows).collect()
}

#[test]
fn whichever_outline_is_chosen_nothing_is_out_of_reach() {
    for outline in outlines("en") {
        let is_short = outline.id == "one-page";
        assert_eq!(shown(&outline) == fillable(), !is_short, "{}: {:?}", outline.id, {
            fillable().symmetric_difference(&shown(&outline)).cloned().collect::<Vec<_>>()
        });
        assert!(shown(&outline).is_subset(&fillable()), "{}", outline.id);
    }
}

#[test]
fn every_name_is_used() {
    let used: BTreeSet<String> = outlines("en")
        .iter()
        .flat_map(|outline| {
            let tables = outline.sections.iter().flat_map(|section| &section.entries).filter_map(|entry| match entry {
                Entry::List { table, .. } => Some(table.name().to_owned()),
                Entry::Field(_) => None,
            });
            shown(outline).into_iter().chain(tables).collect::<Vec<_>>()
        })
        .collect();
    for lang in LANGUAGES {
        let words = json_file(&format!("content/{lang}/outlines.json"));
        let names: BTreeSet<String> = words["entries"].as_object().unwrap().keys().cloned().collect();
        assert_eq!(names, used, "{lang}");
    }
}

#[test]
fn what_an_editor_gets_wrong_is_named_with_its_place() {
    let structure = json!({"outlines": [{"id": "a", "sections": [
        {"id": "s", "entries": ["basics.colour", "basics", {"tactics": ["text", "colour"]}, {"ideas": ["text"]}]},
        {"id": "t", "entries": []},
    ]}]});
    let words = json!({"outlines": {"a": {"name": "A", "sections": {"s": "S"}}}, "entries": {
        "basics.colour": "x", "basics": "x", "tactics": "x", "tactics.colour": "x", "ideas": "x", "ideas.text": "x",
    }});
    let (_, faults) = read_outlines(&joined(&structure, &words));
    let said = |fault: &Fault| format!("{} {:?}", fault.place, fault.problem);
    let faults: Vec<String> = faults.iter().map(said).collect();
    assert_eq!(
        faults,
        [
            "outlines[0].sections[0].entries[0].field UnknownId { id: \"basics.colour\" }",
            "outlines[0].sections[0].entries[1].field UnknownId { id: \"basics\" }",
            "outlines[0].sections[0].entries[2].fields[0].name WrongKind { wanted: Text }",
            "outlines[0].sections[0].entries[2].fields[1].field UnknownId { id: \"colour\" }",
            "outlines[0].sections[0].entries[3].list UnknownId { id: \"ideas\" }",
            "outlines[0].sections[1].name WrongKind { wanted: Text }",
            "outlines[0].sections[1].entries TooFew { need: 1, have: 0 }",
        ]
    );
}
