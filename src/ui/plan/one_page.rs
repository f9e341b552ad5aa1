//! One page: the plan for those who read it once, with what it says and nothing that it does not.

use super::{
    means,
    part::{heading, note, press, title},
    planner::{Planner, today},
    sentence,
    sheet::{keys, list, words},
};
use crate::{
    browser::{
        dom,
        element::{El, el},
    },
    plan::{
        control,
        date::Date,
        edit::Part,
        link::{Place, linking},
        map::COLUMNS,
        model::{Action, Objective, Tactic},
        money::spending,
        table::Table,
        timeline::timeline,
        value::Id,
    },
    ui::part::{actions, button, div, p, p_if, span},
    words::PlanKey,
};
use std::collections::HashSet;

/// Longer lists are cut here: a page has an end.
const MOST: usize = 20;
/// With fewer parts than this there is no page yet.
const ENOUGH: usize = 3;

pub fn view(planner: &Planner) -> Vec<El> {
    vec![div("sf-wide sf-sheet").live(planner.then(body))]
}

fn body(planner: &Planner) -> Vec<El> {
    planner.follow_all();
    let texts = planner.texts();
    let sections =
        texts.outlines.iter().find(|outline| outline.id == "one-page").map(|outline| outline.sections.clone());
    let parts = sections.unwrap_or_default().into_iter().filter_map(|section| {
        let parts = part(planner, &section.id);
        let is_there = !parts.is_empty();
        is_there.then(|| el("section").class("sf-sheet-part").child(heading(planner, 1, &section.name)).children(parts))
    });
    let parts: Vec<El> = parts.collect();
    let name = words(planner, &Part::Cover, "title").unwrap_or_else(|| planner.t(PlanKey::PlanUnnamed));
    let lacks = if parts.len() < ENOUGH { lacks(planner) } else { None };
    let print = || {
        press(planner, "sf-line", PlanKey::PagePrint, |planner| {
            planner.exported("print");
            dom::print();
        })
    };
    let print = (!parts.is_empty()).then(|| actions([print()]));
    [title(planner, &name)]
        .into_iter()
        .chain(p_if("sf-note", &dates(planner)))
        .chain(lacks)
        .chain([div("sf-sheet-parts").children(parts)])
        .chain(print)
        .collect()
}

fn dates(planner: &Planner) -> String {
    let (start, end) = (words(planner, &Part::Cover, "start"), words(planner, &Part::Cover, "end"));
    let key = match (&start, &end) {
        (Some(_), Some(_)) => PlanKey::PageDates,
        (Some(_), None) => PlanKey::PageFrom,
        (None, Some(_)) => PlanKey::PageUntil,
        (None, None) => return String::new(),
    };
    planner.fill(key, &[("start", &start.unwrap_or_default()), ("end", &end.unwrap_or_default())])
}

/// What to fill in first, where there is next to nothing.
fn lacks(planner: &Planner) -> Option<El> {
    let first = COLUMNS.into_iter().find(|table| planner.read(|plan| plan.count(*table)) == 0)?;
    let what = planner.said(&["tables", first.name(), "title"]);
    let text = p("sf-text", &planner.fill(PlanKey::PageLacks, &[("what", &what)]));
    let add = planner.said(&["tables", first.name(), "add"]);
    let go = button("sf-solid", &add, planner.then(move |planner| planner.add_and_go(first)));
    Some(div("sf-sheet-lacks").child(text).child(actions([go])))
}

/// What a section of the outline says on this page.
fn part(planner: &Planner, section: &str) -> Vec<El> {
    match section {
        "who" => ["basics.who", "basics.what", "basics.for_whom"]
            .map(|path| line(planner, path))
            .into_iter()
            .flatten()
            .collect(),
        "now" => {
            words(planner, &Part::Cover, "situation.summary").map(|text| p("sf-text", &text)).into_iter().collect()
        }
        "aims" => aims(planner),
        "choices" => choices(planner),
        "tactics" => loose_tactics(planner),
        "ninety-days" => ninety_days(planner),
        "means" => means_of(planner),
        "looking" => looking(planner),
        _ => Vec::new(),
    }
}

fn line(planner: &Planner, path: &str) -> Option<El> {
    let value = words(planner, &Part::Cover, path)?;
    // Under a heading that says the same.
    let label = (path != "basics.who").then(|| span("sf-sheet-label", &format!("{} ", planner.label(None, path))));
    Some(el("p").class("sf-sheet-line").children(label).text(&value))
}

fn item(name: &str, beside: &[Option<String>]) -> El {
    let beside: Vec<&str> = beside.iter().flatten().map(String::as_str).collect();
    let beside = (!beside.is_empty()).then(|| span("sf-sheet-beside", &format!(" {}", beside.join(" · "))));
    el("li").text(name).children(beside)
}

fn places(planner: &Planner, table: Table) -> Vec<Place> {
    keys(planner, table).into_iter().map(|key| Place { table, key }).collect()
}

/// A field of a row in words.
fn at(planner: &Planner, place: &Place, path: &str) -> Option<String> {
    words(planner, &Part::Row(place.clone()), path)
}

fn aims(planner: &Planner) -> Vec<El> {
    let goals = list(planner, MOST, &places(planner, Table::BusinessGoals), |place| item(&planner.name(place), &[]));
    let objectives = list(planner, MOST, &places(planner, Table::Objectives), |place| objective(planner, place));
    goals.into_iter().chain(objectives).collect()
}

/// In words, and as a sentence once it has a figure to reach and a day.
fn objective(planner: &Planner, place: &Place) -> El {
    let is_whole = planner.read(|plan| {
        let found = plan.get::<Objective>(place.key.as_str());
        found.is_some_and(|found| found.baseline.is_some() && found.target.is_some() && found.due.is_some())
    });
    let owner = at(planner, place, "owner").map(|name| planner.fill(PlanKey::PageOwner, &[("name", &name)]));
    let due = at(planner, place, "due").filter(|_| !is_whole);
    let due = due.map(|date| planner.fill(PlanKey::PageBy, &[("date", &date)]));
    item(&planner.name(place), &[due, owner]).children(is_whole.then(|| sentence::view(planner, place)))
}

fn choices(planner: &Planner) -> Vec<El> {
    let strategies = list(planner, MOST, &places(planner, Table::Strategies), |place| strategy(planner, place));
    let wont_do = list(planner, MOST, &places(planner, Table::WontDo), |place| {
        item(&planner.name(place), &[at(planner, place, "reason")])
    });
    let wont_do = wont_do
        .map(|list| div("").child(heading(planner, 2, &planner.said(&["tables", "wont_do", "title"]))).child(list));
    strategies.into_iter().chain(wont_do).collect()
}

/// Whom it is for, and the tactics that carry it out.
fn strategy(planner: &Planner, place: &Place) -> El {
    let audience = at(planner, place, "audience_id");
    let audience = audience.map(|name| planner.fill(PlanKey::PageFor, &[("name", &name)]));
    let tactics: Vec<Id> = planner.read(|plan| linking(plan, place, Table::Tactics).cloned().collect());
    let tactics = tactics.into_iter().map(|key| Place { table: Table::Tactics, key });
    let tactics: Vec<Place> = tactics.filter(|tactic| is_active(planner, tactic)).collect();
    let tactics = list(planner, MOST, &tactics, |tactic| tactic_item(planner, tactic));
    item(&planner.name(place), &[audience]).class("sf-sheet-strategy").children(tactics)
}

fn is_active(planner: &Planner, place: &Place) -> bool {
    planner.read(|plan| plan.get::<Tactic>(place.key.as_str()).is_some_and(Tactic::is_active))
}

fn tactic_item(planner: &Planner, place: &Place) -> El {
    item(&planner.name(place), &[at(planner, place, "channel"), at(planner, place, "budget")])
}

/// The tactics that stand under no strategy.
fn loose_tactics(planner: &Planner) -> Vec<El> {
    let tied: HashSet<Id> = planner.read(|plan| {
        let strategies =
            plan.rows(Table::Strategies).map(|(key, _)| Place { table: Table::Strategies, key: key.clone() });
        strategies.flat_map(|place| linking(plan, &place, Table::Tactics).cloned().collect::<Vec<_>>()).collect()
    });
    let mut loose = places(planner, Table::Tactics);
    loose.retain(|place| !tied.contains(&place.key) && is_active(planner, place));
    let loose = list(planner, MOST, &loose, |place| tactic_item(planner, place));
    let note = loose.is_some().then(|| note(&planner.t(PlanKey::PageLoose)));
    note.into_iter().chain(loose).collect()
}

/// An action, and the day by which it is to be done.
type Due = (Place, Option<Date>);

/// The open actions of the next 90 days, by who does them.
fn ninety_days(planner: &Planner) -> Vec<El> {
    let mut owners: Vec<(String, Vec<Due>)> = Vec::new();
    let today = today();
    let bars = planner.read(|plan| timeline(plan, today, today).bars);
    for bar in bars {
        let place = Place { table: Table::Actions, key: bar.action };
        let action =
            planner.read(|plan| plan.get::<Action>(place.key.as_str()).filter(|action| action.is_open()).cloned());
        let Some(action) = action else { continue };
        match owners.iter_mut().find(|(owner, _)| *owner == action.owner) {
            Some((_, actions)) => actions.push((place, action.end)),
            None => owners.push((action.owner, vec![(place, action.end)])),
        }
    }
    let action = |(place, end): &Due| {
        let by = end.map(|end| planner.fill(PlanKey::PageBy, &[("date", &planner.short_date(end))]));
        item(&planner.name(place), &[by])
    };
    let owner = |(owner, actions): (String, Vec<Due>)| {
        let name = if owner.trim().is_empty() { planner.t(PlanKey::PageNobody) } else { owner };
        div("sf-sheet-owner").child(heading(planner, 2, &name)).children(list(planner, MOST, &actions, action))
    };
    owners.into_iter().take(MOST).map(owner).collect()
}

fn means_of(planner: &Planner) -> Vec<El> {
    let sum = planner.read(spending);
    let has_money = sum.total.is_some() || sum.planned > 0;
    let money = has_money.then(|| p("sf-text", &means::sentence(planner, &sum)));
    let people = list(planner, MOST, &places(planner, Table::People), |place| {
        let name = planner.name(place);
        match at(planner, place, "hours_per_week") {
            Some(hours) => item(&planner.fill(PlanKey::PageHours, &[("name", &name), ("hours", &hours)]), &[]),
            None => item(&name, &[]),
        }
    });
    money.into_iter().chain(people).collect()
}

/// The figures that tell, and the next review.
fn looking(planner: &Planner) -> Vec<El> {
    let measures = list(planner, MOST, &places(planner, Table::Kpis), |place| {
        let name = planner.name(place);
        let text = match at(planner, place, "target") {
            Some(target) => planner.fill(PlanKey::PageFigure, &[("name", &name), ("target", &target)]),
            None => name,
        };
        item(&text, &[at(planner, place, "source")])
    });
    let next = planner.read(|plan| control::next_review(plan, today()).map(|(key, date)| (key.clone(), date)));
    let next = next.map(|(key, date)| {
        let owner = at(planner, &Place { table: Table::Reviews, key }, "owner");
        let (key, name) =
            owner.map_or((PlanKey::PageNextReview, String::new()), |name| (PlanKey::PageNextReviewBy, name));
        p("sf-text", &planner.fill(key, &[("date", &planner.date(date)), ("name", &name)]))
    });
    measures.into_iter().chain(next).collect()
}
