//! The start: what this is, how long it takes, where answers are kept; then one button.

use super::{
    app::App,
    part::{actions, div, heading, leads, p, press, radio, span, title},
};
use crate::{
    article::Article,
    browser::element::{El, el},
    quiz::answers::Answers,
    visit::Screen,
    words::{BUILT_IN, Key},
};
use std::{cell::RefCell, rc::Rc};

pub fn view(app: &App) -> Vec<El> {
    let offered = app.packs_offered();
    let chosen = Rc::new(RefCell::new(offered.first().cloned().unwrap_or_default()));
    let visit = app.visit();
    let under_way =
        visit.session.as_ref().is_some_and(|session| session.result_id.is_none() && app.can_have(&session.pack));
    let lengths = (!under_way && offered.len() > 1).then(|| lengths(app, &offered, &chosen));
    let buttons = if under_way {
        vec![
            leads(app, "sf-solid", Key::StartResume, Screen::Question),
            press(app, "sf-line", Key::AppStartOver, App::start_over),
        ]
    } else {
        let begin = move |app: &App| app.begin(&chosen.borrow(), &Answers::default());
        vec![press(app, "sf-solid", Key::StartStart, begin)]
    };
    let mut parts = vec![title(app, &app.t(Key::StartTitle)), p("sf-lead", &app.t(Key::StartLead))];
    parts.extend((app.options().moment().as_deref() == Some("then")).then(|| p("sf-note-box", &app.t(Key::StartThen))));
    parts.extend(lengths);
    parts.push(actions(buttons));
    parts.extend(intro(app, &offered));
    parts.push(also(app));
    parts
}

fn lengths(app: &App, offered: &[String], chosen: &Rc<RefCell<String>>) -> El {
    let rows = offered.iter().enumerate().filter_map(|(index, pack)| {
        let (_, items, minutes) = BUILT_IN.iter().find(|(id, ..)| id == pack)?;
        let (name, note) = match pack.as_str() {
            "quick" => (Key::StartQuick, Key::StartQuickNote),
            _ => (Key::StartFull, Key::StartFullNote),
        };
        let length = app.count(Key::StartOption, *items, &[("name", &app.t(name))]);
        let note = format!("{}, {}", app.count(Key::StartMinutes, *minutes, &[]), app.t(note));
        let label = el("label").text(&length).text(" ").child(span("sf-note", &note));
        let (chosen, pack_id) = (chosen.clone(), pack.clone());
        let choose = move || chosen.borrow_mut().clone_from(&pack_id);
        let id = app.id(&format!("length-{pack}"));
        Some(radio("sf-option", &id, &app.id("length"), index == 0, choose, label))
    });
    let legend = el("legend").text(&app.t(Key::StartLength));
    el("fieldset").class("sf-options").child(legend).children(rows)
}

/// What to know first, in the words of the pack that is proposed.
fn intro(app: &App, offered: &[String]) -> Option<El> {
    let pack = app.pack(offered.first()?)?;
    let aside = div("sf-aside").child(heading(app, 1, &app.t(Key::StartKnow)));
    Some(aside.child(p("sf-text", &pack.intro)))
}

fn also(app: &App) -> El {
    let results = app.visit().results.len();
    let row = |key: Key, note: String, screen: Screen| {
        let open = leads(app, "sf-link", key, screen);
        el("li").child(open).child(span("sf-note", &note))
    };
    let history = app.count(Key::StartHistoryNote, results, &[]);
    let history = (results > 0).then(|| row(Key::AppHistory, history, Screen::History));
    let rows = [
        row(Key::AppDifference, app.t(Key::StartDifferenceNote), Screen::Article(Article::Difference)),
        row(Key::AppDrill, app.t(Key::StartDrillNote), Screen::Drill),
    ];
    let plan = app.options().has_plan().then(|| {
        let key = if app.has_kept_plan() { Key::AppOpenPlan } else { Key::AppBuild };
        el("li").child(press(app, "sf-link", key, |app| app.open_plan("")))
    });
    div("sf-also")
        .child(heading(app, 1, &app.t(Key::StartAlso)))
        .child(el("ul").class("sf-plain").children(rows).children(history).children(plan))
}
