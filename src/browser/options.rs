//! What whoever mounts the app says about where it stands: the page, the element, the frame or a course package.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// The object passed to `mount`; every field may be left out, but `load`.
    pub type Options;

    /// The language to begin with, as a tag.
    #[wasm_bindgen(method, getter)]
    pub fn lang(this: &Options) -> Option<String>;
    /// `all`, `quiz`, `plan` or `drill`.
    #[wasm_bindgen(method, getter)]
    pub fn view(this: &Options) -> Option<String>;
    /// `full`, `quick` or the URL of a pack file.
    #[wasm_bindgen(method, getter)]
    pub fn pack(this: &Options) -> Option<String>;
    /// `auto`, `light` or `dark`.
    #[wasm_bindgen(method, getter)]
    pub fn theme(this: &Options) -> Option<String>;
    /// `local`, `session` or `none`.
    #[wasm_bindgen(method, getter)]
    pub fn storage(this: &Options) -> Option<String>;
    /// Keeps two widgets on one site apart.
    #[wasm_bindgen(method, getter, js_name = storageKey)]
    pub fn storage_key(this: &Options) -> Option<String>;
    /// The level of the first heading, 1 to 5.
    #[wasm_bindgen(method, getter, js_name = headingLevel)]
    pub fn heading_level(this: &Options) -> Option<u8>;
    /// The site's own link on the result.
    #[wasm_bindgen(method, getter, js_name = ctaHref)]
    pub fn cta_href(this: &Options) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = ctaLabel)]
    pub fn cta_label(this: &Options) -> Option<String>;
    /// The fragment of the page's address, where it may hold a result.
    #[wasm_bindgen(method, getter)]
    pub fn fragment(this: &Options) -> Option<String>;
    /// The address that a link to a result begins with, without its fragment.
    #[wasm_bindgen(method, getter, js_name = shareBase)]
    pub fn share_base(this: &Options) -> Option<String>;
    /// The seed of the drill's order.
    #[wasm_bindgen(method, getter)]
    pub fn seed(this: &Options) -> Option<u32>;

    #[wasm_bindgen(method, catch)]
    fn load(this: &Options, path: &str) -> Result<Promise, JsValue>;
}

impl Options {
    /// The text of one of our files by its path from the base, such as `packs/full.en.json`, or of any file by its URL;
    /// nothing where it can't be had.
    pub async fn text(&self, path: &str) -> Option<String> {
        let text = JsFuture::from(self.load(path).ok()?).await;
        text.ok()?.as_string()
    }

    /// The site's own link, if it leads where a visitor may be sent: http, https or mailto (contract, `cta-href`).
    #[must_use]
    pub fn cta(&self) -> Option<(String, String)> {
        let url = web_sys::Url::new_with_base(&self.cta_href()?, &super::dom::base_uri()).ok()?;
        let label = self.cta_label().filter(|label| !label.trim().is_empty())?;
        ["http:", "https:", "mailto:"].contains(&url.protocol().as_str()).then(|| (url.href(), label))
    }

    /// The same object again; it is shared, not copied.
    #[must_use]
    pub fn again(&self) -> Options {
        JsValue::from(self).unchecked_into()
    }
}
