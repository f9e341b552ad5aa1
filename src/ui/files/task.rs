//! What is known of files before their part of the program is there.

use crate::{
    browser::{
        element::{El, Handle},
        given::Given,
    },
    ui::part::div,
};
use std::cell::RefCell;

/// The part's name among the page's files.
pub const PART: &str = "plan-files";

/// What somebody wants to do.
pub enum Task {
    /// Save everything.
    Save,
    /// Save the result in view.
    SaveResult,
    /// Save what could not be read and was set aside.
    SaveUnreadable,
    /// Choose a file to open.
    Open,
    /// Open a file that was dropped.
    Take(Given),
}

/// Where an app shows what is under way. What is in it is put there by the part itself, so that an app whose visitor never
/// saves anything knows next to nothing of it.
#[derive(Default)]
pub struct Place {
    at: RefCell<Option<Handle>>,
    shown: RefCell<Option<El>>,
}

impl Place {
    /// The element itself, empty.
    pub fn element(&self) -> El {
        let place = div("");
        self.at.replace(Some(place.handle()));
        place
    }

    /// Shows `view` there, in place of what was shown.
    pub fn show(&self, view: Option<El>) {
        if let Some(at) = &*self.at.borrow() {
            at.hold(view.as_ref());
        }
        // What it did before ends only now: it may be what called this.
        let before = self.shown.replace(view);
        crate::browser::task::soon(move || drop(before));
    }
}
