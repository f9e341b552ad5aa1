//! Small parts that several sections are made of.

use super::desk::Desk;
use crate::{
    browser::element::{El, el, svg},
    pages::common::{div, p, span},
    words::TrainerKey,
};

/// A button that does one thing. `class` says how loud it is: `sf-solid`, `sf-line`, `sf-quiet` or `sf-link`.
pub fn button(class: &str, text: &str, press: impl Fn() + 'static) -> El {
    el("button").attr("type", "button").class(&format!("sf-button {class}")).text(text).on("click", press)
}

pub fn press(desk: &Desk, class: &str, key: TrainerKey, act: impl Fn(&Desk) + 'static) -> El {
    button(class, &desk.t(key), desk.then(act))
}

/// Buttons in a row.
pub fn actions(buttons: impl IntoIterator<Item = El>) -> El {
    div("sf-actions").children(buttons)
}

/// A part that folds: what is always there, and what unfolds.
pub fn fold(summary: &str, unfolds: impl IntoIterator<Item = El>) -> El {
    el("details").class("sf-fold").child(el("summary").child(span("", summary))).children(unfolds)
}

/// The way to each section.
pub fn list_of_links(desk: &Desk, sections: &[(&str, TrainerKey)]) -> El {
    let link = |(name, key): &(&str, TrainerKey)| {
        let link = el("a").class("sf-button sf-link").attr("href", &format!("#{}", desk.id(name)));
        el("li").child(link.text(&desk.t(*key)))
    };
    let list = el("ul").class("sf-plain").children(sections.iter().map(link));
    el("nav").class("sf-contents").attr("aria-label", &desk.t(TrainerKey::NavLabel)).child(list)
}

/// A field with its name above, and a note on it below.
pub fn labelled(id: &str, label: &str, field: El, note: &str) -> El {
    let note_id = format!("{id}-note");
    let noted = !note.is_empty();
    let field = if noted { field.attr("aria-describedby", &note_id) } else { field };
    div("sf-field")
        .child(el("label").attr("for", id).text(label))
        .child(field.attr("id", id))
        .children(noted.then(|| p("sf-note", note).attr("id", &note_id)))
}

/// A line to type in.
pub fn input(kind: &str) -> El {
    el("input").class("sf-input").attr("type", kind)
}

/// A choice of one among a few: native radio buttons under a legend. `chosen` is the place of the one that is chosen.
pub fn choice(
    desk: &Desk,
    name: &str,
    legend: &str,
    labels: &[String],
    chosen: usize,
    choose: impl Fn(&Desk, usize) + Clone + 'static,
) -> El {
    let group = desk.id(name);
    let row = |(place, label): (usize, &String)| {
        let (id, choose) = (format!("{group}-{place}"), choose.clone());
        let radio =
            el("input").attr("type", "radio").attr("name", &group).attr("id", &id).flag("checked", place == chosen);
        let radio = radio.on("change", desk.then(move |desk| choose(desk, place)));
        div("sf-option").child(radio).child(el("label").attr("for", &id).text(label))
    };
    let rows = div("sf-choices-row").children(labels.iter().enumerate().map(row));
    el("fieldset").class("sf-options").child(el("legend").text(legend)).child(rows)
}

/// A box to tick.
pub fn tick(id: &str, label: &str, is_ticked: impl Fn() -> bool + 'static, then: impl Fn(bool) + 'static) -> El {
    let tick = el("input").attr("type", "checkbox").attr("id", id).live_checked(is_ticked).on_checked(then);
    div("sf-option").child(tick).child(el("label").attr("for", id).text(label))
}

/// A bar that is filled as far as `part` is of `whole`. It says nothing that the words beside it do not.
pub fn bar(part: usize, whole: usize) -> El {
    let rect =
        |class: &str, width: usize| svg("rect").class(class).attr("width", &width.to_string()).attr("height", "8");
    let filled = (part * 200).checked_div(whole.max(1)).unwrap_or(0);
    let bar = svg("svg").class("sf-gauge").attr("viewBox", "0 0 200 8").attr("preserveAspectRatio", "none");
    bar.attr("aria-hidden", "true").child(rect("sf-gauge-all", 200)).child(rect("sf-gauge-part", filled))
}

/// A table. Each row begins with its name, and each cell of it knows the name of its column, under which it stands on a phone.
pub fn table(caption: &str, heads: &[String], rows: Vec<(El, Vec<El>)>) -> El {
    let head = |text: &String| el("th").attr("scope", "col").text(text);
    let row = |(name, cells): (El, Vec<El>)| {
        let labelled = cells.into_iter().zip(heads.iter().skip(1));
        let cells = labelled.map(|(cell, head)| el("td").attr("data-label", head).child(cell));
        el("tr").child(name.attr("scope", "row")).children(cells)
    };
    el("table")
        .class("sf-table")
        .child(el("caption").class("sf-hidden").text(caption))
        .child(el("thead").child(el("tr").children(heads.iter().map(head))))
        .child(el("tbody").children(rows.into_iter().map(row)))
}
