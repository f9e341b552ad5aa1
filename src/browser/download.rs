//! Files for the visitor to keep.

use super::task;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// The milliseconds until the browser has surely begun to read.
const READ: i32 = 60_000;

/// Offers `bytes` as the file `name`, of a type such as `text/csv;charset=utf-8`. A sandbox without `allow-downloads` does
/// nothing here and says nothing, so whoever calls this shows another way too.
pub fn download(name: &str, kind: &str, bytes: &[u8]) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok();
    let Some(held) = blob.as_ref().and_then(Held::new) else { return };
    held.offer(name);
    // Until then the file is held in memory.
    task::surely_after(READ, move || drop(held));
}

/// A file held in memory under an address of its own, as long as this lives.
pub struct Held {
    address: String,
}

impl Held {
    #[must_use]
    pub fn new(blob: &Blob) -> Option<Held> {
        Some(Held { address: Url::create_object_url_with_blob(blob).ok()? })
    }

    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Offers it as the file `name`, as [`download`] does.
    pub fn offer(&self, name: &str) {
        let document = web_sys::window().and_then(|window| window.document());
        let link = document.and_then(|document| document.create_element("a").ok());
        if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
            let _ = link.set_attribute("href", &self.address);
            let _ = link.set_attribute("download", name);
            link.click();
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.address);
    }
}
