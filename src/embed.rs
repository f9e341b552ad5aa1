//! The border to JavaScript: opens the app, mounts it into an element of somebody's page, and takes it away again.
//!
//! ```js
//! const opening = new Opening(options);
//! const widget = opening.mount(root, await options.load(opening.paths()));
//! widget.dispose();
//! ```

use crate::{
    browser::{
        event::Host,
        options::{Options, read_texts},
    },
    ui::{app::App, opened, shell},
};
use leptos::prelude::StoredValue;
use std::{any::Any, mem::ManuallyDrop};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::HtmlElement;

/// An app about to be mounted: it has read what is kept, and knows which files its first screen needs.
#[wasm_bindgen]
pub struct Opening(opened::Opening);

/// One app on a page. Several of them share this module and nothing else.
///
/// A page that forgets its widget keeps the app: the browser collects what nobody holds, and must not take the app with it.
#[wasm_bindgen]
pub struct Widget {
    root: HtmlElement,
    handle: ManuallyDrop<Box<dyn Any>>,
}

#[wasm_bindgen]
impl Opening {
    #[must_use]
    #[wasm_bindgen(constructor)]
    pub fn new(options: Options) -> Opening {
        Opening(opened::Opening::new(options))
    }

    /// The paths of the files to hand to `mount`.
    #[must_use]
    pub fn paths(&self) -> Vec<String> {
        self.0.paths()
    }

    /// Replaces what stands in `root` by the app. `root` may be in the document or in a shadow root; the styles are for the
    /// caller to adopt there. `texts` are those of the files, in order, with `null` for each that can't be had.
    ///
    /// # Errors
    /// An error where the words are not there, or are those of another build. Then nothing has changed.
    pub fn mount(self, root: HtmlElement, texts: &JsValue) -> Result<Widget, JsValue> {
        let texts = read_texts(self.0.paths().len(), texts);
        let opened = self.0.open(texts);
        let opened = opened.ok_or_else(|| js_sys::Error::new("strategy-first: its files could not be loaded"))?;
        let app = App::new(opened, Host(root.clone()));
        let parent = root.clone();
        let mounted = app.clone();
        let handle = leptos::mount::mount_to(root.clone(), move || {
            let view = shell::view(&mounted);
            view.put_into(&parent);
            // The view lives as long as the app, and ends with it.
            StoredValue::new_local(view);
        });
        app.announce();
        Ok(Widget { root, handle: ManuallyDrop::new(Box::new(handle)) })
    }
}

#[wasm_bindgen]
impl Widget {
    /// Unmounts the app and drops all it holds.
    pub fn dispose(self) {
        drop(ManuallyDrop::into_inner(self.handle));
        self.root.set_text_content(None);
    }
}
