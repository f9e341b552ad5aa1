//! A result, or the drill's, as a code for a trainer.

pub mod panel;
mod said;

use super::{app::App, part::shared};
use crate::{
    browser::element::El,
    halves,
    quiz::{answers::Answers, drill::Drill, pack::Pack},
};
use std::rc::Rc;

/// What goes into a code.
pub struct Handed {
    pub questions: Questions,
    pub answers: Answers,
    /// When, seen from a course, they were asked for, where that was noted.
    pub moment: Option<String>,
}

/// The questions.
pub enum Questions {
    Pack(Rc<Pack>),
    Drill(Rc<Drill>),
}

/// The code's place.
pub fn view(app: &App, handed: Handed) -> El {
    let handed = Rc::new(handed);
    shared(app, move |app| halves::code(app, &handed))
}
