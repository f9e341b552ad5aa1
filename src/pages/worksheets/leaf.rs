//! A leaf of paper: blocks, and under them the sheet's name and the number of the page.

use super::desk::Desk;
use crate::{
    browser::element::{El, el},
    pages::common::{div, p, span},
    words::WorksheetKey,
    worksheet::{Block, Cell, Choice, Field, Frame, FramePart, Holds, Question, Ruled, Sheet},
};

/// The leaves of a sheet, each with its blocks.
pub fn leaves(desk: &Desk, sheet: &Sheet, leaves: &[Vec<&Block>]) -> Vec<El> {
    let total = leaves.len().to_string();
    let leaf = |(number, blocks): (usize, &Vec<&Block>)| {
        let number = number.to_string();
        let blanks = [("sheet", sheet.name.as_str()), ("n", &number), ("total", &total)];
        let foot = p("sf-leaf-foot", "")
            .child(span("", &sheet.name))
            .child(span("", "Strategy First"))
            .child(span("", &desk.page().fill(WorksheetKey::LeafNumber, &blanks)));
        el("section")
            .class("sf-leaf")
            .attr("aria-label", &desk.page().fill(WorksheetKey::LeafLabel, &blanks))
            .child(div("sf-leaf-body").children(blocks.iter().map(|block| self::block(desk, block))))
            .child(foot)
    };
    (1..).zip(leaves).map(leaf).collect()
}

/// A block, which leaves its own space above and below.
pub fn block(desk: &Desk, block: &Block) -> El {
    match block {
        Block::Title { name, lead, about } => {
            let about = about.iter().map(|about| p("sf-leaf-about", about));
            div("sf-block sf-leaf-title")
                .child(el("h3").text(name))
                .children(about)
                .children(text("sf-leaf-lead", lead))
        }
        Block::Signature(labels) => {
            let one = |label: &String| div("sf-sign").child(span("", label)).child(span("sf-rule", ""));
            div("sf-block sf-signs").children(labels.iter().map(one))
        }
        Block::Heading { name, note } => {
            div("sf-block sf-leaf-heading").child(el("h4").text(name)).children(text("sf-leaf-prompt", note))
        }
        Block::Subheading(name) => div("sf-block sf-leaf-sub").child(el("h5").text(name)),
        Block::Note(note) => div("sf-block sf-leaf-note").children(text("", note)),
        Block::Question(asked) => question(desk, asked),
        Block::Field(one) => div("sf-block").child(field(desk, one)),
        Block::Fields(several) => div("sf-block sf-beside").children(several.iter().map(|one| field(desk, one))),
        Block::More(more) => p("sf-written sf-more", more),
        Block::Head(cells) => {
            let cell = |(label, share): &(String, u8)| div(&format!("sf-leaf-cell sf-share-{share}")).text(label);
            div("sf-table-head").children(cells.iter().map(cell))
        }
        Block::Row(cells) => row(desk, cells),
        Block::Answer { number, text, key, why } => {
            let said = p("sf-leaf-statement", text);
            let what = p("sf-leaf-why", "").child(el("strong").text(key)).text(" ").child(span("", why));
            div("sf-block sf-numbered")
                .child(span("sf-leaf-count", &number.to_string()))
                .child(div("").child(said).child(what))
        }
        Block::Frames(frames) => div("sf-frames").children(frames.iter().map(frame)),
        Block::Columns(frames) => div("sf-leaf-columns").children(frames.iter().map(frame)),
        Block::Joined(joined) => self::block(desk, joined),
    }
}

/// A paragraph, where there are words.
fn text(class: &str, words: &str) -> Option<El> {
    (!words.is_empty()).then(|| p(class, words))
}

fn question(desk: &Desk, question: &Question) -> El {
    let class = if question.is_short { "sf-boxes sf-boxes-short" } else { "sf-boxes" };
    let asked = div("").child(p("sf-leaf-question", &question.text)).children(text("sf-leaf-prompt", &question.hint));
    let choices = el("ul").class(class).children(question.choices.iter().map(|one| choice(desk, one)));
    let number = span("sf-leaf-count", &question.number.to_string());
    let class = if question.is_short { "sf-block sf-numbered sf-leaf-short" } else { "sf-block sf-numbered" };
    div(class).child(number).child(asked.child(choices))
}

fn choice(desk: &Desk, choice: &Choice) -> El {
    el("li").child(tick(desk, choice.is_ticked)).child(span("", &choice.text))
}

/// A box; of one that is ticked, a screen reader says so.
fn tick(desk: &Desk, is_ticked: bool) -> El {
    let class = if is_ticked { "sf-box sf-box-ticked" } else { "sf-box" };
    let said = is_ticked.then(|| span("sf-hidden", &format!("{} ", desk.t(WorksheetKey::TickTicked))));
    span(class, "").children(said)
}

fn field(desk: &Desk, field: &Field) -> El {
    let label = (!field.label.is_empty()).then(|| span("sf-leaf-label", &format!("{} ", field.label)));
    // Behind what was written nobody needs the question any more.
    let prompt = (!field.prompt.is_empty()).then(|| span("sf-leaf-prompt", &field.prompt));
    let one = div("sf-leaf-field");
    match &field.holds {
        Holds::Text(written) => one.child(p("sf-written", "").children(label).text(written)),
        Holds::Lines(count) => one.child(p("", "").children(label).children(prompt)).child(lines(*count)),
        Holds::Choices(choices) => {
            let choices = choices.iter().map(|one| choice(desk, one));
            let choices = el("ul").class("sf-boxes sf-boxes-short").children(choices);
            one.child(p("", "").children(label).children(prompt)).child(choices)
        }
        Holds::Box(is_ticked) => one
            .class("sf-leaf-field sf-boxed")
            .child(tick(desk, *is_ticked))
            .child(p("", "").children(label).children(prompt)),
    }
}

fn lines(count: u8) -> El {
    div("sf-rules").children((0..count).map(|_| span("sf-rule", "")))
}

fn row(desk: &Desk, cells: &[(Cell, u8)]) -> El {
    let cell = |(cell, share): &(Cell, u8)| {
        let place = div(&format!("sf-leaf-cell sf-share-{share}"));
        match cell {
            Cell::Text(text) => place.text(text),
            Cell::Blank => place,
            Cell::Box(is_ticked) => place.child(tick(desk, *is_ticked)),
        }
    };
    div("sf-table-row").children(cells.iter().map(cell))
}

fn frame(frame: &Frame) -> El {
    let point = |(text, beside): &(String, String)| {
        let beside = (!beside.is_empty()).then(|| span("sf-leaf-prompt", &format!(" {beside}")));
        el("li").text(text).children(beside)
    };
    let part = |part: &FramePart| {
        let one = div("sf-leaf-field").children(text("sf-leaf-label", &part.label));
        match &part.holds {
            Ruled::Lines(count) => one.child(lines(*count)),
            Ruled::Points(points) => one.child(el("ul").class("sf-points").children(points.iter().map(point))),
        }
    };
    div("sf-frame").child(el("h4").text(&frame.name)).children(frame.parts.iter().map(part))
}
