//! What a group hands in, taken in: codes in any text, result files, backups, and packs that the trainer brings along; with a note
//! on each thing that was not simply taken.

use super::{
    code::{Moment, Who},
    files::handed,
    find::{Refusal, find},
    gathering::{Added, Entry, Gathering, Twice},
    shape::Shape,
};
use crate::{
    document::{file::parse, reader::Fault},
    files::door::{self, Refused},
    quiz::{drill::Drill, pack::Pack, pack_file::read_pack},
};

/// The questions of our own, in one language.
pub struct Known {
    pub packs: Vec<Pack>,
    pub drill: Drill,
}

/// What a group has handed in so far, and the packs that its trainer brought.
#[derive(Clone, Default)]
pub struct Group {
    pub gathering: Gathering,
    pub own: Vec<Own>,
}

/// A pack of the trainer's own: as it was written, and as it is read.
#[derive(Clone)]
pub struct Own {
    pub text: String,
    pub pack: Pack,
}

/// A file, or whatever was pasted.
pub struct Text<'a> {
    /// What it is called; nothing where it is no file.
    pub name: &'a str,
    /// As a browser makes text of it: what is no UTF-8 is U+FFFD.
    pub text: &'a str,
    /// In bytes.
    pub size: usize,
}

/// How it is to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct How {
    pub twice: Twice,
    /// When the files that hold no codes were made, which they don't say themselves.
    pub files_from: Moment,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Came {
    /// How many results were taken that had not been here.
    pub taken: usize,
    /// The packs that were brought, by name.
    pub packs: Vec<String>,
    pub notes: Vec<Note>,
}

/// Something that was not simply taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub file: String,
    /// From 1; nothing where it is about the file.
    pub line: Option<usize>,
    /// As it stands there.
    pub text: String,
    pub why: Why,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// A code.
    Code(Refusal),
    /// A file.
    File(Refused),
    /// The browser, or the system, can't read it; why, where that is known.
    Unreadable(String),
    /// A pack with faults: how many, and where the first one is.
    Faulty {
        count: usize,
        place: String,
    },
    /// A result, by its pack, whose questions are not at hand.
    UnknownPack(String),
    /// There is no result in it.
    Nothing,
    /// So many earlier results of the same person were left out.
    Earlier(usize),
    Replaced,
    Skipped,
    Same,
}

impl Why {
    /// Whether nothing came of it although something was meant to.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        !matches!(self, Why::Earlier(_) | Why::Replaced | Why::Skipped | Why::Same)
    }
}

impl Came {
    #[must_use]
    pub fn refused(&self) -> usize {
        self.notes.iter().filter(|note| note.why.is_refused()).count()
    }

    /// How many notes are of that kind.
    #[must_use]
    pub fn count(&self, why: &Why) -> usize {
        self.notes.iter().filter(|note| note.why == *why).count()
    }

    fn note(&mut self, file: &str, text: &str, why: Why) {
        self.notes.push(Note { file: file.to_owned(), line: None, text: text.to_owned(), why });
    }
}

impl Group {
    /// Takes whatever is in these texts. Packs come first, since the codes beside them may be of those.
    pub fn take(&mut self, texts: &[Text], known: &Known, how: How) -> Came {
        let mut came = Came::default();
        let (packs, others): (Vec<&Text>, Vec<&Text>) = texts.iter().partition(|text| is_pack(text));
        for text in packs {
            self.take_pack(text, &mut came);
        }
        let shapes = self.shapes(known);
        for text in others {
            let mut taking = Taking { group: self, came: &mut came, file: text.name, twice: how.twice };
            taking.text(text, &shapes, how.files_from);
        }
        came
    }

    /// The packs that results are looked at with: the trainer's own, the latest of each id, take the place of ours.
    #[must_use]
    pub fn packs<'a>(&'a self, known: &'a Known) -> Vec<&'a Pack> {
        let mut packs: Vec<&Pack> = Vec::new();
        for pack in known.packs.iter().chain(self.own.iter().map(|own| &own.pack)) {
            match packs.iter_mut().find(|is| is.id == pack.id) {
                Some(place) => *place = pack,
                None => packs.push(pack),
            }
        }
        packs
    }

    /// All shapes that codes are read by: of every version that is at hand.
    #[must_use]
    pub fn shapes(&self, known: &Known) -> Vec<Shape> {
        let packs = self.own.iter().rev().map(|own| &own.pack).chain(&known.packs);
        packs.map(Shape::of_pack).chain([Shape::of_drill(&known.drill)]).collect()
    }

    /// The group as a text to keep: a code a line.
    #[must_use]
    pub fn text(&self, known: &Known) -> String {
        let mut text = self.gathering.codes(&self.shapes(known)).join("\n");
        text.push('\n');
        text
    }

    fn take_pack(&mut self, file: &Text, came: &mut Came) {
        let refused = |refused: Refused| Why::File(refused);
        let value = match door::decoded(file.text, file.size).map(parse) {
            Ok(Ok(value)) => value,
            Ok(Err(_)) => return came.note(file.name, "", Why::Nothing),
            Err(why) => return came.note(file.name, "", refused(why)),
        };
        if value["version"].as_u64() != Some(1) {
            return came.note(file.name, "", refused(Refused::Newer));
        }
        let (pack, faults) = read_pack(&value);
        if let Some(Fault { place, .. }) = faults.first() {
            let why = Why::Faulty { count: faults.len(), place: place.clone() };
            return came.note(file.name, "", why);
        }
        came.packs.push(pack.name.clone());
        self.own.retain(|own| (&own.pack.id, &own.pack.version) != (&pack.id, &pack.version));
        self.own.push(Own { text: file.text.to_owned(), pack });
    }
}

/// A pack is JSON that says so; what else it says is read later.
fn is_pack(file: &Text) -> bool {
    file.text.trim_start_matches('\u{feff}').trim_start().starts_with('{')
        && parse(file.text).is_ok_and(|value| value["format"] == "strategy-first/pack")
}

/// One text on its way into a group.
struct Taking<'a> {
    group: &'a mut Group,
    came: &'a mut Came,
    file: &'a str,
    twice: Twice,
}

impl Taking<'_> {
    fn text(&mut self, file: &Text, shapes: &[Shape], files_from: Moment) {
        let before = (self.came.taken, self.came.notes.len());
        if file.text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
            self.results(file, shapes, files_from);
        } else {
            self.codes(file, shapes);
        }
        if before == (self.came.taken, self.came.notes.len()) {
            self.came.note(self.file, "", Why::Nothing);
        }
    }

    fn results(&mut self, file: &Text, shapes: &[Shape], files_from: Moment) {
        let opened = match door::decoded(file.text, file.size).and_then(door::open) {
            Ok(opened) => opened,
            Err(why) => return self.came.note(self.file, "", Why::File(why)),
        };
        let handed = handed(&opened.state, shapes, files_from, file.name);
        for pack in handed.unknown {
            self.came.note(self.file, &pack, Why::UnknownPack(pack.clone()));
        }
        if handed.earlier > 0 {
            self.came.note(self.file, "", Why::Earlier(handed.earlier));
        }
        for entry in handed.entries {
            // As a code would name the person, so that the group can be kept as codes.
            let who = Who::named(&entry.who).to_string();
            self.add(Entry { who, ..entry }, None, "");
        }
    }

    fn codes(&mut self, file: &Text, shapes: &[Shape]) {
        for found in find(file.text, shapes) {
            match found.code {
                Ok(code) => self.add(code.into(), Some(found.line), found.text),
                Err(refusal) => self.note(Some(found.line), found.text, Why::Code(refusal)),
            }
        }
    }

    fn add(&mut self, entry: Entry, line: Option<usize>, text: &str) {
        let why = match self.group.gathering.add(entry, self.twice) {
            Added::New => {
                self.came.taken += 1;
                return;
            }
            Added::Replaced => Why::Replaced,
            Added::Skipped => Why::Skipped,
            Added::Same => Why::Same,
        };
        self.note(line, text, why);
    }

    fn note(&mut self, line: Option<usize>, text: &str, why: Why) {
        // A code may have been broken over several lines.
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.came.notes.push(Note { file: self.file.to_owned(), line, text, why });
    }
}
