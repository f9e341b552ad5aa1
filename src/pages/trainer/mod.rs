//! The trainer’s page: what a group handed in, and what it comes to.

use super::{
    common::{self, p},
    page::Page,
};
use crate::{browser::element::El, words::TrainerKey};

/// The whole page.
pub fn view(page: &Page<TrainerKey>) -> El {
    let lead = common::div("").live(page.then(|page| vec![p("sf-lead", &page.t(TrainerKey::Lead))]));
    common::page(page, TrainerKey::Title, [lead])
}
