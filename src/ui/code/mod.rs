//! A result, or the drill's, as a code for a trainer: a part of the program that is loaded with the first one somebody asks for.

pub mod panel;
mod said;

use super::{app::App, part::div};
use crate::{
    browser::{element::El, watched::Watched},
    halves,
    quiz::{answers::Answers, drill::Drill, pack::Pack},
    words::Key,
};
use std::rc::Rc;

/// The part's name among the page's files.
const PART: &str = "plan-code";

/// What goes into a code.
pub struct Handed {
    pub asked: Asked,
    pub answers: Answers,
    /// When, seen from a course, they were asked for, where that was noted.
    pub moment: Option<String>,
}

/// The questions.
pub enum Asked {
    Pack(Rc<Pack>),
    Drill(Rc<Drill>),
}

/// The code's place, filled once its part is there.
pub fn view(app: &App, handed: Handed) -> El {
    let (handed, is_there) = (Rc::new(handed), Watched::new(false));
    let (waiting, loaded) = (app.clone(), is_there.clone());
    app.options().part(PART, move |is_there| if is_there { loaded.set(true) } else { waiting.fail(Key::AppFailed) });
    let code = app.then(move |app| if is_there.get() { halves::code(app, &handed) } else { Vec::new() });
    div("").live(code)
}
