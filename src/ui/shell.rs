//! The frame around every screen: its name, the language, the screen, where things are kept, the one status line.

use super::{
    app::App,
    difference, drill, history,
    opened::Opened,
    part::{button, div, p},
    question, result, start,
};
use crate::{
    browser::{
        dom,
        element::{El, el},
        event::Host,
        options::Options,
        storage::Tier,
    },
    visit::Screen,
    words::{Key, LANGUAGES},
};

/// The whole app.
pub fn view(opened: Opened, host: Host) -> El {
    let app = App::new(opened, host);
    let theme = app.option(Options::theme).unwrap_or_else(|| "auto".to_owned());
    let card = div("sf-card").attr("part", "card");
    let status = p("sf-status", "").attr("role", "status");
    let app_root = div("sf")
        .attr("data-theme", &theme)
        .live_attr("lang", move || app.lang_now())
        .child(div("sf-bar").live(move || bar(app)))
        .child(card.live(move || screen(app)))
        .child(
            div("sf-foot")
                .child(status.live(move || app.status().into_iter().collect()))
                .child(div("sf-foot-row").live(move || foot(app))),
        );
    dom::unfold_for_print(app_root.element());
    app_root
}

fn screen(app: App) -> Vec<El> {
    app.lang_now();
    match app.screen() {
        Screen::Start => start::view(app),
        Screen::Question => question::view(app),
        Screen::Result(id) => result::view(app, &id),
        Screen::Shared => result::shared(app),
        Screen::Drill => drill::view(app),
        Screen::Difference => difference::view(app),
        Screen::History => history::view(app),
    }
}

fn bar(app: App) -> Vec<El> {
    let current = app.lang_now();
    let id = app.id("lang");
    let label = el("label")
        .class("sf-hidden")
        .attr("for", &id)
        .text(&app.t(Key::LanguageChoose));
    let options = LANGUAGES.iter().map(|(tag, name)| {
        let option = el("option").attr("value", tag).attr("lang", tag);
        option.flag("selected", *tag == current).text(name)
    });
    let select = el("select").class("sf-lang").attr("id", &id).children(options);
    vec![
        button("sf-name", &app.t(Key::AppName), move || app.go(Screen::Start)),
        label,
        select.on_value(move |lang| app.set_lang(lang)),
    ]
}

fn foot(app: App) -> Vec<El> {
    app.lang_now();
    let undo = app
        .can_undo()
        .then(|| button("sf-line", &app.t(Key::AppUndo), move || app.undo()));
    let in_check = app.screen() == Screen::Question;
    let over = in_check.then(|| button("sf-link", &app.t(Key::AppStartOver), move || app.start_over()));
    let kept = match app.tier() {
        Tier::Local => Key::KeptLocal,
        Tier::Session => Key::KeptSession,
        Tier::Memory => Key::KeptMemory,
    };
    let kept = p("sf-kept", &app.t(kept));
    undo.into_iter().chain(over).chain([kept]).collect()
}
