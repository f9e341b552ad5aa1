//! What is taken away of a plan: all that stands in it is there, in the order and the language asked for, and programs that
//! are not ours read it back.
#![cfg(not(target_arch = "wasm32"))]

mod common;
mod plan_common;
mod takeaway_common;

use common::LANGUAGES;
use icalendar::{Calendar, CalendarComponent, Component, Event, parser::unfold};
use plan_common::{any_plan, clean_plan, full_file, plan_with, sound};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use strategy_first::{
    plan::{
        model::{Action, Kpi, Objective, Review},
        plan::Plan,
    },
    takeaway::{
        calendar::{Moment, calendar},
        csv::Dialect,
        markdown::markdown,
        sheet::{Block, Sheet, sheet},
        tables::{actions, budget, measures},
        word::word,
    },
};
use takeaway_common::{EUROS, FRENCH, Reader, busy, example, now, words_of};

fn page(lang: &str, outline: &str, plan: &Plan) -> String {
    let reader = Reader::new(lang);
    let voice = reader.voice(plan);
    markdown(&voice, &sheet(&voice, reader.outline(outline)))
}

#[test]
fn a_small_plan_in_markdown() {
    let plan = plan_with(json!({
        "title": "A small plan", "language": "en", "start": "2026-01-01",
        "basics": {"who": "We, *the* bakers"}, "home_base": {"kind": "website", "url": "https://example.com"},
        "situation": {"risks": ["Flour\nis dear", "# Rain"]},
        "business_goals": [{"id": "g", "text": "Live from it"}, {"id": "h", "text": ""}],
        "wont_do": [{"id": "w", "text": "Cakes", "reason": "No time;\nno oven"}],
        "actions": [
            {"id": "a", "text": "Bake | sell", "owner": "Ann", "end": "2026-02-01", "cost": 1250},
            {"id": "b", "text": "Rest"},
        ],
    }));
    let sections = [
        "# A small plan",
        "## Basics",
        "**Language**: English",
        "**Start**: 2026-01-01",
        "**Who we are**: We, \\*the\\* bakers",
        "**Where home is**: A website",
        "**Its address**: <https://example.com>",
        "## 1. Situation",
        "**Risks**:",
        "- Flour is dear\n- \\# Rain",
        "## 2. Objectives",
        "### Business goals",
        "- Live from it\n- A business goal without words",
        "## 3. Choices",
        "### We will not",
        "- **Cakes**\n  - Why not: No time;\\\n    no oven",
        "## 5. Action",
        "### Actions",
        "| Action | Owner | End | Cost |\n| --- | --- | --- | --- |\n| Bake \\| sell | Ann | 2026-02-01 | 1250 minor |\n\
         | Rest |  |  |  |",
        "SOSTAC® is a planning model by PR Smith.",
    ];
    assert_eq!(page("en", "sostac", &plan), sections.join("\n\n") + "\n");
}

#[test]
fn labels_are_in_the_language_of_the_page() {
    let plan = plan_with(json!({"title": "t", "people": [{"name": "Ann", "hours_per_week": 2}]}));
    let page = page("fr", "sostac", &plan);
    assert!(page.contains("| Nom | Heures par semaine |"), "{page}");
    assert!(page.starts_with("# t\n\n## 5."), "{page}");
}

/// Every text that somebody wrote stands in the outlines that show all fields, once at least.
#[test]
fn the_worked_example_is_there_word_for_word() {
    for lang in LANGUAGES {
        let plan = example(lang);
        for outline in ["sostac", "eight-steps", "thirteen-elements"] {
            let reader = Reader::new(lang);
            let voice = reader.voice(&plan);
            let sheet = sheet(&voice, reader.outline(outline));
            let all = words_of(&told(&sheet)).join(" ");
            let mut texts = Vec::new();
            written(&plan.to_json(), "", &mut texts);
            assert!(texts.len() > 100, "{} texts", texts.len());
            for text in texts {
                let text = words_of(&text).join(" ");
                assert!(all.contains(&text), "{lang} {outline}: {text}");
            }
        }
    }
}

/// All texts of a sheet, one behind the other.
fn told(sheet: &Sheet) -> String {
    let block = |block: &Block| match block {
        Block::Line(line) => line.texts.clone(),
        Block::List(list) => list.rows.iter().flatten().flatten().cloned().collect(),
    };
    let texts = sheet.sections.iter().flat_map(|section| section.blocks.iter().flat_map(block));
    [sheet.title.clone()].into_iter().chain(texts).collect::<Vec<_>>().join(" ")
}

/// What somebody wrote in a plan file; the rest is ids, codes, dates and what the program sees to.
fn written(value: &Value, key: &str, found: &mut Vec<String>) {
    const OTHER: [&str; 14] = [
        "id", "format", "version", "language", "created", "updated", "kind", "status", "priority", "scope", "currency",
        "entity", "rule", "on",
    ];
    match value {
        Value::String(text) => {
            let is_link = key.ends_with("_id") || key.ends_with("_ids");
            let is_day = text.len() == 10 && text.as_bytes()[4] == b'-';
            if !OTHER.contains(&key) && !is_link && !is_day {
                found.push(text.clone());
            }
        }
        Value::Array(list) => list.iter().for_each(|one| written(one, key, found)),
        Value::Object(object) => {
            object.iter().filter(|(key, _)| *key != "dismissed").for_each(|(key, one)| written(one, key, found));
        }
        _ => {}
    }
}

/// The cells of a table, row by row, as the csv crate reads them.
fn rows(table: &str, separator: char) -> Vec<Vec<String>> {
    let table = table.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(u8::try_from(separator).unwrap())
        .has_headers(false)
        .flexible(false)
        .from_reader(table.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

const YEN: Dialect = Dialect { decimal: '.', decimals: 0 };

#[test]
fn numbers_and_dates_of_a_table_are_numbers_and_dates() {
    let plan = sound(&full_file());
    let reader = Reader::new("en");
    let voice = reader.voice(&plan);
    let check = |table: String, separator: char, expected: &[&[&str]]| assert_eq!(rows(&table, separator), expected);
    check(
        actions(&voice, YEN),
        ',',
        &[
            &[
                "Action",
                "Part of which tactic",
                "Owner",
                "Start",
                "End",
                "Hours",
                "Cost (JPY)",
                "Status",
                "Urgent",
                "Important",
            ],
            &["t", "t", "A", "2026-02-01", "2026-02-28", "1.5", "1", "In hand", "✓", "✓"],
        ],
    );
    check(
        measures(&voice, FRENCH),
        ';',
        &[
            &[
                "Measure",
                "Objective it tells about",
                "Target",
                "Where it comes from",
                "Who looks",
                "How often, in days",
                "Unit",
                "Today",
                "By when",
            ],
            &["n", "t", "1,25", "s", "A", "7", "%", "-1,5", "2026-06-30"],
        ],
    );
    check(
        budget(&voice, YEN),
        ',',
        &[
            &["Tactic", "Strategies it carries out", "Budget (JPY)", "Cost of its actions (JPY)", "Counted (JPY)"],
            &["t", "t", "12345", "1", "12345"],
            &["Planned altogether", "", "", "", "12345"],
            &["Total budget", "", "", "", "0"],
        ],
    );
}

/// The events of a calendar, as the icalendar crate reads them.
fn events(plan: &Plan, now: &Moment) -> Vec<Event> {
    let reader = Reader::new("en");
    let file = calendar(&reader.voice(plan), now);
    let read: Calendar = unfold(&file).parse().unwrap();
    read.components.iter().filter_map(CalendarComponent::as_event).cloned().collect()
}

fn property(event: &Event, name: &str) -> String {
    event.properties().get(name).map(|property| property.value().to_owned()).unwrap_or_default()
}

#[test]
fn a_calendar_has_reviews_due_dates_and_actions_as_whole_days() {
    let plan = plan_with(json!({
        "id": "p", "title": "Bread, 2026",
        "objectives": [{"id": "o", "text": "More loaves", "due": "2026-12-31", "target": 20}, {"id": "x", "text": "Some day"}],
        "actions": [
            {"id": "long", "text": "Bake", "start": "2026-02-27", "end": "2026-03-01", "owner": "Ann"},
            {"id": "one", "text": "Sell", "end": "2026-03-05", "status": "done"},
            {"id": "off", "text": "Rest", "start": "2026-03-05", "end": "2026-03-05", "status": "dropped"},
            {"id": "wrong", "text": "Back", "start": "2026-03-05", "end": "2026-03-01"},
            {"id": "last", "text": "End", "start": "9999-12-31", "end": "9999-12-31"},
        ],
        "reviews": [{"id": "r", "date": "2026-03-31", "held": true}, {"id": "s", "date": "2026-06-30", "owner": "Ann"}],
    }));
    let seen = events(&plan, &now())
        .into_iter()
        .map(|event| ["UID", "DTSTART", "DTEND", "SUMMARY", "STATUS"].map(|name| property(&event, name)).join(" | "));
    assert_eq!(
        seen.collect::<Vec<_>>(),
        [
            "p.r.review@strategy-first | 20260331 | 20260401 | Review held: Bread, 2026 | CONFIRMED",
            "p.s.review@strategy-first | 20260630 | 20260701 | Review: Bread, 2026 | CONFIRMED",
            "p.o.due@strategy-first | 20261231 | 20270101 | Due: More loaves | CONFIRMED",
            "p.long.action@strategy-first | 20260227 | 20260302 | Bake | CONFIRMED",
            "p.long.end@strategy-first | 20260301 | 20260302 | Last day: Bake | CONFIRMED",
            "p.one.action@strategy-first | 20260305 | 20260306 | Done: Sell | CONFIRMED",
            "p.off.action@strategy-first | 20260305 | 20260306 | Rest | CANCELLED",
            "p.last.action@strategy-first | 99991231 |  | End | CONFIRMED",
        ]
    );
    let long = events(&plan, &now()).into_iter().find(|event| event.get_uid() == Some("p.long.action@strategy-first"));
    assert_eq!(long.unwrap().get_description(), Some("Owner: Ann\nName of the plan: Bread, 2026"));
}

/// An event that is read again is the same one, and newer.
#[test]
fn a_second_file_updates_what_the_first_brought() {
    let plan = example("en");
    let later = Moment::read("2026-11-22T02:43:12Z").unwrap();
    let (before, after) = (events(&plan, &now()), events(&plan, &later));
    assert!(before.len() > 20, "{}", before.len());
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(before.get_uid(), after.get_uid());
        let number = |event: &Event| property(event, "SEQUENCE").parse::<i64>().unwrap();
        assert!(number(before) < number(after));
        assert!(property(before, "DTSTAMP") < property(after, "DTSTAMP"));
        assert_eq!(property(after, "DTSTAMP"), property(after, "LAST-MODIFIED"));
    }
    let mut names: Vec<_> = before.iter().map(|event| event.get_uid()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), before.len(), "each has a name of its own");
}

#[test]
fn word_is_told_the_language_of_the_plan_and_of_the_page() {
    for (plan, page, expected) in [
        ("en", "en", ["en-GB", "en-GB"]),
        ("fr", "en", ["fr-FR", "en-GB"]),
        ("fr-CA", "en", ["fr-CA", "en-GB"]),
        ("en", "fr", ["en-GB", "fr-FR"]),
        ("EN", "en", ["en-GB", "en-GB"]),
        ("zz", "en", ["zz", "en-GB"]),
        ("", "fr", ["fr-FR", "fr-FR"]),
        ("\"><x>", "fr", ["fr-FR", "fr-FR"]),
    ] {
        let plan = plan_with(json!({"title": "t", "language": plan}));
        let reader = Reader::new(page);
        let voice = reader.voice(&plan);
        let tree = word(&voice, &sheet(&voice, reader.outline("sostac")));
        assert_eq!([&tree["lang"], &tree["around"]], expected, "{:?}", plan.cover().language);
    }
}

/// A plan of 3,000 actions, each export of it. The limit is for code that is not optimised, on a machine that does other things
/// as well; what looked through the whole plan for each row would go far over it. `benches/takeaway.rs` measures.
#[test]
fn thousands_of_actions_are_written_at_once() {
    let plan = busy(3000);
    let reader = Reader::new("en");
    let voice = reader.voice(&plan);
    let order = reader.outline("sostac");
    let ways: [(&str, &dyn Fn() -> String); 6] = [
        ("markdown", &|| markdown(&voice, &sheet(&voice, order))),
        ("word", &|| word(&voice, &sheet(&voice, order)).to_string()),
        ("actions", &|| actions(&voice, EUROS)),
        ("budget", &|| budget(&voice, EUROS)),
        ("calendar", &|| calendar(&voice, &now())),
        ("plan", &|| plan.to_json().to_string()),
    ];
    for (name, write) in ways {
        let begin = Instant::now();
        let text = write();
        let took = begin.elapsed();
        assert!(took < Duration::from_secs(15), "{name} took {took:?}");
        assert!(name == "budget" || text.contains("Action 2999"), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_plan_is_written_and_read_back(plan in any_plan()) {
        for lang in LANGUAGES {
            let reader = Reader::new(lang);
            let voice = reader.voice(&plan);
            for outline in &reader.outlines {
                let sheet = sheet(&voice, outline);
                let page = markdown(&voice, &sheet);
                let tables = sheet.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
                    Block::List(list) if list.is_table && list.heads.len() > 1 => Some(list.rows.len()),
                    _ => None,
                });
                prop_assert_eq!(rows_of_tables(&page), tables.sum::<usize>());
                prop_assert!(word(&voice, &sheet).is_object());
            }
            for dialect in [EUROS, FRENCH] {
                let table = rows(&actions(&voice, dialect), dialect.separator());
                prop_assert_eq!(table.len(), plan.all::<Action>().count() + 1);
                let measures = rows(&measures(&voice, dialect), dialect.separator());
                prop_assert_eq!(measures.len(), plan.all::<Kpi>().count() + 1);
                prop_assert!(rows(&budget(&voice, dialect), dialect.separator()).len() >= 3);
            }
        }
        let events = events(&plan, &now());
        let reviews = plan.all::<Review>().filter(|(_, review)| review.date.is_some()).count();
        let due = plan.all::<Objective>().filter(|(_, objective)| objective.due.is_some()).count();
        let kinds = |kind: &str| events.iter().filter(|event| event.get_uid().unwrap().contains(kind)).count();
        prop_assert_eq!((kinds(".review@"), kinds(".due@")), (reviews, due));
        prop_assert!(kinds(".end@") <= kinds(".action@"));
    }
}

/// The rows below the heads of all tables of a page.
fn rows_of_tables(page: &str) -> usize {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    let parser = Parser::new_ext(page, Options::ENABLE_TABLES);
    parser.filter(|event| matches!(event, Event::Start(Tag::TableRow))).count()
}

#[test]
fn the_small_reference_plan_is_written_too() {
    let page = page("en", "one-page", &clean_plan());
    assert!(page.lines().count() > 30, "{page}");
}
