//! The program as pages load it. It starts nothing by itself: a page makes an `Opening` and mounts it, or loads the plan's half
//! and calls `plan`.
//!
//! ```js
//! const opening = new Opening(options);
//! const widget = opening.mount(root, await options.load(opening.paths()));
//! widget.dispose();
//! ```
//!
//! The build cuts the program in two at `halves`: all that only the plan builder needs becomes a module of its own, which
//! shares memory and functions with the first (`xtask/src/dist/split.rs`). Whoever takes the check never loads it.

#[cfg(target_arch = "wasm32")]
mod exported {
    use strategy_first::{browser::options::Options, embed};
    use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
    use web_sys::HtmlElement;

    /// The check about to be mounted.
    #[wasm_bindgen]
    pub struct Opening(embed::Opening);

    /// An app on a page.
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

    /// Mounts the plan builder, whose half must be there by now, and hands the `Widget` to `then`; nothing where its files
    /// could not be had.
    #[wasm_bindgen]
    pub fn plan(root: HtmlElement, options: Options, then: js_sys::Function) {
        let then = move |widget: Option<embed::Widget>| {
            let _ = then.call1(&JsValue::UNDEFINED, &widget.map(Widget).into());
        };
        super::halves::plan(root, options, Box::new(then));
    }
}

/// The border between the two halves. The names are those that `wasm_split_cli_support` looks for; the number only has to
/// be the same on both sides.
#[cfg(target_arch = "wasm32")]
#[allow(unsafe_code, improper_ctypes, improper_ctypes_definitions)] // a call within one program, cut apart after linking
mod halves {
    use strategy_first::{browser::options::Options, embed};
    use web_sys::HtmlElement;

    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    unsafe extern "C" {
        #[link_name = "__wasm_split_00plan00_import_00000000000000000000000000000001"]
        pub safe fn plan(root: HtmlElement, options: Options, then: Box<dyn FnOnce(Option<embed::Widget>)>);
    }

    #[unsafe(export_name = "__wasm_split_00plan00_export_00000000000000000000000000000001")]
    extern "C" fn plan_half(root: HtmlElement, options: Options, then: Box<dyn FnOnce(Option<embed::Widget>)>) {
        embed::open_plan(root, &options, then);
    }
}

fn main() {}
