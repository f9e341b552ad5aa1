//! What the checker goes by: the numbers and severities that all languages share, and the word lists of the plan's language.

use super::{finding::Severity, rule::Rule, rules::RULES, text::norm};
use crate::document::object::object;
use crate::document::reader::{Fault, Node, Problem, read};
use serde_json::{Map, Value};

/// What the checker goes by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setup {
    pub config: Config,
    pub lists: Lists,
    /// For each rule, in the order of [`RULES`], its severities.
    severities: Vec<Vec<Severity>>,
}

macro_rules! numbers {
    ($($(#[$note:meta])* $name:ident in $range:expr;)*) => {
        /// The numbers that rules go by.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct Config {
            $($(#[$note])* pub $name: i32,)*
        }

        impl Config {
            fn read(node: Node) -> Config {
                Config { $($name: number(node.field(stringify!($name)), $range),)* }
            }
        }
    };
}

numbers! {
    /// Detail is for so many days; and reviews are no further apart (seed-facts S2.16, S2.19).
    horizon_days in 1..=3660;
    min_channels in 0..=1000;
    channels_per_person in 0..=1000;
    /// What a person can give in a week where the plan does not say, in hours.
    hours_per_week in 0..=168;
    /// The most actions at a time.
    parallel_actions in 1..=1000;
    /// Texts are the same where so many of a hundred content words are.
    same_percent in 1..=100;
    /// Texts under so many characters say too little.
    short_text in 0..=2000;
    objectives in 1..=1000;
    primary_audiences in 1..=1000;
    /// A long way in fewer days than these is asked about.
    soon_days in 0..=3660;
    /// So many times the baseline is a long way.
    long_way in 2..=1000;
    /// So many of a hundred content words of a won't-do line make a tactic its opposite.
    wont_percent in 1..=100;
    /// A plan that nobody has changed for so many days may be out of date.
    stale_days in 1..=3660;
    /// A reading that is older does not count.
    reading_days in 1..=3660;
}

macro_rules! lists {
    ($($(#[$note:meta])* $list:ident $name:literal,)*) => {
        /// A list of words or phrases of a language.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum List { $($(#[$note])* $list,)* }

        const LISTS: &[&str] = &[$($name),*];
    };
}

lists! {
    /// Words that carry nothing.
    Stop "stop",
    /// What stands in front of an apostrophe and belongs to no word, as in `l'avis`.
    Elisions "elisions",
    /// What stands in front of a verb, as in `we will`.
    LeadIns "lead_ins",
    Tools "tools",
    Generic "generic",
    TaskVerbs "task_verbs",
    GoalVerbs "goal_verbs",
    Rise "rise",
    Fall "fall",
    OutputMetrics "output_metrics",
    VanityMetrics "vanity_metrics",
    VagueOwners "vague_owners",
    Placeholders "placeholders",
    HomePages "home_pages",
    /// The words, beside [`Lists::plain`].
    Jargon "jargon",
}

/// The word lists of one language, each sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lists {
    lists: Vec<Vec<String>>,
    /// For each entry of [`List::Jargon`] a plain word.
    plain: Vec<String>,
}

/// The longest word or phrase of a list, in characters.
const MAX_PHRASE: usize = 60;

/// Puts together what all languages share and the words of one, for [`Setup::read`] and [`super::texts::Texts::read`].
#[must_use]
pub fn joined(structure: &Value, words: &Value) -> Value {
    let shapes = structure["rules"].as_object();
    let texts = words["rules"].as_object();
    let mut rules = Map::new();
    for (id, part) in shapes.into_iter().chain(texts).flatten() {
        let rule = rules.entry(id.clone()).or_insert_with(|| Value::Object(Map::new()));
        if let Some((rule, part)) = rule.as_object_mut().zip(part.as_object()) {
            // What all languages share wins, so that no translation can change what counts.
            for (name, value) in part {
                rule.entry(name).or_insert_with(|| value.clone());
            }
        }
    }
    object([
        ("config", structure["config"].clone()),
        ("rules", rules.into()),
        ("terms", words["terms"].clone()),
        ("lists", words["lists"].clone()),
    ])
}

/// The same in two files: what is said, for [`super::texts::Texts::read`], in the language of the page; and what the checker
/// goes by, for [`Setup::read`], in the language of the plan.
#[must_use]
pub fn parted(joined: &Value) -> (Value, Value) {
    let rules = |is_setup: bool| {
        let rules = joined["rules"].as_object().into_iter().flatten();
        let part = |rule: &Value| {
            let fields = rule.as_object().into_iter().flatten();
            let fields = fields.filter(|(name, _)| (*name == "severity") == is_setup);
            Value::Object(fields.map(|(name, value)| (name.clone(), value.clone())).collect())
        };
        Value::Object(rules.map(|(id, rule)| (id.clone(), part(rule))).collect())
    };
    (
        object([("rules", rules(false)), ("terms", joined["terms"].clone())]),
        object([("config", joined["config"].clone()), ("rules", rules(true)), ("lists", joined["lists"].clone())]),
    )
}

impl Setup {
    /// Reads a file as [`joined`] puts it together.
    #[must_use]
    pub fn read(file: &Value) -> (Setup, Vec<Fault>) {
        read(file, |top| Setup {
            config: Config::read(top.field("config")),
            severities: rules(top).map(|(rule, node)| severities(rule, node)).collect(),
            lists: Lists::read(top.field("lists")),
        })
    }

    pub(super) fn severity(&self, rule: usize, level: usize) -> Severity {
        self.severities.get(rule).and_then(|levels| levels.get(level)).copied().unwrap_or(Severity::Hint)
    }
}

/// The part of the file about each rule; what is about no rule is a fault.
pub(super) fn rules(top: Node) -> impl Iterator<Item = (&'static Rule, Node)> {
    let node = top.field("rules");
    for (id, stray) in node.entries() {
        if !RULES.iter().any(|rule| rule.id == id) {
            stray.fault(Problem::UnknownId { id: id.to_owned() });
        }
    }
    RULES.iter().map(move |rule| (*rule, node.field(rule.id)))
}

fn severities(rule: &Rule, node: Node) -> Vec<Severity> {
    let levels = node.field("severity").list_of(rule.levels..=rule.levels);
    levels.into_iter().map(|level| level.one_of(Severity::NAMED).unwrap_or(Severity::Hint)).collect()
}

fn number(node: Node, range: std::ops::RangeInclusive<i64>) -> i32 {
    i32::try_from(node.int(range)).unwrap_or(i32::MAX)
}

impl Lists {
    #[must_use]
    pub fn of(&self, list: List) -> &[String] {
        self.lists.get(list as usize).map_or(&[], Vec::as_slice)
    }

    /// The plain word for an entry of [`List::Jargon`].
    #[must_use]
    pub fn plain(&self, jargon: usize) -> &str {
        self.plain.get(jargon).map_or("", String::as_str)
    }

    fn read(node: Node) -> Lists {
        let (mut words, mut plain) = (Vec::new(), Vec::new());
        for (word, node) in node.field("jargon").entries() {
            let at = put_in_order(&mut words, norm(word));
            plain.insert(at, node.text(MAX_PHRASE));
        }
        let mut lists: Vec<Vec<String>> = Vec::new();
        for (number, name) in LISTS.iter().enumerate().filter(|(number, _)| *number != List::Jargon as usize) {
            // Placeholders, vague owners and home pages may be signs, of which the norm leaves nothing.
            let as_they_are = [List::Placeholders, List::VagueOwners, List::HomePages].map(|list| list as usize);
            let entry = |node: Node| {
                let text = node.text(MAX_PHRASE);
                if as_they_are.contains(&number) { plain_form(&text) } else { norm(&text) }
            };
            let mut list = Vec::new();
            for node in node.field(name).list() {
                put_in_order(&mut list, entry(node));
            }
            lists.push(list);
        }
        lists.push(words);
        Lists { lists, plain }
    }
}

/// Puts an entry where it belongs in a sorted list, and says where that is. The lists are short.
fn put_in_order(list: &mut Vec<String>, entry: String) -> usize {
    let at = list.partition_point(|is| *is < entry);
    list.insert(at, entry);
    at
}

/// A text as lists of signs have it: in lower case, without spaces around it, with one kind of apostrophe.
pub(super) fn plain_form(text: &str) -> String {
    text.trim().to_lowercase().replace('’', "'")
}
