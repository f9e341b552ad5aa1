//! Words broken into lines where nothing measures them: by how wide the letters of common sans serif type are, a little more
//! rather than less, so that no line runs out of its box.

/// What ends a text that was cut.
const CUT: char = '…';

/// `words` in no more than `most` lines of `width` pixels, in letters of `size` pixels. White space is all alike, but for that which joins; a word that is
/// wider than a line is broken within; what does not fit is cut, and the last line says so.
#[must_use]
pub fn broken(words: &str, width: i32, size: i32, is_bold: bool, most: usize) -> Vec<String> {
    // In thousandths of the letters' size, as the widths are.
    let per_pixel = if is_bold { 940 } else { 1000 };
    let room = width * per_pixel / size.max(1);
    let mut lines = Lines { room, most, full: Vec::new(), line: String::new(), used: 0 };
    // No line ends at a space that forbids it, as before a French colon.
    let ends = |letter: char| letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{202f}');
    for word in words.split(ends).filter(|word| !word.is_empty()) {
        if !lines.take(word) {
            break;
        }
    }
    lines.done()
}

struct Lines {
    room: i32,
    most: usize,
    full: Vec<String>,
    line: String,
    /// The width of `line`.
    used: i32,
}

impl Lines {
    /// Puts a word behind the others; gives `false` once there is no room left.
    fn take(&mut self, word: &str) -> bool {
        let needed: i32 = word.chars().map(width).fold(0, i32::saturating_add);
        if !self.line.is_empty() {
            if self.used + width(' ') + needed <= self.room {
                self.put(' ');
            } else if !self.next() {
                return false;
            }
        }
        for letter in word.chars() {
            // A mark without a width of its own stays with its letter.
            if width(letter) > 0 && self.used + width(letter) > self.room && !self.line.is_empty() && !self.next() {
                return false;
            }
            self.put(letter);
        }
        true
    }

    fn put(&mut self, letter: char) {
        self.line.push(letter);
        self.used += width(letter);
    }

    /// Begins another line; where there may be none, ends the last one as a cut one.
    fn next(&mut self) -> bool {
        if self.full.len() + 1 >= self.most {
            while self.used + width(CUT) > self.room {
                let Some(letter) = self.line.pop() else { break };
                self.used -= width(letter);
            }
            let kept = self.line.trim_end().len();
            self.line.truncate(kept);
            self.line.push(CUT);
            return false;
        }
        self.full.push(std::mem::take(&mut self.line));
        self.used = 0;
        true
    }

    fn done(mut self) -> Vec<String> {
        if !self.line.is_empty() {
            self.full.push(self.line);
        }
        self.full
    }
}

/// How wide a letter is, in thousandths of its size.
fn width(letter: char) -> i32 {
    match letter {
        'i' | 'j' | 'l' | '|' | '\'' | '’' | '.' | ',' | ':' | ';' | '!' | 'I' => 300,
        ' ' | '\u{a0}' | '\u{202f}' | 'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '-' | '"' => 390,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' | '…' | 'œ' | 'Œ' | 'æ' | 'Æ' => 960,
        'A'..='Z' | 'À'..='Þ' | '&' | '+' | '=' | '<' | '>' | '~' => 740,
        ' '..='~' => 580,
        _ if has_no_width(letter) => 0,
        _ if is_square(letter) => 1050,
        // Letters of mathematics, and pictures.
        '\u{1d400}'..='\u{1d7ff}' => 760,
        '\u{10000}'.. => 1400,
        _ => 640,
    }
}

/// Marks upon letters, joiners, and what only turns the direction of others.
fn has_no_width(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e01ef}')
}

/// Letters of the scripts that are written in squares.
fn is_square(letter: char) -> bool {
    matches!(letter, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffe6}')
}
