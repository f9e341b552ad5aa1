//! The drill: one statement, two buttons, the reason; at the end those to look at again.

use super::{
    app::App,
    code::{self, Handed},
    part::{actions, button, div, heading, leads, p, p_if, press, title, verdict},
};
use crate::{
    article::Article,
    browser::{
        element::{El, el},
        watched::Watched,
    },
    quiz::drill::{Drill, Run, Statement},
    visit::Screen,
    words::Key,
};
use std::rc::Rc;

pub fn view(app: &App) -> Vec<El> {
    let Some(drill) = app.drill() else {
        return Vec::new();
    };
    let Some(run) = app.visit().shown_run().cloned() else {
        return intro(app, &drill);
    };
    let statements = drill.in_order(run.seed);
    match statements.get(run.at) {
        Some(statement) => one(app, &drill, &run, statement),
        None => end(app, &drill, &run, &statements),
    }
}

fn intro(app: &App, drill: &Drill) -> Vec<El> {
    vec![
        title(app, &drill.title),
        p("sf-lead", &drill.intro),
        p("sf-note", &drill.other_view),
        actions([
            press(app, "sf-solid", Key::StartStart, move |app| app.begin_drill(app.options().seed())),
            press(app, "sf-quiet", Key::AppBack, App::go_back),
        ]),
    ]
}

fn one(app: &App, drill: &Drill, run: &Run, statement: &Statement) -> Vec<El> {
    let (main, bonus) = (drill.statements.len(), drill.bonus.len());
    let in_bonus = run.at >= main;
    let (key, n, total) =
        if in_bonus { (Key::DrillBonus, run.at - main + 1, bonus) } else { (Key::DrillProgress, run.at + 1, main) };
    let progress = app.fill(key, &[("n", &n.to_string()), ("total", &total.to_string())]);
    // The reason comes first, since it takes the focus.
    let below =
        if run.shown().is_some() { reason(app, drill, run, statement) } else { vec![choices(app, drill, statement)] };
    let mut parts = vec![p("sf-progress-words", &progress)];
    parts.extend(in_bonus.then(|| p("sf-note", &drill.bonus_intro)));
    parts.push(title(app, &statement.text));
    parts.extend(below);
    parts
}

fn choices(app: &App, drill: &Drill, statement: &Statement) -> El {
    let choice = |key| {
        let id = statement.id.clone();
        button("sf-line sf-choice", drill.key_name(key), app.then(move |app| app.sort(&id, key)))
    };
    div("sf-choices").children(drill.choices(statement).map(choice))
}

fn reason(app: &App, drill: &Drill, run: &Run, statement: &Statement) -> Vec<El> {
    let is_right = run.shown() == Some(statement.key);
    let (key, class) =
        if is_right { (Key::DrillRight, "sf-verdict sf-fine") } else { (Key::DrillWrong, "sf-verdict sf-think") };
    let words = app.fill(key, &[("key", drill.key_name(statement.key))]);
    let is_last = run.at + 1 == drill.statements.len() + drill.bonus.len();
    let next = app.t(if is_last { Key::DrillEnd } else { Key::DrillNext });
    vec![
        div(class).child(verdict(app, &words)).child(p("sf-text", &statement.why)),
        actions([button("sf-solid", &next, app.then(App::next_statement))]),
    ]
}

fn end(app: &App, drill: &Rc<Drill>, run: &Run, statements: &[&Statement]) -> Vec<El> {
    let (right, missed) = run.result(statements);
    let seed = run.seed;
    let row = |statement: &&Statement| {
        let sorted = run.sorted.iter().find(|(id, _)| *id == statement.id);
        let said = sorted.map(|(_, key)| app.fill(Key::DrillYouSaid, &[("key", drill.key_name(*key))]));
        let reason = format!("{}. {}", drill.key_name(statement.key), statement.why);
        el("li")
            .child(p("sf-statement", &statement.text))
            .children(p_if("sf-note", &said.unwrap_or_default()))
            .child(p("sf-text", &reason))
    };
    let score = app.count(Key::DrillScore, right, &[("total", &statements.len().to_string())]);
    let mut parts = vec![title(app, &app.t(Key::DrillDone)), p("sf-lead", &score)];
    if missed.is_empty() {
        parts.push(p("sf-text", &app.t(Key::DrillAllRight)));
    } else {
        parts.push(heading(app, 1, &app.t(Key::DrillAgainAt)));
        parts.push(el("ul").class("sf-plain sf-again").children(missed.iter().map(row)));
    }
    parts.push(p("sf-note", &app.fill(Key::DrillSeed, &[("seed", &seed.to_string())])));
    parts.push(actions([
        press(app, "sf-solid", Key::DrillNew, move |app| app.begin_drill(None)),
        press(app, "sf-line", Key::DrillSame, move |app| app.begin_drill(Some(seed))),
        leads(app, "sf-quiet", Key::AppDifference, Screen::Article(Article::Difference)),
        leads(app, "sf-quiet", Key::AppHome, Screen::Start),
    ]));
    parts.push(code(app, drill, run));
    parts
}

/// How everything was sorted, as a code for whoever gathers the results of a group.
fn code(app: &App, drill: &Rc<Drill>, run: &Run) -> El {
    let is_asked = Watched::new(false);
    let ask = is_asked.clone();
    let (drill, run) = (drill.clone(), run.clone());
    let code = move |app: &App| {
        let answers = run.sorted.iter().map(|(statement, key)| (statement, key.code())).collect();
        code::view(app, Handed { questions: code::Questions::Drill(drill.clone()), answers, moment: None })
    };
    let under = app.then(move |app| is_asked.get().then(|| code(app)).into_iter().collect());
    div("sf-keep")
        .child(actions([press(app, "sf-line", Key::ResultCode, move |_| ask.set(true))]))
        .child(div("sf-share").live(under))
}
