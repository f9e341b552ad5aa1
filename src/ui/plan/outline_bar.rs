//! The way around: the ways to look at the plan, and its sections with how far each has come.

use super::{checking::Show, planner::Planner};
use crate::{
    browser::{
        dom,
        element::{El, el},
    },
    desk::View,
    plan::{
        kind,
        outline::{Entry, Section},
        record,
    },
    ui::part::{button, div, fold, span},
    words::PlanKey,
};

/// The ways to look at a plan.
const VIEWS: &[(View, PlanKey)] = &[
    (View::Guided, PlanKey::ViewGuided),
    (View::Document, PlanKey::ViewDocument),
    (View::Map, PlanKey::ViewMap),
    (View::Weeks, PlanKey::ViewWeeks),
    (View::OnePage, PlanKey::ViewOnePage),
];

pub fn views(planner: &Planner) -> El {
    let tab = |(view, key): &(View, PlanKey)| {
        let view = *view;
        let tab = button("sf-tab", &planner.t(*key), planner.then(move |planner| planner.look(view)));
        let current =
            planner.then(move |planner| if planner.desk().view == view { "page" } else { "false" }.to_owned());
        el("li").child(tab.live_attr("aria-current", current))
    };
    let name = planner.t(PlanKey::ViewName);
    el("nav")
        .class("sf-views")
        .attr("aria-label", &name)
        .child(el("ul").class("sf-plain").children(VIEWS.iter().map(tab)))
}

/// The sections: beside the plan on a wide page, a fold above it on a narrow one.
pub fn sections(planner: &Planner) -> El {
    let rows = planner.sections().into_iter().map(|section| row(planner, section));
    let list = el("ul").class("sf-plain").children(rows);
    let name = planner.t(PlanKey::SectionsName);
    let nav = el("nav").class("sf-sections").attr("aria-label", &name);
    // On a narrow page it would push the plan out of sight.
    nav.child(
        fold("sf-sections-fold", span("", &name), [div("").child(list)]).flag("open", dom::is_wide(&planner.0.host)),
    )
}

fn row(planner: &Planner, section: Section) -> El {
    let id = section.id.clone();
    let go = planner.then(move |planner| {
        planner.go_to_section(&id);
        dom::fold_if_narrow(&planner.0.host, ".sf-sections-fold");
    });
    let id = section.id.clone();
    let current = planner.then(move |planner| {
        let desk = planner.desk();
        if desk.view == View::Guided && desk.section == id { "step" } else { "false" }.to_owned()
    });
    let name = section.name.clone();
    let known = section.clone();
    let found = planner.then(move |planner| planner.found(&Show::Count(&known)));
    let state = planner.then(move |planner| vec![span("sf-note", &far(planner, &section))]);
    let button = button("sf-section-link", &name, go).live_attr("aria-current", current);
    el("li").child(button.child(span("", "").live(state)).child(span("sf-found-counts", "").live(found)))
}

/// How far a section has come, in words.
fn far(planner: &Planner, section: &Section) -> String {
    planner.follow_slowly();
    match filled(planner, section) {
        0 => planner.t(PlanKey::SectionsEmpty),
        filled if filled == section.entries.len() => planner.t(PlanKey::SectionsAll),
        filled => {
            let (filled, all) = (filled.to_string(), section.entries.len().to_string());
            planner.fill(PlanKey::SectionsSome, &[("n", &filled), ("m", &all)])
        }
    }
}

/// How many of its parts there is something in.
fn filled(planner: &Planner, section: &Section) -> usize {
    planner.read(|plan| {
        let is_filled = |entry: &&Entry| match entry {
            Entry::Field(field) => record::at(plan.cover(), &field.path).is_some_and(|held| !kind::is_blank(held)),
            Entry::List { table, .. } => plan.count(*table) > 0,
        };
        section.entries.iter().filter(is_filled).count()
    })
}

/// Whether nobody has come to this section so far: it was not in view in guided work, and there is nothing in it.
pub fn is_quiet(planner: &Planner, section: &Section) -> bool {
    !planner.has_seen(&section.id) && filled(planner, section) == 0
}
