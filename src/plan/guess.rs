//! A guess at the channel that a line of somebody's own words is about, from a list of words in `content/<lang>/plan.json`.

use super::model::TacticKind;
use crate::document::reader::{Fault, Node, Problem, read};
use serde_json::Value;

/// A channel, with the words that give it away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    pub name: String,
    pub kind: TacticKind,
    /// As [`plain`] writes them.
    words: Vec<String>,
}

/// The longest name or word, in characters.
const MAX_WORD: usize = 40;

/// The first of `channels` of which `line` holds a word, whole, whatever its case, accents and apostrophes. The most
/// specific channel stands first, so that adverts on a network are not taken for posts there.
#[must_use]
pub fn guess<'a>(line: &str, channels: &'a [Channel]) -> Option<&'a Channel> {
    let line = plain(line);
    channels.iter().find(|channel| channel.words.iter().any(|word| line.contains(word.as_str())))
}

impl Channel {
    /// Whether `text` is its name, or one of its words and nothing else.
    #[must_use]
    pub fn is_called(&self, text: &str) -> bool {
        let text = plain(text);
        text == plain(&self.name) || self.words.contains(&text)
    }

    fn read(node: Node) -> Option<Channel> {
        let name = node.field("channel").text(MAX_WORD);
        let kind = node.field("kind").one_of(TacticKind::NAMED);
        let words = node.field("words").list_of(1..=40).into_iter().filter_map(read_word).collect();
        Some(Channel { name, kind: kind?, words })
    }
}

/// Words without a letter or digit would be found in every line.
fn read_word(node: Node) -> Option<String> {
    let text = node.text(MAX_WORD);
    let word = plain(&text);
    if word.trim().is_empty() {
        if !text.trim().is_empty() {
            node.fault(Problem::Empty);
        }
        return None;
    }
    Some(word)
}

/// Reads the list of channels of one language: the part `channels` of `content/<lang>/plan.json`.
#[must_use]
pub fn read_channels(list: &Value) -> (Vec<Channel>, Vec<Fault>) {
    read(list, |top| top.list_of(1..=100).into_iter().filter_map(Channel::read).collect())
}

/// The words of `text` in lower case and without accents, a space before and behind each, so that whole words can be
/// looked for as text.
#[must_use]
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::from(" ");
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            // Accents that follow their letter.
            '\u{300}'..='\u{36f}' => {}
            letter if letter.is_alphanumeric() => match without_accent(letter) {
                Some(letters) => plain.push_str(letters),
                None => plain.push(letter),
            },
            _ if plain.ends_with(' ') => {}
            _ => plain.push(' '),
        }
    }
    if !plain.ends_with(' ') {
        plain.push(' ');
    }
    plain
}

/// For the lower-case letters of the languages of western Europe.
fn without_accent(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à'..='å' => "a",
        'æ' => "ae",
        'ç' => "c",
        'è'..='ë' => "e",
        'ì'..='ï' => "i",
        'ñ' => "n",
        'ò'..='ö' | 'ø' => "o",
        'œ' => "oe",
        'ß' => "ss",
        'ù'..='ü' => "u",
        'ý' | 'ÿ' => "y",
        _ => return None,
    })
}
