//! The pages beside the widget, each on an address of its own: for trainers, for those who write questions, for those who print.
//! They are a program apart (`src/bin/pages.rs`), so that none of it is in what a visitor loads.

mod common;
mod editor;
mod page;
mod trainer;
mod worksheets;

use self::page::Page;
use crate::{
    browser::{
        element::El,
        event::Host,
        options::{Options, read_texts},
    },
    words::{EditorKey, Keyed, TrainerKey, WorksheetKey},
};
use leptos::mount::mount_to;
use std::mem;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

/// Which page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Trainer,
    Editor,
    Worksheets,
}

impl Kind {
    #[must_use]
    pub fn named(name: &str) -> Option<Kind> {
        [Kind::Trainer, Kind::Editor, Kind::Worksheets].into_iter().find(|kind| kind.name() == name)
    }

    /// What its address, its words and its styles are called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Kind::Trainer => "trainer",
            Kind::Editor => "editor",
            Kind::Worksheets => "worksheets",
        }
    }
}

/// The files that a page begins with.
#[must_use]
pub fn paths(kind: Kind, options: &Options) -> Vec<String> {
    page::paths(kind.name(), page::first_lang(options))
}

/// Shows a page in place of what stands in `root`, for good.
///
/// # Errors
/// An error where one of its files is missing, or of another build. Then nothing has changed.
pub fn mount(kind: Kind, options: Options, root: HtmlElement, texts: &JsValue) -> Result<(), JsValue> {
    let texts = read_texts(paths(kind, &options).len(), texts);
    match kind {
        Kind::Trainer => show::<TrainerKey>(kind, options, root, &texts, trainer::view),
        Kind::Editor => show::<EditorKey>(kind, options, root, &texts, editor::view),
        Kind::Worksheets => show::<WorksheetKey>(kind, options, root, &texts, worksheets::view),
    }
}

fn show<K: Keyed + 'static>(
    kind: Kind,
    options: Options,
    root: HtmlElement,
    texts: &[Option<String>],
    view: fn(&Page<K>) -> El,
) -> Result<(), JsValue> {
    let host = Host(root.clone());
    let page = Page::new(kind.name(), options, host, texts)
        .ok_or_else(|| js_sys::Error::new("strategy-first: its files could not be loaded"))?;
    let parent = root.clone();
    let handle = mount_to(root, move || {
        let view = view(&page);
        view.put_into(&parent);
        // It stays as long as the page does.
        mem::forget(view);
    });
    handle.forget();
    Ok(())
}
