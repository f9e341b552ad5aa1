//! Answers, and how they are carried from one version of a pack to another.

use super::pack::Pack;

/// The option chosen for each item, by their ids. A skipped item is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(
    // In the order of the items' ids.
    Vec<(String, String)>,
);

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
        let place = self.place(item).ok()?;
        self.0.get(place).map(|(_, option)| option.as_str())
    }

    pub fn set(&mut self, item: &str, option: &str) {
        match self.place(item) {
            Ok(place) => option.clone_into(&mut self.0[place].1),
            Err(place) => self.0.insert(place, (item.to_owned(), option.to_owned())),
        }
    }

    pub fn clear(&mut self, item: &str) {
        if let Ok(place) = self.place(item) {
            self.0.remove(place);
        }
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

    fn place(&self, item: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(is, _)| is.as_str().cmp(item))
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

impl<I: AsRef<str>, O: AsRef<str>> FromIterator<(I, O)> for Answers {
    fn from_iter<T: IntoIterator<Item = (I, O)>>(pairs: T) -> Self {
        let mut answers = Answers::default();
        for (item, option) in pairs {
            answers.set(item.as_ref(), option.as_ref());
        }
        answers
    }
}
