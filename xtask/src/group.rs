//! `cargo xtask group`: what a group's results come to, with the same code as the trainer's page.

use crate::{check_pack, content, group_json};
use anyhow::{Result, ensure};
use clap::{Args, ValueEnum};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};
use strategy_first::{
    course::{
        code::Moment,
        files::handed,
        find::find,
        gathering::{Added, Entry, Gathering, Least, Twice},
        shape::Shape,
        table::{Row, drill_rows, pack_rows, table},
        words::CourseWords,
    },
    document::{faults::Explained, file::Refusal},
    files::door::{self, Refused},
    quiz::{
        drill::{Drill, read_drill},
        pack::Pack,
        pack_file::read_pack,
    },
    takeaway::csv::Dialect,
};

#[derive(Args)]
pub(crate) struct Options {
    /// Texts with codes, result files, backups
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// For machines: what was taken, what was refused, and every figure
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// For a spreadsheet
    #[arg(long)]
    csv: bool,
    /// How many people a figure needs, so that nobody can be made out: 5, or 3
    #[arg(long, default_value = "5", value_parser = least)]
    least: Least,
    /// What becomes of a second result of the same person
    #[arg(long, value_enum, default_value = "replace")]
    twice: Second,
    /// When the files that hold no codes were made
    #[arg(long, default_value = "before", value_parser = moment)]
    files_from: Moment,
    /// A pack of your own; can be given several times
    #[arg(long, value_name = "PACK.json")]
    pack: Vec<PathBuf>,
    #[arg(long, default_value = "en")]
    lang: String,
}

#[derive(Clone, Copy, ValueEnum)]
enum Second {
    Replace,
    Skip,
}

/// What results are read by: the packs and the drill, and their shapes.
pub(crate) struct Asked {
    pub(crate) packs: Vec<Pack>,
    pub(crate) drill: Drill,
    shapes: Vec<Shape>,
}

/// What was handed in, and what is to be said about it.
#[derive(Default)]
pub(crate) struct Intake {
    pub(crate) gathering: Gathering,
    /// How many results were taken.
    pub(crate) taken: usize,
    pub(crate) notes: Vec<Note>,
}

/// Something that was not simply taken.
pub(crate) struct Note {
    pub(crate) file: String,
    /// From 1; nothing where it is about the file.
    pub(crate) line: Option<usize>,
    pub(crate) text: String,
    pub(crate) why: String,
    pub(crate) is_refused: bool,
}

/// Says on stderr what was refused and why, then prints the figures. Exit status 2 where nothing could be taken.
///
/// # Errors
/// Where a pack has faults, there are no words in the language, or our own content cannot be read.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let file = content::words("course", &options.lang)?;
    let (words, faults) = (CourseWords(&file), content::words("faults", &options.lang)?);
    let asked = asked(&options.pack, &options.lang, &faults)?;
    let mut intake = Intake::default();
    for path in &options.files {
        intake.take_file(path, &asked, options, words, &faults);
    }
    for note in &intake.notes {
        eprintln!("{}", note.sentence());
    }
    if intake.taken == 0 {
        return Ok(ExitCode::from(2));
    }
    let rows = || rows(&intake.gathering, &asked, options.least, words);
    if options.json {
        println!("{:#}", group_json::of(&intake, &asked, options.least));
    } else if options.csv {
        let decimal = if options.lang == "fr" { ',' } else { '.' };
        print!("{}", table(&rows(), words, Dialect { decimal, decimals: 0 }));
    } else {
        println!("{}", lines(&intake, &rows(), words));
    }
    Ok(ExitCode::SUCCESS)
}

impl Intake {
    fn take_file(&mut self, path: &Path, asked: &Asked, options: &Options, words: CourseWords, faults: &Value) {
        let file = path.display().to_string();
        let refused = |text: &str, why: String| Note::about(&file, text, why, true);
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => return self.notes.push(refused("", error.to_string())),
        };
        let text = String::from_utf8_lossy(&bytes);
        let before = (self.taken, self.notes.len());
        if text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
            match door::decoded(&text, bytes.len()).and_then(door::open) {
                Ok(opened) => {
                    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                    let handed = handed(&opened.state, &asked.shapes, options.files_from, &name);
                    for pack in &handed.unknown {
                        self.notes.push(refused(pack, words.of("files", "unknown").replace("{pack}", pack)));
                    }
                    if handed.earlier > 0 {
                        let why = words.of("files", "earlier").replace("{n}", &handed.earlier.to_string());
                        self.notes.push(Note::about(&file, "", why, false));
                    }
                    for entry in handed.entries {
                        self.add(entry, options.twice, Note::about(&file, "", String::new(), false), words);
                    }
                }
                Err(why) => self.notes.push(refused("", file_refused(&why, words, faults))),
            }
        } else {
            self.take_codes(&file, &text, asked, options.twice, words);
        }
        if before == (self.taken, self.notes.len()) {
            self.notes.push(refused("", words.of("files", "nothing").to_owned()));
        }
    }

    fn take_codes(&mut self, file: &str, text: &str, asked: &Asked, twice: Second, words: CourseWords) {
        for found in find(text, &asked.shapes) {
            let mut note = Note::about(file, found.text, String::new(), false);
            note.line = Some(found.line);
            match found.code {
                Ok(code) => self.add(code.into(), twice, note, words),
                Err(refusal) => {
                    note.why = words.refusal(&refusal).map(|why| sentences(&why)).unwrap_or_default();
                    note.is_refused = true;
                    self.notes.push(note);
                }
            }
        }
    }

    fn add(&mut self, entry: Entry, twice: Second, mut note: Note, words: CourseWords) {
        let twice = match twice {
            Second::Replace => Twice::Replace,
            Second::Skip => Twice::Skip,
        };
        let name = match self.gathering.add(entry, twice) {
            Added::New => {
                self.taken += 1;
                return;
            }
            Added::Replaced => "replaced",
            Added::Skipped => "skipped",
            Added::Same => "same",
        };
        words.of("added", name).clone_into(&mut note.why);
        self.notes.push(note);
    }
}

impl Note {
    fn about(file: &str, text: &str, why: String, is_refused: bool) -> Note {
        Note { file: file.to_owned(), line: None, text: text.to_owned(), why, is_refused }
    }

    /// As in `codes.txt:3: SF17A-S4C…: This code ends too soon.`
    fn sentence(&self) -> String {
        let place = self.line.map_or(self.file.clone(), |line| format!("{}:{line}", self.file));
        let text = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        match text.char_indices().nth(24) {
            _ if text.is_empty() => format!("{place}: {}", self.why),
            Some((end, _)) => format!("{place}: {}…: {}", &text[..end], self.why),
            None => format!("{place}: {text}: {}", self.why),
        }
    }
}

/// Our packs, then those that were named.
fn asked(own: &[PathBuf], lang: &str, faults: &Value) -> Result<Asked> {
    let mut packs = Vec::new();
    for id in content::pack_ids()? {
        packs.push(read_pack(&content::pack(&id, lang)?).0);
    }
    for path in own {
        let file = check_pack::open(path, faults).map_err(|why| anyhow::anyhow!("{}: {why}", path.display()))?;
        let (pack, wrong) = read_pack(&file);
        let name = path.display();
        ensure!(wrong.is_empty(), "the pack {name} has faults; cargo xtask check-pack {name} lists them");
        packs.push(pack);
    }
    let drill = read_drill(&content::drill(lang)?).0;
    let shapes = packs.iter().map(Shape::of_pack).chain([Shape::of_drill(&drill)]).collect();
    Ok(Asked { packs, drill, shapes })
}

fn rows(gathering: &Gathering, asked: &Asked, least: Least, words: CourseWords) -> Vec<Row> {
    let packs = asked.packs.iter().flat_map(|pack| pack_rows(gathering, pack, least, words));
    packs.chain(drill_rows(gathering, &asked.drill, least, words)).collect()
}

/// The rows under a heading for each pack and time: what they are about, and below it the figures.
fn lines(intake: &Intake, rows: &[Row], words: CourseWords) -> String {
    let mut lines = Vec::new();
    for part in rows.chunk_by(|one, other| (&one.pack, &one.when) == (&other.pack, &other.when)) {
        lines.extend(part.first().map(|row| format!("{}, {}\n", row.pack, row.when)));
        for same in part.chunk_by(|one, other| one.about == other.about) {
            lines.extend(same.first().map(about_line));
            let figures = same.iter().filter(|row| !row.what.is_empty());
            lines.extend(figures.map(|row| {
                let figure = row.figure.map_or("–".to_owned(), |figure| figure.to_string());
                format!("{figure:>6}  {}", row.what)
            }));
        }
        lines.push(String::new());
    }
    if rows.iter().any(|row| row.when.contains('→')) {
        lines.push(format!("{}\n", words.of("words", "fall")));
    }
    let refused = intake.notes.iter().filter(|note| note.is_refused).count();
    let counted = words.of("files", "counted").replace("{taken}", &intake.taken.to_string());
    lines.push(counted.replace("{refused}", &refused.to_string()));
    lines.join("\n")
}

/// What the rows that follow are about, and out of how many people they are.
fn about_line(row: &Row) -> String {
    match (row.of, row.figure) {
        (Some(of), _) => format!("{} (/ {of})", row.about),
        (None, Some(figure)) if row.what.is_empty() => format!("{figure:>6}  {}", row.about),
        _ => row.about.clone(),
    }
}

/// Why a file was refused, in one line.
fn file_refused(why: &Refused, words: CourseWords, faults: &Value) -> String {
    let known = |refusal: &Refusal| check_pack::refused(faults, refusal);
    match why {
        Refused::TooLarge => known(&Refusal::TooLarge),
        Refused::TooDeep => known(&Refusal::TooDeep),
        Refused::NotJson { line, column } => known(&Refusal::NotJson { line: *line, column: *column }),
        Refused::OtherFormat | Refused::Pack => known(&Refusal::OtherFormat),
        Refused::Newer => known(&Refusal::Newer),
        Refused::Empty => words.of("files", "nothing").to_owned(),
        Refused::NotText => words.of("files", "not-text").to_owned(),
        Refused::CutShort => words.of("files", "cut-short").to_owned(),
        Refused::Broken { place } => words.of("files", "broken").replace("{place}", place),
    }
}

fn sentences(why: &Explained) -> String {
    format!("{} {}", why.wrong, why.mend)
}

fn least(text: &str) -> Result<Least, String> {
    let known = [Least::Five, Least::Three];
    let found = known.into_iter().find(|least| least.people().to_string() == text);
    found.ok_or_else(|| "it is 5, or 3 if you say so".to_owned())
}

fn moment(text: &str) -> Result<Moment, String> {
    Moment::named(text).ok_or_else(|| "it is before, after or then".to_owned())
}
