//! Saving and opening files in the check.

use super::{
    around::{Around, Holds},
    errand,
    kept::{self, InHand},
    panel,
    task::Task,
};
use crate::{
    browser::{dom, element::El, event::Asker, given::Given, options::Options, storage::Store},
    document::reader,
    files::state::State,
    plan::date::Date,
    ui::{
        app::{self, App},
        opened::kept_results,
    },
    visit::{Screen, Visit},
    words::Key,
};
use serde_json::Value;
use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

/// Begins a task; what lies behind the cut.
pub fn begin(app: &App, task: Task) {
    panel::begin(around(app), task);
}

/// Does what a script of the page asks for; what lies behind the cut.
pub fn run(app: &App, errand: &str, text: &str, asker: Asker) {
    errand::run(around(app), errand, text, asker);
}

fn around(app: &App) -> Rc<dyn Around> {
    let back = Box::new(dom::return_focus(&app.0.host));
    Rc::new(Check { app: Rc::downgrade(&app.0), back: RefCell::new(Some(back)) })
}

struct Check {
    app: Weak<app::Inner>,
    /// Gives the focus back.
    back: RefCell<Option<Box<dyn Fn()>>>,
}

impl Check {
    fn app(&self) -> Option<App> {
        self.app.upgrade().map(App)
    }

    fn store<T>(&self, act: impl FnOnce(&App, &Store) -> T) -> Option<T> {
        self.app().map(|app| act(&app, &app.0.store))
    }
}

impl Around for Check {
    fn options(&self) -> Option<Options> {
        self.app().map(|app| app.options().clone())
    }

    fn lang(&self) -> String {
        self.app().map(|app| app.words().lang.clone()).unwrap_or_default()
    }

    fn id(&self, name: &str) -> String {
        self.app().map(|app| app.id(name)).unwrap_or_default()
    }

    fn level(&self, below: u8) -> String {
        self.app().map(|app| app.level(below)).unwrap_or_default()
    }

    fn say(&self, text: &str) {
        if let Some(app) = self.app() {
            app.0.status.set(text.to_owned());
        }
    }

    fn fail(&self) {
        if let Some(app) = self.app() {
            app.fail(Key::AppFailed);
        }
    }

    fn emit(&self, name: &str, detail: &Value) {
        if let Some(app) = self.app() {
            app.emit(name, detail);
        }
    }

    fn show(&self, view: Option<El>) {
        let Some(app) = self.app() else { return };
        let is_over = view.is_none();
        app.0.files.show(view);
        if let Some(back) = self.back.borrow().as_ref().filter(|_| is_over) {
            back();
        }
    }

    fn hears_drops(&self, part: El, then: Box<dyn Fn(Given)>) -> El {
        match self.app() {
            Some(app) => part.on_dropped_at(&app.0.host, then),
            None => part,
        }
    }

    fn state(&self) -> State {
        let read = |app: &App, store: &Store| {
            let mut visit = (*app.visit()).clone();
            // Another tab may have kept some since.
            visit.take_in(kept_results(store));
            let hand = InHand { session: Some(visit.to_json()), results: Some(visit.results), ..InHand::default() };
            kept::state(store, hand)
        };
        self.store(read).unwrap_or_default()
    }

    fn holds(&self) -> Holds {
        Holds { plans: self.store(|_, store| store.holds_all()).unwrap_or_default(), rest: true }
    }

    fn take_up(&self, now: &State, new: &State) {
        let Some(app) = self.app() else { return };
        let store = &app.0.store;
        kept::keep(store, now, new);
        if now.plans != new.plans || now.archived != new.archived || now.current_plan != new.current_plan {
            kept::write_desk(store, &kept::listed(kept::read_desk(store), now, new));
        }
        let mut visit = (*app.visit()).clone();
        if new.session == now.session {
            visit.results.clone_from(&new.results);
        } else {
            let results = new.results.clone();
            let (read, _) = reader::read(&new.session, |top| Visit::read(top, results));
            visit = Visit { shared: visit.shared.clone(), ..read };
        }
        app.put_visit(visit);
    }

    fn forget(&self) {
        self.store(|_, store| kept::forget(store));
    }

    fn take_pack(&self, text: &str) -> Option<Result<(), String>> {
        let app = self.app()?;
        let fault = app.0.loaded.borrow_mut().bring(text);
        let told = fault.map_or(Ok(()), |place| Err(app.fill(Key::AppPackFaulty, &[("place", &place)])));
        if told.is_ok() {
            app.redraw();
            app.map_answers();
        }
        Some(told)
    }

    fn result_in_view(&self) -> Option<String> {
        match self.app()?.visit().screen.clone() {
            Screen::Result(id) => Some(id),
            _ => None,
        }
    }

    fn note_copy(&self) {
        self.store(|_, store| {
            let mut copies = kept::read_copies(store);
            copies.note_copy(dom::today().parse().unwrap_or(Date::FIRST));
            kept::write_copies(store, &copies);
        });
    }

    fn unreadable(&self) -> Option<String> {
        self.app()?.0.store.set_aside()
    }

    fn to_plan(&self) -> bool {
        self.options().is_some_and(|options| options.has_plan())
    }
}

impl App {
    /// Another visit in place of this one, once what it shows is there; else its start.
    fn put_visit(&self, mut visit: Visit) {
        let files = self.0.loaded.borrow().lacks(self.options(), &visit.screen, &visit);
        self.fetch(files, move |app| {
            if !app.0.loaded.borrow().suffices(&visit.screen, &visit) {
                visit.screen = Screen::Start;
            }
            app.0.undo.set(None);
            app.0.visit.set(Rc::new(visit));
            app.map_answers();
        });
    }
}
