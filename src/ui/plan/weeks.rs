//! The 90 days: thirteen weeks with a line for each action, review and due date.

use super::{
    map::{empty, go},
    means,
    part::{heading, note, press, press_for, title},
    planner::{Planner, today},
    span::{self, Line},
};
use crate::{
    browser::{
        element::{El, el},
        watched::Watched,
    },
    plan::{
        date::Date,
        edit::Part,
        link::Place,
        model::Action,
        table::Table,
        timeline::{self, Timeline, WEEKS, moved, timeline},
        value::Id,
    },
    ui::part::{actions, button, div, fold, p, span as words},
    words::PlanKey,
};
use std::{cell::RefCell, collections::HashMap, rc::Rc};

/// So many lines are drawn at once, the rest on demand.
const PAGE: usize = 60;
const DAYS: i32 = WEEKS * 7;

/// What is looked at. Its clones are one and the same.
#[derive(Clone)]
pub struct Scene {
    pub planner: Planner,
    /// A day of the first week.
    first: Watched<Date>,
    most: Watched<usize>,
    /// Where each line stood when these weeks were first drawn: none moves away under the pointer that moves it.
    stood: Rc<RefCell<HashMap<Place, i32>>>,
}

pub fn view(planner: &Planner) -> Vec<El> {
    let first = Watched::new(first_day(planner));
    let scene = Scene { planner: planner.clone(), first, most: Watched::new(PAGE), stood: Rc::default() };
    let body = move || body(&scene);
    vec![title(planner, &planner.t(PlanKey::WeeksTitle)), div("sf-wide sf-weeks").live(body)]
}

/// The plan's own first weeks while they last or are to come; after them, today's.
fn first_day(planner: &Planner) -> Date {
    let today = today();
    let start = planner.read(|plan| plan.cover().start);
    start.filter(|start| today.since(start.monday()) < DAYS).unwrap_or(today)
}

fn body(scene: &Scene) -> Vec<El> {
    let planner = &scene.planner;
    planner.follow_all();
    let line = planner.read(|plan| timeline(plan, scene.first.get(), today()));
    let actions = line.bars.len() + line.earlier.len() + line.later.len() + line.undated.len();
    if actions + line.marks.len() == 0 {
        return empty(planner, PlanKey::WeeksEmpty, Table::Actions);
    }
    let lines = scene.lines(&line);
    let none = lines.is_empty().then(|| p("sf-text", &planner.t(PlanKey::WeeksNone)));
    let picture = (!lines.is_empty()).then(|| picture(scene, &line, &lines));
    [way(scene, line.first)]
        .into_iter()
        .chain(none)
        .chain(picture.into_iter().flatten())
        .chain(folded(planner, PlanKey::WeeksBefore, &line.earlier))
        .chain(folded(planner, PlanKey::WeeksAfter, &line.later))
        .chain(undated(planner, &line.undated))
        .chain(means::money(planner))
        .chain(means::hours(planner, line.first))
        .collect()
}

impl Scene {
    /// Bars and marks as lines, by the days on which they stood at first.
    fn lines(&self, line: &Timeline) -> Vec<Line> {
        let bar = |bar: &timeline::Bar| Line {
            at: Place { table: Table::Actions, key: bar.action.clone() },
            from: bar.from,
            days: bar.days,
            began_before: bar.began_before,
            goes_on: bar.goes_on,
        };
        let mark = |mark: &timeline::Mark| Line { at: mark.at.clone(), from: mark.day, ..Line::default() };
        let mut lines: Vec<Line> = line.bars.iter().map(bar).chain(line.marks.iter().map(mark)).collect();
        let mut stood = self.stood.borrow_mut();
        lines.sort_by_key(|line| *stood.entry(line.at.clone()).or_insert(line.from));
        lines
    }

    /// Moves an action by so many days, and follows it where it leaves these weeks. `named` takes the focus.
    pub fn shift(&self, place: &Place, days: i32, named: &str) {
        let planner = &self.planner;
        let Some(edit) = planner.read(|plan| moved(plan, place.key.as_str(), days)) else { return };
        *planner.0.aim.borrow_mut() = Some(named.to_owned());
        planner.change(edit);
        let days = planner.read(|plan| plan.get::<Action>(place.key.as_str())?.days());
        if let Some((start, end)) = days {
            let (name, start_words, end_words) = (planner.name(place), planner.date(start), planner.date(end));
            let blanks = [("name", &*name), ("start", &*start_words), ("end", &*end_words)];
            planner.say(&planner.fill(PlanKey::WeeksMoved, &blanks));
            let first = self.first.peek().monday();
            if end < first {
                self.turn(-DAYS);
            } else if start.since(first) >= DAYS {
                self.turn(DAYS);
            }
        }
    }

    /// To other weeks.
    fn turn(&self, days: i32) {
        self.stood.borrow_mut().clear();
        self.first.set(self.first.peek().plus(days));
    }
}

/// Which weeks these are, and the way to others.
fn way(scene: &Scene, first: Date) -> El {
    let planner = &scene.planner;
    let (start, end) = (planner.date(first), planner.date(first.plus(DAYS - 1)));
    let turn = |key: PlanKey, days: i32| {
        let scene = scene.clone();
        let named = days.to_string();
        let focused = planner.take_aim(&named);
        let turn = move |planner: &Planner| {
            *planner.0.aim.borrow_mut() = Some(named.clone());
            scene.turn(days);
        };
        press(planner, "sf-line sf-small", key, turn).focused(focused)
    };
    let range = p("sf-weeks-range", &planner.fill(PlanKey::PageDates, &[("start", &start), ("end", &end)]));
    let ways = actions([turn(PlanKey::WeeksEarlier, -DAYS), turn(PlanKey::WeeksLater, DAYS)]);
    div("sf-weeks-way").child(range).child(ways)
}

fn picture(scene: &Scene, line: &Timeline, lines: &[Line]) -> [El; 3] {
    let planner = &scene.planner;
    let monday = |week: i32| line.first.plus(7 * week);
    let label = |week: i32| words("", &planner.short_date(monday(week)));
    let scale = div("sf-weeks-scale").attr("aria-hidden", "true").children((0..WEEKS).map(label));
    let left = lines.len().saturating_sub(scene.most.get());
    let (mut rows, mut last) = (Vec::new(), None);
    for line in lines.iter().take(scene.most.peek()) {
        let week = line.from / 7;
        if last.replace(week) != Some(week) {
            let date = planner.date(monday(week));
            let text = planner.fill(PlanKey::WeeksWeekOf, &[("date", &date)]);
            rows.push(el("li").class("sf-weeks-head").text(&text));
        }
        rows.push(span::view(scene, line));
    }
    let rows = el("ul").class("sf-plain").children(rows);
    let picture = div("sf-weeks-picture").child(span::ground(planner, line.today)).child(scale).child(rows);
    let most = scene.most.clone();
    let show = move || most.set(most.peek() + PAGE);
    let more = (left > 0).then(|| button("sf-line", &planner.count(PlanKey::ListMore, left, &[]), show));
    [p("sf-note sf-weeks-help", &planner.t(PlanKey::WeeksHelp)), picture, div("").children(more)]
}

/// What lies outside of these weeks, folded to a line.
fn folded(planner: &Planner, key: PlanKey, actions: &[Id]) -> Option<El> {
    let one = |place: Place| el("li").child(go(planner, "sf-button sf-link", &place));
    let summary = words("", &planner.count(key, actions.len(), &[]));
    (!actions.is_empty()).then(|| fold("", summary, listed(planner, actions, one)))
}

/// What has no place on the picture, each with a way to give it one.
fn undated(planner: &Planner, actions: &[Id]) -> Vec<El> {
    if actions.is_empty() {
        return Vec::new();
    }
    let one = |place: Place| {
        let name = planner.name(&place);
        let give = move |planner: &Planner| planner.go_to(&Part::Row(place.clone()), "start");
        el("li").class("sf-weeks-undated").child(words("", &name)).child(press_for(
            planner,
            PlanKey::WeeksGiveDates,
            &name,
            give,
        ))
    };
    let title = heading(planner, 1, &planner.count(PlanKey::WeeksUndated, actions.len(), &[]));
    [title].into_iter().chain(listed(planner, actions, one)).collect()
}

fn listed(planner: &Planner, actions: &[Id], one: impl Fn(Place) -> El) -> Vec<El> {
    let places = actions.iter().take(PAGE).map(|key| Place { table: Table::Actions, key: key.clone() });
    let list = el("ul").class("sf-plain").children(places.map(one));
    let left = actions.len().saturating_sub(PAGE);
    let rest = (left > 0).then(|| note(&planner.count(PlanKey::ListRest, left, &[])));
    [list].into_iter().chain(rest).collect()
}
