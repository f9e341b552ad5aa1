//! The check's module, as pages load it. It starts nothing by itself: a page makes an `Opening` and mounts it.
//!
//! ```js
//! const opening = new Opening(options);
//! const widget = opening.mount(root, await options.load(opening.paths()));
//! widget.dispose();
//! ```

#[cfg(target_arch = "wasm32")]
mod exported {
    use strategy_first::{browser::options::Options, embed};
    use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
    use web_sys::HtmlElement;

    /// The check about to be mounted.
    #[wasm_bindgen]
    pub struct Opening(embed::Opening);

    /// The check on a page.
    #[wasm_bindgen]
    pub struct Widget(embed::Widget);

    #[wasm_bindgen]
    impl Opening {
        #[wasm_bindgen(constructor)]
        pub fn new(options: Options) -> Opening {
            Opening(embed::Opening::new(options))
        }

        pub fn paths(&self) -> Vec<String> {
            self.0.paths()
        }

        pub fn mount(self, root: HtmlElement, texts: &JsValue) -> Result<Widget, JsValue> {
            self.0.mount(root, texts).map(Widget)
        }
    }

    #[wasm_bindgen]
    impl Widget {
        pub fn dispose(self) {
            self.0.dispose();
        }
    }
}

fn main() {}
