//! How the screens follow the desk and the plan: what was pressed or typed in at once, all else once that has been drawn, so that
//! no press waits for a long screen.

use super::planner::Planner;
use crate::{browser::task, desk::View, plan::edit::Touch};

impl Planner {
    /// Has the screen show the desk as it is by then.
    pub(super) fn show_once_drawn(&self) {
        self.0.is_to_show.set(true);
        let planner = self.clone();
        task::once_drawn(Box::new(move || planner.show()));
    }

    /// Has the screen show the desk as it is now, where it was changed since.
    pub(super) fn show(&self) {
        if self.take_up_desk() {
            self.0.shown.set(self.0.shown.peek());
        }
    }

    /// Takes up the desk as what is shown when the screen is drawn next; gives whether it was changed since.
    pub(super) fn take_up_desk(&self) -> bool {
        let is_to_show = self.0.is_to_show.take();
        if is_to_show {
            let desk = self.0.desk.peek();
            self.0.shown.set_quietly(desk.clone());
            if desk.view == View::Guided {
                self.see(&desk.section);
            }
        }
        is_to_show
    }

    /// Shows what was touched as it is now; names and findings wait for [`Planner::follow_up`].
    pub(super) fn show_touched(&self, touches: &[Touch]) {
        for touch in touches {
            if let Touch::Name(_) = touch {
                self.0.renamed.borrow_mut().push(touch.clone());
            } else {
                self.0.spots.changed(std::slice::from_ref(touch));
            }
        }
        self.0.changed.set(self.0.changed.peek() + 1);
    }

    /// Has names and findings follow what has changed, once that itself has been drawn.
    pub(super) fn follow_once_drawn(&self) {
        let planner = self.clone();
        task::once_drawn(Box::new(move || planner.follow_up()));
    }

    /// Has names and findings follow what has changed.
    pub(super) fn follow_up(&self) {
        let renamed = self.0.renamed.take();
        self.0.spots.changed(&renamed);
        self.check_now();
    }

    /// Everything on the screen is of another plan than before.
    pub(super) fn all_changed(&self) {
        self.0.spots.all_changed();
        self.0.changed.set(self.0.changed.peek() + 1);
        self.0.settled.set(self.0.settled.peek() + 1);
    }
}
