//! A word to whoever waits.

use super::{task::Later, watched::Watched};

/// Says in a status line that something is on its way, where that takes longer than a moment. Dropping it takes the words back.
pub struct Waiting {
    status: Watched<String>,
    words: String,
    _later: Later,
}

/// In milliseconds. What is there sooner needs no words, which would only flicker.
const MOMENT: i32 = 700;

impl Waiting {
    #[must_use]
    pub fn new(status: &Watched<String>, words: String) -> Waiting {
        let (line, said) = (status.clone(), words.clone());
        Waiting { status: status.clone(), words, _later: Later::new(MOMENT, move || line.set(said)) }
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        // Whatever was said since stays.
        if self.status.peek() == self.words {
            self.status.set(String::new());
        }
    }
}
