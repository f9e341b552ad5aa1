//! Builds the elements of the page, one call after the other, with no copy of them kept beside.
//!
//! Leptos' `view!` gives each piece of a page a type, and a set of functions for that type. For this app they came to more
//! bytes than everything else together, and a visitor on a phone pays for each (ARCHITECTURE.md has the figures). Here all
//! elements share one small piece of code; signals, effects and ownership are Leptos' own.
//!
//! No function here takes markup, so no text can become an element.

mod handle;
mod rows;

pub use handle::Handle;
use leptos::prelude::RenderEffect;
use wasm_bindgen::{
    JsCast, JsValue,
    prelude::{Closure, wasm_bindgen},
};
use web_sys::{Element, Event, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element, with all that must live as long as it is in view. Dropping it ends its listeners and effects.
///
/// It is boxed, and its functions are not inlined, so that a call is a few bytes wherever it is made.
pub struct El(Box<Inner>);

struct Inner {
    element: Target,
    held: Vec<Held>,
}

/// Makes the children of an element from those before.
type Draw = Box<dyn Fn(&Target, Vec<El>) -> Vec<El>>;

/// What an element does besides being there. Held, never read.
#[expect(dead_code, reason = "dropping one ends what it does")]
enum Held {
    Listener(Listener),
    Children(RenderEffect<Vec<El>>),
    Attribute(RenderEffect<()>),
}

/// An element outside the page may still be pressed, by a script say, and must be deaf by then.
struct Listener {
    element: Target,
    event: &'static str,
    then: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.element.unlisten(self.event, &self.then);
    }
}

#[wasm_bindgen]
extern "C" {
    // The names passed to these are literals, and valid: none of them can throw.
    #[wasm_bindgen(js_namespace = document, js_name = createElement)]
    fn create_element(tag: &str) -> Target;
    #[wasm_bindgen(js_namespace = document, js_name = createElementNS)]
    fn create_element_ns(space: &str, tag: &str) -> Target;
    #[wasm_bindgen(js_namespace = document, js_name = createTextNode)]
    fn create_text(text: &str) -> Node;

    /// An element, with the few of its functions that are used here.
    #[wasm_bindgen(extends = Element, extends = Node)]
    #[derive(Clone)]
    pub(super) type Target;
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set(this: &Target, name: &str, value: &str);
    #[wasm_bindgen(method, js_name = toggleAttribute)]
    fn toggle(this: &Target, name: &str, is_there: bool);
    #[wasm_bindgen(method, getter, js_name = clientWidth)]
    fn width(this: &Target) -> i32;
    #[wasm_bindgen(method)]
    fn append(this: &Target, child: &Node);
    #[wasm_bindgen(method, js_name = replaceChildren)]
    fn clear(this: &Target);
    #[wasm_bindgen(method)]
    fn remove(this: &Target);
    #[wasm_bindgen(method, getter, js_name = nextSibling)]
    fn next(this: &Target) -> Option<Node>;
    #[wasm_bindgen(method, js_name = insertBefore)]
    fn insert(this: &Target, child: &Node, in_front_of: Option<&Node>);
    #[wasm_bindgen(method, js_name = addEventListener)]
    fn listen(this: &Target, event: &str, then: &Closure<dyn FnMut(Event)>);
    #[wasm_bindgen(method, js_name = removeEventListener)]
    fn unlisten(this: &Target, event: &str, then: &Closure<dyn FnMut(Event)>);
    #[wasm_bindgen(method)]
    fn focus(this: &Target);
    #[wasm_bindgen(method, setter, structural)]
    pub(super) fn set_value(this: &Target, value: &str);
    #[wasm_bindgen(method, setter, structural)]
    fn set_checked(this: &Target, is_checked: bool);

    type Changed;
    #[wasm_bindgen(method, getter, structural)]
    fn target(this: &Changed) -> Field;
    type Pressed;
    #[wasm_bindgen(method, getter, structural)]
    fn key(this: &Pressed) -> String;
    #[wasm_bindgen(method, getter, structural, js_name = shiftKey)]
    fn with_shift(this: &Pressed) -> bool;

    type Field;
    #[wasm_bindgen(method, getter, structural)]
    fn value(this: &Field) -> String;
    #[wasm_bindgen(method, getter, structural)]
    fn checked(this: &Field) -> bool;
    #[wasm_bindgen(method, getter, structural)]
    fn open(this: &Field) -> bool;
}

/// An HTML element.
#[must_use]
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El::of(create_element(tag))
}

/// An element of a picture.
#[must_use]
#[inline(never)]
pub fn svg(tag: &'static str) -> El {
    El::of(create_element_ns(SVG, tag))
}

#[must_use]
pub fn div(class: &str) -> El {
    el("div").class(class)
}

#[must_use]
pub fn p(class: &str, text: &str) -> El {
    el("p").class(class).text(text)
}

#[must_use]
pub fn span(class: &str, text: &str) -> El {
    el("span").class(class).text(text)
}

impl El {
    fn of(element: Target) -> El {
        El(Box::new(Inner { element, held: Vec::new() }))
    }

    #[must_use]
    #[inline(never)]
    pub fn attr(self, name: &'static str, value: &str) -> El {
        self.0.element.set(name, value);
        self
    }

    #[must_use]
    #[inline(never)]
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
    #[inline(never)]
    pub fn text(self, words: &str) -> El {
        self.0.element.append(&create_text(words));
        self
    }

    #[must_use]
    #[inline(never)]
    pub fn child(mut self, child: El) -> El {
        let Inner { element, mut held } = *child.0;
        self.0.element.append(&element);
        self.0.held.append(&mut held);
        self
    }

    /// Adds each of the children: of a list, or the one there may be.
    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = El>) -> El {
        children.into_iter().fold(self, El::child)
    }

    /// Children that are made anew whenever a signal read in `make` changes.
    #[must_use]
    pub fn live(self, make: impl Fn() -> Vec<El> + 'static) -> El {
        self.live_boxed(Box::new(make))
    }

    /// An attribute that is set anew whenever a signal read in `make` changes.
    #[must_use]
    pub fn live_attr(mut self, name: &'static str, make: impl Fn() -> String + 'static) -> El {
        let element = self.0.element.clone();
        let effect = RenderEffect::new(move |_| element.set(name, &make()));
        self.0.held.push(Held::Attribute(effect));
        self
    }

    /// The value of a field, set anew whenever a signal read in `make` changes.
    #[must_use]
    pub fn live_value(mut self, make: impl Fn() -> String + 'static) -> El {
        let element = self.0.element.clone();
        let effect = RenderEffect::new(move |_| element.set_value(&make()));
        self.0.held.push(Held::Attribute(effect));
        self
    }

    /// Whether a box is ticked, set anew whenever a signal read in `make` changes.
    #[must_use]
    pub fn live_checked(mut self, make: impl Fn() -> bool + 'static) -> El {
        let element = self.0.element.clone();
        let effect = RenderEffect::new(move |_| element.set_checked(make()));
        self.0.held.push(Held::Attribute(effect));
        self
    }

    #[must_use]
    pub fn on(self, event: &'static str, then: impl Fn() + 'static) -> El {
        self.on_boxed(event, Box::new(then))
    }

    /// Something that happens to the whole page, such as `beforeprint`, as long as this element is in view. It is heard on the
    /// window, and through nothing of Leptos', whose own way brings a second allocator along.
    #[must_use]
    pub fn on_window(self, event: &'static str, then: impl Fn() + 'static) -> El {
        let Some(window) = web_sys::window() else { return self };
        self.listen_at(JsValue::from(window).unchecked_into(), event, Box::new(move |_| then()))
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
        let then = move |event: Event| then(Changed::from(JsValue::from(event)).target().value());
        self.listen("change", Box::new(then))
    }

    /// Each stroke in a field, with its new value.
    #[must_use]
    pub fn on_typed(self, then: impl Fn(String) + 'static) -> El {
        let then = move |event: Event| then(Changed::from(JsValue::from(event)).target().value());
        self.listen("input", Box::new(then))
    }

    /// A box that is ticked or no longer.
    #[must_use]
    pub fn on_checked(self, then: impl Fn(bool) + 'static) -> El {
        let then = move |event: Event| then(Changed::from(JsValue::from(event)).target().checked());
        self.listen("change", Box::new(then))
    }

    /// A folded part that opens or closes.
    #[must_use]
    pub fn on_toggle(self, then: impl Fn(bool) + 'static) -> El {
        let then = move |event: Event| then(Changed::from(JsValue::from(event)).target().open());
        self.listen("toggle", Box::new(then))
    }

    /// An event that the browser is kept from answering in its own way, as when something is dragged here.
    #[must_use]
    pub fn on_instead(self, event: &'static str, then: impl Fn() + 'static) -> El {
        let then = move |event: Event| {
            event.prevent_default();
            then();
        };
        self.listen(event, Box::new(then))
    }

    /// A press of a key on a control, by its name as in `ArrowLeft`, and whether Shift is held; where `then` gives `true`, the
    /// browser does nothing more.
    #[must_use]
    pub fn on_key(self, then: impl Fn(&str, bool) -> bool + 'static) -> El {
        let then = move |event: Event| {
            let pressed = Pressed::from(JsValue::from(event.clone()));
            if then(&pressed.key(), pressed.with_shift()) {
                event.prevent_default();
            }
        };
        self.listen("keydown", Box::new(then))
    }

    /// Takes the keyboard's focus once it is on the page, so that it is read out and in view.
    #[must_use]
    #[inline(never)]
    pub fn focused(self, takes_focus: bool) -> El {
        if takes_focus {
            let element = self.0.element.clone();
            super::task::soon(move || element.focus());
        }
        self
    }

    /// Puts this element into `parent`, in place of what stood there.
    pub fn put_into(&self, parent: &Element) {
        parent.replace_children_with_node_1(&self.0.element);
    }

    /// A hold on this element, to change it without drawing it anew.
    #[must_use]
    pub fn handle(&self) -> Handle {
        Handle(self.0.element.clone())
    }

    /// The element itself, for what the other parts of this module do to it.
    #[must_use]
    pub fn element(&self) -> Element {
        self.0.element.clone().into()
    }

    #[inline(never)]
    fn live_boxed(self, make: Box<dyn Fn() -> Vec<El>>) -> El {
        self.drawn(Box::new(move |element, before| {
            // What the old children do ends before the new ones begin.
            drop(before);
            element.clear();
            let children = make();
            for child in &children {
                element.append(&child.0.element);
            }
            children
        }))
    }

    /// Children that `draw` makes of those before.
    #[inline(never)]
    fn drawn(mut self, draw: Draw) -> El {
        let element = self.0.element.clone();
        let effect = RenderEffect::new(move |before: Option<Vec<El>>| draw(&element, before.unwrap_or_default()));
        self.0.held.push(Held::Children(effect));
        self
    }

    #[inline(never)]
    fn on_boxed(self, event: &'static str, then: Box<dyn Fn()>) -> El {
        self.listen(event, Box::new(move |_| then()))
    }

    #[inline(never)]
    pub(super) fn listen(self, event: &'static str, then: Box<dyn FnMut(Event)>) -> El {
        let element = self.0.element.clone();
        self.listen_at(element, event, then)
    }

    /// Listens at another element as long as this one is in view.
    #[inline(never)]
    pub(super) fn listen_at(mut self, element: Target, event: &'static str, then: Box<dyn FnMut(Event)>) -> El {
        let then = Closure::wrap(then);
        element.listen(event, &then);
        self.0.held.push(Held::Listener(Listener { element, event, then }));
        self
    }
}
