//! Worksheets to print, blank or filled from what somebody has.

mod choices;
mod desk;
mod found;
mod leaf;
mod preview;

use self::desk::Desk;
use super::{
    common::{self, div, p},
    page::Page,
};
use crate::{browser::element::El, words::WorksheetKey};

/// The whole page.
pub fn view(page: &Page<WorksheetKey>) -> El {
    let desk = Desk::new(page.clone());
    let lead = div("").live(page.then(|page| vec![p("sf-lead", &page.t(WorksheetKey::Lead))]));
    let choose = div("sf-choose").live(desk.then(choices::view));
    let both = div("sf-worksheets").child(choose).child(preview::view(&desk));
    common::page(page, WorksheetKey::Title, [lead, both])
}
