//! What whoever mounts the app says about where it stands: the page, the element, the frame or a course package.

use super::{task, thing::Thing};
use js_sys::{Array, Object, Promise};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// The object that the app is opened with. All of its fields may be left out, but `load`.
    #[derive(Clone)]
    #[wasm_bindgen(extends = Thing)]
    pub type Options;

    #[wasm_bindgen(method, catch)]
    fn load(this: &Options, paths: Vec<String>) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = plan)]
    fn to_plan(this: &Options, handed: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch, js_name = check)]
    fn to_check(this: &Options) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch, js_name = part)]
    fn ask_for(this: &Options, name: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = script)]
    fn run_script(this: &Options, script: &str, text: &str, name: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn titled(this: &Options, title: &str, lang: &str) -> Result<(), JsValue>;
}

impl Options {
    /// The language to begin with, as a tag.
    #[must_use]
    pub fn lang(&self) -> Option<String> {
        self.text("lang")
    }

    /// `all`, `quiz`, `plan` or `drill`.
    #[must_use]
    pub fn view(&self) -> Option<String> {
        self.text("view").filter(|view| ["all", "quiz", "plan", "drill"].contains(&view.as_str()))
    }

    /// `full`, `quick` or the URL of a pack file.
    #[must_use]
    pub fn pack(&self) -> Option<String> {
        self.text("pack")
    }

    /// `local`, `session` or `none`.
    #[must_use]
    pub fn storage(&self) -> Option<String> {
        self.text("storage")
    }

    /// Keeps two widgets on one site apart.
    #[must_use]
    pub fn storage_key(&self) -> Option<String> {
        self.text("storageKey")
    }

    /// What stands in for the browser's storage where that keeps nothing: the check and the plan builder share it, and it lasts as
    /// long as they are on the page.
    #[must_use]
    pub fn memory(&self) -> Option<Object> {
        let page: &Thing = self;
        page.part("memory").map(JsCast::unchecked_into)
    }

    /// The level of the first heading, 1 to 5; 2 where nothing fitting was asked for.
    #[must_use]
    pub fn heading_level(&self) -> u8 {
        let level = self.text("headingLevel").and_then(|level| level.parse().ok());
        level.filter(|level| (1..=5).contains(level)).unwrap_or(2)
    }

    /// The fragment of the page's address, where it may hold a result.
    #[must_use]
    pub fn fragment(&self) -> Option<String> {
        self.text("fragment")
    }

    /// The address that a link to a result begins with, without its fragment.
    #[must_use]
    pub fn share_base(&self) -> Option<String> {
        self.text("shareBase")
    }

    /// The pack that somebody began on the page's first card, before the app was there.
    #[must_use]
    pub fn begun(&self) -> Option<String> {
        self.text("begun")
    }

    /// What they did in it, in order: `next`, `skip`, `back`, or the id of an answer to the question in view.
    #[must_use]
    pub fn acts(&self) -> String {
        self.text("acts").unwrap_or_default()
    }

    /// The seed of the drill's order.
    #[must_use]
    pub fn seed(&self) -> Option<u32> {
        self.text("seed")?.parse().ok()
    }

    /// When, seen from a course, its trainer has people answer: `before`, `after` or `then` (`embed/session.js` sees to that).
    #[must_use]
    pub fn moment(&self) -> Option<String> {
        self.text("moment")
    }

    /// Whether somebody has just come by a link that asks for something, and so is to see the start.
    #[must_use]
    pub fn is_arriving(&self) -> bool {
        self.text("arriving").is_some()
    }

    /// Tells the page what is in view and in which language, for its own title; a page that wants to know has a function
    /// `titled` among its options.
    pub fn tell_title(&self, title: &str, lang: &str) {
        // Most pages keep their own title, and have no such function.
        let _ = self.titled(title, lang);
    }

    /// Whether the page has a plan builder to go to.
    #[must_use]
    pub fn has_plan(&self) -> bool {
        self.does("plan")
    }

    /// To the plan builder, with what it may begin from: a stage and answers, as JSON. Calls `failed` where it can't be had.
    pub fn open_plan(&self, handed: &str, failed: Box<dyn FnOnce()>) {
        unless_promised(self.to_plan(handed), failed);
    }

    /// Whether the page has a check to go to.
    #[must_use]
    pub fn has_check(&self) -> bool {
        self.does("check")
    }

    /// To the check. Calls `failed` where it can't be had.
    pub fn open_check(&self, failed: Box<dyn FnOnce()>) {
        unless_promised(self.to_check(), failed);
    }

    /// What the check handed over to the plan, as JSON.
    #[must_use]
    pub fn handed(&self) -> Option<String> {
        self.text("handed")
    }

    /// Asks the page for a part of the program, and tells `then` whether it is there.
    pub fn part(&self, name: &str, then: impl FnOnce(bool) + 'static) {
        match self.ask_for(name) {
            Ok(promise) => task::when(promise, Box::new(move |loaded| then(loaded.is_some()))),
            Err(_) => then(false),
        }
    }

    /// Has the page make a Word file of a sheet, as `takeaway::word` writes it, and offer it to the visitor; tells `then`
    /// whether it did. The bytes stay with the page: what the program does with JavaScript costs every visitor.
    pub fn word(&self, sheet: &str, name: &str, then: impl FnOnce(bool) + 'static) {
        self.script("word", sheet, name, move |made| then(made.is_some()));
    }

    /// Has the page draw `text` as a QR code; gives `then` the box that it stands in, as pictures have it, and the path of all that
    /// is dark.
    pub fn qr(&self, text: &str, then: impl FnOnce(Option<[String; 2]>) + 'static) {
        self.script("qr", text, "", move |drawn| {
            let drawn: Option<Thing> = drawn.map(JsCast::unchecked_into);
            then(drawn.and_then(|drawn| Some([drawn.words("box")?, drawn.words("path")?])));
        });
    }

    /// What a script of the page makes of a text; nothing where it can't be had, or fails.
    fn script(&self, script: &str, text: &str, name: &str, then: impl FnOnce(Option<JsValue>) + 'static) {
        match self.run_script(script, text, name) {
            Ok(promise) => task::when(promise, Box::new(then)),
            Err(_) => then(None),
        }
    }

    /// Gives the texts of files to `then`: by their paths from the base, such as `packs/full.en.json`, or by their URLs;
    /// nothing for each that can't be had.
    pub fn texts(&self, paths: Vec<String>, then: Box<dyn FnOnce(Vec<Option<String>>)>) {
        let count = paths.len();
        let then = move |texts: Option<JsValue>| then(read_texts(count, &texts.unwrap_or_default()));
        match self.load(paths) {
            Ok(promise) => task::when(promise, Box::new(then)),
            Err(_) => then(None),
        }
    }

    /// The site's own link, if it leads where a visitor may be sent: http, https or mailto (contract, `cta-href`).
    #[must_use]
    pub fn cta(&self) -> Option<(String, String)> {
        let href = self.text("ctaHref").filter(|href| !href.is_empty())?;
        let url = web_sys::Url::new_with_base(&href, &super::dom::base_uri()).ok()?;
        let label = self.text("ctaLabel").filter(|label| !label.trim().is_empty())?;
        ["http:", "https:", "mailto:"].contains(&url.protocol().as_str()).then(|| (url.href(), label))
    }

    #[inline(never)]
    fn text(&self, name: &str) -> Option<String> {
        self.words(name)
    }

    /// Whether the page has a function of that name.
    fn does(&self, name: &str) -> bool {
        let page: &Thing = self;
        page.part(name).is_some_and(|part| part.is_function())
    }
}

/// Calls `failed` where what the page promised does not come; a page that promises nothing sees to that itself.
fn unless_promised(promised: Result<JsValue, JsValue>, failed: Box<dyn FnOnce()>) {
    let promise = promised.map_or_else(|error| Promise::reject(&error), |promised| Promise::resolve(&promised));
    let then = |kept: Option<JsValue>| {
        if kept.is_none() {
            failed();
        }
    };
    task::when(promise, Box::new(then));
}

/// `count` texts out of a JavaScript array that has a string for each that could be had.
#[must_use]
pub fn read_texts(count: usize, texts: &JsValue) -> Vec<Option<String>> {
    // Whatever else it is, it holds no texts.
    let texts = if Array::is_array(texts) { Array::from(texts) } else { Array::new() };
    (0..count).map(|index| texts.get(u32::try_from(index).unwrap_or(u32::MAX)).as_string()).collect()
}
