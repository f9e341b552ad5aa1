//! The worked examples: whole, believable, and another firm in each language.
#![cfg(not(target_arch = "wasm32"))]

mod common;
mod plan_common;

use common::{LANGUAGES, json_file};
use plan_common::{day, sound};
use serde_json::Value;
use std::collections::BTreeSet;
use strategy_first::plan::{
    control::{missed_reviews, next_review, progress},
    field::is_nothing,
    hours::loads,
    link::loose,
    model::{Action, Cover, Objective, Person, Review, Strategy, Tactic, WontDo},
    money::spending,
    plan::Plan,
    record,
    shift::shifted,
    table::Table,
};

fn file(lang: &str) -> Value {
    json_file(&format!("content/{lang}/example.json"))
}

/// Each example in its language, on its own days and begun in the week of another day.
fn each(look: impl Fn(&str, &Plan)) {
    for lang in LANGUAGES {
        let plan = sound(&file(lang));
        look(lang, &plan);
        let monday = day("2028-02-29").monday();
        look(lang, &shifted(&plan, monday.since(plan.cover().start.unwrap())));
    }
}

#[test]
fn they_read_without_faults_and_come_back_as_they_were() {
    for lang in LANGUAGES {
        let file = file(lang);
        assert_eq!(sound(&file).to_json(), file, "{lang}");
        assert_eq!(file["language"], lang);
    }
}

#[test]
fn the_schema_has_nothing_against_them() {
    let schema = jsonschema::validator_for(&json_file("schema/plan.schema.json")).unwrap();
    for lang in LANGUAGES {
        let against: Vec<String> = schema.iter_errors(&file(lang)).map(|error| error.to_string()).collect();
        assert!(against.is_empty(), "{lang}: {against:?}");
    }
}

#[test]
fn every_section_is_filled() {
    each(|lang, plan| {
        for path in record::paths(plan.cover()) {
            assert!(!is_nothing(&record::at(plan.cover(), &path).unwrap().to_json()), "{lang}: {path}");
        }
        let count = |table: Table| plan.count(table);
        let check = |table: Table, least: usize, most: usize| {
            assert!((least..=most).contains(&count(table)), "{lang}: {} {}", count(table), table.name());
        };
        check(Table::BusinessGoals, 2, 2);
        check(Table::Objectives, 2, 3);
        check(Table::Audiences, 2, 2);
        check(Table::Strategies, 2, 2);
        check(Table::WontDo, 2, 3);
        check(Table::Tactics, 5, 7);
        check(Table::Actions, 10, 14);
        check(Table::People, 2, 4);
        check(Table::Kpis, 3, 4);
        check(Table::Reviews, 3, 3);
        let all_filled = |fields: &[&str], row: &dyn record::Record, of: &str| {
            for path in fields {
                assert!(!is_nothing(&record::at(row, path).unwrap().to_json()), "{lang}: {of} {path}");
            }
        };
        for (key, strategy) in plan.all::<Strategy>() {
            let fields = record::paths(strategy);
            all_filled(&fields.iter().map(String::as_str).collect::<Vec<_>>(), strategy, key.as_str());
        }
        for (key, tactic) in plan.all::<Tactic>() {
            let fields =
                ["text", "strategy_ids", "channel", "kind", "bridge.destination", "bridge.cta", "budget", "status"];
            all_filled(&fields, tactic, key.as_str());
        }
        for (key, objective) in plan.all::<Objective>() {
            let fields =
                ["text", "business_goal_id", "metric", "baseline", "target", "due", "owner", "kind", "progress"];
            all_filled(&fields, objective, key.as_str());
        }
        for (key, line) in plan.all::<WontDo>() {
            all_filled(&["text", "reason"], line, key.as_str());
        }
    });
}

#[test]
fn everything_is_linked_and_done_by_somebody() {
    each(|lang, plan| {
        assert_eq!(loose(plan), [], "{lang}");
        let people: Vec<&str> = plan.all::<Person>().map(|(_, person)| person.name.as_str()).collect();
        for (key, action) in plan.all::<Action>() {
            assert!(people.contains(&action.owner.as_str()), "{lang}: {key}");
            assert!(plan.linked::<Tactic>(&action.tactic_id).is_some(), "{lang}: {key}");
        }
        for (key, tactic) in plan.all::<Tactic>() {
            assert!(!tactic.strategy_ids.is_empty(), "{lang}: {key}");
            assert!(plan.all::<Action>().any(|(_, action)| action.tactic_id == *key), "{lang}: no action for {key}");
        }
    });
}

#[test]
fn money_and_hours_add_up_within_what_there_is() {
    each(|lang, plan| {
        let spending = spending(plan);
        assert!(spending.planned > 0 && spending.left().unwrap() >= 0, "{lang}: {spending:?}");
        for cost in spending.tactics {
            assert!(cost.actions <= cost.budget.unwrap(), "{lang}: {cost:?}");
        }
        for load in loads(plan, plan.cover().start.unwrap(), 26) {
            let busiest = load.weeks.iter().copied().fold(0.0, f64::max);
            assert!(busiest > 0.0 && busiest <= load.can_give.unwrap(), "{lang}: {} {busiest}", load.owner);
        }
    });
}

#[test]
fn they_begin_on_a_monday_and_keep_to_their_days() {
    each(|lang, plan| {
        let Cover { start, end, updated, .. } = plan.cover();
        let (start, end) = (start.unwrap(), end.unwrap());
        assert_eq!(start.weekday(), 1, "{lang}");
        assert!(updated.unwrap() <= start, "{lang}");
        for (key, action) in plan.all::<Action>() {
            let (first, last) = action.days().unwrap();
            assert!(start <= first && last <= start.plus(90), "{lang}: {key}");
        }
        for (key, objective) in plan.all::<Objective>() {
            assert!((start..=end).contains(&objective.due.unwrap()), "{lang}: {key}");
            let progress = progress(objective);
            assert!(!progress.reached() && progress.readings.iter().all(|(day, _)| *day <= start), "{lang}: {key}");
        }
        // Whichever day of its first two weeks it is opened on, nothing is late and nothing was done before its time.
        for today in (0..14).map(|days| start.plus(days)) {
            assert_eq!(missed_reviews(plan, today), [], "{lang}");
            assert!(next_review(plan, today).unwrap().1 <= today.plus(90), "{lang}");
            let late = plan.all::<Action>().find(|(_, action)| action.is_open() && action.end.unwrap() < today);
            assert_eq!(late, None, "{lang}: {today}");
        }
        assert!(plan.all::<Action>().all(|(_, action)| action.is_open() || action.end.unwrap() <= start), "{lang}");
        let held: Vec<&Review> = plan.all::<Review>().map(|(_, review)| review).filter(|review| review.held).collect();
        assert_eq!(held.len(), 1, "{lang}");
        assert!(held[0].date.unwrap() <= start && !held[0].decision.is_empty(), "{lang}");
    });
}

/// A firm of its own in each language, not a translation.
#[test]
fn the_examples_have_no_name_in_common() {
    let names = |lang: &str| -> BTreeSet<String> {
        let plan = sound(&file(lang));
        let people = plan.all::<Person>().map(|(_, person)| person.name.clone());
        let ids = Table::ALL.iter().flat_map(|table| plan.rows(*table)).filter(|(_, row)| !row.id().is_empty());
        people.chain(ids.map(|(key, _)| key.0.clone())).chain([plan.cover().title.clone()]).collect()
    };
    for (at, lang) in LANGUAGES.iter().enumerate() {
        for other in &LANGUAGES[..at] {
            let common: Vec<String> = names(lang).intersection(&names(other)).cloned().collect();
            assert!(common.is_empty(), "{lang} and {other}: {common:?}");
        }
    }
}
