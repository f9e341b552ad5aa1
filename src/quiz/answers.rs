//! Answers, and how they are carried from one version of a pack to another.

use super::pack::Pack;
use std::collections::BTreeMap;

/// The option chosen for each item, by their ids. A skipped item is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<String, String>);

/// An answer that has no place in a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmapped {
    pub item: String,
    pub option: String,
    /// Whether the item is there, and only the option is not.
    pub item_known: bool,
}

impl Answers {
    #[must_use]
    pub fn of(&self, item: &str) -> Option<&str> {
        self.0.get(item).map(String::as_str)
    }

    pub fn set(&mut self, item: &str, option: &str) {
        self.0.insert(item.to_owned(), option.to_owned());
    }

    pub fn clear(&mut self, item: &str) {
        self.0.remove(item);
    }

    /// Item and option, in the order of the items' ids.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(item, option)| (item.as_str(), option.as_str()))
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Splits these answers into those that `pack` knows, by item and option id, and those that it does not.
    #[must_use]
    pub fn mapped_onto(&self, pack: &Pack) -> (Answers, Vec<Unmapped>) {
        let mut known = Answers::default();
        let mut unmapped = Vec::new();
        for (item, option) in self.iter() {
            let found = pack.item(item);
            if found.is_some_and(|found| found.option(option).is_some()) {
                known.set(item, option);
            } else {
                unmapped.push(Unmapped {
                    item: item.to_owned(),
                    option: option.to_owned(),
                    item_known: found.is_some(),
                });
            }
        }
        (known, unmapped)
    }
}

impl<I: Into<String>, O: Into<String>> FromIterator<(I, O)> for Answers {
    fn from_iter<T: IntoIterator<Item = (I, O)>>(pairs: T) -> Self {
        Answers(
            pairs
                .into_iter()
                .map(|(item, option)| (item.into(), option.into()))
                .collect(),
        )
    }
}
