//! A sheet as `embed/word.js` takes it to make a Word file of: the tree as JSON, with everything that is to be decided
//! decided.

use super::{
    plain::address,
    sheet::{Block, Line, List, Sheet},
    voice::Voice,
};
use crate::{
    document::object::object,
    words::{PlanKey, REGIONS},
};
use serde_json::Value;

/// The sheet with the language of the plan, and that of the words around it.
#[must_use]
pub fn word(voice: &Voice, sheet: &Sheet) -> Value {
    let around = voice.t(PlanKey::LanguageDates);
    let section = |section: &super::sheet::Section| {
        let blocks = section.blocks.iter().map(|block| match block {
            Block::Line(line) => of_line(voice, line),
            Block::List(list) => of_list(voice, list),
        });
        object([("name", section.name.as_str().into()), ("blocks", blocks.collect())])
    };
    object([
        ("title", sheet.title.as_str().into()),
        ("lang", language(voice, around).into()),
        ("around", around.into()),
        ("sections", sheet.sections.iter().map(section).collect()),
        ("credit", sheet.credit.clone().into()),
    ])
}

/// The plan's language with a country, without which Word knows no spelling: the page's own, where it is the same language.
fn language(voice: &Voice, around: &str) -> String {
    let tag = voice.plan.cover().language.trim();
    let is_tag =
        !tag.is_empty() && tag.len() <= 35 && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let same = around.split('-').next().is_some_and(|base| base.eq_ignore_ascii_case(tag));
    if !is_tag || same {
        return around.to_owned();
    }
    let ours = REGIONS.iter().find(|(lang, _)| lang.eq_ignore_ascii_case(tag));
    ours.map_or(tag, |(_, region)| region).to_owned()
}

fn of_line(voice: &Voice, line: &Line) -> Value {
    let texts = line.texts.iter().map(|text| cell(text));
    object([("label", label(voice, &line.label).into()), ("texts", texts.collect())])
}

fn of_list(voice: &Voice, list: &List) -> Value {
    let name = ("name", Value::from(list.name.as_str()));
    if list.is_table {
        let row = |row: &Vec<Option<String>>| -> Value {
            row.iter().map(|text| text.as_deref().map_or(Value::from(""), cell)).collect()
        };
        let heads = list.heads.iter().map(|head| Value::from(head.as_str()));
        return object([name, ("heads", heads.collect()), ("rows", list.rows.iter().map(row).collect())]);
    }
    let row = |row: &Vec<Option<String>>| {
        let (called, rest) = list.told(row);
        let rest = rest.into_iter().map(|(head, text)| {
            object([("label", label(voice, head).into()), ("texts", [cell(text)].into_iter().collect())])
        });
        object([("name", called.into()), ("lines", rest.collect())])
    };
    object([name, ("items", list.rows.iter().map(row).collect())])
}

/// With the sign that stands between it and what it labels.
fn label(voice: &Voice, label: &str) -> String {
    voice.fill(PlanKey::PageLabelled, &[("label", label), ("value", "")])
}

/// A text, or an address to link to.
fn cell(text: &str) -> Value {
    match address(text) {
        Some(address) => object([("href", address.into())]),
        None => text.into(),
    }
}
