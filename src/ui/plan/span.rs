//! One line of the 90 days: an action as a bar that can be moved, a review or a due date as a mark.

use super::{planner::Planner, weeks::Scene};
use crate::{
    browser::element::{El, Handle, el, svg},
    plan::{
        link::Place,
        model::{Action, ActionStatus, Objective, Review},
        table::Table,
        timeline::{WEEKS, days_of, share},
    },
    ui::part::{div, span},
    words::PlanKey,
};

/// A bar, or without days a mark; the days are those of [`crate::plan::timeline`].
pub struct Line {
    pub at: Place,
    pub from: i32,
    pub days: i32,
    pub began_before: bool,
    pub goes_on: bool,
}

impl Line {
    /// Where its bar begins. What goes on beyond the weeks is cut by their edge, and so has no rounded end there.
    fn edge(&self) -> i32 {
        self.from - beyond(self.began_before)
    }
}

fn beyond(goes_on: bool) -> i32 {
    if goes_on { 2 } else { 0 }
}

impl Default for Line {
    fn default() -> Line {
        let at = Place::new(Table::Actions, "");
        Line { at, from: 0, days: 0, began_before: false, goes_on: false }
    }
}

pub fn view(scene: &Scene, line: &Line) -> El {
    let planner = &scene.planner;
    let is_action = line.at.table == Table::Actions;
    let (shape, held) = if is_action { bar(planner, line) } else { mark(line) };
    let track = svg("svg").class("sf-weeks-lane").attr("aria-hidden", "true").child(shape);
    let words = span("sf-weeks-words", "");
    let words = words.child(span("sf-weeks-name", &planner.name_of(line))).child(span("sf-note", &when(planner, line)));
    let thing = el("button").attr("type", "button").class("sf-weeks-thing");
    let thing = if is_action { movable(scene, line, thing, track.handle(), held) } else { thing };
    let at = line.at.clone();
    let thing = thing.child(words).child(track).on("click", planner.then(move |planner| planner.go_to_row(&at)));
    let moves = is_action.then(|| moves(scene, &line.at));
    el("li").class("sf-weeks-row").child(thing).children(moves)
}

impl Planner {
    /// What a line is called. Reviews have no name but their day, which stands beside it anyway.
    fn name_of(&self, line: &Line) -> String {
        if line.at.table == Table::Reviews { self.said(&["tables", "reviews", "one"]) } else { self.name(&line.at) }
    }
}

/// How a bar is dragged, and moved by keys.
fn movable(scene: &Scene, line: &Line, thing: El, track: Handle, bar: Handle) -> El {
    let named = format!("week/{}", line.at.key);
    let (dragging, at, edge, focus) = (scene.clone(), line.at.clone(), line.edge(), named.clone());
    let thing = thing.focused(scene.planner.take_aim(&named)).on_drag(track, move |far, is_over| {
        let days = days_of(far);
        bar.set("x", &share(edge + days));
        if is_over && days != 0 {
            dragging.shift(&at, days, &focus);
        }
    });
    let (scene, at) = (scene.clone(), line.at.clone());
    thing.on_key(move |key, with_shift| {
        let days = match key {
            "ArrowLeft" => -1,
            "ArrowRight" => 1,
            "PageUp" => -7,
            "PageDown" => 7,
            _ => return false,
        };
        scene.shift(&at, if with_shift && key.starts_with('A') { days * 7 } else { days }, &named);
        true
    })
}

fn moves(scene: &Scene, place: &Place) -> El {
    let planner = &scene.planner;
    let name = planner.name(place);
    let by = |key: PlanKey, sign: &str, days: i32| {
        let (scene, at) = (scene.clone(), place.clone());
        let named = format!("week{days}/{}", place.key);
        let focused = planner.take_aim(&named);
        let text = planner.fill(PlanKey::ListDoTo, &[("do", &planner.t(key)), ("name", &name)]);
        let button = el("button").attr("type", "button").class("sf-weeks-move").text(sign).attr("aria-label", &text);
        button.attr("title", &planner.t(key)).on("click", move || scene.shift(&at, days, &named)).focused(focused)
    };
    div("sf-weeks-moves").child(by(PlanKey::WeeksDayBack, "←", -1)).child(by(PlanKey::WeeksDayOn, "→", 1))
}

/// What stands under a line's name.
fn when(planner: &Planner, line: &Line) -> String {
    let key = line.at.key.as_str();
    match line.at.table {
        Table::Reviews => {
            let found = planner.read(|plan| plan.get::<Review>(key).map(|review| (review.date, review.owner.clone())));
            let (date, owner) = found.unwrap_or_default();
            joined([date.map(|date| planner.date(date)), Some(owner), None])
        }
        Table::Objectives => {
            let due = planner.read(|plan| plan.get::<Objective>(key)?.due);
            let date = due.map(|due| planner.short_date(due)).unwrap_or_default();
            planner.fill(PlanKey::WeeksDue, &[("date", &date)])
        }
        _ => {
            let action = planner.read(|plan| plan.get::<Action>(key).cloned()).unwrap_or_default();
            let dates = action.days().map(|(start, end)| {
                let (start, end) = (planner.short_date(start), planner.short_date(end));
                if start == end { start } else { planner.fill(PlanKey::WeeksSpan, &[("start", &start), ("end", &end)]) }
            });
            let status = is_done(&action).then(|| planner.said(&["choices", "actions.status", "done"]));
            joined([dates, Some(action.owner), status])
        }
    }
}

fn joined(parts: [Option<String>; 3]) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.trim().is_empty()).collect();
    parts.join(" · ")
}

fn is_done(action: &Action) -> bool {
    action.status == Some(ActionStatus::Done)
}

fn bar(planner: &Planner, line: &Line) -> (El, Handle) {
    let is_done = planner.read(|plan| plan.get::<Action>(line.at.key.as_str()).is_some_and(is_done));
    let days = line.days + beyond(line.began_before) + beyond(line.goes_on);
    let class = if is_done { "sf-weeks-bar sf-weeks-done" } else { "sf-weeks-bar" };
    let bar = svg("rect").class(class).attr("x", &share(line.edge())).attr("y", "13").attr("rx", "4");
    let bar = bar.attr("width", &share(days)).attr("height", "18");
    let held = bar.handle();
    (bar, held)
}

/// A diamond for a review, a flag for a day by which something is to be reached.
fn mark(line: &Line) -> (El, Handle) {
    let shape = if line.at.table == Table::Reviews { "M0 13L9 22L0 31L-9 22Z" } else { "M0 34V10H15L10 16L15 22H0" };
    let class = if line.at.table == Table::Reviews { "sf-weeks-review" } else { "sf-weeks-flag" };
    let mark = svg("svg").class("sf-weeks-mark").attr("x", &share(line.from));
    let held = mark.handle();
    (mark.child(svg("path").class(class).attr("d", shape)), held)
}

/// What all lines stand on: the weeks, and today.
pub fn ground(planner: &Planner, today: Option<i32>) -> El {
    let upright = |class: &str, days: i32, top: &str| {
        let x = share(days);
        svg("line").class(class).attr("x1", &x).attr("x2", &x).attr("y1", top).attr("y2", "100%")
    };
    let weeks = (0..=WEEKS).map(|week| upright("sf-weeks-week", week * 7, "44"));
    let today = today.into_iter().flat_map(|day| {
        let anchor = if day > 80 { "end" } else { "start" };
        let word = svg("text").attr("x", &share(day)).attr("y", "13").attr("text-anchor", anchor);
        [upright("sf-weeks-today", day, "18"), word.class("sf-weeks-now").text(&planner.t(PlanKey::WeeksToday))]
    });
    svg("svg").class("sf-weeks-ground").attr("aria-hidden", "true").children(weeks).children(today)
}
