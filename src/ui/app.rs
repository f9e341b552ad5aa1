//! The app's state and the verbs that change it. Each verb changes the visit, keeps it, says so to the page, in that order.

use super::{
    loaded::{Loaded, words},
    opened::Opened,
};
use crate::{
    browser::{
        dom,
        element::{El, el},
        event::Host,
        intl,
        options::Options,
        storage::{Store, Tier},
    },
    document::{link, result::TakenCheck},
    quiz::{
        answers::Answers,
        drill::{Drill, Key as Sorted, Run},
        outcome::outcome,
        pack::Pack,
    },
    visit::{Screen, Visit},
    words::{Key, Words, fill},
};
use leptos::{prelude::*, reactive::spawn_local_scoped};
use serde_json::{Value, json};
use std::{cell::RefCell, sync::Arc};

/// What every screen works with. It is copied freely: all of it lives as long as the mounted app.
#[derive(Clone, Copy)]
pub struct App {
    words: RwSignal<Arc<Words>>,
    visit: RwSignal<Visit>,
    /// The last thing worth saying aloud, for the one status line.
    status: RwSignal<String>,
    /// What the last deletion took away.
    undo: RwSignal<Option<Visit>>,
    tier: RwSignal<Tier>,
    /// Whether the next heading to appear takes the focus: after a step, but not when the page loads.
    moved: StoredValue<bool>,
    inner: StoredValue<Inner, LocalStorage>,
}

struct Inner {
    options: Options,
    store: Store,
    loaded: RefCell<Loaded>,
    host: Host,
    /// Goes before every id on the screen, so that two apps on one page never share one.
    prefix: String,
}

impl App {
    pub fn new(opened: Opened, host: Host) -> App {
        let app = App {
            words: RwSignal::new(Arc::new(opened.words)),
            visit: RwSignal::new(opened.visit),
            status: RwSignal::new(opened.status),
            undo: RwSignal::new(None),
            tier: RwSignal::new(opened.store.tier()),
            moved: StoredValue::new(false),
            inner: StoredValue::new_local(Inner {
                options: opened.options,
                store: opened.store,
                loaded: RefCell::new(opened.loaded),
                host,
                prefix: format!("sf{}-", dom::fresh_id()),
            }),
        };
        app.emit("sf-storage", &json!({"tier": app.tier.get_untracked().code()}));
        let (view, lang) = (app.option(Options::view), app.lang());
        let view = view.unwrap_or_else(|| "all".to_owned());
        app.emit(
            "sf-ready",
            &json!({"version": env!("CARGO_PKG_VERSION"), "view": view, "lang": lang}),
        );
        app
    }

    // What screens read.

    /// What is in view. Tracked: the screen is drawn anew when it changes.
    pub fn screen(self) -> Screen {
        self.visit.with(|visit| visit.screen.clone())
    }

    /// The language in use. Tracked: what is in another language is drawn anew.
    pub fn lang_now(self) -> String {
        self.words.with(|words| words.lang.clone())
    }

    /// The last thing worth saying aloud, if any. Tracked.
    pub fn status(self) -> Option<El> {
        self.status
            .with(|status| (!status.is_empty()).then(|| el("span").text(status)))
    }

    /// Where things are kept. Tracked.
    pub fn tier(self) -> Tier {
        self.tier.get()
    }

    pub fn with_visit<T>(self, read: impl FnOnce(&Visit) -> T) -> T {
        self.visit.with_untracked(read)
    }

    /// The text for `key` in the language in use.
    pub fn t(self, key: Key) -> String {
        self.words.with_untracked(|words| words.get(key).to_owned())
    }

    /// The text for `key` with its blanks filled.
    pub fn fill(self, key: Key, blanks: &[(&str, &str)]) -> String {
        self.words.with_untracked(|words| fill(words.get(key), blanks))
    }

    /// The text for `key` in the form for `count`, which fills `{n}`.
    pub fn count(self, key: Key, count: usize, blanks: &[(&str, &str)]) -> String {
        let number = count.to_string();
        let blanks = [blanks, &[("n", &number)]].concat();
        self.words
            .with_untracked(|words| fill(words.form(key, intl::is_one(&words.lang, count)), &blanks))
    }

    pub fn date(self, day: &str) -> String {
        intl::date(&self.lang(), day)
    }

    pub fn lang(self) -> String {
        self.words.with_untracked(|words| words.lang.clone())
    }

    /// An id for `name` that nothing else on the page has.
    pub fn id(self, name: &str) -> String {
        self.inner.with_value(|inner| format!("{}{name}", inner.prefix))
    }

    /// The level of a heading `below` the first one.
    pub fn level(self, below: u8) -> String {
        let first = self
            .option(Options::heading_level)
            .filter(|level| (1..=5).contains(level));
        (first.unwrap_or(2) + below).min(6).to_string()
    }

    pub fn option<T>(self, read: impl FnOnce(&Options) -> T) -> T {
        self.inner.with_value(|inner| read(&inner.options))
    }

    /// The pack `id`, if it was loaded: every screen that shows one has it loaded first.
    pub fn pack(self, id: &str) -> Option<Arc<Pack>> {
        self.inner.with_value(|inner| inner.loaded.borrow().pack(id))
    }

    /// The pack of the check under way.
    pub fn session_pack(self) -> Option<Arc<Pack>> {
        let id = self.with_visit(|visit| visit.session.as_ref().map(|session| session.pack.clone()))?;
        self.pack(&id)
    }

    pub fn drill(self) -> Option<Arc<Drill>> {
        self.inner.with_value(|inner| inner.loaded.borrow().drill.clone())
    }

    pub fn difference(self) -> Option<Arc<Value>> {
        self.inner.with_value(|inner| inner.loaded.borrow().difference.clone())
    }

    /// The packs to choose from, the one to propose first.
    pub fn packs_offered(self) -> Vec<String> {
        self.inner
            .with_value(|inner| inner.loaded.borrow().offered(&inner.options))
    }

    /// Whether the heading about to appear takes the focus; asked once a step.
    pub fn take_moved(self) -> bool {
        self.moved.try_update_value(std::mem::take).unwrap_or_default()
    }

    pub fn can_undo(self) -> bool {
        self.undo.with(Option::is_some)
    }

    // What visitors do.

    /// To `screen`, once what it shows is there.
    pub fn go(self, screen: Screen) {
        self.after_loading(screen, |app, screen| app.change_visit(|visit| visit.go(screen)));
    }

    /// Back to where somebody was before they looked something up.
    pub fn go_back(self) {
        self.go(self.with_visit(|visit| visit.came_from.clone()));
    }

    /// Begins the pack `id`, asking nothing that `known` already answers.
    pub fn begin(self, id: String, known: Answers) {
        spawn_local_scoped(async move {
            let Some(pack) = self.fetch_pack(&id).await else {
                return self.say(Key::AppFailed);
            };
            self.undo.set(None);
            self.change_visit(|visit| visit.begin(&pack, &known));
            self.emit("sf-start", &json!({"pack": pack.id, "packVersion": pack.version}));
            self.emit_step();
        });
    }

    /// Chooses an option for the question in view. Nothing is drawn anew, so the focus stays on it.
    pub fn answer(self, option: &str) {
        let Some(pack) = self.session_pack() else { return };
        self.visit.update_untracked(|visit| {
            if let Some(session) = &mut visit.session {
                session.answer(&pack, option);
            }
        });
        self.keep("session", self.with_visit(Visit::to_json));
    }

    /// From the question in view to the next, or to the result.
    pub fn next(self) {
        let Some(pack) = self.session_pack() else { return };
        if !self.with_visit(|visit| visit.is_last(&pack)) {
            self.change_visit(|visit| visit.forward(&pack));
            return self.emit_step();
        }
        let (lang, today, id) = (self.lang(), dom::today(), dom::fresh_id());
        self.change_results(|visit| visit.finish(&pack, &lang, &today, &id));
        let answers = self.with_visit(|visit| visit.session.as_ref().map(|session| session.answers.clone()));
        let outcome = outcome(&pack, &answers.unwrap_or_default());
        self.emit("sf-complete", &outcome.to_json(&pack));
    }

    /// Leaves the question in view without an answer, and goes on.
    pub fn skip(self) {
        let Some(pack) = self.session_pack() else { return };
        self.visit.update_untracked(|visit| {
            if let Some(session) = &mut visit.session {
                session.skip(&pack);
            }
        });
        self.next();
    }

    /// To the question before; from the first one to the start, and from a changed answer to the result.
    pub fn back(self) {
        let Some(pack) = self.session_pack() else { return };
        self.change_visit(|visit| visit.back(&pack));
        self.emit_step();
    }

    /// Opens an answer of the result in view, to change it.
    pub fn change(self, item: &str) {
        self.change_visit(|visit| visit.change(item));
        self.emit_step();
    }

    /// Forgets the check under way; can be undone.
    pub fn start_over(self) {
        let before = self.visit.get_untracked();
        self.change_visit(Visit::start_over);
        self.undo.set(Some(before));
        self.say(Key::AppStartedOver);
        self.emit("sf-reset", &Value::Null);
    }

    /// Removes a result; can be undone.
    pub fn delete(self, id: &str) {
        let before = self.visit.get_untracked();
        self.change_results(|visit| visit.delete(id));
        self.undo.set(Some(before));
        self.say(Key::HistoryDeleted);
    }

    /// Takes the last deletion back.
    pub fn undo(self) {
        if let Some(before) = self.undo.get_untracked() {
            self.change_results(|visit| *visit = before);
            self.say(Key::AppUndone);
        }
    }

    /// Begins the drill in the order of `seed`; of any order, where there is none.
    pub fn begin_drill(self, seed: Option<u32>) {
        let seed = seed.unwrap_or_else(dom::chance);
        let run = Run { seed, ..Run::default() };
        self.change_visit(|visit| visit.run = Some(run));
    }

    /// Sorts the statement in view.
    pub fn sort(self, statement: &str, key: Sorted) {
        self.change_run(|run| run.sort(statement, key));
    }

    pub fn next_statement(self) {
        self.change_run(Run::next);
    }

    /// Changes the language; answers and place stay.
    pub fn set_lang(self, lang: String) {
        spawn_local_scoped(async move {
            let before = self.inner.with_value(|inner| inner.loaded.take());
            let brought = before.brought.clone();
            let packs = before
                .packs
                .iter()
                .find(|pack| brought.as_ref().is_some_and(|(id, _)| *id == pack.id));
            let loaded = Loaded {
                packs: packs.cloned().into_iter().collect(),
                brought,
                ..Loaded::default()
            };
            self.inner.with_value(|inner| inner.loaded.replace(loaded));
            let words = words(&self.inner_options(), &lang).await;
            let there = match words {
                Some(words) => self
                    .ensure(&self.with_visit(|visit| visit.screen.clone()), &lang)
                    .await
                    .then_some(words),
                None => None,
            };
            let Some(words) = there else {
                self.inner.with_value(|inner| inner.loaded.replace(before));
                return self.say(Key::AppFailed);
            };
            let over = self.option(Options::lang);
            self.words.set(Arc::new(words));
            self.inner.with_value(|inner| {
                inner
                    .store
                    .put("preferences", json!({"lang": lang, "instead_of": over}))
            });
        });
    }

    /// A link that holds `taken`.
    pub fn link(self, taken: &TakenCheck) -> String {
        let base = self.option(Options::share_base).unwrap_or_default();
        format!("{base}#{}", link::encode(taken))
    }

    pub fn copy(self, text: String) {
        spawn_local_scoped(async move {
            let copied = dom::copy(&text).await;
            self.say(if copied {
                Key::ResultCopied
            } else {
                Key::ResultNotCopied
            });
            if copied {
                self.emit("sf-export", &json!({"format": "link"}));
            }
        });
    }

    pub fn print(self) {
        self.emit("sf-export", &json!({"format": "print"}));
        dom::print();
    }

    /// Says the text for `key` in the status line.
    pub fn say(self, key: Key) {
        self.status.set(self.t(key));
    }

    // How it is done.

    fn change_run(self, change: impl FnOnce(&mut Run)) {
        self.change_visit(|visit| {
            if let Some(run) = &mut visit.run {
                change(run);
            }
        });
    }

    /// Draws the screen anew, and keeps what changed.
    fn change_visit(self, change: impl FnOnce(&mut Visit)) {
        self.moved.set_value(true);
        self.status.set(String::new());
        self.visit.update(change);
        self.keep("session", self.with_visit(Visit::to_json));
    }

    /// The same for a change that the last deletion can't be taken back after.
    fn change_results(self, change: impl FnOnce(&mut Visit)) {
        self.undo.set(None);
        self.change_visit(change);
        self.keep("results", self.with_visit(Visit::results_to_json));
    }

    fn keep(self, name: &str, data: Value) {
        let before = self.tier.get_untracked();
        let after = self.inner.with_value(|inner| {
            inner.store.put(name, data);
            inner.store.tier()
        });
        if after != before {
            self.tier.set(after);
            self.emit("sf-storage", &json!({"tier": after.code()}));
        }
    }

    fn emit(self, name: &str, detail: &Value) {
        self.inner.with_value(|inner| inner.host.emit(name, detail));
    }

    fn emit_step(self) {
        let Some(pack) = self.session_pack() else { return };
        let position = self.with_visit(|visit| {
            let in_view = visit.screen == Screen::Question;
            visit
                .session
                .as_ref()
                .filter(|_| in_view)
                .map(|session| session.position(&pack))
        });
        if let Some((index, total)) = position {
            self.emit("sf-step", &json!({"index": index, "total": total}));
        }
    }

    fn after_loading(self, screen: Screen, then: impl FnOnce(App, Screen) + 'static) {
        spawn_local_scoped(async move {
            if self.ensure(&screen, &self.lang()).await {
                then(self, screen);
            } else {
                self.say(Key::AppFailed);
            }
        });
    }

    async fn fetch_pack(self, id: &str) -> Option<Arc<Pack>> {
        let (options, mut loaded) = (self.inner_options(), self.loaded());
        let pack = loaded.fetch_pack(&options, id, &self.lang()).await;
        self.inner.with_value(|inner| inner.loaded.replace(loaded));
        pack
    }

    /// Fetches what `screen` shows; gives whether all of it is there.
    async fn ensure(self, screen: &Screen, lang: &str) -> bool {
        let (options, mut loaded) = (self.inner_options(), self.loaded());
        let visit = self.visit.get_untracked();
        let there = loaded.ensure(&options, screen, &visit, lang).await;
        self.inner.with_value(|inner| inner.loaded.replace(loaded));
        there
    }

    fn inner_options(self) -> Options {
        self.inner.with_value(|inner| inner.options.again())
    }

    fn loaded(self) -> Loaded {
        self.inner.with_value(|inner| inner.loaded.borrow().clone())
    }
}
