//! What is known of files before their part of the program is there.

use crate::browser::{element::El, given::Given, watched::Watched};
use std::rc::Rc;

/// The part's name among the page's files.
pub const PART: &str = "plan-files";

/// What somebody wants to do.
pub enum Task {
    /// Save everything.
    Save,
    /// Save the result with this id.
    SaveResult(String),
    /// Choose a file to open.
    Open,
    /// Open a file that was dropped.
    Take(Given),
}

/// Makes what is shown of a task that is under way.
pub type View = Rc<dyn Fn() -> Vec<El>>;

/// Where an app shows it.
pub struct Place(pub Watched<Option<View>>);

impl Place {
    pub fn new() -> Place {
        Place(Watched::new(None))
    }

    /// What there is to show, followed from now on.
    pub fn draw(&self) -> Vec<El> {
        self.0.get().map(|view| view()).unwrap_or_default()
    }
}
