//! The timeline and the map as numbers.
#![cfg(not(target_arch = "wasm32"))]

mod plan_common;

use plan_common::{any_plan, clean_plan, day, plan_with};
use proptest::prelude::*;
use serde_json::json;
use std::collections::BTreeSet;
use strategy_first::plan::{
    map::{COLUMNS, Map, map},
    model::{Action, Tactic},
    plan::Plan,
    table::Table,
    timeline::{Timeline, days_of, moved, share, timeline},
    value::Id,
};

/// The bars in short: key, first day, number of days, `<` and `>` where they go on beyond what is shown.
fn bars(line: &Timeline) -> Vec<String> {
    let short = line.bars.iter().map(|bar| {
        let (before, after) = (if bar.began_before { "<" } else { "" }, if bar.goes_on { ">" } else { "" });
        format!("{before}{} {}+{}{after}", bar.action, bar.from, bar.days)
    });
    short.collect()
}

fn keys(keys: &[Id]) -> Vec<&str> {
    keys.iter().map(Id::as_str).collect()
}

#[test]
fn the_clean_plan_on_its_thirteen_weeks() {
    let line = timeline(&clean_plan(), day("2026-03-04"), day("2026-03-10"));
    assert_eq!((line.first, line.today), (day("2026-03-02"), Some(8)));
    assert_eq!(bars(&line), ["A1 7+12", "A2 7+26"]);
    let marks: Vec<(&str, i32)> = line.marks.iter().map(|mark| (mark.at.key.as_str(), mark.day)).collect();
    assert_eq!(marks, [("R1", 88)]);
}

#[test]
fn bars_are_cut_to_what_is_shown_and_the_rest_is_folded() {
    let action = |id: &str, start: &str, end: &str| json!({"id": id, "start": start, "end": end});
    let mut dropped = action("dropped", "2026-03-02", "2026-03-02");
    dropped["status"] = json!("dropped");
    let plan = plan_with(json!({
        "actions": [
            action("all", "2026-01-01", "2027-01-01"), action("day", "2026-03-02", "2026-03-02"),
            action("last", "2026-05-31", "2026-06-01"), action("ended", "2026-02-01", "2026-03-01"),
            action("later", "2026-06-01", "2026-06-02"), action("backwards", "2026-03-03", "2026-03-02"), dropped,
            {"id": "none", "start": "2026-03-03"}, action("first", "2026-02-28", "2026-03-02"),
        ],
        "reviews": [{"id": "r", "date": "2026-05-31"}, {"id": "out", "date": "2026-06-01"}, {"id": "none"}],
        "objectives": [{"id": "o", "due": "2026-03-02"}],
    }));
    let line = timeline(&plan, day("2026-03-02"), day("2026-06-01"));
    assert_eq!(bars(&line), ["<all 0+91>", "<first 0+1", "day 0+1", "last 90+1>"]);
    assert_eq!(line.today, None);
    assert_eq!(keys(&line.earlier), ["ended"]);
    assert_eq!(keys(&line.later), ["later"]);
    assert_eq!(keys(&line.undated), ["backwards", "none"]);
    let marks: Vec<(Table, i32)> = line.marks.iter().map(|mark| (mark.at.table, mark.day)).collect();
    assert_eq!(marks, [(Table::Objectives, 0), (Table::Reviews, 90)]);
}

#[test]
fn an_action_is_moved_with_its_length_kept() {
    let mut plan = clean_plan();
    let before = plan.clone();
    let applied = plan.apply(moved(&plan, "A1", -7).unwrap()).unwrap();
    let action = plan.get::<Action>("A1").unwrap();
    assert_eq!(action.days(), Some((day("2026-03-02"), day("2026-03-13"))));
    assert_eq!(applied.name.key(), "move.actions");
    plan.apply(applied.inverse).unwrap();
    assert_eq!(plan, before);
    assert_eq!(moved(&plan, "A9", 1), None);
    assert_eq!(moved(&plan, "A1", i32::MAX), None, "it would be squeezed at the end of the calendar");
}

/// A map in short: per column the keys from top to bottom, `^` before what serves nothing and `v` behind what nothing serves.
fn columns(map: &Map) -> Vec<String> {
    let column = |column: usize| {
        let nodes = map.nodes.iter().filter(|node| node.column == column);
        let keys = nodes.map(|node| {
            let (above, below) =
                (if node.serves_nothing { "^" } else { "" }, if node.served_by_nothing { "v" } else { "" });
            format!("{above}{}{below}", node.at.key)
        });
        keys.collect::<Vec<_>>().join(" ")
    };
    (0..COLUMNS.len()).map(column).collect()
}

#[test]
fn the_clean_plan_hangs_together() {
    let map = map(&clean_plan());
    assert_eq!(columns(&map), ["G1", "O1", "S1", "T1 T2", "A1 A2"]);
    assert_eq!(map.links, [(1, 0), (2, 1), (3, 2), (4, 2), (5, 3), (6, 4)]);
    assert!(map.nodes.iter().all(|node| !node.is_loose()));
}

#[test]
fn things_stand_near_what_they_serve_and_loose_ones_stand_out() {
    let plan = plan_with(json!({
        "business_goals": [{"id": "g1"}, {"id": "g2"}, {"id": "g3"}],
        "objectives": [{"id": "lost", "business_goal_id": "gone"}, {"id": "o2", "business_goal_id": "g2"},
            {"id": "o1", "business_goal_id": "g1"}, {"id": "o2b", "business_goal_id": "g2"}],
        "strategies": [{"id": "low", "objective_ids": ["o2", "o2b", "o2"]}, {"id": "mid", "objective_ids": ["o1", "o2"]}],
        "tactics": [{"id": "dropped", "strategy_ids": ["low"], "status": "dropped"}, {"id": "t", "strategy_ids": ["mid"]},
            {"strategy_ids": []}],
        "actions": [{"id": "of-dropped", "tactic_id": "dropped"}, {"id": "of-unnamed", "tactic_id": "#1"},
            {"id": "a", "tactic_id": "t"}, {"id": "not", "tactic_id": "t", "status": "dropped"}],
    }));
    let map = map(&plan);
    assert_eq!(columns(&map), ["g1 g2 g3v", "o1 o2 o2b ^lostv", "mid lowv", "t ^#1v", "a ^of-dropped ^of-unnamed"]);
    assert_eq!(map.links, [(3, 0), (4, 1), (5, 1), (7, 3), (7, 4), (8, 4), (8, 5), (9, 7), (11, 9)]);
}

/// Two goals, an objective for each, a strategy for both, and what carries it out.
fn forked() -> Map {
    map(&plan_with(json!({
        "business_goals": [{"id": "g1"}, {"id": "g2"}],
        "objectives": [{"id": "o1", "business_goal_id": "g1"}, {"id": "o2", "business_goal_id": "g2"}],
        "strategies": [{"id": "s", "objective_ids": ["o1", "o2"]}, {"id": "alone"}],
        "tactics": [{"id": "t1", "strategy_ids": ["s"]}, {"id": "t2", "strategy_ids": ["s"]}],
        "actions": [{"id": "a", "tactic_id": "t1"}],
    })))
}

#[test]
fn a_thread_is_what_a_thing_serves_and_what_serves_it() {
    let map = forked();
    let check = |of: &str, expected: &str| {
        let at = map.nodes.iter().position(|node| node.at.key.as_str() == of).unwrap();
        let thread = map.thread(at);
        let lit = map.nodes.iter().zip(thread).filter(|(_, is_lit)| *is_lit);
        assert_eq!(lit.map(|(node, _)| node.at.key.as_str()).collect::<Vec<_>>().join(" "), expected, "{of}");
    };
    check("g1", "g1 o1 s t1 t2 a");
    check("o2", "g2 o2 s t1 t2 a");
    check("s", "g1 g2 o1 o2 s t1 t2 a");
    check("a", "g1 g2 o1 o2 s t1 a");
    check("alone", "alone");
}

#[test]
fn a_part_of_a_map_counts_its_own_rows_and_keeps_what_it_says_of_loose_things() {
    let map = forked();
    let part = map.kept(&map.thread(1));
    assert_eq!(columns(&part), ["g2", "o2", "s", "t1 t2v", "a"]);
    assert_eq!(part.nodes.iter().map(|node| node.row).collect::<Vec<_>>(), [0, 0, 0, 0, 1, 0]);
    assert_eq!(part.links, [(1, 0), (2, 1), (3, 2), (4, 2), (5, 3)]);
    let cut = map.cut(1);
    assert_eq!(columns(&cut), ["g1", "o1", "s", "t1", "a"]);
    assert_eq!(cut.counts(), [1; 5]);
    assert_eq!(map.counts(), [2, 2, 2, 2, 1]);
}

#[test]
fn links_run_from_edge_to_edge_at_the_height_of_what_they_tie() {
    let map = forked();
    assert_eq!(map.height(), 200);
    let curves = map.curves();
    assert_eq!(curves[0], [168, 50, 208, 50]);
    assert_eq!(curves[3], [376, 150, 416, 50], "from the second objective to the first strategy");
    assert_eq!(curves[6], [792, 50, 832, 100], "the one action stands in the middle");
    assert_eq!(Map::default().height(), 0);
}

#[test]
fn a_tree_has_each_thing_once() {
    assert_eq!(forked().first_served(), [None, None, Some(0), Some(1), Some(2), None, Some(4), Some(4), Some(6)]);
}

#[test]
fn days_are_shares_of_the_width_and_back() {
    for (days, expected) in [(0, "0.00%"), (91, "100.00%"), (1, "1.09%"), (-2, "-2.19%"), (45, "49.45%")] {
        assert_eq!(share(days), expected, "{days}");
    }
    for (thousandths, expected) in [(0, 0), (11, 1), (-11, -1), (5, 0), (6, 1), (-6, -1), (1000, 91), (i32::MIN, -182)]
    {
        assert_eq!(days_of(thousandths), expected, "{thousandths}");
    }
}

fn counted(plan: &Plan) -> usize {
    let whole = [Table::BusinessGoals, Table::Objectives, Table::Strategies];
    let tactics = plan.all::<Tactic>().filter(|(_, tactic)| tactic.is_active()).count();
    let actions = plan.all::<Action>().filter(|(_, action)| action.is_active()).count();
    whole.iter().map(|table| plan.count(*table)).sum::<usize>() + tactics + actions
}

proptest! {
    #[test]
    fn a_map_shows_everything_once_and_links_only_neighbouring_columns(plan in any_plan()) {
        let map = map(&plan);
        let places: BTreeSet<_> = map.nodes.iter().map(|node| (&node.at, node.column)).collect();
        prop_assert_eq!(places.len(), map.nodes.len());
        prop_assert_eq!(map.nodes.len(), counted(&plan));
        let rows: BTreeSet<_> = map.nodes.iter().map(|node| (node.column, node.row)).collect();
        prop_assert_eq!(rows.len(), map.nodes.len());
        for (from, to) in &map.links {
            prop_assert_eq!(map.nodes[*from].column, map.nodes[*to].column + 1);
        }
    }

    #[test]
    fn a_timeline_shows_each_action_once_and_within_its_days(plan in any_plan(), from in 0_i32..400) {
        let from = day("2025-06-01").plus(from);
        let line = timeline(&plan, from, from);
        let folded = line.earlier.len() + line.later.len() + line.undated.len();
        let actions = plan.all::<Action>().filter(|(_, action)| action.is_active()).count();
        prop_assert_eq!(line.bars.len() + folded, actions);
        prop_assert!(line.bars.iter().all(|bar| bar.from >= 0 && bar.days >= 1 && bar.from + bar.days <= 91));
        prop_assert!(line.today.is_some_and(|today| (0..7).contains(&today)));
    }
}
