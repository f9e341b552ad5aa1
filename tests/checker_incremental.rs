//! After any edits the checker that followed them says what one says that sees the plan for the first time.
#![cfg(not(target_arch = "wasm32"))]

mod checker_common;
mod common;
mod plan_common;

use checker_common::{TODAY, setup};
use plan_common::{Wish, any_plan, any_wish, clean_plan, day};
use proptest::{prelude::*, sample::Index};
use strategy_first::plan::{
    checker::{
        checker::{Checker, Whole},
        finding::Finding,
        touched::Touched,
    },
    edit::Edit,
    field::Content,
    history::History,
    link::Place,
    model::{Person, Review},
    plan::Plan,
    record,
    table::{Row, Table},
};

fn afresh(plan: &Plan) -> Vec<Finding> {
    Checker::new(plan, day(TODAY), &setup("en")).findings().cloned().collect()
}

/// Few words, so that texts are often alike, often ruled out, and often tools.
const WORDS: [&str; 12] =
    ["post", "news", "radio", "seo", "the", "raise", "cut", "leverage", "tbd", "café", "12", "online shop"];
const OWNERS: [&str; 6] = ["Ana", "ana", "ANA", "Ben", "team", ""];
const DAYS: [&str; 6] = ["2025-11-01", "2026-03-09", "2026-03-12", "2026-04-20", "2026-08-08", "2027-02-01"];

/// An edit that rules react to: a wish of any kind, or something that makes sense in a field that is there.
#[derive(Clone, Debug)]
enum Step {
    Wish(Wish),
    Sense { row: Index, field: Index, words: Vec<Index>, number: u8 },
    Undo,
    Redo,
}

fn any_step() -> impl Strategy<Value = Step> {
    let sense = (any::<Index>(), any::<Index>(), prop::collection::vec(any::<Index>(), 0..5), any::<u8>());
    prop_oneof![
        3 => any_wish().prop_map(Step::Wish),
        8 => sense.prop_map(|(row, field, words, number)| Step::Sense { row, field, words, number }),
        1 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ]
}

fn sense(plan: &Plan, row: Index, field: Index, words: &[Index], number: u8) -> Option<Edit> {
    let rows = Table::ALL.iter().flat_map(|table| plan.rows(*table).map(|(key, row)| (*table, key, row)));
    let rows: Vec<_> = rows.collect();
    let (table, key, row) = rows.get(row.index(rows.len() + 1))?;
    let paths: Vec<String> = record::paths(row.record()).into_iter().filter(|path| path != "id").collect();
    let path = field.get(&paths);
    let held = record::at(row.record(), path)?.content()?;
    let place = Place::new(*table, key.as_str());
    Some(Edit::set_row(place, path, sensible(plan, row, path, &held, words, number)?))
}

fn sensible(plan: &Plan, row: &Row, path: &str, held: &Content, words: &[Index], number: u8) -> Option<Content> {
    let pick = |list: &[&str]| list[usize::from(number) % list.len()].to_owned();
    let id = |table: Table| {
        let ids: Vec<String> = plan.rows(table).map(|(key, _)| key.0.clone()).collect();
        ids.get(usize::from(number) % (ids.len() + 1)).cloned().unwrap_or_default()
    };
    Some(match (path, held) {
        ("owner" | "name", _) => Content::Text(pick(&OWNERS)),
        ("business_goal_id", _) => Content::Text(id(Table::BusinessGoals)),
        ("objective_id", _) => Content::Text(id(Table::Objectives)),
        ("audience_id", _) => Content::Text(id(Table::Audiences)),
        ("tactic_id", _) => Content::Text(id(Table::Tactics)),
        ("objective_ids", _) => {
            Content::Texts(Some(id(Table::Objectives)).filter(|id| !id.is_empty()).into_iter().collect())
        }
        ("strategy_ids", _) => {
            Content::Texts(Some(id(Table::Strategies)).filter(|id| !id.is_empty()).into_iter().collect())
        }
        ("rule", _) => Content::Text(pick(&["OBJ-02", "OBJ-05", "ACT-01", "BAS-01", "STR-08", "ACT-05"])),
        ("entity", _) => {
            Content::Text([pick(&["plan", "Ana"]), id(Table::Objectives), id(Table::Actions)][words.len() % 3].clone())
        }
        ("status", _) if row.table() == Table::Tactics => Content::Text(pick(&["", "active", "paused", "dropped"])),
        ("status", _) => Content::Text(pick(&["", "doing", "done", "dropped"])),
        ("priority", _) => Content::Text(pick(&["primary", "secondary"])),
        ("kind", _) if row.table() == Table::Tactics => Content::Text(pick(&["paid", "social", "owned"])),
        (_, Content::Text(_)) => {
            Content::Text(words.iter().map(|word| *word.get(&WORDS)).collect::<Vec<_>>().join(" "))
        }
        (_, Content::Day(_)) => Content::Day(Some(day(&pick(&DAYS)))),
        (_, Content::Whole(_)) => Content::Whole((number > 20).then_some(i64::from(number))),
        (_, Content::Quantity(_)) => {
            Content::Quantity(strategy_first::plan::value::Number::new(f64::from(number % 40)))
        }
        (_, Content::Flag(_)) => Content::Flag(number > 127),
        _ => return None,
    })
}

/// A plan in which there is something of everything.
fn begin() -> Plan {
    let mut plan = clean_plan();
    for name in ["t1", "t2", "t3"] {
        let empty = |table: Table| {
            let mut row = table.empty_row();
            if table != Table::People && table != Table::Dismissed {
                record::at_mut(row.record_mut(), "id").unwrap().exchange(&mut Content::Text(name.to_owned()));
            }
            Edit::Insert { key: name.into(), row: Box::new(row), in_front_of: None }
        };
        for table in Table::ALL {
            plan.apply(empty(*table)).unwrap();
        }
    }
    plan
}

fn follow(mut plan: Plan, steps: Vec<Step>) -> Result<(), TestCaseError> {
    let (mut history, mut checker) = (History::default(), Checker::new(&plan, day(TODAY), &setup("en")));
    for step in steps {
        let touched = match &step {
            Step::Undo => history.to_undo().map(Touched::by),
            Step::Redo => history.to_redo().map(Touched::by),
            Step::Wish(wish) => Some(wish.edit(&plan)).map(|edit| apply(&mut plan, &mut history, edit)),
            Step::Sense { row, field, words, number } => {
                sense(&plan, *row, *field, words, *number).map(|edit| apply(&mut plan, &mut history, edit))
            }
        };
        match step {
            Step::Undo => drop(history.undo(&mut plan)),
            Step::Redo => drop(history.redo(&mut plan)),
            _ => {}
        }
        checker.update(&plan, &touched.unwrap_or_default());
        let found: Vec<Finding> = checker.findings().cloned().collect();
        let afresh = afresh(&plan);
        let is_in = |list: &[Finding], one: &Finding| list.contains(one);
        let stale: Vec<&Finding> = found.iter().filter(|one| !is_in(&afresh, one)).collect();
        let missed: Vec<&Finding> = afresh.iter().filter(|one| !is_in(&found, one)).collect();
        prop_assert!(found == afresh, "after {:?}: stale {:#?}, missed {:#?}", step, stale, missed);
    }
    Ok(())
}

fn apply(plan: &mut Plan, history: &mut History, edit: Edit) -> Vec<Touched> {
    let touched = Touched::by(&edit);
    let _ = history.change(plan, edit);
    history.pause();
    touched
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_full_plan_is_followed(steps in prop::collection::vec(any_step(), 1..40)) {
        follow(begin(), steps)?;
    }

    #[test]
    fn a_plan_is_checked_in_pieces_as_in_one_go(plan in any_plan(), pieces in 1..50_usize) {
        let mut whole = Whole::new(&plan, day(TODAY), &setup("en"));
        while whole.go_on(&plan, pieces) {}
        prop_assert!(!whole.go_on(&plan, pieces));
        prop_assert!(whole.checker().findings().cloned().eq(afresh(&plan)));
    }

    #[test]
    fn any_plan_is_followed(plan in any_plan(), steps in prop::collection::vec(any_step(), 1..12)) {
        follow(plan, steps)?;
    }
}

/// Rows put between the same two over and over, until no number is left between theirs.
#[test]
fn there_is_always_room_between_two_rows() {
    let mut plan = clean_plan();
    let mut checker = Checker::new(&plan, day(TODAY), &setup("en"));
    for number in 0..60 {
        let key = format!("n{number}");
        let row = strategy_first::plan::model::Tactic {
            id: key.as_str().into(),
            text: "The same again".to_owned(),
            ..Default::default()
        };
        let edit = Edit::Insert { key: key.as_str().into(), row: Box::new(row.into()), in_front_of: Some("T2".into()) };
        let touched = Touched::by(&edit);
        plan.apply(edit).unwrap();
        checker.update(&plan, &touched);
        assert!(checker.findings().cloned().eq(afresh(&plan)), "{number}");
    }
}

#[test]
fn an_edit_that_was_refused_does_no_harm() {
    let plan = clean_plan();
    let mut checker = Checker::new(&plan, day(TODAY), &setup("en"));
    let touched = [
        Touched::Row(Place::new(Table::Tactics, "T9")),
        Touched::Moved(Place::new(Table::Tactics, "T1")),
        Touched::Cover,
    ];
    checker.update(&plan, &touched);
    assert!(checker.findings().next().is_none());
    let before = plan.clone();
    let mut plan = plan;
    let edit = Edit::add("p", Person { name: "Zoé".to_owned(), ..Person::default() });
    assert!(plan.apply(Edit::add("R1", Review { id: "R1".into(), ..Review::default() })).is_err());
    let touched = Touched::by(&edit);
    plan.apply(edit).unwrap();
    checker.update(&plan, &touched);
    assert!(checker.findings().cloned().eq(afresh(&plan)) && plan != before);
}
