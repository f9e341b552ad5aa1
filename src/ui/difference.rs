//! *What is the difference?*: a short page of text, tables and one thing to click through, all from a content file.

use super::{
    app::App,
    part::{actions, div, fold, heading, leads, p, p_if, press, radio, span, table, title},
};
use crate::{
    browser::{
        element::{El, el},
        watched::Watched,
    },
    visit::Screen,
    words::Key,
};
use serde_json::Value;

pub fn view(app: &App) -> Vec<El> {
    let Some(page) = app.difference() else {
        return Vec::new();
    };
    let page = &*page;
    let none = |_: &Value| Vec::new();
    let parts = div("sf-page")
        .child(p("sf-eyebrow", &app.t(Key::DifferenceMinutes)))
        .child(title(app, text(page, "title")))
        .child(p("sf-lead", text(page, "lead")))
        .children(section(app, &page["short"], none))
        .children(section(app, &page["pair"], pair))
        .children(section(app, &page["begins"], none))
        .children(section(app, &page["stages"], stages))
        .children(section(app, &page["distinctions"], |part| distinctions(app, part)))
        .children(section(app, &page["disagree"], |part| disagree(app, part)))
        .children(section(app, &page["figure"], none))
        .children(section(app, &page["credits"], |part| credits(app, part)))
        .child(actions([
            press(app, "sf-line", Key::AppBack, App::go_back),
            leads(app, "sf-quiet", Key::AppDrill, Screen::Drill),
        ]));
    vec![parts]
}

/// A heading, a lead and paragraphs, what is special about the section, and its notes.
fn section(app: &App, part: &Value, special: impl FnOnce(&Value) -> Vec<El>) -> Vec<El> {
    let mut parts = vec![heading(app, 1, text(part, "heading"))];
    parts.extend(p_if("sf-text", text(part, "lead")));
    parts.extend(p_if("sf-text", text(part, "text")));
    parts.extend(list(part, "paragraphs").iter().filter_map(|words| p_if("sf-text", words.as_str()?)));
    parts.extend(special(part));
    parts.extend(p_if("sf-text", text(part, "note")));
    parts.extend(p_if("sf-note", text(part, "credit")));
    parts
}

fn pair(part: &Value) -> Vec<El> {
    let mut heads = vec![String::new()];
    heads.extend(texts(part, "columns"));
    let row = |row: &Value| (el("th").text(text(row, "label")), texts(row, "cells"));
    vec![table(&heads, list(part, "rows").iter().map(row))]
}

fn stages(part: &Value) -> Vec<El> {
    let row = |row: &Value| {
        let name = el("strong").text(text(row, "name"));
        el("li").child(name).child(span("", text(row, "text")))
    };
    vec![el("ol").class("sf-stages").children(list(part, "rows").iter().map(row))]
}

/// Three distinctions, one in view at a time.
fn distinctions(app: &App, part: &Value) -> Vec<El> {
    let rows = list(part, "rows").clone();
    let chosen = Watched::new(0_usize);
    let choose = chosen.clone();
    let choice = |(index, row): (usize, &Value)| {
        let id = app.id(&format!("distinction-{index}"));
        let label = el("label").text(text(row, "name"));
        let choose = choose.clone();
        radio("sf-pill", &id, &app.id("distinction"), index == 0, move || choose.set(index), label)
    };
    let legend = el("legend").class("sf-hidden").text(&app.t(Key::DifferenceChoose));
    let choices = el("fieldset").class("sf-pills").child(legend).children(rows.iter().enumerate().map(choice));
    let sides = app.then(move |app| {
        let sides = rows.get(chosen.get()).map(|row| list(row, "sides").iter().map(|one| side(app, one)).collect());
        sides.unwrap_or_default()
    });
    vec![choices, div("sf-sides").live(sides)]
}

fn side(app: &App, side: &Value) -> El {
    let example = format!("{}: {}", app.t(Key::DifferenceExamples), text(side, "example"));
    div("sf-side")
        .child(heading(app, 2, text(side, "name")))
        .child(p("sf-text", text(side, "meaning")))
        .child(p("sf-note", &example))
}

fn disagree(app: &App, part: &Value) -> Vec<El> {
    let side = |side: &Value| {
        let view = el("li").text(text(side, "view")).text(" ");
        view.child(span("sf-note", text(side, "who")))
    };
    let row = |row: &Value| {
        div("sf-dispute")
            .child(heading(app, 2, text(row, "question")))
            .child(el("ul").children(list(row, "sides").iter().map(side)))
            .children(p_if("sf-text", text(row, "note")))
    };
    list(part, "rows").iter().map(row).collect()
}

fn credits(app: &App, part: &Value) -> Vec<El> {
    let row = |row: &Value| {
        let rest = format!(", {}, {}. {}", text(row, "what"), text(row, "year"), text(row, "took"));
        let who = el("strong").text(text(row, "who"));
        let place = p_if("sf-note", text(row, "where"));
        el("li").child(who).text(&rest).children(place)
    };
    let rows = el("ul").class("sf-credits").children(list(part, "rows").iter().map(row));
    vec![fold("", span("", &app.t(Key::ResultSources)), [rows])]
}

fn text<'a>(part: &'a Value, name: &str) -> &'a str {
    part.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn texts(part: &Value, name: &str) -> Vec<String> {
    list(part, name).iter().filter_map(|one| Some(one.as_str()?.to_owned())).collect()
}

fn list<'a>(part: &'a Value, name: &str) -> &'a Vec<Value> {
    static NONE: Vec<Value> = Vec::new();
    part.get(name).and_then(Value::as_array).unwrap_or(&NONE)
}
