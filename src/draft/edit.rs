//! One change to a draft's files. Applying it gives the change that takes it back.

use super::place::{Place, Step};
use serde_json::{Map, Value};

#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Other files in place of all these.
    Files(Vec<Value>),
    /// Something within one of them.
    Within { file: usize, place: Place, act: Act },
}

#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// What stands at the place from now on; with nothing, the field is taken away. What should hold it is made where it is not.
    Set(Option<Value>),
    /// A part more in the list at the place.
    Insert(usize, Value),
    Remove(usize),
    /// A part of the list goes from the first position to the second.
    Move(usize, usize),
}

/// Applies `edit` and gives what takes it back; nothing where it cannot be applied, and then nothing has changed.
pub fn apply(files: &mut Vec<Value>, edit: Edit) -> Option<Edit> {
    match edit {
        Edit::Files(new) => Some(Edit::Files(std::mem::replace(files, new))),
        Edit::Within { file, place, act } => {
            let (place, act) = within(files.get_mut(file)?, place, act)?;
            Some(Edit::Within { file, place, act })
        }
    }
}

fn within(file: &mut Value, place: Place, act: Act) -> Option<(Place, Act)> {
    if let Act::Set(value) = act {
        let (place, value) = reachable(file, place, value);
        let inverse = set(file, &place, value)?;
        return Some((place, inverse));
    }
    let list = place.of_mut(file)?.as_array_mut()?;
    let inverse = match act {
        Act::Set(_) => return None,
        Act::Insert(at, part) => {
            if at > list.len() {
                return None;
            }
            list.insert(at, part);
            Act::Remove(at)
        }
        Act::Remove(at) => {
            if at >= list.len() {
                return None;
            }
            Act::Insert(at, list.remove(at))
        }
        Act::Move(from, to) => {
            if from.max(to) >= list.len() {
                return None;
            }
            let part = list.remove(from);
            list.insert(to, part);
            Act::Move(to, from)
        }
    };
    Some((place, inverse))
}

/// Where `value` can be put so that it stands at `place`: where what should hold it is missing or of another kind, that is put
/// there too.
fn reachable(file: &Value, mut place: Place, mut value: Option<Value>) -> (Place, Option<Value>) {
    while let Some((above, Step::Field(name))) = place.parent() {
        if above.of(file).is_some_and(Value::is_object) || above.steps().is_empty() || value.is_none() {
            break;
        }
        let mut holding = Map::new();
        holding.insert(name.clone(), value.take().unwrap_or_default());
        value = Some(Value::Object(holding));
        place = above;
    }
    (place, value)
}

/// Gives what takes it back; nothing where there is no such place.
fn set(file: &mut Value, place: &Place, value: Option<Value>) -> Option<Act> {
    let (above, last) = place.parent()?;
    let holder = above.of_mut(file)?;
    match last {
        Step::Field(name) => {
            let holder = holder.as_object_mut()?;
            Some(Act::Set(match value {
                Some(value) => holder.insert(name.clone(), value),
                None => holder.remove(name),
            }))
        }
        Step::Index(index) => {
            let part = holder.as_array_mut()?.get_mut(*index)?;
            Some(Act::Set(Some(std::mem::replace(part, value?))))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(path: &str, act: &Act, expected: Option<Value>) {
        let before = json!({"n": 1, "axes": 5, "list": ["a", "b", "c"]});
        let mut files = vec![before.clone()];
        let case = format!("{path} {act:?}");
        let inverse = apply(&mut files, Edit::Within { file: 0, place: Place::parse(path), act: act.clone() });
        assert_eq!(inverse.is_some(), expected.is_some(), "{case}");
        assert_eq!(files[0], expected.unwrap_or(before.clone()), "{case}");
        if let Some(inverse) = inverse {
            apply(&mut files, inverse).unwrap();
            assert_eq!(files[0], before, "{case} taken back");
        }
    }

    #[test]
    fn each_change_is_made_and_taken_back_or_refused() {
        let with = |list: Value| Some(json!({"n": 1, "axes": 5, "list": list}));
        check("n", &Act::Set(Some(json!(2))), Some(json!({"n": 2, "axes": 5, "list": ["a", "b", "c"]})));
        check("n", &Act::Set(None), Some(json!({"axes": 5, "list": ["a", "b", "c"]})));
        check("gone", &Act::Set(None), with(json!(["a", "b", "c"])));
        check("list[1]", &Act::Set(Some(json!("x"))), with(json!(["a", "x", "c"])));
        check("list[3]", &Act::Set(Some(json!("x"))), None);
        check("", &Act::Set(Some(json!("x"))), None);
        check("list", &Act::Insert(3, json!("d")), with(json!(["a", "b", "c", "d"])));
        check("list", &Act::Insert(4, json!("d")), None);
        check("list", &Act::Remove(0), with(json!(["b", "c"])));
        check("list", &Act::Remove(3), None);
        check("list", &Act::Move(0, 2), with(json!(["b", "c", "a"])));
        check("list", &Act::Move(0, 3), None);
        check("n", &Act::Remove(0), None);
    }

    #[test]
    fn what_should_hold_a_part_is_made_with_it() {
        let made = json!({"n": 1, "axes": {"work": {"name": "x"}}, "list": ["a", "b", "c"]});
        check("axes.work.name", &Act::Set(Some(json!("x"))), Some(made));
        let made = json!({"n": 1, "axes": 5, "tie": {"name": "x"}, "list": ["a", "b", "c"]});
        check("tie.name", &Act::Set(Some(json!("x"))), Some(made));
        check("tie.name", &Act::Set(None), None);
    }
}
