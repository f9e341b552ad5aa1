//! The drill: one statement, two buttons, the reason; at the end those to look at again.

use super::{
    app::App,
    part::{self, button, heading, paragraph, title},
};
use crate::{
    browser::options::Options,
    quiz::drill::{Drill, Run, Statement},
    visit::Screen,
    words::Key,
};
use leptos::prelude::*;

pub fn view(app: App) -> AnyView {
    let Some(drill) = app.drill() else {
        return ().into_any();
    };
    let Some(run) = app.with_visit(|visit| visit.run.clone()) else {
        return intro(app, &drill);
    };
    let statements = drill.in_order(run.seed);
    match statements.get(run.at) {
        Some(statement) => one(app, &drill, &run, statement),
        None => end(app, &drill, &run, &statements),
    }
}

fn intro(app: App, drill: &Drill) -> AnyView {
    view! {
        {title(app, drill.title.clone())}
        {paragraph("sf-lead", drill.intro.clone())}
        {paragraph("sf-note", drill.other_view.clone())}
        <div class="sf-actions sf-actions-start">
            {button("sf-solid", app.t(Key::StartStart), move || app.begin_drill(app.option(Options::seed)))}
            {button("sf-quiet", app.t(Key::AppBack), move || app.go_back())}
        </div>
    }
    .into_any()
}

fn one(app: App, drill: &Drill, run: &Run, statement: &Statement) -> AnyView {
    let rounds = [drill.statements.len(), drill.bonus.len()];
    let in_bonus = run.at >= rounds[0];
    let (key, n, total) = if in_bonus {
        (Key::DrillBonus, run.at - rounds[0] + 1, rounds[1])
    } else {
        (Key::DrillProgress, run.at + 1, rounds[0])
    };
    let progress = app.fill(key, &[("n", &n.to_string()), ("total", &total.to_string())]);
    let below = match run.shown() {
        None => {
            let buttons = drill.choices(statement).map(|key| {
                let id = statement.id.clone();
                button("sf-line sf-choice", drill.key_name(key).to_owned(), move || {
                    app.sort(&id, key)
                })
            });
            view! { <div class="sf-choices">{buttons.into_iter().collect_view()}</div> }.into_any()
        }
        Some(sorted) => {
            let is_right = sorted == statement.key;
            let verdict = if is_right { Key::DrillRight } else { Key::DrillWrong };
            let verdict = app.fill(verdict, &[("key", drill.key_name(statement.key))]);
            let is_last = run.at + 1 == rounds[0] + rounds[1];
            view! {
                <div class="sf-verdict" class:sf-fine=is_right class:sf-think=!is_right>
                    {part::verdict(app, verdict)}
                    {paragraph("sf-text", statement.why.clone())}
                </div>
                <div class="sf-actions">
                    {button(
                        "sf-solid",
                        app.t(if is_last { Key::DrillEnd } else { Key::DrillNext }),
                        move || app.next_statement(),
                    )}
                </div>
            }
            .into_any()
        }
    };
    view! {
        <p class="sf-progress-words">{progress}</p>
        {in_bonus.then(|| paragraph("sf-note", drill.bonus_intro.clone()))}
        {title(app, statement.text.clone())}
        {below}
    }
    .into_any()
}

fn end(app: App, drill: &Drill, run: &Run, statements: &[&Statement]) -> AnyView {
    let (right, missed) = run.result(statements);
    let total = statements.len().to_string();
    let seed = run.seed;
    let rows = missed.iter().map(|statement| {
        let sorted = run.sorted.iter().find(|(id, _)| *id == statement.id);
        let said = sorted.map(|(_, key)| app.fill(Key::DrillYouSaid, &[("key", drill.key_name(*key))]));
        view! {
            <li>
                <p class="sf-statement">{statement.text.clone()}</p>
                <p class="sf-note">{said}</p>
                <p class="sf-text">
                    <strong>{drill.key_name(statement.key).to_owned()}</strong>
                    ". "
                    {statement.why.clone()}
                </p>
            </li>
        }
    });
    let again = if missed.is_empty() {
        paragraph("sf-text", app.t(Key::DrillAllRight))
    } else {
        view! {
            {heading(app, 1, app.t(Key::DrillAgainAt))}
            <ul class="sf-plain sf-again">{rows.collect_view()}</ul>
        }
        .into_any()
    };
    view! {
        {title(app, app.t(Key::DrillDone))}
        <p class="sf-lead">{app.count(Key::DrillScore, right, &[("total", &total)])}</p>
        {again}
        <p class="sf-note">{app.fill(Key::DrillSeed, &[("seed", &seed.to_string())])}</p>
        <div class="sf-actions sf-actions-start">
            {button("sf-solid", app.t(Key::DrillNew), move || app.begin_drill(None))}
            {button("sf-line", app.t(Key::DrillSame), move || app.begin_drill(Some(seed)))}
            {button("sf-quiet", app.t(Key::AppDifference), move || app.go(Screen::Difference))}
            {button("sf-quiet", app.t(Key::AppHome), move || app.go(Screen::Start))}
        </div>
    }
    .into_any()
}
