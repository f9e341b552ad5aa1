//! This time beside the time before, answer by answer. Nothing inside the band is called a change.

use super::Shown;
use crate::{
    quiz::{
        compare::{Change, Changed, compare},
        pack::Axis,
    },
    ui::{
        app::App,
        part::{heading, paragraph},
    },
    words::Key,
};
use leptos::prelude::*;

pub fn view(app: App, shown: &Shown) -> AnyView {
    let Some(before) = &shown.before else {
        return ().into_any();
    };
    let pack = &shown.pack;
    let (was, _) = before.answers.mapped_onto(pack);
    let comparison = compare(pack, &was, &shown.answers);
    let sentence = |axis: &Axis, change: Change| {
        let key = match change {
            Change::Unknown => Key::CompareUnknown,
            Change::WithinBand => Key::CompareWithin,
            Change::Higher => Key::CompareHigher,
            Change::Lower => Key::CompareLower,
        };
        let sentence = app.fill(key, &[("axis", &axis.name)]);
        view! { <li>{sentence}</li> }
    };
    let date = app.date(&before.taken_at);
    let answers = if comparison.items.is_empty() {
        paragraph("sf-text", app.t(Key::CompareSame))
    } else {
        table(app, shown, &comparison.items)
    };
    view! {
        <div class="sf-compare">
            {heading(app, 1, app.fill(Key::CompareTitle, &[("date", &date)]))}
            <ul class="sf-plain">
                {sentence(&pack.direction, comparison.direction)} {sentence(&pack.work, comparison.work)}
            </ul>
            {answers}
        </div>
    }
    .into_any()
}

fn table(app: App, shown: &Shown, changed: &[Changed]) -> AnyView {
    let text = |item: &str, option: Option<&String>| {
        let option = option.and_then(|id| shown.pack.item(item)?.option(id));
        option.map_or_else(|| app.t(Key::ResultSkipped), |option| option.text.clone())
    };
    let rows = changed.iter().map(|row| {
        let question = shown.pack.item(&row.item).map(|item| item.text.clone());
        view! {
            <tr>
                <th scope="row">{question}</th>
                <td data-label=app.t(Key::CompareThen)>{text(&row.item, row.before.as_ref())}</td>
                <td data-label=app.t(Key::CompareNow)>{text(&row.item, row.after.as_ref())}</td>
            </tr>
        }
    });
    view! {
        <details class="sf-fold">
            <summary>{app.count(Key::CompareChanged, changed.len(), &[])}</summary>
            <table class="sf-table sf-table-rows">
                <thead>
                    <tr>
                        <th scope="col">{app.t(Key::CompareQuestion)}</th>
                        <th scope="col">{app.t(Key::CompareThen)}</th>
                        <th scope="col">{app.t(Key::CompareNow)}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </details>
    }
    .into_any()
}
