//! What is fetched while somebody is there: files, and parts of the program. Whoever waits for longer than a moment is told.

use super::{
    app::{App, MORE},
    files::task::{PART, Task},
    loaded::File,
};
use crate::{browser::waiting::Waiting, document::object::object, halves, visit::Screen, words::Key};
use std::rc::Rc;

/// What is to be done with the app once its files are there.
pub(super) type Then = Box<dyn FnOnce(&App)>;

impl App {
    /// Fetches `files`, takes in what they hold, and does `then`; at once where there is nothing to fetch.
    pub(super) fn fetch(&self, files: Vec<File>, then: impl FnOnce(&App) + 'static) {
        self.fetch_boxed(files, Box::new(then));
    }

    fn fetch_boxed(&self, files: Vec<File>, then: Then) {
        if files.is_empty() {
            return then(self);
        }
        let lang = self.0.loaded.borrow().lang.clone();
        let (app, paths) = (Rc::downgrade(&self.0), self.0.loaded.borrow().paths(&files));
        let waiting = self.wait();
        let take = move |texts| {
            drop(waiting);
            // An app that was taken away in the meantime has nothing more to do.
            let Some(app) = app.upgrade().map(App) else { return };
            if app.0.loaded.borrow().lang != lang {
                return app.fetch_boxed(files, then);
            }
            app.0.loaded.borrow_mut().take_all(&files, texts);
            then(&app);
        };
        self.options().texts(paths, Box::new(take));
    }

    /// Whether the part of the program with the other screens is there; else it is asked for, and what asks is drawn anew once
    /// it is.
    pub fn has_more(&self) -> bool {
        let is_there = self.0.more.get();
        if !is_there {
            self.fetch_more(None);
        }
        is_there
    }

    /// Asks for that part ahead of time. Where it can't be had, there is nothing to say yet.
    pub(super) fn bring_more(&self) {
        let app = self.clone();
        self.options().part(MORE, move |is_there| {
            if is_there {
                app.take_more();
            }
        });
    }

    /// Fetches that part, and goes to a screen of it unless the visitor has gone elsewhere by then.
    pub(super) fn fetch_more(&self, then: Option<(Screen, bool)>) {
        let (app, turn, waiting) = (self.clone(), self.turn(), self.wait());
        self.options().part(MORE, move |is_there| {
            drop(waiting);
            if !is_there {
                return app.fail(Key::AppFailed);
            }
            app.take_more();
            if let Some((screen, takes_focus)) = then.filter(|_| turn == app.0.turn.get()) {
                app.turn_to(screen, takes_focus);
            }
        });
    }

    /// It may have been asked for several times; what shows it is drawn anew only once.
    fn take_more(&self) {
        if !self.0.more.peek() {
            self.0.more.set(true);
        }
    }

    /// To the plan builder, with what it may begin from.
    pub fn open_plan(&self, handed: &str) {
        let (app, waiting) = (self.clone(), self.wait());
        let failed = move || {
            drop(waiting);
            app.fail(Key::AppFailed);
        };
        self.options().open_plan(handed, Box::new(failed));
    }

    /// Saves or opens a file, once that part of the program is there.
    pub fn files(&self, task: Task) {
        let (app, waiting) = (self.clone(), self.wait());
        self.options().part(PART, move |is_there| {
            drop(waiting);
            if is_there { halves::check_files(&app, task) } else { app.fail(Key::AppFailed) }
        });
    }

    /// Says in the status line, and to the page, that something could not be done.
    pub fn fail(&self, key: Key) {
        self.say(key);
        self.emit("sf-error", &object([("code", "load".into()), ("message", self.t(key).into())]));
    }

    /// Says that something is on its way, unless it is there in a moment, until it is dropped.
    pub fn wait(&self) -> Waiting {
        Waiting::new(&self.0.status, self.t(Key::AppWait))
    }
}
