//! What the checker found, on the page: all of it, a short list below a section, notes beside fields, marks on rows.

use super::{
    checked::{Checked, Item},
    checking::Show,
    finding::{self, BESIDE},
    finding_list::List,
    part::{heading, note},
    planner::Planner,
};
use crate::{
    browser::element::{El, el, svg},
    desk::View,
    plan::{
        checker::{
            finding::{About, Go, Severity},
            rules::RULES,
        },
        edit::Part,
        map::COLUMNS,
        outline::Section,
    },
    ui::part::{div, fold, p, span},
    words::PlanKey,
};

/// How the names of the panel's lists begin.
const PANEL: &str = "panel ";

pub fn draw(checked: &Checked, planner: &Planner, place: &Show) -> Vec<El> {
    match place {
        Show::Button => vec![span("", &says_button(checked, planner))],
        Show::Panel => panel(checked, planner),
        Show::Section(section) => section_list(checked, planner, section),
        Show::Count(section) => count_of(checked, planner, section),
        Show::Field(spot, control, id) => {
            let here = |item: &Item| matches!(&item.finding.go, Go::Field(_, path) if *path == spot.path);
            let found = checked.found_in(&spot.of);
            let here: Vec<&Item> = found.at(&spot.of).filter(|item| item.speaks() && here(item)).take(BESIDE).collect();
            finding::notes(checked, planner, &here, control, id)
        }
        Show::Key => map_key(checked, planner),
        Show::Row(place) => worst(checked, &Part::Row((*place).clone()))
            .map(|severity| mark(planner, severity, "sf-word"))
            .into_iter()
            .collect(),
        Show::Thing(place) => worst(checked, &Part::Row((*place).clone()))
            .map(|severity| mark(planner, severity, "sf-word sf-thing-mark"))
            .into_iter()
            .collect(),
    }
}

/// The severity of the first finding about a row.
fn worst(checked: &Checked, part: &Part) -> Option<Severity> {
    let about = |item: &&Item| {
        item.speaks() && item.finding.about.place().is_some_and(|place| *part == Part::Row(place.clone()))
    };
    checked.found_in(part).at(part).find(about).map(|item| item.finding.severity)
}

/// What the marks on the map mean, of those that are there.
fn map_key(checked: &Checked, planner: &Planner) -> Vec<El> {
    let found = checked.found();
    let is_on_map =
        |item: &&Item| item.speaks() && item.finding.about.place().is_some_and(|place| COLUMNS.contains(&place.table));
    let there = |severity: &Severity| found.all.iter().filter(is_on_map).any(|item| item.finding.severity == *severity);
    let there = [Severity::Error, Severity::Warn, Severity::Hint].into_iter().filter(there);
    let marks: Vec<El> = there.map(|severity| mark(planner, severity, "sf-word")).collect();
    let key = || note(&planner.t(PlanKey::CheckCorner)).class("sf-note sf-found-key").children(marks);
    if found.all.iter().any(|item| is_on_map(&item)) { vec![key()] } else { Vec::new() }
}

/// A severity by its shape and its word: a triangle, a disc half full, an empty one.
pub fn mark(planner: &Planner, severity: Severity, class: &str) -> El {
    let (state, shape, key) = match severity {
        Severity::Error => (" sf-settle", "M8 2 15 14H1Z", PlanKey::CheckError),
        Severity::Warn => (" sf-think", "M8 2A6 6 0 0 1 8 14A6 6 0 0 1 8 2ZM8 4A4 4 0 0 0 8 12Z", PlanKey::CheckWarn),
        Severity::Hint => {
            ("", "M8 2A6 6 0 0 1 8 14A6 6 0 0 1 8 2ZM8 4A4 4 0 0 0 8 12A4 4 0 0 0 8 4Z", PlanKey::CheckHint)
        }
    };
    let picture = svg("svg").class("sf-mark").attr("viewBox", "0 0 16 16").attr("aria-hidden", "true");
    let word = span("sf-mark-word", &planner.t(key));
    span(&format!("{class} sf-found{state}"), "").child(picture.child(svg("path").attr("d", shape))).child(word)
}

/// As in `2 to settle, 1 hint`; empty where there is nothing.
fn counts<'a>(planner: &Planner, items: impl Iterator<Item = &'a Item>, with_hints: bool) -> String {
    let mut counts = [0; 3];
    items.for_each(|item| counts[item.finding.severity as usize] += 1);
    let keys = [PlanKey::CheckErrors, PlanKey::CheckWarnings, PlanKey::CheckHints];
    let shown = if with_hints || counts[0] + counts[1] == 0 { 3 } else { 2 };
    let parts = keys.into_iter().zip(counts).take(shown).filter(|(_, count)| *count > 0);
    parts.map(|(key, count)| planner.count(key, count, &[])).collect::<Vec<_>>().join(", ")
}

fn says_button(checked: &Checked, planner: &Planner) -> String {
    let counts = counts(planner, checked.found().all.iter().filter(|item| item.speaks()), false);
    let key = if counts.is_empty() { PlanKey::CheckButtonNone } else { PlanKey::CheckButtonSome };
    planner.fill(key, &[("counts", &counts)])
}

fn panel(checked: &Checked, planner: &Planner) -> Vec<El> {
    let found = checked.found();
    let all = || found.all.iter().filter(|item| !item.finding.left);
    let told = counts(planner, all(), true);
    let key = if told.is_empty() { PlanKey::CheckDoneNone } else { PlanKey::CheckDoneSome };
    let told = planner.fill(key, &[("n", &RULES.len().to_string()), ("counts", &told)]);
    let mut parts = vec![p("sf-text", &told)];
    let group = |name: &str, key: PlanKey, items: Vec<&Item>| -> Option<El> {
        let list = List::new(&format!("{PANEL}{name}"));
        let title = planner.fill(PlanKey::CheckGroup, &[("name", &planner.t(key)), ("n", &items.len().to_string())]);
        let drawn = (!items.is_empty()).then(|| list.view(checked, planner, &items))?;
        Some(el("section").class("sf-section").child(heading(planner, 1, &title)).children(drawn))
    };
    for (severity, key) in [
        (Severity::Error, PlanKey::CheckError),
        (Severity::Warn, PlanKey::CheckWarn),
        (Severity::Hint, PlanKey::CheckGroupHints),
    ] {
        let items = all().filter(|item| !item.quiet && item.finding.severity == severity).collect();
        parts.extend(group(severity.code(), key, items));
    }
    parts.extend(group("quiet", PlanKey::CheckNotBegun, all().filter(|item| item.quiet).collect()));
    parts.extend(left(checked, planner, &found.all.iter().filter(|item| item.finding.left).collect::<Vec<_>>()));
    parts.extend(checked.take_lost_aim(PANEL).then(|| last(planner)));
    parts
}

/// What somebody chose to leave, in a fold.
fn left(checked: &Checked, planner: &Planner, items: &[&Item]) -> Option<El> {
    let list = List { left: true, ..List::new(&format!("{PANEL}left")) };
    let title =
        planner.fill(PlanKey::CheckGroup, &[("name", &planner.t(PlanKey::CheckLeft)), ("n", &items.len().to_string())]);
    // Somebody who is at work in it finds it open.
    let aim = checked.take_aim(&list.name);
    if let Some(index) = aim.filter(|_| !items.is_empty()) {
        checked.aim(&list.name, index);
    } else if aim.is_some() {
        checked.aim(PANEL, 0);
    }
    let drawn = (!items.is_empty()).then(|| list.view(checked, planner, items))?;
    Some(fold("sf-left", span("", &title), drawn).flag("open", aim.is_some()))
}

/// What takes the focus where nothing is left of the list that was acted in.
fn last(planner: &Planner) -> El {
    note(&planner.t(PlanKey::CheckLast)).attr("tabindex", "-1").focused(true)
}

fn section_list(checked: &Checked, planner: &Planner, section: &Section) -> Vec<El> {
    let list = List { folded: true, ..List::new(&section.id) };
    let found = checked.found();
    let here = of_section(planner, &found.all, section);
    if here.is_empty() {
        return checked.take_aim(&list.name).map(|_| last(planner)).into_iter().collect();
    }
    let below = if planner.0.shown.peek().view == View::Guided { 1 } else { 2 };
    let counts = counts(planner, here.iter().copied(), true);
    let title = heading(planner, below, &planner.fill(PlanKey::CheckHere, &[("counts", &counts)]));
    let drawn = list.view(checked, planner, &here);
    vec![div("sf-found-here").child(title).children(drawn)]
}

fn of_section<'a>(planner: &Planner, all: &'a [Item], section: &Section) -> Vec<&'a Item> {
    let number = planner.sections().iter().position(|known| known.id == section.id);
    all.iter().filter(|item| item.speaks() && Some(item.section) == number).collect()
}

fn count_of(checked: &Checked, planner: &Planner, section: &Section) -> Vec<El> {
    let found = checked.found();
    let counts = counts(planner, of_section(planner, &found.all, section).into_iter(), true);
    (!counts.is_empty()).then(|| span("sf-note sf-found-count", &counts)).into_iter().collect()
}

/// The row, the person or the list that a finding is about, in words.
pub fn about(planner: &Planner, about: &About) -> String {
    match about {
        About::Plan => String::new(),
        About::Person(name) => name.clone(),
        About::Row(place) => {
            let one = planner.said(&["tables", place.table.name(), "one"]);
            planner.fill(PlanKey::ListDoTo, &[("do", &one), ("name", &planner.name_now(place))])
        }
    }
}
