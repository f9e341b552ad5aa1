//! What the fields of a plan are made of: ids, whole numbers, quantities, currencies, and words from a short list.

use std::{
    borrow::Borrow,
    fmt::{self, Display},
};

/// The name of a part of a plan, or a link to one. Opaque text; empty where there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub String);

/// A whole number from `MIN` to `MAX`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Whole<const MIN: i64, const MAX: i64>(i64);

/// A number that may have decimals, from `MIN` to `MAX`; never infinite, never "not a number".
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Quantity<const MIN: i64, const MAX: i64>(f64);

/// An amount in the currency's minor unit, such as cents.
pub type Money = Whole<0, 1_000_000_000_000>;
/// A rhythm, in days.
pub type EveryDays = Whole<1, 3660>;
/// What is counted: a baseline, a target, a reading. Beyond these bounds a sum would lose its units.
pub type Number = Quantity<{ -1_000_000_000_000 }, 1_000_000_000_000>;
/// Working time, in hours.
pub type Hours = Quantity<0, 100_000>;

/// A currency by its ISO 4217 code, as in `EUR`. `Intl` throws at anything that has not three letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Currency([u8; 3]);

impl Id {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Id {
        Id(text.to_owned())
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl Display for Id {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl<const MIN: i64, const MAX: i64> Whole<MIN, MAX> {
    #[must_use]
    pub fn new(number: i64) -> Option<Self> {
        (MIN..=MAX).contains(&number).then_some(Whole(number))
    }

    #[must_use]
    pub fn get(self) -> i64 {
        self.0
    }
}

impl<const MIN: i64, const MAX: i64> Quantity<MIN, MAX> {
    #[must_use]
    pub fn new(number: f64) -> Option<Self> {
        #[allow(clippy::cast_precision_loss)] // the bounds are far below 2^53
        let bounds = MIN as f64..=MAX as f64;
        bounds.contains(&number).then_some(Quantity(number))
    }

    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }
}

/// "Not a number", which equals not even itself, cannot occur.
impl<const MIN: i64, const MAX: i64> Eq for Quantity<MIN, MAX> {}

impl Currency {
    /// Three capital letters.
    #[must_use]
    pub fn new(code: &str) -> Option<Currency> {
        let letters: [u8; 3] = code.as_bytes().try_into().ok()?;
        letters.iter().all(u8::is_ascii_uppercase).then_some(Currency(letters))
    }

    #[must_use]
    pub fn code(&self) -> &str {
        // Made of ASCII letters only.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// An enum of words from a short list, with the name of each in files.
macro_rules! words {
    ($($(#[$about:meta])* $name:ident { $($word:ident = $code:literal),* $(,)? })*) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($word),* }

        impl $name {
            pub const NAMED: &[(&str, $name)] = &[$(($code, $name::$word)),*];

            /// The name used in files.
            #[must_use]
            pub fn code(self) -> &'static str {
                $name::NAMED[self as usize].0
            }
        }

        impl $crate::plan::field::Word for $name {
            const NAMED: &[(&str, $name)] = $name::NAMED;

            fn code(self) -> &'static str {
                $name::code(self)
            }
        }
    )*};
}
pub(super) use words;
