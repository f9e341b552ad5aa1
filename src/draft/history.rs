//! Undo and redo.

use super::{
    edit::{Act, Edit, apply},
    place::Place,
};
use serde_json::Value;
use std::collections::VecDeque;

/// Older steps than this are forgotten.
pub const MAX_STEPS: usize = 200;

/// The steps that can be taken back, and those that were. Each is the edits that do so, in the order to apply them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    done: VecDeque<Vec<Edit>>,
    undone: Vec<Vec<Edit>>,
    /// The latest step goes on as long as the same field is being typed in.
    open: bool,
}

impl History {
    /// Makes a step of `edits`, or none at all: where one cannot be applied, those before it are taken back.
    pub fn change(&mut self, files: &mut Vec<Value>, edits: Vec<Edit>) -> bool {
        let Some(back) = apply_all(files, edits) else {
            return false;
        };
        self.undone.clear();
        let typed = typed_in(&back);
        let goes_on = self.open && typed.is_some() && self.done.back().is_some_and(|step| typed_in(step) == typed);
        self.open = typed.is_some();
        if !goes_on {
            self.done.push_back(back);
        }
        if self.done.len() > MAX_STEPS {
            self.done.pop_front();
        }
        true
    }

    /// What comes next in the same field is a step of its own.
    pub fn pause(&mut self) {
        self.open = false;
    }

    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Takes the latest step back; gives the edits that did.
    pub fn undo(&mut self, files: &mut Vec<Value>) -> Option<Vec<Edit>> {
        let step = self.done.pop_back()?;
        self.pause();
        self.undone.push(apply_all(files, step.clone())?);
        Some(step)
    }

    /// Does the step again that was taken back last; gives the edits that did.
    pub fn redo(&mut self, files: &mut Vec<Value>) -> Option<Vec<Edit>> {
        let step = self.undone.pop()?;
        self.pause();
        self.done.push_back(apply_all(files, step.clone())?);
        Some(step)
    }
}

/// All of them or none; gives what takes them back.
fn apply_all(files: &mut Vec<Value>, edits: Vec<Edit>) -> Option<Vec<Edit>> {
    let mut back = Vec::with_capacity(edits.len());
    let count = edits.len();
    back.extend(edits.into_iter().map_while(|edit| apply(files, edit)));
    let is_done = back.len() == count;
    back.reverse();
    if is_done {
        return Some(back);
    }
    for edit in back {
        apply(files, edit);
    }
    None
}

/// The field in which a step is typing, in one file or in all.
fn typed_in(step: &[Edit]) -> Option<(usize, &Place)> {
    match step.first()? {
        Edit::Within { file, place, act: Act::Set(Some(Value::String(_))) } => Some((*file, place)),
        _ => None,
    }
}
