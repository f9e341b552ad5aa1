//! Opens an app, mounts it into an element of somebody's page, and takes it away again. What JavaScript sees of it is in
//! `main.rs`.

use crate::{
    browser::{
        element::El,
        event::{Asker, Host},
        options::{Options, read_texts},
    },
    ui::{app::App, hosted::Hosted, opened, plan, shell},
};
use js_sys::Function;
use std::{any::Any, cell::Cell, mem::ManuallyDrop, rc::Rc};
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

/// An app about to be mounted: it has read what is kept, and knows which files its first screen needs.
pub struct Opening(opened::Opening);

/// One app on a page. Several of them share this module and nothing else.
///
/// A page that forgets its widget keeps the app: the browser collects what nobody holds, and must not take the app with it.
pub struct Widget {
    root: HtmlElement,
    app: Rc<dyn Hosted>,
    /// The view, which ends first, and what Leptos holds for it.
    alive: ManuallyDrop<Box<dyn Any>>,
}

impl Opening {
    #[must_use]
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
        let app = App::new(self.0.open(texts).ok_or_else(not_loaded)?, Host(root.clone()));
        let mounted = app.clone();
        let widget = Widget::mount(root, Rc::new(app.clone()), move || shell::view(&mounted));
        app.announce();
        app.take_over();
        Ok(widget)
    }
}

/// Replaces what stands in `root` by the plan builder, once its files are there, and hands it to `then`; nothing where one
/// of them can't be had. Then nothing has changed.
pub fn open_plan(root: HtmlElement, options: &Options, then: Box<dyn FnOnce(Option<Widget>)>) {
    let opening = plan::opened::Opening::new(options.clone());
    let paths = opening.paths();
    let mount = move |texts: Vec<Option<String>>| {
        let planner = opening.open(&texts, Host(root.clone()));
        then(planner.map(|planner| {
            let mounted = planner.clone();
            let widget = Widget::mount(root, Rc::new(planner.clone()), move || plan::shell::view(&mounted));
            planner.announce();
            widget
        }));
    };
    options.texts(paths, Box::new(mount));
}

fn not_loaded() -> JsValue {
    js_sys::Error::new("strategy-first: its files could not be loaded").into()
}

impl Widget {
    fn mount(root: HtmlElement, app: Rc<dyn Hosted>, view: impl FnOnce() -> El + 'static) -> Widget {
        let (parent, kept) = (root.clone(), Rc::new(Cell::new(None)));
        let made = kept.clone();
        let handle = leptos::mount::mount_to(root.clone(), move || {
            let view = view();
            view.put_into(&parent);
            made.set(Some(view));
        });
        Widget { root, app, alive: ManuallyDrop::new(Box::new((kept.take(), handle))) }
    }

    /// Takes in that the field `name` of the app's options has changed, with the part `more` there.
    pub fn changed(&self, name: &str) {
        self.app.follow(name);
    }

    /// Does what a script of the page asks for, with the part `files` there: `export`, which gives the text of a backup; `import`,
    /// of a file with this text; or `reset`. Tells `then` whether it was done and the text that came of it, or else the
    /// sentence that says why not; then nothing has changed.
    pub fn run(&self, errand: &str, text: &str, then: Function) {
        self.app.run(errand, text, Asker(then));
    }

    /// Unmounts the app and drops all it holds.
    pub fn dispose(self) {
        self.app.leave();
        drop(ManuallyDrop::into_inner(self.alive));
        self.root.set_text_content(None);
    }
}
