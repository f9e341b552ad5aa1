//! The controls that fields are filled in with: native ones, each kept in step with the plan.

use super::{
    field::{Spot, Tied},
    planner::{Planner, aim},
};
use crate::{
    browser::element::{El, el},
    plan::{
        field::{Content, MAX_TEXT},
        figure,
        kind::{self, Kind},
        link::Place,
        model::Person,
        table::Table,
        value::{Id, Number},
    },
    ui::part::{div, span},
    words::{LANGUAGES, PlanKey},
};

/// Currencies to choose from; a plan that has another one keeps it.
const CURRENCIES: &[&str] = &[
    "EUR", "GBP", "USD", "CHF", "CAD", "AUD", "NZD", "DKK", "NOK", "SEK", "PLN", "CZK", "HUF", "RON", "MAD", "TND",
    "XOF",
];

/// The control for a field of this kind.
pub fn view(planner: &Planner, spot: &Spot, kind: &Kind, tied: &Tied) -> El {
    let control = match kind {
        Kind::Line => typed(planner, spot, line()),
        Kind::Text => typed(planner, spot, el("textarea").attr("rows", "2").attr("maxlength", &MAX_TEXT.to_string())),
        Kind::Lines => lines(planner, spot),
        Kind::Person => person(planner, spot),
        Kind::Number | Kind::Money | Kind::Days => figure(planner, spot, kind, tied),
        Kind::Day => day(planner, spot),
        Kind::Flag => flag(planner, spot),
        Kind::Word(codes) => select(planner, spot, words(planner, spot, codes)),
        Kind::Currency => select(planner, spot, currencies(planner)),
        Kind::Language => select(planner, spot, languages(planner)),
        Kind::Link(table) => link(planner, spot, *table),
        // Several ticks have their own focus and names.
        Kind::Links(table) => return links(planner, spot, *table),
        Kind::Readings => return el("span"),
    };
    let control = if planner.is_read_only() {
        // What is chosen and not typed knows nothing of `readonly`.
        let is_chosen = control.element().tag_name() == "select" || *kind == Kind::Flag;
        control.attr(if is_chosen { "disabled" } else { "readonly" }, "")
    } else {
        control
    };
    tie(planner, spot, tied, control)
}

fn tie(planner: &Planner, spot: &Spot, tied: &Tied, control: El) -> El {
    let error = tied.error.clone();
    control
        .attr("id", &tied.id)
        .attr("aria-describedby", &tied.described_by)
        .live_attr("aria-invalid", move || (!error.get().is_empty()).to_string())
        .on("blur", planner.then(Planner::pause))
        .focused(planner.take_aim(&aim(&spot.of, &spot.path)))
}

fn line() -> El {
    el("input").attr("type", "text").attr("autocomplete", "off").attr("maxlength", &MAX_TEXT.to_string())
}

/// A text that follows each stroke.
fn typed(planner: &Planner, spot: &Spot, control: El) -> El {
    let (planner_then, set) = (planner.clone(), spot.clone());
    control.class("sf-input").live_value(reading(planner, spot, |content| text_of(&content))).on_typed(move |text| {
        planner_then.set(&set.of, &set.path, Content::Text(text));
    })
}

/// What stands in the field as a text, followed from now on.
fn reading(
    planner: &Planner,
    spot: &Spot,
    text: impl Fn(Content) -> String + 'static,
) -> impl Fn() -> String + 'static {
    let (planner, spot) = (planner.clone(), spot.clone());
    move || planner.content(&spot.of, &spot.path).map(&text).unwrap_or_default()
}

fn text_of(content: &Content) -> String {
    match content {
        Content::Text(text) => text.clone(),
        _ => String::new(),
    }
}

/// A text for each line; blank lines go when the field is left.
fn lines(planner: &Planner, spot: &Spot) -> El {
    let joined = |content| match content {
        Content::Texts(texts) => texts.join("\n"),
        _ => String::new(),
    };
    let set = |keeps_blank: bool| {
        let (planner, spot) = (planner.clone(), spot.clone());
        move |text: String| {
            let lines = text.split('\n').map(str::to_owned);
            let lines = lines.filter(|line| keeps_blank || !line.trim().is_empty()).collect::<Vec<_>>();
            let is_empty = lines.iter().all(|line| line.trim().is_empty());
            planner.set(
                &spot.of,
                &spot.path,
                Content::Texts(if is_empty && !keeps_blank { Vec::new() } else { lines }),
            );
        }
    };
    let control = el("textarea").class("sf-input").attr("rows", "3");
    control.live_value(reading(planner, spot, joined)).on_typed(set(true)).on_value(set(false))
}

/// A name, with the plan's people to choose from.
fn person(planner: &Planner, spot: &Spot) -> El {
    let list = planner.id("people");
    typed(planner, spot, line().attr("list", &list))
}

/// The people of the plan, for the fields that want one; once on the page.
pub fn people(planner: &Planner) -> El {
    let names = |planner: &Planner| {
        planner.follow_slowly();
        planner.follow_list(Table::People);
        let names: Vec<String> =
            planner.read(|plan| plan.all::<Person>().map(|(_, person)| person.name.clone()).collect());
        names.iter().map(|name| el("option").attr("value", name)).collect()
    };
    el("datalist").attr("id", &planner.id("people")).live(planner.then(names))
}

/// A number, taken over when the field is left, so that nobody is corrected in mid-word.
fn figure(planner: &Planner, spot: &Spot, kind: &Kind, tied: &Tied) -> El {
    let (shower, is_money) = (planner.clone(), *kind == Kind::Money);
    let shown = move |content| match content {
        Content::Quantity(Some(number)) => figure::write(Number::get(number), shower.decimal_sign()),
        Content::Whole(Some(minor)) if is_money => figure::write_minor(minor, shower.decimal_sign(), shower.decimals()),
        Content::Whole(Some(number)) => number.to_string(),
        _ => String::new(),
    };
    let (setter, set, kind, error) = (planner.clone(), spot.clone(), kind.clone(), tied.error.clone());
    let take = move |text: String| {
        let content = understood(&setter, &kind, &text);
        let taken = content.is_some_and(|content| setter.set(&set.of, &set.path, content));
        error.set(if taken { String::new() } else { setter.t(PlanKey::FieldNoNumber) });
        setter.pause();
    };
    let control = el("input").class("sf-input sf-figure").attr("type", "text").attr("inputmode", "decimal");
    control.attr("autocomplete", "off").live_value(reading(planner, spot, shown)).on_value(take)
}

fn understood(planner: &Planner, kind: &Kind, text: &str) -> Option<Content> {
    let (is_empty, sign) = (text.trim().is_empty(), planner.decimal_sign());
    Some(match kind {
        Kind::Number if is_empty => Content::Quantity(None),
        Kind::Number => Content::Quantity(Some(Number::new(figure::read(text, sign)?)?)),
        _ if is_empty => Content::Whole(None),
        Kind::Money => Content::Whole(Some(figure::read_minor(text, sign, planner.decimals())?)),
        _ => Content::Whole(Some(figure::read_minor(text, sign, 0)?)),
    })
}

fn day(planner: &Planner, spot: &Spot) -> El {
    let shown = |content| match content {
        Content::Day(Some(day)) => day.to_string(),
        _ => String::new(),
    };
    let (setter, set) = (planner.clone(), spot.clone());
    // A day that is only half filled in has no value, and takes nothing away before the field is empty.
    let take = move |text: String| {
        setter.set(&set.of, &set.path, Content::Day(text.parse().ok()));
        setter.pause();
    };
    el("input").class("sf-input sf-day").attr("type", "date").live_value(reading(planner, spot, shown)).on_value(take)
}

fn flag(planner: &Planner, spot: &Spot) -> El {
    let (reader, read) = (planner.clone(), spot.clone());
    let (setter, set) = (planner.clone(), spot.clone());
    el("input")
        .attr("type", "checkbox")
        .live_checked(move || reader.content(&read.of, &read.path) == Some(Content::Flag(true)))
        .on_checked(move |is_on| {
            setter.set(&set.of, &set.path, Content::Flag(is_on));
        })
}

/// One of a list, or none. `options` are values with their words.
fn select(planner: &Planner, spot: &Spot, options: Vec<(String, String)>) -> El {
    let (setter, set) = (planner.clone(), spot.clone());
    let now = planner.content_now(&spot.of, &spot.path).map(|content| text_of(&content)).unwrap_or_default();
    let is_listed = now.is_empty() || options.iter().any(|(value, _)| *value == now);
    let other = (!is_listed).then(|| (now.clone(), now.clone()));
    let none = (String::new(), planner.t(PlanKey::FieldNone));
    let option = |(value, words): (String, String)| el("option").attr("value", &value).text(&words);
    let options = [none].into_iter().chain(options).chain(other).map(option);
    let take = move |value: String| {
        setter.set(&set.of, &set.path, Content::Text(value));
        setter.pause();
    };
    let control = el("select").class("sf-input").children(options);
    control.live_value(reading(planner, spot, |content| text_of(&content))).on_value(take)
}

fn words(planner: &Planner, spot: &Spot, codes: &[&str]) -> Vec<(String, String)> {
    let key = kind::full(spot.table(), &spot.path);
    codes.iter().map(|code| ((*code).to_owned(), planner.said(&["choices", &key, code]))).collect()
}

fn currencies(_: &Planner) -> Vec<(String, String)> {
    CURRENCIES.iter().map(|code| ((*code).to_owned(), (*code).to_owned())).collect()
}

fn languages(_: &Planner) -> Vec<(String, String)> {
    LANGUAGES.iter().map(|(tag, name)| ((*tag).to_owned(), (*name).to_owned())).collect()
}

/// A row of another list, whose names follow what is written there.
fn link(planner: &Planner, spot: &Spot, table: Table) -> El {
    let (reader, read) = (planner.clone(), spot.clone());
    let options = move || {
        let now = reader.content(&read.of, &read.path).map(|content| text_of(&content)).unwrap_or_default();
        let rows = reader.names(table);
        let is_gone = !now.is_empty() && !rows.iter().any(|(id, _)| id.as_str() == now);
        let gone = is_gone.then(|| (Id(now.clone()), reader.t(PlanKey::FieldGone)));
        let none = (Id::default(), reader.t(PlanKey::FieldNone));
        let option = |(id, name): (Id, String)| {
            el("option").attr("value", id.as_str()).flag("selected", id.as_str() == now).text(&name)
        };
        [none].into_iter().chain(rows).chain(gone).map(option).collect()
    };
    let (setter, set) = (planner.clone(), spot.clone());
    el("select").class("sf-input").live(options).on_value(move |id| {
        setter.set(&set.of, &set.path, Content::Text(id));
        setter.pause();
    })
}

/// Any rows of another list, as ticks.
fn links(planner: &Planner, spot: &Spot, table: Table) -> El {
    let (reader, read) = (planner.clone(), spot.clone());
    let keys = move || {
        let mut keys: Vec<String> = reader.ids(table).into_iter().map(|id| id.0).collect();
        let gone: Vec<String> = linked(&reader, &read).into_iter().filter(|id| !keys.contains(id)).collect();
        keys.extend(gone);
        // In place of the ticks of an empty list there is a word about it.
        if keys.is_empty() {
            keys.push(String::new());
        }
        keys.into_iter().map(|key| (key, false)).collect()
    };
    let (drawer, spot) = (planner.clone(), spot.clone());
    div("sf-ticks").live_rows(keys, move |id| match id {
        "" => super::part::note(&drawer.said(&["tables", table.name(), "empty"])),
        _ => tick(&drawer, &spot, &Place::new(table, id)),
    })
}

/// The ids in a field of links, followed from now on.
fn linked(planner: &Planner, spot: &Spot) -> Vec<String> {
    match planner.content(&spot.of, &spot.path) {
        Some(Content::Texts(ids)) => ids,
        _ => Vec::new(),
    }
}

fn tick(planner: &Planner, spot: &Spot, place: &Place) -> El {
    let id = planner.new_id();
    let (setter, set, own) = (planner.clone(), spot.clone(), place.key.0.clone());
    let take = move |is_on: bool| {
        let others = linked(&setter, &set).into_iter().filter(|id| *id != own);
        let ids = others.chain(is_on.then(|| own.clone())).collect();
        setter.set(&set.of, &set.path, Content::Texts(ids));
        setter.pause();
    };
    let (reader, read, own) = (planner.clone(), spot.clone(), place.key.0.clone());
    let is_on = move || linked(&reader, &read).contains(&own);
    let (reader, at) = (planner.clone(), place.clone());
    let name = move || {
        reader.follow_list(at.table);
        let is_there = reader.read(|plan| plan.row(&at).is_some());
        vec![span("", &if is_there { reader.name(&at) } else { reader.t(PlanKey::FieldGone) })]
    };
    let input = el("input").attr("type", "checkbox").attr("id", &id).live_checked(is_on).on_checked(take);
    let input = input.flag("disabled", planner.is_read_only());
    div("sf-tick").child(input).child(el("label").attr("for", &id).live(name))
}
