//! What checking a plan costs, with 10 to 10,000 rows: all of it, and one key pressed, which must not grow with the plan.
//!
//! `cargo xtask bench` runs it. Times are for looking at, never for passing or failing.

use divan::{Bencher, black_box};
use serde_json::{Value, json};
use std::{fs, sync::Arc};
use strategy_first::{
    document::reader::read,
    plan::{
        checker::{
            check,
            checker::Checker,
            setup::{Setup, joined},
            touched::Touched,
        },
        date::Date,
        edit::Edit,
        field::Content,
        link::Place,
        plan::Plan,
        table::Table,
    },
};

/// Rows in all.
const ROWS: [usize; 4] = [10, 100, 1_000, 10_000];

fn main() {
    divan::main();
}

/// A quarter tactics, three quarters actions, with few findings.
#[divan::bench(args = ROWS)]
fn check_all(bencher: Bencher, rows: usize) {
    let (plan, setup) = (plan(&file(rows)), setup());
    bencher.bench_local(|| check(black_box(&plan), today(), &setup));
}

/// As many objectives, none like another but by half; and as many that all say the same.
#[divan::bench(args = ROWS)]
fn check_objectives_that_are_half_alike(bencher: Bencher, rows: usize) {
    let (plan, setup) = (plan(&objectives(rows, &["Win the trust of", "back with care"])), setup());
    bencher.bench_local(|| check(black_box(&plan), today(), &setup));
}

#[divan::bench(args = ROWS)]
fn check_objectives_that_are_all_alike(bencher: Bencher, rows: usize) {
    let alike = "Answer every enquiry about faults of older machines within the hour for";
    let (plan, setup) = (plan(&objectives(rows, &[alike, "and others nearby"])), setup());
    bencher.bench_local(|| check(black_box(&plan), today(), &setup));
}

/// The worst there is: texts of eight words out of thirty, none like another.
#[divan::bench(args = ROWS, sample_count = 5)]
fn check_objectives_of_few_words(bencher: Bencher, rows: usize) {
    let mut seed = 1_u64;
    let mut word = || {
        // Knuth's MMIX generator: any will do that scatters.
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        name(usize::try_from(seed >> 40).unwrap_or_default() % 30)
    };
    let mut file = objectives(rows, &["", ""]);
    for objective in file["objectives"].as_array_mut().into_iter().flatten() {
        objective["text"] = (0..8).map(|_| word()).collect::<Vec<_>>().join(" ").into();
    }
    let (plan, setup) = (plan(&file), setup());
    bencher.bench_local(|| check(black_box(&plan), today(), &setup));
}

mod one_key {
    use super::{Bencher, Checker, Content, Edit, Place, ROWS, Table, Touched, file, plan, setup, today};

    fn typed(bencher: Bencher, rows: usize, place: Option<&Place>, field: &str, texts: [&str; 2]) {
        let mut plan = plan(&file(rows));
        let mut checker = Checker::new(&plan, today(), &setup());
        let mut other = 0;
        bencher.bench_local(|| {
            other = 1 - other;
            let text = Content::Text(texts[other].to_owned());
            let edit = match place {
                Some(place) => Edit::set_row(place.clone(), field, text),
                None => Edit::set(field, text),
            };
            let touched = Touched::by(&edit);
            let applied = plan.apply(edit).is_ok();
            checker.update(&plan, &touched);
            applied
        });
    }

    #[divan::bench(args = ROWS)]
    fn in_a_tactic(bencher: Bencher, rows: usize) {
        let place = Place::new(Table::Tactics, &format!("t{}", rows / 8));
        typed(bencher, rows, Some(&place), "text", ["Answer questions in the caf", "Answer questions in the café"]);
    }

    #[divan::bench(args = ROWS)]
    fn in_an_action(bencher: Bencher, rows: usize) {
        let place = Place::new(Table::Actions, &format!("a{}", rows / 8 * 3));
        typed(bencher, rows, Some(&place), "text", ["Draft ten answers", "Draft ten answer"]);
    }

    /// Everything this person has to do is added up again.
    #[divan::bench(args = ROWS)]
    fn in_the_name_of_an_owner(bencher: Bencher, rows: usize) {
        let place = Place::new(Table::Actions, &format!("a{}", rows / 8 * 3));
        typed(bencher, rows, Some(&place), "owner", ["Person 1", "Person"]);
    }

    #[divan::bench(args = ROWS)]
    fn in_the_summary(bencher: Bencher, rows: usize) {
        typed(bencher, rows, None, "situation.summary", ["Most come by word of mouth", "Most come by word of mout"]);
    }

    /// Every tactic is asked whether it leads there.
    #[divan::bench(args = ROWS)]
    fn in_the_address_of_the_home_base(bencher: Bencher, rows: usize) {
        typed(bencher, rows, None, "home_base.url", ["https://example.org", "https://example.or"]);
    }

    /// Every tactic and action that shares a word with it is asked.
    #[divan::bench(args = ROWS)]
    fn in_what_is_ruled_out(bencher: Bencher, rows: usize) {
        let place = Place::new(Table::WontDo, "w");
        typed(bencher, rows, Some(&place), "text", ["Paid adverts", "Paid advert"]);
    }
}

fn today() -> Date {
    Date::new(2026, 3, 10).unwrap_or(Date::FIRST)
}

fn plan(file: &Value) -> Plan {
    read(file, Plan::read).0
}

fn setup() -> Arc<Setup> {
    let read = |path: &str| -> Value {
        let path = format!("{}/content/{path}", env!("CARGO_MANIFEST_DIR"));
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
    };
    // Without its numbers the checker would do something else, and the times mean nothing.
    let (setup, faults) = Setup::read(&joined(&read("checker.json"), &read("en/checker.json")));
    assert_eq!(faults, []);
    Arc::new(setup)
}

/// A word that no other number has.
fn name(number: usize) -> String {
    let letters = number.to_string().bytes().map(|digit| char::from(digit - b'0' + b'k')).collect::<String>();
    format!("z{letters}")
}

fn objectives(rows: usize, around: &[&str; 2]) -> Value {
    let objective = |number: usize| {
        json!({
            "id": format!("o{number}"), "text": format!("{} {} {}", around[0], name(number), around[1]),
            "metric": name(number), "baseline": 1, "target": 2, "due": "2026-06-30",
        })
    };
    json!({"format": "strategy-first/plan", "version": 1, "objectives": (0..rows).map(objective).collect::<Vec<_>>()})
}

fn file(rows: usize) -> Value {
    let tactics = rows / 4;
    let people = rows / 10 + 1;
    let tactic = |number: usize| {
        json!({
            "id": format!("t{number}"), "text": format!("Answer questions of {} in the café owners' group", name(number)),
            "strategy_ids": ["s"], "channel": format!("group {}", number % 4), "kind": "social", "budget": 20_000,
            "bridge": {"destination": "/breakdown", "cta": "Book a same-day repair"},
        })
    };
    let action = |number: usize| {
        json!({
            "id": format!("a{number}"), "text": "Draft ten answers to common faults", "tactic_id": format!("t{}", number / 3),
            "owner": format!("Person {}", number % people), "start": "2026-03-09", "end": "2026-04-20", "hours": 8, "cost": 1_999,
        })
    };
    let person = |number: usize| json!({"name": format!("Person {number}"), "hours_per_week": 20});
    json!({
        "format": "strategy-first/plan", "version": 1, "id": "p", "start": "2026-03-02", "end": "2026-08-31",
        "home_base": {"kind": "website", "url": "https://example.org"},
        "business_goals": [{"id": "g", "text": "Fill the second bench"}],
        "objectives": [{
            "id": "o", "text": "Raise repair enquiries", "business_goal_id": "g", "metric": "enquiries", "baseline": 20,
            "target": 35, "due": "2026-06-30",
        }],
        "audiences": [{"id": "u", "name": "Owners of cafés"}],
        "strategies": [{
            "id": "s", "text": "Be the first call when a machine breaks", "objective_ids": ["o"], "audience_id": "u",
            "positioning": "Same day", "where": "Groups", "why": "They ask there", "opposite": "Be the cheapest",
        }],
        "wont_do": [{"id": "w", "text": "Paid adverts"}],
        "tactics": (0..tactics).map(tactic).collect::<Vec<_>>(),
        "actions": (0..rows - tactics).map(action).collect::<Vec<_>>(),
        "people": (0..people).map(person).collect::<Vec<_>>(),
        "reviews": [{"id": "r", "date": "2026-05-29"}, {"id": "q", "date": "2026-07-31"}],
    })
}
