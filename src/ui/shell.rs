//! The frame around every screen: its name, the language, the screen, where things are kept, the one status line.

use super::{app::App, difference, drill, history, opened::Opened, part::button, question, result, start};
use crate::{
    browser::{dom, event::Host, options::Options, storage::Tier},
    visit::Screen,
    words::{Key, LANGUAGES},
};
use leptos::{html, prelude::*};

/// The whole app.
pub fn view(opened: Opened, host: Host) -> AnyView {
    let app = App::new(opened, host);
    let root = NodeRef::<html::Div>::new();
    dom::unfold_for_print(root);
    let theme = app.option(Options::theme).unwrap_or_else(|| "auto".to_owned());
    view! {
        <div class="sf" node_ref=root data-theme=theme lang=move || app.words.get().lang.clone()>
            {move || {
                app.words.track();
                bar(app)
            }}
            <div class="sf-card" part="card">
                {move || {
                    app.words.track();
                    screen(app, app.screen())
                }}
            </div>
            <div class="sf-foot">
                <p class="sf-status" role="status">
                    {move || app.status.get()}
                </p>
                {move || {
                    app.words.track();
                    app.can_undo().then(|| button("sf-line", app.t(Key::AppUndo), move || app.undo()))
                }}
                {move || {
                    app.words.track();
                    let in_check = app.screen() == Screen::Question;
                    in_check.then(|| button("sf-link", app.t(Key::AppStartOver), move || app.start_over()))
                }}
                <p class="sf-kept">
                    {move || {
                        app.words.track();
                        app.t(kept(app.tier.get()))
                    }}
                </p>
            </div>
        </div>
    }
    .into_any()
}

fn screen(app: App, screen: Screen) -> AnyView {
    match screen {
        Screen::Start => start::view(app),
        Screen::Question => question::view(app),
        Screen::Result(id) => result::view(app, &id),
        Screen::Shared => result::shared(app),
        Screen::Drill => drill::view(app),
        Screen::Difference => difference::view(app),
        Screen::History => history::view(app),
    }
}

fn bar(app: App) -> AnyView {
    let id = app.id("lang");
    let options = LANGUAGES.iter().map(|(tag, name)| {
        let is_current = *tag == app.lang();
        view! {
            <option value=*tag lang=*tag selected=is_current>
                {*name}
            </option>
        }
    });
    view! {
        <div class="sf-bar">
            {button("sf-name", app.t(Key::AppName), move || app.go(Screen::Start))}
            <label class="sf-hidden" for=id.clone()>
                {app.t(Key::LanguageChoose)}
            </label>
            <select id=id class="sf-lang" on:change=move |change| app.set_lang(event_target_value(&change))>
                {options.collect_view()}
            </select>
        </div>
    }
    .into_any()
}

fn kept(tier: Tier) -> Key {
    match tier {
        Tier::Local => Key::KeptLocal,
        Tier::Session => Key::KeptSession,
        Tier::Memory => Key::KeptMemory,
    }
}
