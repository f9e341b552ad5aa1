//! Files and what is kept: reading with every fault named and put in words, the envelope, results, links. Pure.

pub mod envelope;
pub mod faults;
pub mod file;
pub mod link;
pub mod object;
pub mod reader;
pub mod result;
