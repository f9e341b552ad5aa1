//! What stands in a plan, in the words of one language.

use super::plain::clean;
use crate::{
    plan::{
        date::Date,
        edit::Part,
        field::{Content, Held},
        kind::{self, Kind},
        link::Place,
        model::Reading,
        plan::Plan,
        record,
        table::{Row, Table},
        value::Number,
    },
    words::{LANGUAGES, PlanKey, Words, fill},
};
use serde_json::Value;

/// A plan, and the language that it is read out in.
#[derive(Clone, Copy)]
pub struct Voice<'a> {
    pub plan: &'a Plan,
    /// The interface's words.
    pub words: &'a Words,
    /// `content/<lang>/plan.json`.
    pub said: &'a Value,
    pub figures: &'a dyn Figures,
}

/// How dates and numbers are written in a language; in a browser, `Intl` knows.
pub trait Figures {
    fn date(&self, day: Date) -> String;
    /// Without its year.
    fn short_date(&self, day: Date) -> String;
    fn number(&self, number: f64) -> String;
    /// An amount in the minor unit of the plan's currency.
    fn money(&self, minor: i64) -> String;
}

impl Voice<'_> {
    #[must_use]
    pub fn t(&self, key: PlanKey) -> &str {
        self.words.get(key)
    }

    #[must_use]
    pub fn fill(&self, key: PlanKey, blanks: &[(&str, &str)]) -> String {
        fill(self.t(key), blanks)
    }

    /// The plan's title, or what stands for none.
    #[must_use]
    pub fn title(&self) -> String {
        let title = one_line(&self.plan.cover().title);
        if title.is_empty() { self.t(PlanKey::PlanUnnamed).to_owned() } else { title }
    }

    /// The label of a field.
    #[must_use]
    pub fn label(&self, table: Option<Table>, path: &str) -> String {
        self.says(&["fields", &kind::full(table, path), "label"])
    }

    /// The name of a row on one line: its first words, or what stands for a row without any.
    #[must_use]
    pub fn name(&self, place: &Place) -> String {
        let held =
            self.plan.row(place).and_then(|row| record::at(row.record(), kind::name_path(place.table))?.content());
        let name = match held {
            Some(Content::Text(text)) => one_line(&text),
            Some(Content::Day(Some(day))) => self.figures.date(day),
            _ => String::new(),
        };
        if name.is_empty() { self.says(&["tables", place.table.name(), "unnamed"]) } else { name }
    }

    /// What stands in a field, as it is read; nothing where it is empty.
    #[must_use]
    pub fn read(&self, of: &Part, path: &str) -> Option<String> {
        let (table, record) = match of {
            Part::Cover => (None, record::at(self.plan.cover(), path)?),
            Part::Row(place) => (Some(place.table), record::at(self.plan.row(place)?.record(), path)?),
        };
        self.worded(table, path, record.content()?)
    }

    /// `content` of the field at `path` in words; nothing where it is empty.
    #[must_use]
    pub fn worded(&self, table: Option<Table>, path: &str, content: Content) -> Option<String> {
        let text = match (kind::kind(table, path)?, content) {
            (Kind::Word(_), Content::Text(code)) if !code.is_empty() => {
                self.says(&["choices", &kind::full(table, path), &code])
            }
            (Kind::Link(to), Content::Text(id)) => self.names(to, &[id]),
            (Kind::Links(to), Content::Texts(ids)) => self.names(to, &ids),
            (Kind::Language, Content::Text(tag)) => {
                let known = LANGUAGES.iter().find(|(known, _)| *known == tag);
                known.map_or(clean(&tag), |(_, name)| (*name).to_owned())
            }
            (_, Content::Text(text)) => clean(&text),
            (_, Content::Texts(texts)) => joined(texts.iter().map(|text| one_line(text))),
            (_, Content::Day(day)) => self.figures.date(day?),
            (Kind::Money, Content::Whole(minor)) => self.figures.money(minor?),
            (_, Content::Whole(number)) => number?.to_string(),
            (_, Content::Quantity(number)) => self.figures.number(Number::get(number?)),
            (_, Content::Flag(true)) => "✓".to_owned(),
            (_, Content::Flag(false)) => return None,
            (_, Content::Readings(readings)) => joined(readings.iter().filter_map(|reading| self.reading(reading))),
        };
        Some(text).filter(|text| !text.is_empty())
    }

    /// The lines of a field that holds several, each on its own.
    #[must_use]
    pub fn lines(&self, path: &str) -> Vec<String> {
        match (kind::kind(None, path), record::at(self.plan.cover(), path).and_then(Held::content)) {
            (Some(Kind::Lines), Some(Content::Texts(texts))) => {
                texts.iter().map(|text| one_line(text)).filter(|text| !text.is_empty()).collect()
            }
            _ => self.read(&Part::Cover, path).into_iter().collect(),
        }
    }

    /// What `content/<lang>/plan.json` says at this place.
    #[must_use]
    pub fn says(&self, path: &[&str]) -> String {
        let found = path.iter().try_fold(self.said, |value, name| value.get(name));
        found.and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    fn reading(&self, reading: &Reading) -> Option<String> {
        let (day, value) = reading.date.zip(reading.value)?;
        let told = [self.figures.number(value.get()), self.figures.short_date(day), one_line(&reading.note)];
        Some(told.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))
    }

    /// The names of those rows that are there.
    fn names(&self, to: Table, ids: &[String]) -> String {
        let places = ids.iter().map(|id| Place::new(to, id)).filter(|place| self.is_there(place));
        joined(places.map(|place| self.name(&place)))
    }

    fn is_there(&self, place: &Place) -> bool {
        self.plan.row(place).map(Row::id).is_some_and(|id| *id == place.key)
    }
}

/// A text without line breaks, tabs and what nothing can show.
#[must_use]
pub fn one_line(text: &str) -> String {
    let clean = clean(text);
    clean.split(['\n', '\t']).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

fn joined(texts: impl Iterator<Item = String>) -> String {
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ")
}
