//! What a session is to ask, and where, as it is being chosen.

use crate::course::session::Session;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The address of the learners' page.
    pub page: String,
    /// Whether the pack is one of the trainer's own, at this address.
    pub has_own: bool,
    pub own: String,
    /// The number of the drill's order as it was typed, which may be none.
    pub seed_typed: String,
    pub session: Session,
}

impl Asked {
    /// The full check, on the page beside this one; the same order of the drill for all.
    pub fn new(base: &str) -> Asked {
        let session = Session { view: "quiz".to_owned(), pack: "full".to_owned(), seed: Some(1), ..Session::default() };
        Asked {
            page: format!("{base}index.html"),
            has_own: false,
            own: String::new(),
            seed_typed: "1".to_owned(),
            session,
        }
    }

    /// What the link says.
    pub fn said(&self) -> Session {
        let pack = if self.has_own { &self.own } else { &self.session.pack };
        Session { pack: pack.clone(), ..self.session.clone() }
    }

    pub fn type_seed(&mut self, typed: &str) {
        typed.clone_into(&mut self.seed_typed);
        self.session.seed = typed.trim().parse().ok();
    }
}
