//! What visitors do. Each verb changes the visit, keeps it, draws it, at once or once the button has answered, and tells the page.

use super::{app::App, fetching::Then, loaded::File};
use crate::{
    browser::dom,
    document::{link, object::object, result::TakenCheck},
    quiz::{
        answers::Answers,
        drill::{Key as Sorted, Run},
        outcome::outcome,
        pack::Pack,
    },
    visit::{Screen, Visit},
    words::Key,
};
use serde_json::Value;
use std::rc::Rc;

impl App {
    /// To `screen`, once what it shows is there, unless the visitor has gone elsewhere by then.
    pub fn go(&self, screen: Screen) {
        self.turn_to(screen, true);
    }

    /// The same; whether its heading takes the focus is for who asks to say.
    pub(super) fn turn_to(&self, screen: Screen, takes_focus: bool) {
        if matches!(screen, Screen::Drill | Screen::Article(_) | Screen::History) && !self.0.more.peek() {
            return self.fetch_more(Some((screen, takes_focus)));
        }
        let files = self.0.loaded.borrow().lacks(self.options(), &screen, &self.visit());
        let turn = self.turn();
        self.fetch(files, move |app| {
            let there = app.0.loaded.borrow().suffices(&screen, &app.visit());
            if turn != app.0.turn.get() {
                return;
            }
            if !there {
                return app.fail(Key::AppFailed);
            }
            app.change_quietly(|visit| visit.go(screen));
            app.show_once_drawn();
            app.0.moved.set(takes_focus);
            app.map_answers();
        });
    }

    /// Back to where somebody was before they looked something up.
    pub fn go_back(&self) {
        self.go(self.visit().came_from.clone());
    }

    /// Begins the pack `id`, asking nothing that `known` already answers. A check under way that it takes the place of can be
    /// brought back.
    pub fn begin(&self, id: &str, known: &Answers) {
        self.begin_then(id, known, None);
    }

    /// The same, and `then` with its first question in hand.
    pub(super) fn begin_then(&self, id: &str, known: &Answers, then: Option<Then>) {
        let (id, known) = (id.to_owned(), known.clone());
        let files = if self.pack(&id).is_some() { Vec::new() } else { vec![File::Pack(id.clone())] };
        let turn = self.turn();
        self.fetch(files, move |app| {
            // Whoever presses twice begins once.
            if turn != app.0.turn.get() || app.0.is_to_show.get() {
                return;
            }
            let Some(pack) = app.pack(&id) else {
                return app.fail(Key::AppFailed);
            };
            let before = app.visit();
            app.change_quietly(|visit| visit.begin(&pack, &known));
            if then.is_some() {
                app.show();
            } else {
                app.show_once_drawn();
            }
            app.0.undo.set(None);
            if before.has_open_answers() {
                app.0.undo.set(Some(before));
                app.say(Key::AppStartedOver);
            }
            let detail = object([("pack", pack.id.as_str().into()), ("packVersion", pack.version.as_str().into())]);
            app.emit("sf-start", &detail);
            if app.visit().is_answered_elsewhere(&pack) {
                return app.next();
            }
            app.emit_step();
            if let Some(then) = then {
                then(app);
            }
        });
    }

    /// The pack of the question in view. A press on a question that has been left, and is still on the screen, comes to nothing.
    fn asked(&self) -> Option<Rc<Pack>> {
        self.session_pack().filter(|_| self.visit().screen == Screen::Question)
    }

    /// Chooses an option for the question in view. Nothing is drawn anew, so the focus stays on it.
    pub fn answer(&self, option: &str) {
        let Some(pack) = self.asked() else { return };
        self.0.undo.set(None);
        self.change_quietly(|visit| visit.answer(&pack, option));
    }

    /// From the question in view to the next, or to the result.
    pub fn next(&self) {
        if let Some(pack) = self.asked() {
            self.leave_question(&pack, |_| {});
        }
    }

    /// Leaves the question in view without an answer, and goes on.
    pub fn skip(&self) {
        let Some(pack) = self.asked() else { return };
        self.0.undo.set(None);
        self.leave_question(&pack, |visit| visit.skip(&pack));
    }

    /// On from the question in view, once `change` was done to it: what comes next may hang on that.
    fn leave_question(&self, pack: &Pack, change: impl Fn(&mut Visit)) {
        let mut left = Visit::clone(&self.visit());
        change(&mut left);
        if !left.is_last(pack) {
            left.forward(pack);
            self.change_visit(|visit| *visit = left);
            return self.emit_step();
        }
        let (lang, today, id) = (self.lang(), dom::today(), dom::fresh_id());
        let moment = self.options().moment();
        self.change_results_quietly(|visit| {
            change(visit);
            visit.finish(pack, &lang, &today, &id, moment);
        });
        self.show_once_drawn();
        if let Some(session) = &self.visit().session {
            let outcome = outcome(pack, &session.answers);
            self.emit("sf-complete", &outcome.to_json(pack));
        }
    }

    /// To the question before; from the first one to the start, and from a changed answer to the result.
    pub fn back(&self) {
        let Some(pack) = self.asked() else { return };
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

    /// Takes the last deletion back, once what it shows is there.
    pub fn undo(&self) {
        let Some(before) = self.0.undo.peek() else { return };
        let files = self.0.loaded.borrow().lacks(self.options(), &before.screen, &before);
        self.fetch(files, move |app| {
            if !app.0.loaded.borrow().suffices(&before.screen, &before) {
                return app.fail(Key::AppFailed);
            }
            app.change_results(|visit| visit.restore(&before));
            app.say(Key::AppUndone);
        });
    }

    /// Begins the drill in the order of `seed`; in any order, where there is none. A run that it takes the place of can be
    /// brought back until something is sorted.
    pub fn begin_drill(&self, seed: Option<u32>) {
        let (seed, before) = (seed.unwrap_or_else(dom::chance), self.visit());
        self.change_visit(|visit| visit.begin_drill(seed));
        if before.run.is_some() {
            self.0.undo.set(Some(before));
            self.say(Key::DrillAnew);
        }
    }

    /// Sorts the statement in view.
    pub fn sort(&self, statement: &str, key: Sorted) {
        let is_fresh = |visit: &Visit| visit.run.as_ref().is_none_or(|run| run.sorted.is_empty());
        if is_fresh(&self.visit()) && self.0.undo.peek().is_some_and(|before| !is_fresh(&before)) {
            self.0.undo.set(None);
        }
        self.change_run(|run| run.sort(statement, key));
    }

    pub fn next_statement(&self) {
        self.change_run(Run::next);
    }

    /// Changes the language as the visitor chose it, and remembers that; answers and place stay.
    pub fn set_lang(&self, lang: &str) {
        self.speak(lang, true);
    }

    pub(super) fn speak(&self, lang: &str, is_chosen: bool) {
        let mut next = self.0.loaded.borrow().in_lang(lang);
        let mut files = next.lacks(self.options(), &self.visit().screen, &self.visit());
        files.push(File::Words);
        self.0.wanted.replace(lang.to_owned());
        self.turn();
        let (app, paths) = (Rc::downgrade(&self.0), next.paths(&files));
        let waiting = self.wait();
        let take = move |texts| {
            drop(waiting);
            // Whoever has chosen again since wants that one.
            let Some(app) = app.upgrade().map(App).filter(|app| *app.0.wanted.borrow() == next.lang) else { return };
            next.take_all(&files, texts);
            let visit = app.visit();
            let missing = next.lacks(app.options(), &visit.screen, &visit);
            match next.words.clone() {
                Some(words) if next.suffices(&visit.screen, &visit) => {
                    let chosen =
                        object([("lang", words.lang.as_str().into()), ("instead_of", app.options().lang().into())]);
                    app.0.loaded.replace(next);
                    app.0.status.set(String::new());
                    app.0.words.set(words);
                    if is_chosen {
                        app.keep("preferences", &chosen);
                    }
                }
                // Somebody went on in the meantime: to a screen that this language has no files for yet.
                Some(_) if missing.iter().any(|file| !files.contains(file)) => app.speak(&next.lang, is_chosen),
                _ => {
                    // The list shows the language in use again, so that the other can be chosen once more.
                    app.0.words.set(app.0.words.peek());
                    app.fail(Key::AppFailed);
                }
            }
        };
        self.options().texts(paths, Box::new(take));
    }

    /// A link that holds `taken`, if it is short enough for one.
    pub fn link(&self, taken: &TakenCheck) -> Option<String> {
        let base = self.options().share_base().unwrap_or_default();
        let fragment = link::encode(taken);
        (fragment.len() <= link::MAX_BYTES).then(|| format!("{base}#{fragment}"))
    }

    pub fn copy(&self, text: &str) {
        let app = Rc::downgrade(&self.0);
        dom::copy(text, move |copied| {
            let Some(app) = app.upgrade().map(App) else { return };
            if copied {
                app.say(Key::ResultCopied);
                app.exported("link");
            } else {
                app.say(Key::ResultNotCopied);
            }
        });
    }

    pub fn print(&self) {
        self.exported("print");
        dom::print();
    }

    /// Tells the page that something was taken away, and as what.
    pub fn exported(&self, format: &str) {
        self.emit("sf-export", &object([("format", format.into())]));
    }

    // How it is done.

    fn change_run(&self, change: impl FnOnce(&mut Run)) {
        self.change_visit(|visit| {
            if let Some(run) = &mut visit.run {
                change(run);
            }
        });
    }

    /// Says the text for `key` in the status line.
    pub(super) fn say(&self, key: Key) {
        self.0.status.set(self.t(key));
    }

    fn emit_step(&self) {
        let (visit, pack) = (self.visit(), self.session_pack());
        let session = visit.session.as_ref().filter(|_| visit.screen == Screen::Question);
        if let Some((session, pack)) = session.zip(pack) {
            let (index, total) = session.position(&pack);
            // Whoever has come so far will want to see the result, which is to be there by then.
            if index > 2 && !self.0.more.peek() {
                self.bring_more();
            }
            self.emit("sf-step", &object([("index", index.into()), ("total", total.into())]));
        }
    }

    /// Takes the answers of the check under way over to the questions as they are here now, and says which have no place.
    pub(super) fn map_answers(&self) {
        let (visit, pack) = (self.visit(), self.session_pack());
        let Some((before, pack)) = visit.session.as_ref().zip(pack) else { return };
        let mut session = before.clone();
        let lost = session.map_onto(&pack);
        if session == *before {
            return;
        }
        self.change_quietly(|visit| visit.session = Some(session));
        self.draw();
        if !lost.is_empty() {
            self.0.status.set(self.unmapped(&lost));
        }
    }

    /// The sentence on answers to these items, which have no place any more.
    pub(super) fn unmapped(&self, items: &[String]) -> String {
        self.count(Key::AppUnmapped, items.len(), &[("items", &items.join(", "))])
    }

    /// Marks that the visitor did something: what was asked for before, and is not here yet, comes too late.
    pub(super) fn turn(&self) -> u32 {
        let turn = self.0.turn.get().wrapping_add(1);
        self.0.turn.set(turn);
        turn
    }
}
