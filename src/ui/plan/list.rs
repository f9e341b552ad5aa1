//! A list of the plan: its rows, a way to add one, and something to learn from while it is empty.

use super::{part::note, planner::Planner, row};
use crate::{
    browser::{
        element::{El, el},
        task,
        watched::Watched,
    },
    plan::{
        link::{Place, parent},
        outline::Field,
        table::Table,
        value::Id,
    },
    ui::part::{actions, button, div, p},
    words::PlanKey,
};
use std::{cell::RefCell, rc::Rc};

/// So many rows are drawn; the rest on demand, so that a long plan opens as fast as a short one.
const PAGE: usize = 40;
/// So many of them fill a screen. The others follow once these have been drawn.
const AT_ONCE: usize = 20;

pub fn view(planner: &Planner, table: Table, fields: &[Field], guided: bool) -> El {
    let fields = Rc::new(fields.to_vec());
    // Not above a row that somebody goes to.
    let is_long = planner.read(|plan| plan.count(table)) > AT_ONCE && planner.0.aim.borrow().is_none();
    let limit = Watched::new(if is_long { AT_ONCE } else { PAGE });
    if is_long {
        let all = limit.clone();
        task::once_drawn(Box::new(move || all.set(all.peek().max(PAGE))));
    }
    let (reader, more) = (planner.clone(), limit.clone());
    let keys = move || keys(&reader, table, &more);
    let drawer = planner.clone();
    let row = move |key: &str| row::view(&drawer, &Place::new(table, key), &fields, guided);
    let list = el("ul").class("sf-plain sf-rows").live_rows(keys, row);
    let (reader, more) = (planner.clone(), limit);
    let rest = div("").live(move || rest(&reader, table, &more));
    let empty = div("").live(planner.then(move |planner| empty(planner, table)));
    let add = div("sf-add").live(planner.then(move |planner| vec![add(planner, table)]));
    div("sf-list").attr("data-list", table.name()).child(empty).child(list).child(rest).child(add)
}

/// The rows in view, each with whether it takes the focus, and so is drawn anew.
fn keys(planner: &Planner, table: Table, limit: &Watched<usize>) -> Vec<(String, bool)> {
    planner.follow_list(table);
    let limit = limit.get();
    // A row that was just added is in view, however long the list.
    let in_view =
        |(index, key): &(usize, Id)| *index < limit || planner.is_unfolded(&Place { table, key: key.clone() });
    let keys: Vec<Id> = planner.read(|plan| plan.rows(table).map(|(key, _)| key.clone()).collect());
    let shown = keys.into_iter().enumerate().filter(in_view);
    shown.map(|(_, key)| (key.0.clone(), planner.aims_at(&key))).collect()
}

fn rest(planner: &Planner, table: Table, limit: &Watched<usize>) -> Vec<El> {
    planner.follow_list(table);
    let left = planner.read(|plan| plan.count(table)).saturating_sub(limit.get());
    let more = limit.clone();
    let show = move || more.set(more.peek() + PAGE);
    let button = (left > 0).then(|| button("sf-line", &planner.count(PlanKey::ListMore, left, &[]), show));
    button.into_iter().collect()
}

fn empty(planner: &Planner, table: Table) -> Vec<El> {
    planner.follow_list(table);
    if planner.read(|plan| plan.count(table)) > 0 {
        return Vec::new();
    }
    let says = |what: &str| planner.said(&["tables", table.name(), what]);
    let example = planner.fill(PlanKey::ListExample, &[("example", &says("example"))]);
    let empty = p("sf-text", &says("empty")).attr("tabindex", "-1").focused(planner.take_aim(table.name()));
    vec![empty, note(&example)]
}

/// A way to add a row: made from what it serves, where there is something to serve.
fn add(planner: &Planner, table: Table) -> El {
    let text = planner.said(&["tables", table.name(), "add"]);
    let Some((above, _)) = parent(table) else {
        let add = planner.then(move |planner| planner.add(table, None));
        return actions([button("sf-line", &text, add)]);
    };
    let rows = planner.ids(above);
    let chosen = Rc::new(RefCell::new(rows.first().cloned()));
    let from = chosen.clone();
    let add = planner.then(move |planner| planner.add(table, from.borrow().as_ref()));
    let button = button("sf-line", &text, add);
    match rows.len() {
        0 => div("sf-lacks").child(note(&lacks(planner, table))).child(actions([button])),
        1 => actions([button]),
        _ => {
            let id = planner.new_id();
            let (reader, now) = (planner.clone(), chosen.clone());
            // Many names come once the first one is drawn.
            let count = Watched::new(if rows.len() > PAGE { 1 } else { PAGE });
            if rows.len() > PAGE {
                let count = count.clone();
                task::once_drawn(Box::new(move || count.set(usize::MAX)));
            }
            // A name that follows a pause changes here alone: the button that somebody is about to press stays.
            let options = move || {
                let option = |key: Id| {
                    let is_chosen = now.borrow().as_ref() == Some(&key);
                    let option = el("option").attr("value", key.as_str()).flag("selected", is_chosen);
                    option.text(&reader.name(&Place { table: above, key }))
                };
                reader.ids(above).into_iter().take(count.get()).map(option).collect()
            };
            let select = el("select").class("sf-input").attr("id", &id).live(options);
            let select = select.on_value(move |id| *chosen.borrow_mut() = Some(Id(id)));
            let label = el("label").class("sf-label").attr("for", &id).text(&planner.t(PlanKey::ListFor));
            let from = div("sf-from").child(label).child(select);
            div("sf-add-from").child(from).child(button)
        }
    }
}

/// What is missing above: advice, never a block.
fn lacks(planner: &Planner, table: Table) -> String {
    let key = match table {
        Table::Objectives => PlanKey::LacksBusinessGoals,
        Table::Strategies | Table::Kpis => PlanKey::LacksObjectives,
        Table::Tactics => PlanKey::LacksStrategies,
        _ => PlanKey::LacksTactics,
    };
    planner.t(key)
}
