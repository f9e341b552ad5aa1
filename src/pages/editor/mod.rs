//! The pack editor: questions of one’s own, checked as they are written.

use super::{
    common::{self, p},
    page::Page,
};
use crate::{browser::element::El, words::EditorKey};

/// The whole page.
pub fn view(page: &Page<EditorKey>) -> El {
    let lead = common::div("").live(page.then(|page| vec![p("sf-lead", &page.t(EditorKey::Lead))]));
    common::page(page, EditorKey::Title, [lead])
}
