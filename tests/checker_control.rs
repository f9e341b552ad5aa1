//! The checker on reviews and measures.
#![cfg(not(target_arch = "wasm32"))]

mod checker_common;
mod common;
mod plan_common;

use checker_common::{fires, objective, on, rests, with};
use serde_json::{Value, json};

fn reviews(dates: &[&str]) -> Value {
    let review = |(id, date): (usize, &&str)| json!({"id": format!("r{id}"), "date": date});
    json!({"reviews": dates.iter().enumerate().map(review).collect::<Vec<_>>()})
}

#[test]
fn ctl_01_wants_a_review_in_the_next_ninety_days() {
    // 90 days after 10 March 2026 is 8 June.
    let plan = |dates: &[&str], start: &str| with(reviews(dates), json!({"start": start, "objectives": [{"id": "o"}]}));
    fires("CTL-01", &plan(&[], ""), &["warn plan [reviews] edit"]);
    fires("CTL-01", &plan(&["2026-03-09", "2026-06-09", ""], ""), &["warn plan [reviews] edit"]);
    rests("CTL-01", &plan(&["2026-03-10"], ""));
    rests("CTL-01", &plan(&["2026-06-08"], "2026-01-01"));
    rests("CTL-01", &plan(&["2026-06-09"], "2026-03-11"));
    fires("CTL-01", &plan(&["2026-03-10"], "2026-03-11"), &["warn plan [reviews] edit"]);
    rests("CTL-01", &reviews(&[]));
    on("9999-12-20", "CTL-01", &plan(&[], ""), &["warn plan [reviews] edit"]);
}

fn kpi(but: Value, more: Value) -> Value {
    let measure =
        json!({"id": "k", "name": "Enquiries a month", "objective_id": "o", "target": 35, "source": "Phone log"});
    with(json!({"kpis": [with(measure, but)], "objectives": [objective(json!({}))]}), more)
}

#[test]
fn ctl_02_wants_a_target_and_an_objective() {
    let none = json!({});
    fires("CTL-02", &kpi(json!({"target": null}), none.clone()), &["warn k target edit"]);
    fires("CTL-02", &kpi(json!({"objective_id": "x"}), none.clone()), &["warn k objective_id"]);
    fires("CTL-02", &kpi(json!({"objective_id": "", "target": null}), none.clone()), &["warn k target"]);
    let aimless = json!({"objectives": [objective(json!({"target": null}))]});
    fires("CTL-02", &kpi(json!({"target": null}), aimless), &["warn k target"]);
    rests("CTL-02", &kpi(none.clone(), none));
    rests("CTL-02", &kpi(json!({"target": 0}), json!({})));
}

#[test]
fn ctl_03_wants_one_target_for_one_figure() {
    let other = |but: Value, objective_has: Value| kpi(but, json!({"objectives": [objective(objective_has)]}));
    fires("CTL-03", &other(json!({"target": 36}), json!({})), &["warn k target edit"]);
    fires("CTL-03", &other(json!({"name": "enquiries, A MONTH"}), json!({"target": -35})), &["warn k target edit"]);
    rests("CTL-03", &other(json!({"target": 36, "name": "Enquiries"}), json!({})));
    rests("CTL-03", &other(json!({"target": null}), json!({})));
    rests("CTL-03", &other(json!({"target": 36}), json!({"target": null})));
    rests("CTL-03", &other(json!({}), json!({})));
}

#[test]
fn ctl_04_asks_whether_an_unchanged_plan_is_still_true() {
    // 90 days before 10 March 2026 is 10 December 2025.
    fires("CTL-04", &json!({"updated": "2025-12-09"}), &["hint plan [reviews] edit"]);
    rests("CTL-04", &json!({"updated": "2025-12-10"}));
    rests("CTL-04", &json!({"updated": "2026-12-31"}));
    rests("CTL-04", &json!({}));
}

#[test]
fn ctl_05_wants_to_know_where_the_figure_comes_from() {
    fires("CTL-05", &kpi(json!({"source": " "}), json!({})), &["hint k source"]);
    rests("CTL-05", &kpi(json!({}), json!({})));
}

#[test]
fn ctl_06_asks_when_the_day_has_passed() {
    let review = |but: Value| json!({"reviews": [with(json!({"id": "r", "date": "2026-03-09"}), but)]});
    fires("CTL-06", &review(json!({})), &["warn r date"]);
    fires("CTL-06", &review(json!({"id": ""})), &["warn plan date"]);
    rests("CTL-06", &review(json!({"held": true})));
    rests("CTL-06", &review(json!({"date": "2026-03-10"})));
    rests("CTL-06", &review(json!({"date": ""})));
}

#[test]
fn ctl_07_wants_no_more_than_ninety_days_between_two() {
    let until = |dates: &[&str], end: &str| with(reviews(dates), json!({"end": end}));
    fires("CTL-07", &until(&["2026-06-30", "2026-03-31"], ""), &["warn plan [reviews] edit"]);
    fires("CTL-07", &until(&["2026-03-31"], "2026-06-30"), &["warn plan [reviews] edit"]);
    fires("CTL-07", &until(&["2026-03-31"], "2027-12-31"), &["warn plan [reviews] edit"]);
    fires("CTL-07", &until(&["2026-03-31"], "2046-12-31"), &["warn plan [reviews]"]);
    rests("CTL-07", &until(&["2026-03-31", "2026-06-29"], "2026-09-27"));
    rests("CTL-07", &until(&["2026-03-31"], "2026-03-01"));
    rests("CTL-07", &until(&["2026-03-09"], "2027-12-31"));
    rests("CTL-07", &until(&[], "2027-12-31"));
    // The year's end, and a leap day.
    on("2027-12-01", "CTL-07", &until(&["2027-12-01", "2028-02-29"], ""), &[]);
    on("2027-12-01", "CTL-07", &until(&["2027-12-01", "2028-03-01"], ""), &["warn plan [reviews] edit"]);
}

#[test]
fn ctl_08_asks_what_likes_lead_to() {
    fires("CTL-08", &kpi(json!({"name": "Instagram followers"}), json!({})), &["hint k name"]);
    fires(
        "CTL-08",
        &kpi(json!({}), json!({"objectives": [objective(json!({"metric": "reach"}))]})),
        &["hint o metric"],
    );
    rests("CTL-08", &kpi(json!({"name": "Reviews and unlikes"}), json!({})));
    fires("CTL-08", &kpi(json!({"name": "Mentions J’aime"}), json!({"language": "fr"})), &["hint k name"]);
}

#[test]
fn ctl_09_wants_to_know_what_was_decided() {
    let review = |held: bool, decision: &str| json!({"reviews": [{"id": "r", "date": "2026-03-01", "held": held, "decision": decision}]});
    fires("CTL-09", &review(true, " "), &["hint r decision"]);
    rests("CTL-09", &review(true, "Go on"));
    rests("CTL-09", &review(false, ""));
}
