//! The drill: statements to sort into strategies and tactics, one at a time.

use crate::document::reader::{Fault, Node, note_twice, read};
use serde_json::Value;

/// The drill's statements and words in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drill {
    pub title: String,
    pub intro: String,
    /// Another view on sorting at all.
    pub other_view: String,
    pub bonus_intro: String,
    pub keys: Vec<(Key, String)>,
    pub statements: Vec<Statement>,
    /// The bonus round: statements that are neither.
    pub bonus: Vec<Statement>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    pub id: String,
    pub key: Key,
    pub text: String,
    pub why: String,
}

/// What a statement can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Strategy,
    Tactic,
    Objective,
    Control,
}

/// One person's way through the drill.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// Gives the order; the same seed, the same order, everywhere.
    pub seed: u32,
    /// The statements' ids and what they were sorted as, in the order in which they were.
    pub sorted: Vec<(String, Key)>,
    /// How many statements were left behind; the last one sorted stays in view until then.
    pub at: usize,
}

impl Key {
    pub const ALL: [Key; 4] = [Key::Strategy, Key::Tactic, Key::Objective, Key::Control];
    const NAMED: [(&str, Key); 4] = [
        ("strategy", Key::Strategy),
        ("tactic", Key::Tactic),
        ("objective", Key::Objective),
        ("control", Key::Control),
    ];

    /// The name used in files.
    #[must_use]
    pub fn code(self) -> &'static str {
        Key::NAMED[self as usize].0
    }

    /// Reads one from a file.
    #[must_use]
    pub fn read(node: Node) -> Option<Key> {
        node.one_of(&Key::NAMED)
    }
}

impl Drill {
    /// The name of `key` in the drill's language.
    #[must_use]
    pub fn key_name(&self, key: Key) -> &str {
        self.keys.iter().find(|(is, _)| *is == key).map_or(key.code(), |(_, name)| name)
    }

    /// The statements in the order of `seed`, the bonus round behind them.
    #[must_use]
    pub fn in_order(&self, seed: u32) -> Vec<&Statement> {
        let main = shuffled(self.statements.len(), seed);
        let bonus = shuffled(self.bonus.len(), seed);
        let main = main.into_iter().filter_map(|index| self.statements.get(index));
        main.chain(bonus.into_iter().filter_map(|index| self.bonus.get(index))).collect()
    }

    /// What `statement` can be sorted as: two ways in either round.
    #[must_use]
    pub fn choices(&self, statement: &Statement) -> [Key; 2] {
        match statement.key {
            Key::Strategy | Key::Tactic => [Key::Strategy, Key::Tactic],
            Key::Objective | Key::Control => [Key::Objective, Key::Control],
        }
    }
}

impl Run {
    /// At the first statement in the order of `seed`.
    #[must_use]
    pub fn new(seed: u32) -> Run {
        Run { seed, ..Run::default() }
    }

    /// How the statement in view was sorted, if it was.
    #[must_use]
    pub fn shown(&self) -> Option<Key> {
        self.sorted.get(self.at).map(|(_, key)| *key)
    }

    /// Sorts the statement in view, once.
    pub fn sort(&mut self, statement: &str, key: Key) {
        if self.shown().is_none() {
            self.sorted.push((statement.to_owned(), key));
        }
    }

    /// To the next statement, if the one in view was sorted.
    pub fn next(&mut self) {
        if self.shown().is_some() {
            self.at += 1;
        }
    }

    /// How many were sorted as the key says, and those that were not.
    #[must_use]
    pub fn result<'a>(&self, statements: &[&'a Statement]) -> (usize, Vec<&'a Statement>) {
        let sorted = statements.iter().filter_map(|statement| {
            let (_, key) = self.sorted.iter().find(|(id, _)| *id == statement.id)?;
            Some((*statement, *key))
        });
        let (right, missed): (Vec<_>, Vec<_>) = sorted.partition(|(statement, key)| *key == statement.key);
        let missed = missed.into_iter().map(|(statement, _)| statement).collect();
        (right.len(), missed)
    }
}

/// More statements than this are no drill; and it bounds the work that a hostile file can cause.
const STATEMENTS: usize = 200;

/// Reads a drill file, with everything that is wrong with it.
#[must_use]
pub fn read_drill(file: &Value) -> (Drill, Vec<Fault>) {
    read(file, |top| {
        let text = |name: &'static str| top.field(name).text(600);
        let keys = top.field("keys");
        let (statements, bonus) =
            (top.field("statements").list_of(1..=STATEMENTS), top.field("bonus").list_of(0..=STATEMENTS));
        note_twice(&[statements.clone(), bonus.clone()].concat());
        Drill {
            title: text("title"),
            intro: text("intro"),
            other_view: text("other_view"),
            bonus_intro: text("bonus_intro"),
            keys: Key::ALL.map(|key| (key, keys.field(key.code()).text(24))).to_vec(),
            statements: statements.into_iter().filter_map(statement).collect(),
            bonus: bonus.into_iter().filter_map(statement).collect(),
        }
    })
}

fn statement(node: Node) -> Option<Statement> {
    let key = Key::read(node.field("key"));
    Some(Statement {
        id: node.field("id").id(),
        text: node.field("text").text(120),
        why: node.field("why").text(220),
        key: key?,
    })
}

/// The numbers from 0 to `len` in the order of `seed`: Fisher and Yates' shuffle, with `SplitMix64` for the draws. Classes
/// rely on the order, so it never changes.
#[must_use]
pub fn shuffled(len: usize, seed: u32) -> Vec<usize> {
    let mut state = u64::from(seed);
    let mut draw = |below: usize| {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let high = (mixed ^ (mixed >> 31)) >> 32;
        usize::try_from(high % (below as u64)).unwrap_or(0)
    };
    let mut order: Vec<usize> = (0..len).collect();
    for index in (1..len).rev() {
        order.swap(index, draw(index + 1));
    }
    order
}
