//! What the first card says before the program is there: the start, and the first questions of each pack.

use crate::content::{self, read};
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use strategy_first::words::fill;

/// The first card in one language: its words, ready to be shown, by the names that `embed/first.js` has for them.
///
/// # Errors
/// Where a file cannot be read, or lacks a text.
pub(crate) fn card(lang: &str) -> Result<Value> {
    let mut all = read(&format!("locales/{lang}.json"))?;
    let page = read(&format!("locales/page/{lang}.json"))?;
    if let (Some(all), Some(page)) = (all.as_object_mut(), page.as_object()) {
        all.extend(page.clone());
    }
    let words = Words { lang, all };
    let mut card = Map::new();
    card.insert("lang".to_owned(), lang.into());
    for (name, key) in [
        ("dir", "language.direction"),
        ("name", "app.name"),
        ("title", "start.title"),
        ("lead", "start.lead"),
        ("length", "start.length"),
        ("start", "start.start"),
        ("back", "question.back"),
        ("skip", "question.skip"),
        ("next", "question.next"),
        ("error", "question.error"),
        ("choose", "question.choose"),
        ("wait", "first.wait"),
        ("failed", "first.failed"),
        ("again", "first.again"),
        ("know", "start.know"),
        ("also", "start.also"),
    ] {
        card.insert(name.to_owned(), words.text(key)?.into());
    }
    let ways = [("app.difference", "start.difference_note"), ("app.drill", "start.drill_note")];
    let mut ways = ways
        .map(|(name, note)| Ok(json!([words.text(name)?, words.text(note)?])))
        .into_iter()
        .collect::<Result<Vec<_>>>()?;
    ways.push(json!([words.text("app.build")?]));
    card.insert("ways".to_owned(), ways.into());
    let foot = ["app.save", "app.open", "app.glossary", "app.about"];
    let foot = foot.map(|key| words.text(key).map(Value::from)).into_iter().collect::<Result<Vec<_>>>()?;
    card.insert("files".to_owned(), foot.into());
    let kept = [("local", "kept.local"), ("session", "kept.session"), ("none", "kept.unasked")];
    let kept = kept.map(|(tier, key)| Ok((tier.to_owned(), words.text(key)?.into()))).into_iter();
    card.insert("kept".to_owned(), kept.collect::<Result<Map<_, _>>>()?.into());
    let packs = content::pack_ids()?.into_iter().map(|id| pack(&words, &id)).collect::<Result<Vec<_>>>()?;
    card.insert("packs".to_owned(), packs.into());
    Ok(card.into())
}

struct Words<'a> {
    lang: &'a str,
    all: Value,
}

impl Words<'_> {
    fn text(&self, key: &str) -> Result<&str> {
        let text = &self.all[key];
        // Of a counted text, the form for more than one: no pack has a single question.
        let text = text.as_str().or_else(|| text["other"].as_str());
        text.with_context(|| format!("locales/{}.json has no text for {key}", self.lang))
    }

    fn fill(&self, key: &str, blanks: &[(&str, &str)]) -> Result<String> {
        Ok(fill(self.text(key)?, blanks))
    }
}

/// How many questions can be answered before the program is there: as many as somebody in a hurry may have answered by then.
const QUESTIONS: usize = 3;

/// How the start offers a pack, and its first questions.
fn pack(words: &Words, id: &str) -> Result<Value> {
    let pack = content::pack(id, words.lang)?;
    let items = pack["items"].as_array().context("a pack has no questions")?;
    let count = items.len().to_string();
    let name = words.text(&format!("start.{id}"))?;
    let minutes = words.fill("start.minutes", &[("n", &pack["minutes"].to_string())])?;
    let first = items.iter().take(QUESTIONS).take_while(|item| item["show_if"].is_null());
    let questions = first.enumerate().map(|(index, _)| question(words, &pack, items, index));
    Ok(json!({
        "id": id,
        "name": words.fill("start.option", &[("name", name), ("n", &count)])?,
        "note": format!("{minutes}, {}", words.text(&format!("start.{id}_note"))?),
        "cells": stages(items).iter().map(|(_, count)| *count).collect::<Vec<_>>(),
        "intro": pack["intro"],
        "questions": questions.collect::<Result<Vec<_>>>()?,
    }))
}

fn question(words: &Words, pack: &Value, items: &[Value], index: usize) -> Result<Value> {
    let item = &items[index];
    let stages = stages(items);
    let at = stages.iter().position(|(stage, _)| *stage == &item["stage"]).unwrap_or(0) + 1;
    let stage = pack["stages"].as_array().into_iter().flatten().find(|stage| stage["id"] == item["stage"]);
    let stage = stage.and_then(|stage| stage["name"].as_str()).context("a question is of no stage")?;
    let (n, total) = ((index + 1).to_string(), items.len().to_string());
    let options = item["options"].as_array().into_iter().flatten();
    let blanks = [("n", &*at.to_string()), ("total", &*stages.len().to_string()), ("stage", stage)];
    Ok(json!({
        "progress": words.fill("question.progress", &[("n", &n), ("total", &total)])?,
        "stage": words.fill("question.stage", &blanks)?,
        "text": item["text"],
        "hint": item["hint"].as_str().unwrap_or_default(),
        "options": options.map(|option| json!([option["id"], option["text"]])).collect::<Vec<_>>(),
    }))
}

/// The stages that have any questions, in order, with how many.
fn stages(items: &[Value]) -> Vec<(&Value, usize)> {
    let mut counts: Vec<(&Value, usize)> = Vec::new();
    for item in items {
        match counts.last_mut().filter(|(stage, _)| *stage == &item["stage"]) {
            Some((_, count)) => *count += 1,
            None => counts.push((&item["stage"], 1)),
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::card;

    #[test]
    fn a_card_has_the_first_questions_of_each_pack() {
        let card = card("en").unwrap();
        let packs = card["packs"].as_array().unwrap();
        assert_eq!(packs.iter().map(|pack| pack["id"].as_str().unwrap()).collect::<Vec<_>>(), ["full", "quick"]);
        for pack in packs {
            let questions = pack["questions"].as_array().unwrap();
            assert_eq!(questions.len(), 3, "{pack}");
            for (index, question) in questions.iter().enumerate() {
                assert!(question["options"].as_array().unwrap().len() > 2, "{question}");
                let begins = format!("Question {} of ", index + 1);
                assert!(question["progress"].as_str().unwrap().starts_with(&begins), "{question}");
            }
        }
        let cells: u64 = packs[1]["cells"].as_array().unwrap().iter().filter_map(serde_json::Value::as_u64).sum();
        assert_eq!(cells, 8);
    }
}
