//! Builds the elements of the page, one call after the other, with no copy of them kept beside.
//!
//! Leptos' `view!` gives each piece of a page a type, and a set of functions for that type. For this app they came to more
//! bytes than everything else together, and a visitor on a phone pays for each (ARCHITECTURE.md has the figures). Here all
//! elements share one small piece of code; signals, effects and ownership are Leptos' own.
//!
//! No function here takes markup, so no text can become an element.

use leptos::prelude::RenderEffect;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use web_sys::{Element, Event, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element, with all that must live as long as it is in view. Dropping it ends its listeners and effects.
pub struct El {
    element: Element,
    held: Vec<Held>,
}

/// What an element does besides being there. Held, never read.
#[expect(dead_code, reason = "dropping one ends what it does")]
enum Held {
    Listener(Closure<dyn FnMut(Event)>),
    Children(RenderEffect<Vec<Held>>),
    Attribute(RenderEffect<()>),
}

#[wasm_bindgen]
extern "C" {
    // The names passed to these are literals, and valid: none of them can throw.
    #[wasm_bindgen(js_namespace = document, js_name = createElement)]
    fn create_element(tag: &str) -> Element;
    #[wasm_bindgen(js_namespace = document, js_name = createElementNS)]
    fn create_element_ns(space: &str, tag: &str) -> Element;
    #[wasm_bindgen(js_namespace = document, js_name = createTextNode)]
    fn create_text(text: &str) -> Node;

    #[wasm_bindgen(extends = Element)]
    type Target;
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set(this: &Target, name: &str, value: &str);
    #[wasm_bindgen(method)]
    fn append(this: &Target, child: &Node);
    #[wasm_bindgen(method, js_name = replaceChildren)]
    fn clear(this: &Target);
    #[wasm_bindgen(method, js_name = addEventListener)]
    fn listen(this: &Target, event: &str, then: &Closure<dyn FnMut(Event)>);
    #[wasm_bindgen(method)]
    fn focus(this: &Target);

    type Changed;
    #[wasm_bindgen(method, getter, structural)]
    fn target(this: &Changed) -> Field;
    type Field;
    #[wasm_bindgen(method, getter, structural)]
    fn value(this: &Field) -> String;
}

/// An HTML element.
#[must_use]
pub fn el(tag: &'static str) -> El {
    El {
        element: create_element(tag),
        held: Vec::new(),
    }
}

/// An element of a picture.
#[must_use]
pub fn svg(tag: &'static str) -> El {
    El {
        element: create_element_ns(SVG, tag),
        held: Vec::new(),
    }
}

impl El {
    #[must_use]
    pub fn attr(self, name: &'static str, value: &str) -> El {
        self.target().set(name, value);
        self
    }

    #[must_use]
    pub fn class(self, names: &str) -> El {
        self.attr("class", names)
    }

    /// An attribute that is there or not, such as `checked`.
    #[must_use]
    pub fn flag(self, name: &'static str, is_there: bool) -> El {
        if is_there { self.attr(name, "") } else { self }
    }

    /// Adds words.
    #[must_use]
    pub fn text(self, words: &str) -> El {
        self.target().append(&create_text(words));
        self
    }

    #[must_use]
    pub fn child(mut self, mut child: El) -> El {
        self.target().append(&child.element);
        self.held.append(&mut child.held);
        self
    }

    /// Adds each of the children: of a list, or the one there may be.
    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = El>) -> El {
        children.into_iter().fold(self, El::child)
    }

    /// Children that are made anew whenever a signal read in `make` changes.
    #[must_use]
    pub fn live(mut self, make: impl Fn() -> Vec<El> + 'static) -> El {
        let element = self.element.clone();
        let effect = RenderEffect::new(move |before: Option<Vec<Held>>| {
            // What the old children do ends before the new ones begin.
            drop(before);
            fill(&element, make())
        });
        self.held.push(Held::Children(effect));
        self
    }

    /// An attribute that is set anew whenever a signal read in `make` changes.
    #[must_use]
    pub fn live_attr(mut self, name: &'static str, make: impl Fn() -> String + 'static) -> El {
        let target = Target::from(wasm_bindgen::JsValue::from(&self.element));
        let effect = RenderEffect::new(move |_| target.set(name, &make()));
        self.held.push(Held::Attribute(effect));
        self
    }

    #[must_use]
    pub fn on(self, event: &'static str, then: impl Fn() + 'static) -> El {
        self.listen(event, Box::new(move |_| then()))
    }

    /// A press of Enter or of the form's own button; the page goes nowhere.
    #[must_use]
    pub fn on_submit(self, then: impl Fn() + 'static) -> El {
        let then = move |event: Event| {
            event.prevent_default();
            then();
        };
        self.listen("submit", Box::new(then))
    }

    /// A change of a field, with its new value.
    #[must_use]
    pub fn on_value(self, then: impl Fn(String) + 'static) -> El {
        let then = move |event: Event| then(Changed::from(wasm_bindgen::JsValue::from(event)).target().value());
        self.listen("change", Box::new(then))
    }

    /// Takes the keyboard's focus once it is on the page, so that it is read out and in view.
    #[must_use]
    pub fn focused(self, takes_focus: bool) -> El {
        if takes_focus {
            let target = Target::from(wasm_bindgen::JsValue::from(&self.element));
            leptos::task::spawn_local(async move { target.focus() });
        }
        self
    }

    /// Puts this element into `parent`, in place of what stood there.
    pub fn put_into(&self, parent: &Element) {
        parent.replace_children_with_node_1(&self.element);
    }

    /// The element itself, for what the other parts of this module do to it.
    #[must_use]
    pub fn element(&self) -> Element {
        self.element.clone()
    }

    fn listen(mut self, event: &'static str, then: Box<dyn FnMut(Event)>) -> El {
        let then = Closure::wrap(then);
        self.target().listen(event, &then);
        self.held.push(Held::Listener(then));
        self
    }

    fn target(&self) -> &Target {
        use wasm_bindgen::JsCast;
        self.element.unchecked_ref()
    }
}

fn fill(element: &Element, children: Vec<El>) -> Vec<Held> {
    use wasm_bindgen::JsCast;
    let target: &Target = element.unchecked_ref();
    target.clear();
    let mut held = Vec::new();
    for mut child in children {
        target.append(&child.element);
        held.append(&mut child.held);
    }
    held
}
