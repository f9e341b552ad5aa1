//! Packs of somebody's own, to be built into a release: read and checked as `check-pack` does.

use crate::{
    check_pack::{line, open},
    content,
};
use anyhow::{Result, bail};
use serde_json::Value;
use std::{collections::BTreeMap, path::PathBuf};
use strategy_first::{
    document::reader::Fault,
    draft::{check::taken, languages::differences},
    quiz::pack_file::read_pack,
};

/// Packs by their ids, and in each its files by their languages.
#[derive(Debug, Default)]
pub(crate) struct OwnPacks {
    packs: BTreeMap<String, BTreeMap<String, Value>>,
    /// The id of the first.
    first: Option<String>,
}

impl OwnPacks {
    /// Reads `files`, each a pack in one language.
    ///
    /// # Errors
    /// Where a file is no pack, has faults, or has the id of one of ours: results are kept by the id of their pack, and would be
    /// taken for those of ours. Each fault is told as `check-pack` tells it.
    pub(crate) fn read(files: &[PathBuf]) -> Result<OwnPacks> {
        let words = content::words("faults", "en")?;
        let (mut own, mut wrong) = (OwnPacks::default(), Vec::new());
        for file in files {
            let name = file.display();
            match open(file, &words) {
                Err(sentence) => wrong.push(format!("{name}: {sentence}")),
                Ok(pack) => {
                    let faults = own.faults(&pack);
                    wrong.extend(faults.iter().map(|fault| format!("{name}: {}", line(&words, fault))));
                    if faults.is_empty() && !own.add(pack) {
                        wrong.push(format!(
                            "{name}: Its id and language are those of a file before it. Change one of the two."
                        ));
                    }
                }
            }
        }
        if !wrong.is_empty() {
            bail!("nothing was built, since a pack is not sound:\n{}", wrong.join("\n"));
        }
        Ok(own)
    }

    /// Every file as it is published, by its name.
    pub(crate) fn files(&self) -> impl Iterator<Item = (String, String)> {
        self.packs.iter().flat_map(|(id, langs)| {
            langs.iter().map(move |(lang, pack)| (format!("packs/{id}.{lang}.json"), pack.to_string()))
        })
    }

    /// The texts by language of the pack that was named first: courses and the one file begin with it.
    pub(crate) fn first(&self) -> BTreeMap<String, String> {
        let langs = self.first.as_ref().and_then(|id| self.packs.get(id));
        langs.into_iter().flatten().map(|(lang, pack)| (lang.clone(), pack.to_string())).collect()
    }

    /// The names by language of the files of that pack.
    pub(crate) fn first_names(&self) -> BTreeMap<String, String> {
        let names = self.first.iter().flat_map(|id| {
            let langs = self.packs.get(id).into_iter().flatten();
            langs.map(move |(lang, _)| (lang.clone(), format!("packs/{id}.{lang}.json")))
        });
        names.collect()
    }

    /// The faults of a file, also beside those of the same pack before it.
    fn faults(&self, pack: &Value) -> Vec<Fault> {
        let siblings = pack["id"].as_str().and_then(|id| self.packs.get(id));
        let between = siblings.into_iter().flatten().flat_map(|(lang, other)| differences(pack, other, lang));
        read_pack(pack).1.into_iter().chain(taken(pack)).chain(between).collect()
    }

    /// Gives whether there was none like it.
    fn add(&mut self, pack: Value) -> bool {
        let text = |name: &str| pack[name].as_str().unwrap_or_default().to_owned();
        let (id, lang) = (text("id"), text("lang"));
        self.first.get_or_insert_with(|| id.clone());
        self.packs.entry(id).or_default().insert(lang, pack).is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::fs;

    /// Reads the quick pack in these languages, each changed.
    fn read(name: &str, langs: &[&str], change: impl Fn(&str, &mut Value)) -> Result<OwnPacks> {
        let folder = std::env::temp_dir().join(format!("strategy-first-own-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let write = |(at, lang): (usize, &&str)| {
            let mut pack = content::pack("quick", lang).unwrap();
            pack["id"] = json!("mine");
            change(lang, &mut pack);
            let file = folder.join(format!("{at}.json"));
            fs::write(&file, pack.to_string()).unwrap();
            file
        };
        let files: Vec<PathBuf> = langs.iter().enumerate().map(write).collect();
        let read = OwnPacks::read(&files);
        fs::remove_dir_all(&folder).unwrap();
        read
    }

    #[test]
    fn sound_packs_are_published_under_their_ids_and_languages() {
        let own = read("sound", &["fr", "en"], |_, _| {}).unwrap();
        let names: Vec<String> = own.files().map(|(name, _)| name).collect();
        assert_eq!(names, ["packs/mine.en.json", "packs/mine.fr.json"]);
        assert_eq!(own.first_names().into_values().collect::<Vec<_>>(), names);
        assert!(own.first()["fr"].contains("\"lang\":\"fr\""));
        assert!(OwnPacks::read(&[]).unwrap().first().is_empty());
    }

    #[test]
    fn what_is_not_sound_is_told_as_check_pack_tells_it() {
        let check = |name: &str, langs: &[&str], change: fn(&str, &mut Value), expected: &str| {
            let told = read(name, langs, change).unwrap_err().to_string();
            assert!(told.contains(expected), "{told}");
        };
        check(
            "empty",
            &["en"],
            |_, pack| pack["items"][0]["text"] = json!(""),
            "0.json: items[0].text: There is nothing in here.",
        );
        check("ours", &["en"], |_, pack| pack["id"] = json!("full"), "id: The id ‘full’ is already in use.");
        check("twice", &["en", "en"], |_, _| {}, "1.json: Its id and language are those of a file before it.");
        check(
            "other",
            &["en", "fr"],
            |lang, pack| {
                if lang == "fr" {
                    pack["band"] = json!(5);
                }
            },
            "1.json: band: This is not the same as in the file in ‘en’",
        );
    }

    #[test]
    fn what_is_no_pack_is_refused() {
        let told = OwnPacks::read(&[PathBuf::from("Cargo.toml")]).unwrap_err().to_string();
        assert!(told.contains("cannot be read as JSON"), "{told}");
    }
}
