//! The draft: its files, and the verbs of whoever writes it.

use super::{
    edit::{Act, Edit},
    field::kind,
    fresh::List,
    history::History,
    languages::{length, without_words},
    place::Place,
    start,
};
use crate::document::object::object;
use serde_json::Value;

/// A pack in one language or more. The lists of all its files have the same parts in the same order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    files: Vec<Value>,
    history: History,
}

/// What is to be drawn anew after a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    Nothing,
    /// These fields, each with the number of its file.
    Fields(Vec<(usize, Place)>),
    /// Parts came, went or changed places.
    Shape,
}

impl Draft {
    /// From what was kept.
    #[must_use]
    pub fn kept(kept: &Value) -> Draft {
        let files = kept["files"].as_array().cloned().unwrap_or_default();
        Draft { files: files.into_iter().filter(Value::is_object).collect(), history: History::default() }
    }

    /// To keep it: the files, without the steps.
    #[must_use]
    pub fn to_keep(&self) -> Value {
        object([("files", self.files.clone().into())])
    }

    /// The files, one a language.
    #[must_use]
    pub fn files(&self) -> &[Value] {
        &self.files
    }

    /// The language of a file, as it says itself.
    #[must_use]
    pub fn lang_of(file: &Value) -> String {
        file["lang"].as_str().unwrap_or_default().to_owned()
    }

    /// A file as it is saved: indented, so that versions of it can be compared.
    #[must_use]
    pub fn written(&self, file: usize) -> String {
        let written = self.files.get(file).map(serde_json::to_string_pretty);
        // Printing a JSON value cannot fail.
        written.and_then(Result::ok).unwrap_or_default() + "\n"
    }

    /// What stands at `place` in a file.
    #[must_use]
    pub fn value(&self, file: usize, place: &Place) -> Option<&Value> {
        place.of(self.files.get(file)?)
    }

    /// How many parts the list at `place` has.
    #[must_use]
    pub fn count(&self, place: &Place) -> usize {
        self.files.iter().map(|file| length(file, place)).max().unwrap_or_default()
    }

    /// Sets a field of one file; with nothing, it is taken away.
    pub fn set(&mut self, file: usize, place: &Place, value: Option<Value>) -> Changed {
        if self.value(file, place) == value.as_ref() {
            return Changed::Nothing;
        }
        self.step(vec![within(file, place, Act::Set(value))])
    }

    /// Sets a field that is the same in every language.
    pub fn set_all(&mut self, place: &Place, value: Option<&Value>) -> Changed {
        if (0..self.files.len()).all(|file| self.value(file, place) == value) {
            return Changed::Nothing;
        }
        self.step(self.in_all(place, |_| Act::Set(value.cloned())))
    }

    /// Gives a part another id, and all that refers to it too.
    pub fn rename(&mut self, part: &Place, id: &str) -> Changed {
        let before = self.value(0, &part.field("id")).and_then(Value::as_str).map(str::to_owned);
        if before.as_deref() == Some(id) {
            return Changed::Nothing;
        }
        let mut edits = self.in_all(&part.field("id"), |_| Act::Set(Some(id.into())));
        if let Some(before) = before.filter(|before| !before.is_empty()) {
            for file in 0..self.files.len() {
                edits.extend(
                    super::refer::followed(&self.files[file], part, &before, id)
                        .into_iter()
                        .map(|(place, value)| within(file, &place, Act::Set(Some(value)))),
                );
            }
        }
        self.step(edits)
    }

    /// A new part at the end of a list; gives its position.
    pub fn add(&mut self, holder: &Place, list: List) -> (Changed, usize) {
        let place = holder.field(list.name());
        let first = self.value(0, &place).and_then(Value::as_array).cloned().unwrap_or_default();
        let (part, at) = (list.part(&first), self.count(&place));
        let edits = (0..self.files.len()).map(|file| {
            let has_list = self.value(file, &place).is_some_and(Value::is_array);
            let act = if has_list { Act::Insert(at, part.clone()) } else { Act::Set(Some(vec![part.clone()].into())) };
            within(file, &place, act)
        });
        (self.step(edits.collect()), at)
    }

    /// A copy of a part right behind it, with an id of its own.
    pub fn duplicate(&mut self, holder: &Place, list: List, at: usize) -> Changed {
        let place = holder.field(list.name());
        let all = self.value(0, &place).and_then(Value::as_array).cloned().unwrap_or_default();
        let id = list.id(&all);
        let copy = |file: usize| {
            let mut part = self.value(file, &place.index(at)).cloned()?;
            part.as_object_mut()?.insert("id".to_owned(), id.clone().into());
            Some(within(file, &place, Act::Insert(at + 1, part)))
        };
        match (0..self.files.len()).map(copy).collect() {
            Some(edits) => self.step(edits),
            None => Changed::Nothing,
        }
    }

    pub fn remove(&mut self, holder: &Place, list: List, at: usize) -> Changed {
        self.step(self.in_all(&holder.field(list.name()), |_| Act::Remove(at)))
    }

    /// Puts a part of a list at another position.
    pub fn shift(&mut self, holder: &Place, list: List, from: usize, to: usize) -> Changed {
        self.step(self.in_all(&holder.field(list.name()), |_| Act::Move(from, to)))
    }

    /// The same pack in one language more, with nothing said in it yet.
    pub fn add_language(&mut self, lang: &str) -> Changed {
        let Some(first) = self.files.first() else {
            return Changed::Nothing;
        };
        let mut file = without_words(first);
        file["lang"] = lang.into();
        let mut files = self.files.clone();
        files.push(file);
        self.replace(files)
    }

    pub fn remove_language(&mut self, file: usize) -> Changed {
        let mut files = self.files.clone();
        if file >= files.len() {
            return Changed::Nothing;
        }
        files.remove(file);
        self.replace(files)
    }

    /// Opens a file; the second says whether it came beside those that are here.
    pub fn open(&mut self, pack: Value) -> (Changed, bool) {
        let (files, is_beside) = start::opened(&self.files, pack);
        (self.replace(files), is_beside)
    }

    /// Other files in place of these; none at all is how a draft begins, and ends.
    pub fn replace(&mut self, files: Vec<Value>) -> Changed {
        self.step(vec![Edit::Files(files)])
    }

    /// What comes next in the same field is a step of its own.
    pub fn pause(&mut self) {
        self.history.pause();
    }

    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    #[must_use]
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    pub fn undo(&mut self) -> Changed {
        self.history.undo(&mut self.files).map_or(Changed::Nothing, |edits| changed(&edits))
    }

    pub fn redo(&mut self) -> Changed {
        self.history.redo(&mut self.files).map_or(Changed::Nothing, |edits| changed(&edits))
    }

    fn in_all(&self, place: &Place, act: impl Fn(usize) -> Act) -> Vec<Edit> {
        (0..self.files.len()).map(|file| within(file, place, act(file))).collect()
    }

    fn step(&mut self, edits: Vec<Edit>) -> Changed {
        let told = changed(&edits);
        if self.history.change(&mut self.files, edits) { told } else { Changed::Nothing }
    }
}

fn within(file: usize, place: &Place, act: Act) -> Edit {
    Edit::Within { file, place: place.clone(), act }
}

fn changed(edits: &[Edit]) -> Changed {
    let field = |edit: &Edit| match edit {
        Edit::Within { file, place, act: Act::Set(_) } if kind(place).is_some() => Some((*file, place.clone())),
        _ => None,
    };
    edits.iter().map(field).collect::<Option<_>>().map_or(Changed::Shape, Changed::Fields)
}
