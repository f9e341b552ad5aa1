//! What the checker found, on the page: all of it, a short list below a section, notes beside fields, marks on rows.

use super::{
    checked::{Checked, Item},
    checking::Show,
    finding,
    part::{heading, note},
    planner::Planner,
};
use crate::{
    browser::{
        element::{El, el, svg},
        watched::Watched,
    },
    desk::View,
    plan::{
        checker::{
            finding::{About, Go, Severity},
            rules::RULES,
        },
        edit::Part,
        outline::Section,
    },
    ui::part::{actions, button, div, fold, p, span},
    words::PlanKey,
};
use std::rc::Rc;

/// So many findings of a list are drawn at once; the rest on demand.
const PAGE: usize = 20;
/// And on a narrow page.
const FEW: usize = 3;
/// How the names of the panel's lists begin.
const PANEL: &str = "panel ";

/// Findings in a list, and how they are shown there.
#[derive(Clone)]
pub struct List {
    /// Unlike that of all other lists in view.
    pub name: String,
    /// To one line each.
    pub folded: bool,
    /// Those that were left.
    pub left: bool,
}

pub fn draw(checked: &Checked, planner: &Planner, place: &Show) -> Vec<El> {
    match place {
        Show::Button => vec![span("", &says_button(checked, planner))],
        Show::Panel => panel(checked, planner),
        Show::Section(section) => section_list(checked, planner, section),
        Show::Count(section) => count_of(checked, planner, section),
        Show::Field(spot, control, id) => {
            let here = |item: &Item| matches!(&item.finding.go, Go::Field(_, path) if *path == spot.path);
            let found = checked.found_in(&spot.of);
            let here: Vec<&Item> = found.at(&spot.of).filter(|item| item.speaks() && here(item)).take(FEW).collect();
            finding::notes(checked, planner, &here, control, id)
        }
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
        let list = List { name: format!("{PANEL}{name}"), folded: false, left: false };
        let title = planner.fill(PlanKey::CheckGroup, &[("name", &planner.t(key)), ("n", &items.len().to_string())]);
        let drawn = (!items.is_empty()).then(|| this_list(checked, planner, &items, &list))?;
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
    let list = List { name: format!("{PANEL}left"), folded: false, left: true };
    let title =
        planner.fill(PlanKey::CheckGroup, &[("name", &planner.t(PlanKey::CheckLeft)), ("n", &items.len().to_string())]);
    // Somebody who is at work in it finds it open.
    let aim = checked.take_aim(&list.name);
    if let Some(index) = aim.filter(|_| !items.is_empty()) {
        checked.aim(&list.name, index);
    } else if aim.is_some() {
        checked.aim(PANEL, 0);
    }
    let drawn = (!items.is_empty()).then(|| this_list(checked, planner, items, &list))?;
    Some(fold("sf-left", span("", &title), drawn).flag("open", aim.is_some()))
}

/// What takes the focus where nothing is left of the list that was acted in.
fn last(planner: &Planner) -> El {
    note(&planner.t(PlanKey::CheckLast)).attr("tabindex", "-1").focused(true)
}

fn section_list(checked: &Checked, planner: &Planner, section: &Section) -> Vec<El> {
    let list = List { name: section.id.clone(), folded: true, left: false };
    let found = checked.found();
    let here = of_section(planner, &found.all, section);
    if here.is_empty() {
        return checked.take_aim(&list.name).map(|_| last(planner)).into_iter().collect();
    }
    let below = if planner.0.desk.peek().view == View::Guided { 1 } else { 2 };
    let counts = counts(planner, here.iter().copied(), true);
    let title = heading(planner, below, &planner.fill(PlanKey::CheckHere, &[("counts", &counts)]));
    let drawn = this_list(checked, planner, &here, &list);
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

/// The findings of a list, as many as are drawn at once, and a way to the rest.
fn this_list(checked: &Checked, planner: &Planner, items: &[&Item], list: &List) -> [El; 2] {
    let limit = Watched::new(FEW);
    let keys: Rc<Vec<_>> = Rc::new(items.iter().map(|item| (item.finding.clone(), item.section)).collect());
    let aim = checked.take_aim(&list.name).map(|index| index.min(keys.len() - 1));
    if let Some(index) = aim {
        checked.aim(&list.name, index);
        if index >= FEW {
            limit.set_quietly(index.max(PAGE) + 1);
        }
    }
    let (drawer, of, all, name, shown) = (planner.clone(), checked.clone(), keys.clone(), list.clone(), limit.clone());
    let rows = move || {
        let count = shown.get().max(PAGE);
        let aim = of.take_aim(&name.name);
        let row = |(index, (finding, section)): (usize, &(crate::plan::checker::finding::Finding, usize))| {
            finding::view(&of, &drawer, finding, *section, (&name, index), aim == Some(index))
        };
        all.iter().take(count).enumerate().map(row).collect()
    };
    let asked = limit.clone();
    let rows = el("ul").class("sf-plain sf-findings").live(rows);
    let rows = rows.live_attr("data-all", move || (asked.get() > FEW).to_string());
    let (drawer, of, count, name) = (planner.clone(), checked.clone(), keys.len(), list.name.clone());
    let rest = move || {
        let shown = limit.get();
        let more = |class: &str, from: usize| {
            let (limit, of, name) = (limit.clone(), of.clone(), name.clone());
            let show = move || {
                of.aim(&name, from);
                limit.set(from.max(PAGE) + if from < PAGE { 0 } else { PAGE });
            };
            button(class, &drawer.count(PlanKey::ListRest, count - from, &[]), show)
        };
        let narrow = (shown == FEW && count > FEW).then(|| more("sf-link sf-small sf-narrow-only", FEW));
        let from = shown.max(PAGE);
        let class = if shown == FEW { "sf-link sf-small sf-wide-only" } else { "sf-link sf-small" };
        let wide = (count > from).then(|| more(class, from));
        narrow.into_iter().chain(wide).collect()
    };
    [rows, actions([]).live(rest)]
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
