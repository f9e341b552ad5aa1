//! A plan to be read and not changed: what the document prints, and words for what stands in a field.

use super::{
    part::{heading, note, press},
    planner::Planner,
};
use crate::{
    browser::{
        dom,
        element::{El, el},
    },
    plan::{
        edit::Part,
        field::Content,
        kind::{self, Kind},
        link::Place,
        outline::Outline,
        table::Table,
        value::Id,
    },
    takeaway::sheet::{Block, Section, Sheet},
    ui::part::{div, p},
    words::PlanKey,
};

/// A button to print the plan in the order of an outline, and the sheet that is printed: there only while it is, since it
/// would follow each change otherwise. Fields of folded rows are not there to be printed, and cut what does not fit them.
pub fn for_print(planner: &Planner, outline: impl Fn(&Planner) -> Option<Outline> + 'static) -> [El; 2] {
    let print = press(planner, "sf-line", PlanKey::PagePrint, |planner| {
        planner.exported("print");
        dom::print();
    });
    let reader = planner.clone();
    let sheet = move || {
        let parts = outline(&reader).map(|outline| sections(&reader, &reader.sheet(&outline)));
        div("sf-sheet").children(parts.unwrap_or_default())
    };
    [print, dom::while_printed(div("sf-print-only"), sheet)]
}

fn sections(planner: &Planner, sheet: &Sheet) -> Vec<El> {
    let section = |section: &Section| {
        let parts: Vec<El> = section.blocks.iter().flat_map(|part| block(planner, part)).collect();
        el("section").class("sf-sheet-part").child(heading(planner, 1, &section.name)).children(parts)
    };
    let credit = sheet.credit.iter().map(|credit| note(credit));
    sheet.sections.iter().map(section).chain(credit).collect()
}

/// A field of the cover, or a list: each row by its name, and under it what else stands in it.
fn block(planner: &Planner, block: &Block) -> Vec<El> {
    let labelled = |label: &str, value: &str| {
        p("sf-sheet-line", &planner.fill(PlanKey::PageLabelled, &[("label", label), ("value", value)]))
    };
    match block {
        Block::Line(line) => vec![labelled(&line.label, &line.texts.join("; "))],
        Block::List(list) => {
            let row = |row: &Vec<Option<String>>| {
                let (name, rest) = list.told(row);
                let rest = rest.into_iter().map(|(label, value)| labelled(label, value));
                el("li").child(el("strong").text(name)).children(rest)
            };
            vec![heading(planner, 2, &list.name), el("ul").class("sf-sheet-list").children(list.rows.iter().map(row))]
        }
    }
}

/// The rows of a list, in order.
pub fn keys(planner: &Planner, table: Table) -> Vec<Id> {
    planner.read(|plan| plan.rows(table).map(|(key, _)| key.clone()).collect())
}

/// What stands in a field, as it is read, followed from now on; nothing where it is empty.
pub fn words(planner: &Planner, of: &Part, path: &str) -> Option<String> {
    let content = planner.content(of, path)?;
    let table = match of {
        Part::Cover => None,
        Part::Row(place) => Some(place.table),
    };
    // A link is read as the name of what it leads to.
    if let Some(Kind::Link(to) | Kind::Links(to)) = kind::kind(table, path) {
        let ids = match &content {
            Content::Text(id) => std::slice::from_ref(id),
            Content::Texts(ids) => ids,
            _ => &[],
        };
        for id in ids {
            let _ = planner.name(&Place::new(to, id));
        }
    }
    planner.voiced(|voice| voice.worded(table, path, content))
}

/// A list that stops at `most`, and says how much more there is: what is not seen is not made.
pub fn list<T>(planner: &Planner, most: usize, all: &[T], item: impl Fn(&T) -> El) -> Option<El> {
    let left = all.len().saturating_sub(most);
    let rest = (left > 0).then(|| note(&planner.count(PlanKey::ListRest, left, &[])));
    let list = el("ul").class("sf-sheet-list");
    (!all.is_empty()).then(|| div("").child(list.children(all.iter().take(most).map(item))).children(rest))
}
