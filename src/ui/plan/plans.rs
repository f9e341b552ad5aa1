//! All plans there are, and what can be done with each.

use super::{
    part::{heading, note, press, press_for, title},
    planner::{Planner, aim},
};
use crate::{
    browser::element::{El, el},
    desk::{Kept, View},
    plan::edit::Part,
    ui::part::{actions, div, p, span},
    words::PlanKey,
};

pub fn view(planner: &Planner) -> Vec<El> {
    let plans = planner.plans();
    let (away, here): (Vec<&Kept>, Vec<&Kept>) = plans.iter().partition(|kept| kept.archived);
    let mut parts = vec![title(planner, &planner.t(PlanKey::PlansTitle))];
    parts.push(if plans.is_empty() { p("sf-lead", &planner.t(PlanKey::PlansNone)) } else { list(planner, &here) });
    parts.push(actions([
        press(planner, "sf-solid", PlanKey::PlansNew, Planner::begin_plan),
        press(planner, "sf-line", PlanKey::PlansExample, Planner::open_example),
    ]));
    if !away.is_empty() {
        let name = heading(planner, 1, &planner.t(PlanKey::PlansArchived));
        parts.push(div("sf-aside").child(name).child(list(planner, &away)));
    }
    parts
}

fn list(planner: &Planner, plans: &[&Kept]) -> El {
    el("ul").class("sf-plain sf-plans").children(plans.iter().map(|kept| row(planner, kept)))
}

fn row(planner: &Planner, kept: &Kept) -> El {
    let name = planner.title_of(&kept.title);
    let does = |key: PlanKey, act: fn(&Planner, &str)| {
        let id = kept.id.clone();
        press_for(planner, key, &name, move |planner| act(planner, &id))
    };
    let archive = if kept.archived { PlanKey::PlansBack } else { PlanKey::PlansArchive };
    let open = does(PlanKey::PlansOpen, Planner::open_plan).focused(planner.take_aim(&aim(&Part::Cover, &kept.id)));
    let is_open = planner.desk().open.as_deref() == Some(&kept.id);
    let head = div("sf-plan-name").child(el("strong").text(&name));
    let head = head.children(is_open.then(|| span("sf-chip", &planner.t(PlanKey::PlansOpenNow))));
    let changed =
        kept.updated.parse().ok().map(|day| planner.fill(PlanKey::PlansChanged, &[("date", &planner.date(day))]));
    let tools = [
        open,
        does(PlanKey::PlansRename, Planner::rename_plan),
        does(PlanKey::ListDuplicate, Planner::copy_plan),
        does(archive, Planner::archive_plan),
        does(PlanKey::ListDelete, Planner::delete_plan),
    ];
    el("li").child(head).children(changed.map(|text| note(&text))).child(actions(tools))
}

/// Beside the words that a plan was deleted: the way to bring it back.
pub fn undo(planner: &Planner) -> Vec<El> {
    planner.ways().follow();
    planner.texts();
    let is_here = planner.desk().view == View::Plans;
    let last = planner.ways().deleted.borrow().last().filter(|_| is_here).map(|(_, kept, _)| kept.title.clone());
    let button = last.map(|title| {
        let full = planner.fill(PlanKey::PlansUndo, &[("name", &planner.title_of(&title))]);
        press(planner, "sf-line", PlanKey::UndoUndo, Planner::bring_back_plan).attr("aria-label", &full)
    });
    button.into_iter().collect()
}
