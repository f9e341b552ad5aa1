//! The drill on paper, and its answers.

use super::{Block, Choice, Filling, Question, book::Book, check::signature};
use crate::{
    quiz::drill::{Key, Statement},
    words::WorksheetKey,
};

/// The statements in their order, with what they can be sorted as.
pub(super) fn blocks(book: &Book, name: &str, filling: &Filling) -> Vec<Block> {
    let drill = &book.drill;
    let mut blocks = vec![
        Block::Title { name: name.to_owned(), lead: drill.intro.clone(), about: None },
        Block::Note(drill.other_view.clone()),
    ];
    if filling.run.is_none() {
        blocks.push(signature(book));
    }
    for (number, statement) in numbered(book, filling.seed) {
        if number == drill.statements.len() + 1 {
            blocks.push(Block::Heading {
                name: book.t(WorksheetKey::DrillBonus).to_owned(),
                note: drill.bonus_intro.clone(),
            });
        }
        let sorted = filling.run.as_ref().and_then(|run| {
            let found = run.sorted.iter().find(|(id, _)| *id == statement.id);
            found.map(|(_, key)| *key)
        });
        let choice = |key: Key| Choice { text: drill.key_name(key).to_owned(), is_ticked: sorted == Some(key) };
        blocks.push(Block::Question(Question {
            number,
            text: statement.text.clone(),
            hint: String::new(),
            choices: drill.choices(statement).map(choice).to_vec(),
            is_short: true,
        }));
    }
    blocks
}

/// What each of them is, and why.
pub(super) fn answers(book: &Book, name: &str, seed: u32) -> Vec<Block> {
    let lead = book.fill(WorksheetKey::AnswersLead, &[("seed", &seed.to_string())]);
    let title = Block::Title { name: name.to_owned(), lead, about: None };
    let answer = |(number, statement): (usize, &Statement)| Block::Answer {
        number,
        text: statement.text.clone(),
        key: book.drill.key_name(statement.key).to_owned(),
        why: statement.why.clone(),
    };
    [title].into_iter().chain(numbered(book, seed).map(answer)).collect()
}

fn numbered(book: &Book, seed: u32) -> impl Iterator<Item = (usize, &Statement)> {
    (1..).zip(book.drill.in_order(seed))
}
