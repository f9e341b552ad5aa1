//! What the answers of a check already say about a plan: where to begin, and what could stand in its fields. Nothing here
//! is written anywhere before somebody accepts it (WCAG 3.3.7).

use super::{
    control::proposed_review,
    date::Date,
    edit::{Edit, Part},
    field::{Content, Held},
    kind::{self, is_blank},
    link::Place,
    outline::{Entry, Section},
    plan::Plan,
    record,
    table::Table,
    value::Id,
};
use crate::document::object::object;
use crate::document::reader::{Fault, Node, Problem, read};
use serde_json::Value;

/// What a check hands over to the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handed {
    /// The stage to do first, as in `OBJ`.
    pub stage: String,
    /// The item of that stage to begin with.
    pub item: String,
    /// The items with the options that were chosen.
    pub answers: Vec<(String, String)>,
}

/// What answers say about a plan, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guide {
    /// Items and stages with the field that each is about.
    starts: Vec<(String, String)>,
    pub suggestions: Vec<Suggestion>,
}

/// What one answer says about a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    item: String,
    options: Vec<String>,
    /// By its path in the whole plan, as in `home_base.kind`. Of a list: a new row with that field filled in.
    pub field: String,
    /// One of a short list of words; where there is none, `text` itself is what stands there then.
    pub value: Option<String>,
    /// The answer, retold.
    pub because: String,
    /// What would be put there.
    pub text: String,
}

/// Where work on a section begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begin {
    /// At a field that is empty.
    At(Part, String),
    /// In the first row of a list that has none.
    InNew(Table),
    /// Everything has been begun.
    Anywhere,
}

/// The longest text, in characters.
const MAX_TEXT: usize = 200;

/// Puts together what all languages share and the words of one language.
#[must_use]
pub fn joined(structure: &Value, words: &Value) -> Value {
    let list = structure["suggestions"].as_array().into_iter().flatten();
    let with_words = list.map(|one| {
        let words = &words[one["id"].as_str().unwrap_or_default()];
        object([
            ("item", one["item"].clone()),
            ("options", one["options"].clone()),
            ("field", one["field"].clone()),
            ("value", one["value"].clone()),
            ("because", words["because"].clone()),
            ("text", words["text"].clone()),
        ])
    });
    object([("starts", structure["starts"].clone()), ("suggestions", with_words.collect())])
}

/// Reads what [`joined`] puts together.
#[must_use]
pub fn read_guide(file: &Value) -> (Guide, Vec<Fault>) {
    read(file, |top| {
        let starts = top.field("starts").entries().into_iter();
        let starts = starts.map(|(name, node)| (name.to_owned(), field_path(node)));
        let suggestions = top.field("suggestions").list_of(1..=100);
        Guide { starts: starts.collect(), suggestions: suggestions.into_iter().map(Suggestion::read).collect() }
    })
}

/// The path of a field that the model has.
fn field_path(node: Node) -> String {
    let id = node.text(MAX_TEXT);
    let (table, path) = parted(&id);
    if kind::kind(table, path).is_none() {
        node.fault(Problem::UnknownId { id: id.clone() });
    }
    id
}

/// A path in the whole plan as the table, where there is one, and the path in its rows.
#[must_use]
pub fn parted(full: &str) -> (Option<Table>, &str) {
    let of_row = full.split_once('.').and_then(|(table, path)| Some((Some(Table::named(table)?), path)));
    of_row.unwrap_or((None, full))
}

impl Handed {
    /// Reads what the check wrote; what is missing is empty.
    #[must_use]
    pub fn read(top: Node) -> Handed {
        let text = |name: &'static str| top.maybe(name).map(|node| node.text_or_empty(MAX_TEXT)).unwrap_or_default();
        let answers = top.maybe("answers").map(Node::entries).unwrap_or_default().into_iter();
        let answers = answers.map(|(item, option)| (item.to_owned(), option.text_or_empty(MAX_TEXT)));
        Handed { stage: text("stage"), item: text("item"), answers: answers.collect() }
    }
}

impl Guide {
    /// The field to begin with: what the item is about, or the stage of a check that this guide does not know.
    #[must_use]
    pub fn start(&self, handed: &Handed) -> Option<&str> {
        let named = |name: &str| self.starts.iter().find(|(is, _)| is == name).map(|(_, field)| field.as_str());
        named(&handed.item).or_else(|| named(&handed.stage))
    }

    /// What the answers say about fields that are still empty, with the place of each in this guide.
    pub fn suggested<'a>(
        &'a self,
        handed: &'a Handed,
        plan: &'a Plan,
    ) -> impl Iterator<Item = (usize, &'a Suggestion)> {
        let all = self.suggestions.iter().enumerate();
        all.filter(|(_, one)| one.is_answered(handed) && one.is_wanted(plan))
    }
}

impl Suggestion {
    fn read(node: Node) -> Suggestion {
        Suggestion {
            item: node.field("item").id(),
            options: node.field("options").list_of(1..=10).into_iter().map(Node::id).collect(),
            field: field_path(node.field("field")),
            value: node.maybe("value").map(Node::id),
            because: node.field("because").text(MAX_TEXT),
            text: node.field("text").text(MAX_TEXT),
        }
    }

    fn is_answered(&self, handed: &Handed) -> bool {
        handed.answers.iter().any(|(item, option)| *item == self.item && self.options.contains(option))
    }

    /// Whether the plan says nothing of the kind yet.
    fn is_wanted(&self, plan: &Plan) -> bool {
        let (table, path) = parted(&self.field);
        if let Some(table) = table {
            return plan.count(table) == 0;
        }
        let Some(held) = record::at(plan.cover(), path) else { return false };
        match held.content() {
            Some(Content::Texts(lines)) => !lines.contains(&self.text),
            _ => is_blank(held),
        }
    }

    /// The step that puts it there; a new row has the key `fresh`. Nothing where the field holds no such thing.
    #[must_use]
    pub fn accepted(&self, plan: &Plan, fresh: &Id, today: Date) -> Option<Edit> {
        let (table, path) = parted(&self.field);
        let Some(table) = table else {
            let held = record::at(plan.cover(), path)?;
            return Some(Edit::set(path, self.content(held, plan, today)));
        };
        let mut row = table.empty_row().with_id(fresh);
        let mut content = self.content(record::at(row.record(), path)?, plan, today);
        record::at_mut(row.record_mut(), path)?.exchange(&mut content).then(|| Edit::add(fresh.as_str(), row))
    }

    fn content(&self, held: &dyn Held, plan: &Plan, today: Date) -> Content {
        match held.content() {
            Some(Content::Texts(mut lines)) => {
                lines.push(self.text.clone());
                Content::Texts(lines)
            }
            Some(Content::Day(_)) => Content::Day(Some(proposed_review(plan, today))),
            _ => Content::Text(self.value.as_ref().unwrap_or(&self.text).clone()),
        }
    }
}

/// Where to begin in `section`: at `from`, a field by its path in the whole plan, or at the first one that is empty.
#[must_use]
pub fn begin(plan: &Plan, section: &Section, from: &str) -> Begin {
    let fields = section.entries.iter().flat_map(|entry| match entry {
        Entry::Field(field) => vec![(None, field.path.as_str())],
        Entry::List { table, fields, .. } => fields.iter().map(|field| (Some(*table), field.path.as_str())).collect(),
    });
    let fields: Vec<_> = fields.collect();
    let wanted = parted(from);
    let after = fields.iter().position(|field| *field == wanted).unwrap_or_default();
    fields[after..].iter().find_map(|(table, path)| empty(plan, *table, path)).unwrap_or(Begin::Anywhere)
}

fn empty(plan: &Plan, table: Option<Table>, path: &str) -> Option<Begin> {
    let Some(table) = table else {
        let held = record::at(plan.cover(), path)?;
        return is_blank(held).then(|| Begin::At(Part::Cover, path.to_owned()));
    };
    if plan.count(table) == 0 {
        return Some(Begin::InNew(table));
    }
    let blank = |row: &super::table::Row| record::at(row.record(), path).is_some_and(is_blank);
    let (key, _) = plan.rows(table).find(|(_, row)| blank(row))?;
    Some(Begin::At(Part::Row(Place { table, key: key.clone() }), path.to_owned()))
}
