//! Worksheets to print: what stands on each of them, blank or filled with what somebody has. Pure.
//!
//! A sheet is a list of blocks, and takes as many leaves of paper as it needs: [`leaves`] shares the blocks out, once the browser
//! has measured them.

pub mod book;
mod check;
mod drill;
pub mod leaves;
mod one_page;
mod plan;

use self::book::Book;
use crate::{
    document::result::TakenCheck, plan::plan::Plan, quiz::drill::Run, takeaway::voice::Figures, words::WorksheetKey,
};

/// One of the sheets there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Quick,
    Full,
    Drill,
    /// The drill's answers, for the trainer.
    Answers,
    /// A section of the plan, counted from 0 in the order in which a plan is made.
    Section(usize),
    OnePage,
}

/// What sheets are filled with. What is not there is left blank.
#[derive(Clone, Debug, Default)]
pub struct Filling {
    pub taken: Option<TakenCheck>,
    pub run: Option<Run>,
    pub plan: Plan,
    /// The drill's order.
    pub seed: u32,
}

/// A worksheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    pub blocks: Vec<Block>,
}

/// What never breaks across two leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The sheet's name, what to do with it, and what is it filled with.
    Title {
        name: String,
        lead: String,
        about: Option<String>,
    },
    /// Whose sheet it is, to be written in by hand.
    Signature(Vec<String>),
    Heading {
        name: String,
        note: String,
    },
    /// A row of a list, by its number.
    Subheading(String),
    Note(String),
    Question(Question),
    /// A field of its own.
    Field(Field),
    /// Short fields side by side.
    Fields(Vec<Field>),
    /// More of what was written in the field before.
    More(String),
    /// What stands over the columns of a table, each with the share of the width that it gets.
    Head(Vec<(String, u8)>),
    /// A row of a table, with the same shares.
    Row(Vec<(Cell, u8)>),
    Answer {
        number: usize,
        text: String,
        key: String,
        why: String,
    },
    /// Parts of the one page, side by side.
    Frames(Vec<Frame>),
    /// Parts of the one page in two columns.
    Columns(Vec<Frame>),
    /// A block that stands on one leaf with the next.
    Joined(Box<Block>),
}

/// Something with boxes to tick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub number: usize,
    pub text: String,
    pub hint: String,
    pub choices: Vec<Choice>,
    /// Whether the boxes stand on one line.
    pub is_short: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub text: String,
    pub is_ticked: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub label: String,
    pub prompt: String,
    pub holds: Holds,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holds {
    /// What was written.
    Text(String),
    /// So many lines to write on.
    Lines(u8),
    Choices(Vec<Choice>),
    /// A box beside the label.
    Box(bool),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Text(String),
    Blank,
    Box(bool),
}

/// A part of the one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    pub name: String,
    pub parts: Vec<FramePart>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FramePart {
    /// What it is called, unless its frame is called so.
    pub label: String,
    pub holds: Ruled,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ruled {
    /// So many lines to write on.
    Lines(u8),
    /// What was written, each with what stands beside it.
    Points(Vec<(String, String)>),
}

/// The sheets there are, in the order in which they are printed.
#[must_use]
pub fn kinds(book: &Book) -> Vec<Kind> {
    let sections = (0..book.sections().len()).map(Kind::Section);
    [Kind::Quick, Kind::Full, Kind::Drill, Kind::Answers].into_iter().chain(sections).chain([Kind::OnePage]).collect()
}

impl Kind {
    /// What it is called.
    #[must_use]
    pub fn name(self, book: &Book) -> String {
        match self {
            Kind::Quick => book.quick.name.clone(),
            Kind::Full => book.full.name.clone(),
            Kind::Drill => book.drill.title.clone(),
            Kind::Answers => book.t(WorksheetKey::SheetsAnswers).to_owned(),
            Kind::Section(at) => book.sections().get(at).map(|section| section.name.clone()).unwrap_or_default(),
            Kind::OnePage => book.one_page().map(|outline| outline.name.clone()).unwrap_or_default(),
        }
    }

    /// What stands on it.
    #[must_use]
    pub fn sheet(self, book: &Book, filling: &Filling, figures: &dyn Figures) -> Sheet {
        let name = self.name(book);
        let blocks = match self {
            Kind::Quick => check::blocks(book, &book.quick, &name, filling.taken.as_ref(), figures),
            Kind::Full => check::blocks(book, &book.full, &name, filling.taken.as_ref(), figures),
            Kind::Drill => drill::blocks(book, &name, filling),
            Kind::Answers => drill::answers(book, &name, filling.seed),
            Kind::Section(at) => {
                let section = book.sections().get(at);
                section.map(|section| plan::section(book, section, &filling.plan, figures)).unwrap_or_default()
            }
            Kind::OnePage => one_page::blocks(book, &name, &filling.plan, figures),
        };
        Sheet { name, blocks }
    }
}

impl Block {
    /// Whether it belongs to what follows it, so that the two stand on one leaf.
    #[must_use]
    pub fn leads_on(&self) -> bool {
        matches!(
            self,
            Block::Title { .. }
                | Block::Signature(_)
                | Block::Heading { .. }
                | Block::Subheading(_)
                | Block::Head(_)
                | Block::Joined(_)
        )
    }
}
