//! The ways into a plan: what a tactic is for, the pause before a new tool, what the check's answers say.
#![cfg(not(target_arch = "wasm32"))]

mod common;
mod plan_common;

use common::{LANGUAGES, json_file};
use plan_common::plan_with;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use strategy_first::{
    document::reader::read,
    plan::{
        date::Date,
        edit::{Edit, Part},
        guess::read_channels,
        history::History,
        new_tool::{Carries, Doubt, There, Tool},
        outline::{Entry, Section, joined as outlines_joined, read_outlines},
        paste::paste,
        plan::Plan,
        purpose::{Purpose, added, answered, unserving},
        suggest::{Begin, Guide, Handed, begin, joined, parted, read_guide},
        table::Table,
        value::Id,
    },
};

fn today() -> Date {
    "2026-11-21".parse().unwrap()
}

/// A plan after a step, and the plan again after undo, which must be the one before.
fn after(plan: &Plan, edit: Edit) -> Plan {
    let (mut changed, mut history) = (plan.clone(), History::default());
    history.change(&mut changed, edit).unwrap();
    let mut back = changed.clone();
    history.undo(&mut back).unwrap();
    assert_eq!(back, *plan, "one undo takes all of it back");
    changed
}

fn loose(plan: &Plan) -> Vec<String> {
    unserving(plan).map(|(key, _)| key.0.clone()).collect()
}

fn plan_with_tactics() -> Plan {
    plan_with(json!({
        "strategies": [{"id": "s1", "text": "Be the adviser", "objective_ids": ["o1"], "audience_id": "a1"}, {"id": "s2", "text": "b"}],
        "objectives": [{"id": "o1", "text": "More visits"}],
        "audiences": [{"id": "a1", "name": "New homes"}],
        "tactics": [
            {"id": "t1", "text": "Newsletter", "channel": "Newsletter", "kind": "email"},
            {"id": "t2", "text": "Leaflet", "strategy_ids": ["s1"]},
            {"id": "t3", "text": "Stand", "strategy_ids": ["gone"], "budget": 500},
            {"id": "t4", "text": "Radio", "status": "dropped"}
        ],
        "actions": [{"id": "x1", "text": "Book it", "tactic_id": "t3"}]
    }))
}

#[test]
fn what_serves_nothing_is_asked_about_and_nothing_else_is() {
    assert_eq!(loose(&plan_with_tactics()), ["t1", "t3"]);
    assert!(loose(&Plan::default()).is_empty());
}

#[test]
fn each_answer_gives_the_tactic_its_purpose_in_one_step() {
    let plan = plan_with_tactics();
    let check = |key: &str, purpose: Purpose, left: &[&str], expected: Value| {
        let changed = after(&plan, answered(&plan, &key.into(), purpose).unwrap());
        assert_eq!(loose(&changed), left);
        let file = changed.to_json();
        for (pointer, value) in expected.as_object().unwrap() {
            assert_eq!(file.pointer(pointer).unwrap_or(&Value::Null), value, "{pointer}");
        }
    };
    check("t1", Purpose::Serves("s2".into()), &["t3"], json!({"/tactics/0/strategy_ids": ["s2"]}));
    check("t3", Purpose::Serves("s1".into()), &["t1"], json!({"/tactics/2/strategy_ids": ["s1"]}));
    let new = Purpose::New { id: "s3".into(), text: "Stay in touch".to_owned() };
    check(
        "t1",
        new,
        &["t3"],
        json!({"/strategies/2": {"id": "s3", "text": "Stay in touch"}, "/tactics/0/strategy_ids": ["s3"]}),
    );
    let wont = || Purpose::WontDo { id: "w1".into(), reason: "No time".to_owned(), look_again: Some(today()) };
    let line = |text: &str| json!({"id": "w1", "text": text, "reason": "No time", "look_again": "2026-11-21"});
    // A pasted line goes; what more was written about stays, as dropped.
    check("t1", wont(), &["t3"], json!({"/wont_do/0": line("Newsletter"), "/tactics/0/id": "t2"}));
    check("t3", wont(), &["t1"], json!({"/wont_do/0": line("Stand"), "/tactics/2/status": "dropped"}));
    assert_eq!(answered(&plan, &"none".into(), wont()), None);
}

#[test]
fn what_was_pasted_is_one_step() {
    let channels = read_channels(&json_file("content/en/plan.json")["channels"]).0;
    let pasted = paste("- Newsletter every month\n\n- Post on Instagram\n- Open on Mondays", &channels);
    let mut numbers = 1..;
    let edit = added(&pasted, || Id(format!("t{}", numbers.next().unwrap_or(0))));
    let plan = after(&Plan::default(), edit);
    assert_eq!(loose(&plan), ["t1", "t2", "t3"]);
    assert_eq!(
        plan.to_json()["tactics"],
        json!([
            {"id": "t1", "text": "Newsletter every month", "channel": "Newsletter", "kind": "email"},
            {"id": "t2", "text": "Post on Instagram", "channel": "Instagram", "kind": "social"},
            {"id": "t3", "text": "Open on Mondays"}
        ])
    );
}

fn tool(objective: Option<&str>, people: There, stop: &str) -> Tool {
    Tool { name: " TikTok ".to_owned(), objective: objective.map(Id::from), people, stop: stop.to_owned() }
}

#[test]
fn doubts_are_named_one_by_one() {
    let check = |objective, people, stop, expected: &[Doubt]| {
        assert_eq!(tool(objective, people, stop).doubts(), expected);
    };
    check(Some("o1"), There::Yes, "Pinterest", &[]);
    check(None, There::Yes, "Pinterest", &[Doubt::NoObjective]);
    check(Some("o1"), There::Unsure, "Pinterest", &[Doubt::PeopleUnsure]);
    check(Some("o1"), There::No, " ", &[Doubt::PeopleElsewhere, Doubt::NoRoom]);
    check(None, There::No, "", &[Doubt::NoObjective, Doubt::PeopleElsewhere, Doubt::NoRoom]);
}

#[test]
fn a_tool_becomes_a_tactic_with_a_purpose_or_a_line_to_look_at_again() {
    let plan = plan_with_tactics();
    let channels = read_channels(&json_file("content/en/plan.json")["channels"]).0;
    let made = |tool: &Tool, carries: Carries| {
        let ids = |table: Table| Id(format!("new-{}", table.name()));
        after(&plan, tool.as_tactic(&plan, carries, "Room", &channels, today(), ids)).to_json()
    };
    let full = tool(Some("o1"), There::Yes, "Pinterest");
    assert_eq!(full.strategies(&plan), [&Id::from("s1")]);
    assert_eq!(tool(None, There::Yes, "").strategies(&plan).len(), 2);

    let file = made(&full, Carries::Strategy("s1".into()));
    let tactic = json!({
        "id": "new-tactics", "text": "TikTok", "strategy_ids": ["s1"], "channel": "TikTok", "kind": "social",
        "message": {"audience_id": "a1"}, "status": "planned"
    });
    assert_eq!(file["tactics"][4], tactic);
    let stopped = json!([{"id": "new-wont_do", "text": "Pinterest", "reason": "Room", "look_again": "2027-02-19"}]);
    assert_eq!(file["wont_do"], stopped);

    let new = Carries::New { id: "s9".into(), text: "Be seen".to_owned() };
    let file = made(&tool(Some("o1"), There::Yes, ""), new);
    assert_eq!(file["strategies"][2], json!({"id": "s9", "text": "Be seen", "objective_ids": ["o1"]}));
    assert_eq!(file["tactics"][4]["strategy_ids"], json!(["s9"]));
    assert_eq!(file.get("wont_do"), None);

    let file = after(&plan, full.as_wont_do("w".into(), " Not now ", Some(today()))).to_json();
    assert_eq!(
        file["wont_do"],
        json!([{"id": "w", "text": "TikTok", "reason": "Not now", "look_again": "2026-11-21"}])
    );
}

fn guide(lang: &str) -> Guide {
    let file = joined(&json_file("content/suggestions.json"), &json_file(&format!("content/{lang}/suggestions.json")));
    let (guide, faults) = read_guide(&file);
    assert_eq!(faults, [], "{lang}");
    guide
}

fn handed(item: &str, stage: &str, answers: &Value) -> Handed {
    let (handed, faults) =
        read(&json!({"stage": stage, "item": item, "pack": "full", "answers": answers}), Handed::read);
    assert_eq!(faults, []);
    handed
}

fn sections() -> Vec<Section> {
    let outlines = outlines_joined(&json_file("content/outlines.json"), &json_file("content/en/outlines.json"));
    read_outlines(&outlines).0.into_iter().find(|outline| outline.id == "sostac").unwrap().sections
}

fn section_of(field: &str) -> Section {
    let (table, path) = parted(field);
    let holds = |entry: &Entry| match entry {
        Entry::Field(field) => table.is_none() && field.path == path,
        Entry::List { table: list, fields, .. } => {
            table == Some(*list) && fields.iter().any(|field| field.path == path)
        }
    };
    sections().into_iter().find(|section| section.entries.iter().any(holds)).unwrap_or_else(|| panic!("{field}"))
}

/// The check says in which section its items open; the guide names the field there.
#[test]
fn each_item_begins_in_the_section_that_it_opens() {
    let check = json_file("content/check.json");
    for item in check["items"].as_array().unwrap() {
        let id = item["id"].as_str().unwrap();
        let handed = handed(id, "", &json!({}));
        let guide = guide("en");
        let field = guide.start(&handed).unwrap_or_else(|| panic!("{id}"));
        assert_eq!(section_of(field).id, item["opens"].as_str().unwrap(), "{id}");
    }
    for stage in check["stages"].as_array().unwrap() {
        let stage = stage.as_str().unwrap();
        assert!(guide("en").start(&handed("other", stage, &json!({}))).is_some(), "{stage}");
    }
    assert_eq!(guide("en").start(&handed("", "", &json!({}))), None);
}

#[test]
fn each_suggestion_is_about_an_answer_there_is_and_fits_its_field() {
    let check = json_file("content/check.json");
    let structure = json_file("content/suggestions.json");
    let ids: BTreeSet<&str> =
        structure["suggestions"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    for lang in LANGUAGES {
        let words = json_file(&format!("content/{lang}/suggestions.json"));
        let named: BTreeSet<&str> = words.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(named, ids, "{lang}");
        let choices = &json_file(&format!("content/{lang}/plan.json"))["choices"];
        for one in &guide(lang).suggestions {
            let edit = one.accepted(&Plan::default(), &"k".into(), today()).unwrap();
            after(&Plan::default(), edit);
            section_of(&one.field);
            // What is put there is what the person is told.
            let (table, path) = parted(&one.field);
            if let (None, Some(value)) = (table, &one.value) {
                assert_eq!(choices[path][value], json!(one.text), "{lang} {path}");
            }
        }
    }
    for one in structure["suggestions"].as_array().unwrap() {
        let items = check["items"].as_array().unwrap();
        let item = items.iter().find(|item| item["id"] == one["item"]).unwrap();
        for option in one["options"].as_array().unwrap() {
            assert!(item["options"].as_array().unwrap().iter().any(|is| is["id"] == *option), "{one}");
        }
    }
}

fn suggested(handed: &Handed, plan: &Plan) -> Vec<String> {
    guide("en").suggested(handed, plan).map(|(_, one)| one.field.clone()).collect()
}

#[test]
fn only_what_the_plan_does_not_say_yet_is_suggested() {
    let answers = json!({"q01": "b", "q05": "d", "q10": "e", "q11": "f", "q17": "b"});
    let handed = handed("q01", "SIT", &answers);
    assert_eq!(suggested(&handed, &Plan::default()), ["situation.assumptions", "audiences.priority", "home_base.kind"]);
    let plan = plan_with(json!({"home_base": {"kind": "shop"}, "audiences": [{"id": "a", "name": "Beginners"}]}));
    assert_eq!(suggested(&handed, &plan), ["situation.assumptions"]);
    let guide = guide("en");
    let mut plan = Plan::default();
    let all: Vec<usize> = guide.suggested(&handed, &plan).map(|(index, _)| index).collect();
    for index in all {
        let edit = guide.suggestions[index].accepted(&plan, &"new".into(), today()).unwrap();
        plan = after(&plan, edit);
    }
    assert_eq!(suggested(&handed, &plan), [""; 0]);
    let file = plan.to_json();
    assert_eq!(file["situation"]["assumptions"], json!(["Our idea of how people find us is a guess"]));
    assert_eq!(file["audiences"], json!([{"id": "new", "priority": "primary"}]));
    assert_eq!(file["home_base"]["kind"], "none");
}

#[test]
fn a_day_to_look_again_is_proposed_and_not_asked_for() {
    let (guide, handed) = (guide("fr"), handed("q17", "CON", &json!({"q17": "d"})));
    let plan = Plan::default();
    let (_, one) = guide.suggested(&handed, &plan).next().unwrap();
    let file = after(&plan, one.accepted(&plan, &"r".into(), today()).unwrap()).to_json();
    assert_eq!(file["reviews"], json!([{"id": "r", "date": "2026-12-21"}]));
}

#[test]
fn work_begins_at_the_first_empty_field_from_there_on() {
    let check = |plan: Value, from: &str, expected: Begin| {
        assert_eq!(begin(&plan_with(plan), &section_of(from), from), expected, "{from}");
    };
    let cover = |path: &str| Begin::At(Part::Cover, path.to_owned());
    check(json!({}), "basics.who", cover("basics.who"));
    check(json!({"basics": {"who": "w", "what": " "}}), "basics.who", cover("basics.what"));
    check(json!({}), "objectives.text", Begin::InNew(Table::Objectives));
    let row = |table: &str, key: &str, path: &str| {
        let table = Table::named(table).unwrap();
        Begin::At(Part::Row(strategy_first::plan::link::Place::new(table, key)), path.to_owned())
    };
    let plan = json!({"tactics": [{"id": "t1", "text": "a"}, {"id": "t2"}]});
    check(plan, "tactics.text", row("tactics", "t2", "text"));
    let plan = json!({"wont_do": [{"id": "w", "text": "a", "reason": "b"}]});
    check(plan, "wont_do.text", row("wont_do", "w", "look_again"));
    let plan = json!({"wont_do": [{"id": "w", "text": "a", "reason": "b", "look_again": "2026-11-21"}]});
    check(plan, "wont_do.text", Begin::Anywhere);
}

#[test]
fn rubbish_from_elsewhere_suggests_nothing() {
    for value in [json!(3), json!({"answers": {"q01": 3}}), json!({"answers": {"q99": "b"}})] {
        let handed = read(&value, Handed::read).0;
        assert_eq!(suggested(&handed, &Plan::default()), [""; 0], "{value}");
        assert_eq!(guide("en").start(&handed), None);
    }
}
