//! What a script of the page may ask for, without a press: everything as a file, to bring one in, or to remove everything.

use super::{
    around::{Around, export_state},
    panel::{Panel, with_words},
};
use crate::browser::{dom, event::Asker};
use std::rc::Rc;

/// Does what `name` says, with a text for what needs one.
pub fn run(around: Rc<dyn Around>, name: &str, text: &str, asker: Asker) {
    let (name, text) = (name.to_owned(), text.to_owned());
    with_words(around, move |panel| {
        let failed = || Err("its files could not be loaded".to_owned());
        asker.tell(panel.map_or_else(failed, |panel| panel.run(&name, &text)));
    });
}

impl Panel {
    fn run(&self, name: &str, text: &str) -> Result<String, String> {
        match name {
            "export" => Ok(export_state(&*self.around, &dom::now()).to_string()),
            "import" => self.import(text).map(|()| String::new()),
            "reset" => {
                self.empty();
                Ok(String::new())
            }
            _ => Err(name.to_owned()),
        }
    }
}
