//! What can be filled in, and how: every field of `schema/pack.schema.json`.

use super::place::Place;
use crate::quiz::{outcome::TOP_SCORE, pack_file::longest};

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A line of at most so many characters, in each language.
    Line(usize),
    /// A paragraph of at most so many characters, in each language.
    Text(usize),
    /// The language itself.
    Tag,
    /// A name that other parts refer to.
    Id,
    /// A name that nothing here refers to; may be empty.
    Outer,
    /// The version.
    Version,
    /// A whole number. It may be left out where the last is true.
    Whole(u8, u8, bool),
    Choice(&'static [&'static str]),
    /// A list of texts.
    Sources,
    /// When an item is asked.
    ShowIf,
    /// When a flag is shown.
    Conditions,
}

/// The codes of the stages, in order.
pub const STAGES: [&str; 6] = ["SIT", "OBJ", "CHO", "TAC", "ACT", "CON"];
/// What an item can count in.
pub const MEASURES: [&str; 3] = ["direction", "work", "tie"];

const FIELDS: &[(&str, Kind)] = &[
    ("id", Kind::Id),
    ("pack_version", Kind::Version),
    ("lang", Kind::Tag),
    ("name", Kind::Line(longest::NAME)),
    ("minutes", Kind::Whole(1, 60, false)),
    ("intro", Kind::Text(longest::PARAGRAPH)),
    ("about", Kind::Text(longest::PARAGRAPH)),
    ("caveat", Kind::Text(longest::PARAGRAPH)),
    ("axes.*.name", Kind::Line(longest::NAME)),
    ("axes.*.question", Kind::Line(longest::QUESTION)),
    ("axes.*.low", Kind::Line(longest::END)),
    ("axes.*.high", Kind::Line(longest::END)),
    ("axes.*.min_answers", Kind::Whole(1, 99, false)),
    ("tie.name", Kind::Line(longest::NAME)),
    ("tie.question", Kind::Line(longest::QUESTION)),
    ("tie.min_answers", Kind::Whole(1, 99, false)),
    ("cut", Kind::Whole(1, 99, false)),
    ("band", Kind::Whole(0, 49, false)),
    ("change_band", Kind::Whole(1, 100, false)),
    ("stage_min_answers", Kind::Whole(1, 99, true)),
    ("flags_shown", Kind::Whole(0, 9, true)),
    ("stages.id", Kind::Choice(&STAGES)),
    ("stages.name", Kind::Line(longest::NAME)),
    ("stages.question", Kind::Line(longest::QUESTION)),
    ("words.*", Kind::Line(longest::NAME)),
    ("tie_texts.*", Kind::Text(longest::PARAGRAPH)),
    ("readings.*.name", Kind::Line(longest::NAME)),
    ("readings.*.lead", Kind::Line(longest::LEAD)),
    ("readings.*.text", Kind::Text(longest::PARAGRAPH)),
    ("items.id", Kind::Id),
    ("items.stage", Kind::Choice(&STAGES)),
    ("items.measures", Kind::Choice(&MEASURES)),
    ("items.text", Kind::Line(longest::QUESTION)),
    ("items.hint", Kind::Line(longest::HINT)),
    ("items.options.id", Kind::Id),
    ("items.options.score", Kind::Whole(0, TOP_SCORE, false)),
    ("items.options.text", Kind::Line(longest::OPTION)),
    ("items.options.feedback", Kind::Text(longest::FEEDBACK)),
    ("items.sources", Kind::Sources),
    ("items.rule", Kind::Outer),
    ("items.opens", Kind::Outer),
    ("items.show_if", Kind::ShowIf),
    ("flags.id", Kind::Id),
    ("flags.name", Kind::Line(longest::NAME)),
    ("flags.text", Kind::Text(longest::FEEDBACK)),
    ("flags.all", Kind::Conditions),
    ("flags.any", Kind::Conditions),
    ("flags.sources", Kind::Sources),
    ("flags.rule", Kind::Outer),
];

impl Kind {
    /// Whether each language has its own.
    #[must_use]
    pub fn is_worded(self) -> bool {
        matches!(self, Kind::Line(_) | Kind::Text(_) | Kind::Tag)
    }
}

/// How what stands at `place` is filled in; nothing where it is no field, or none that this version knows.
#[must_use]
pub fn kind(place: &Place) -> Option<Kind> {
    let pattern = place.pattern();
    FIELDS.iter().find(|(known, _)| fits(known, &pattern)).map(|(_, kind)| *kind)
}

/// A star stands for any one name.
fn fits(known: &str, pattern: &str) -> bool {
    let (known, names) = (known.split('.'), pattern.split('.'));
    known.clone().count() == names.clone().count()
        && known.zip(names).all(|(known, name)| known == "*" || known == name)
}
