//! The checker on tactics: what they serve, where they lead, what was ruled out, and what they cost.
#![cfg(not(target_arch = "wasm32"))]

mod checker_common;
mod common;
mod plan_common;

use checker_common::{action, fires, rests, strategy, tactic, with};
use serde_json::{Value, json};

/// A plan with one strategy and one tactic that has all its parts but for these.
fn one(but: Value) -> Value {
    json!({"strategies": [strategy(json!({}))], "tactics": [tactic(but)]})
}

#[test]
fn tac_01_wants_a_strategy_for_each_tactic_and_a_tactic_for_each_action() {
    let serving = |ids: Value| one(json!({"strategy_ids": ids}));
    fires("TAC-01", &serving(json!([])), &["error t strategy_ids edit"]);
    fires("TAC-01", &serving(json!(["gone", "S"])), &["error t strategy_ids edit"]);
    let two = with(serving(json!([])), json!({"strategies": [{"id": "s"}, {"id": "r"}, {}]}));
    fires("TAC-01", &two, &["error t strategy_ids"]);
    rests("TAC-01", &serving(json!(["gone", "s"])));
    rests("TAC-01", &one(json!({"strategy_ids": [], "status": "dropped"})));
    rests("TAC-01", &json!({"tactics": [tactic(json!({}))]}));
    let of = |but: Value| json!({"tactics": [tactic(json!({})), tactic(json!({"id": "d", "status": "dropped"}))], "actions": [action(but)]});
    for id in ["", "gone", "d"] {
        fires("TAC-01", &of(json!({"tactic_id": id})), &["error a tactic_id edit"]);
    }
    fires("TAC-01", &of(json!({"tactic_id": "d", "status": "done"})), &["error a tactic_id edit"]);
    fires("TAC-01", &json!({"actions": [action(json!({"id": ""}))]}), &["error plan tactic_id"]);
    rests("TAC-01", &of(json!({})));
    rests("TAC-01", &of(json!({"tactic_id": "", "status": "dropped"})));
}

#[test]
fn tac_02_wants_a_way_back() {
    let leads = |kind: &str, destination: &str, cta: &str| {
        one(json!({"kind": kind, "bridge": {"destination": destination, "cta": cta}}))
    };
    for kind in ["social", "email", "paid", "listing", "pr", "event"] {
        fires("TAC-02", &leads(kind, "", "Book"), &["warn t bridge.destination"]);
        fires("TAC-02", &leads(kind, "/offer", " "), &["warn t bridge.cta"]);
        rests("TAC-02", &leads(kind, "/offer", "Book"));
    }
    for kind in ["owned", "search", "content", "other", ""] {
        rests("TAC-02", &leads(kind, "", ""));
    }
    rests("TAC-02", &one(json!({"kind": "social", "converts_on_platform": true})));
    rests("TAC-02", &one(json!({"kind": "social", "status": "dropped"})));
    rests("TAC-02", &with(leads("social", "", ""), json!({"home_base": {"kind": "none"}})));
    fires(
        "TAC-02",
        &with(leads("social", "", ""), json!({"home_base": {"kind": "shop"}})),
        &["warn t bridge.destination"],
    );
}

#[test]
fn tac_03_counts_channels_against_people() {
    let plan = |channels: &[&str], people: Value, wont: Value| {
        let tactics =
            channels.iter().enumerate().map(|(id, channel)| tactic(json!({"id": id.to_string(), "channel": channel})));
        json!({"tactics": tactics.collect::<Vec<_>>(), "people": people, "wont_do": wont})
    };
    let five = ["a", "b", "c", "d", "é"];
    let named =
        |count: usize| Value::from((0..count).map(|name| json!({"name": name.to_string()})).collect::<Vec<_>>());
    for people in [json!([]), named(1), named(2), json!([{"name": " "}, {"name": ""}, {"hours_per_week": 3}])] {
        fires("TAC-03", &plan(&five, people.clone(), json!([])), &["warn plan [tactics]"]);
        fires("TAC-03", &plan(&five, people, json!([{"text": "x"}])), &["hint plan [tactics]"]);
    }
    rests("TAC-03", &plan(&five, named(3), json!([])));
    rests("TAC-03", &plan(&five[..4], json!([]), json!([])));
    rests("TAC-03", &plan(&["É!", "  é ", "E\u{301}", "b", "c", "d", ""], json!([]), json!([])));
    let mut dropped = plan(&five, json!([]), json!([]));
    dropped["tactics"][2]["status"] = json!("dropped");
    rests("TAC-03", &dropped);
}

#[test]
fn tac_04_wants_an_action() {
    let with_action = |but: Value| with(one(json!({})), json!({"actions": [action(but)]}));
    fires("TAC-04", &one(json!({})), &["warn t [actions]"]);
    fires("TAC-04", &with_action(json!({"status": "dropped"})), &["warn t [actions]"]);
    fires("TAC-04", &with_action(json!({"tactic_id": "T"})), &["warn t [actions]"]);
    rests("TAC-04", &with_action(json!({"status": "done"})));
    rests("TAC-04", &one(json!({"status": "dropped"})));
}

#[test]
fn tac_05_remembers_what_was_ruled_out() {
    let wont = |line: &str, text: &str, channel: &str| {
        with(one(json!({"text": text, "channel": channel})), json!({"wont_do": [{"id": "w", "text": line}]}))
    };
    // Three content words of five, and the only one.
    fires(
        "TAC-05",
        &wont("Glossy printed leaflets for hotels", "Printed leaflets, then hotels", ""),
        &["warn t text edit"],
    );
    fires("TAC-05", &wont("Discounts", "Discounts in winter", ""), &["warn t text edit"]);
    rests("TAC-05", &wont("Glossy printed leaflets for hotels", "Printed leaflets", ""));
    rests("TAC-05", &wont("Summer discounts", "Discounts in winter", ""));
    rests("TAC-05", &wont("1 2 3", "1 2 3", ""));
    rests("TAC-05", &wont("", "", ""));
    // A channel or a tool that the line names.
    fires("TAC-05", &wont("Local radio spots at night", "Talks", "Radio"), &["hint t text edit"]);
    fires("TAC-05", &wont("Paid posts on TikTok", "A TikTok a day", ""), &["hint t text edit"]);
    rests("TAC-05", &wont("Local radio spots at night", "Talks", "radiology"));
    rests("TAC-05", &wont("Local radio spots at night", "Talks about radio", "talks"));
    fires("TAC-05", &wont("Ads with us", "Talks", "us"), &["hint t text edit"]);
    let action = json!({
        "wont_do": [{"id": "w", "text": "Cold calls"}, {"text": "Cold calls in June"}, {"id": "x", "text": "Fairs"}],
        "actions": [action(json!({"text": "Make cold calls"})), action(json!({"id": "b", "status": "dropped", "text": "Cold calls"}))],
    });
    fires("TAC-05", &action, &["warn a text edit", "warn a text edit"]);
    rests(
        "TAC-05",
        &with(
            wont("Discounts", "Discounts", ""),
            json!({"tactics": [tactic(json!({"text": "Discounts", "status": "dropped"}))]}),
        ),
    );
    let french = json!({"language": "fr", "wont_do": [{"text": "De la publicité à la radio"}], "tactics": [tactic(json!({"text": "Publicité à la radio l’été"}))]});
    fires("TAC-05", &french, &["warn t text edit"]);
}

#[test]
fn tac_06_wants_each_tactic_once() {
    let two = |channel: &str, but: Value| {
        with(
            one(json!({"channel": channel})),
            json!({
                "tactics": [tactic(json!({"channel": channel, "budget": null})), tactic(with(json!({"id": "q", "budget": 7, "strategy_ids": ["r"]}), but))],
                "actions": [action(json!({"tactic_id": "q"}))],
            }),
        )
    };
    fires("TAC-06", &two("Group", json!({})), &["warn q text edit"]);
    fires("TAC-06", &two("", json!({"channel": ""})), &["warn q text edit"]);
    rests("TAC-06", &two("Forum", json!({})));
    rests("TAC-06", &two("group", json!({"text": "Ask questions"})));
    rests("TAC-06", &two("group", json!({"status": "dropped"})));
}

#[test]
fn tac_07_asks_about_the_home_page() {
    let to = |destination: &str| {
        let tactics = json!({"home_base": {"kind": "website", "url": "https://Example.org"}});
        with(one(json!({"kind": "email", "bridge": {"destination": destination, "cta": "Call"}})), tactics)
    };
    for home in ["/", " Our Website ", "homepage", "https://example.org", "home"] {
        fires("TAC-07", &to(home), &["hint t bridge.destination"]);
    }
    for fine in ["/breakdown", "", "https://example.org/a", "home visits"] {
        rests("TAC-07", &to(fine));
    }
    rests("TAC-07", &one(json!({"kind": "owned", "bridge": {"destination": "/", "cta": "Call"}})));
    fires("TAC-07", &with(to("La page d’accueil"), json!({"language": "fr"})), &["hint t bridge.destination"]);
}

#[test]
fn bud_01_adds_everything_up() {
    let spends = |total: Value, tactics: Value, actions: Value| json!({"budget": {"total": total}, "tactics": tactics, "actions": actions});
    let costs = |id: &str, tactic: &str, cost: i64| json!({"id": id, "tactic_id": tactic, "cost": cost});
    let tactics = json!([
        {"id": "t", "budget": 100}, {"id": "q", "budget": 10}, {"id": "d", "budget": 900, "status": "dropped"}, {"budget": 1},
    ]);
    // 100 for t, 40 for q, 6 of what belongs to none, 1 for the tactic without an id.
    let actions = json!([
        costs("a", "t", 60), costs("b", "q", 40), costs("c", "d", 4), costs("e", "gone", 2),
        {"id": "f", "cost": 500, "status": "dropped"},
    ]);
    fires("BUD-01", &spends(json!(146), tactics.clone(), actions.clone()), &["error plan budget.total"]);
    rests("BUD-01", &spends(json!(147), tactics.clone(), actions.clone()));
    rests("BUD-01", &spends(Value::Null, tactics, actions));
    fires("BUD-01", &spends(json!(0), json!([{"id": "t", "budget": 1}]), json!([])), &["error plan budget.total"]);
    rests("BUD-01", &spends(json!(0), json!([]), json!([])));
}

#[test]
fn bud_02_compares_a_budget_with_what_the_actions_cost() {
    let plan = |budget: Value, status: &str| {
        let costs = |id: &str, status: &str| json!({"id": id, "tactic_id": "t", "cost": 60, "status": status});
        json!({"tactics": [{"id": "t", "budget": budget, "status": status}], "actions": [costs("a", ""), costs("b", "done"), costs("c", "dropped")]})
    };
    fires("BUD-02", &plan(json!(119), ""), &["warn t budget"]);
    rests("BUD-02", &plan(json!(120), ""));
    rests("BUD-02", &plan(json!(0), ""));
    rests("BUD-02", &plan(Value::Null, ""));
    rests("BUD-02", &plan(json!(119), "dropped"));
}

#[test]
fn bud_03_asks_what_pays_for_what_is_paid() {
    let paid = |but: Value| json!({"tactics": [tactic(with(json!({"kind": "paid"}), but))]});
    fires("BUD-03", &paid(json!({})), &["hint t budget"]);
    fires("BUD-03", &paid(json!({"budget": 0})), &["hint t budget"]);
    rests("BUD-03", &paid(json!({"budget": 1})));
    rests("BUD-03", &paid(json!({"kind": "social"})));
    rests("BUD-03", &paid(json!({"status": "dropped"})));
    let with_action = |cost: i64, status: &str| {
        with(paid(json!({})), json!({"actions": [action(json!({"cost": cost, "status": status}))]}))
    };
    rests("BUD-03", &with_action(1, ""));
    fires("BUD-03", &with_action(0, ""), &["hint t budget"]);
    fires("BUD-03", &with_action(9, "dropped"), &["hint t budget"]);
}
