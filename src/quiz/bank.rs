//! Puts an editor's files together: the structure that all languages share, and the words of one language.
//!
//! A score, a source or a condition stands once in `content/check.json`, so that no translation can change how an answer
//! counts; a sentence stands once in `content/<lang>/check.json`, so that the quick pack cannot say it differently.

use super::pack_file;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The pack file `id` in one language. What the files leave out is absent from it, for `pack_file` to find.
#[must_use]
pub fn pack(structure: &Value, words: &Value, lang: &str, id: &str) -> Value {
    let shape = &structure["packs"][id];
    let chosen: Vec<&str> = texts(&shape["items"]);
    let by_id = |list: &Value, id: &str| find(list, id).cloned().unwrap_or(Value::Null);
    let items: Vec<Value> =
        chosen.iter().map(|id| item(&by_id(&structure["items"], id), &words["items"][id])).collect();
    let flags = structure["flags"].as_array().into_iter().flatten();
    let flags: Vec<Value> = flags
        .filter_map(|flag| within(flag, &chosen))
        .map(|flag| joined(&flag, &words["flags"][flag["id"].as_str().unwrap_or_default()]))
        .collect();
    let stages = structure["stages"].as_array().into_iter().flatten();
    let stages: Vec<Value> =
        stages.map(|id| joined(&json!({"id": id}), &words["stages"][id.as_str().unwrap_or_default()])).collect();
    let axis = |name: &str| joined(&json!({"min_answers": shape["min_answers"][name]}), &words["axes"][name]);
    let mut pack = json!({
        "format": pack_file::FORMAT,
        "version": pack_file::VERSION,
        "id": id,
        "pack_version": structure["pack_version"],
        "lang": lang,
        "name": words["packs"][id]["name"],
        "caveat": words["packs"][id]["caveat"],
        "minutes": shape["minutes"],
        "axes": {"direction": axis("direction"), "work": axis("work")},
        "tie": axis("tie"),
        "cut": structure["cut"],
        "band": shape["band"],
        "change_band": shape["change_band"],
        "stage_min_answers": shape["min_answers"]["stage"],
        "stages": stages,
        "items": items,
        "flags": flags,
        "flags_shown": structure["flags_shown"],
    });
    for name in ["intro", "about", "words", "readings", "tie_texts"] {
        pack[name] = words[name].clone();
    }
    pack
}

/// The drill file in one language.
#[must_use]
pub fn drill(structure: &Value, words: &Value, lang: &str) -> Value {
    let list = |name: &str| -> Vec<Value> {
        let statements = structure[name].as_array().into_iter().flatten();
        statements
            .map(|statement| joined(statement, &words[name][statement["id"].as_str().unwrap_or_default()]))
            .collect()
    };
    let mut drill = json!({
        "format": "strategy-first/drill",
        "version": 1,
        "lang": lang,
        "statements": list("statements"),
        "bonus": list("bonus"),
    });
    for name in ["title", "intro", "other_view", "bonus_intro", "keys"] {
        drill[name] = words[name].clone();
    }
    drill
}

/// Where the words name something that the structure does not have, or the reverse, both as paths into the words.
#[must_use]
pub fn strays(structure: &Value, words: &Value, parts: &[&str]) -> Vec<String> {
    let mut strays = Vec::new();
    for part in parts {
        strays.extend(unmatched(part, &structure[part], &words[part]));
        for one in structure[part].as_array().into_iter().flatten() {
            if let Some((id, options)) = one["id"].as_str().zip(one.get("options")) {
                let place = format!("{part}.{id}.options");
                strays.extend(unmatched(&place, options, &words[part][id]["options"]));
            }
        }
    }
    strays
}

/// The ids that stand in only one of the two, as paths below `place`.
fn unmatched(place: &str, structure: &Value, words: &Value) -> Vec<String> {
    let known: BTreeSet<&str> = match structure {
        Value::Array(list) => list.iter().filter_map(|one| one["id"].as_str().or(one.as_str())).collect(),
        Value::Object(object) => object.keys().map(String::as_str).collect(),
        _ => BTreeSet::new(),
    };
    let named = words.as_object().into_iter().flat_map(Map::keys);
    let named = named.map(String::as_str).collect();
    let unmatched = known.symmetric_difference(&named);
    unmatched.map(|id| format!("{place}.{id}")).collect()
}

fn item(shape: &Value, words: &Value) -> Value {
    let mut item = joined(shape, words);
    let options = shape["options"].as_array().into_iter().flatten();
    item["options"] =
        options.map(|option| joined(option, &words["options"][option["id"].as_str().unwrap_or_default()])).collect();
    item
}

/// The flag as far as it can hold with these items only: a condition on an item that is not asked is never true.
fn within(flag: &Value, items: &[&str]) -> Option<Value> {
    let asked = |condition: &Value| condition["item"].as_str().is_none_or(|id| items.contains(&id));
    let all = flag["all"].as_array().into_iter().flatten();
    if !all.into_iter().all(asked) {
        return None;
    }
    let mut flag = flag.clone();
    if let Some(any) = flag.get_mut("any").and_then(Value::as_array_mut) {
        any.retain(asked);
        if any.is_empty() {
            return None;
        }
    }
    Some(flag)
}

/// The fields of both; where both have one, the structure wins, so that no translation can change how an answer counts.
fn joined(shape: &Value, words: &Value) -> Value {
    let mut joined = words.as_object().cloned().unwrap_or_default();
    joined.extend(shape.as_object().cloned().unwrap_or_default());
    Value::Object(joined)
}

fn find<'a>(list: &'a Value, id: &str) -> Option<&'a Value> {
    list.as_array()?.iter().find(|one| one["id"] == id)
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}
