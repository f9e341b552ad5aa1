//! Small parts of the builder's screens, beside those it shares with the check (`ui/part.rs`).

use super::planner::Planner;
use crate::{
    browser::element::{El, el},
    plan::link::Place,
    ui::part::{button, p},
    words::PlanKey,
};

/// The first heading of a screen. After a step it takes the focus, so that a keyboard or a screen reader starts there.
pub fn title(planner: &Planner, text: &str) -> El {
    let takes_focus = planner.take_moved();
    planner.options().tell_title(text, &planner.lang());
    let heading = el("h2").class("sf-title").attr("aria-level", &planner.level(0));
    heading.attr("tabindex", "-1").text(text).focused(takes_focus)
}

/// A heading `below` the first one.
pub fn heading(planner: &Planner, below: u8, text: &str) -> El {
    let class = if below == 1 { "sf-heading" } else { "sf-heading sf-heading-2" };
    el("h3").class(class).attr("aria-level", &planner.level(below)).text(text)
}

/// A button with a text of ours.
pub fn press(planner: &Planner, class: &str, key: PlanKey, act: impl Fn(&Planner) + 'static) -> El {
    button(class, &planner.t(key), planner.then(act))
}

/// A small button whose text says what it does, and whose name says to what.
pub fn press_for(planner: &Planner, key: PlanKey, name: &str, act: impl Fn(&Planner) + 'static) -> El {
    let text = planner.t(key);
    let full = planner.fill(PlanKey::ListDoTo, &[("do", &text), ("name", name)]);
    button("sf-link sf-small", &text, planner.then(act)).attr("aria-label", &full)
}

/// The same for a row, whose name its label follows.
pub fn press_row(planner: &Planner, key: PlanKey, place: &Place, act: impl Fn(&Planner, &Place) + 'static) -> El {
    let at = place.clone();
    let text = planner.t(key);
    let button = button("sf-link sf-small", &text, planner.then(move |planner| act(planner, &at)));
    named_for(planner, button, &text, place)
}

/// A button whose name says to which row it does what its text says.
pub fn named_for(planner: &Planner, button: El, text: &str, place: &Place) -> El {
    let (at, text) = (place.clone(), text.to_owned());
    let name = move |planner: &Planner| planner.fill(PlanKey::ListDoTo, &[("do", &text), ("name", &planner.name(&at))]);
    button.live_attr("aria-label", planner.then(name))
}

/// A paragraph of help.
pub fn note(text: &str) -> El {
    p("sf-note", text)
}
