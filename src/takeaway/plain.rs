//! What somebody typed, made fit to stand in a file: without characters that no file format holds, and with links only where
//! a link may lead.

/// `text` without control characters and what is no character at all, its line breaks all of one kind, and no blanks around
/// it or around its lines. XML 1.0 can hold no more than this, and nothing that can be seen is lost.
#[must_use]
pub fn clean(text: &str) -> String {
    let mut before = ' ';
    let kept = text.chars().filter_map(|letter| match letter {
        // The second half of one line break.
        _ if (std::mem::replace(&mut before, letter), letter) == ('\r', '\n') => None,
        '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => Some('\n'),
        '\n' | '\t' => Some(letter),
        '\u{feff}' => None,
        _ if letter.is_control() || is_no_character(letter) => None,
        _ => Some(letter),
    });
    let kept: String = kept.collect();
    let lines: Vec<&str> = kept.split('\n').map(str::trim).collect();
    lines.join("\n").trim().to_owned()
}

/// Code points that stand for no character in any text (Unicode 23.7).
fn is_no_character(letter: char) -> bool {
    let code = u32::from(letter);
    (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe
}

/// `text` as an address to link to, where all of it is one that leads over http or https or to a mailbox. An address with a
/// name in front of its host is none, since it may pass for another's.
#[must_use]
pub fn address(text: &str) -> Option<&str> {
    let text = text.trim();
    if text.chars().any(is_foreign_to_addresses) {
        return None;
    }
    if let Some(mailbox) = after(text, "mailto:") {
        return (!mailbox.is_empty() && !mailbox.starts_with(['/', '?', '@'])).then_some(text);
    }
    let rest = after(text, "https://").or_else(|| after(text, "http://"))?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = !host.is_empty() && !host.starts_with([':', '.']) && !host.contains('@');
    is_host.then_some(text)
}

/// What comes behind `scheme`, in capitals or not.
fn after<'a>(text: &'a str, scheme: &str) -> Option<&'a str> {
    let begins = text.get(..scheme.len())?.eq_ignore_ascii_case(scheme);
    begins.then(|| &text[scheme.len()..])
}

/// Blanks, quotation marks, brackets, and what turns the direction of writing round or takes no room.
fn is_foreign_to_addresses(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || is_no_character(letter)
        || matches!(letter, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '\u{ad}' | '\u{feff}')
        || ('\u{200b}'..='\u{200f}').contains(&letter)
        || ('\u{202a}'..='\u{202e}').contains(&letter)
        || ('\u{2060}'..='\u{206f}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_file_holds_goes_and_the_rest_stays() {
        for (text, expected) in [
            ("plain", "plain"),
            ("a\0b\u{1}c\u{7f}d\u{9f}e", "abcde"),
            ("one\r\ntwo\rthree\u{2028}four\u{85}five", "one\ntwo\nthree\nfour\nfive"),
            ("  a \n\t b  \n", "a\nb"),
            ("\u{feff}=1\u{fffe}\u{fdd0}\u{1ffff}", "=1"),
            ("a\tb", "a\tb"),
            ("👨‍👩‍👧 é e\u{301} \u{200f}שלום", "👨‍👩‍👧 é e\u{301} \u{200f}שלום"),
            (" \u{3000}\u{a0}\n", ""),
        ] {
            assert_eq!(clean(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_link_leads_over_http_or_to_a_mailbox_and_nowhere_else() {
        for (text, is_one) in [
            ("https://example.com", true),
            (" HTTP://example.com/a?b=c#d ", true),
            ("https://élan.example:8080/é", true),
            ("mailto:a@example.com", true),
            ("see https://example.com", false),
            ("https://example.com and more", false),
            ("https://", false),
            ("https:example.com", false),
            ("//example.com", false),
            ("https:///example.com", false),
            ("https://bank.example@evil.example/", false),
            ("https://example.com/\"x", false),
            ("https://example.com/\u{202e}gpj", false),
            ("javascript:alert(1)", false),
            ("java\nscript:alert(1)", false),
            ("data:text/html,x", false),
            ("vbscript:x", false),
            ("blob:https://example.com/1", false),
            ("file:///etc/passwd", false),
            ("\u{1}javascript:1", false),
            ("mailto:", false),
            ("example.com", false),
            ("é", false),
        ] {
            assert_eq!(address(text).is_some(), is_one, "{text:?}");
        }
    }
}
