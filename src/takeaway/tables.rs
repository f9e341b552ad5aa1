//! The plan's actions, measures and money as tables for spreadsheets.

use super::{
    csv::{Cell, Dialect, csv},
    voice::Voice,
};
use crate::{
    plan::{
        edit::Part,
        field::{Content, Held},
        figure,
        kind::{self, Kind},
        link::Place,
        model::Kpi,
        money::{TacticCost, spending},
        record,
        table::Table,
        value::{Currency, Number},
    },
    words::PlanKey,
};

const ACTIONS: [&str; 10] =
    ["text", "tactic_id", "owner", "start", "end", "hours", "cost", "status", "urgent", "important"];
const MEASURES: [&str; 6] = ["name", "objective_id", "target", "source", "owner", "every_days"];
/// What the objective of a measure adds to it.
const OBJECTIVE: [&str; 3] = ["unit", "baseline", "due"];

/// A row an action.
#[must_use]
pub fn actions(voice: &Voice, dialect: Dialect) -> String {
    let table = Table::Actions;
    let rows = keys(voice, table).map(|place| cells(voice, dialect, &place, &ACTIONS));
    csv(&heads(voice, table, &ACTIONS), &rows.collect::<Vec<_>>(), dialect)
}

/// A row a measure, with what its objective says of it.
#[must_use]
pub fn measures(voice: &Voice, dialect: Dialect) -> String {
    let rows = keys(voice, Table::Kpis).map(|place| {
        let objective = voice.plan.get::<Kpi>(place.key.as_str()).map(|kpi| kpi.objective_id.clone());
        let objective = Place { table: Table::Objectives, key: objective.unwrap_or_default() };
        [cells(voice, dialect, &place, &MEASURES), cells(voice, dialect, &objective, &OBJECTIVE)].concat()
    });
    let heads = [heads(voice, Table::Kpis, &MEASURES), heads(voice, Table::Objectives, &OBJECTIVE)].concat();
    csv(&heads, &rows.collect::<Vec<_>>(), dialect)
}

/// A row a tactic that counts, with what was set aside for it, what its actions cost, and the larger of the two; then the
/// sum, and what there is to spend.
#[must_use]
pub fn budget(voice: &Voice, dialect: Dialect) -> String {
    let sum = spending(voice.plan);
    let amount = |minor: Option<i64>| minor.map_or_else(blank, |minor| money(minor, dialect));
    let row = |cost: &TacticCost| {
        let place = cost.tactic.clone().map(|key| Place { table: Table::Tactics, key });
        let name =
            place.as_ref().map_or_else(|| voice.t(PlanKey::TablesNoTactic).to_owned(), |place| voice.name(place));
        let serves = place.and_then(|place| voice.read(&Part::Row(place), "strategy_ids")).unwrap_or_default();
        let amounts = [cost.budget, Some(cost.actions), Some(cost.counts)].map(amount);
        [Cell::Typed(name), Cell::Typed(serves)].into_iter().chain(amounts).collect()
    };
    let mut rows: Vec<Vec<Cell>> = sum.tactics.iter().map(row).collect();
    let last =
        |name: &str, minor: Option<i64>| vec![Cell::Typed(name.to_owned()), blank(), blank(), blank(), amount(minor)];
    rows.push(last(voice.t(PlanKey::TablesSum), Some(sum.planned)));
    rows.push(last(&voice.label(None, "budget.total"), sum.total));
    let tactics = heads(voice, Table::Tactics, &["text", "strategy_ids", "budget"]).into_iter();
    let ours = [PlanKey::TablesActions, PlanKey::TablesCounted].map(|key| in_currency(voice, voice.t(key)));
    csv(&tactics.chain(ours).collect::<Vec<_>>(), &rows, dialect)
}

fn keys(voice: &Voice, table: Table) -> impl Iterator<Item = Place> {
    voice.plan.rows(table).map(move |(key, _)| Place { table, key: key.clone() })
}

fn heads(voice: &Voice, table: Table, paths: &[&str]) -> Vec<String> {
    let head = |path: &&str| {
        let label = voice.label(Some(table), path);
        let is_money = kind::kind(Some(table), path) == Some(Kind::Money);
        if is_money { in_currency(voice, &label) } else { label }
    };
    paths.iter().map(head).collect()
}

/// Amounts stand in the table as bare numbers, so the head says of what.
fn in_currency(voice: &Voice, label: &str) -> String {
    match &voice.plan.cover().budget.currency {
        Some(currency) => {
            voice.fill(PlanKey::TablesCurrency, &[("label", label), ("currency", Currency::code(currency))])
        }
        None => label.to_owned(),
    }
}

fn cells(voice: &Voice, dialect: Dialect, place: &Place, paths: &[&str]) -> Vec<Cell> {
    let held = |path: &str| record::at(voice.plan.row(place)?.record(), path).and_then(Held::content);
    let cell = |path: &&str| match held(path) {
        None => blank(),
        Some(content) => cell(voice, dialect, place.table, path, content),
    };
    paths.iter().map(cell).collect()
}

/// What a spreadsheet reckons with is written plainly; all else as it is read.
fn cell(voice: &Voice, dialect: Dialect, table: Table, path: &str, content: Content) -> Cell {
    match (kind::kind(Some(table), path), content) {
        (Some(Kind::Money), Content::Whole(minor)) => minor.map_or_else(blank, |minor| money(minor, dialect)),
        (_, Content::Whole(Some(number))) => Cell::Figure(number.to_string()),
        (_, Content::Quantity(Some(number))) => Cell::Figure(figure::write(Number::get(number), dialect.decimal)),
        (_, Content::Day(Some(day))) => Cell::Figure(day.to_string()),
        (_, content) => Cell::Typed(voice.worded(Some(table), path, content).unwrap_or_default()),
    }
}

fn money(minor: i64, dialect: Dialect) -> Cell {
    Cell::Figure(figure::write_minor(minor, dialect.decimal, dialect.decimals))
}

fn blank() -> Cell {
    Cell::Typed(String::new())
}
