//! A small writer of SVG. Whatever is given as words or as a value stays words or a value: there is no way to give markup.

/// An element, written as it is put together.
#[derive(Clone, Debug)]
pub struct Node {
    tag: &'static str,
    attributes: String,
    inside: String,
}

impl Node {
    #[must_use]
    pub fn new(tag: &'static str) -> Node {
        Node { tag, attributes: String::new(), inside: String::new() }
    }

    /// An attribute.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &str) -> Node {
        self.attributes.push(' ');
        self.attributes.push_str(name);
        self.attributes.push_str("=\"");
        escape(value, &mut self.attributes);
        self.attributes.push('"');
        self
    }

    /// Attributes that are whole numbers.
    #[must_use]
    pub fn numbers(self, numbers: &[(&'static str, i32)]) -> Node {
        numbers.iter().fold(self, |node, (name, number)| node.with(name, &number.to_string()))
    }

    /// Attributes that are texts.
    #[must_use]
    pub fn all(self, attributes: &[(&'static str, &str)]) -> Node {
        attributes.iter().fold(self, |node, (name, value)| node.with(name, value))
    }

    #[must_use]
    pub fn words(mut self, words: &str) -> Node {
        escape(words, &mut self.inside);
        self
    }

    #[must_use]
    pub fn child(mut self, child: Node) -> Node {
        child.write(&mut self.inside);
        self
    }

    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = Node>) -> Node {
        children.into_iter().fold(self, Node::child)
    }

    /// The element as a file of its own.
    #[must_use]
    pub fn file(self) -> String {
        let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        self.write(&mut text);
        text.push('\n');
        text
    }

    fn write(self, to: &mut String) {
        to.push('<');
        to.push_str(self.tag);
        to.push_str(&self.attributes);
        if self.inside.is_empty() {
            to.push_str("/>");
            return;
        }
        to.push('>');
        to.push_str(&self.inside);
        to.push_str("</");
        to.push_str(self.tag);
        to.push('>');
    }
}

/// Writes text as XML 1.0 has it (2.2, 2.4): the five signs as references, any kind of break as a space, and a character that
/// no file may hold as the one that stands for such.
fn escape(text: &str, to: &mut String) {
    for character in text.chars() {
        match character {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '"' => to.push_str("&quot;"),
            '\'' => to.push_str("&#39;"),
            '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => to.push(' '),
            '\0'..'\u{20}' | '\u{7f}'..'\u{a0}' | '\u{fffe}' | '\u{ffff}' => to.push('\u{fffd}'),
            other => to.push(other),
        }
    }
}

/// An address that holds the file itself (RFC 2397), for a page to show it without another request.
#[must_use]
pub fn address(file: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut address = String::from("data:image/svg+xml,");
    for byte in file.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~ =:/,;()!*@$+".contains(&byte) {
            address.push(byte.into());
        } else {
            address.push('%');
            address.push(DIGITS[usize::from(byte >> 4)].into());
            address.push(DIGITS[usize::from(byte & 15)].into());
        }
    }
    address
}
