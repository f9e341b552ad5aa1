//! The builder's screens by their parts: those that are always there, and those that are loaded when they are asked for.

use super::{
    article, checking, document, guided, map, new_tool, one_page, paste, planner::Planner, plans, sheet as printed,
    start, take, weeks,
};
use crate::{browser::element::El, desk::View, halves, plan::outline::Outline, ui::part::actions};

/// A part of the program that is loaded on its own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Views,
    Ways,
    Take,
}

impl Part {
    /// Its name among the page's files.
    pub fn name(self) -> &'static str {
        match self {
            Part::Views => "plan-views",
            Part::Ways => "plan-ways",
            Part::Take => "plan-take",
        }
    }

    /// What a view is made of beside the builder itself.
    pub fn of(view: View) -> Option<Part> {
        match view {
            View::Map | View::Weeks | View::OnePage | View::Article(_) => Some(Part::Views),
            View::Plans | View::Paste | View::NewTool => Some(Part::Ways),
            View::Take => Some(Part::Take),
            View::Start | View::Guided | View::Document | View::Check => None,
        }
    }
}

/// The screen in view; nothing as long as its part is on its way.
pub fn view(planner: &Planner) -> Vec<El> {
    // Drawn anew in another language.
    planner.texts();
    let view = planner.shown().view;
    if Part::of(view).is_some_and(|part| !planner.has(part)) {
        return Vec::new();
    }
    match Part::of(view) {
        Some(Part::Views) => halves::views(planner, view),
        Some(Part::Ways) => halves::ways(planner, view),
        Some(Part::Take) => halves::take(planner),
        None if view == View::Start => start::view(planner),
        None if view == View::Check => checking::view(planner),
        None if view == View::Document => document::view(planner),
        None => guided::view(planner),
    }
}

// What lies behind the cuts.

pub fn views(planner: &Planner, view: View) -> Vec<El> {
    match view {
        View::Map => map::view(planner),
        View::Weeks => weeks::view(planner),
        View::Article(one) => article::view(planner, one),
        _ => one_page::view(planner),
    }
}

pub fn sheet(planner: &Planner, outline: &Outline) -> Vec<El> {
    let outline = outline.clone();
    let [print, sheet] = printed::for_print(planner, move |_| Some(outline.clone()));
    vec![actions([print]), sheet]
}

pub fn words(planner: &Planner, section: &str) -> Vec<El> {
    article::words(planner, section)
}

pub fn take(planner: &Planner) -> Vec<El> {
    take::view(planner)
}

pub fn ways(planner: &Planner, view: View) -> Vec<El> {
    match view {
        View::Plans => plans::view(planner),
        View::Paste => paste::view(planner),
        _ => new_tool::view(planner),
    }
}
