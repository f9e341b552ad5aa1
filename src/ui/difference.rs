//! *What is the difference?*: a short page of text, tables and one thing to click through, all from a content file.

use super::{
    app::App,
    part::{button, heading, paragraph, title},
};
use crate::words::Key;
use leptos::prelude::*;
use serde_json::Value;

pub fn view(app: App) -> AnyView {
    let Some(page) = app.difference() else {
        return ().into_any();
    };
    let page = &*page;
    let back = || button("sf-line", app.t(Key::AppBack), move || app.go_back());
    view! {
        <div class="sf-page">
            <p class="sf-eyebrow">{app.t(Key::DifferenceMinutes)}</p>
            {title(app, text(page, "title"))}
            {paragraph("sf-lead", text(page, "lead"))}
            {section(app, &page["short"], || ().into_any())}
            {section(app, &page["pair"], || pair(&page["pair"]))}
            {section(app, &page["begins"], || ().into_any())}
            {section(app, &page["stages"], || stages(&page["stages"]))}
            {section(app, &page["distinctions"], || distinctions(app, &page["distinctions"]))}
            {section(app, &page["disagree"], || disagree(app, &page["disagree"]))}
            {section(app, &page["figure"], || ().into_any())}
            {section(app, &page["credits"], || credits(app, &page["credits"]))}
            <div class="sf-actions sf-actions-start">
                {back()}
                {button("sf-quiet", app.t(Key::AppDrill), move || app.go(crate::visit::Screen::Drill))}
            </div>
        </div>
    }
    .into_any()
}

/// A heading, a lead and paragraphs, what is special about the section, and its notes.
fn section(app: App, part: &Value, special: impl FnOnce() -> AnyView) -> AnyView {
    let paragraphs = list(part, "paragraphs")
        .iter()
        .map(|one| one.as_str().unwrap_or_default().to_owned());
    view! {
        {heading(app, 1, text(part, "heading"))}
        {paragraph("sf-text", text(part, "lead"))}
        {paragraph("sf-text", text(part, "text"))}
        {paragraphs.map(|words| paragraph("sf-text", words)).collect_view()}
        {special()}
        {paragraph("sf-text", text(part, "note"))}
        {paragraph("sf-note", text(part, "credit"))}
    }
    .into_any()
}

fn pair(part: &Value) -> AnyView {
    let columns: Vec<String> = list(part, "columns")
        .iter()
        .map(|one| one.as_str().unwrap_or_default().to_owned())
        .collect();
    let rows = list(part, "rows").iter().map(|row| {
        let cells = list(row, "cells").iter().zip(&columns).map(|(cell, column)| {
            view! { <td data-label=column.clone()>{cell.as_str().unwrap_or_default().to_owned()}</td> }
        });
        view! {
            <tr>
                <th scope="row">{text(row, "label")}</th>
                {cells.collect_view()}
            </tr>
        }
    });
    let rows = rows.collect_view();
    let heads = columns
        .into_iter()
        .map(|column| view! { <th scope="col">{column}</th> });
    view! {
        <table class="sf-table sf-table-rows">
            <thead>
                <tr>
                    <td></td>
                    {heads.collect_view()}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn stages(part: &Value) -> AnyView {
    let rows = list(part, "rows").iter().map(|row| {
        view! {
            <li>
                <strong>{text(row, "name")}</strong>
                <span>{text(row, "text")}</span>
            </li>
        }
    });
    view! { <ol class="sf-stages">{rows.collect_view()}</ol> }.into_any()
}

/// Three distinctions, one in view at a time.
fn distinctions(app: App, part: &Value) -> AnyView {
    let rows = list(part, "rows").clone();
    let chosen = RwSignal::new(0_usize);
    let choices = rows.iter().enumerate().map(|(index, row)| {
        let id = app.id(&format!("distinction-{index}"));
        view! {
            <div class="sf-pill">
                <input
                    type="radio"
                    id=id.clone()
                    name=app.id("distinction")
                    checked=index == 0
                    on:change=move |_| chosen.set(index)
                />
                <label for=id>{text(row, "name")}</label>
            </div>
        }
    });
    let choices = choices.collect_view();
    let side = move |side: &Value| {
        view! {
            <div class="sf-side">
                {heading(app, 2, text(side, "name"))} {paragraph("sf-text", text(side, "meaning"))}
                <p class="sf-note">
                    <strong>{app.t(Key::DifferenceExamples)}</strong>
                    ": "
                    {text(side, "example")}
                </p>
            </div>
        }
    };
    view! {
        <fieldset class="sf-pills">
            <legend class="sf-hidden">{app.t(Key::DifferenceChoose)}</legend>
            {choices}
        </fieldset>
        <div class="sf-sides" aria-live="polite">
            {move || rows.get(chosen.get()).map(|row| list(row, "sides").iter().map(side).collect_view())}
        </div>
    }
    .into_any()
}

fn disagree(app: App, part: &Value) -> AnyView {
    let rows = list(part, "rows").iter().map(|row| {
        let sides = list(row, "sides").iter().map(|side| {
            view! {
                <li>
                    {text(side, "view")} " " <span class="sf-note">{text(side, "who")}</span>
                </li>
            }
        });
        view! {
            <div class="sf-dispute">
                {heading(app, 2, text(row, "question"))} <ul>{sides.collect_view()}</ul>
                {paragraph("sf-text", text(row, "note"))}
            </div>
        }
    });
    rows.collect_view().into_any()
}

fn credits(app: App, part: &Value) -> AnyView {
    let rows = list(part, "rows").iter().map(|row| {
        let place = text(row, "where");
        let place = if place.is_empty() { place } else { format!(" ({place})") };
        view! {
            <li>
                <strong>{text(row, "who")}</strong>
                ", "
                {text(row, "what")}
                ", "
                {text(row, "year")}
                ". "
                {text(row, "took")}
                <span class="sf-note">{place}</span>
            </li>
        }
    });
    view! {
        <details class="sf-fold">
            <summary>{app.t(Key::ResultSources)}</summary>
            <ul class="sf-credits">{rows.collect_view()}</ul>
        </details>
    }
    .into_any()
}

fn text(part: &Value, name: &str) -> String {
    part.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn list<'a>(part: &'a Value, name: &str) -> &'a Vec<Value> {
    static NONE: Vec<Value> = Vec::new();
    part.get(name).and_then(Value::as_array).unwrap_or(&NONE)
}
