//! What the tests of the checker share: small plans, and what is found in them, in short.

#![allow(dead_code)] // each test file is compiled by itself and needs only a part of this

use crate::{
    common::{LANGUAGES, json_file},
    plan_common::{day, plan_with},
};
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};
use strategy_first::plan::{
    checker::{
        check,
        checker::Checker,
        finding::{About, Finding, Go, Mend},
        setup::{Setup, joined},
        texts::Texts,
        touched::Touched,
    },
    date::Date,
    edit::{Edit, Part},
    history::History,
    plan::Plan,
    record,
};
use strategy_first::words::nearest;

/// The day on which tests take place, unless they say otherwise.
pub(crate) const TODAY: &str = "2026-03-10";

pub(crate) fn file(lang: &str) -> Value {
    joined(&json_file("content/checker.json"), &json_file(&format!("content/{lang}/checker.json")))
}

pub(crate) fn setup(lang: &str) -> Arc<Setup> {
    static SETUPS: LazyLock<BTreeMap<&str, Arc<Setup>>> =
        LazyLock::new(|| LANGUAGES.map(|lang| (lang, read_setup(lang))).into());
    Arc::clone(&SETUPS[nearest(lang)])
}

fn read_setup(lang: &str) -> Arc<Setup> {
    let (setup, faults) = Setup::read(&file(lang));
    assert_eq!(faults, [], "{lang}");
    Arc::new(setup)
}

pub(crate) fn texts(lang: &str) -> &'static Texts {
    static TEXTS: LazyLock<BTreeMap<&str, Texts>> =
        LazyLock::new(|| LANGUAGES.map(|lang| (lang, read_texts(lang))).into());
    &TEXTS[nearest(lang)]
}

fn read_texts(lang: &str) -> Texts {
    let (texts, faults) = Texts::read(&file(lang));
    assert_eq!(faults, [], "{lang}");
    texts
}

pub(crate) fn found(plan: &Plan, today: &str) -> Vec<Finding> {
    check(plan, day(today), &setup(&plan.cover().language))
}

/// All findings, as in `error OBJ-05 o1`.
pub(crate) fn all(fields: &Value, today: &str) -> Vec<String> {
    let plan = plan_with(fields.clone());
    let found = found(&plan, today);
    let short =
        |finding: &Finding| format!("{} {} {}", finding.severity.code(), finding.rule, finding.about.entity(&plan));
    found.iter().filter(|finding| !finding.left).map(short).collect()
}

/// What `rule` finds in the plan with these fields is as expected, and each finding's mend holds. A finding in short is its
/// severity, what it is about, where to go, and `edit` where one click mends it: `error o1 due`, `warn plan [reviews] edit`.
pub(crate) fn on(today: &str, rule: &str, fields: &Value, expected: &[&str]) {
    let plan = plan_with(fields.clone());
    let theirs: Vec<Finding> = found(&plan, today).into_iter().filter(|finding| finding.rule == rule).collect();
    let short: Vec<String> = theirs.iter().map(|finding| in_short(&plan, day(today), finding)).collect();
    assert_eq!(short, expected, "{rule} {fields:#}");
}

pub(crate) fn fires(rule: &str, fields: &Value, expected: &[&str]) {
    on(TODAY, rule, fields, expected);
}

/// The rule finds nothing.
pub(crate) fn rests(rule: &str, fields: &Value) {
    on(TODAY, rule, fields, &[]);
}

fn in_short(plan: &Plan, today: Date, finding: &Finding) -> String {
    let setup = setup(&plan.cover().language);
    let checker = Checker::new(plan, today, &setup);
    let go = match &finding.go {
        Go::List(table) => format!("[{}]", table.name()),
        Go::Field(part, field) => {
            let held = match part {
                Part::Cover => record::at(plan.cover(), field),
                Part::Row(place) => record::at(plan.row(place).unwrap().record(), field),
            };
            assert!(held.is_some_and(|held| held.content().is_some()), "{}: {field}", finding.rule);
            (*field).to_owned()
        }
    };
    let edit = match checker.mend(plan, finding) {
        Mend::Open(open) => {
            assert_eq!(open, finding.go);
            ""
        }
        Mend::Edit(edit) => {
            mends(plan, checker, finding, edit);
            " edit"
        }
    };
    format!("{} {} {go}{edit}", finding.severity.code(), finding.about.entity(plan))
}

/// After the mend the finding is gone, and undo brings it back.
fn mends(plan: &Plan, mut checker: Checker, finding: &Finding, edit: Edit) {
    let (mut mended, mut history) = (plan.clone(), History::default());
    let touched = Touched::by(&edit);
    let has = |checker: &Checker| {
        let mut same = checker.about(&finding.about).filter(|one| one.rule == finding.rule);
        same.any(|one| finding.about != About::Plan || one.go == finding.go)
    };
    assert!(has(&checker));
    history.change(&mut mended, edit).unwrap();
    checker.update(&mended, &touched);
    assert!(!has(&checker), "{} is still there after its mend: {:#}", finding.rule, mended.to_json());
    assert!(history.undo(&mut mended).is_some());
    assert_eq!(mended, *plan, "{}", finding.rule);
    checker.update(&mended, &touched);
    assert!(has(&checker), "{} does not come back", finding.rule);
}

/// `fields` with these in them as well.
pub(crate) fn with(mut fields: Value, more: Value) -> Value {
    let Value::Object(more) = more else { panic!("{more}") };
    fields.as_object_mut().unwrap().extend(more);
    fields
}

/// An objective `o` with all its parts, but for these.
pub(crate) fn objective(but: Value) -> Value {
    with(
        json!({
            "id": "o", "text": "More enquiries", "business_goal_id": "g", "metric": "enquiries a month", "baseline": 20,
            "target": 35, "due": "2026-06-30",
        }),
        but,
    )
}

/// A strategy `s` with all its parts, but for these.
pub(crate) fn strategy(but: Value) -> Value {
    with(
        json!({
            "id": "s", "text": "Be the first call when a machine breaks", "objective_ids": ["o"], "audience_id": "u",
            "positioning": "Same day", "where": "Local search", "why": "They ask there", "opposite": "Be the cheapest",
        }),
        but,
    )
}

/// A tactic `t` with all its parts, but for these.
pub(crate) fn tactic(but: Value) -> Value {
    with(
        json!({"id": "t", "text": "Answer questions", "strategy_ids": ["s"], "channel": "group", "kind": "owned"}),
        but,
    )
}

/// An action `a` with all its parts, but for these.
pub(crate) fn action(but: Value) -> Value {
    with(
        json!({
            "id": "a", "text": "Draft ten answers", "tactic_id": "t", "owner": "Ana", "start": "2026-03-09",
            "end": "2026-03-20",
        }),
        but,
    )
}
