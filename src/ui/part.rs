//! Small parts that several screens are made of.

use super::app::App;
use crate::{browser::dom, quiz::pack::Word};
use leptos::{html, prelude::*};

/// The first heading of a screen. After a step it takes the focus, so that a keyboard or a screen reader starts there.
pub fn title(app: App, text: String) -> AnyView {
    let heading = NodeRef::<html::H2>::new();
    let takes_focus = app.take_moved();
    Effect::new(move || {
        if let Some(heading) = heading.get().filter(|_| takes_focus) {
            dom::focus(&heading);
        }
    });
    view! {
        <h2 class="sf-title" node_ref=heading tabindex="-1" attr:aria-level=app.level(0)>
            {text}
        </h2>
    }
    .into_any()
}

/// The answer to what was just pressed. It takes the focus before the screen's heading can.
pub fn verdict(app: App, text: String) -> AnyView {
    let words = NodeRef::<html::P>::new();
    let takes_focus = app.take_moved();
    Effect::new(move || {
        if let Some(words) = words.get().filter(|_| takes_focus) {
            dom::focus(&words);
        }
    });
    view! {
        <p class="sf-verdict-word" node_ref=words tabindex="-1">
            {text}
        </p>
    }
    .into_any()
}

/// A heading `below` the first one.
pub fn heading(app: App, below: u8, text: String) -> AnyView {
    view! { <h3 class=format!("sf-heading sf-heading-{below}") attr:aria-level=app.level(below)>{text}</h3> }.into_any()
}

/// A button that does one thing. `class` says how loud it is: `sf-solid`, `sf-line` or `sf-quiet`.
pub fn button(class: &'static str, text: String, press: impl Fn() + 'static) -> AnyView {
    view! {
        <button type="button" class=format!("sf-button {class}") part="button" on:click=move |_| press()>
            {text}
        </button>
    }
    .into_any()
}

/// The same, with a longer name for those who do not see what it stands beside.
pub fn button_named(class: &'static str, text: String, name: String, press: impl Fn() + 'static) -> AnyView {
    view! {
        <button type="button" class=format!("sf-button {class}") part="button" aria-label=name on:click=move |_| press()>
            {text}
        </button>
    }
    .into_any()
}

/// A paragraph, or nothing where there are no words.
pub fn paragraph(class: &'static str, text: String) -> AnyView {
    if text.is_empty() {
        return ().into_any();
    }
    view! { <p class=class>{text}</p> }.into_any()
}

/// A word with its shape: an empty, a half or a full disc. Never colour alone.
pub fn word_mark(word: Option<Word>, text: String) -> AnyView {
    let (class, fill) = match word {
        None => ("sf-word", ""),
        Some(Word::NotYet) => ("sf-word sf-settle", ""),
        Some(Word::Partly) => ("sf-word sf-think", "M8 2 A6 6 0 0 1 8 14 Z"),
        Some(Word::Mostly) => ("sf-word sf-fine", "M8 2 A6 6 0 0 1 8 14 A6 6 0 0 1 8 2 Z"),
    };
    view! {
        <span class=class>
            <svg class="sf-mark" viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="8" cy="8" r="6" />
                <path d=fill />
            </svg>
            {text}
        </span>
    }
    .into_any()
}
