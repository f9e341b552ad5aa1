//! What the fields and parts of a pack are called on the page.

use super::desk::Editor;
use crate::{
    draft::{field, place::Place},
    words::EditorKey,
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
pub const READINGS: [(&str, EditorKey); 11] = [
    ("starting-out", EditorKey::ReadingStartingOut),
    ("busy", EditorKey::ReadingBusy),
    ("on-paper", EditorKey::ReadingOnPaper),
    ("aligned", EditorKey::ReadingAligned),
    ("aligned-unjoined", EditorKey::ReadingAlignedUnjoined),
    ("starting-out|busy", EditorKey::ReadingStartingOutBusy),
    ("starting-out|on-paper", EditorKey::ReadingStartingOutOnPaper),
    ("busy|aligned", EditorKey::ReadingBusyAligned),
    ("on-paper|aligned", EditorKey::ReadingOnPaperAligned),
    ("middle", EditorKey::ReadingMiddle),
    ("too-few", EditorKey::ReadingTooFew),
];

/// How far something has come, in the order of the form.
pub const WORDS: [(&str, EditorKey); 3] =
    [("not-yet", EditorKey::WordNotYet), ("partly", EditorKey::WordPartly), ("mostly", EditorKey::WordMostly)];

const STAGES: [EditorKey; 6] = [
    EditorKey::StageSit,
    EditorKey::StageObj,
    EditorKey::StageCho,
    EditorKey::StageTac,
    EditorKey::StageAct,
    EditorKey::StageCon,
];
const MEASURES: [EditorKey; 3] = [EditorKey::MeasureDirection, EditorKey::MeasureWork, EditorKey::MeasureTie];

/// What groups of fields are called, by where they stand.
const GROUPS: [(&str, EditorKey); 5] = [
    ("axes.direction", EditorKey::MeasureDirection),
    ("axes.work", EditorKey::MeasureWork),
    ("tie", EditorKey::TieTitle),
    ("words", EditorKey::WordsTitle),
    ("tie_texts", EditorKey::TieTexts),
];

/// What a field is called.
pub fn label(place: &Place) -> EditorKey {
    let pattern = place.pattern();
    let (above, last) = pattern.rsplit_once('.').unwrap_or(("", &pattern));
    match (above, last) {
        (_, "id") if above == "stages" => EditorKey::FieldStage,
        (_, "id") => EditorKey::FieldId,
        (_, "pack_version") => EditorKey::FieldVersion,
        (_, "lang") => EditorKey::FieldLang,
        (_, "name") => EditorKey::FieldName,
        (_, "minutes") => EditorKey::FieldMinutes,
        (_, "intro") => EditorKey::FieldIntro,
        (_, "about") => EditorKey::FieldAbout,
        (_, "caveat") => EditorKey::FieldCaveat,
        (_, "question") => EditorKey::FieldAxisQuestion,
        (_, "low") => EditorKey::FieldLow,
        (_, "high") => EditorKey::FieldHigh,
        (_, "min_answers") => EditorKey::FieldMinAnswers,
        (_, "cut") => EditorKey::FieldCut,
        (_, "band") => EditorKey::FieldBand,
        (_, "change_band") => EditorKey::FieldChangeBand,
        (_, "stage_min_answers") => EditorKey::FieldStageMin,
        (_, "flags_shown") => EditorKey::FieldFlagsShown,
        (_, "stage") => EditorKey::FieldStage,
        (_, "measures") => EditorKey::FieldMeasures,
        ("items", "text") => EditorKey::FieldQuestion,
        (_, "hint") => EditorKey::FieldHint,
        (_, "score") => EditorKey::FieldScore,
        ("items.options", "text") => EditorKey::FieldOption,
        (_, "feedback") => EditorKey::FieldFeedback,
        (_, "text") => EditorKey::FieldText,
        (_, "lead") => EditorKey::FieldReadingLead,
        (_, "sources") => EditorKey::FieldSources,
        (_, "rule") => EditorKey::FieldRule,
        (_, "opens") => EditorKey::FieldOpens,
        (_, "show_if") => EditorKey::FieldShowIf,
        (_, "all") => EditorKey::FieldAll,
        (_, "any") => EditorKey::FieldAny,
        ("words" | "tie_texts", word) => {
            WORDS.iter().find(|(code, _)| *code == word).map_or(EditorKey::FieldOther, |(_, key)| *key)
        }
        _ => EditorKey::FieldOther,
    }
}

/// What a code of a list of choices stands for.
pub fn choice(code: &str) -> Option<EditorKey> {
    let of = |codes: &[&str], keys: &[EditorKey]| {
        codes.iter().position(|known| *known == code).and_then(|at| keys.get(at).copied())
    };
    of(&field::STAGES, &STAGES).or_else(|| of(&field::MEASURES, &MEASURES))
}

/// Where something stands, in words: ‘Question 4, Answer 2: Points’.
pub fn place(editor: &Editor, at: &Place) -> String {
    if at.steps().is_empty() {
        return editor.t(EditorKey::PartFile);
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
        ("items", EditorKey::PartItems),
        ("options", EditorKey::PartOptions),
        ("flags", EditorKey::PartFlags),
        ("stages", EditorKey::PartStages),
    ];
    let pattern = at.pattern();
    let is_within =
        |group: &str| pattern.strip_prefix(group).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    let group = GROUPS.iter().find(|(group, _)| is_within(group));
    let reading = pattern.strip_prefix("readings.").map(|rest| rest.split('.').next().unwrap_or_default());
    let reading = READINGS.iter().find(|(code, _)| Some(*code) == reading);
    let number = |(list, key): (&str, EditorKey)| {
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
pub fn section_of(at: &Place) -> Option<&'static str> {
    let top = at.start(1).pattern();
    SECTIONS.iter().find(|(_, fields)| fields.contains(&&*top)).map(|(name, _)| *name)
}

/// What a section is called.
pub fn section(name: &str) -> EditorKey {
    match name {
        "items" => EditorKey::SectionItems,
        "flags" => EditorKey::SectionFlags,
        "says" => EditorKey::SectionSays,
        "axes" => EditorKey::SectionAxes,
        "counts" => EditorKey::SectionCounts,
        _ => EditorKey::SectionPack,
    }
}

/// The names of the folded parts that something stands in, the outer first.
pub fn folds(at: &Place, part_name: impl Fn(&Place) -> String) -> Vec<String> {
    let section = section_of(at).map(|name| format!("section:{name}"));
    let is_row = ["items", "flags", "stages"].iter().any(|list| at.index_in(list).is_some());
    section.into_iter().chain(is_row.then(|| part_name(&at.start(2)))).collect()
}
