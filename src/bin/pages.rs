//! The program of the pages beside the widget: the trainer's page, the pack editor, the worksheets. Nobody who takes the check or
//! makes a plan loads any of it.
//!
//! ```js
//! const page = new Page("trainer", options);
//! page.mount(root, await options.load(page.paths()));
//! ```

#[cfg(target_arch = "wasm32")]
mod exported {
    use strategy_first::{
        browser::options::Options,
        pages::{self, Kind},
    };
    use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
    use web_sys::HtmlElement;

    /// A page about to be shown.
    #[wasm_bindgen]
    pub struct Page {
        kind: Kind,
        options: Options,
    }

    #[wasm_bindgen]
    impl Page {
        /// `name` is one of `trainer`, `editor` and `worksheets`.
        ///
        /// # Errors
        /// An error where there is no such page.
        #[wasm_bindgen(constructor)]
        pub fn new(name: &str, options: Options) -> Result<Page, JsValue> {
            let kind = Kind::named(name).ok_or_else(|| js_sys::Error::new("strategy-first: there is no such page"))?;
            Ok(Page { kind, options })
        }

        /// The paths of the files to hand to `mount`.
        pub fn paths(&self) -> Vec<String> {
            pages::paths(self.kind, &self.options)
        }

        /// Shows the page in place of what stands in `root`, for good.
        ///
        /// # Errors
        /// An error where one of the files is missing, or of another build. Then nothing has changed.
        pub fn mount(self, root: HtmlElement, texts: &JsValue) -> Result<(), JsValue> {
            pages::mount(self.kind, self.options, root, texts)
        }
    }
}

fn main() {}
