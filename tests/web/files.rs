//! The files that the app asks its page for.

use js_sys::{Array, Function, Promise};
use serde_json::{Value, json};
use std::{cell::RefCell, collections::BTreeMap, mem, rc::Rc};
use strategy_first::words::{Key, Keyed, Words, fill};
use wasm_bindgen::{JsValue, prelude::Closure};

/// The version of every pack made here.
pub const PACK_VERSION: &str = "7.1";
/// An option's id ends in one of these, which nothing else that is shown or told contains.
pub const OPTIONS: [&str; 3] = ["zulu", "yankee", "xray"];
/// How many questions a pack made here asks.
pub const QUESTIONS: usize = 7;

/// A shelf of files by their paths. Its clones are the same shelf.
#[derive(Clone)]
pub struct Files(Rc<Shelf>);

struct Shelf {
    texts: RefCell<BTreeMap<String, String>>,
    asked: RefCell<Vec<String>>,
    /// Whether requests wait for `deliver`; and those that do.
    slow: RefCell<bool>,
    waiting: RefCell<Vec<(Function, Array)>>,
}

impl Files {
    /// All files of a whole build, with the packs made here.
    pub fn whole() -> Files {
        let files = Files(Rc::new(Shelf {
            texts: RefCell::default(),
            asked: RefCell::default(),
            slow: RefCell::new(false),
            waiting: RefCell::default(),
        }));
        for lang in ["en", "fr"] {
            files.put(&format!("locales/{lang}.json"), &word_list(lang));
            files.put(&format!("files/locale.{lang}.json"), &saving_list(lang));
            files.put(&format!("drills/strategy-or-tactic.{lang}.json"), &drill(lang));
            files.put(&format!("pages/difference.{lang}.json"), &json!(["div", ["title", "Apart"], ["p", "Words."]]));
            for id in ["full", "quick"] {
                files.put(&format!("packs/{id}.{lang}.json"), &pack(id, lang));
            }
        }
        files
    }

    pub fn put(&self, path: &str, file: &Value) {
        self.put_text(path, &file.to_string());
    }

    pub fn put_text(&self, path: &str, text: &str) {
        self.0.texts.borrow_mut().insert(path.to_owned(), text.to_owned());
    }

    pub fn remove(&self, path: &str) {
        self.0.texts.borrow_mut().remove(path);
    }

    /// The paths asked for since the last time.
    pub fn asked(&self) -> Vec<String> {
        mem::take(&mut self.0.asked.borrow_mut())
    }

    /// From now on requests wait for `deliver`.
    pub fn be_slow(&self) {
        self.0.slow.replace(true);
    }

    /// Answers the requests that wait, in the order of `order`, as numbers of requests from 0; from now on none waits.
    pub fn deliver(&self, order: &[usize]) {
        self.0.slow.replace(false);
        let waiting = self.0.waiting.take();
        assert_eq!(waiting.len(), order.len());
        for (resolve, texts) in order.iter().map(|index| &waiting[*index]) {
            resolve.call1(&JsValue::NULL, texts).unwrap();
        }
    }

    /// The texts at `paths`, with `null` for each that is not there.
    pub fn texts(&self, paths: &[String]) -> Array {
        let texts = self.0.texts.borrow();
        paths.iter().map(|path| texts.get(path).map_or(JsValue::NULL, Into::into)).collect()
    }

    /// The function that the app is opened with.
    pub fn load(&self) -> JsValue {
        let files = self.clone();
        let load = move |paths: Vec<String>| {
            let texts = files.texts(&paths);
            files.0.asked.borrow_mut().extend(paths);
            if *files.0.slow.borrow() {
                return Promise::new(&mut |resolve, _| files.0.waiting.borrow_mut().push((resolve, texts.clone())));
            }
            Promise::resolve(&JsValue::from(texts))
        };
        Closure::<dyn FnMut(Vec<String>) -> Promise>::new(load).into_js_value()
    }
}

/// The interface's text for `key` in `lang`.
pub fn text(lang: &str, key: Key) -> String {
    words(lang).get(key).to_owned()
}

/// The English text for `key` with its blanks filled.
pub fn filled(key: Key, blanks: &[(&str, &str)]) -> String {
    fill(&text("en", key), blanks)
}

/// The place in the check, in words.
pub fn progress(n: usize, total: usize) -> String {
    filled(Key::QuestionProgress, &[("n", &n.to_string()), ("total", &total.to_string())])
}

pub fn words(lang: &str) -> Words {
    Words::read(lang, &word_list(lang), Key::COUNT).unwrap()
}

/// The texts alone, in the byte order of their keys, as they are published.
fn word_list(lang: &str) -> Value {
    let file = match lang {
        "fr" => include_str!("../../locales/fr.json"),
        _ => include_str!("../../locales/en.json"),
    };
    in_order(file)
}

/// The same of the words for saving and opening files.
pub fn saving_list(lang: &str) -> Value {
    in_order(match lang {
        "fr" => include_str!("../../locales/files/fr.json"),
        _ => include_str!("../../locales/files/en.json"),
    })
}

fn in_order(file: &str) -> Value {
    let words: BTreeMap<String, Value> = serde_json::from_str(file).unwrap();
    words.into_values().collect()
}

/// A sound pack: three questions on each axis, one on what joins them, three options each.
pub fn pack(id: &str, lang: &str) -> Value {
    let axis = |name: &str| json!({"name": name, "question": "How?", "low": "low", "high": "high", "min_answers": 3});
    let measures = ["direction", "direction", "direction", "work", "work", "work", "tie"];
    let items: Vec<Value> =
        measures.iter().enumerate().map(|(index, measure)| item(&format!("q{}", index + 1), measure, lang)).collect();
    assert_eq!(items.len(), QUESTIONS);
    json!({
        "format": "strategy-first/pack", "version": 1,
        "id": id, "pack_version": PACK_VERSION, "lang": lang, "name": format!("Pack {id}"), "minutes": 3,
        "intro": format!("Intro of {id} in {lang}."), "about": "About.",
        "axes": {"direction": axis("Direction"), "work": axis("Work")},
        "tie": {"name": "Tie", "question": "Joined?", "min_answers": 1},
        "cut": 50, "band": 12, "change_band": 18,
        "stages": [{"id": "SIT", "name": "Situation", "question": "Where?"}, {"id": "TAC", "name": "Tactics", "question": "How?"}],
        "words": word_texts(), "tie_texts": word_texts(), "readings": readings(),
        "items": items,
        "flags": [{"id": "flag-one", "name": "A flag", "text": "Look at this.", "all": [{"item": "q1", "max": 0}]}],
    })
}

/// What the question `id` asks in `lang`.
pub fn question(id: &str, lang: &str) -> String {
    format!("What about {id}, {lang}?")
}

fn item(id: &str, measure: &str, lang: &str) -> Value {
    let options: Vec<Value> = OPTIONS
        .iter()
        .zip([0, 1, 3])
        .map(|(option, score)| {
            json!({
                "id": format!("{id}-{option}"),
                "score": score,
                "text": format!("Choose {option} in {lang}"),
                "feedback": format!("Feedback on {option}."),
            })
        })
        .collect();
    let stage = if measure == "work" { "TAC" } else { "SIT" };
    json!({"id": id, "stage": stage, "measures": measure, "text": question(id, lang), "options": options})
}

fn word_texts() -> Value {
    json!({"not-yet": "Not yet", "partly": "Partly", "mostly": "Mostly"})
}

fn readings() -> Value {
    let named = |name: &str| json!({"name": name, "lead": format!("Lead of {name}."), "text": "Text."});
    let pair = json!({"lead": "Lead between.", "text": "Text."});
    json!({
        "starting-out": named("Starting out"), "busy": named("Busy"), "on-paper": named("On paper"),
        "aligned": named("Aligned"), "aligned-unjoined": pair, "starting-out|busy": pair,
        "starting-out|on-paper": pair, "busy|aligned": pair, "on-paper|aligned": pair, "middle": pair,
        "too-few": {"lead": "Too few answers.", "text": "{axis}: {n} of {m}, and {k} are needed."},
    })
}

fn drill(lang: &str) -> Value {
    let statement = |id: &str, key: &str| json!({"id": id, "key": key, "text": format!("Statement {id}"), "why": format!("Because {id}.")});
    let statements: Vec<Value> =
        ["s1", "s2", "s3", "s4", "s5", "s6"].iter().map(|id| statement(id, "strategy")).collect();
    json!({
        "format": "strategy-first/drill", "version": 1, "lang": lang,
        "title": format!("The drill, {lang}"), "intro": "Sort.", "other_view": "Others say.", "bonus_intro": "More.",
        "keys": {"strategy": "A strategy", "tactic": "A tactic", "objective": "An objective", "control": "A control"},
        "statements": statements, "bonus": [statement("b1", "objective")],
    })
}
