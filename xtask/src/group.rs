//! `cargo xtask group`: what a group's results come to, with the same code as the trainer's page.

use crate::{check_pack, content, group_json};
use anyhow::{Result, ensure};
use clap::{Args, ValueEnum};
use std::{fs, path::PathBuf, process::ExitCode};
use strategy_first::{
    course::{
        code::Moment,
        gathering::{Least, Twice},
        intake::{Came, Group, How, Known, Note, Own, Text, Why},
        table::{Row, drill_rows, pack_rows, table},
        words::CourseWords,
    },
    quiz::{drill::read_drill, pack_file::read_pack},
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

/// Says on stderr what was refused and why, then prints the figures. Exit status 2 where nothing could be taken.
///
/// # Errors
/// Where a pack has faults, there are no words in the language, or our own content cannot be read.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let file = content::course(&options.lang)?;
    let words = CourseWords(&file);
    let known = known(&options.lang)?;
    let mut group = Group { own: own(&options.pack)?, ..Group::default() };
    let read: Vec<(String, Result<Vec<u8>, std::io::Error>)> =
        options.files.iter().map(|path| (path.display().to_string(), fs::read(path))).collect();
    let texts: Vec<(&str, String, usize)> = read
        .iter()
        .filter_map(|(name, bytes)| bytes.as_ref().ok().map(|bytes| (&**name, bytes)))
        .map(|(name, bytes)| (name, String::from_utf8_lossy(bytes).into_owned(), bytes.len()))
        .collect();
    let texts: Vec<Text> = texts.iter().map(|(name, text, size)| Text { name, text, size: *size }).collect();
    let mut came = group.take(&texts, &known, options.how());
    let unreadable = read.iter().filter_map(|(name, bytes)| Some((name, bytes.as_ref().err()?)));
    came.notes.extend(unreadable.map(|(name, error)| Note {
        file: name.clone(),
        line: None,
        text: String::new(),
        why: Why::Unreadable(error.to_string()),
    }));
    for note in &came.notes {
        eprintln!("{}", sentence(note, words));
    }
    if came.taken == 0 {
        return Ok(ExitCode::from(2));
    }
    let rows = || rows(&group, &known, options.least, words);
    if options.json {
        println!("{:#}", group_json::of(&group, &came, &known, options.least, words));
    } else if options.csv {
        let decimal = content::decimal(&options.lang)?;
        print!("{}", table(&rows(), words, Dialect { decimal, decimals: 0 }));
    } else {
        println!("{}", lines(&came, &rows(), words));
    }
    Ok(ExitCode::SUCCESS)
}

impl Options {
    fn how(&self) -> How {
        let twice = match self.twice {
            Second::Replace => Twice::Replace,
            Second::Skip => Twice::Skip,
        };
        How { twice, files_from: self.files_from }
    }
}

/// As in `codes.txt:3: SF17A-S4C…: This code ends too soon.`
fn sentence(note: &Note, words: CourseWords) -> String {
    let place = note.line.map_or(note.file.clone(), |line| format!("{}:{line}", note.file));
    let why = words.note(&note.why);
    match note.text.char_indices().nth(24) {
        _ if note.text.is_empty() => format!("{place}: {why}"),
        Some((end, _)) => format!("{place}: {}…: {why}", &note.text[..end]),
        None => format!("{place}: {}: {why}", note.text),
    }
}

/// Our questions in one language.
fn known(lang: &str) -> Result<Known> {
    let mut packs = Vec::new();
    for id in content::pack_ids()? {
        packs.push(read_pack(&content::pack(&id, lang)?).0);
    }
    Ok(Known { packs, drill: read_drill(&content::drill(lang)?).0 })
}

/// Those that were named.
fn own(paths: &[PathBuf]) -> Result<Vec<Own>> {
    let faults = content::words("faults", "en")?;
    let mut own = Vec::new();
    for path in paths {
        let name = path.display();
        let file = check_pack::open(path, &faults).map_err(|why| anyhow::anyhow!("{name}: {why}"))?;
        let (pack, wrong) = read_pack(&file);
        ensure!(wrong.is_empty(), "the pack {name} has faults; cargo xtask check-pack {name} lists them");
        own.push(Own { text: file.to_string(), pack });
    }
    Ok(own)
}

fn rows(group: &Group, known: &Known, least: Least, words: CourseWords) -> Vec<Row> {
    let packs = group.packs(known).into_iter().flat_map(|pack| pack_rows(&group.gathering, pack, least, words));
    packs.chain(drill_rows(&group.gathering, &known.drill, least, words)).collect()
}

/// The rows under a heading for each pack and time: what they are about, and below it the figures.
fn lines(came: &Came, rows: &[Row], words: CourseWords) -> String {
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
    let counted = words.of("files", "counted").replace("{taken}", &came.taken.to_string());
    lines.push(counted.replace("{refused}", &came.refused().to_string()));
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

fn least(text: &str) -> Result<Least, String> {
    let known = [Least::Five, Least::Three];
    let found = known.into_iter().find(|least| least.people().to_string() == text);
    found.ok_or_else(|| "it is 5, or 3 if you say so".to_owned())
}

fn moment(text: &str) -> Result<Moment, String> {
    Moment::named(text).ok_or_else(|| "it is before, after or then".to_owned())
}
