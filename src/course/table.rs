//! A group's figures as rows, for a spreadsheet and for a terminal. What is hidden has a row that says so, and no figure.

use super::{
    code::Moment,
    drill::hardest,
    figures::{Answered, Figures, SCORES, Spread, figures},
    gathering::{Gathering, Hidden, Least, Shown},
    moves::{COMPARED, ItemMoves, Moves, Ways, moves},
    shape::DRILL,
    words::CourseWords,
};
use crate::{
    quiz::{
        drill::Drill,
        pack::{Pack, Word},
    },
    takeaway::csv::{Cell, Dialect, csv},
};

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The pack, by its name.
    pub pack: String,
    pub when: String,
    /// What it is about, as in a stage or a question.
    pub about: String,
    /// What was counted, as in a word or an option; why there is no figure, where there is none.
    pub what: String,
    pub figure: Option<usize>,
    /// Out of how many people.
    pub of: Option<usize>,
}

/// Puts rows down about one pack at one time.
struct Rows<'a> {
    pack: &'a str,
    when: String,
    words: CourseWords<'a>,
    made: Vec<Row>,
}

/// Everything there is to say about one pack: at each moment, then between moments.
#[must_use]
pub fn pack_rows(gathering: &Gathering, pack: &Pack, least: Least, words: CourseWords) -> Vec<Row> {
    let mut rows = Vec::new();
    for moment in Moment::ALL.into_iter().filter(|moment| gathering.count(&pack.id, *moment) > 0) {
        let mut part = Rows::new(&pack.name, words.when(&[moment]), words);
        part.people(gathering.count(&pack.id, moment));
        match figures(gathering, pack, moment, least) {
            Ok(figures) => part.figures(pack, &figures),
            Err(hidden) => part.hidden(&pack.name, hidden),
        }
        rows.append(&mut part.made);
    }
    for (from, to) in COMPARED {
        if [from, to].iter().all(|moment| gathering.count(&pack.id, *moment) > 0) {
            let mut part = Rows::new(&pack.name, words.when(&[from, to]), words);
            match moves(gathering, pack, (from, to), least) {
                Ok(moves) => part.moves(pack, &moves),
                Err(hidden) => part.hidden(&pack.name, hidden),
            }
            rows.append(&mut part.made);
        }
    }
    rows
}

/// The drill's hardest statements.
#[must_use]
pub fn drill_rows(gathering: &Gathering, drill: &Drill, least: Least, words: CourseWords) -> Vec<Row> {
    let mut rows = Vec::new();
    for moment in Moment::ALL.into_iter().filter(|moment| gathering.count(DRILL, *moment) > 0) {
        let mut part = Rows::new(words.of("words", "drill"), words.when(&[moment]), words);
        part.people(gathering.count(DRILL, moment));
        match hardest(gathering, drill, moment, least) {
            Ok(all) => all.iter().for_each(|missed| {
                let mut statements = drill.statements.iter().chain(&drill.bonus);
                let text =
                    statements.find(|statement| statement.id == missed.statement).map_or("", |found| &found.text);
                part.row(words.of("words", "missed"), text, missed.missed, Some(missed.people));
            }),
            Err(hidden) => part.hidden(words.of("words", "missed"), hidden),
        }
        rows.append(&mut part.made);
    }
    rows
}

/// The rows as a table for a spreadsheet, guarded as all of them are.
#[must_use]
pub fn table(rows: &[Row], words: CourseWords, dialect: Dialect) -> String {
    let heads = ["pack", "when", "about", "what", "figure", "of"].map(|head| words.of("table", head).to_owned());
    let figure = |figure: Option<usize>| Cell::Figure(figure.map(|figure| figure.to_string()).unwrap_or_default());
    let cells = |row: &Row| {
        let texts = [&row.pack, &row.when, &row.about, &row.what].map(|text| Cell::Typed(text.clone()));
        texts.into_iter().chain([figure(row.figure), figure(row.of)]).collect()
    };
    csv(&heads, &rows.iter().map(cells).collect::<Vec<_>>(), dialect)
}

impl<'a> Rows<'a> {
    fn new(pack: &'a str, when: String, words: CourseWords<'a>) -> Rows<'a> {
        Rows { pack, when, words, made: Vec::new() }
    }

    fn row(&mut self, about: &str, what: &str, figure: usize, of: Option<usize>) {
        self.push(about, what.to_owned(), Some(figure), of);
    }

    fn hidden(&mut self, about: &str, hidden: Hidden) {
        self.push(about, self.words.hidden(hidden), None, None);
    }

    fn push(&mut self, about: &str, what: String, figure: Option<usize>, of: Option<usize>) {
        let (pack, when) = (self.pack.to_owned(), self.when.clone());
        self.made.push(Row { pack, when, about: about.to_owned(), what, figure, of });
    }

    fn people(&mut self, people: usize) {
        self.row(self.words.of("words", "people"), "", people, None);
    }

    fn figures(&mut self, pack: &Pack, figures: &Figures) {
        let (direction, work) = (&pack.direction.name, &pack.work.name);
        match &figures.points {
            Ok(points) => {
                self.spread(direction, points.direction);
                self.spread(work, points.work);
                let both = format!("{direction}, {work}");
                for same in points.all.chunk_by(|one, other| one == other) {
                    let at = same.first().map(|(direction, work)| format!("{direction}, {work}"));
                    self.row(&both, &at.unwrap_or_default(), same.len(), Some(points.all.len()));
                }
            }
            Err(hidden) => self.hidden(&format!("{direction}, {work}"), *hidden),
        }
        for (stage, counts) in &figures.stages {
            let words = [Word::NotYet, Word::Partly, Word::Mostly].map(|word| pack.words.of(word));
            self.counts(pack.stage_name(*stage), *counts, &words);
        }
        for (item, answered) in figures.disagreed() {
            let about = self.words.of("words", "disagreed");
            self.row(about, item_text(pack, item), answered.disagreement(), Some(1000));
        }
        for (item, answered) in &figures.items {
            self.item(pack, item, answered.as_ref());
        }
    }

    fn spread(&mut self, axis: &str, spread: Spread) {
        for (what, figure) in [("low", spread.low), ("middle", spread.middle), ("high", spread.high)] {
            self.row(axis, self.words.of("words", what), figure.into(), None);
        }
    }

    fn item(&mut self, pack: &Pack, item: &str, answered: Result<&Answered, &Hidden>) {
        match answered {
            Ok(answered) => {
                for (option, count) in &answered.options {
                    let text = pack.item(item).and_then(|item| item.option(option)).map_or("", |option| &option.text);
                    self.row(item_text(pack, item), text, *count, Some(answered.people));
                }
            }
            Err(hidden) => self.hidden(item_text(pack, item), *hidden),
        }
    }

    fn moves(&mut self, pack: &Pack, moves: &Moves) {
        self.people(moves.people);
        self.ways(&pack.direction.name, moves.direction);
        self.ways(&pack.work.name, moves.work);
        for (item, moves) in &moves.items {
            let text = item_text(pack, item);
            self.ways(text, moves.map(|moves| moves.ways));
            if let Ok(ItemMoves { earlier, later, ways }) = moves {
                self.scores(text, "earlier", earlier, ways.people());
                self.scores(text, "later", later, ways.people());
            }
        }
    }

    fn scores(&mut self, about: &str, which: &'static str, scores: &[usize; SCORES], of: usize) {
        for (score, count) in scores.iter().enumerate() {
            let what = self.words.of("words", which).replace("{score}", &score.to_string());
            self.push(about, what, Some(*count), Some(of));
        }
    }

    fn ways(&mut self, about: &str, ways: Shown<Ways>) {
        let names = ["higher", "same", "lower"].map(|name| self.words.of("words", name));
        self.counts(about, ways.map(|ways| [ways.higher, ways.same, ways.lower]), &names);
    }

    fn counts(&mut self, about: &str, counts: Shown<[usize; 3]>, names: &[&str; 3]) {
        match counts {
            Ok(counts) => {
                for (name, count) in names.iter().zip(counts) {
                    self.row(about, name, count, Some(counts.iter().sum()));
                }
            }
            Err(hidden) => self.hidden(about, hidden),
        }
    }
}

fn item_text<'a>(pack: &'a Pack, item: &'a str) -> &'a str {
    pack.item(item).map_or(item, |item| &item.text)
}
