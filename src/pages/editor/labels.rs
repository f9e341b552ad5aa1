//! What the fields and parts of a pack are called on the page.

use super::desk::Editor;
use crate::{
    draft::{field, place::Place},
    words::EditorKey as Key,
};

/// The sections of the form, in order, with the fields at the top of a file that stand in each.
pub const SECTIONS: [(&str, &[&str]); 6] = [
    ("pack", &["id", "pack_version", "lang", "name", "minutes", "intro", "about", "caveat"]),
    ("items", &["items"]),
    ("flags", &["flags", "flags_shown"]),
    ("says", &["readings", "words", "tie_texts"]),
    ("axes", &["axes", "tie", "stages"]),
    ("counts", &["cut", "band", "change_band", "stage_min_answers"]),
];

/// The readings, in the order of the form.
pub const READINGS: [(&str, Key); 11] = [
    ("starting-out", Key::ReadingStartingOut),
    ("busy", Key::ReadingBusy),
    ("on-paper", Key::ReadingOnPaper),
    ("aligned", Key::ReadingAligned),
    ("aligned-unjoined", Key::ReadingAlignedUnjoined),
    ("starting-out|busy", Key::ReadingStartingOutBusy),
    ("starting-out|on-paper", Key::ReadingStartingOutOnPaper),
    ("busy|aligned", Key::ReadingBusyAligned),
    ("on-paper|aligned", Key::ReadingOnPaperAligned),
    ("middle", Key::ReadingMiddle),
    ("too-few", Key::ReadingTooFew),
];

/// How far something has come, in the order of the form.
pub const WORDS: [(&str, Key); 3] =
    [("not-yet", Key::WordNotYet), ("partly", Key::WordPartly), ("mostly", Key::WordMostly)];

const STAGES: [Key; 6] = [Key::StageSit, Key::StageObj, Key::StageCho, Key::StageTac, Key::StageAct, Key::StageCon];
const MEASURES: [Key; 3] = [Key::MeasureDirection, Key::MeasureWork, Key::MeasureTie];

/// What groups of fields are called, by where they stand.
const GROUPS: [(&str, Key); 5] = [
    ("axes.direction", Key::MeasureDirection),
    ("axes.work", Key::MeasureWork),
    ("tie", Key::TieTitle),
    ("words", Key::WordsTitle),
    ("tie_texts", Key::TieTexts),
];

/// What a field is called.
pub fn label(place: &Place) -> Key {
    let pattern = place.pattern();
    let (above, last) = pattern.rsplit_once('.').unwrap_or(("", &pattern));
    match (above, last) {
        (_, "id") if above == "stages" => Key::FieldStage,
        (_, "id") => Key::FieldId,
        (_, "pack_version") => Key::FieldVersion,
        (_, "lang") => Key::FieldLang,
        (_, "name") => Key::FieldName,
        (_, "minutes") => Key::FieldMinutes,
        (_, "intro") => Key::FieldIntro,
        (_, "about") => Key::FieldAbout,
        (_, "caveat") => Key::FieldCaveat,
        (_, "question") => Key::FieldAxisQuestion,
        (_, "low") => Key::FieldLow,
        (_, "high") => Key::FieldHigh,
        (_, "min_answers") => Key::FieldMinAnswers,
        (_, "cut") => Key::FieldCut,
        (_, "band") => Key::FieldBand,
        (_, "change_band") => Key::FieldChangeBand,
        (_, "stage_min_answers") => Key::FieldStageMin,
        (_, "flags_shown") => Key::FieldFlagsShown,
        (_, "stage") => Key::FieldStage,
        (_, "measures") => Key::FieldMeasures,
        ("items", "text") => Key::FieldQuestion,
        (_, "hint") => Key::FieldHint,
        (_, "score") => Key::FieldScore,
        ("items.options", "text") => Key::FieldOption,
        (_, "feedback") => Key::FieldFeedback,
        (_, "text") => Key::FieldText,
        (_, "lead") => Key::FieldReadingLead,
        (_, "sources") => Key::FieldSources,
        (_, "rule") => Key::FieldRule,
        (_, "opens") => Key::FieldOpens,
        (_, "show_if") => Key::FieldShowIf,
        (_, "all") => Key::FieldAll,
        (_, "any") => Key::FieldAny,
        ("words" | "tie_texts", word) => {
            WORDS.iter().find(|(code, _)| *code == word).map_or(Key::FieldOther, |(_, key)| *key)
        }
        _ => Key::FieldOther,
    }
}

/// What a code of a list of choices stands for.
pub fn choice(code: &str) -> Option<Key> {
    let of = |codes: &[&str], keys: &[Key]| {
        codes.iter().position(|known| *known == code).and_then(|at| keys.get(at).copied())
    };
    of(&field::STAGES, &STAGES).or_else(|| of(&field::MEASURES, &MEASURES))
}

/// Where something stands, in words: ‘Question 4, Answer 2: Points’.
pub fn place(editor: &Editor, at: &Place) -> String {
    if at.steps().is_empty() {
        return editor.t(Key::PartFile);
    }
    let parts = parts(editor, at);
    let is_part = !parts.is_empty() && field::kind(at).is_none() && inner(at).is_none();
    let field = inner(at).unwrap_or_else(|| at.clone());
    let whole = section_of(at)
        .filter(|_| parts.is_empty() && field::kind(&field).is_none())
        .map(|name| editor.t(section(name)));
    let last = whole.or_else(|| (!is_part).then(|| editor.t(label(&field))));
    [parts.join(", ")].into_iter().filter(|part| !part.is_empty()).chain(last).collect::<Vec<_>>().join(": ")
}

/// The parts and groups that something stands in, from the outside in.
fn parts(editor: &Editor, at: &Place) -> Vec<String> {
    let numbered = [
        ("items", Key::PartItems),
        ("options", Key::PartOptions),
        ("flags", Key::PartFlags),
        ("stages", Key::PartStages),
    ];
    let pattern = at.pattern();
    let group = GROUPS.iter().find(|(group, _)| pattern.starts_with(group) && pattern.len() > group.len());
    let reading = pattern.strip_prefix("readings.").map(|rest| rest.split('.').next().unwrap_or_default());
    let reading = READINGS.iter().find(|(code, _)| Some(*code) == reading);
    let number = |(list, key): (&str, Key)| {
        let index = at.index_in(list)?;
        Some(editor.page().fill(key, &[("n", &(index + 1).to_string())]))
    };
    let named = group.map(|(_, key)| *key).or(reading.map(|(_, key)| *key)).map(|key| editor.t(key));
    numbered.into_iter().filter_map(number).chain(named).collect()
}

/// The field that something stands within, as a condition does in a list of them.
fn inner(at: &Place) -> Option<Place> {
    (1..at.steps().len()).rev().map(|count| at.start(count)).find(|above| field::kind(above).is_some())
}

/// The section that something stands in.
fn section_of(at: &Place) -> Option<&'static str> {
    let top = at.start(1).pattern();
    SECTIONS.iter().find(|(_, fields)| fields.contains(&&*top)).map(|(name, _)| *name)
}

/// What a section is called.
pub fn section(name: &str) -> Key {
    match name {
        "items" => Key::SectionItems,
        "flags" => Key::SectionFlags,
        "says" => Key::SectionSays,
        "axes" => Key::SectionAxes,
        "counts" => Key::SectionCounts,
        _ => Key::SectionPack,
    }
}

/// The names of the folded parts that something stands in, the outer first.
pub fn folds(at: &Place, part_name: impl Fn(&Place) -> String) -> Vec<String> {
    let section = section_of(at).map(|name| format!("section:{name}"));
    let is_row = ["items", "flags", "stages"].iter().any(|list| at.index_in(list).is_some());
    section.into_iter().chain(is_row.then(|| part_name(&at.start(2)))).collect()
}
