//! The checker on whole plans: none, a sound one, hostile ones; the order of findings, and what was left.
#![cfg(not(target_arch = "wasm32"))]

mod checker_common;
mod common;
mod plan_common;

use checker_common::{TODAY, all, found, objective, setup, texts, with};
use plan_common::{any_plan, any_wish, clean_file, clean_plan, day, plan_with};
use proptest::prelude::*;
use serde_json::{Value, json};
use strategy_first::{
    plan::{
        checker::{
            checker::Checker,
            finding::{About, Blank, Finding, Severity},
            leave::{leave, reason, take_back},
            rules::RULES,
            texts::TERMS,
            touched::Touched,
        },
        edit::Edit,
        plan::Plan,
    },
    words::LANGUAGES,
};

#[test]
fn an_empty_plan_is_not_scolded() {
    let few = ["error OBJ-01 plan", "warn BAS-01 plan", "warn SIT-01 plan"];
    assert_eq!(all(&json!({}), TODAY), few);
    assert_eq!(all(&json!({"start": "2026-01-01", "end": "2026-12-31", "language": "fr"}), "2026-12-31"), few);
}

#[test]
fn the_clean_plan_has_no_findings() {
    assert_eq!(all(&clean_file(), TODAY), Vec::<String>::new());
}

/// On whichever day of its first two weeks it is opened.
#[test]
fn the_worked_example_of_each_language_has_no_findings() {
    for (lang, _) in LANGUAGES {
        let example = common::json_file(&format!("content/{lang}/example.json"));
        let start = day(example["start"].as_str().unwrap());
        for today in (0..14).map(|days| start.plus(days).to_string()) {
            assert_eq!(all(&example, &today), Vec::<String>::new(), "{lang} {today}");
        }
    }
}

#[test]
fn a_half_empty_plan_is_told_what_each_part_lacks() {
    let plan = json!({"objectives": [{"id": "o"}], "strategies": [{"id": "s"}], "actions": [{"id": "a"}], "kpis": [{"id": "k"}]});
    let expected = [
        "error ACT-01 a",
        "error ACT-02 a",
        "error OBJ-02 o",
        "error OBJ-05 o",
        "error STR-02 s",
        "error TAC-01 a",
        "warn BAS-01 plan",
        "warn CTL-01 plan",
        "warn CTL-02 k",
        "warn OBJ-07 o",
        "warn SIT-01 plan",
        "warn STR-03 s",
        "warn STR-06 plan",
        "warn STR-07 s",
        "hint CTL-05 k",
        "hint STR-08 s",
    ];
    assert_eq!(all(&plan, TODAY), expected);
}

#[test]
fn ids_that_lead_nowhere_are_found() {
    let plan = json!({
        "objectives": [objective(json!({"business_goal_id": "gone"}))], "kpis": [{"id": "k", "objective_id": "gone", "target": 1}],
        "strategies": [{"id": "s", "objective_ids": ["gone"], "audience_id": "gone"}],
        "tactics": [{"id": "t", "strategy_ids": ["gone"]}], "actions": [{"id": "a", "tactic_id": "gone"}],
    });
    for expected in
        ["warn OBJ-07 o", "warn CTL-02 k", "error OBJ-05 o", "error STR-02 s", "error TAC-01 a", "error TAC-01 t"]
    {
        assert!(all(&plan, TODAY).iter().any(|found| found == expected), "{expected}");
    }
}

#[test]
fn findings_come_by_severity_then_rule_then_id() {
    let rows = |ids: [&str; 3]| Value::from(ids.map(|id| json!({"id": id})).to_vec());
    let plan =
        json!({"objectives": rows(["b", "a", "10"]), "actions": rows(["z", "Z", "é"]), "kpis": rows(["9", "10", "k"])});
    let found = found(&plan_with(plan.clone()), TODAY);
    let plan = plan_with(plan);
    let keys: Vec<_> = found.iter().map(|one| (one.severity, one.rule, one.about.entity(&plan))).collect();
    assert!(keys.is_sorted(), "{keys:#?}");
    assert!([Severity::Error, Severity::Warn, Severity::Hint].is_sorted());
}

#[test]
fn five_hundred_actions_are_checked_one_by_one() {
    let action = |id: usize| json!({"id": format!("{id:03}"), "owner": format!("P{id}"), "tactic_id": "t", "start": "2026-03-09"});
    let plan = json!({"tactics": [{"id": "t"}], "actions": (0..500).map(action).collect::<Vec<_>>()});
    let without_end = all(&plan, TODAY).into_iter().filter(|found| found.starts_with("error ACT-02"));
    assert!(without_end.eq((0..500).map(|id| format!("error ACT-02 {id:03}"))));
}

/// What is left is marked, can be explained, and comes back.
#[test]
fn a_finding_can_be_left_and_taken_back() {
    let mut plan = plan_with(json!({"objectives": [{"id": "o"}, {"id": "p"}], "people": [{"name": "Ana"}]}));
    let mut checker = Checker::new(&plan, day(TODAY), &setup("en"));
    let of = |checker: &Checker, rule: &str| -> Vec<bool> {
        checker.findings().filter(|finding| finding.rule == rule).map(|finding| finding.left).collect()
    };
    let apply = |plan: &mut Plan, checker: &mut Checker, edit: Edit| {
        let touched = Touched::by(&edit);
        plan.apply(edit).unwrap();
        checker.update(plan, &touched);
    };
    let errors = checker.count(Severity::Error);
    let finding = checker.findings().find(|finding| finding.rule == "OBJ-02").unwrap().clone();
    let edit = leave(&plan, &finding, "Not yet", day(TODAY));
    apply(&mut plan, &mut checker, edit);
    assert_eq!(of(&checker, "OBJ-02"), [true, false]);
    assert_eq!(checker.count(Severity::Error), errors - 1);
    assert_eq!(reason(&plan, &finding).map(|left| left.reason.as_str()), Some("Not yet"));
    assert_eq!(
        plan.to_json()["dismissed"],
        json!([{"rule": "OBJ-02", "entity": "o", "reason": "Not yet", "on": TODAY}])
    );
    let edit = take_back(&plan, &finding).unwrap();
    apply(&mut plan, &mut checker, edit);
    assert_eq!((of(&checker, "OBJ-02"), checker.count(Severity::Error)), (vec![false, false], errors));
    assert_eq!((take_back(&plan, &finding), reason(&plan, &finding)), (None, None));
}

#[test]
fn what_a_file_leaves_is_left_out() {
    let left = |rule: &str, entity: &str| json!({"rule": rule, "entity": entity});
    let plan = |dismissed: Value| json!({"objectives": [{"id": "o"}], "actions": [{}], "dismissed": dismissed});
    let open = all(&plan(json!([])), TODAY);
    let rest = all(
        &plan(json!([left("OBJ-05", "o"), left("ACT-01", "plan"), left("BAS-01", "plan"), left("OBJ-02", "x")])),
        TODAY,
    );
    let gone: Vec<&String> = open.iter().filter(|finding| !rest.contains(finding)).collect();
    assert_eq!(gone, ["error ACT-01 plan", "error OBJ-05 o", "warn BAS-01 plan"]);
    assert_eq!(rest.len() + gone.len(), open.len());
}

#[test]
fn what_a_person_has_too_much_of_can_be_left() {
    let busy =
        json!({"actions": [{"id": "a", "owner": "Ana", "start": "2026-03-09", "end": "2026-03-10", "hours": 50}]});
    assert!(all(&busy, TODAY).contains(&"warn ACT-05 Ana".to_owned()));
    let left = with(busy, json!({"dismissed": [{"rule": "ACT-05", "entity": "Ana"}]}));
    assert!(!all(&left, TODAY).contains(&"warn ACT-05 Ana".to_owned()));
}

/// No blank is left over, whatever there is to say.
fn is_said(plan: &Plan, finding: &Finding) {
    for (lang, _) in LANGUAGES {
        let said = texts(lang).message(finding, plan, &|blank| match blank {
            Blank::Count(_) | Blank::Number(_) | Blank::Money(_) | Blank::Week(_) => "#".to_owned(),
            other => panic!("{other:?}"),
        });
        assert!(
            !said.is_empty() && !said.contains('{')
                || finding.blanks.iter().any(|(_, blank)| matches!(blank, Blank::Text(_) | Blank::Row(_))),
            "{said}"
        );
    }
    let rule = RULES.iter().find(|rule| rule.id == finding.rule).unwrap();
    let names: Vec<&str> = rule.forms[finding.form].to_vec();
    for name in names {
        assert!(finding.blanks.iter().any(|(is, _)| *is == name), "{} {name}", finding.rule);
    }
    for (_, blank) in &finding.blanks {
        if let Blank::Terms(terms) = blank {
            assert!(terms.iter().all(|term| TERMS.contains(term)), "{terms:?}");
        }
    }
}

#[test]
fn a_message_names_what_it_is_about() {
    let plan = plan_with(json!({
        "basics": {"who": "us"},
        "objectives": [objective(json!({})), objective(json!({"id": "p", "text": format!("More  enquiries {}", "€".repeat(70))}))],
        "strategies": [{"id": "s", "text": "Facebook, then SEO and a newsletter"}],
    }));
    let check = |lang: &str, rule: &str, expected: &str| {
        let found = found(&plan, TODAY);
        let finding = found.iter().find(|finding| finding.rule == rule).unwrap();
        assert_eq!(texts(lang).message(finding, &plan, &|_| String::new()), expected);
    };
    check(
        "en",
        "BAS-01",
        "Three short answers hold a plan together. Still missing: what you do and who you do it for.",
    );
    check("en", "OBJ-04", "This looks like the same goal as ‘More enquiries’.");
    check("en", "STR-04", "This names tools, not a choice: facebook, seo and newsletter.");
    check("fr", "STR-04", "Ceci nomme des outils, pas un choix\u{a0}: facebook, seo et newsletter.");
    check("fr", "OBJ-04", "Cela ressemble au même but que «\u{202f}More enquiries\u{202f}».");
}

/// How many plans each of the cases below goes through: ten thousand in all.
const STEPS: usize = 20;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    /// Whatever well-formed plan there is on whatever day: no panic, a message for each finding, a place to go.
    #[test]
    fn any_plan_can_be_checked(
        plan in any_plan(), wishes in prop::collection::vec(any_wish(), STEPS), days in -800_000_i32..3_000_000,
    ) {
        let (mut plan, today) = (plan, day(TODAY).plus(days));
        for wish in wishes {
            let _ = plan.apply(wish.edit(&plan));
            let checker = Checker::new(&plan, today, &setup(if days % 2 == 0 { "en" } else { "fr" }));
            for finding in checker.findings() {
                is_said(&plan, finding);
                let _ = checker.mend(&plan, finding);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Every mend that is an edit fits the plan, and can be taken back.
    #[test]
    fn any_mend_can_be_made_and_taken_back(plan in any_plan()) {
        let checker = Checker::new(&plan, day(TODAY), &setup("en"));
        for finding in checker.findings() {
            if let strategy_first::plan::checker::finding::Mend::Edit(edit) = checker.mend(&plan, finding) {
                let mut mended = plan.clone();
                let applied = mended.apply(edit);
                prop_assert!(applied.is_ok(), "{} {:?}", finding.rule, applied);
                prop_assert!(mended != plan, "{}", finding.rule);
                mended.apply(applied.unwrap().inverse).unwrap();
                prop_assert_eq!(&mended, &plan);
            }
        }
    }
}

#[test]
fn the_same_plan_has_the_same_findings_on_the_same_day() {
    let plan = clean_plan();
    let later = "2027-01-01";
    assert_eq!(found(&plan, later), found(&plan.clone(), later));
    assert!(found(&plan, later).iter().any(|finding| finding.about == About::Plan));
}
