//! Undo and redo.

use super::{
    edit::{Edit, Name, Part, Refused},
    plan::Plan,
};
use std::collections::VecDeque;

/// Older steps than this are forgotten.
pub const MAX_STEPS: usize = 200;

/// The steps that can be taken back, and those that were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// What takes each step back, the latest last.
    done: VecDeque<Step>,
    /// What does each step again, the one taken back last standing last.
    undone: Vec<Step>,
    /// The latest step goes on as long as the same field is being typed in.
    open: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    name: Name,
    edit: Edit,
}

impl History {
    /// Applies `edit`, to be taken back later. Typing in one field is one step, until [`History::pause`].
    ///
    /// # Errors
    /// [`Refused`], with the reason; then nothing has changed.
    pub fn change(&mut self, plan: &mut Plan, edit: Edit) -> Result<(), Refused> {
        let applied = plan.apply(edit)?;
        self.undone.clear();
        let field = field_of(&applied.inverse);
        let goes_on =
            self.open && field.is_some() && self.done.back().is_some_and(|step| field_of(&step.edit) == field);
        self.open = field.is_some();
        if !goes_on {
            self.done.push_back(Step { name: applied.name, edit: applied.inverse });
        }
        if self.done.len() > MAX_STEPS {
            self.done.pop_front();
        }
        Ok(())
    }

    /// What comes next in the same field is a step of its own.
    pub fn pause(&mut self) {
        self.open = false;
    }

    /// The edit that undo would apply.
    #[must_use]
    pub fn to_undo(&self) -> Option<&Edit> {
        self.done.back().map(|step| &step.edit)
    }

    /// The edit that redo would apply.
    #[must_use]
    pub fn to_redo(&self) -> Option<&Edit> {
        self.undone.last().map(|step| &step.edit)
    }

    /// What undo would take back.
    #[must_use]
    pub fn undoes(&self) -> Option<Name> {
        self.done.back().map(|step| step.name)
    }

    /// What redo would do again.
    #[must_use]
    pub fn redoes(&self) -> Option<Name> {
        self.undone.last().map(|step| step.name)
    }

    /// Takes the latest step back, and names it.
    pub fn undo(&mut self, plan: &mut Plan) -> Option<Name> {
        let step = self.done.pop_back()?;
        self.pause();
        let name = step.name;
        self.undone.push(Step { name, edit: plan.apply(step.edit).ok()?.inverse });
        Some(name)
    }

    /// Does the step again that was taken back last, and names it.
    pub fn redo(&mut self, plan: &mut Plan) -> Option<Name> {
        let step = self.undone.pop()?;
        self.pause();
        let name = step.name;
        self.done.push_back(Step { name, edit: plan.apply(step.edit).ok()?.inverse });
        Some(name)
    }
}

fn field_of(edit: &Edit) -> Option<(&Part, &str)> {
    if let Edit::Set { of, field, .. } = edit { Some((of, field)) } else { None }
}
