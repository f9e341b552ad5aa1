//! A plan and the changes to it: whatever fails, at most what was not yet said to be kept is lost, and nobody's changes are
//! written over by another tab.
#![cfg(not(target_arch = "wasm32"))]

mod keep_common;
mod plan_common;

use keep_common::{Faults, Memory, NOW};
use plan_common::{any_plan, any_wish, clean_file, clean_plan, plan_with, set, text};
use proptest::prelude::*;
use serde_json::{Value, json};
use strategy_first::{
    document::envelope::SCHEMA,
    keep::{
        journal::{Journal, Lost, News, Opened, remove},
        slots::Put,
    },
    plan::{edit::Edit, plan::Plan, written},
};

const KEY: &str = "k/plan/p1";

fn opened(area: &Memory) -> Opened {
    Journal::open(area, KEY, NOW).unwrap()
}

/// One tab with a plan open.
struct Tab {
    plan: Plan,
    journal: Journal,
}

impl Tab {
    fn first(plan: Plan) -> Tab {
        Tab { plan, journal: Journal::new(KEY.to_owned()) }
    }

    fn open(area: &Memory) -> Tab {
        let Opened { plan, journal, .. } = opened(area);
        Tab { plan, journal }
    }

    fn edit(&mut self, edit: Edit) -> bool {
        let done = self.plan.apply(edit.clone()).is_ok();
        if done {
            self.journal.note(edit);
        }
        done
    }

    fn title(&mut self, title: &str) {
        assert!(self.edit(set("cover", "title", text(title))));
    }

    fn save(&mut self, area: &Memory) -> Put {
        self.journal.save(area, &self.plan, NOW)
    }
}

/// An area with a plan in it that was saved, and then changed and saved `times` more, each time with another title.
fn kept(times: usize) -> Memory {
    let area = Memory::default();
    let mut tab = Tab::first(clean_plan());
    assert!(matches!(tab.save(&area), Put::Kept(_)));
    for time in 1..=times {
        tab.title(&time.to_string());
        assert!(matches!(tab.save(&area), Put::Kept(_)));
    }
    area
}

fn title(plan: &Plan) -> &str {
    &plan.cover().title
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Two visits, the second going on from what the first one left.
    #[test]
    fn a_plan_is_found_as_it_was_left(
        plan in any_plan(),
        visits in prop::collection::vec(prop::collection::vec(prop::collection::vec(any_wish(), 0..4), 0..12), 2),
    ) {
        let area = Memory::default();
        let mut tab = Tab::first(plan);
        for visit in visits {
            prop_assert!(matches!(tab.save(&area), Put::Kept(_)));
            for pause in visit {
                for wish in pause {
                    let edit = wish.edit(&tab.plan);
                    tab.edit(edit);
                }
                prop_assert!(matches!(tab.save(&area), Put::Kept(_)));
                let found = opened(&area);
                prop_assert_eq!(&found.plan, &tab.plan);
                prop_assert!(!found.is_recovered);
            }
            tab = Tab::open(&area);
        }
    }

    #[test]
    fn an_edit_that_is_written_down_does_the_same(plan in any_plan(), wishes in prop::collection::vec(any_wish(), 1..8)) {
        for wish in wishes {
            let edit = wish.edit(&plan);
            let (mut here, mut there) = (plan.clone(), plan.clone());
            if here.apply(edit.clone()).is_ok() {
                let text = written::to_json(&[edit]).to_string();
                let edits = written::read(&serde_json::from_str(&text).unwrap()).unwrap();
                for edit in edits {
                    prop_assert!(there.apply(edit).is_ok());
                }
                prop_assert_eq!(here, there);
            }
        }
    }

    /// What stands for an edit in a text somebody else made is an edit or nothing.
    #[test]
    fn what_was_not_written_by_us_is_no_edit(text in "[\\[\\]{}:,a-z\"0-9]{0,40}") {
        if let Ok(value) = serde_json::from_str::<Value>(&text) {
            let _ = written::read(&value);
        }
    }
}

/// The changes since a copy grow with what was changed, and the copies come seldom enough for that to hold on the whole.
#[test]
fn what_is_written_grows_with_what_changed_and_not_with_the_plan() {
    let written = |rows: usize| {
        let tactics: Vec<Value> =
            (0..rows).map(|row| json!({"id": format!("t{row}"), "text": "Write to customers"})).collect();
        let mut tab = Tab::first(plan_with(json!({"id": "p1", "tactics": tactics})));
        let area = Memory::default();
        assert!(matches!(tab.save(&area), Put::Kept(_)));
        let before = area.written.get();
        for time in 0..100 {
            tab.title(&format!("A title that is changed, {time}"));
            assert!(matches!(tab.save(&area), Put::Kept(_)));
        }
        (before, area.written.get() - before)
    };
    let [(small_copy, small), (large_copy, large)] = [written(10), written(3000)];
    assert!(large_copy > 100 * small_copy, "{small_copy} {large_copy}");
    assert!(large <= small, "a hundred changes: {small} in a small plan, {large} in a large one");
    assert!(small < 100 * 400, "{small}");
}

#[test]
fn long_changes_are_followed_by_a_copy_and_three_copies_are_kept() {
    let area = Memory::default();
    let mut tab = Tab::first(clean_plan());
    let mut most = 0;
    for time in 0..1000 {
        tab.title(&format!("{time} {}", "x".repeat(200)));
        assert!(matches!(tab.save(&area), Put::Kept(_)));
        most = most.max(area.all().len());
    }
    assert!(most <= 3 * 70 + 4, "{most} keys");
    assert_eq!(title(&opened(&area).plan), title(&tab.plan));
    // Whatever happens to the last copy and its changes, the one before is whole.
    let last = ["a", "b", "c"].into_iter().max_by_key(|slot| rev(&area, &format!("{KEY}/{slot}"))).unwrap();
    area.put(&format!("{KEY}/{last}"), "rubbish");
    let found = opened(&area);
    assert!(found.is_recovered);
    let number: usize = title(&found.plan).split(' ').next().unwrap().parse().unwrap();
    assert!((800..999).contains(&number), "{number}");
    // And it goes on from there.
    let mut tab = Tab { plan: found.plan, journal: found.journal };
    tab.title("onwards");
    assert!(matches!(tab.save(&area), Put::Kept(_)));
    let found = opened(&area);
    assert_eq!((title(&found.plan), found.is_recovered), ("onwards", false));
}

fn rev(area: &Memory, key: &str) -> u64 {
    let envelope: Value = serde_json::from_str(&area.texts.borrow()[key]).unwrap();
    envelope["rev"].as_u64().unwrap()
}

/// The titles that a session of `pauses` was told were kept, the last of them last; and what was left of it.
fn session(faults: Faults, pauses: usize) -> (Option<usize>, Memory) {
    let area = Memory::with(faults);
    let mut tab = Tab::first(clean_plan());
    let mut last = None;
    for pause in 0..pauses {
        // Long, so that whole copies are among the writes.
        tab.title(&format!("{pause} {}", "x".repeat(1500)));
        match tab.save(&area) {
            Put::Kept(_) => last = Some(pause),
            put => assert_eq!(put, Put::NoRoom),
        }
    }
    // What a page does as its last thing.
    if matches!(tab.save(&area), Put::Kept(_)) {
        last = Some(pauses - 1);
    }
    (last, area.again())
}

fn number(area: &Memory) -> Option<usize> {
    match Journal::open(area, KEY, NOW) {
        Ok(opened) => Some(title(&opened.plan).split(' ').next().unwrap().parse().unwrap()),
        Err(lost) => {
            assert_eq!(lost, Lost::Nothing);
            None
        }
    }
}

#[test]
fn each_write_of_a_session_fails_in_turn() {
    const PAUSES: usize = 60;
    let (last, area) = session(Faults::None, PAUSES);
    assert_eq!((last, number(&area)), (Some(PAUSES - 1), Some(PAUSES - 1)));
    let mut sessions = 0;
    for at in 0..PAUSES + 6 {
        // The changes go on waiting, so one that failed is kept with the next.
        let (last, area) = session(Faults::One(at), PAUSES);
        assert_eq!((last, number(&area)), (Some(PAUSES - 1), Some(PAUSES - 1)), "write {at}");
        for faults in [Faults::From(at), Faults::Half(at), Faults::Dead(at)] {
            let (last, area) = session(faults, PAUSES);
            let found = number(&area);
            let next = last.map_or(0, |last| last + 1);
            assert!(found == last || found == Some(next), "write {at}: {found:?} for {last:?}");
            sessions += 1;
        }
    }
    assert!(sessions > 190);
}

#[test]
fn what_is_spoilt_costs_what_came_after_it_at_most() {
    let whole = kept(9);
    let keys = whole.all();
    assert_eq!(keys.len(), 11, "{keys:?}");
    for key in &keys {
        for rubbish in ["", "rubbish", "{\"schema\":2,\"rev\":1,\"saved_at\":\"\",\"checksum\":\"0\",\"data\":{}}"] {
            let area = whole.again();
            area.put(key, rubbish);
            let expected = match key.rsplit_once('/').unwrap().1 {
                "p1" => Some("9".to_owned()),
                "b" => None,
                entry => Some((entry.parse::<usize>().unwrap() - 1).to_string()),
            };
            match (Journal::open(&area, KEY, NOW), expected) {
                (Err(lost), None) => assert_eq!(lost, Lost::SetAside),
                (Ok(opened), Some(expected)) => {
                    let first = if expected == "0" { title(&clean_plan()).to_owned() } else { expected };
                    assert_eq!(title(&opened.plan), first, "{key}");
                    assert!(opened.is_recovered);
                }
                (found, expected) => panic!("{key}: {found:?} for {expected:?}"),
            }
            assert!(area.aside().contains(&rubbish.to_owned()), "{key}");
        }
    }
}

#[test]
fn an_older_plan_is_carried_over_and_stays_beside_the_new_one() {
    let before = include_str!("kept/1.json");
    let kept: Value = serde_json::from_str(before).unwrap();
    let (key, plan) = kept.as_object().unwrap().iter().find(|(key, _)| key.contains("/plan/")).unwrap();
    let area = Memory::default();
    area.put(KEY, plan.as_str().unwrap());
    let found = opened(&area);
    assert!(!found.is_recovered && !found.is_newer);
    let mut tab = Tab { plan: found.plan, journal: found.journal };
    assert!(key.ends_with(tab.plan.cover().id.as_str()));
    let was = tab.plan.cover().title.clone();
    assert!(!was.is_empty());
    assert_eq!(area.texts.borrow().len(), 1, "nothing is written before something is changed");
    tab.title("Carried over");
    assert!(matches!(tab.save(&area), Put::Kept(_)));
    assert_eq!(title(&opened(&area).plan), "Carried over");
    assert_eq!(area.texts.borrow()[&format!("{KEY}/before")], *plan.as_str().unwrap());
    remove(&area, KEY);
    assert_eq!(area.all(), [""; 0]);
}

#[test]
fn a_newer_plan_is_shown_and_never_written() {
    let area = Memory::default();
    let newer = json!({"schema": SCHEMA + 1, "rev": 7, "data": {"plan": clean_file(), "more": true}}).to_string();
    area.put(KEY, &newer);
    let found = opened(&area);
    assert!(found.is_newer);
    assert_eq!(found.plan, clean_plan());
    let mut tab = Tab { plan: found.plan, journal: found.journal };
    tab.title("Changed");
    assert_eq!(tab.save(&area), Put::Newer);
    assert_eq!((area.all(), area.texts.borrow()[KEY].as_str()), (vec![KEY.to_owned()], newer.as_str()));
}

#[test]
fn a_tab_sees_what_another_did() {
    let area = kept(3);
    let (mut here, mut there) = (Tab::open(&area), Tab::open(&area));
    assert!(matches!(there.journal.news(&area, NOW), News::Nothing));
    here.title("From here");
    here.save(&area);
    let News::Edits(edits) = there.journal.news(&area, NOW) else { panic!("no news") };
    for edit in edits {
        there.plan.apply(edit).unwrap();
    }
    assert_eq!(there.plan, here.plan);
    there.title("From there");
    assert!(matches!(there.save(&area), Put::Kept(_)));
    assert!(matches!(here.journal.news(&area, NOW), News::Edits(_)));
    // A whole copy in between.
    for time in 0..300 {
        there.title(&time.to_string());
        there.save(&area);
    }
    let News::Whole(whole) = here.journal.news(&area, NOW) else { panic!("no news") };
    assert_eq!(whole.plan, there.plan);
    remove(&area, KEY);
    assert!(matches!(here.journal.news(&area, NOW), News::Gone));
}

#[test]
fn a_tab_that_is_behind_writes_nothing_and_loses_nothing() {
    let area = kept(3);
    let (mut here, mut there) = (Tab::open(&area), Tab::open(&area));
    here.title("From here");
    there.title("From there");
    assert!(matches!(here.save(&area), Put::Kept(_)));
    let before = area.texts.borrow().clone();
    assert_eq!(there.save(&area), Put::Stale);
    assert_eq!(*area.texts.borrow(), before);
    assert_eq!(title(&there.plan), "From there");
    assert!(there.journal.is_waiting());
}

/// Changes that can't be kept beside those of another tab become a plan of their own, whose key is given.
fn keep_or_go_apart(tab: &mut Tab, area: &Memory, number: usize) -> Option<String> {
    if tab.save(area) != Put::Stale {
        return None;
    }
    let key = format!("k/plan/copy{number}");
    tab.journal = Journal::new(key.clone());
    assert!(matches!(tab.save(area), Put::Kept(_)));
    Some(key)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// 500 changes, each a row of its own, in two to four tabs that save, look and forget to look in any order.
    #[test]
    fn nothing_is_silently_written_over(
        tabs in 2..=4_usize,
        steps in prop::collection::vec((0..4_usize, 0..10_u8), 500),
    ) {
        let area = kept(0);
        let mut keys = vec![KEY.to_owned()];
        let mut open: Vec<Tab> = (0..tabs).map(|_| Tab::open(&area)).collect();
        for (number, (tab, then)) in steps.iter().enumerate() {
            let tab = &mut open[tab % tabs];
            let done = tab.edit(Edit::add(&format!("row{number}"), plan_row(number)));
            prop_assert!(done);
            match then {
                0..=3 => {}
                4..=6 => keys.extend(keep_or_go_apart(tab, &area, number)),
                // What another tab did comes before what this one has not kept yet; else it would not be looked at.
                _ if !tab.journal.is_waiting() => match tab.journal.news(&area, NOW) {
                    News::Edits(edits) => edits.into_iter().for_each(|edit| drop(tab.plan.apply(edit).unwrap())),
                    News::Whole(whole) => (tab.plan, tab.journal) = (whole.plan, whole.journal),
                    News::Nothing | News::Gone => {}
                },
                _ => {}
            }
        }
        for (number, tab) in open.iter_mut().enumerate() {
            keys.extend(keep_or_go_apart(tab, &area, 1000 + number));
        }
        let plans: Vec<Plan> = keys.iter().map(|key| Journal::open(&area, key, NOW).unwrap().plan).collect();
        for number in 0..steps.len() {
            let is_there = |plan: &Plan| plan.row(&plan_common::place(&format!("tactics/row{number}"))).is_some();
            prop_assert!(plans.iter().any(is_there), "row{} is in none of {} plans", number, plans.len());
        }
    }
}

fn plan_row(number: usize) -> strategy_first::plan::model::Tactic {
    strategy_first::plan::model::Tactic {
        id: format!("row{number}").as_str().into(),
        text: format!("Change {number}"),
        ..Default::default()
    }
}
