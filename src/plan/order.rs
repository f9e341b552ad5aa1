//! Putting things in order: one sort for all, since each kind of thing sorted by itself costs the visitor several kilobytes.

/// The places of things in the order of their keys; where those are the same, as they came.
#[must_use]
pub fn in_order(keys: impl Iterator<Item = i64>) -> Vec<usize> {
    let mut places: Vec<(i64, usize)> = keys.zip(0..).collect();
    sort(&mut places);
    places.into_iter().map(|(_, place)| place).collect()
}

#[inline(never)]
fn sort(places: &mut [(i64, usize)]) {
    places.sort_unstable();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_stay_as_they_came() {
        for (keys, expected) in [
            (&[][..], &[][..]),
            (&[5, -1, 5, 3], &[1, 3, 0, 2]),
            (&[0, 0, 0], &[0, 1, 2]),
            (&[i64::MAX, i64::MIN], &[1, 0]),
        ] {
            assert_eq!(in_order(keys.iter().copied()), expected, "{keys:?}");
        }
    }
}
