//! One row of a list: folded to a line, or open with all its fields.

use super::{
    checking::Show,
    chips,
    field::{self, Spot},
    part::{named_for, press_row},
    planner::Planner,
    sentence,
};
use crate::{
    browser::{
        element::{El, Handle, el},
        task,
        watched::Watched,
    },
    plan::{
        edit::Part,
        link::{Place, parent},
        outline::Field,
        table::Table,
    },
    ui::part::{actions, button, div, p, span},
    words::PlanKey,
};
use std::rc::Rc;

/// What can be made from a row, and so is offered in it.
fn children_of(table: Table) -> Vec<Table> {
    let serves = |child: &Table| parent(*child).is_some_and(|(to, _)| to == table);
    Table::ALL.iter().copied().filter(serves).collect()
}

pub fn view(planner: &Planner, place: &Place, fields: &Rc<Vec<Field>>, guided: bool) -> El {
    // A row that was just made is there at once, and unfolds once that was seen: its fields take their time.
    let is_made = planner.take_made(&place.key);
    let is_open = Watched::new(planner.is_unfolded(place) && !is_made);
    let takes_focus = planner.take_aim(&format!("row/{}", place.key));
    let summary = el("summary").child(head(planner, place)).focused(takes_focus);
    let (inner, at, fields, opened) = (planner.clone(), place.clone(), fields.clone(), is_open.clone());
    // A long plan has thousands of fields; only those of open rows are there.
    let body = move || if opened.get() { body(&inner, &at, &fields, guided) } else { Vec::new() };
    let (noting, at) = (planner.clone(), place.clone());
    let details = el("details").class("sf-fold sf-row").flag("open", is_open.peek()).child(summary);
    let details = details.child(div("sf-row-body").live(body)).on_toggle(move |open| {
        noting.unfold(&at, open);
        if is_open.peek() != open {
            is_open.set(open);
        }
    });
    if is_made {
        let made = details.handle();
        task::once_drawn(Box::new(move || made.flag("open", true)));
    }
    el("li").child(details).child(grip(planner, place)).on_instead("dragover", || {}).on_instead("drop", {
        let (planner, place) = (planner.clone(), place.clone());
        move || planner.drop_at(&place)
    })
}

/// The row's name, and what it says beside it.
fn head(planner: &Planner, place: &Place) -> El {
    let (reader, at) = (planner.clone(), place.clone());
    let name = move || vec![span("", &reader.name(&at))];
    let (reader, at) = (planner.clone(), place.clone());
    let chips = move || chips::view(&reader, &at);
    let (reader, at) = (planner.clone(), place.clone());
    let found = move || reader.found(&Show::Row(&at));
    let name = span("sf-row-name", "").live(name);
    el("span")
        .class("sf-row-head")
        .child(name)
        .child(span("sf-chips", "").live(chips))
        .child(span("sf-row-found", "").live(found))
}

/// For the mouse alone; the buttons in the row do the same.
fn grip(planner: &Planner, place: &Place) -> El {
    let (planner, place) = (planner.clone(), place.clone());
    let grip = span("sf-grip", "").attr("draggable", "true").attr("aria-hidden", "true");
    grip.on("dragstart", move || planner.pick_up(&place))
}

fn body(planner: &Planner, place: &Place, fields: &[Field], guided: bool) -> Vec<El> {
    let of = Part::Row(place.clone());
    let sentence = (place.table == Table::Objectives).then(|| sentence::view(planner, place));
    let spots = fields.iter().map(|field| Spot { of: of.clone(), path: field.path.clone(), guided });
    let fields: Vec<El> = spots.filter_map(|spot| field::view(planner, &spot)).collect();
    let grid = div("sf-fields").children(fields);
    sentence.into_iter().chain([grid, buttons(planner, place)]).collect()
}

fn buttons(planner: &Planner, place: &Place) -> El {
    let asked = Watched::new(false);
    let makes = children_of(place.table).into_iter().map(|child| {
        let id = place.key.clone();
        let text = planner.said(&["tables", child.name(), "add"]);
        let make = planner.then(move |planner| planner.add_from(child, &id));
        named_for(planner, button("sf-line sf-small", &text, make), &text, place)
    });
    let makes: Vec<El> = makes.collect();
    let moves = |key: PlanKey, up: bool| {
        let named = format!("{}/{}", if up { "up" } else { "down" }, place.key);
        let takes_focus = planner.take_aim(&named);
        press_row(planner, key, place, move |planner, place| planner.shift(place, up)).focused(takes_focus)
    };
    let ask = asked.clone();
    let delete = press_row(planner, PlanKey::ListDelete, place, move |planner, place| {
        if planner.would_loosen(place) == 0 { planner.delete(place) } else { ask.set(true) }
    });
    let confirm = confirm(planner, place, asked, delete.handle());
    let tools = [
        moves(PlanKey::ListUp, true),
        moves(PlanKey::ListDown, false),
        press_row(planner, PlanKey::ListDuplicate, place, Planner::duplicate),
        delete,
    ];
    div("sf-row-buttons").children(makes).child(actions(tools)).child(confirm)
}

/// What hangs on the row, before it goes.
fn confirm(planner: &Planner, place: &Place, asked: Watched<bool>, delete: Handle) -> El {
    let (planner, place) = (planner.clone(), place.clone());
    let delete = Rc::new(delete);
    div("sf-confirm").attr("role", "group").live(move || {
        if !asked.get() {
            return Vec::new();
        }
        let links = planner.would_loosen(&place);
        let (at, keep, back) = (place.clone(), asked.clone(), delete.clone());
        let go = planner.then(move |planner| planner.delete(&at));
        let question = p("sf-text", &planner.count(PlanKey::ListAsk, links, &[])).attr("tabindex", "-1").focused(true);
        let go = button("sf-line", &planner.t(PlanKey::ListDeleteStill), go);
        let stay = button("sf-quiet", &planner.t(PlanKey::ListKeep), move || {
            keep.set(false);
            back.focus();
        });
        vec![question, actions([go, stay])]
    })
}
