//! What a planner sees who has no plan yet: three ways to begin.

use super::{part::title, planner::Planner};
use crate::{
    browser::element::{El, el},
    desk::View,
    plan::edit::Part,
    ui::part::{button, p, span},
    words::PlanKey,
};

pub fn view(planner: &Planner) -> Vec<El> {
    let way = |class: &str, key: PlanKey, note: PlanKey, act: fn(&Planner)| {
        let button = button(class, &planner.t(key), planner.then(act));
        el("li").child(button).child(span("sf-note", &planner.t(note)))
    };
    let ways = [
        way("sf-solid", PlanKey::StartQuestions, PlanKey::StartQuestionsNote, |planner| {
            planner.go_to(&Part::Cover, "basics.who");
        }),
        way("sf-line", PlanKey::PasteTitle, PlanKey::StartPasteNote, |planner| planner.look(View::Paste)),
        way("sf-line", PlanKey::StartExample, PlanKey::StartExampleNote, Planner::open_example),
    ];
    vec![
        title(planner, &planner.t(PlanKey::StartTitle)),
        p("sf-lead", &planner.t(PlanKey::StartLead)),
        el("ul").class("sf-plain sf-begin").children(ways),
    ]
}
