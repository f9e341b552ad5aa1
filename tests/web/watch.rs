//! What a page hears: the app's events, and exceptions that nobody caught.

use js_sys::{JSON, Reflect};
use serde_json::Value;
use std::{cell::RefCell, mem, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{CustomEvent, Element, Event, EventTarget};

const EVENTS: [&str; 9] = [
    "sf-ready",
    "sf-start",
    "sf-step",
    "sf-complete",
    "sf-plan-change",
    "sf-export",
    "sf-reset",
    "sf-storage",
    "sf-error",
];

/// A name and what came with it.
pub type Heard = Rc<RefCell<Vec<(String, Value)>>>;

/// Listens until it is dropped.
pub struct Listener {
    on: EventTarget,
    names: &'static [&'static str],
    heard: Closure<dyn FnMut(Event)>,
}

impl Listener {
    fn new(on: &EventTarget, names: &'static [&'static str], heard: impl FnMut(Event) + 'static) -> Listener {
        let heard = Closure::new(heard);
        for name in names {
            on.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref()).unwrap();
        }
        Listener { on: on.clone(), names, heard }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        for name in self.names {
            self.on.remove_event_listener_with_callback(name, self.heard.as_ref().unchecked_ref()).unwrap();
        }
    }
}

/// The events that reach the document from `root`, which may stand in a shadow root.
pub struct Events {
    heard: Heard,
    _listener: Listener,
}

impl Events {
    pub fn from(root: &Element) -> Events {
        let (root, heard) = (JsValue::from(root), Heard::default());
        let write = heard.clone();
        let listener = Listener::new(&document(), &EVENTS, move |event| {
            if event.composed_path().get(0) == root {
                let detail = event.dyn_ref::<CustomEvent>().unwrap().detail();
                write.borrow_mut().push((event.type_(), to_value(&detail)));
            }
        });
        Events { heard, _listener: listener }
    }

    /// What was heard since the last time.
    pub fn take(&self) -> Vec<(String, Value)> {
        mem::take(&mut self.heard.borrow_mut())
    }

    /// The names of what was heard since the last time.
    pub fn names(&self) -> Vec<String> {
        self.take().into_iter().map(|(name, _)| name).collect()
    }
}

/// Exceptions and broken promises that nobody caught. Those that nobody asked about fail the test in the end.
pub struct Exceptions {
    heard: Rc<RefCell<Vec<String>>>,
    _listener: Listener,
}

impl Exceptions {
    pub fn watch() -> Exceptions {
        let heard = Rc::new(RefCell::new(Vec::new()));
        let write = heard.clone();
        let listener = Listener::new(&window(), &["error", "unhandledrejection"], move |event| {
            event.prevent_default();
            let says = |name: &str| Reflect::get(&event, &name.into()).ok().filter(|value| !value.is_undefined());
            write.borrow_mut().push(format!("{:?}", says("error").or_else(|| says("reason"))));
        });
        Exceptions { heard, _listener: listener }
    }
}

impl Drop for Exceptions {
    fn drop(&mut self) {
        let heard = self.heard.take();
        assert!(heard.is_empty(), "exceptions: {heard:?}");
    }
}

/// A window's or an element's own event.
pub fn dispatch(on: &EventTarget, name: &str) -> Event {
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = Event::new_with_event_init_dict(name, &init).unwrap();
    on.dispatch_event(&event).unwrap();
    event
}

pub fn window() -> web_sys::Window {
    web_sys::window().unwrap()
}

pub fn document() -> web_sys::Document {
    window().document().unwrap()
}

pub fn to_value(value: &JsValue) -> Value {
    let text = JSON::stringify(value).unwrap().as_string();
    text.map_or(Value::Null, |text| serde_json::from_str(&text).unwrap())
}
