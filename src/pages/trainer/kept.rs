//! The group in this browser, for whoever ticks the box: as its codes, its packs and the smallest group to show.

use crate::{
    browser::{
        options::Options,
        storage::{Store, Tier},
        watched::Watched,
    },
    course::{
        code::Moment,
        gathering::{Least, Twice},
        intake::{Group, How, Known, Text},
    },
    document::object::object,
    words::TrainerKey,
};
use serde_json::Value;

/// The name it is kept under.
const GROUP: &str = "group";

pub struct Kept {
    store: Store,
    is_on: Watched<bool>,
}

impl Kept {
    /// It goes on being kept where it was kept before.
    pub fn open(options: &Options) -> Kept {
        let store = Store::open("local", &options.storage_key().unwrap_or_else(|| "default".to_owned()));
        let is_on = Watched::new(store.has(GROUP));
        Kept { store, is_on }
    }

    /// What asks is drawn anew when that changes.
    pub fn is_on(&self) -> bool {
        self.is_on.get()
    }

    /// From now on it is this group that is kept, whatever another tab keeps.
    pub fn turn_on(&self) {
        let _ = self.store.get(GROUP);
        self.is_on.set(true);
    }

    pub fn turn_off(&self) {
        self.store.remove(GROUP);
        self.is_on.set(false);
    }

    /// Keeps the group.
    ///
    /// # Errors
    /// Why it is not kept from now on, as a sentence.
    pub fn put(&self, group: &Group, known: &Known, least: Least) -> Result<(), TrainerKey> {
        let refused = if self.store.is_behind(GROUP) {
            Some(TrainerKey::KeepElsewhere)
        } else {
            let packs: Vec<Value> = group.own.iter().map(|own| own.text.as_str().into()).collect();
            let data = object([
                ("codes", group.text(known).into()),
                ("packs", packs.into()),
                ("least", least.people().into()),
            ]);
            let is_put = self.store.put(GROUP, &data) && self.store.tier() == Tier::Local;
            (!is_put).then_some(TrainerKey::KeepCannot)
        };
        refused.map_or(Ok(()), |why| {
            self.is_on.set(false);
            Err(why)
        })
    }

    /// What was kept.
    pub fn get(&self, known: &Known) -> Option<(Group, Least)> {
        let data = self.store.get(GROUP).into_data()?;
        let mut group = Group::default();
        let packs = data["packs"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let codes = data["codes"].as_str().unwrap_or_default();
        let texts = packs.chain([codes]).map(|text| Text { name: "", text, size: text.len() });
        group.take(&texts.collect::<Vec<_>>(), known, How { twice: Twice::Replace, files_from: Moment::Before });
        Some((group, if data["least"] == 3 { Least::Three } else { Least::Five }))
    }
}
