//! What the page around an app does with it: it changes what the app was opened with, hands over what somebody did before the
//! app was there, and sends it on errands.

use super::{
    app::App,
    loaded::{File, is_built_in},
    opened::lang_now,
};
use crate::{browser::event::Asker, halves, quiz::answers::Answers, visit::Screen, words::Key};

/// An app that was mounted, the check or the plan builder.
pub trait Hosted {
    /// What the app was opened with has changed: the field `name` of its options. The part `more` is there.
    fn follow(&self, name: &str);
    /// Does what a script of the page asks for. The part `files` is there.
    fn run(&self, errand: &str, text: &str, asker: Asker);
    /// What is to be done before the app ends.
    fn leave(&self);
}

impl Hosted for App {
    fn follow(&self, name: &str) {
        halves::follow(self, name);
    }

    fn run(&self, errand: &str, text: &str, asker: Asker) {
        halves::check_errand(self, errand, text, asker);
    }

    fn leave(&self) {}
}

/// Takes in what the page has changed.
pub fn follow(app: &App, name: &str) {
    match name {
        "lang" => app.follow_lang(),
        "view" => app.follow_view(),
        "pack" => app.follow_pack(),
        _ => app.redraw(),
    }
}

impl App {
    /// Draws everything anew.
    pub(super) fn redraw(&self) {
        self.0.words.set(self.0.words.peek());
    }

    fn follow_lang(&self) {
        self.speak(lang_now(&self.0.store, self.options()), false);
    }

    /// Nobody pressed anything, so the focus stays where it is.
    fn follow_view(&self) {
        let is_drill = self.visit().screen == Screen::Drill;
        match self.options().view().as_deref() == Some("drill") {
            true if !is_drill => self.turn_to(Screen::Drill, false),
            false if is_drill => self.turn_to(Screen::Start, false),
            _ => self.redraw(),
        }
    }

    /// A check under way goes on; the start offers the other questions.
    fn follow_pack(&self) {
        let brought = self.options().pack().filter(|pack| !pack.is_empty() && !is_built_in(pack));
        self.0.loaded.borrow_mut().forget_brought();
        let asked = self.options().pack();
        let mut files: Vec<File> = brought.map(File::Brought).into_iter().collect();
        files.extend(self.0.loaded.borrow().lacks(self.options(), &Screen::Start, &self.visit()));
        self.fetch(files, move |app| {
            if app.options().pack() != asked {
                // The page has changed its mind since.
                return app.follow_pack();
            }
            app.redraw();
            app.map_answers();
            let fault = app.0.loaded.borrow().fault.clone();
            let said = fault.map(|place| app.fill(Key::AppPackFaulty, &[("place", &place)]));
            app.0.status.set(said.unwrap_or_default());
        });
    }

    /// Goes on from what somebody did on the page's first card, before the app was there: a pack begun, and what was done on
    /// its first questions, which is done again here.
    pub fn take_over(&self) {
        let options = self.options();
        let Some(pack) = options.begun() else { return };
        let acts = options.acts();
        let go_on = move |app: &App| {
            for act in acts.split_whitespace() {
                match act {
                    "next" => app.next(),
                    "skip" => app.skip(),
                    "back" => app.back(),
                    answer => app.answer(answer),
                }
            }
            // The page gives the focus to where it was.
            app.0.moved.set(false);
            app.draw();
        };
        self.begin_then(&pack, &Answers::default(), Some(Box::new(go_on)));
    }
}
