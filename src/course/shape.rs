//! What a code leaves out of a pack or a drill, and so needs to be read back: the ids of its items and options, in their order.

use super::signs::{Number, low};
use crate::quiz::{answers::Answers, drill::Drill, pack::Pack};

/// How many signs name the pack, its version and structure included.
pub(super) const NAME: usize = 7;
/// How many of these name the pack whatever its version is.
pub(super) const FAMILY: usize = 3;

/// Under which name results of the drill are gathered. No pack can have it, since it is no id.
pub const DRILL: &str = ":drill";

/// The items and options of one version of a pack, or the statements of the drill and what they can be sorted as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    id: String,
    version: String,
    items: Vec<(String, Vec<String>)>,
    name: [u8; NAME],
}

impl Shape {
    /// `items` with their options, in any order: neither a translation nor a new order on the page makes another shape.
    #[must_use]
    pub fn new(id: &str, version: &str, mut items: Vec<(String, Vec<String>)>) -> Shape {
        for (_, options) in &mut items {
            options.sort();
        }
        items.sort();
        let family = digest([id].into_iter());
        let parts = items.iter().flat_map(|(item, options)| {
            // An empty text tells an option from the next item.
            [item].into_iter().chain(options).map(String::as_str).chain([""])
        });
        let whole = digest([id, version].into_iter().chain(parts));
        let sign = |place: usize| low(if place < FAMILY { family >> (5 * place) } else { whole >> (5 * place) });
        Shape { id: id.to_owned(), version: version.to_owned(), items, name: std::array::from_fn(sign) }
    }

    #[must_use]
    pub fn of_pack(pack: &Pack) -> Shape {
        let items = pack.items.iter().map(|item| {
            let options = item.options.iter().map(|option| option.id.clone());
            (item.id.clone(), options.collect())
        });
        Shape::new(&pack.id, &pack.version, items.collect())
    }

    /// A drill has no version of its own: it is the statements that it has.
    #[must_use]
    pub fn of_drill(drill: &Drill) -> Shape {
        let items = drill.statements.iter().chain(&drill.bonus).map(|statement| {
            let options = drill.choices(statement).map(|key| key.code().to_owned());
            (statement.id.clone(), options.to_vec())
        });
        Shape::new(DRILL, "", items.collect())
    }

    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    pub(super) fn name(&self) -> [u8; NAME] {
        self.name
    }

    /// Whether it has a place for each of `answers` to `pack`.
    pub(super) fn holds(&self, pack: &str, answers: &Answers) -> bool {
        let has = |item: &str, option: &str| {
            self.items.iter().any(|(is, options)| is == item && options.iter().any(|is| is == option))
        };
        self.id == pack && answers.iter().all(|(item, option)| has(item, option))
    }

    /// Puts down `answers`: a digit an item, nothing being the digit 0. Answers that have no place here are left out.
    pub(super) fn put(&self, answers: &Answers, number: &mut Number) {
        for (item, options) in self.items.iter().rev() {
            let chosen = answers.of(item).and_then(|chosen| options.iter().position(|option| option == chosen));
            let digit = chosen.map_or(0, |place| place + 1);
            number.push(radix(options), u8::try_from(digit).unwrap_or(0));
        }
    }

    /// Takes off again what [`Shape::put`] put down.
    pub(super) fn take(&self, number: &mut Number) -> Answers {
        let chosen = self.items.iter().filter_map(|(item, options)| {
            let digit = number.pop(radix(options));
            Some((item, options.get(usize::from(digit).checked_sub(1)?)?))
        });
        chosen.collect()
    }

    /// How many signs any answers fit in, with a digit of `below` underneath.
    pub(super) fn width(&self, below: u8) -> usize {
        let mut most = Number::default();
        for (_, options) in self.items.iter().rev() {
            most.push(radix(options), radix(options) - 1);
        }
        most.push(below, below - 1);
        most.width()
    }
}

/// Each option, or none. A pack has at most eight a question.
fn radix(options: &[String]) -> u8 {
    u8::try_from(options.len()).unwrap_or(u8::MAX - 1).saturating_add(1)
}

/// FNV-1a, 64 bits, with a byte behind each part that no text has. Codes hold a part of it, so it never changes.
pub(super) fn digest<'a>(parts: impl Iterator<Item = &'a str>) -> u64 {
    let bytes = parts.flat_map(|part| part.bytes().chain([0xff]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
