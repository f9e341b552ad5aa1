//! What visitors do. Each verb changes the visit, keeps it, draws it and tells the page, in that order.

use super::{
    app::App,
    loaded::{File, Loaded},
};
use crate::{
    browser::dom,
    document::{link, object::object, result::TakenCheck},
    quiz::{
        answers::Answers,
        drill::{Key as Sorted, Run},
        outcome::outcome,
    },
    visit::{Screen, Visit},
    words::Key,
};
use serde_json::Value;
use std::rc::Rc;

/// What is to be done with the app once its files are there.
type Then = Box<dyn FnOnce(&App, Loaded)>;

impl App {
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
            let detail = object([("pack", pack.id.as_str().into()), ("packVersion", pack.version.as_str().into())]);
            app.emit("sf-start", &detail);
            if app.visit().is_answered_elsewhere(&pack) {
                return app.next();
            }
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

    /// A link that holds `taken`, if it is short enough for one.
    pub fn link(&self, taken: &TakenCheck) -> Option<String> {
        let base = self.options().share_base().unwrap_or_default();
        let fragment = link::encode(taken);
        (fragment.len() <= link::MAX_BYTES).then(|| format!("{base}#{fragment}"))
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

    fn fetch_boxed(&self, mut loaded: Loaded, files: Vec<File>, then: Then) {
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
