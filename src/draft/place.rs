//! Where something stands in a pack, written as faults write it: `items[3].options[1].score`.

use crate::document::object::joined;
use serde_json::Value;
use std::fmt;

/// A path from the top of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Place(Vec<Step>);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    Field(String),
    Index(usize),
}

impl Place {
    /// As far as `path` can be followed: what is not there is named by its id, as in `items[q05]`, and has no place yet.
    #[must_use]
    pub fn parse(path: &str) -> Place {
        let mut steps = Vec::new();
        for part in path.split('.').filter(|part| !part.is_empty()) {
            let (name, indexes) = part.split_once('[').unwrap_or((part, ""));
            steps.push(Step::Field(name.to_owned()));
            for index in indexes.split('[').filter(|index| !index.is_empty()) {
                let Ok(index) = index.trim_end_matches(']').parse() else {
                    return Place(steps);
                };
                steps.push(Step::Index(index));
            }
        }
        Place(steps)
    }

    #[must_use]
    pub fn field(&self, name: &str) -> Place {
        self.with(Step::Field(name.to_owned()))
    }

    #[must_use]
    pub fn index(&self, index: usize) -> Place {
        self.with(Step::Index(index))
    }

    fn with(&self, step: Step) -> Place {
        let mut steps = self.0.clone();
        steps.push(step);
        Place(steps)
    }

    /// What holds it, and its last step; nothing for the whole file.
    #[must_use]
    pub fn parent(&self) -> Option<(Place, &Step)> {
        let (last, above) = self.0.split_last()?;
        Some((Place(above.to_vec()), last))
    }

    /// The first `count` steps of it.
    #[must_use]
    pub fn start(&self, count: usize) -> Place {
        Place(self.0.iter().take(count).cloned().collect())
    }

    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The number that follows the list called `name`, as 3 in `items[3].text`.
    #[must_use]
    pub fn index_in(&self, name: &str) -> Option<usize> {
        self.0.windows(2).find_map(|pair| match pair {
            [Step::Field(list), Step::Index(index)] if list == name => Some(*index),
            _ => None,
        })
    }

    /// The names alone, as in `items.options.score`: what kind of thing stands there.
    #[must_use]
    pub fn pattern(&self) -> String {
        let names = self.0.iter().filter_map(|step| match step {
            Step::Field(name) => Some(name.as_str()),
            Step::Index(_) => None,
        });
        names.collect::<Vec<_>>().join(".")
    }

    /// What stands there.
    #[must_use]
    pub fn of<'a>(&self, file: &'a Value) -> Option<&'a Value> {
        self.0.iter().try_fold(file, |value, step| match step {
            Step::Field(name) => value.as_object()?.get(name),
            Step::Index(index) => value.as_array()?.get(*index),
        })
    }

    /// The same, to change it.
    #[must_use]
    pub fn of_mut<'a>(&self, file: &'a mut Value) -> Option<&'a mut Value> {
        self.0.iter().try_fold(file, |value, step| match step {
            Step::Field(name) => value.as_object_mut()?.get_mut(name),
            Step::Index(index) => value.as_array_mut()?.get_mut(*index),
        })
    }
}

impl fmt::Display for Place {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut path = String::new();
        for step in &self.0 {
            path = match step {
                Step::Field(name) if path.is_empty() => name.clone(),
                Step::Field(name) => joined(&[&path, ".", name]),
                Step::Index(index) => format!("{path}[{index}]"),
            };
        }
        to.write_str(&path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_place_is_read_and_written_as_faults_write_it() {
        for (path, pattern) in [
            ("items[3].options[1].score", "items.options.score"),
            ("readings.starting-out|busy.lead", "readings.starting-out|busy.lead"),
            ("flags[0].all[2]", "flags.all"),
            ("", ""),
        ] {
            let place = Place::parse(path);
            assert_eq!((place.to_string(), place.pattern()), (path.to_owned(), pattern.to_owned()));
        }
        assert_eq!(Place::parse("items[q05]").to_string(), "items");
        assert_eq!(Place::parse("items[3].options[1].score").index_in("options"), Some(1));
    }

    #[test]
    fn a_place_leads_into_a_file() {
        let file = json!({"items": [{"text": "a"}]});
        let check = |path: &str, expected: Option<Value>| {
            assert_eq!(Place::parse(path).of(&file).cloned(), expected, "{path}");
        };
        check("items[0].text", Some(json!("a")));
        check("items[1].text", None);
        check("items.text", None);
        check("", Some(file.clone()));
    }
}
