//! A page with the app in it, and a visitor's hands and eyes.

use super::{
    files::Files,
    watch::{Events, Exceptions, dispatch, document, window},
};
use js_sys::{Function, Object, Promise, Reflect};
use strategy_first::{
    browser::options::Options,
    embed::{Opening, Widget},
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node, ShadowRoot, ShadowRootInit, ShadowRootMode};

/// An app mounted into an element of its own. Taken away when it is dropped; then no exception may have been left uncaught.
pub struct Page {
    pub root: HtmlElement,
    pub events: Events,
    pub files: Files,
    widget: Option<Widget>,
    outer: Element,
    _exceptions: Exceptions,
}

/// Where a page puts its app.
#[derive(Clone, Copy)]
pub enum Place {
    Document,
    ShadowRoot,
}

impl Page {
    /// The app in the document, with all its files; it keeps nothing unless `fields` say so.
    pub async fn open(fields: &[(&str, &str)]) -> Page {
        Page::open_with(fields, &Files::whole(), Place::Document).await
    }

    pub async fn open_with(fields: &[(&str, &str)], files: &Files, place: Place) -> Page {
        let exceptions = Exceptions::watch();
        let (outer, root) = element_in(place);
        let events = Events::from(&root);
        let opening = Opening::new(options(&[&[("storage", "none")], fields].concat(), &files.load()));
        let texts = files.texts(&opening.paths());
        let widget = opening.mount(root.clone(), &texts).unwrap();
        settled().await;
        Page { root, events, files: files.clone(), widget: Some(widget), outer, _exceptions: exceptions }
    }

    /// The same page loaded again.
    pub async fn reopen(self, fields: &[(&str, &str)]) -> Page {
        let files = self.files.clone();
        drop(self);
        Page::open_with(fields, &files, Place::Document).await
    }

    /// What the page has in hand; the app stays when this page is dropped.
    pub fn take_widget(&mut self) -> Widget {
        self.widget.take().unwrap()
    }

    /// The page takes the app away.
    pub fn dispose(&mut self) {
        self.take_widget().dispose();
    }

    // What a visitor sees.

    pub fn all(&self, selector: &str) -> Vec<HtmlElement> {
        all(&self.root, selector)
    }

    pub fn one(&self, selector: &str) -> HtmlElement {
        let found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector} in {}", self.root.inner_html());
        found.into_iter().next().unwrap()
    }

    /// The words of the first heading.
    pub fn heading(&self) -> String {
        words(&self.one("h2"))
    }

    pub fn status(&self) -> String {
        words(&self.one("[role=status]"))
    }

    pub fn says(&self, words: &str) -> bool {
        self.root.text_content().unwrap().contains(words)
    }

    /// The names of all buttons.
    pub fn buttons(&self) -> Vec<String> {
        self.all("button").iter().map(name).collect()
    }

    pub fn button(&self, wanted: &str) -> HtmlElement {
        let found = self.all("button").into_iter().find(|button| name(button) == wanted);
        found.unwrap_or_else(|| panic!("no button {wanted} among {:?}", self.buttons()))
    }

    /// The place of the chosen radio button, from 0.
    pub fn chosen(&self) -> Option<usize> {
        self.all("input[type=radio]").iter().position(|radio| radio.matches(":checked").unwrap())
    }

    /// The element that has the focus, in the document or the shadow root.
    pub fn focused(&self) -> Option<Element> {
        let within = self.root.get_root_node();
        match within.dyn_ref::<ShadowRoot>() {
            Some(shadow) => shadow.active_element(),
            None => document().active_element(),
        }
    }

    // What a visitor does.

    pub async fn press(&self, name: &str) {
        self.button(name).click();
        followed().await;
    }

    /// Chooses the option at `index`, from 0.
    pub async fn choose(&self, index: usize) {
        self.all("input[type=radio]")[index].click();
        settled().await;
    }

    /// Chooses the option at `index` for the question in view and goes on, as often as there are indices.
    pub async fn answer(&self, indices: &[usize]) {
        for index in indices {
            self.choose(*index).await;
            self.one("button[type=submit]").click();
            followed().await;
        }
    }

    pub async fn pick_language(&self, tag: &str) {
        let select = self.one("select");
        Reflect::set(&select, &"value".into(), &tag.into()).unwrap();
        dispatch(&select, "change");
        settled().await;
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(widget) = self.widget.take() {
            widget.dispose();
        }
        self.outer.remove();
    }
}

/// What a page opens the app with.
pub fn options(fields: &[(&str, &str)], load: &JsValue) -> Options {
    let options = Object::new();
    for (name, value) in fields {
        Reflect::set(&options, &(*name).into(), &(*value).into()).unwrap();
    }
    Reflect::set(&options, &"load".into(), load).unwrap();
    // The parts of the program are all there in a build that was not cut.
    Reflect::set(&options, &"part".into(), &Function::new_no_args("return Promise.resolve()")).unwrap();
    options.unchecked_into()
}

/// A new element for the app, on the page, with something in it to be replaced; and the element to take away in the end.
pub fn element_in(place: Place) -> (Element, HtmlElement) {
    let outer = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&outer).unwrap();
    let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    root.set_text_content(Some("Loading"));
    let parent: Node = match place {
        Place::Document => outer.clone().into(),
        Place::ShadowRoot => outer.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap().into(),
    };
    parent.append_child(&root).unwrap();
    (outer, root)
}

pub fn all(within: &Element, selector: &str) -> Vec<HtmlElement> {
    let found = within.query_selector_all(selector).unwrap();
    (0..found.length()).map(|index| found.get(index).unwrap().unchecked_into()).collect()
}

pub fn words(element: &HtmlElement) -> String {
    element.text_content().unwrap()
}

/// As assistive technology says it.
fn name(button: &HtmlElement) -> String {
    button.get_attribute("aria-label").unwrap_or_else(|| words(button))
}

/// Waits until all has followed that follows a press one step after the other, each once the one before has been drawn.
pub async fn painted() {
    for _ in 0..3 {
        followed().await;
    }
}

/// Waits until what a press leads to is there, be it once the page has been drawn as it was before.
pub async fn followed() {
    settled().await;
    Promise::new(&mut |done, _| {
        window().request_animation_frame(&done).unwrap();
    })
    .await
    .unwrap();
    settled().await;
}

/// Waits until all that is under way is done, and drawn.
pub async fn settled() {
    Promise::new(&mut |done, _| {
        window().set_timeout_with_callback(&done).unwrap();
    })
    .await
    .unwrap();
}
