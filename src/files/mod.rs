//! Files that people save and open: everything there is as one backup, and what comes back in. Pure: it decides what a file
//! holds, what it would change here, and how that is taken back; nothing here keeps or loads anything.

pub mod door;
pub mod merge;
pub mod preview;
pub mod state;
