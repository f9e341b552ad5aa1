//! What a folded row says of itself beside its name.

use super::{planner::Planner, sheet};
use crate::{
    browser::element::El,
    plan::{
        edit::Part,
        field::Content,
        kind::{self, Kind},
        link::Place,
        table::Table,
        value::Id,
    },
    ui::part::span,
    words::PlanKey,
};

/// The fields that stand in a folded row, in order.
fn shown(table: Table) -> &'static [&'static str] {
    match table {
        Table::Objectives => &["business_goal_id", "due"],
        Table::Audiences => &["priority"],
        Table::Strategies => &["objective_ids", "audience_id"],
        Table::WontDo => &["look_again"],
        Table::Tactics => &["strategy_ids", "channel", "bridge.destination", "budget", "status"],
        Table::Actions => &["tactic_id", "owner", "start", "end", "status"],
        Table::People => &["hours_per_week"],
        Table::Kpis => &["objective_id", "target"],
        Table::Reviews => &["owner", "held"],
        Table::BusinessGoals | Table::Dismissed => &[],
    }
}

/// What there is to say, followed from now on. A row that serves nothing says so.
pub fn view(planner: &Planner, place: &Place) -> Vec<El> {
    let of = Part::Row(place.clone());
    shown(place.table).iter().flat_map(|path| chips(planner, &of, place.table, path)).collect()
}

fn chips(planner: &Planner, of: &Part, table: Table, path: &str) -> Vec<El> {
    match (kind::kind(Some(table), path), planner.content(of, path)) {
        (Some(Kind::Link(to)), Some(Content::Text(id))) => linked(planner, table, to, path, &[id]),
        (Some(Kind::Links(to)), Some(Content::Texts(ids))) => linked(planner, table, to, path, &ids),
        (_, Some(Content::Flag(true))) => vec![span("sf-chip", &planner.label(Some(table), path))],
        (_, Some(Content::Day(Some(day)))) => vec![span("sf-chip", &planner.short_date(day))],
        _ => sheet::words(planner, of, path).map(|text| span("sf-chip", &text)).into_iter().collect(),
    }
}

/// What a row serves, by name; or a word that says that it serves nothing.
fn linked(planner: &Planner, table: Table, to: Table, path: &str, ids: &[String]) -> Vec<El> {
    planner.follow_list(to);
    let there = |id: &&String| planner.read(|plan| plan.row(&Place::new(to, id)).is_some());
    let found: Vec<&String> = ids.iter().filter(there).collect();
    if found.is_empty() {
        let is_upward = crate::plan::link::parent(table).is_some_and(|(_, field)| field == path);
        let loose = is_upward.then(|| span("sf-chip sf-loose", &planner.t(PlanKey::ListLoose)));
        return loose.into_iter().collect();
    }
    let chip = |id: &&String| span("sf-chip sf-serves", &planner.name(&Place { table: to, key: Id((*id).clone()) }));
    found.iter().map(chip).collect()
}
