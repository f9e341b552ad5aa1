//! The border to JavaScript: mounts the app into an element of somebody's page, and takes it away again.

use crate::{
    browser::{event::Host, options::Options},
    ui::{self, opened::Opened},
};
use leptos::prelude::StoredValue;
use std::any::Any;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::HtmlElement;

/// One app on a page. Several of them share this module and nothing else.
#[wasm_bindgen]
pub struct Widget {
    handle: Box<dyn Any>,
}

/// Replaces what stands in `root` by the app. `root` may be in the document or in a shadow root; the styles are for the
/// caller to adopt there.
///
/// # Errors
/// An error where the words could not be loaded, or are those of another build. Then nothing has changed.
#[wasm_bindgen]
pub async fn mount(root: HtmlElement, options: Options) -> Result<Widget, JsValue> {
    let opened = Opened::load(options).await;
    let opened = opened.ok_or_else(|| js_sys::Error::new("strategy-first: its files could not be loaded"))?;
    let parent = root.clone();
    let handle = leptos::mount::mount_to(root, move || {
        let view = ui::shell::view(opened, Host(parent.clone()));
        view.put_into(&parent);
        // The view lives as long as the app, and ends with it.
        StoredValue::new_local(view);
    });
    Ok(Widget { handle: Box::new(handle) })
}

#[wasm_bindgen]
impl Widget {
    /// Unmounts the app and drops all it holds.
    pub fn dispose(self) {
        drop(self.handle);
    }
}
