//! Files that visitors pick or drop on the page.

use super::{
    element::{El, Target},
    event::Host,
    task,
    thing::Thing,
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

/// What JavaScript calls a `File`.
pub struct Given(Thing);

impl Given {
    /// Its size in bytes.
    #[must_use]
    pub fn size(&self) -> usize {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a size, and larger ones stop there"
        )]
        self.0.number("size").map_or(0, |size| size as usize)
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self) -> String {
        self.0.words("name").unwrap_or_default()
    }

    /// Gives what is in it to `then`, as the browser makes text of it, or nothing where it can't be read: what is no UTF-8 is
    /// U+FFFD in it.
    pub fn text(&self, then: impl FnOnce(Option<String>) + 'static) {
        match self.0.promise("text") {
            Some(promise) => task::when(promise, Box::new(move |text| then(text.and_then(|text| text.as_string())))),
            None => then(None),
        }
    }
}

impl El {
    /// A file picked in a file field; the same one can be picked again.
    #[must_use]
    pub fn on_picked(self, then: impl Fn(Given) + 'static) -> El {
        let field: Target = self.element().unchecked_into();
        let then = move |event: Event| {
            if let Some(file) = thing(event).part("target").and_then(|field| first_file(&field)) {
                then(file);
                field.set_value("");
            }
        };
        self.listen("change", Box::new(then))
    }

    /// A file dropped here. Whatever else is dragged goes on as it would.
    #[must_use]
    pub fn on_dropped(self, then: impl Fn(Given) + 'static) -> El {
        let at = self.element().unchecked_into();
        self.hears_at(&at, then)
    }

    /// The same for a file dropped anywhere on the app, as long as this element is in view.
    #[must_use]
    pub fn on_dropped_at(self, host: &Host, then: impl Fn(Given) + 'static) -> El {
        self.hears_at(&host.0.clone().unchecked_into(), then)
    }

    /// All the files picked in a field that takes several.
    #[must_use]
    pub fn on_all_picked(self, then: impl Fn(Vec<Given>) + 'static) -> El {
        let field: Target = self.element().unchecked_into();
        let then = move |event: Event| {
            let files = thing(event).part("target").map(|field| all_files(&field)).unwrap_or_default();
            if !files.is_empty() {
                then(files);
                field.set_value("");
            }
        };
        self.listen("change", Box::new(then))
    }

    /// All the files dropped anywhere on the app at once, as long as this element is in view.
    #[must_use]
    pub fn on_all_dropped_at(self, host: &Host, then: impl Fn(Vec<Given>) + 'static) -> El {
        let at: Target = host.0.clone().unchecked_into();
        let dropped = move |event: Event| {
            let files =
                thing(event.clone()).part("dataTransfer").map(|dragged| all_files(&dragged)).unwrap_or_default();
            if !files.is_empty() {
                event.prevent_default();
                then(files);
            }
        };
        self.listen_at(at.clone(), "dragover", Box::new(|event| let_drop(&event))).listen_at(
            at,
            "drop",
            Box::new(dropped),
        )
    }

    fn hears_at(self, at: &Target, then: impl Fn(Given) + 'static) -> El {
        let dropped = move |event: Event| {
            let file = thing(event.clone()).part("dataTransfer").and_then(|dragged| first_file(&dragged));
            if let Some(file) = file {
                event.prevent_default();
                then(file);
            }
        };
        self.listen_at(at.clone(), "dragover", Box::new(|event| let_drop(&event))).listen_at(
            at.clone(),
            "drop",
            Box::new(dropped),
        )
    }
}

/// Without this the browser would open the file in place of the page.
fn let_drop(event: &Event) {
    if holds_files(event.clone()) {
        event.prevent_default();
    }
}

/// Among the kinds of what is dragged, files are one of the first.
fn holds_files(event: Event) -> bool {
    let kinds = thing(event).part("dataTransfer").and_then(|dragged| dragged.part("types"));
    kinds.is_some_and(|kinds| ["0", "1", "2"].iter().any(|at| kinds.words(at).as_deref() == Some("Files")))
}

fn first_file(holder: &Thing) -> Option<Given> {
    holder.part("files")?.part("0").map(Given)
}

fn all_files(holder: &Thing) -> Vec<Given> {
    let Some(files) = holder.part("files") else { return Vec::new() };
    (0..).map_while(|at: u32| files.part(&at.to_string()).map(Given)).collect()
}

fn thing(event: Event) -> Thing {
    JsValue::from(event).unchecked_into()
}
