//! Worksheets to print, blank or filled from what somebody has.

use super::{
    common::{self, p},
    page::Page,
};
use crate::{browser::element::El, words::WorksheetKey};

/// The whole page.
pub fn view(page: &Page<WorksheetKey>) -> El {
    let lead = common::div("").live(page.then(|page| vec![p("sf-lead", &page.t(WorksheetKey::Lead))]));
    common::page(page, WorksheetKey::Title, [lead])
}
