//! The check on paper.

use super::{Block, Choice, Question, book::Book};
use crate::{
    document::result::TakenCheck,
    plan::date::Date,
    quiz::pack::{Item, Pack, StageText},
    takeaway::voice::Figures,
    words::WorksheetKey,
};

/// The questions of `pack`, stage by stage, with the answers of `taken` ticked.
pub(super) fn blocks(
    book: &Book,
    pack: &Pack,
    name: &str,
    taken: Option<&TakenCheck>,
    figures: &dyn Figures,
) -> Vec<Block> {
    let lead = book.t(WorksheetKey::CheckLead).to_owned();
    let day = taken.and_then(|taken| taken.taken_at.parse::<Date>().ok()).map(|day| figures.date(day));
    let about = day.map(|day| book.fill(WorksheetKey::CheckTaken, &[("date", &day)]));
    let mut blocks = vec![Block::Title { name: name.to_owned(), lead, about }];
    if taken.is_none() {
        blocks.push(signature(book));
    }
    let mut numbers = 1..;
    for stage in &pack.stages {
        let items = pack.items.iter().filter(|item| item.stage == stage.stage);
        let questions: Vec<Block> =
            items.zip(&mut numbers).map(|(item, number)| question(item, number, taken)).collect();
        if !questions.is_empty() {
            blocks.push(heading(stage));
            blocks.extend(questions);
        }
    }
    blocks.extend([&pack.caveat, &pack.about].into_iter().filter(|text| !text.is_empty()).cloned().map(Block::Note));
    blocks
}

/// Whose sheet it is, and of which day.
pub(super) fn signature(book: &Book) -> Block {
    Block::Signature([WorksheetKey::SignName, WorksheetKey::SignDate].map(|key| book.t(key).to_owned()).to_vec())
}

fn heading(stage: &StageText) -> Block {
    Block::Heading { name: stage.name.clone(), note: stage.question.clone() }
}

fn question(item: &Item, number: usize, taken: Option<&TakenCheck>) -> Block {
    let chosen = taken.and_then(|taken| taken.answers.of(&item.id));
    let choices = item.options.iter().map(|option| {
        let is_ticked = chosen == Some(option.id.as_str());
        Choice { text: option.text.clone(), is_ticked }
    });
    let (text, hint) = (item.text.clone(), item.hint.clone());
    Block::Question(Question { number, text, hint, choices: choices.collect(), is_short: false })
}
