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
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options);
    let Some(address) = blob.and_then(|blob| Url::create_object_url_with_blob(&blob)).ok() else { return };
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.and_then(|document| document.create_element("a").ok());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        let _ = link.set_attribute("href", &address);
        let _ = link.set_attribute("download", name);
        link.click();
    }
    // Until then the file is held in memory.
    let done = move || {
        let _ = Url::revoke_object_url(&address);
    };
    task::surely_after(READ, done);
}
