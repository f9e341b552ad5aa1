//! How things are kept: what is written where and in which order, so that whatever fails, a good copy is left. Pure; the
//! browser's storage is an [`area::Area`].

pub mod area;
pub mod journal;
pub mod migrate;
pub mod slots;
