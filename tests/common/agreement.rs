//! A schema and a reader of the same files say the same.

use proptest::prelude::*;
use strategy_first::document::reader::{Fault, Problem};

/// What the schema refuses, the reader refuses; and where the reader names a fault of shape, the schema refuses too. `against`
/// is what the schema has against a file.
pub(crate) fn agree(
    against: &[String],
    faults: &[Fault],
    is_shape: impl Fn(&Fault) -> bool,
) -> Result<(), TestCaseError> {
    prop_assert!(against.is_empty() || !faults.is_empty(), "only the schema: {against:?}");
    let of_shape = faults.iter().find(|fault| is_shape(fault));
    prop_assert!(of_shape.is_none() || !against.is_empty(), "only the reader: {of_shape:?}");
    Ok(())
}

/// A schema can't say that an id stands in a file twice.
pub(crate) fn is_no_double(fault: &Fault) -> bool {
    !matches!(fault.problem, Problem::DuplicateId { .. })
}
