//! What saving and opening files knows of the app it works in.

use crate::{
    browser::{element::El, given::Given, options::Options},
    files::state::State,
};
use serde_json::Value;

/// The check, or the plan builder. None of these keeps the app from ending; once it has ended, they do nothing.
pub trait Around {
    fn options(&self) -> Option<Options>;
    /// The language in use, followed from now on.
    fn lang(&self) -> String;
    /// An id for `name` that nothing else on the page has.
    fn id(&self, name: &str) -> String;
    /// The level of a heading `below` the first one.
    fn level(&self, below: u8) -> String;
    /// Says something in the status line.
    fn say(&self, text: &str);
    /// Says that this part could not be loaded.
    fn fail(&self);
    /// Tells the page what happened.
    fn emit(&self, name: &str, detail: &Value);
    /// Shows this beside the screen, in place of what was shown there; with nothing, the focus goes back to where it was.
    fn show(&self, view: Option<El>);
    /// A part of the page that hears of files dropped on the app, unless the app itself does.
    fn hears_drops(&self, part: El, then: Box<dyn Fn(Given)>) -> El;
    /// Everything there is at this moment, kept or not.
    fn state(&self) -> State;
    /// What of it this app can take up: where the browser keeps nothing, only what it has in hand itself.
    fn holds(&self) -> Holds;
    /// From now on `new` is what there is, in place of `now`: keeps it, and shows it.
    fn take_up(&self, now: &State, new: &State);
    /// Keeps nothing any more of what there was.
    fn forget(&self);
    /// Takes in a file of questions and offers them, with what is wrong with it as the error; nothing where no questions are
    /// asked.
    fn take_pack(&self, text: &str) -> Option<Result<(), String>>;
    /// The id of the result in view, if there is one.
    fn result_in_view(&self) -> Option<String>;
    /// Everything was saved today.
    fn note_copy(&self);
    /// What could not be read and was set aside, as JSON; nothing where nothing is kept.
    fn unreadable(&self) -> Option<String>;
    /// What the button to the plan says, where there is a plan elsewhere on this page.
    fn to_plan(&self) -> bool;
}

/// What an app can take up.
pub struct Holds {
    pub plans: bool,
    /// Results, and the check under way.
    pub rest: bool,
}

/// Everything there is, as a `strategy-first/backup`.
pub fn export_state(around: &dyn Around, saved_at: &str) -> Value {
    around.state().to_json(saved_at)
}
