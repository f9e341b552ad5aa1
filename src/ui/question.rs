//! One question: native radio buttons, and no step without the visitor's own press.

use super::{
    app::App,
    part::{button, title},
};
use crate::{
    quiz::{
        pack::{Item, Pack},
        session::Session,
    },
    words::Key,
};
use leptos::prelude::*;
use std::collections::BTreeMap;

pub fn view(app: App) -> AnyView {
    let Some(pack) = app.session_pack() else {
        return ().into_any();
    };
    let session = app.with_visit(|visit| visit.session.clone()).unwrap_or_default();
    let Some(item) = session.current(&pack) else {
        return ().into_any();
    };
    let is_last = app.with_visit(|visit| visit.is_last(&pack));
    let chosen = RwSignal::new(session.answers.of(&item.id).is_some());
    let missing = RwSignal::new(false);
    let go_on = move || {
        if chosen.get_untracked() {
            app.next();
        } else {
            missing.set(true);
        }
    };
    view! {
        {progress(app, &pack, &session, item)}
        <form
            class="sf-form"
            on:submit=move |submit| {
                submit.prevent_default();
                go_on();
            }
        >
            {fieldset(app, &pack, item, &session, chosen, missing)}
            <div class="sf-actions">
                {button("sf-quiet", app.t(Key::QuestionBack), move || app.back())}
                {button("sf-quiet", app.t(Key::QuestionSkip), move || app.skip())}
                <button type="submit" class="sf-button sf-solid" part="button">
                    {app.t(if is_last { Key::QuestionResult } else { Key::QuestionNext })}
                </button>
            </div>
        </form>
        <p class="sf-keys">{app.t(Key::QuestionKeys)}</p>
    }
    .into_any()
}

/// Progress in words, and as six segments that fill.
fn progress(app: App, pack: &Pack, session: &Session, item: &Item) -> AnyView {
    let (index, total) = session.position(pack);
    let path = session.path(pack);
    let mut stages: BTreeMap<_, Vec<bool>> = BTreeMap::new();
    for (place, other) in path.iter().enumerate() {
        stages.entry(other.stage).or_default().push(place < index);
    }
    let stage = stages.keys().position(|stage| *stage == item.stage).unwrap_or(0) + 1;
    let count = app.fill(
        Key::QuestionProgress,
        &[("n", &index.to_string()), ("total", &total.to_string())],
    );
    let stage = app.fill(
        Key::QuestionStage,
        &[
            ("n", &stage.to_string()),
            ("total", &stages.len().to_string()),
            ("stage", pack.stage_name(item.stage)),
        ],
    );
    let cell = |done: bool| view! { <span class="sf-cell" class:sf-done=done></span> };
    let segments = stages
        .into_values()
        .map(|cells| view! { <span class="sf-segment">{cells.into_iter().map(cell).collect_view()}</span> });
    view! {
        <div class="sf-progress" part="progress">
            <p class="sf-progress-words">
                <span>{count}</span>
                " "
                <span class="sf-progress-stage">{stage}</span>
            </p>
            <div class="sf-segments" aria-hidden="true">
                {segments.collect_view()}
            </div>
        </div>
    }
    .into_any()
}

fn fieldset(
    app: App,
    pack: &Pack,
    item: &Item,
    session: &Session,
    chosen: RwSignal<bool>,
    missing: RwSignal<bool>,
) -> AnyView {
    let (hint_id, error_id) = (app.id("hint"), app.id("error"));
    let hint = (!item.hint.is_empty()).then(|| item.hint.clone());
    let described_by = hint
        .as_ref()
        .map_or_else(|| error_id.clone(), |_| format!("{hint_id} {error_id}"));
    let rows = item.options.iter().map(|option| {
        let id = app.id(&format!("{}-{}", item.id, option.id));
        let (value, answer) = (option.id.clone(), option.id.clone());
        let is_chosen = session.answers.of(&item.id) == Some(option.id.as_str());
        let choose = move |_| {
            chosen.set(true);
            missing.set(false);
            app.answer(&answer);
        };
        view! {
            <div class="sf-option" part="option">
                <input type="radio" id=id.clone() name=app.id(&item.id) value=value checked=is_chosen on:change=choose />
                <label for=id>{option.text.clone()}</label>
            </div>
        }
    });
    view! {
        <fieldset class="sf-options" lang=pack.lang.clone() aria-describedby=described_by>
            <legend>{title(app, item.text.clone())}</legend>
            {hint.map(|hint| view! { <p class="sf-hint" id=hint_id>{hint}</p> })}
            <p class="sf-error" id=error_id role="alert">
                {move || {
                    missing
                        .get()
                        .then(|| {
                            view! {
                                <span class="sf-hidden">{app.t(Key::QuestionError)} " "</span>
                                {app.t(Key::QuestionChoose)}
                            }
                        })
                }}
            </p>
            {rows.collect_view()}
        </fieldset>
    }
    .into_any()
}
