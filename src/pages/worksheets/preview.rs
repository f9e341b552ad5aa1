//! The sheets as leaves of paper, on the screen as they will be printed.

use super::{
    desk::{Desk, Paper},
    leaf,
};
use crate::{
    browser::{
        dom,
        element::{El, el},
        task,
    },
    pages::common::{div, p, span},
    words::WorksheetKey,
    worksheet::{
        Block, Sheet,
        leaves::{Measured, leaves},
    },
};

pub fn view(desk: &Desk) -> El {
    let class = |desk: &Desk| match desk.paper() {
        Paper::A4 => "sf-leaves sf-a4".to_owned(),
        Paper::Letter => "sf-leaves sf-letter".to_owned(),
    };
    let name = el("h2").class("sf-heading").live(desk.then(|desk| vec![span("", &desk.t(WorksheetKey::Preview))]));
    let count = p("sf-note", "").attr("role", "status").live(desk.then(|desk| {
        let count = desk.leaves();
        let text = || span("", &desk.page().count(WorksheetKey::PreviewPages, count, &[]));
        (count > 0).then(text).into_iter().collect()
    }));
    let all = div("").live_attr("class", desk.then(class)).live(desk.then(drawn));
    el("section").class("sf-preview").child(name).child(count).child(all)
}

fn drawn(desk: &Desk) -> Vec<El> {
    // On another paper more or less has room.
    desk.paper();
    let said = |key| vec![p("sf-note", &desk.t(key))];
    let book = match desk.book() {
        Some(Ok(book)) => book,
        Some(Err(())) => return said(WorksheetKey::PreviewFailed),
        None => return said(WorksheetKey::PreviewWait),
    };
    let sheets = desk.sheets(&book);
    if sheets.is_empty() {
        let desk = desk.clone();
        task::soon(move || desk.count_leaves(0));
        return said(WorksheetKey::PreviewNothing);
    }
    // Everything is drawn once to be measured, and then onto leaves.
    let room = div("sf-room");
    let blocks = sheets.iter().flat_map(|sheet| &sheet.blocks).map(|block| leaf::block(desk, block));
    let measure = div("sf-leaf-measure").attr("aria-hidden", "true").child(room).children(blocks);
    let place = div("");
    let (measured, onto, desk) = (measure.element(), place.handle(), desk.clone());
    task::soon(move || {
        let heights = dom::heights(&measured);
        let Some((room, heights)) = heights.split_first() else { return };
        let shared = shared_out(&sheets, heights, *room);
        desk.count_leaves(shared.iter().map(|(_, leaves)| leaves.len()).sum());
        onto.hold(Some(
            &div("").children(shared.iter().flat_map(|(sheet, leaves)| leaf::leaves(&desk, sheet, leaves))),
        ));
        measured.set_text_content(None);
    });
    vec![measure, place]
}

/// Each sheet with the blocks that stand on each of its leaves.
fn shared_out<'a>(sheets: &'a [Sheet], heights: &[f64], room: f64) -> Vec<(&'a Sheet, Vec<Vec<&'a Block>>)> {
    let mut heights = heights.iter();
    let shared = sheets.iter().map(|sheet| {
        let measured: Vec<Measured> = sheet
            .blocks
            .iter()
            .zip(&mut heights)
            .map(|(block, height)| Measured {
                height: *height,
                leads_on: block.leads_on(),
                is_row: matches!(block, Block::Row(_)),
            })
            .collect();
        let blocks = |leaf: Vec<usize>| leaf.into_iter().filter_map(|at| sheet.blocks.get(at)).collect();
        (sheet, leaves(&measured, room).into_iter().map(blocks).collect())
    });
    shared.collect()
}
