//! The app as screens see it: what there is to read. What visitors do to it is in `verbs`.

use super::{
    files::task::Place,
    loaded::{Loaded, is_built_in},
    opened::Opened,
};
use crate::{
    article::Article,
    browser::{
        dom,
        event::Host,
        intl,
        options::Options,
        storage::{Found, Store, Tier},
        watched::Watched,
    },
    document::object::object,
    quiz::{drill::Drill, pack::Pack},
    visit::{Screen, Visit},
    words::{Key, Words, fill},
};
use serde_json::Value;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

/// The part of the program with all that comes after the questions, by its name among the page's files.
pub const MORE: &str = "more";

/// What every screen works with. Its clones are one and the same app, which ends when its page is taken away.
#[derive(Clone)]
pub struct App(pub(super) Rc<Inner>);

pub(super) struct Inner {
    pub(super) words: Watched<Rc<Words>>,
    pub(super) visit: Watched<Rc<Visit>>,
    /// The last thing worth saying aloud, for the one status line.
    pub(super) status: Watched<String>,
    /// The visit as it was before the last deletion.
    pub(super) undo: Watched<Option<Rc<Visit>>>,
    pub(super) tier: Watched<Tier>,
    /// Whether something that was kept could not be read when the app began.
    pub(super) has_unreadable: bool,
    /// Whether the part of the program with the other screens is there.
    pub(super) more: Watched<bool>,
    /// Where saving or opening a file is shown.
    pub(super) files: Place,
    /// Whether the next heading to appear takes the focus: after a step, but not when the page loads.
    pub(super) moved: Cell<bool>,
    /// Whether the screen is to be drawn anew once what it shows now was painted.
    pub(super) is_to_show: Cell<bool>,
    /// Counts what the visitor did, so that what was asked for earlier does not come in between.
    pub(super) turn: Cell<u32>,
    /// The language that was last asked for.
    pub(super) wanted: RefCell<String>,
    pub(super) options: Options,
    pub(super) store: Store,
    pub(super) loaded: RefCell<Loaded>,
    pub(super) host: Host,
    /// Goes before every id on the screen, so that two apps on one page never share one.
    pub(super) prefix: String,
}

impl App {
    pub fn new(opened: Opened, host: Host) -> App {
        App(Rc::new(Inner {
            words: Watched::new(opened.words),
            visit: Watched::new(Rc::new(opened.visit)),
            status: Watched::new(opened.status),
            undo: Watched::new(None),
            tier: Watched::new(opened.store.tier()),
            has_unreadable: opened.has_unreadable,
            files: Place::default(),
            more: Watched::new(false),
            moved: Cell::new(false),
            is_to_show: Cell::new(false),
            turn: Cell::new(0),
            wanted: RefCell::default(),
            options: opened.options,
            store: opened.store,
            loaded: RefCell::new(opened.loaded),
            host,
            prefix: format!("sf{}-", dom::fresh_id()),
        }))
    }

    /// Tells the page that the app is there to be used.
    pub fn announce(&self) {
        self.emit("sf-storage", &object([("tier", self.0.tier.peek().code().into())]));
        let view = self.options().view().unwrap_or_else(|| "all".to_owned());
        let version = env!("CARGO_PKG_VERSION");
        let detail = object([("version", version.into()), ("view", view.into()), ("lang", self.lang().into())]);
        self.emit("sf-ready", &detail);
        if self.0.loaded.borrow().fault.is_some() {
            let said = object([("code", "pack".into()), ("message", self.0.status.peek().into())]);
            self.emit("sf-error", &said);
        }
        self.map_answers();
    }

    /// `act` with this app in hand, to be called later: on a press, or when what it reads has changed.
    pub fn then<T>(&self, act: impl Fn(&App) -> T + 'static) -> impl Fn() -> T + 'static {
        let app = self.clone();
        move || act(&app)
    }

    // What screens read. What asks for one of the first five is drawn anew when it changes.

    pub fn screen(&self) -> Screen {
        self.0.visit.get().screen.clone()
    }

    pub fn words(&self) -> Rc<Words> {
        self.0.words.get()
    }

    /// The last thing worth saying aloud, or nothing.
    pub fn status(&self) -> String {
        self.0.status.get()
    }

    /// Where things are kept.
    pub fn tier(&self) -> Tier {
        self.0.tier.get()
    }

    pub fn can_undo(&self) -> bool {
        self.0.undo.get().is_some()
    }

    /// Whether the plan builder keeps a plan.
    pub fn has_kept_plan(&self) -> bool {
        matches!(self.0.store.get("desk"), Found::Data(desk) if desk["open"].is_string())
    }

    /// The visit as it is now.
    pub fn visit(&self) -> Rc<Visit> {
        self.0.visit.peek()
    }

    pub fn lang(&self) -> String {
        self.0.words.peek().lang.clone()
    }

    /// The text for `key` in the language in use.
    pub fn t(&self, key: Key) -> String {
        self.0.words.peek().get(key).to_owned()
    }

    /// The text for `key` with its blanks filled.
    pub fn fill(&self, key: Key, blanks: &[(&str, &str)]) -> String {
        fill(self.0.words.peek().get(key), blanks)
    }

    /// The text for `key` in the form for `count`, which fills `{n}`.
    pub fn count(&self, key: Key, count: usize, blanks: &[(&str, &str)]) -> String {
        let words = self.0.words.peek();
        let number = count.to_string();
        let blanks = [blanks, &[("n", &number)]].concat();
        fill(words.form(key, intl::is_one(&words.lang, count)), &blanks)
    }

    pub fn date(&self, day: &str) -> String {
        intl::date(&self.t(Key::LanguageDates), day)
    }

    /// An id for `name` that nothing else on the page has.
    pub fn id(&self, name: &str) -> String {
        format!("{}{name}", self.0.prefix)
    }

    /// The level of a heading `below` the first one.
    pub fn level(&self, below: u8) -> String {
        (self.options().heading_level() + below).min(6).to_string()
    }

    /// What the page asked for.
    pub fn options(&self) -> &Options {
        &self.0.options
    }

    /// The pack `id`, if it was loaded: every screen that shows one has it loaded first.
    pub fn pack(&self, id: &str) -> Option<Rc<Pack>> {
        self.0.loaded.borrow().pack(id)
    }

    /// The pack of the check under way.
    pub fn session_pack(&self) -> Option<Rc<Pack>> {
        self.pack(&self.visit().session.as_ref()?.pack)
    }

    /// Whether the questions of the pack `id` can be had on this page.
    pub fn can_have(&self, id: &str) -> bool {
        is_built_in(id) || self.pack(id).is_some()
    }

    /// Whether the question in view has an answer.
    pub fn is_answered(&self) -> bool {
        let (visit, pack) = (self.visit(), self.session_pack());
        visit.session.as_ref().zip(pack).is_some_and(|(session, pack)| session.is_answered(&pack))
    }

    pub fn drill(&self) -> Option<Rc<Drill>> {
        self.0.loaded.borrow().drill.clone()
    }

    pub fn article(&self, article: Article) -> Option<Rc<Value>> {
        self.0.loaded.borrow().article(article)
    }

    /// The packs to choose from, the one to propose first.
    pub fn packs_offered(&self) -> Vec<String> {
        self.0.loaded.borrow().offered(self.options())
    }

    /// Whether the heading about to appear takes the focus; asked once a step.
    pub fn take_moved(&self) -> bool {
        self.0.moved.take()
    }

    /// Tells the page what happened.
    pub(super) fn emit(&self, name: &str, detail: &Value) {
        self.0.host.emit(name, detail);
    }
}
