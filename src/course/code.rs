//! A result as a code: short enough to type by hand, to read aloud and to put in a small QR, with no name and no text in it.
//!
//! `SF16N-…`, in groups of five signs ([`super::signs`] says which, and why). In order:
//!
//! | signs | hold |
//! |---|---|
//! | 2 | `SF`, by which a code is found |
//! | 1 | the version of this table |
//! | 1 | how many groups there are |
//! | 1 | a check of these two, so that a slip in them never makes another code |
//! | 7 | the pack: three signs of its id's digest, four of a digest over id, version, items and options |
//! | 8 | a random number, the same for all that one person hands in |
//! | as many as it takes | when it was taken and the answers, as one number of mixed radix |
//! | 5 | a check of all |
//!
//! Every pack that may be fits: a hundred questions of eight options come to 107 characters. The moment *then* is a code of its own,
//! and so is the drill, so that no code pays for what most do not hold.

use super::{
    find::Refusal,
    shape::{FAMILY, NAME, Shape, digest},
    signs::{CHECK, Number, check, low, sign, small_check, value},
};
use crate::quiz::answers::Answers;
use std::{fmt, ops::RangeInclusive};

/// The version written here, and the newest that is read.
pub const VERSION: u8 = 1;
/// No code is longer, in characters, dashes included.
pub const LONGEST: usize = 120;

/// What a code holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// A pack's id, or [`super::shape::DRILL`].
    pub pack: String,
    pub pack_version: String,
    pub who: Who,
    pub moment: Moment,
    pub answers: Answers,
}

/// A random number that stands for one person throughout a course, below 2⁴⁰. Among 10,000 people, two have the same with a
/// chance of one in 22,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Who(u64);

/// When, seen from the course, somebody answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Moment {
    Before,
    After,
    /// Asked afterwards about the time before: many see only then how they stood (Howard et al. 1979, "response shift").
    Then,
}

/// The signs in a group.
pub(super) const GROUP: usize = 5;
/// `SF`, as values.
pub(super) const MARK: [u8; 2] = [25, 15];
const WHO: usize = 8;
/// How many groups a code can have: with a dash between each two, twenty are [`LONGEST`].
pub(super) const GROUPS: RangeInclusive<u8> = 3..=20;

/// A code for `answers` to the pack of this `shape`, in groups with a dash between.
#[must_use]
pub fn write(shape: &Shape, answers: &Answers, who: Who, moment: Moment) -> String {
    let mut number = Number::default();
    shape.put(answers, &mut number);
    number.push(Moment::COUNT, moment as u8);
    let rest = CHECK + GROUP + NAME + WHO + shape.width(Moment::COUNT);
    let groups = rest.div_ceil(GROUP);
    let width = groups * GROUP - GROUP - NAME - WHO - CHECK;

    let mut values = MARK.to_vec();
    let count = u8::try_from(groups).unwrap_or(0);
    values.extend([VERSION, count, small_check(VERSION, count)]);
    values.extend(shape.name());
    values.extend(who.values());
    values.extend(number.values(width));
    values.extend(check(&values));
    let groups: Vec<String> =
        values.chunks(GROUP).map(|group| group.iter().map(|value| sign(*value)).collect()).collect();
    groups.join("-")
}

/// Whether signs that begin thus are a code, and then how many it has in all.
pub(super) fn length(start: &[u8]) -> Option<usize> {
    let [s, f, version, groups, checked, ..] = *start else { return None };
    let is_code = [s, f] == MARK && small_check(version, groups) == checked && GROUPS.contains(&groups);
    is_code.then(|| usize::from(groups) * GROUP)
}

/// What is in a code of this [`length`], whose answers are to one of the packs of these shapes.
///
/// # Errors
/// All but [`Refusal::CutShort`] and [`Refusal::NoBeginning`].
pub(super) fn read(values: &[u8], shapes: &[Shape]) -> Result<Code, Refusal> {
    let Parts { name, who, number } = parts(values)?;
    let Some(shape) = shapes.iter().find(|shape| shape.name() == name) else {
        let mut family = shapes.iter().filter(|shape| shape.name()[..FAMILY] == name[..FAMILY]);
        return Err(family
            .next()
            .map_or(Refusal::UnknownPack, |shape| Refusal::OtherVersion { pack: shape.id().to_owned() }));
    };
    let mut number = Number::from_values(number);
    let moment = Moment::ALL.get(usize::from(number.pop(Moment::COUNT))).copied();
    let answers = shape.take(&mut number);
    let moment = moment.filter(|_| number.width() == 0).ok_or(Refusal::Altered)?;
    Ok(Code {
        pack: shape.id().to_owned(),
        pack_version: shape.version().to_owned(),
        who: Who::of(who),
        moment,
        answers,
    })
}

/// Whose a code of this [`length`] is, whatever its questions.
///
/// # Errors
/// [`Refusal::Altered`] and [`Refusal::Newer`].
pub(super) fn read_who(values: &[u8]) -> Result<Who, Refusal> {
    parts(values).map(|parts| Who::of(parts.who))
}

/// What lies between the first group of a code and its check.
struct Parts<'a> {
    name: &'a [u8],
    who: &'a [u8],
    number: &'a [u8],
}

fn parts(values: &[u8]) -> Result<Parts<'_>, Refusal> {
    let (body, checked) = values.split_at_checked(values.len().saturating_sub(CHECK)).ok_or(Refusal::Altered)?;
    if checked != check(body) {
        return Err(Refusal::Altered);
    }
    if body.get(MARK.len()) != Some(&VERSION) {
        return Err(Refusal::Newer);
    }
    let body = body.get(GROUP..).unwrap_or_default();
    let (name, body) = body.split_at_checked(NAME).ok_or(Refusal::Altered)?;
    let (who, number) = body.split_at_checked(WHO).ok_or(Refusal::Altered)?;
    Ok(Parts { name, who, number })
}

impl Who {
    /// From a random number, of which 40 bits are used.
    #[must_use]
    pub fn new(random: u64) -> Who {
        Who(random & 0xff_ffff_ffff)
    }

    /// From its eight signs, as [`Who`] is displayed; nothing where they are others.
    #[must_use]
    pub fn read(signs: &str) -> Option<Who> {
        let values: Vec<u8> = signs.chars().map(value).collect::<Option<_>>()?;
        (values.len() == WHO).then(|| Who::of(&values))
    }

    fn of(values: &[u8]) -> Who {
        values.iter().fold(Who(0), |who, value| Who::new(who.0 << 5 | u64::from(*value)))
    }

    /// The number that `name` is written as, or else one that it always gives: a result from a file has an id of its own kind.
    #[must_use]
    pub fn named(name: &str) -> Who {
        Who::read(name).unwrap_or_else(|| Who::new(digest([name].into_iter())))
    }

    fn values(self) -> [u8; WHO] {
        [35, 30, 25, 20, 15, 10, 5, 0].map(|shift| low(self.0 >> shift))
    }
}

/// As its eight signs.
impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let signs: String = self.values().into_iter().map(sign).collect();
        f.write_str(&signs)
    }
}

impl Moment {
    pub const ALL: [Moment; 3] = [Moment::Before, Moment::After, Moment::Then];
    const COUNT: u8 = 3;

    /// The name used in files and on the command line.
    #[must_use]
    pub fn code(self) -> &'static str {
        ["before", "after", "then"][self as usize]
    }

    /// The moment of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Moment> {
        Moment::ALL.into_iter().find(|moment| moment.code() == name)
    }
}
