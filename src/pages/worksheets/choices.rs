//! What can be chosen: the sheets, what fills them, the paper.

use super::{
    desk::{Desk, Paper},
    found::From,
};
use crate::{
    browser::{
        dom,
        element::{El, el},
        intl,
    },
    document::result::TakenCheck,
    pages::common::{div, p, span},
    plan::plan::Plan,
    words::WorksheetKey,
    worksheet::{self, Kind, book::Book},
};

/// Everything to choose from; drawn anew in another language.
pub fn view(desk: &Desk) -> Vec<El> {
    let Some(Ok(book)) = desk.book() else { return Vec::new() };
    let kinds = worksheet::kinds(&book);
    vec![
        sheets(desk, &book, &kinds),
        el("fieldset").class("sf-choice-group").live({
            let (desk, book) = (desk.clone(), book.clone());
            move || filling(&desk, &book)
        }),
        order(desk),
        paper(desk),
        div("sf-actions").child(button(desk, "sf-solid", WorksheetKey::Print, |_| dom::print())),
        p("sf-note", &desk.t(WorksheetKey::PrintNote)),
    ]
}

fn legend(desk: &Desk, key: WorksheetKey) -> El {
    el("legend").class("sf-choice-group-name").text(&desk.t(key))
}

fn button(desk: &Desk, class: &str, key: WorksheetKey, act: impl Fn(&Desk) + 'static) -> El {
    let button = el("button").attr("type", "button").class(&format!("sf-button {class}"));
    button.text(&desk.t(key)).on("click", desk.then(act))
}

fn sheets(desk: &Desk, book: &Book, kinds: &[Kind]) -> El {
    let part = |key: WorksheetKey, of: &[Kind]| {
        let boxes = of.iter().map(|kind| one(desk, book, *kind));
        div("sf-sheet-kinds").child(p("sf-sheet-group", &desk.t(key))).children(boxes)
    };
    // The check, the drill, and what is left is the plan.
    let (check, rest) = kinds.split_at(2);
    let (drill, plan) = rest.split_at(2);
    let all = kinds.to_vec();
    let both = div("sf-actions")
        .child(button(desk, "sf-link", WorksheetKey::SheetsAll, move |desk| desk.choose_all(&all)))
        .child(button(desk, "sf-link", WorksheetKey::SheetsNone, |desk| desk.choose_all(&[])));
    el("fieldset")
        .class("sf-choice-group")
        .child(legend(desk, WorksheetKey::SheetsLegend))
        .child(part(WorksheetKey::SheetsCheck, check))
        .child(part(WorksheetKey::SheetsDrill, drill))
        .child(part(WorksheetKey::SheetsPlan, plan))
        .child(both)
}

fn one(desk: &Desk, book: &Book, kind: Kind) -> El {
    let id = desk.page().id(&format!("{kind:?}").replace(['(', ')'], ""));
    let choose = desk.clone();
    let input = el("input").attr("type", "checkbox").attr("id", &id);
    let input = input.live_checked(desk.then(move |desk| desk.chosen().contains(&kind)));
    let input = input.on_checked(move |is_chosen| choose.choose(kind, is_chosen));
    let note =
        (kind == Kind::Answers).then(|| span("sf-note", &format!(" {}", desk.t(WorksheetKey::SheetsAnswersNote))));
    let label = el("label").attr("for", &id).text(&kind.name(book)).children(note);
    div("sf-tickable").child(input).child(label)
}

/// What the sheets are filled with; drawn anew with what was found.
fn filling(desk: &Desk, book: &Book) -> Vec<El> {
    let found = desk.found();
    let mut parts = vec![legend(desk, WorksheetKey::FillingLegend), p("sf-note", &desk.t(WorksheetKey::FillingNote))];
    if found.is_empty() {
        parts.push(p("sf-note", &desk.t(WorksheetKey::FillingNothing)));
    }
    let results: Vec<String> =
        found.results.iter().map(|(taken, from)| result_name(desk, book, taken, *from)).collect();
    let plans: Vec<String> = found.plans.iter().map(|(plan, from)| plan_name(desk, plan, *from)).collect();
    let run: Vec<String> = found.run.iter().map(|_| desk.t(WorksheetKey::FillingRun)).collect();
    let place = |value: &str| value.parse::<usize>().ok();
    let lists = [
        list(
            desk,
            WorksheetKey::FillingAnswers,
            &results,
            |desk| desk.picked().result,
            move |desk, value| {
                desk.pick(|picked| picked.result = place(value));
            },
        ),
        list(
            desk,
            WorksheetKey::FillingDrill,
            &run,
            |desk| desk.picked().with_run.then_some(0),
            |desk, value| {
                desk.pick(|picked| picked.with_run = !value.is_empty());
            },
        ),
        list(
            desk,
            WorksheetKey::FillingPlan,
            &plans,
            |desk| desk.picked().plan,
            move |desk, value| {
                desk.pick(|picked| picked.plan = place(value));
            },
        ),
    ];
    parts.extend(lists.into_iter().flatten());
    parts.push(file(desk));
    parts
}

/// A list to pick one thing from, or nothing; none where there is nothing to pick.
fn list(
    desk: &Desk,
    key: WorksheetKey,
    names: &[String],
    picked: fn(&Desk) -> Option<usize>,
    pick: impl Fn(&Desk, &str) + 'static,
) -> Option<El> {
    if names.is_empty() {
        return None;
    }
    let id = desk.page().id(&format!("{key:?}"));
    let option = |value: &str, text: &str| el("option").attr("value", value).text(text);
    let blank = option("", &desk.t(WorksheetKey::FillingBlank));
    let options = names.iter().enumerate().map(|(at, name)| option(&at.to_string(), name));
    let act = desk.clone();
    let select = el("select").class("sf-entry").attr("id", &id).child(blank).children(options);
    let select = select
        .live_value(desk.then(move |desk| picked(desk).map(|at| at.to_string()).unwrap_or_default()))
        .on_value(move |value| pick(&act, &value));
    let label = el("label").class("sf-entry-label").attr("for", &id).text(&desk.t(key));
    Some(div("sf-pick").child(label).child(select))
}

fn result_name(desk: &Desk, book: &Book, taken: &TakenCheck, from: From) -> String {
    let pack = [&book.full, &book.quick].into_iter().find(|pack| pack.id == taken.pack);
    let pack = pack.map_or(taken.pack.as_str(), |pack| pack.name.as_str());
    let date = intl::date(book.dates(), &taken.taken_at);
    let key = if taken.taken_at.is_empty() { WorksheetKey::FillingResultUndated } else { WorksheetKey::FillingResult };
    from_file(desk, desk.page().fill(key, &[("pack", pack), ("date", &date)]), from)
}

fn plan_name(desk: &Desk, plan: &Plan, from: From) -> String {
    let title = plan.cover().title.trim();
    let name = if title.is_empty() { desk.t(WorksheetKey::FillingUnnamed) } else { title.to_owned() };
    from_file(desk, name, from)
}

fn from_file(desk: &Desk, name: String, from: From) -> String {
    match from {
        From::Browser => name,
        From::File => desk.page().fill(WorksheetKey::FillingFile, &[("name", &name)]),
    }
}

fn file(desk: &Desk) -> El {
    let (id, note) = (desk.page().id("file"), desk.page().id("file-note"));
    let open = desk.clone();
    let input = el("input")
        .class("sf-entry-file")
        .attr("type", "file")
        .attr("id", &id)
        .attr("accept", ".json,application/json");
    let input = input.attr("aria-describedby", &note).on_picked(move |file| open.open(&file));
    let label = el("label").class("sf-entry-label").attr("for", &id).text(&desk.t(WorksheetKey::FillingOpen));
    let note = p("sf-note", &desk.t(WorksheetKey::FillingOpenNote)).attr("id", &note);
    div("sf-pick").child(label).child(note).child(input)
}

fn order(desk: &Desk) -> El {
    let (id, note) = (desk.page().id("seed"), desk.page().id("seed-note"));
    let act = desk.clone();
    let input = el("input").class("sf-entry sf-number").attr("id", &id).attr("inputmode", "numeric");
    let input = input.attr("autocomplete", "off").attr("aria-describedby", &note);
    let input = input.live_value(desk.then(|desk| desk.picked().seed.to_string()));
    // What is no number leaves the order as it was.
    let input = input.on_value(move |value| {
        act.pick(|picked| picked.seed = value.trim().parse().unwrap_or(picked.seed));
    });
    let label = el("label").class("sf-entry-label").attr("for", &id).text(&desk.t(WorksheetKey::DrillSeed));
    let note = p("sf-note", &desk.t(WorksheetKey::DrillSeedNote)).attr("id", &note);
    div("sf-pick").child(label).child(note).child(input)
}

fn paper(desk: &Desk) -> El {
    let name = desk.page().id("paper");
    let papers = [(Paper::A4, WorksheetKey::PaperA4), (Paper::Letter, WorksheetKey::PaperLetter)];
    let options = papers.into_iter().map(|(paper, key)| {
        let id = desk.page().id(&format!("{paper:?}"));
        let act = desk.then(move |desk| desk.put_in(paper));
        let input = el("input").attr("type", "radio").attr("name", &name).attr("id", &id);
        let input = input.live_checked(desk.then(move |desk| desk.paper() == paper)).on("change", act);
        div("sf-tickable").child(input).child(el("label").attr("for", &id).text(&desk.t(key)))
    });
    el("fieldset").class("sf-choice-group sf-papers").child(legend(desk, WorksheetKey::PaperLegend)).children(options)
}
