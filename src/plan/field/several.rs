//! Fields that are lists.

use super::{
    Content, Held, MAX_LIST, MAX_TEXT, fits, fits_id,
    single::{cut, read_id},
};
use crate::{
    document::reader::Node,
    plan::{model::Reading, record, value::Id},
};
use serde_json::Value;
use std::mem::{replace, swap};

impl Held for Vec<Id> {
    fn content(&self) -> Option<Content> {
        Some(Content::Texts(self.iter().map(|id| id.0.clone()).collect()))
    }

    fn exchange(&mut self, content: &mut Content) -> bool {
        match content {
            Content::Texts(texts) if texts.len() <= MAX_LIST && texts.iter().all(|text| fits_id(text)) => {
                let before = self.drain(..).map(|id| id.0).collect();
                *self = replace(texts, before).into_iter().map(Id).collect();
                true
            }
            _ => false,
        }
    }

    fn read(&mut self, node: Node, _: &Value) {
        let ids = node.list_of(0..=MAX_LIST).into_iter().map(read_id);
        *self = ids.filter(|id| !id.is_empty()).collect();
    }

    fn to_json(&self) -> Value {
        self.iter().map(Id::as_str).collect()
    }
}

impl Held for Vec<String> {
    fn content(&self) -> Option<Content> {
        Some(Content::Texts(self.clone()))
    }

    fn exchange(&mut self, content: &mut Content) -> bool {
        match content {
            Content::Texts(texts) if texts.len() <= MAX_LIST && texts.iter().all(|text| fits(text, MAX_TEXT)) => {
                swap(self, texts);
                true
            }
            _ => false,
        }
    }

    fn read(&mut self, node: Node, _: &Value) {
        let texts = node.list_of(0..=MAX_LIST).into_iter().map(|text| text.text_or_empty(MAX_TEXT));
        *self = texts.collect();
        self.iter_mut().for_each(cut);
    }

    fn to_json(&self) -> Value {
        self.iter().map(String::as_str).collect()
    }
}

impl Held for Vec<Reading> {
    fn content(&self) -> Option<Content> {
        Some(Content::Readings(self.clone()))
    }

    fn exchange(&mut self, content: &mut Content) -> bool {
        match content {
            Content::Readings(readings)
                if readings.len() <= MAX_LIST && readings.iter().all(|reading| fits(&reading.note, MAX_TEXT)) =>
            {
                swap(self, readings);
                true
            }
            _ => false,
        }
    }

    fn read(&mut self, node: Node, _: &Value) {
        *self = node.list_of(0..=MAX_LIST).into_iter().map(record::read).collect();
    }

    fn to_json(&self) -> Value {
        self.iter().map(|reading| Value::Object(record::to_json(reading))).collect()
    }
}
