//! Findings in a list: as many as are drawn at once, and a way to the rest.

use super::{
    checked::{Checked, Item},
    finding,
    planner::Planner,
};
use crate::{
    browser::{
        element::{El, el},
        watched::Watched,
    },
    plan::checker::finding::Finding,
    ui::part::{actions, button},
    words::PlanKey,
};
use std::rc::Rc;

/// So many are drawn at once; the rest on demand.
const PAGE: usize = 20;
/// So many of them are in view at first on a narrow page.
const FEW: usize = 3;

/// A list of findings, and how they are shown there.
#[derive(Clone, Default)]
pub struct List {
    /// Unlike that of all other lists in view.
    pub name: String,
    /// To one line each.
    pub folded: bool,
    /// Those that were left.
    pub left: bool,
}

/// A finding, and the number of its section.
type Row = (Finding, usize);

impl List {
    pub fn new(name: &str) -> List {
        List { name: name.to_owned(), ..List::default() }
    }

    pub fn view(&self, checked: &Checked, planner: &Planner, items: &[&Item]) -> [El; 2] {
        let rows: Rc<Vec<Row>> = Rc::new(items.iter().map(|item| (item.finding.clone(), item.section)).collect());
        let limit = Watched::new(FEW);
        if let Some(index) = checked.take_aim(&self.name) {
            let index = index.min(rows.len().saturating_sub(1));
            checked.aim(&self.name, index);
            if index >= FEW {
                limit.set_quietly(index.max(PAGE) + 1);
            }
        }
        let count = rows.len();
        let (list, drawer, of, shown) = (self.clone(), planner.clone(), checked.clone(), limit.clone());
        let drawn = move || list.rows(&of, &drawer, &rows, shown.get());
        let asked = limit.clone();
        let drawn = el("ul").class("sf-plain sf-findings").live(drawn);
        let drawn = drawn.live_attr("data-all", move || (asked.get() > FEW).to_string());
        let (list, drawer, of) = (self.clone(), planner.clone(), checked.clone());
        [drawn, actions([]).live(move || list.rest(&of, &drawer, count, &limit))]
    }

    fn rows(&self, checked: &Checked, planner: &Planner, rows: &[Row], limit: usize) -> Vec<El> {
        let aim = checked.take_aim(&self.name);
        let shown = rows.iter().take(limit.max(PAGE)).enumerate();
        let row = |(index, (finding, section)): (usize, &Row)| {
            finding::view(checked, planner, finding, *section, (self, index), aim == Some(index))
        };
        shown.map(row).collect()
    }

    /// A button for the rest; before it was pressed, one for narrow pages and one for wide ones.
    fn rest(&self, checked: &Checked, planner: &Planner, count: usize, limit: &Watched<usize>) -> Vec<El> {
        let shown = limit.get();
        let more = |class: &str, from: usize, to: usize| {
            let (limit, checked, name) = (limit.clone(), checked.clone(), self.name.clone());
            let show = move || {
                // The first of those that were not in view so far.
                checked.aim(&name, from);
                limit.set(to);
            };
            button(class, &planner.count(PlanKey::ListRest, count - from, &[]), show)
        };
        let is_first = shown == FEW;
        let narrow = (is_first && count > FEW).then(|| more("sf-link sf-small sf-narrow-only", FEW, PAGE));
        let from = shown.max(PAGE);
        let class = if is_first { "sf-link sf-small sf-wide-only" } else { "sf-link sf-small" };
        let wide = (count > from).then(|| more(class, from, from + PAGE));
        narrow.into_iter().chain(wide).collect()
    }
}
