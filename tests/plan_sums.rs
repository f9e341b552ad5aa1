//! What a plan adds up to: money, hours, progress, reviews.
#![cfg(not(target_arch = "wasm32"))]

mod plan_common;

use plan_common::{any_plan, clean_plan, day, plan_with};
use proptest::prelude::*;
use serde_json::{Value, json};
use strategy_first::plan::{
    control::{missed_reviews, next_review, progress, proposed_review},
    hours::{Load, loads},
    model::Objective,
    money::{Spending, spending},
    plan::Plan,
};

/// Tactics, strategies and months in short, as in `T1 300`; `-` is what belongs to none.
fn short(spending: &Spending) -> [Vec<String>; 3] {
    let name = |id: Option<String>| id.unwrap_or_else(|| "-".to_owned());
    [
        spending
            .tactics
            .iter()
            .map(|one| (one.tactic.as_ref().map(ToString::to_string), one.counts))
            .collect::<Vec<_>>(),
        spending.strategies.iter().map(|(id, cost)| (id.as_ref().map(ToString::to_string), *cost)).collect(),
        spending.months.iter().map(|(month, cost)| (month.map(|month| month.to_string()), *cost)).collect(),
    ]
    .map(|rows| rows.into_iter().map(|(id, cost)| format!("{} {cost}", name(id))).collect())
}

fn check_money(fields: Value, planned: i64, tactics: &[&str], strategies: &[&str], months: &[&str]) {
    let spending = spending(&plan_with(fields));
    assert_eq!(short(&spending), [tactics, strategies, months]);
    assert_eq!(spending.planned, planned);
}

#[test]
fn the_clean_plan_leaves_700_of_1000() {
    let spending = spending(&clean_plan());
    assert_eq!((spending.total, spending.planned, spending.left()), (Some(1000), 300, Some(700)));
    let expected = [vec!["T1 0", "T2 300"], vec!["S1 300"], vec!["2026-03 265", "2026-04 35"]];
    assert_eq!(short(&spending), expected);
}

#[test]
fn a_tactic_counts_its_budget_or_its_actions_whichever_is_more() {
    let action = |id: &str, tactic: &str, cost: i64, status: &str| json!({"id": id, "tactic_id": tactic, "cost": cost, "status": status, "start": "2026-03-31"});
    check_money(
        json!({
            "tactics": [{"id": "a", "budget": 100}, {"id": "b", "budget": 10}, {"id": "c", "budget": 7, "status": "dropped"}],
            "actions": [
                action("1", "a", 30, "done"), action("2", "a", 500, "dropped"), action("3", "b", 40, "todo"),
                action("4", "c", 5, "todo"), action("5", "gone", 6, "doing"),
            ],
        }),
        151,
        &["a 100", "b 40", "- 11"],
        &["- 151"],
        &["2026-03 81", "- 70"],
    );
}

#[test]
fn a_tactic_of_several_strategies_is_shared_out_to_the_last_cent() {
    check_money(
        json!({
            "strategies": [{"id": "x"}, {"id": "y"}, {"id": "z"}],
            "tactics": [
                {"id": "a", "budget": 100, "strategy_ids": ["x", "y", "z", "y", "gone"]},
                {"id": "b", "budget": 1, "strategy_ids": ["y", "z"]}, {"id": "c", "budget": 9, "strategy_ids": ["gone"]},
            ],
        }),
        110,
        &["a 100", "b 1", "c 9"],
        &["x 34", "y 34", "z 33", "- 9"],
        &["- 110"],
    );
}

#[test]
fn costs_are_spread_over_months_by_days() {
    let actions = |actions: Value| json!({"actions": actions});
    check_money(
        actions(json!([{"start": "2026-01-31", "end": "2026-03-01", "cost": 100}])),
        100,
        &["- 100"],
        &["- 100"],
        &["2026-01 3", "2026-02 93", "2026-03 4"],
    );
    check_money(
        actions(json!([{"end": "2024-02-29", "cost": 3}, {"start": "2024-03-02", "end": "2024-03-01", "cost": 4}])),
        7,
        &["- 7"],
        &["- 7"],
        &["2024-02 3", "- 4"],
    );
    check_money(
        actions(json!([{"start": "0001-01-01", "end": "9999-12-31", "cost": 5}])),
        5,
        &["- 5"],
        &["- 5"],
        &["- 5"],
    );
}

/// Each person's hours, rounded to tenths, as in `Ana 6/h: 4.0 4.0`.
fn check_hours(fields: Value, first: &str, weeks: usize, expected: &[&str]) {
    let loads = loads(&plan_with(fields), day(first), weeks);
    let short = loads.iter().map(|load| {
        let weeks: Vec<String> = load.weeks.iter().map(|hours| format!("{hours:.1}")).collect();
        let gives = load.can_give.map(|hours| format!(" of {hours}")).unwrap_or_default();
        format!("{}{gives}: {}", load.owner, weeks.join(" "))
    });
    assert_eq!(short.collect::<Vec<_>>(), expected);
}

fn action(owner: &str, start: &str, end: &str, hours: f64) -> Value {
    json!({"owner": owner, "start": start, "end": end, "hours": hours})
}

#[test]
fn hours_are_spread_over_weekdays_by_iso_week() {
    let people = json!([{"name": "Ana", "hours_per_week": 6}, {"name": "Ben"}]);
    // Thursday to Tuesday: two weekdays, then two.
    let over_weekend = json!([action("Ana", "2026-03-05", "2026-03-10", 8.0)]);
    check_hours(
        json!({"people": people, "actions": over_weekend}),
        "2026-03-07",
        3,
        &["Ana of 6: 4.0 4.0 0.0", "Ben: 0.0 0.0 0.0"],
    );
    let on_a_weekend = json!([action("Ana", "2026-03-07", "2026-03-08", 3.0)]);
    check_hours(json!({"actions": on_a_weekend}), "2026-03-02", 1, &["Ana: 3.0"]);
    // Week 53 of 2026 and week 1 of 2027.
    let over_new_year =
        json!([action("Zoé", "2026-12-31", "2027-01-04", 3.0), action("ana", "2026-01-01", "2030-01-01", 0.0)]);
    check_hours(
        json!({"people": people, "actions": over_new_year}),
        "2026-12-28",
        2,
        &["Ana of 6: 0.0 0.0", "Ben: 0.0 0.0", "Zoé: 2.0 1.0", "ana: 0.0 0.0"],
    );
}

#[test]
fn what_is_finished_or_cannot_be_placed_takes_no_hours() {
    let with = |field: &str, value: Value| {
        let mut action = action("Ana", "2026-03-02", "2026-03-06", 5.0);
        action[field] = value;
        json!({"actions": [action], "people": [{"name": "Ana"}]})
    };
    check_hours(with("status", json!("doing")), "2026-03-02", 1, &["Ana: 5.0"]);
    check_hours(with("status", json!("done")), "2026-03-02", 1, &["Ana: 0.0"]);
    check_hours(with("status", json!("dropped")), "2026-03-02", 1, &["Ana: 0.0"]);
    check_hours(with("owner", json!(" ")), "2026-03-02", 1, &["Ana: 0.0"]);
    check_hours(with("end", json!(null)), "2026-03-02", 1, &["Ana: 0.0"]);
    check_hours(with("end", json!("2026-03-01")), "2026-03-02", 1, &["Ana: 0.0"]);
    check_hours(with("hours", json!(null)), "2026-03-02", 1, &["Ana: 0.0"]);
}

/// The share of an objective from `baseline` to `target`, with readings in short, as in `2026-03-01 25`.
fn share(baseline: &Value, target: &Value, readings: &[&str]) -> (Option<f64>, bool) {
    let readings: Vec<Value> = readings
        .iter()
        .map(|short| {
            let (date, value) = short.split_once(' ').unwrap();
            json!({"date": date, "value": value.parse::<f64>().unwrap()})
        })
        .collect();
    let plan = plan_with(json!({"objectives": [
        {"id": "o", "baseline": baseline, "target": target, "progress": readings},
    ]}));
    let progress = progress(plan.get::<Objective>("o").unwrap());
    assert_eq!(progress.readings.len(), readings.len());
    (progress.share, progress.reached())
}

#[test]
fn progress_runs_from_the_baseline_to_the_target() {
    let (from, to) = (json!(20), json!(40));
    assert_eq!(share(&from, &to, &[]), (None, false));
    assert_eq!(share(&from, &to, &["2026-03-01 25"]), (Some(0.25), false));
    assert_eq!(share(&from, &to, &["2026-04-01 40", "2026-03-01 25"]), (Some(1.0), true));
    assert_eq!(share(&from, &to, &["2026-03-01 40", "2026-03-01 30"]), (Some(0.5), false));
    assert_eq!(share(&from, &to, &["2026-03-01 10"]), (Some(-0.5), false));
    assert_eq!(share(&json!(0.5), &json!(-0.5), &["2026-03-01 -1"]), (Some(1.5), true));
    assert_eq!(share(&from, &from, &["2026-03-01 20"]), (None, false));
    assert_eq!(share(&Value::Null, &json!(1), &["2026-03-01 1"]), (None, false));
}

#[test]
fn readings_come_by_date_and_without_those_that_say_nothing() {
    let plan = plan_with(json!({"objectives": [{"id": "o", "progress": [
        {"date": "2026-03-02", "value": 2}, {"value": 9}, {"date": "2026-03-01"}, {"date": "2026-03-01", "value": 1},
    ]}]}));
    let readings = progress(plan.get::<Objective>("o").unwrap()).readings;
    assert_eq!(readings, [(day("2026-03-01"), 1.0), (day("2026-03-02"), 2.0)]);
}

fn reviews(plan: &Plan, today: &str) -> (Option<String>, Vec<String>) {
    let next = next_review(plan, day(today)).map(|(key, _)| key.to_string());
    (next, missed_reviews(plan, day(today)).into_iter().map(|(key, _)| key.to_string()).collect())
}

#[test]
fn the_next_review_is_the_first_from_today_that_was_not_held() {
    let plan = plan_with(json!({"reviews": [
        {"id": "c", "date": "2026-05-01"}, {"id": "a", "date": "2026-03-01"}, {"id": "x"},
        {"id": "h", "date": "2026-04-01", "held": true}, {"id": "b", "date": "2026-04-02"},
    ]}));
    let check = |today: &str, next: Option<&str>, missed: &[&str]| {
        let (is, were) = reviews(&plan, today);
        assert_eq!((is.as_deref(), were), (next, missed.iter().map(ToString::to_string).collect()), "{today}");
    };
    check("2026-01-01", Some("a"), &[]);
    check("2026-03-01", Some("a"), &[]);
    check("2026-03-02", Some("b"), &["a"]);
    check("2026-05-02", None, &["a", "b", "c"]);
}

#[test]
fn a_review_is_proposed_on_a_working_day_in_a_month() {
    let proposed =
        |start: &str, today: &str| proposed_review(&plan_with(json!({"start": start})), day(today)).to_string();
    assert_eq!(proposed("2026-03-02", "2026-04-01"), "2026-05-01");
    assert_eq!(proposed("2026-03-02", "2026-04-02"), "2026-05-04", "not on Saturday, 2 May");
    assert_eq!(proposed("2026-06-01", "2026-04-02"), "2026-07-01", "counted from the start that is to come");
    assert_eq!(proposed("", "2026-04-03"), "2026-05-04", "not on a Sunday");
}

proptest! {
    #[test]
    fn tactics_strategies_and_months_add_up_to_the_same(plan in any_plan()) {
        let spending = spending(&plan);
        prop_assert_eq!(spending.tactics.iter().map(|one| one.counts).sum::<i64>(), spending.planned);
        prop_assert_eq!(spending.strategies.iter().map(|(_, cost)| cost).sum::<i64>(), spending.planned);
        prop_assert_eq!(spending.months.iter().map(|(_, cost)| cost).sum::<i64>(), spending.planned);
        prop_assert!(spending.months.iter().all(|(_, cost)| *cost > 0));
    }

    #[test]
    fn no_hour_is_lost(start in 0_i32..40, days in 0_i32..90, hours in 0_u16..200) {
        let (start, end) = (day("2026-11-30").plus(start), day("2026-11-30").plus(start + days));
        let plan = plan_with(json!({"actions": [action("A", &start.to_string(), &end.to_string(), hours.into())]}));
        let all: f64 = loads(&plan, start, 20)[0].weeks.iter().sum();
        prop_assert!((all - f64::from(hours)).abs() < 1e-9, "{all}");
    }
}

#[test]
fn a_load_names_its_busiest_week_and_the_weeks_that_are_too_full() {
    let check = |can_give: Option<f64>, weeks: &[f64], busiest: Option<(usize, f64)>, over: usize| {
        let load = Load { owner: "A".to_owned(), can_give, weeks: weeks.to_vec() };
        assert_eq!((load.busiest(), load.weeks_over()), (busiest, over), "{load:?}");
    };
    check(None, &[], None, 0);
    check(Some(6.0), &[0.0, 0.0], None, 0);
    check(Some(6.0), &[2.0, 8.0, 8.0, 6.0], Some((1, 8.0)), 2);
    check(None, &[2.0, 1.0], Some((0, 2.0)), 0);
}
