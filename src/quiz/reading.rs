//! The reading: which of four descriptions the answers touch, given the band around each score.

/// The four descriptions. They describe answers, not people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Description {
    StartingOut,
    Busy,
    OnPaper,
    Aligned,
}

/// Every description that the band touches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// In the order of [`Description`]: one, two or all four of them; none where there are too few answers.
    pub touches: Vec<Description>,
    /// Aligned alone, but what joins the two axes is not mostly in place.
    pub links_missing: bool,
}

/// Where a score stands to the cut, given the band.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Low,
    High,
    Open,
}

impl Description {
    pub const ALL: [Description; 4] =
        [Description::StartingOut, Description::Busy, Description::OnPaper, Description::Aligned];

    /// The name used in files and events.
    #[must_use]
    pub fn code(self) -> &'static str {
        ["starting-out", "busy", "on-paper", "aligned"][self as usize]
    }
}

impl Reading {
    /// Under which name a pack keeps the words for this reading, as in `busy`, `busy|aligned`, `middle` or `too-few`.
    #[must_use]
    pub fn key(&self) -> String {
        match self.touches.as_slice() {
            [] => "too-few".to_owned(),
            [_] if self.links_missing => "aligned-unjoined".to_owned(),
            [one] => one.code().to_owned(),
            [one, other] => format!("{}|{}", one.code(), other.code()),
            _ => "middle".to_owned(),
        }
    }

    /// Every key there is.
    #[must_use]
    pub fn keys() -> [&'static str; 11] {
        [
            "starting-out",
            "busy",
            "on-paper",
            "aligned",
            "aligned-unjoined",
            "starting-out|busy",
            "starting-out|on-paper",
            "busy|aligned",
            "on-paper|aligned",
            "middle",
            "too-few",
        ]
    }
}

/// Which descriptions a band of ±`band` around the two scores touches.
#[must_use]
pub fn touched(direction: u8, work: u8, cut: u8, band: u8) -> Vec<Description> {
    let (direction, work) = (side(direction, cut, band), side(work, cut, band));
    Description::ALL
        .into_iter()
        .filter(|description| {
            let (wants_direction, wants_work) = match description {
                Description::StartingOut => (Side::Low, Side::Low),
                Description::Busy => (Side::Low, Side::High),
                Description::OnPaper => (Side::High, Side::Low),
                Description::Aligned => (Side::High, Side::High),
            };
            let fits = |is: Side, wants: Side| is == Side::Open || is == wants;
            fits(direction, wants_direction) && fits(work, wants_work)
        })
        .collect()
}

fn side(score: u8, cut: u8, band: u8) -> Side {
    if score <= cut.saturating_sub(band) {
        Side::Low
    } else if score >= cut.saturating_add(band) {
        Side::High
    } else {
        Side::Open
    }
}
