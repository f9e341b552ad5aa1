//! The picture: a square with four named quarters, the answers as a disc inside the band of uncertainty.

use super::Shown;
use crate::{
    quiz::{outcome::outcome, pack::Axis, reading::Description},
    ui::app::App,
    words::Key,
};
use leptos::prelude::*;

/// The square's side and what stands around it, in the picture's own units.
const SIDE: i32 = 300;
const LEFT: i32 = 34;
const TOP: i32 = 10;

/// Two scores, 0 to 100 each.
#[derive(Clone, Copy)]
struct Point {
    direction: i32,
    work: i32,
}

impl Point {
    fn x(self) -> i32 {
        LEFT + self.work * SIDE / 100
    }

    fn y(self) -> i32 {
        TOP + (100 - self.direction) * SIDE / 100
    }
}

pub fn view(app: App, shown: &Shown) -> AnyView {
    let (pack, outcome) = (&shown.pack, &shown.outcome);
    let Some((direction, work)) = outcome.direction.zip(outcome.work) else {
        return ().into_any();
    };
    let now = Point {
        direction: direction.into(),
        work: work.into(),
    };
    let before = before(shown);
    let names = [
        ("direction", pack.direction.name.clone()),
        ("work", pack.work.name.clone()),
        ("x", direction.to_string()),
        ("y", work.to_string()),
        ("band", pack.band.to_string()),
        ("lead", shown.reading().lead),
    ];
    let names = names.each_ref().map(|(name, value)| (*name, value.as_str()));
    let (title_id, text_id) = (app.id("picture"), app.id("picture-text"));
    let labelled_by = format!("{title_id} {text_id}");
    view! {
        <figure class="sf-picture">
            <svg viewBox="0 0 344 346" role="img" aria-labelledby=labelled_by>
                <title id=title_id>{app.t(Key::ResultPicture)}</title>
                <desc id=text_id>{app.fill(Key::ResultPictureText, &names)}</desc>
                {quarters(shown)}
                {ends(&pack.direction, &pack.work)}
                {band(now, pack.band.into())}
                {before.map(|before| earlier(before, now))}
                <circle class="sf-point" cx=now.x() cy=now.y() r="8" />
            </svg>
            <figcaption class="sf-note">
                {app.t(Key::ResultPictureKey)} " "
                {before.map(|_| app.t(Key::ResultPictureKeyBefore))}
                <span class="sf-numbers">{app.fill(Key::ResultNumbers, &names)}</span>
            </figcaption>
            {table(app, shown)}
        </figure>
    }
    .into_any()
}

fn before(shown: &Shown) -> Option<Point> {
    let taken = shown.before.as_ref()?;
    let (answers, _) = taken.answers.mapped_onto(&shown.pack);
    let outcome = outcome(&shown.pack, &answers);
    Some(Point {
        direction: outcome.direction?.into(),
        work: outcome.work?.into(),
    })
}

/// The four quarters, meeting at the cut, each named in its outer corner.
fn quarters(shown: &Shown) -> AnyView {
    let cut = Point {
        direction: shown.pack.cut.into(),
        work: shown.pack.cut.into(),
    };
    let (right, bottom) = (LEFT + SIDE, TOP + SIDE);
    let quarter = |description: Description| {
        let is_high = matches!(description, Description::OnPaper | Description::Aligned);
        let is_right = matches!(description, Description::Busy | Description::Aligned);
        let (x, width) = if is_right {
            (cut.x(), right - cut.x())
        } else {
            (LEFT, cut.x() - LEFT)
        };
        let (y, height) = if is_high {
            (TOP, cut.y() - TOP)
        } else {
            (cut.y(), bottom - cut.y())
        };
        let (text_x, anchor) = if is_right {
            (right - 10, "end")
        } else {
            (LEFT + 10, "start")
        };
        let text_y = if is_high { TOP + 24 } else { bottom - 12 };
        let touched = shown.outcome.reading.touches.contains(&description);
        let name = shown
            .pack
            .reading_text_by(description.code())
            .map(|text| text.name.clone());
        view! {
            <rect class="sf-quarter" class:sf-touched=touched x=x y=y width=width height=height />
            <text class="sf-quarter-name" x=text_x y=text_y text-anchor=anchor>
                {name}
            </text>
        }
    };
    view! { <g>{Description::ALL.map(quarter).into_iter().collect_view()}</g> }.into_any()
}

/// Each axis named in words at both of its ends.
fn ends(direction: &Axis, work: &Axis) -> AnyView {
    let (right, bottom) = (LEFT + SIDE, TOP + SIDE);
    let sideways = |y: i32| format!("rotate(-90 {} {y})", LEFT - 10);
    view! {
        <g class="sf-ends">
            <text x=LEFT y=bottom + 20>
                {work.low.clone()}
            </text>
            <text x=LEFT + SIDE / 2 y=bottom + 20 text-anchor="middle" class="sf-axis-name">
                {work.name.clone()}
            </text>
            <text x=right y=bottom + 20 text-anchor="end">
                {work.high.clone()}
            </text>
            <text x=LEFT - 10 y=bottom transform=sideways(bottom)>
                {direction.low.clone()}
            </text>
            <text
                x=LEFT - 10
                y=TOP + SIDE / 2
                text-anchor="middle"
                transform=sideways(TOP + SIDE / 2)
                class="sf-axis-name"
            >
                {direction.name.clone()}
            </text>
            <text x=LEFT - 10 y=TOP text-anchor="end" transform=sideways(TOP)>
                {direction.high.clone()}
            </text>
        </g>
    }
    .into_any()
}

/// A soft box, as far as it lies within the square.
fn band(now: Point, band: i32) -> AnyView {
    let low = Point {
        direction: (now.direction - band).max(0),
        work: (now.work - band).max(0),
    };
    let high = Point {
        direction: (now.direction + band).min(100),
        work: (now.work + band).min(100),
    };
    view! {
        <rect class="sf-band" x=low.x() y=high.y() width=high.x() - low.x() height=low.y() - high.y() rx="10" />
    }
    .into_any()
}

fn earlier(before: Point, now: Point) -> AnyView {
    view! {
        <g>
            <line class="sf-way" x1=before.x() y1=before.y() x2=now.x() y2=now.y() />
            <circle class="sf-earlier" cx=before.x() cy=before.y() r="7" />
        </g>
    }
    .into_any()
}

fn table(app: App, shown: &Shown) -> AnyView {
    let (pack, outcome) = (&shown.pack, &shown.outcome);
    let axes = [(&pack.direction, outcome.direction), (&pack.work, outcome.work)];
    let rows = axes.into_iter().map(|(axis, score)| {
        let score = score.unwrap_or_default();
        let range = format!("{}–{}", score.saturating_sub(pack.band), (score + pack.band).min(100));
        view! {
            <tr>
                <th scope="row">{axis.name.clone()} <span class="sf-note">{axis.question.clone()}</span></th>
                <td>{score.to_string()}</td>
                <td>{range}</td>
            </tr>
        }
    });
    view! {
        <details class="sf-fold">
            <summary>{app.t(Key::ResultTable)}</summary>
            <table class="sf-table">
                <thead>
                    <tr>
                        <th scope="col">{app.t(Key::ResultTableAxis)}</th>
                        <th scope="col">{app.t(Key::ResultTableScore)}</th>
                        <th scope="col">{app.t(Key::ResultTableRange)}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </details>
    }
    .into_any()
}
