//! The app's state and the verbs that change it. Each verb changes the visit, keeps it, and tells the page, in that order.

use super::{
    loaded::{File, Loaded},
    opened::Opened,
};
use crate::{
    browser::{
        dom,
        event::Host,
        intl,
        options::Options,
        storage::{Store, Tier},
        watched::Watched,
    },
    document::{link, object::object, result::TakenCheck},
    quiz::{
        answers::Answers,
        drill::{Drill, Key as Sorted, Run},
        outcome::outcome,
        pack::Pack,
    },
    visit::{Screen, Visit},
    words::{Key, Words, fill},
};
use serde_json::Value;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

/// What every screen works with. Its clones are one and the same app, which ends when its page is taken away.
#[derive(Clone)]
pub struct App(Rc<Inner>);

struct Inner {
    words: Watched<Rc<Words>>,
    visit: Watched<Rc<Visit>>,
    /// The last thing worth saying aloud, for the one status line.
    status: Watched<String>,
    /// The visit as it was before the last deletion.
    undo: Watched<Option<Rc<Visit>>>,
    tier: Watched<Tier>,
    /// Whether the next heading to appear takes the focus: after a step, but not when the page loads.
    moved: Cell<bool>,
    options: Options,
    store: Store,
    loaded: RefCell<Loaded>,
    host: Host,
    /// Goes before every id on the screen, so that two apps on one page never share one.
    prefix: String,
}

impl App {
    pub fn new(opened: Opened, host: Host) -> App {
        let app = App(Rc::new(Inner {
            words: Watched::new(opened.words),
            visit: Watched::new(Rc::new(opened.visit)),
            status: Watched::new(opened.status),
            undo: Watched::new(None),
            tier: Watched::new(opened.store.tier()),
            moved: Cell::new(false),
            options: opened.options,
            store: opened.store,
            loaded: RefCell::new(opened.loaded),
            host,
            prefix: format!("sf{}-", dom::fresh_id()),
        }));
        app.emit("sf-storage", &object([("tier", app.0.tier.peek().code().into())]));
        let view = app.options().view().unwrap_or_else(|| "all".to_owned());
        let detail =
            object([("version", env!("CARGO_PKG_VERSION").into()), ("view", view.into()), ("lang", app.lang().into())]);
        app.emit("sf-ready", &detail);
        app
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
        intl::date(&self.lang(), day)
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

    /// Whether the question in view has an answer.
    pub fn is_answered(&self) -> bool {
        let (visit, pack) = (self.visit(), self.session_pack());
        visit.session.as_ref().zip(pack).is_some_and(|(session, pack)| session.is_answered(&pack))
    }

    pub fn drill(&self) -> Option<Rc<Drill>> {
        self.0.loaded.borrow().drill.clone()
    }

    pub fn difference(&self) -> Option<Rc<Value>> {
        self.0.loaded.borrow().difference.clone()
    }

    /// The packs to choose from, the one to propose first.
    pub fn packs_offered(&self) -> Vec<String> {
        self.0.loaded.borrow().offered(self.options())
    }

    /// Whether the heading about to appear takes the focus; asked once a step.
    pub fn take_moved(&self) -> bool {
        self.0.moved.take()
    }

    // What visitors do.

    /// To `screen`, once what it shows is there.
    pub fn go(&self, screen: Screen) {
        let files = self.0.loaded.borrow().lacks(self.options(), &screen, &self.visit());
        self.fetch(self.loaded(), files, move |app, loaded| {
            let there = loaded.suffices(&screen, &app.visit());
            app.0.loaded.replace(loaded);
            if there {
                app.change_visit(|visit| visit.go(screen));
            } else {
                app.say(Key::AppFailed);
            }
        });
    }

    /// Back to where somebody was before they looked something up.
    pub fn go_back(&self) {
        self.go(self.visit().came_from.clone());
    }

    /// Begins the pack `id`, asking nothing that `known` already answers.
    pub fn begin(&self, id: &str, known: &Answers) {
        let (id, known) = (id.to_owned(), known.clone());
        let files = if self.pack(&id).is_some() { Vec::new() } else { vec![File::Pack(id.clone())] };
        self.fetch(self.loaded(), files, move |app, loaded| {
            app.0.loaded.replace(loaded);
            let Some(pack) = app.pack(&id) else {
                return app.say(Key::AppFailed);
            };
            app.0.undo.set(None);
            app.change_visit(|visit| visit.begin(&pack, &known));
            app.emit(
                "sf-start",
                &object([("pack", pack.id.as_str().into()), ("packVersion", pack.version.as_str().into())]),
            );
            app.emit_step();
        });
    }

    /// Chooses an option for the question in view. Nothing is drawn anew, so the focus stays on it.
    pub fn answer(&self, option: &str) {
        let Some(pack) = self.session_pack() else { return };
        self.change_quietly(|visit| visit.answer(&pack, option));
    }

    /// From the question in view to the next, or to the result.
    pub fn next(&self) {
        let Some(pack) = self.session_pack() else { return };
        if !self.visit().is_last(&pack) {
            self.change_visit(|visit| visit.forward(&pack));
            return self.emit_step();
        }
        let (lang, today, id) = (self.lang(), dom::today(), dom::fresh_id());
        self.change_results(|visit| visit.finish(&pack, &lang, &today, &id));
        if let Some(session) = &self.visit().session {
            let outcome = outcome(&pack, &session.answers);
            self.emit("sf-complete", &outcome.to_json(&pack));
        }
    }

    /// Leaves the question in view without an answer, and goes on.
    pub fn skip(&self) {
        let Some(pack) = self.session_pack() else { return };
        self.change_quietly(|visit| visit.skip(&pack));
        self.next();
    }

    /// To the question before; from the first one to the start, and from a changed answer to the result.
    pub fn back(&self) {
        let Some(pack) = self.session_pack() else { return };
        self.change_visit(|visit| visit.back(&pack));
        self.emit_step();
    }

    /// Opens an answer of the result in view, to change it.
    pub fn change(&self, item: &str) {
        self.change_visit(|visit| visit.change(item));
        self.emit_step();
    }

    /// Forgets the check under way; can be undone.
    pub fn start_over(&self) {
        let before = self.visit();
        self.change_visit(Visit::start_over);
        self.0.undo.set(Some(before));
        self.say(Key::AppStartedOver);
        self.emit("sf-reset", &Value::Null);
    }

    /// Removes a result; can be undone.
    pub fn delete(&self, id: &str) {
        let before = self.visit();
        self.change_results(|visit| visit.delete(id));
        self.0.undo.set(Some(before));
        self.say(Key::HistoryDeleted);
    }

    /// Takes the last deletion back.
    pub fn undo(&self) {
        if let Some(before) = self.0.undo.peek() {
            self.change_results(|visit| visit.clone_from(&before));
            self.say(Key::AppUndone);
        }
    }

    /// Begins the drill in the order of `seed`; in any order, where there is none.
    pub fn begin_drill(&self, seed: Option<u32>) {
        let seed = seed.unwrap_or_else(dom::chance);
        self.change_visit(|visit| visit.run = Some(Run::new(seed)));
    }

    /// Sorts the statement in view.
    pub fn sort(&self, statement: &str, key: Sorted) {
        self.change_run(|run| run.sort(statement, key));
    }

    pub fn next_statement(&self) {
        self.change_run(Run::next);
    }

    /// Changes the language; answers and place stay.
    pub fn set_lang(&self, lang: &str) {
        let next = self.0.loaded.borrow().in_lang(lang);
        let mut files = next.lacks(self.options(), &self.visit().screen, &self.visit());
        files.push(File::Words);
        self.fetch(next, files, |app, loaded| {
            let there = loaded.suffices(&app.visit().screen, &app.visit());
            let Some(words) = loaded.words.clone().filter(|_| there) else {
                return app.say(Key::AppFailed);
            };
            let preferences =
                object([("lang", loaded.lang.as_str().into()), ("instead_of", app.options().lang().into())]);
            app.0.loaded.replace(loaded);
            app.0.words.set(words);
            app.keep("preferences", preferences);
        });
    }

    /// A link that holds `taken`.
    pub fn link(&self, taken: &TakenCheck) -> String {
        let base = self.options().share_base().unwrap_or_default();
        format!("{base}#{}", link::encode(taken))
    }

    pub fn copy(&self, text: &str) {
        let app = self.clone();
        dom::copy(text, move |copied| {
            if copied {
                app.say(Key::ResultCopied);
                app.emit("sf-export", &object([("format", "link".into())]));
            } else {
                app.say(Key::ResultNotCopied);
            }
        });
    }

    pub fn print(&self) {
        self.emit("sf-export", &object([("format", "print".into())]));
        dom::print();
    }

    // How it is done.

    fn change_run(&self, change: impl FnOnce(&mut Run)) {
        self.change_visit(|visit| {
            if let Some(run) = &mut visit.run {
                change(run);
            }
        });
    }

    /// Keeps what changed, and draws the screen anew.
    fn change_visit(&self, change: impl FnOnce(&mut Visit)) {
        self.change_quietly(change);
        self.0.moved.set(true);
        self.0.status.set(String::new());
        self.0.visit.set(self.visit());
    }

    /// The same for a change after which the last deletion can't be taken back any more.
    fn change_results(&self, change: impl FnOnce(&mut Visit)) {
        self.0.undo.set(None);
        self.change_visit(change);
        self.keep("results", self.visit().results_to_json());
    }

    /// Keeps what changed.
    fn change_quietly(&self, change: impl FnOnce(&mut Visit)) {
        let mut visit = (*self.visit()).clone();
        change(&mut visit);
        self.keep("session", visit.to_json());
        self.0.visit.set_quietly(Rc::new(visit));
    }

    fn keep(&self, name: &str, data: Value) {
        self.0.store.put(name, data);
        let tier = self.0.store.tier();
        if tier != self.0.tier.peek() {
            self.0.tier.set(tier);
            self.emit("sf-storage", &object([("tier", tier.code().into())]));
        }
    }

    /// Says the text for `key` in the status line.
    fn say(&self, key: Key) {
        self.0.status.set(self.t(key));
    }

    fn emit(&self, name: &str, detail: &Value) {
        self.0.host.emit(name, detail);
    }

    fn emit_step(&self) {
        let (visit, pack) = (self.visit(), self.session_pack());
        let session = visit.session.as_ref().filter(|_| visit.screen == Screen::Question);
        if let Some((session, pack)) = session.zip(pack) {
            let (index, total) = session.position(&pack);
            self.emit("sf-step", &object([("index", index.into()), ("total", total.into())]));
        }
    }

    /// Fetches `files` into `loaded`, and gives both to `then`, which decides whether to take them.
    fn fetch(&self, loaded: Loaded, files: Vec<File>, then: impl FnOnce(&App, Loaded) + 'static) {
        self.fetch_boxed(loaded, files, Box::new(then));
    }

    fn fetch_boxed(&self, mut loaded: Loaded, files: Vec<File>, then: Box<dyn FnOnce(&App, Loaded)>) {
        if files.is_empty() {
            return then(self, loaded);
        }
        let (app, paths) = (self.clone(), loaded.paths(&files));
        let take = move |texts| {
            loaded.take_all(&files, texts);
            then(&app, loaded);
        };
        self.options().texts(paths, Box::new(take));
    }

    fn loaded(&self) -> Loaded {
        self.0.loaded.borrow().clone()
    }
}
