//! The page in one file, which opens from a memory stick: index.html with its styles, its script and all that it loads inside.

use super::pages;
use crate::files;
use anyhow::{Context, Result, ensure};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use flate2::{Compression, write::DeflateEncoder};
use std::{collections::BTreeMap, fs, io::Write, path::Path};

/// The script that starts it: boot.js with `embed/single.js` for its files. In `dist/` it is only on its way here.
pub(super) const SCRIPT: &str = "single.js";

const PAGE: &str = "strategy-first.html";

/// What the page loads, by folder; and besides, every part of its program.
const FOLDERS: [&str; 7] = ["code/", "drills/", "files/", "locales/", "packs/", "pages/", "plan/"];
const STYLES: [&str; 2] = ["more.css", "plan.css"];

/// Makes the page from a release whose blanks are filled. `own` holds the names of a trainer's own pack by language; where there
/// are any, the page asks those questions.
///
/// # Errors
/// Where a file is missing, or index.html is no longer put together as this expects.
pub(super) fn write(release: &Path, own: &BTreeMap<String, String>) -> Result<()> {
    let text = |name: &str| files::read_text(&release.join(name));
    let page = page(&text("index.html")?, &text("standalone.css")?, &text(SCRIPT)?, &packed(release)?)?;
    files::write(&release.join(PAGE), begins_with(&page, own)?)?;
    let script = release.join(SCRIPT);
    fs::remove_file(&script).with_context(|| format!("cannot remove {}", script.display()))
}

/// The page with the names of its own questions, where `embed/single.js` looks for them. They are ids and tags: nothing in them has
/// to be escaped but the quotation marks around them.
fn begins_with(page: &str, own: &BTreeMap<String, String>) -> Result<String> {
    if own.is_empty() {
        return Ok(page.to_owned());
    }
    let names = serde_json::to_string(own)?.replace('"', "&quot;");
    ensure!(page.contains("<html "), "index.html has no <html>");
    Ok(page.replacen("<html ", &format!("<html data-packs=\"{names}\" "), 1))
}

/// Everything that the page loads: a line that tells names and lengths, then the files, one after another; deflated, in base64.
fn packed(release: &Path) -> Result<String> {
    let (mut table, mut content) = (Vec::new(), Vec::new());
    for file in files::below(release, &[])? {
        let name = files::relative(&file, release);
        if is_loaded(&name) {
            let bytes = files::read(&file)?;
            table.push((name, bytes.len()));
            content.extend(bytes);
        }
    }
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    writeln!(encoder, "{}", serde_json::to_string(&table)?)?;
    encoder.write_all(&content)?;
    Ok(BASE64_STANDARD.encode(encoder.finish()?))
}

/// Whether the page loads it by its name, as a text or as a part of the program.
pub(super) fn is_loaded(name: &str) -> bool {
    let is_part = Path::new(name).extension().is_some_and(|extension| extension == "wasm") && name != pages::WASM;
    is_part || STYLES.contains(&name) || FOLDERS.iter().any(|folder| name.starts_with(folder))
}

/// The page, whose policy allows what stands in it by its digest and nothing from anywhere.
fn page(index: &str, style: &str, script: &str, packed: &str) -> Result<String> {
    ensure!(!script.contains("</script"), "the script would end before its end");
    let policy = format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data: blob:; base-uri 'none'; \
         form-action 'none'",
        files::integrity(script),
        files::integrity(style)
    );
    let policy =
        format!("<meta charset=\"utf-8\">\n    <meta http-equiv=\"content-security-policy\" content=\"{policy}\">");
    let within = format!(
        "<script type=\"text/plain\" id=\"files\">{packed}</script>\n    <script type=\"module\">{script}</script>\n  </body>"
    );
    let mut page = index.to_owned();
    for (begins, ends, put) in [
        ("<meta charset", ">", policy),
        ("<link rel=\"stylesheet\"", ">", format!("<style>{style}</style>")),
        ("<script type=\"module\" src", "</script>", String::new()),
        ("</body", ">", within),
    ] {
        let from = page.find(begins).with_context(|| format!("index.html has no {begins}"))?;
        let length = page[from..].find(ends).with_context(|| format!("index.html has no end to its {begins}"))?;
        page.replace_range(from..from + length + ends.len(), &put);
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::{begins_with, is_loaded, page};
    use std::collections::BTreeMap;

    const INDEX: &str = r#"<head><meta charset="utf-8"><link rel="icon" href="data:,"><link rel="stylesheet" href="a.css?v=1">
        <script type="module" src="c.js"></script></head><body><p>Hello</p></body>"#;

    #[test]
    fn it_names_nothing_outside_itself() {
        let page = page(INDEX, "p{}", "start()", "AAAA").unwrap();
        for outside in ["a.css", "c.js", " src="] {
            assert!(!page.contains(outside), "{outside}: {page}");
        }
        for inside in ["<style>p{}</style>", ">AAAA</script>", ">start()</script>", "<p>Hello</p>"] {
            assert!(page.contains(inside), "{inside}: {page}");
        }
        // As `openssl dgst -sha256 -binary` and `base64` have it.
        for digest in ["gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y=", "DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00="] {
            assert!(page.contains(&format!("'sha256-{digest}'")), "{page}");
        }
    }

    #[test]
    fn what_it_can_not_hold_is_a_fault() {
        assert!(page(INDEX, "", "write('</script>')", "").is_err());
        assert!(page("<p>Hello</p>", "", "", "").is_err());
    }

    #[test]
    fn it_names_the_questions_that_it_begins_with() {
        let own = [("en".to_owned(), "packs/mine.en.json".to_owned())].into();
        let named = begins_with("<html lang=\"en\">", &own).unwrap();
        assert_eq!(named, "<html data-packs=\"{&quot;en&quot;:&quot;packs/mine.en.json&quot;}\" lang=\"en\">");
        assert_eq!(begins_with("<html>", &BTreeMap::default()).unwrap(), "<html>");
    }

    #[test]
    fn it_holds_what_the_page_loads_and_no_more() {
        for (name, expected) in [
            ("plan-views.wasm", true),
            ("packs/full.fr.json", true),
            ("more.css", true),
            ("plan.css", true),
            ("strategy-first-pages_bg.wasm", false),
            ("configure/en.json", false),
            ("schema/plan.schema.json", false),
            ("embed.js", false),
        ] {
            assert_eq!(is_loaded(name), expected, "{name}");
        }
    }
}
