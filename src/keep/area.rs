//! What a place to keep things in has to be able to do.

/// Texts under keys, as in the browser's storage. Nothing here fails in any other way than by saying so.
pub trait Area {
    /// The text under `key`. What stands for half a character in it may be lost.
    fn get(&self, key: &str) -> Option<String>;
    /// Puts a text under `key`. Gives `false`, and leaves what was there, where there is no room or it is not allowed.
    fn set(&self, key: &str, text: &str) -> bool;
    fn remove(&self, key: &str);
    /// Puts what stands under `key` under `to` as well, unaltered to the last half of a character.
    fn copy(&self, key: &str, to: &str) -> bool;
    /// All keys that begin so.
    fn keys(&self, begin: &str) -> Vec<String>;
}

/// Writes, and reads back what was written.
#[must_use]
pub fn write(area: &dyn Area, key: &str, text: &str) -> bool {
    area.set(key, text) && area.get(key).as_deref() == Some(text)
}
