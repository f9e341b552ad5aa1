//! The program as pages load it. It starts nothing by itself: a page makes an `Opening` and mounts it, or loads the plan's half
//! and calls `plan`.
//!
//! ```js
//! const opening = new Opening(options);
//! const widget = opening.mount(root, await options.load(opening.paths()));
//! widget.dispose();
//! ```
//!
//! The build cuts the program at `strategy_first::halves`, so that whoever takes the check loads nothing of the plan builder.

/// A third of the size of the standard one, and faster.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static TALC: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(target_arch = "wasm32")]
mod exported {
    use strategy_first::{browser::options::Options, embed, halves};
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
        pub fn changed(&self, name: &str) {
            self.0.changed(name);
        }

        pub fn run(&self, errand: &str, text: &str, then: js_sys::Function) {
            self.0.run(errand, text, then);
        }

        pub fn dispose(self) {
            self.0.dispose();
        }
    }

    /// Mounts the plan builder, whose half must be there by now, and hands the `Widget` to `then`; nothing where its files
    /// could not be had.
    #[wasm_bindgen]
    pub fn plan(root: HtmlElement, options: &Options, then: js_sys::Function) {
        let then = move |widget: Option<embed::Widget>| {
            let _ = then.call1(&JsValue::UNDEFINED, &widget.map(Widget).into());
        };
        halves::plan(root, options, Box::new(then));
    }
}

fn main() {}
