//! A result as the fragment of a link, so that no server ever sees it.
//!
//! `#result=full&v=2.0&on=2026-11-21&a=q01~c.q02~b&n=2`: pack, version of its questions, day, the answers by id, so that a
//! later version of the questions can still place them, and how many there are. That number stands at the end, so that
//! wherever a mail cuts the link, it is missing or too small.

use super::{reader::is_id, result::TakenCheck};
use crate::quiz::answers::Answers;

/// Longer fragments are not read, in bytes (browser-facts: links beyond 2,000 characters get lost in mails).
pub const MAX_BYTES: usize = 2000;

/// The fragment for `taken`, without the `#`. It holds no id and no language.
#[must_use]
pub fn encode(taken: &TakenCheck) -> String {
    let answers: Vec<String> = taken.answers.iter().map(|(item, option)| format!("{item}~{option}")).collect();
    format!(
        "result={}&v={}&on={}&a={}&n={}",
        taken.pack,
        plain(&taken.pack_version),
        plain(&taken.taken_at),
        answers.join("."),
        answers.len()
    )
}

/// The result in `fragment`, with or without the `#`; nothing where it holds none that can be read whole.
#[must_use]
pub fn decode(fragment: &str) -> Option<TakenCheck> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if fragment.len() > MAX_BYTES {
        return None;
    }
    let part = |name: &str| {
        let mut parts = fragment.split('&').filter_map(|part| part.split_once('='));
        parts.find(|(is, _)| *is == name).map(|(_, value)| value)
    };
    let answers = part("a")?
        .split('.')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('~').filter(|(item, option)| is_id(item) && is_id(option)))
        .collect::<Option<Answers>>()?;
    part("n").filter(|count| *count == answers.len().to_string())?;
    let pack = part("result").filter(|id| is_id(id))?;
    Some(TakenCheck {
        pack: pack.to_owned(),
        pack_version: part("v").map(plain).unwrap_or_default().to_owned(),
        taken_at: part("on").map(plain).unwrap_or_default().to_owned(),
        answers,
        ..TakenCheck::default()
    })
}

/// `text` where it can stand in a fragment as it is, else nothing: a version such as `1&a=` must not pass for answers.
fn plain(text: &str) -> &str {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b".-".contains(&byte);
    if text.bytes().all(fits) { text } else { "" }
}
