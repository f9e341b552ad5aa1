//! A session: what a trainer asks of everybody in a room, as the fragment of a link. `embed/session.js` reads it; what both hold to
//! is in `tests/sessions.json`. Fragments are sent to no server.

use super::code::Moment;

/// What a session may hold. What is empty, or not allowed, is not asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// One of [`VIEWS`].
    pub view: String,
    /// One of [`PACKS`], or the address of a pack file.
    pub pack: String,
    pub lang: String,
    /// Of the drill's order.
    pub seed: Option<u32>,
    pub moment: Option<Moment>,
    /// The link that is offered on the result, and its words.
    pub cta_href: String,
    pub cta_label: String,
}

/// What the page shows first; `all` is what it shows where nothing is asked.
pub const VIEWS: [&str; 4] = ["all", "quiz", "plan", "drill"];
pub const PACKS: [&str; 2] = ["full", "quick"];
/// The most characters of a link's words.
pub const LONGEST_LABEL: usize = 80;

const WEB: &[&str] = &["https", "http"];
const OFFERED: &[&str] = &["https", "http", "mailto"];

impl Session {
    /// The fragment, with its `#`.
    #[must_use]
    pub fn fragment(&self) -> String {
        let seed = self.seed.map(|seed| seed.to_string()).unwrap_or_default();
        let moment = self.moment.map_or("", Moment::code);
        let held = [
            ("view", &*self.view, VIEWS.contains(&self.view.trim())),
            ("pack", &self.pack, PACKS.contains(&self.pack.trim()) || is_pack_address(&self.pack)),
            ("lang", &self.lang, is_tag(self.lang.trim())),
            ("seed", &seed, true),
            ("moment", moment, true),
            ("cta-href", &self.cta_href, is_link(&self.cta_href)),
            ("cta-label", &self.cta_label, self.cta_label.trim().encode_utf16().count() <= LONGEST_LABEL),
        ];
        let mut fragment = String::from("#session=1");
        for (name, value, _) in held.into_iter().filter(|(_, value, is_sound)| *is_sound && !value.trim().is_empty()) {
            fragment.push('&');
            fragment.push_str(name);
            fragment.push('=');
            write_value(value.trim(), &mut fragment);
        }
        fragment
    }

    /// The link: the address of the learners' page, without whatever fragment it has, and this.
    #[must_use]
    pub fn link(&self, page: &str) -> String {
        let page = page.trim().split('#').next().unwrap_or_default();
        format!("{page}{}", self.fragment())
    }
}

/// Whether a pack can be fetched from there.
#[must_use]
pub fn is_pack_address(link: &str) -> bool {
    leads(link.trim(), WEB)
}

/// Whether somebody may be sent there: http, https or mailto, or within the page's own site (contract, `cta-href`).
#[must_use]
pub fn is_link(link: &str) -> bool {
    leads(link.trim(), OFFERED)
}

/// Whether learners can open a page there: on the web, or from a memory stick.
#[must_use]
pub fn is_page(address: &str) -> bool {
    let address = address.trim();
    address.split_once(':').is_some_and(|(scheme, rest)| match scheme.to_ascii_lowercase().as_str() {
        "https" | "http" => has_host(rest),
        "file" => rest.starts_with("///"),
        _ => false,
    })
}

/// Whether `link` has one of the schemes, or none, and then stays on the site. It is stricter than a browser, and lets nothing
/// through that a browser would take for something else.
fn leads(link: &str, schemes: &[&str]) -> bool {
    if link.is_empty() || link.chars().any(|letter| letter.is_whitespace() || letter.is_control()) {
        return false;
    }
    let first = link.split(['/', '?', '#']).next().unwrap_or_default();
    let Some((scheme, _)) = first.split_once(':') else { return !link.starts_with("//") || has_host(link) };
    let rest = link.get(scheme.len() + 1..).unwrap_or_default();
    let scheme = scheme.to_ascii_lowercase();
    schemes.contains(&&*scheme) && (if scheme == "mailto" { !rest.is_empty() } else { has_host(rest) })
}

/// Whether what follows a scheme names a host: letters, digits, dots and dashes, perhaps with a port.
fn has_host(rest: &str) -> bool {
    let Some(rest) = rest.strip_prefix("//") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = host.split_once(':').unwrap_or((host, "80"));
    let is_named = host.starts_with(char::is_alphanumeric)
        && host.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_'));
    is_named && port.parse::<u16>().is_ok()
}

/// As in `fr` or `en-GB`.
fn is_tag(lang: &str) -> bool {
    let mut parts = lang.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|letter| letter.is_ascii_alphabetic())
        && parts.all(|part| !part.is_empty() && part.bytes().all(|letter| letter.is_ascii_alphanumeric()))
}

/// As a form is sent (WHATWG URL, `application/x-www-form-urlencoded`), which is what `URLSearchParams` writes and reads.
fn write_value(value: &str, to: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in value.bytes() {
        match byte {
            b' ' => to.push('+'),
            b'*' | b'-' | b'.' | b'_' => to.push(byte.into()),
            _ if byte.is_ascii_alphanumeric() => to.push(byte.into()),
            _ => {
                to.push('%');
                to.extend([byte >> 4, byte & 15].map(|digit| char::from(DIGITS[usize::from(digit)])));
            }
        }
    }
}
