//! The first line of a table that names its columns, in English or French.

use super::{
    super::guess::{Channel, plain},
    PastedRow, TacticKind,
    cells::Record,
    has_words, kind_called, row,
};

/// Which column holds what, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Header {
    text: Option<usize>,
    channel: Option<usize>,
    kind: Option<usize>,
    /// The columns that have a name.
    named: Vec<usize>,
    /// The names of those that hold something else.
    pub(super) left_out: Vec<String>,
}

/// What people call the columns, in the order of preference, without accents.
const TEXT: &[&str] = &[
    "tactic",
    "tactics",
    "tactique",
    "tactiques",
    "activity",
    "activities",
    "activite",
    "activites",
    "action",
    "actions",
    "task",
    "tasks",
    "tache",
    "taches",
    "idea",
    "ideas",
    "idee",
    "idees",
    "what",
    "quoi",
    "text",
    "texte",
    "description",
    "title",
    "titre",
    "name",
    "nom",
];
const CHANNEL: &[&str] =
    &["channel", "channels", "canal", "canaux", "platform", "plateforme", "medium", "reseau", "support", "where", "ou"];
const KIND: &[&str] = &["kind", "type", "nature", "category", "categorie"];

impl Header {
    /// The columns that `record` names; nothing where it names neither a text nor a channel.
    pub(super) fn of(record: &Record) -> Option<Header> {
        let called: Vec<String> = record.cells.iter().map(|cell| plain(cell).trim().to_owned()).collect();
        let column = |words: &[&str]| words.iter().find_map(|word| called.iter().position(|name| name == word));
        let (text, channel) = (column(TEXT), column(CHANNEL));
        let is_alone = called.len() == 1;
        if text.is_none() && (channel.is_none() || is_alone) {
            return None;
        }
        let kind = column(KIND);
        let named: Vec<usize> = (0..called.len()).filter(|index| !called[*index].is_empty()).collect();
        let others = named.iter().filter(|index| ![text, channel, kind].contains(&Some(**index)));
        let left_out = others.map(|index| record.cells[*index].clone()).collect();
        Some(Header { text, channel, kind, named, left_out })
    }

    /// What `record` says in these columns; nothing where it has no words in them. Cells that stand in no named column, as
    /// where a comma was not quoted, are added to the text rather than lost.
    pub(super) fn read(&self, record: &Record, channels: &[Channel]) -> Option<PastedRow> {
        let cell = |column: Option<usize>| record.cells.get(column?).filter(|cell| has_words(cell));
        let kind = cell(self.kind).and_then(|kind| kind_called(kind).or_else(|| kind_of(kind, channels)));
        let stray =
            record.cells.iter().enumerate().filter(|(index, cell)| !self.named.contains(index) && has_words(cell));
        let words: Vec<&str> =
            cell(self.text).into_iter().chain(stray.map(|(_, cell)| cell)).map(String::as_str).collect();
        row(record.line, words.join(", "), cell(self.channel).cloned(), kind, channels)
    }
}

/// "Newsletter" as a kind means e-mail.
fn kind_of(cell: &str, channels: &[Channel]) -> Option<TacticKind> {
    channels.iter().find(|channel| channel.is_called(cell)).map(|channel| channel.kind)
}
