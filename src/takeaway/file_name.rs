//! The names of files, from what somebody called a plan: fit for every system that a file may end up on.

use super::voice::one_line;

/// The most characters of the title, so that the whole name stays below what any system allows, whatever the letters.
const MAX_TITLE: usize = 60;

/// Names that Windows keeps for devices, whatever the ending.
const DEVICES: [&str; 4] = ["CON", "PRN", "AUX", "NUL"];
const PORTS: [&str; 2] = ["COM", "LPT"];

/// A name out of a title, a part such as `actions`, and an ending such as `csv`: `A-bakery’s-year-actions.csv`.
#[must_use]
pub fn file_name(title: &str, part: Option<&str>, ending: &str) -> String {
    let short: String = one_line(title).chars().take(MAX_TITLE).collect();
    let mut name = joined(&short);
    if name.is_empty() || is_device(&name) {
        name = joined(&format!("plan {name}"));
    }
    let part = part.map(|part| format!("-{}", joined(part)));
    format!("{name}{}.{ending}", part.unwrap_or_default())
}

/// The words of a text with dashes between them. What has a meaning in a path, a shell or an address goes, and what cannot be
/// seen.
fn joined(text: &str) -> String {
    let is_kept =
        |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || (!letter.is_ascii() && is_seen(letter));
    text.split(|letter| !is_kept(letter)).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

fn is_seen(letter: char) -> bool {
    let code = u32::from(letter);
    let is_mark =
        matches!(code, 0x80..=0xa0 | 0xad | 0x61c | 0x180e | 0x2000..=0x2010 | 0x2028..=0x202f | 0x205f..=0x206f);
    let is_blank = matches!(code, 0x3000 | 0xfe00..=0xfe0f | 0xfff0..=0xfffb);
    let is_private = matches!(code, 0xe000..=0xf8ff | 0xe0000..);
    // Full-width forms of what is kept out above: systems that fold them would let it in again.
    let is_wide = matches!(code, 0xff01..=0xff0f | 0xff1a..=0xff20 | 0xff3b..=0xff40 | 0xff5b..=0xff65);
    !(is_mark || is_blank || is_private || is_wide)
}

fn is_device(name: &str) -> bool {
    let name = name.to_ascii_uppercase();
    let is_port = |port: &&str| name.strip_prefix(*port).is_some_and(|rest| rest.chars().count() == 1);
    DEVICES.contains(&name.as_str()) || PORTS.iter().any(is_port)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_fit_for_every_system() {
        for (title, part, expected) in [
            ("A bakery’s year, 2026/27", None, "A-bakery’s-year-2026-27.md"),
            ("Été à Die : plan", Some("les actions"), "Été-à-Die-plan-les-actions.md"),
            ("../../etc/passwd", None, "etc-passwd.md"),
            ("CON", None, "plan-CON.md"),
            ("lpt1", None, "plan-lpt1.md"),
            ("Control", None, "Control.md"),
            ("", None, "plan.md"),
            (" .. ", Some("a"), "plan-a.md"),
            ("a\u{202e}gpj.exe\u{200b}\0", None, "a-gpj-exe.md"),
            ("計画 2026", None, "計画-2026.md"),
        ] {
            assert_eq!(file_name(title, part, "md"), expected, "{title:?}");
        }
        assert_eq!(file_name(&"é".repeat(3000), Some("actions"), "csv").chars().count(), 60 + "-actions.csv".len());
    }
}
