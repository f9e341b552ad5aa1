//! The budget: what a visitor may have to load (`xtask/budget.toml`), and what is loaded only when asked for.

use super::size::{Size, kilobytes};
use crate::{files, place::Place, table};
use anyhow::{Context, Result, bail};
use glob::Pattern;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
pub(super) struct Budget {
    sum: Vec<Limited>,
}

/// Files that are loaded together.
#[derive(Deserialize)]
struct Limited {
    name: String,
    /// In bytes, after brotli.
    limit: usize,
    /// Names or patterns of files in `dist/`.
    files: Vec<String>,
}

/// The sums of one build.
pub(super) struct Account {
    sums: Vec<Line>,
    on_demand: BTreeMap<String, Size>,
}

struct Line {
    name: String,
    size: Size,
    limit: usize,
}

impl Budget {
    pub(super) fn read(place: &Place) -> Result<Self> {
        let text = files::read_text(&place.root.join("xtask/budget.toml"))?;
        toml::from_str(&text).context("xtask/budget.toml is not in the form its first lines describe")
    }

    pub(super) fn account(&self, sizes: &[(String, Size)]) -> Result<Account> {
        let sums = self.sum.iter().map(|sum| sum.line(sizes)).collect::<Result<_>>()?;
        let mut on_demand: BTreeMap<String, Vec<Size>> = BTreeMap::new();
        for (name, size) in sizes {
            if !self.sum.iter().flat_map(|sum| &sum.files).any(|pattern| matches(pattern, name)) {
                on_demand.entry(part(name)).or_default().push(*size);
            }
        }
        let on_demand = on_demand.into_iter().map(|(part, sizes)| (part, sizes.into_iter().sum())).collect();
        Ok(Account { sums, on_demand })
    }
}

impl Limited {
    fn line(&self, sizes: &[(String, Size)]) -> Result<Line> {
        for pattern in &self.files {
            if !sizes.iter().any(|(name, _)| matches(pattern, name)) {
                bail!(
                    "the sum \"{}\" in xtask/budget.toml counts {pattern}, which is not in dist/: correct the name",
                    self.name
                );
            }
        }
        let counted = sizes.iter().filter(|(name, _)| self.files.iter().any(|pattern| matches(pattern, name)));
        Ok(Line { name: self.name.clone(), size: counted.map(|(_, size)| *size).sum(), limit: self.limit })
    }
}

impl Account {
    pub(super) fn table(&self) -> String {
        let row = |name: &str, size: Size, limit: String| {
            [name.to_owned()].into_iter().chain(size.cells()).chain([limit]).collect::<Vec<_>>()
        };
        let head = |name: &str, limit: &str| [name, "raw", "gzip", "brotli", limit].map(String::from).to_vec();
        let mut rows = vec![head("Loaded together, in kB", "limit")];
        rows.extend(self.sums.iter().map(|line| row(&line.name, line.size, kilobytes(line.limit))));
        rows.push(vec![]);
        rows.push(head("Loaded only when asked for, in kB", ""));
        rows.extend(self.on_demand.iter().map(|(name, size)| row(name, *size, String::new())));
        table::aligned(&rows)
    }

    pub(super) fn verdict(&self) -> Result<()> {
        let over = self.sums.iter().filter(|line| line.size.brotli > line.limit);
        let over: Vec<_> = over
            .map(|line| {
                let excess = line.size.brotli - line.limit;
                format!("\"{}\" is {} bytes, {excess} over its {}", line.name, line.size.brotli, line.limit)
            })
            .collect();
        if over.is_empty() {
            return Ok(());
        }
        bail!("over budget: {}", over.join("; "))
    }
}

fn matches(pattern: &str, name: &str) -> bool {
    Pattern::new(pattern).is_ok_and(|pattern| pattern.matches(name))
}

/// Files are grouped by folder; those at the top stand for themselves.
fn part(name: &str) -> String {
    name.split_once('/').map_or_else(|| name.to_owned(), |(folder, _)| format!("{folder}/"))
}

#[cfg(test)]
mod tests {
    use super::{Account, Budget, Size};

    const BUDGET: &str = r#"
[[sum]]
name = "check"
limit = 100
files = ["index.html", "packs/*.en.json"]
"#;

    fn account(files: &[(&str, usize)]) -> anyhow::Result<Account> {
        let size = |brotli| Size { raw: brotli * 4, gzip: brotli * 2, brotli };
        let sizes: Vec<_> = files.iter().map(|(name, brotli)| ((*name).to_owned(), size(*brotli))).collect();
        toml::from_str::<Budget>(BUDGET).unwrap().account(&sizes)
    }

    #[test]
    fn sums_what_its_patterns_match_and_groups_the_rest() {
        let files = [
            ("index.html", 10),
            ("packs/full.en.json", 30),
            ("packs/full.fr.json", 31),
            ("packs/quick.fr.json", 7),
            ("trainer.html", 5),
        ];
        let account = account(&files).unwrap();
        assert_eq!(account.sums[0].size.brotli, 40);
        let rest: Vec<_> = account.on_demand.iter().map(|(name, size)| (name.as_str(), size.brotli)).collect();
        assert_eq!(rest, [("packs/", 38), ("trainer.html", 5)]);
        assert!(account.verdict().is_ok());
    }

    #[test]
    fn says_what_is_over_and_by_how_much() {
        let account = account(&[("index.html", 99), ("packs/full.en.json", 2)]).unwrap();
        assert_eq!(account.verdict().unwrap_err().to_string(), "over budget: \"check\" is 101 bytes, 1 over its 100");
    }

    #[test]
    fn a_name_that_matches_nothing_is_a_fault() {
        let error = account(&[("index.html", 1)]).err().unwrap().to_string();
        assert!(error.contains("counts packs/*.en.json, which is not in dist/"), "{error}");
    }
}
