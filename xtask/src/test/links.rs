//! Whether the relative links in the repository's texts lead to a file, and to a heading in it.

use crate::{files, place::Place};
use anyhow::{Result, bail};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::{
    collections::HashMap,
    path::{Component, Path, PathBuf},
};

/// Folders whose texts are not ours.
const NOT_OURS: [&str; 4] = [".git", "dist", "node_modules", "target"];

/// An error names each link that leads nowhere.
pub(super) fn check(place: &Place) -> Result<()> {
    let mut pages = HashMap::new();
    for file in files::below(&place.root, &NOT_OURS)? {
        if file.extension().is_some_and(|extension| extension == "md") {
            pages.insert(file.clone(), Page::parse(&files::read_text(&file)?));
        }
    }
    let mut faults = Vec::new();
    let mut count = 0;
    for (file, page) in &pages {
        for link in page.links.iter().filter(|link| is_relative(link)) {
            count += 1;
            if let Err(fault) = follow(file, link, &pages) {
                faults.push(format!("{}: {link} {fault}", files::relative(file, &place.root)));
            }
        }
    }
    if !faults.is_empty() {
        faults.sort();
        bail!("links that lead nowhere:\n  {}", faults.join("\n  "));
    }
    println!("{count} links in {} texts", pages.len());
    Ok(())
}

/// What matters here of a text in Markdown.
#[derive(Default)]
struct Page {
    links: Vec<String>,
    anchors: Vec<String>,
}

impl Page {
    fn parse(text: &str) -> Self {
        let mut page = Self::default();
        let mut heading = None;
        for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES) {
            match event {
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    page.links.push(dest_url.into_string());
                }
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(_)) => {
                    if let Some(heading) = heading.take() {
                        page.add_anchor(&heading);
                    }
                }
                Event::Text(text) | Event::Code(text) => {
                    if let Some(heading) = &mut heading {
                        heading.push_str(&text);
                    }
                }
                _ => {}
            }
        }
        page
    }

    /// As the sites that show Markdown make them: lower case, hyphens for spaces, a number for the second of a name.
    fn add_anchor(&mut self, heading: &str) {
        let kept = |letter: &char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_');
        let anchor = heading.to_lowercase().chars().filter(kept).collect::<String>().replace(' ', "-");
        let free = (0..).map(|number| if number == 0 { anchor.clone() } else { format!("{anchor}-{number}") });
        let free = free.into_iter().find(|name| !self.anchors.contains(name));
        self.anchors.extend(free);
    }
}

/// Neither another site's nor a mail address.
fn is_relative(link: &str) -> bool {
    let scheme = link.split_once(':').map(|(scheme, _)| scheme);
    !link.starts_with("//") && scheme.is_none_or(|scheme| scheme.contains(['/', '#', '?', '.']))
}

fn follow(from: &Path, link: &str, pages: &HashMap<PathBuf, Page>) -> Result<(), &'static str> {
    let (path, anchor) = link.split_once('#').map_or((link, None), |(path, anchor)| (path, Some(anchor)));
    let target = if path.is_empty() { from.to_path_buf() } else { resolve(from, path) };
    if !target.exists() {
        return Err("is not there");
    }
    match (anchor, pages.get(&target)) {
        (Some(anchor), Some(page)) if !page.anchors.iter().any(|name| name == anchor) => Err("has no such heading"),
        _ => Ok(()),
    }
}

/// The file that a link means, with its `..` worked out, so that it can be looked up.
fn resolve(from: &Path, path: &str) -> PathBuf {
    let mut target = from.parent().unwrap_or(from).to_path_buf();
    for part in Path::new(&path.replace("%20", " ")).components() {
        match part {
            Component::ParentDir => _ = target.pop(),
            Component::Normal(name) => target.push(name),
            _ => {}
        }
    }
    target
}

#[cfg(test)]
mod tests {
    use super::{Page, follow, is_relative, resolve};
    use std::{
        collections::HashMap,
        path::{Path, PathBuf},
    };

    const TEXT: &str = "
# Strategy First: a *check*

See [the map](ARCHITECTURE.md#the-map) and ![it](docs/shot.png).

```md
[not a link](nowhere.md)
```

## Use `cargo xtask serve`!
## Use `cargo xtask serve`!
";

    #[test]
    fn finds_links_and_anchors() {
        let page = Page::parse(TEXT);
        assert_eq!(page.links, ["ARCHITECTURE.md#the-map", "docs/shot.png"]);
        assert_eq!(page.anchors, ["strategy-first-a-check", "use-cargo-xtask-serve", "use-cargo-xtask-serve-1"]);
    }

    #[test]
    fn only_links_within_the_repository_are_followed() {
        for (link, relative) in [
            ("README.md", true),
            ("#use", true),
            ("docs/a.md#b:c", true),
            ("https://example.org/", false),
            ("mailto:a@example.org", false),
            ("//example.org", false),
        ] {
            assert_eq!(is_relative(link), relative, "{link}");
        }
    }

    #[test]
    fn a_heading_that_is_not_there_is_a_fault() {
        let file = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src/test/links.rs"));
        let pages = HashMap::from([(file.clone(), Page { anchors: vec!["here".into()], ..Page::default() })]);
        let check = |link| follow(&file, link, &pages);
        assert_eq!(check("#here"), Ok(()));
        assert_eq!(check("#elsewhere"), Err("has no such heading"));
        assert_eq!(check("web.rs"), Ok(()));
        assert_eq!(check("../serve.rs"), Ok(()));
        assert_eq!(check("../nowhere.rs"), Err("is not there"));
    }

    #[test]
    fn dots_are_worked_out() {
        assert_eq!(resolve(Path::new("/a/b/c.md"), "../d/./e.md"), Path::new("/a/d/e.md"));
    }
}
