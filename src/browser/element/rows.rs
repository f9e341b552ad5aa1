//! Lists whose rows stay as they are when others come, go or move.

use super::{El, Target};
use std::cell::RefCell;
use web_sys::Node;

impl El {
    /// Children by their keys, which `keys` gives anew whenever a signal read in it changes. Those that are there already stay as
    /// they are, but for the ones marked to be made anew.
    #[must_use]
    pub fn live_rows(
        self,
        keys: impl Fn() -> Vec<(String, bool)> + 'static,
        make: impl Fn(&str) -> El + 'static,
    ) -> El {
        self.rows_boxed(Box::new(keys), Box::new(make))
    }

    #[inline(never)]
    fn rows_boxed(self, keys: Box<dyn Fn() -> Vec<(String, bool)>>, make: Box<dyn Fn(&str) -> El>) -> El {
        let known = RefCell::new(Vec::new());
        self.drawn(Box::new(move |element, mut before| {
            let mut names: Vec<String> = known.take();
            let mut rows = Vec::new();
            for (key, is_anew) in keys() {
                let place = names.iter().position(|known| !is_anew && *known == key);
                rows.push(match place {
                    Some(place) => {
                        names.swap_remove(place);
                        before.swap_remove(place)
                    }
                    None => make(&key),
                });
                known.borrow_mut().push(key);
            }
            for gone in before {
                gone.0.element.remove();
            }
            put_in_order(element, &rows);
            rows
        }))
    }
}

/// Moves only what stands elsewhere, since what is moved loses the keyboard's focus.
fn put_in_order(parent: &Target, rows: &[El]) {
    let mut next: Option<Node> = None;
    for row in rows.iter().rev() {
        let row = &row.0.element;
        if !parent.contains(Some(row)) || row.next() != next {
            parent.insert(row, next.as_ref());
        }
        next = Some(Node::clone(row));
    }
}
