//! One value under a name, kept three times over: each write goes to the oldest of three slots, is read back, and then the
//! pointer moves there. Whatever is cut short or spoilt, the copy before is whole.

use super::{
    area::{Area, write},
    migrate::migrate,
};
use crate::document::{
    envelope::{self, SCHEMA},
    object::joined,
};
use serde_json::Value;

const SLOTS: [&str; 3] = ["a", "b", "c"];

/// What was found under a name.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    Nothing,
    Data(Value),
    /// The latest copy could not be read, and was set aside. This is the one before.
    Recovered(Value),
    /// None of it could be read. It stands unaltered under other names, or where it stood, if there was no room for that.
    SetAside,
    /// A newer version wrote it; it must stay as it is.
    Newer(Value),
}

impl Found {
    /// What there is to read of it.
    #[must_use]
    pub fn into_data(self) -> Option<Value> {
        match self {
            Found::Data(data) | Found::Recovered(data) | Found::Newer(data) => Some(data),
            Found::Nothing | Found::SetAside => None,
        }
    }
}

/// How a write went. Unless it was kept, nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// With the revision it has now.
    Kept(u64),
    /// Somebody else has written since.
    Stale,
    /// A newer version has written since.
    Newer,
    NoRoom,
}

/// What stands under a key.
pub(super) enum Look {
    Nothing,
    Damaged,
    Opened(envelope::Opened),
}

/// Where a value is kept: the name that its messages and its migration go by, and the key of its pointer.
#[derive(Clone, Copy)]
pub struct Spot<'a> {
    pub name: &'a str,
    pub key: &'a str,
}

/// What was found, and which it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Got {
    pub found: Found,
    /// The revision to give to [`put`]; 0 where there is nothing.
    pub rev: u64,
    /// The revision of what was found, which is an earlier one where it was recovered.
    pub copy: u64,
}

/// Finds what is kept there. What can't be read is set aside under keys that end in `now`.
#[must_use]
pub fn get(area: &dyn Area, spot: Spot, now: &str) -> Got {
    let mut spoilt = false;
    let mut sift = |key: &str| match look(area, key) {
        Look::Opened(opened) => Some(opened),
        Look::Damaged => {
            spoilt = true;
            set_aside(area, key, now);
            None
        }
        Look::Nothing => None,
    };
    let pointer = sift(spot.key);
    let rev = pointer.as_ref().map(|pointer| pointer.rev);
    let copied_to = pointer.as_ref().and_then(|pointer| pointed(&pointer.data));
    let latest = match copied_to {
        Some(at) => sift(&slot_key(spot.key, at)),
        // What was kept before there were slots.
        None => pointer,
    };
    if let Some(latest) = latest {
        let (rev, copy) = (rev.unwrap_or_default(), latest.rev);
        return Got { found: latest_found(spot.name, latest), rev, copy };
    }
    let copy = SLOTS.iter().filter_map(|slot| sift(&slot_key(spot.key, slot))).max_by_key(|copy| copy.rev);
    let copied = copy.as_ref().map(|copy| copy.rev).unwrap_or_default();
    let found = match copy {
        Some(copy) if copy.schema > SCHEMA => Found::Newer(copy.data),
        Some(copy) if spoilt || copied_to.is_some() => Found::Recovered(copy.data),
        Some(copy) => Found::Data(copy.data),
        None if spoilt => Found::SetAside,
        None => Found::Nothing,
    };
    Got { found, rev: rev.unwrap_or(copied), copy: copied }
}

/// Keeps `data` there, the text of a JSON value; `known` is the revision it had when it was read or written last.
#[must_use]
pub fn put(area: &dyn Area, spot: Spot, known: u64, data: &str, now: &str) -> Put {
    match look(area, spot.key) {
        Look::Opened(pointer) if pointer.schema > SCHEMA => return Put::Newer,
        Look::Opened(pointer) if pointer.rev != known => return Put::Stale,
        // A copy from before stays, for whoever goes back to the older version.
        Look::Opened(pointer) if pointer.schema < SCHEMA && !area.copy(spot.key, &before_key(spot.key)) => {
            return Put::NoRoom;
        }
        _ => {}
    }
    let rev = known + 1;
    let turn = slot_of(rev);
    let copy_key = slot_key(spot.key, turn);
    for key in [spot.key, &copy_key] {
        // What can't be read is not written over.
        if matches!(look(area, key), Look::Damaged) && !set_aside(area, key, now) {
            return Put::NoRoom;
        }
    }
    let pointer = joined(&["{\"slot\":\"", turn, "\"}"]);
    let kept = write(area, &copy_key, &envelope::seal(data, rev, now))
        && write(area, spot.key, &envelope::seal(&pointer, rev, now));
    if kept { Put::Kept(rev) } else { Put::NoRoom }
}

/// Keeps nothing there any more. What was set aside stays.
pub fn remove(area: &dyn Area, key: &str) {
    area.remove(key);
    for copy in SLOTS.iter().map(|slot| slot_key(key, slot)) {
        area.remove(&copy);
    }
}

/// The revision of what is kept there now; nothing where there is none, or none that can be read.
#[must_use]
pub fn rev(area: &dyn Area, key: &str) -> Option<u64> {
    if let Look::Opened(pointer) = look(area, key) { Some(pointer.rev) } else { None }
}

pub(super) fn look(area: &dyn Area, key: &str) -> Look {
    let Some(text) = area.get(key) else {
        return Look::Nothing;
    };
    serde_json::from_str(&text).ok().and_then(envelope::open).map_or(Look::Damaged, Look::Opened)
}

/// Puts what can't be read under a name of its own, unaltered. Gives `false`, and leaves it where it is, where there is no room.
pub(super) fn set_aside(area: &dyn Area, key: &str, now: &str) -> bool {
    let is_there = area.copy(key, &joined(&[key, "/set-aside/", now]));
    if is_there {
        area.remove(key);
    }
    is_there
}

/// The slot that a revision is written to: the one that was written longest ago.
pub(super) fn slot_of(rev: u64) -> &'static str {
    match rev % 3 {
        0 => SLOTS[0],
        1 => SLOTS[1],
        _ => SLOTS[2],
    }
}

pub(super) fn slot_key(key: &str, slot: &str) -> String {
    joined(&[key, "/", slot])
}

/// Where the copy goes that is kept from before a migration.
fn before_key(key: &str) -> String {
    joined(&[key, "/before"])
}

/// The slot that a pointer points to.
fn pointed(data: &Value) -> Option<&'static str> {
    let slot = data.get("slot")?.as_str()?;
    SLOTS.into_iter().find(|known| *known == slot)
}

fn latest_found(name: &str, latest: envelope::Opened) -> Found {
    if latest.schema > SCHEMA {
        Found::Newer(latest.data)
    } else {
        Found::Data(migrate(name, latest.schema, latest.data))
    }
}
