//! The frame around every screen: its name, the language, the screen, where things are kept, the one status line.

use super::{
    app::App,
    article, drill,
    files::task::Task,
    history,
    part::{div, for_files, leads, p, press, span},
    question, result, start,
};
use crate::{
    article::Article,
    browser::{
        dom,
        element::{El, el},
        storage::{Tier, Why},
    },
    halves,
    visit::Screen,
    words::{Key, LANGUAGES},
};

/// The whole app.
pub fn view(app: &App) -> El {
    // The start takes the place of what was painted first, and so does not come in.
    let class = |app: &App| if app.screen() == Screen::Start { "sf-card" } else { "sf-card sf-new" }.to_owned();
    let card = el("div").live_attr("class", app.then(class)).attr("part", "card").live(app.then(screen));
    let status = p("sf-status", "").attr("role", "status").live(app.then(status));
    let root = div("sf")
        .live_attr("lang", app.then(|app| app.words().lang.clone()))
        .live_attr("dir", app.then(|app| app.words().get(Key::LanguageDirection).to_owned()))
        .child(bar(app))
        .child(card)
        .child(div("sf-said").child(status).child(div("sf-undo").live(app.then(undo))))
        .child(div("sf-foot").live(app.then(foot)))
        .child(app.0.files.element());
    dom::unfold_for_print(
        root.on_window("storage", app.then(App::catch_up)).on_window("visibilitychange", app.then(App::catch_up)),
    )
}

fn screen(app: &App) -> Vec<El> {
    // Drawn anew in another language.
    app.words();
    match app.screen() {
        Screen::Start => start::view(app),
        Screen::Question => question::view(app),
        other if app.has_more() => halves::more(app, &other),
        _ => Vec::new(),
    }
}

/// The screens that lie in another part of the program.
pub fn more(app: &App, screen: &Screen) -> Vec<El> {
    match screen {
        Screen::Result(id) => result::view(app, id),
        Screen::Shared => result::shared(app),
        Screen::Drill => drill::view(app),
        Screen::Article(one) => article::view(app, *one),
        Screen::History => history::view(app),
        Screen::Start | Screen::Question => Vec::new(),
    }
}

/// The list of languages is made once, so that it keeps the keyboard's focus when one is chosen.
fn bar(app: &App) -> El {
    let id = app.id("lang");
    let options = LANGUAGES.iter().map(|(tag, name)| el("option").attr("value", tag).attr("lang", tag).text(name));
    let choose = app.clone();
    let select = el("select").class("sf-lang").attr("id", &id).children(options);
    let select =
        select.live_value(app.then(|app| app.words().lang.clone())).on_value(move |lang| choose.set_lang(&lang));
    let words = |app: &App| vec![span("", app.words().get(Key::LanguageChoose))];
    div("sf-bar")
        .child(leads(app, "sf-name", Key::AppName, Screen::Start))
        .child(el("label").class("sf-hidden").attr("for", &id).live(app.then(words)))
        .child(select)
}

fn status(app: &App) -> Vec<El> {
    let status = app.status();
    (!status.is_empty()).then(|| span("", &status)).into_iter().collect()
}

/// The last deletion can be taken back beside the words that say it was done.
fn undo(app: &App) -> Vec<El> {
    app.words();
    app.can_undo().then(|| press(app, "sf-line", Key::AppUndo, App::undo)).into_iter().collect()
}

fn foot(app: &App) -> Vec<El> {
    app.words();
    let in_check = app.screen() == Screen::Question;
    let over = in_check.then(|| press(app, "sf-link", Key::AppStartOver, App::start_over));
    let (class, kept) = match app.tier() {
        Tier::Local => ("sf-kept", Key::KeptLocal),
        Tier::Session => ("sf-kept", Key::KeptSession),
        Tier::Memory(why) => ("sf-kept sf-think", not_kept(why)),
    };
    let files = |key, task| for_files(app, "sf-link", key, task);
    let files = [files(Key::AppSave, || Task::Save), files(Key::AppOpen, || Task::Open)];
    let read = |key, article| leads(app, "sf-link", key, Screen::Article(article));
    let read = [read(Key::AppGlossary, Article::Glossary), read(Key::AppAbout, Article::About)];
    let unreadable = app.0.has_unreadable.then(|| for_files(app, "sf-link", Key::KeptFile, || Task::SaveUnreadable));
    over.into_iter().chain([p(class, &app.t(kept))]).chain(files).chain(read).chain(unreadable).collect()
}

/// The sentence for what is not kept.
fn not_kept(why: Why) -> Key {
    match why {
        Why::Asked => Key::KeptUnasked,
        Why::NoPlace => Key::KeptMemory,
        Why::NoRoom => Key::KeptFull,
        Why::Newer => Key::KeptBesideNewer,
    }
}
