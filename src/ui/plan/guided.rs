//! Guided work: one section at a time, in order, with a question and an example beside each field.

use super::{
    checking::Show,
    document::entry,
    handed,
    part::{press, title},
    planner::Planner,
    screens::Part as Loaded,
};
use crate::{
    browser::{element::El, watched::Watched},
    halves,
    plan::outline::Section,
    ui::part::{actions, button, div, fold, p, span},
    words::PlanKey,
};

pub fn view(planner: &Planner) -> Vec<El> {
    let (texts, desk) = (planner.texts(), planner.shown());
    let Some(section) = texts.section(&desk.section) else { return Vec::new() };
    // Before the fields: whether the focus is theirs is asked here, and they take it.
    let title = title(planner, &section.name);
    let lead = planner.said(&["sections", &section.id, "lead"]);
    let parts = section.entries.iter().filter_map(|part| entry(planner, part, true));
    let parts: Vec<El> = parts.collect();
    vec![
        title,
        p("sf-lead", &lead),
        words(planner, &section.id),
        handed::view(planner, section),
        div("sf-section").children(parts),
        found(planner, section),
        steps(
            planner,
            &texts.outlines.first().map(|outline| outline.sections.clone()).unwrap_or_default(),
            &section.id,
        ),
    ]
}

/// The words of the field that this section uses, explained to whoever asks.
fn words(planner: &Planner, section: &str) -> El {
    let is_asked = Watched::new(false);
    let (ask, section) = (is_asked.clone(), section.to_owned());
    let list = move |planner: &Planner| {
        if is_asked.get() && planner.has(Loaded::Views) { halves::words(planner, &section) } else { Vec::new() }
    };
    let summary = span("", &planner.t(PlanKey::GuidedWords));
    let fold = fold("sf-words", summary, [div("").live(planner.then(list))]);
    fold.on_toggle(move |is_open| {
        if is_open && !ask.peek() {
            ask.set(true);
        }
    })
}

/// What the checker has found here, below what is filled in, so that it moves nothing of that.
pub fn found(planner: &Planner, section: &Section) -> El {
    let section = section.clone();
    div("").live(planner.then(move |planner| planner.found(&Show::Section(&section))))
}

/// To the section before and the next one; behind the last one, to the whole plan.
fn steps(planner: &Planner, sections: &[Section], id: &str) -> El {
    let at = sections.iter().position(|section| section.id == id).unwrap_or_default();
    let to = |class: &str, key: PlanKey, section: &Section| {
        let (id, text) = (section.id.clone(), planner.fill(key, &[("section", &section.name)]));
        button(class, &text, planner.then(move |planner| planner.go_to_section(&id)))
    };
    let back = at.checked_sub(1).and_then(|before| sections.get(before));
    let next = sections.get(at + 1).map_or_else(
        || press(planner, "sf-solid", PlanKey::GuidedWhole, |planner| planner.look(crate::desk::View::Document)),
        |section| to("sf-solid", PlanKey::GuidedNext, section),
    );
    actions(back.map(|section| to("sf-line", PlanKey::GuidedBack, section)).into_iter().chain([next]))
}
