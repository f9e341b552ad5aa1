//! The frame around every screen: its name, the language, the screen, where things are kept, the one status line.

use super::{
    app::App,
    difference, drill, history,
    opened::Opened,
    part::{div, leads, p, press, span},
    question, result, start,
};
use crate::{
    browser::{
        dom,
        element::{El, el},
        event::Host,
        storage::Tier,
    },
    visit::Screen,
    words::{Key, LANGUAGES},
};

/// The whole app.
pub fn view(opened: Opened, host: Host) -> El {
    let app = App::new(opened, host);
    let theme = app.options().theme().unwrap_or_else(|| "auto".to_owned());
    let card = div("sf-card").attr("part", "card").live(app.then(screen));
    let status = p("sf-status", "").attr("role", "status").live(app.then(status));
    let root = div("sf")
        .attr("data-theme", &theme)
        .live_attr("lang", app.then(|app| app.words().lang.clone()))
        .child(div("sf-bar").live(app.then(bar)))
        .child(card)
        .child(div("sf-foot").child(status).child(div("sf-foot-row").live(app.then(foot))));
    dom::unfold_for_print(root.element());
    root
}

fn screen(app: &App) -> Vec<El> {
    // Drawn anew in another language.
    app.words();
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

fn bar(app: &App) -> Vec<El> {
    let current = &app.words().lang;
    let id = app.id("lang");
    let label = el("label").class("sf-hidden").attr("for", &id).text(&app.t(Key::LanguageChoose));
    let options = LANGUAGES.iter().map(|(tag, name)| {
        let option = el("option").attr("value", tag).attr("lang", tag);
        option.flag("selected", tag == current).text(name)
    });
    let select = el("select").class("sf-lang").attr("id", &id).children(options);
    let app_again = app.clone();
    vec![
        leads(app, "sf-name", Key::AppName, Screen::Start),
        label,
        select.on_value(move |lang| app_again.set_lang(&lang)),
    ]
}

fn status(app: &App) -> Vec<El> {
    let status = app.status();
    (!status.is_empty()).then(|| span("", &status)).into_iter().collect()
}

fn foot(app: &App) -> Vec<El> {
    app.words();
    let undo = app.can_undo().then(|| press(app, "sf-line", Key::AppUndo, App::undo));
    let in_check = app.screen() == Screen::Question;
    let over = in_check.then(|| press(app, "sf-link", Key::AppStartOver, App::start_over));
    let kept = match app.tier() {
        Tier::Local => Key::KeptLocal,
        Tier::Session => Key::KeptSession,
        Tier::Memory => Key::KeptMemory,
    };
    let kept = p("sf-kept", &app.t(kept));
    undo.into_iter().chain(over).chain([kept]).collect()
}
