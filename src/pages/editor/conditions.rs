//! When an item is asked, and when a flag is shown.

use super::{desk::Editor, field, labels};
use crate::{
    browser::element::{El, el},
    document::object::object,
    draft::{languages::length, place::Place},
    pages::common::{div, span},
    words::EditorKey,
};
use serde_json::{Map, Value};

/// What a condition of a flag can look at, by what it is called in the list, and which fields it then has.
const LOOKS: [(&str, EditorKey); 4] = [
    ("direction", EditorKey::ConditionDirection),
    ("work", EditorKey::ConditionWork),
    ("score", EditorKey::ConditionScore),
    ("chosen", EditorKey::ConditionChosen),
];

/// The fields that one kind of condition has and another has not.
const FIELDS: [&str; 5] = ["axis", "item", "is", "min", "max"];

/// One condition: that of an item, or one of a list.
#[derive(Clone)]
struct Spot {
    place: Place,
    /// Its position, where it is one of a list.
    index: Option<usize>,
}

/// When an item is asked.
pub fn show_if(editor: &Editor, place: &Place) -> El {
    let spot = Spot { place: place.clone(), index: None };
    let draw = move |editor: &Editor| {
        editor.follow_conditions(&spot.place);
        let items = items(editor, spot.place.index_in("items"));
        let id = editor.id("0", &spot.place);
        let now = spot.words(editor, "item");
        let choose = {
            let (spot, id) = (spot.clone(), id.clone());
            move |editor: &Editor, item: String| {
                editor.aim(id.clone());
                let condition = object([("item", item.clone().into()), ("is", Value::Array(Vec::new()))]);
                spot.set(editor, (!item.is_empty()).then_some(condition), false);
            }
        };
        let select = select(editor, &id, &now, (String::new(), editor.t(EditorKey::FieldShowIfAlways)), items, choose);
        let ticks = (!now.is_empty()).then(|| ticks(editor, &spot, &now, EditorKey::FieldShowIfIs));
        vec![labelled(&id, &editor.t(EditorKey::FieldShowIf), select)].into_iter().chain(ticks).collect()
    };
    div("sf-conditions").child(div("sf-columns").live(editor.then(draw))).child(field::errors(editor, 0, place))
}

/// When a flag is shown: the conditions of one list.
pub fn list(editor: &Editor, place: &Place) -> El {
    let at = place.clone();
    let draw = move |editor: &Editor| {
        editor.follow_conditions(&at);
        let count = editor.read(|draft| draft.files().first().map_or(0, |file| length(file, &at)));
        let rows = (0..count).map(|index| row(editor, &Spot { place: at.clone(), index: Some(index) }));
        let (adds, id) = (at.clone(), editor.id("list", &at));
        let add = editor.then(move |editor| {
            let mut list = conditions(editor, &adds);
            list.push(object([("item", "".into()), ("max", 1.into())]));
            editor.aim(editor.id("kind", &adds.index(list.len() - 1)));
            set_list(editor, &adds, list, false);
        });
        let button = el("button").attr("type", "button").class("sf-button sf-line").attr("id", &id);
        let button = button.text(&editor.t(EditorKey::ConditionAdd)).on("click", add).focused(editor.take_aim(&id));
        rows.chain([button]).collect()
    };
    let legend = el("legend").class("sf-label").text(&editor.t(labels::label(place)));
    let whole = el("fieldset").class("sf-conditions").child(legend);
    whole.child(div("sf-condition-list").live(editor.then(draw))).child(field::errors(editor, 0, place))
}

fn row(editor: &Editor, spot: &Spot) -> El {
    let at = spot.at();
    let number = spot.index.unwrap_or_default() + 1;
    let kind_id = editor.id("kind", &at);
    let looks = spot.looks(editor);
    let choose = {
        let (spot, kind_id) = (spot.clone(), kind_id.clone());
        move |editor: &Editor, name: String| {
            editor.aim(kind_id.clone());
            spot.turn(editor, &name);
        }
    };
    let options = LOOKS.iter().map(|(name, key)| ((*name).to_owned(), editor.t(*key))).collect();
    let kind = select(editor, &kind_id, looks, (looks.to_owned(), String::new()), options, choose);
    let mut parts = vec![labelled(&kind_id, &editor.t(EditorKey::ConditionKind), kind)];
    let item = spot.words(editor, "item");
    if ["score", "chosen"].contains(&looks) {
        let id = editor.id("0", &at.field("item"));
        let choose = {
            let (spot, id) = (spot.clone(), id.clone());
            move |editor: &Editor, item: String| {
                editor.aim(id.clone());
                spot.put(editor, "item", Some(item.into()), false);
            }
        };
        let none = (String::new(), editor.t(EditorKey::ConditionChoose));
        let select = select(editor, &id, &item, none, items(editor, None), choose);
        parts.push(labelled(&id, &editor.t(EditorKey::ConditionItem), select));
    }
    if looks == "chosen" {
        parts.push(ticks(editor, spot, &item, EditorKey::ConditionIs));
    } else {
        parts.extend([
            limit(editor, spot, "min", EditorKey::ConditionMin),
            limit(editor, spot, "max", EditorKey::ConditionMax),
        ]);
    }
    let removes = spot.clone();
    let remove = editor.then(move |editor| {
        let mut list = conditions(editor, &removes.place);
        if let Some(index) = removes.index.filter(|index| *index < list.len()) {
            list.remove(index);
        }
        editor.aim(editor.id("list", &removes.place));
        set_list(editor, &removes.place, list, false);
    });
    let remove = el("button")
        .attr("type", "button")
        .class("sf-button sf-quiet")
        .text(&editor.t(EditorKey::ConditionRemove))
        .on("click", remove);
    let legend = editor.page().fill(EditorKey::ConditionNumber, &[("n", &number.to_string())]);
    el("fieldset")
        .class("sf-condition")
        .child(el("legend").class("sf-eyebrow").text(&legend))
        .children(parts)
        .child(remove)
}

impl Spot {
    /// Where it stands.
    fn at(&self) -> Place {
        self.index.map_or_else(|| self.place.clone(), |index| self.place.index(index))
    }

    /// The condition, for once.
    fn now(&self, editor: &Editor) -> Map<String, Value> {
        editor.now(0, &self.at()).and_then(|value| value.as_object().cloned()).unwrap_or_default()
    }

    fn words(&self, editor: &Editor, name: &str) -> String {
        self.now(editor).get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// What it looks at, as the reader takes it (`quiz::pack_file`).
    fn looks(&self, editor: &Editor) -> &'static str {
        let now = self.now(editor);
        let has = |name: &str| now.get(name).is_some_and(|value| !value.is_null());
        match now.get("axis").and_then(Value::as_str) {
            Some("work") => "work",
            Some(_) => "direction",
            None if has("is") => "chosen",
            None => "score",
        }
    }

    /// Has it look at something else. What this program does not know of it stays.
    fn turn(&self, editor: &Editor, name: &str) {
        let mut condition = self.now(editor);
        let item = condition.get("item").cloned().unwrap_or_else(|| "".into());
        condition.retain(|field, _| !FIELDS.contains(&field.as_str()));
        let fields = match name {
            "direction" | "work" => vec![("axis", name.into()), ("min", 50.into())],
            "chosen" => vec![("item", item), ("is", Value::Array(Vec::new()))],
            _ => vec![("item", item), ("max", 1.into())],
        };
        for (field, value) in fields {
            condition.insert(field.to_owned(), value);
        }
        self.set(editor, Some(condition.into()), false);
    }

    /// Sets one of its fields; with nothing, it is taken away.
    fn put(&self, editor: &Editor, name: &str, value: Option<Value>, in_place: bool) {
        let mut condition = self.now(editor);
        match value {
            Some(value) => condition.insert(name.to_owned(), value),
            None => condition.remove(name),
        };
        self.set(editor, Some(condition.into()), in_place);
    }

    fn set(&self, editor: &Editor, condition: Option<Value>, in_place: bool) {
        let Some(index) = self.index else {
            let set = |draft: &mut crate::draft::model::Draft| draft.set_all(&self.place, condition.as_ref());
            return if in_place { editor.act_in_place(set) } else { editor.act(set) };
        };
        let mut list = conditions(editor, &self.place);
        if let (Some(part), Some(condition)) = (list.get_mut(index), condition) {
            *part = condition;
        }
        set_list(editor, &self.place, list, in_place);
    }
}

fn conditions(editor: &Editor, list: &Place) -> Vec<Value> {
    editor.now(0, list).and_then(|list| list.as_array().cloned()).unwrap_or_default()
}

fn set_list(editor: &Editor, place: &Place, list: Vec<Value>, in_place: bool) {
    let list = Value::from(list);
    let set = |draft: &mut crate::draft::model::Draft| draft.set_all(place, Some(&list));
    if in_place { editor.act_in_place(set) } else { editor.act(set) }
}

/// The items, or those before one, by their ids with what they are called on the page.
fn items(editor: &Editor, before: Option<usize>) -> Vec<(String, String)> {
    let list = Place::parse("items");
    let count = editor.read(|draft| draft.count(&list));
    let item = |index: usize| {
        let id = editor.now(0, &list.index(index).field("id"))?.as_str()?.to_owned();
        let words = editor
            .now(editor.spoken(), &list.index(index).field("text"))
            .and_then(|words| words.as_str().map(str::to_owned));
        let name = format!("{}. {}", index + 1, words.filter(|words| !words.is_empty()).unwrap_or_else(|| id.clone()));
        Some((id, name))
    };
    (0..before.unwrap_or(count).min(count)).filter_map(item).collect()
}

/// A list to choose from. `none` is what stands first; what is chosen and not in the list stays in it.
fn select(
    editor: &Editor,
    id: &str,
    now: &str,
    none: (String, String),
    options: Vec<(String, String)>,
    choose: impl Fn(&Editor, String) + 'static,
) -> El {
    let none = Some(none).filter(|(_, words)| !words.is_empty());
    let known: Vec<(String, String)> = none.into_iter().chain(options).collect();
    let gone = (!known.iter().any(|(code, _)| code == now)).then(|| (now.to_owned(), now.to_owned()));
    let option =
        |(code, words): (String, String)| el("option").attr("value", &code).flag("selected", code == now).text(&words);
    let chooser = editor.clone();
    let select = el("select").class("sf-input").attr("id", id).children(known.into_iter().chain(gone).map(option));
    select.on_value(move |code| choose(&chooser, code)).focused(editor.take_aim(id))
}

/// The answers of an item, any of which may be ticked.
fn ticks(editor: &Editor, spot: &Spot, item: &str, key: EditorKey) -> El {
    let at = spot.at().field("is");
    let chosen = |editor: &Editor, spot: &Spot| -> Vec<String> {
        let is = spot.now(editor).get("is").and_then(Value::as_array).cloned().unwrap_or_default();
        is.iter().filter_map(|id| id.as_str().map(str::to_owned)).collect()
    };
    let known = options(editor, item);
    let gone = chosen(editor, spot).into_iter().filter(|id| !known.iter().any(|(code, _)| code == id));
    let all: Vec<(String, String)> = known.clone().into_iter().chain(gone.map(|id| (id.clone(), id))).collect();
    let tick = |(number, (code, words)): (usize, (String, String))| {
        let id = editor.id("0", &at.index(number));
        let (reader, read, is) = (editor.clone(), spot.clone(), code.clone());
        let ticked = move || {
            reader.value(0, &read.place);
            chosen(&reader, &read).contains(&is)
        };
        let (setter, set) = (editor.clone(), spot.clone());
        let tick = move |is_on: bool| {
            let mut is = chosen(&setter, &set);
            is.retain(|id| *id != code);
            if is_on {
                is.push(code.clone());
            }
            is.sort();
            set.put(&setter, "is", Some(is.into_iter().map(Value::from).collect::<Vec<_>>().into()), true);
        };
        let input = el("input").attr("type", "checkbox").attr("id", &id).live_checked(ticked).on_checked(tick);
        div("sf-tick").child(input).child(el("label").attr("for", &id).text(&words))
    };
    let ticks: Vec<El> = all.into_iter().enumerate().map(tick).collect();
    el("fieldset").class("sf-ticks").child(el("legend").class("sf-label").text(&editor.t(key))).children(ticks)
}

/// The options of the item with this id, by their ids with their words.
fn options(editor: &Editor, item: &str) -> Vec<(String, String)> {
    let list = Place::parse("items");
    let count = editor.read(|draft| draft.count(&list));
    let is_it = |index: &usize| editor.now(0, &list.index(*index).field("id")).is_some_and(|id| id == *item);
    let Some(index) = (0..count).find(is_it) else {
        return Vec::new();
    };
    let options =
        editor.now(editor.spoken(), &list.index(index).field("options")).and_then(|list| list.as_array().cloned());
    let option = |option: &Value| {
        let id = option["id"].as_str()?.to_owned();
        let words = option["text"].as_str().filter(|words| !words.is_empty()).map_or_else(|| id.clone(), str::to_owned);
        Some((id, words))
    };
    options.unwrap_or_default().iter().filter_map(option).collect()
}

/// The lowest or the highest that counts; none where it is left empty.
fn limit(editor: &Editor, spot: &Spot, name: &'static str, key: EditorKey) -> El {
    let id = editor.id("0", &spot.at().field(name));
    let (reader, read) = (editor.clone(), spot.clone());
    let shown = move || {
        reader.value(0, &read.place);
        match read.now(&reader).get(name) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(words)) => words.clone(),
            Some(other) => crate::document::object::text(other),
        }
    };
    let (setter, set) = (editor.clone(), spot.clone());
    let take = move |words: String| {
        let words = words.trim();
        let value = words.parse::<i64>().map_or_else(|_| words.into(), Value::from);
        set.put(&setter, name, (!words.is_empty()).then_some(value), true);
    };
    let input =
        el("input").class("sf-input").attr("type", "text").attr("inputmode", "numeric").attr("autocomplete", "off");
    let input = input.attr("id", &id).live_value(shown).on_value(take);
    div("sf-field sf-short")
        .child(el("label").class("sf-label").attr("for", &id).child(span("", &editor.t(key))))
        .child(input)
}

fn labelled(id: &str, words: &str, control: El) -> El {
    div("sf-field").child(el("label").class("sf-label").attr("for", id).text(words)).child(control)
}
