//! What the checker makes of texts: one spelling for each, the words that carry something, and phrases found in them.

/// One spelling for what reads the same: lower case, one kind of apostrophe and hyphen, accents in one piece, one space between
/// words. Letters of any alphabet, digits and `% & ' -` are kept, everything else parts words.
#[must_use]
pub fn norm(text: &str) -> String {
    let mut norm = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            '’' | '‘' | 'ʼ' | '\'' => norm.push('\''),
            '‐' | '‑' | '-' => norm.push('-'),
            '%' | '&' => norm.push(letter),
            '\u{300}'..='\u{36f}' => put_accent(&mut norm, letter),
            _ if letter.is_alphanumeric() => norm.push(letter),
            _ if norm.is_empty() || norm.ends_with(' ') => {}
            _ => norm.push(' '),
        }
    }
    norm.truncate(norm.trim_end().len());
    norm
}

/// Letters with the accents that some keyboards send one by one: the accent, and pairs of letters without and with it.
const ACCENTS: &[(char, &str)] = &[
    ('\u{300}', "aàeèiìoòuù"),
    ('\u{301}', "aáeéiíoóuúyý"),
    ('\u{302}', "aâeêiîoôuû"),
    ('\u{303}', "aãnñoõ"),
    ('\u{308}', "aäeëiïoöuüyÿ"),
    ('\u{327}', "cç"),
];

/// An accent that fits no letter here is left out.
fn put_accent(norm: &mut String, accent: char) {
    let Some(plain) = norm.chars().next_back() else {
        return;
    };
    let letters = ACCENTS.iter().find(|(is, _)| *is == accent).map_or("", |(_, letters)| *letters);
    let mut letters = letters.chars();
    while let Some((without, with)) = letters.next().zip(letters.next()) {
        if without == plain {
            norm.pop();
            norm.push(with);
            return;
        }
    }
}

/// A phrase found in a text: from where to where, in bytes, and its number in the list.
pub type Match = (usize, usize, usize);

/// The phrases of a sorted list that stand in a [`norm`]ed text as whole words: from left to right, the longest first, none
/// within another.
#[must_use]
pub fn matches(text: &str, phrases: &[String]) -> Vec<Match> {
    let mut found = Vec::new();
    let (mut end, mut inside) = (0, false);
    for (at, letter) in text.char_indices() {
        let begins = letter.is_alphanumeric() && !inside;
        inside = letter.is_alphanumeric();
        if begins && at >= end {
            found.extend(longest_at(text, at, phrases));
            end = found.last().map_or(0, |(_, end, _)| *end);
        }
    }
    found
}

fn longest_at(text: &str, at: usize, phrases: &[String]) -> Option<Match> {
    let rest = &text[at..];
    let word = &rest[..rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len())];
    let first = phrases.partition_point(|phrase| phrase.as_str() < word);
    let candidates = phrases.iter().enumerate().skip(first).take_while(|(_, phrase)| phrase.starts_with(word));
    let fitting = candidates.filter(|(_, phrase)| begins_with(rest, phrase));
    let (number, phrase) = fitting.max_by_key(|(_, phrase)| phrase.len())?;
    Some((at, at + phrase.len(), number))
}

/// Whether `text` begins with `phrase`, and no word goes on behind it.
fn begins_with(text: &str, phrase: &str) -> bool {
    text.strip_prefix(phrase).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Whether one phrase, [`norm`]ed like the text, stands in it as whole words.
#[must_use]
pub fn has_phrase(text: &str, phrase: &str) -> bool {
    !phrase.is_empty() && !matches(text, &[phrase.to_owned()]).is_empty()
}

/// The words of a [`norm`]ed text that carry something: without stop words and numbers, without the letter and apostrophe that
/// French puts in front (`l'avis`), in their order.
#[must_use]
pub fn content_words<'a>(text: &'a str, stop: &[String], elisions: &[String]) -> Vec<&'a str> {
    text.split(' ').filter_map(|word| content_word(word, stop, elisions)).collect()
}

/// What is left of a word; nothing where it carries nothing.
#[must_use]
pub fn content_word<'a>(word: &'a str, stop: &[String], elisions: &[String]) -> Option<&'a str> {
    let mut word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    if let Some((front, rest)) = word.split_once('\'')
        && is_in(elisions, front)
    {
        word = rest;
    }
    (word.contains(char::is_alphabetic) && !is_in(stop, word)).then_some(word)
}

/// Whether a sorted list has this entry.
#[must_use]
pub fn is_in(list: &[String], entry: &str) -> bool {
    list.binary_search_by(|is| is.as_str().cmp(entry)).is_ok()
}

/// Whether a [`norm`]ed text starts with one of these verbs, once `to` or `we will` and the like are taken away.
#[must_use]
pub fn starts_with_verb(text: &str, verbs: &[String], lead_ins: &[String]) -> bool {
    let leads = |phrases: &[String]| longest_at(text, 0, phrases);
    let behind = leads(lead_ins).map_or(text, |(_, end, _)| text[end..].trim_start());
    let begins = |text: &str| longest_at(text, 0, verbs).is_some_and(|(_, end, _)| is_space(&text[end..]));
    begins(text) || begins(behind)
}

/// Nothing, or a space: what stands behind a verb. `post-sale` does not start with `post`.
fn is_space(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(' ')
}

/// A number for a text; different texts have different ones but for a chance of one in 2^64. Texts can be kept and compared in
/// this form.
#[must_use]
pub fn hash(parts: &[&str]) -> u64 {
    // FNV-1a (<http://www.isthe.com/chongo/tech/comp/fnv/>), with a byte that no text holds behind each part.
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0xff]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Whether there is nothing in it but white space.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(words: &str) -> Vec<String> {
        let mut list: Vec<String> = words.split(',').map(str::to_owned).collect();
        list.sort();
        list
    }

    #[test]
    fn what_reads_the_same_has_one_spelling() {
        let check = |text: &str, expected: &str| assert_eq!(norm(text), expected, "{text}");
        check("  Sell MORE, faster!  ", "sell more faster");
        check("L’ÉTÉ d'Anaïs", "l'été d'anaïs");
        check("E\u{301}te\u{301}, Franc\u{327}ois, o\u{31b}", "été françois o");
        check("50 % & co\u{a0}– e‑mail", "50 % & co e-mail");
        check("🙂 café/bar 🙂", "café bar");
        check("🙂", "");
    }

    #[test]
    fn phrases_are_found_as_whole_words_the_longest_first() {
        let phrases = list("ads,google ads,app,game-changer");
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<&str> =
                matches(text, &phrases).into_iter().map(|(_, _, number)| phrases[number].as_str()).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("google ads and ads", &["google ads", "ads"]);
        check("apple happy adsense loads", &[]);
        check("an app-based thing, l'app", &["app", "app"]);
        check("a game-changer", &["game-changer"]);
        check("a game changer", &[]);
        assert!(has_phrase("we post daily", "post") && !has_phrase("we post daily", ""));
    }

    #[test]
    fn content_words_leave_out_what_carries_nothing() {
        let check = |text: &str, expected: &[&str]| {
            assert_eq!(content_words(&norm(text), &list("the,le,de,a"), &list("l,d,qu")), expected, "{text}");
        };
        check("The owners' group, the 2nd of 12 (50%)", &["owners", "group", "2nd", "of"]);
        check("L’avis d’Anne qu’aujourd'hui", &["avis", "anne", "aujourd'hui"]);
        check("the the the - & '", &[]);
    }

    #[test]
    fn a_text_starts_with_a_verb_behind_what_leads_in() {
        let (verbs, lead_ins) = (list("post,set up,to"), list("to,we,we will,we'll"));
        let check = |text: &str, expected: bool| {
            assert_eq!(starts_with_verb(&norm(text), &verbs, &lead_ins), expected, "{text}");
        };
        for text in ["Post daily", "post", "We’ll post", "we will set up a shop", "To post", "To"] {
            check(text, true);
        }
        for text in ["Poster", "post-sale care", "Daily post", "Set a date", "", "we"] {
            check(text, false);
        }
    }
}
