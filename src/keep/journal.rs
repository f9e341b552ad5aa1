//! How a plan is kept: now and then the whole of it, three copies deep ([`super::slots`]), and after each copy the changes since,
//! a key a pause. So what is written grows with what was changed, and not with the plan.
//!
//! Under the plan's key stand `a`, `b` and `c`, and after each, as in `b/1`, `b/2`, the changes that were made since that copy.
//! Changes say which copy they follow, so that those of an older one in the same slot are not taken for its own.

use super::{
    area::{Area, write},
    slots::{self, Found, Look, Put, Spot, look, set_aside, slot_key, slot_of},
};
use crate::{
    document::{
        envelope::{self, SCHEMA},
        object::{joined, object, text},
        reader,
    },
    plan::{edit::Edit, plan::Plan, written},
};
use serde_json::Value;

/// So many bytes of changes are kept before the whole plan is written again, or a quarter of the plan, if that is more.
const MAX_LOG: usize = 16 * 1024;
/// And so many pauses: each costs a key to be read when the plan is opened.
const MAX_ENTRIES: u64 = 200;
/// So many changes wait at most, where there is no room to keep them; then the whole plan waits.
const MAX_WAITING: usize = 1000;

/// What one tab knows about how a plan is kept, and what it has not kept yet.
#[derive(Debug, Default)]
pub struct Journal {
    /// The plan's key in the area.
    key: String,
    /// The revision of the whole copy that the changes follow; 0 where there is none.
    rev: u64,
    /// How many pauses were written after it.
    entries: u64,
    /// The size of the copy and of what was written after it, in bytes.
    copy: usize,
    log: usize,
    waiting: Vec<Edit>,
    /// Whether the plan is to be written whole next.
    is_whole: bool,
}

/// A plan as it was found.
#[derive(Debug)]
pub struct Opened {
    pub plan: Plan,
    pub journal: Journal,
    /// Whether something of it could not be read, and was set aside. The plan is then the last good one.
    pub is_recovered: bool,
    /// Whether a newer version kept it. It must not be written.
    pub is_newer: bool,
}

/// Why there is no plan under a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    Nothing,
    /// None of it could be read; it was set aside.
    SetAside,
}

/// What others did to a plan since this tab looked last.
#[derive(Debug)]
pub enum News {
    Nothing,
    /// Changes to be done here too.
    Edits(Vec<Edit>),
    /// It is another plan altogether.
    Whole(Box<Opened>),
    /// It is not there any more.
    Gone,
}

impl Journal {
    /// For a plan that is not kept yet, in the area under `key`.
    #[must_use]
    pub fn new(key: String) -> Journal {
        Journal { key, is_whole: true, ..Journal::default() }
    }

    /// Opens what is kept under `key`. What can't be read is set aside under keys that end in `now`.
    ///
    /// # Errors
    /// [`Lost`], where there is no plan.
    pub fn open(area: &dyn Area, key: &str, now: &str) -> Result<Opened, Lost> {
        let got = slots::get(area, spot(key), now);
        let (data, is_recovered, is_newer) = match got.found {
            Found::Nothing => return Err(Lost::Nothing),
            Found::SetAside => return Err(Lost::SetAside),
            Found::Data(data) => (data, false, false),
            Found::Recovered(data) => (data, true, false),
            Found::Newer(data) => (data, false, true),
        };
        let copy = text(&data).len();
        let mut journal = Journal { key: key.to_owned(), rev: got.copy, copy, ..Journal::default() };
        let mut opened = Opened { plan: read_plan(&data), journal: Journal::default(), is_recovered, is_newer };
        loop {
            match journal.next_entry(area) {
                Next::Nothing => break,
                Next::Edits(edits, size) if edits.iter().all(|edit| opened.plan.apply(edit.clone()).is_ok()) => {
                    journal.entries += 1;
                    journal.log += size;
                }
                _ if is_newer => break,
                _ => {
                    journal.set_rest_aside(area, now);
                    opened.is_recovered = true;
                    break;
                }
            }
        }
        // What follows goes into a slot of its own, so that what was recovered stays as it was.
        journal.is_whole = opened.is_recovered;
        if got.rev != got.copy {
            // The changes after a copy that is lost mean nothing without it.
            journal = Journal { rev: got.rev, entries: 0, ..journal };
            journal.set_rest_aside(area, now);
        }
        opened.journal = journal;
        Ok(opened)
    }

    /// Notes a change that was made to the plan, to be kept with the next [`Journal::save`].
    pub fn note(&mut self, edit: Edit) {
        if let (Some(Edit::Set { of, field, to }), Edit::Set { of: same_of, field: same_field, to: new }) =
            (self.waiting.last_mut(), &edit)
            && of == same_of
            && field == same_field
        {
            to.clone_from(new);
            return;
        }
        self.waiting.push(edit);
        if self.waiting.len() > MAX_WAITING {
            self.waiting.clear();
            self.is_whole = true;
        }
    }

    /// Whether there is anything to keep.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.is_whole || !self.waiting.is_empty()
    }

    /// Keeps the changes that wait, or all of `plan`, which is as they left it. Unless it says [`Put::Kept`], they go on waiting,
    /// and everything that was kept before is as it was.
    pub fn save(&mut self, area: &dyn Area, plan: &Plan, now: &str) -> Put {
        if !self.is_waiting() {
            return Put::Kept(self.rev);
        }
        let is_whole = match look(area, &self.key) {
            Look::Opened(pointer) if pointer.schema > SCHEMA => return Put::Newer,
            Look::Opened(pointer) if pointer.rev != self.rev => return Put::Stale,
            Look::Opened(pointer) => self.is_whole || pointer.schema < SCHEMA,
            // Somebody has cleared the browser's storage since.
            Look::Nothing | Look::Damaged => true,
        };
        if matches!(self.next_entry(area), Next::Edits(..)) {
            return Put::Stale;
        }
        if is_whole || self.is_long() { self.save_whole(area, plan, now) } else { self.save_entry(area, now) }
    }

    fn save_entry(&mut self, area: &dyn Area, now: &str) -> Put {
        let key = self.entry_key(self.entries + 1);
        if matches!(look(area, &key), Look::Damaged) && !set_aside(area, &key, now) {
            return Put::NoRoom;
        }
        let data = object([("after", self.rev.into()), ("edits", written::to_json(&self.waiting))]);
        let sealed = envelope::seal(&text(&data), self.entries + 1, now);
        if !write(area, &key, &sealed) {
            return Put::NoRoom;
        }
        self.entries += 1;
        self.log += sealed.len();
        self.waiting.clear();
        Put::Kept(self.rev)
    }

    fn save_whole(&mut self, area: &dyn Area, plan: &Plan, now: &str) -> Put {
        let data = object([("plan", plan.to_json()), ("keys", plan.loose_keys())]);
        let data = text(&data);
        let copy = data.len();
        let put = slots::put(area, spot(&self.key), self.rev, &data, now);
        if let Put::Kept(rev) = put {
            *self = Journal { key: std::mem::take(&mut self.key), rev, copy, ..Journal::default() };
            // Those of the copy that stood in this slot before.
            area.keys(&joined(&[&slot_key(&self.key, slot_of(rev)), "/"])).iter().for_each(|key| area.remove(key));
        }
        put
    }

    /// What others did since this tab read or wrote last. What they did is then known here, and to be done here too.
    pub fn news(&mut self, area: &dyn Area, now: &str) -> News {
        match slots::rev(area, &self.key) {
            None => return if self.rev == 0 { News::Nothing } else { News::Gone },
            Some(rev) if rev != self.rev => {
                return match Journal::open(area, &self.key, now) {
                    Ok(opened) => News::Whole(Box::new(opened)),
                    Err(_) => News::Gone,
                };
            }
            Some(_) => {}
        }
        let mut all = Vec::new();
        while let Next::Edits(edits, size) = self.next_entry(area) {
            all.extend(edits);
            self.entries += 1;
            self.log += size;
        }
        if all.is_empty() { News::Nothing } else { News::Edits(all) }
    }

    fn is_long(&self) -> bool {
        self.log > MAX_LOG.max(self.copy / 4) || self.entries >= MAX_ENTRIES
    }

    /// The first pause that is kept and not known here.
    fn next_entry(&self, area: &dyn Area) -> Next {
        let key = self.entry_key(self.entries + 1);
        let entry = match look(area, &key) {
            Look::Nothing => return Next::Nothing,
            Look::Damaged => return Next::Damaged,
            Look::Opened(entry) => entry,
        };
        if entry.data.get("after").and_then(Value::as_u64) != Some(self.rev) {
            return Next::Nothing;
        }
        let size = area.get(&key).map_or(0, |text| text.len());
        entry.data.get("edits").and_then(written::read).map_or(Next::Damaged, |edits| Next::Edits(edits, size))
    }

    /// Sets the pause that could not be read aside, and all that follow it: without it they mean nothing.
    fn set_rest_aside(&self, area: &dyn Area, now: &str) {
        let mut entry = self.entries + 1;
        while area.get(&self.entry_key(entry)).is_some() && set_aside(area, &self.entry_key(entry), now) {
            entry += 1;
        }
    }

    fn entry_key(&self, entry: u64) -> String {
        joined(&[&slot_key(&self.key, slot_of(self.rev)), "/", &text(&entry.into())])
    }
}

/// What comes after what is known.
enum Next {
    Nothing,
    Damaged,
    /// With their size in bytes.
    Edits(Vec<Edit>, usize),
}

/// Keeps `plan` under `key` in place of what is there, which is among the copies before.
pub fn replace(area: &dyn Area, key: &str, plan: &Plan, now: &str) -> Put {
    let rev = slots::rev(area, key).unwrap_or_default();
    Journal { key: key.to_owned(), rev, ..Journal::default() }.save_whole(area, plan, now)
}

/// Keeps nothing under `key` any more but what was set aside.
pub fn remove(area: &dyn Area, key: &str) {
    slots::remove(area, key);
    let below = area.keys(&joined(&[key, "/"]));
    let aside = joined(&[key, "/set-aside/"]);
    below.iter().filter(|key| !key.starts_with(&aside)).for_each(|key| area.remove(key));
}

fn spot(key: &str) -> Spot<'_> {
    Spot { name: "plan/", key }
}

fn read_plan(data: &Value) -> Plan {
    let nothing = Value::Null;
    let (mut plan, _) = reader::read(data.get("plan").unwrap_or(&nothing), Plan::read);
    plan.rekey(data.get("keys").unwrap_or(&nothing));
    plan
}
