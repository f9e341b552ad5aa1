//! What there is to see of a group, a figure each: in words first, then drawn, each number beside its bar.

use super::{
    desk::Desk,
    gather::moment_key,
    part::{bar, table},
    seen::{self, Seen},
    square,
};
use crate::{
    browser::element::{El, el},
    course::{
        code::Moment,
        drill::{Missed, hardest},
        figures::{Answered, Figures},
        gathering::{Hidden, Shown},
        moves::{Moves, Ways, moves},
        shape::DRILL,
    },
    pages::common::{div, p, span},
    quiz::{
        drill::{Drill, Statement},
        pack::{Item, Pack, Stage, Word},
    },
    words::TrainerKey,
};

/// A figure: what it is about, and what it shows.
pub struct Figure {
    pub title: String,
    pub parts: Vec<El>,
}

/// As many statements as there is time to talk about.
const HARDEST: usize = 5;

/// Every figure that there is something for, in order.
pub fn all(desk: &Desk, seen: &Seen) -> Vec<Figure> {
    let mut all = vec![handed_in(desk, seen)];
    if let Some(pack) = seen.pack() {
        match seen.figures(pack) {
            Ok(figures) => {
                all.push(square::figure(desk, pack, &figures));
                all.extend(stages(desk, pack, &figures));
                all.push(disagreed(desk, pack, &figures));
            }
            Err(why) => all.push(Figure { title: desk.t(TrainerKey::SquareTitle), parts: vec![hidden(desk, why)] }),
        }
        all.extend(before_and_after(desk, seen, pack));
    }
    all.extend(seen.drill_moment().map(|moment| drill(desk, seen, moment)));
    all
}

/// Why something is not shown.
pub fn hidden(desk: &Desk, why: Hidden) -> El {
    let blanks = [("have", &*why.have.to_string()), ("need", &why.need.to_string())];
    p("sf-hidden-figure", &desk.fill(TrainerKey::Hidden, &blanks))
}

/// How many people, of which questions and when. To count them shows nobody.
fn handed_in(desk: &Desk, seen: &Seen) -> Figure {
    let drill = (DRILL, seen.texts.known.drill.title.clone());
    let packs = seen::packs(&seen.texts, &seen.group).into_iter().map(|pack| (&*pack.id, pack.name.clone()));
    let rows =
        packs.chain([drill]).map(|(id, name)| (name, Moment::ALL.map(|moment| seen.gathering().count(id, moment))));
    let rows = rows.filter(|(_, counts)| counts.iter().sum::<usize>() > 0);
    let row = |(name, counts): (String, [usize; 3])| {
        let cells = counts.map(|count| span("sf-big", &count.to_string()));
        (el("th").text(&name), cells.into())
    };
    let heads =
        [desk.t(TrainerKey::HandedHead)].into_iter().chain(Moment::ALL.map(|moment| desk.t(moment_key(moment))));
    let title = desk.t(TrainerKey::HandedTitle);
    let table = table(&title, &heads.collect::<Vec<_>>(), rows.map(row).collect());
    Figure { parts: vec![table], title }
}

/// How many are how far at each stage; nothing where the pack has no words for that.
fn stages(desk: &Desk, pack: &Pack, figures: &Figures) -> Option<Figure> {
    const WORDS: [Word; 3] = [Word::NotYet, Word::Partly, Word::Mostly];
    if figures.stages.is_empty() {
        return None;
    }
    let cell = |count: usize, of: usize| div("sf-with-gauge").child(bar(count, of)).child(out_of(desk, count, of));
    let row = |(stage, counts): &(Stage, Shown<[usize; 3]>)| {
        let name = el("th").text(pack.stage_name(*stage));
        match counts {
            Ok(counts) => (name, counts.map(|count| cell(count, counts.iter().sum())).into()),
            Err(why) => (name, vec![hidden(desk, *why), span("", "–"), span("", "–")]),
        }
    };
    let heads = [desk.t(TrainerKey::StagesHead)].into_iter().chain(WORDS.map(|word| pack.words.of(word).to_owned()));
    let title = desk.t(TrainerKey::StagesTitle);
    let table = table(&title, &heads.collect::<Vec<_>>(), figures.stages.iter().map(row).collect());
    // The first of those that are equally far.
    let most = |word: Word| {
        let shown = figures.stages.iter().rev().filter_map(|(stage, counts)| Some((*stage, counts.as_ref().ok()?)));
        let (stage, counts) = shown.max_by_key(|(_, counts)| counts[word as usize])?;
        let blanks = [
            ("stage", pack.stage_name(stage).to_owned()),
            ("n", counts[word as usize].to_string()),
            ("of", counts.iter().sum::<usize>().to_string()),
            ("word", pack.words.of(word).to_lowercase()),
        ];
        (counts[word as usize] > 0).then_some(blanks)
    };
    let said = |key, word| {
        most(word).map(|blanks| {
            let blanks = blanks.each_ref().map(|(name, value)| (*name, value.as_str()));
            desk.fill(key, &blanks)
        })
    };
    let sentences = [said(TrainerKey::StagesMost, Word::Mostly), said(TrainerKey::StagesLeast, Word::NotYet)];
    let words: Vec<String> = sentences.into_iter().flatten().collect();
    Some(Figure { title, parts: vec![p("sf-lead", &words.join(" ")), table] })
}

/// The questions on which the group is least of one mind, with how the answers were spread.
fn disagreed(desk: &Desk, pack: &Pack, figures: &Figures) -> Figure {
    let title = desk.t(TrainerKey::DisagreedTitle);
    let items = figures.disagreed();
    if items.is_empty() {
        let all_hidden = figures.items.iter().find_map(|(_, answered)| answered.as_ref().err());
        let is_hidden = figures.items.iter().all(|(_, answered)| answered.is_err());
        let none = match all_hidden.filter(|_| is_hidden) {
            Some(why) => hidden(desk, *why),
            None => p("sf-lead", &desk.t(TrainerKey::DisagreedNone)),
        };
        return Figure { title, parts: vec![none] };
    }
    let question = |(id, answered): (&str, &Answered)| {
        let item = pack.item(id);
        let option = |(id, count): &(String, usize)| {
            let text = item.and_then(|item| item.option(id)).map_or("", |option| &option.text);
            el("li").child(span("", text)).child(bar(*count, answered.people)).child(out_of(
                desk,
                *count,
                answered.people,
            ))
        };
        el("li")
            .child(p("sf-question", item.map_or(id, |item| &item.text)))
            .child(el("ul").class("sf-plain sf-spread").children(answered.options.iter().map(option)))
    };
    let list = el("ol").class("sf-plain sf-disagreed").children(items.into_iter().map(question));
    Figure { title, parts: vec![p("sf-lead", &desk.t(TrainerKey::DisagreedLead)), list] }
}

/// The same people at two moments, item by item, and beside it the time before as they see it afterwards.
fn before_and_after(desk: &Desk, seen: &Seen, pack: &Pack) -> Option<Figure> {
    const PAIRS: [(Moment, Moment); 2] = [(Moment::Before, Moment::After), (Moment::Then, Moment::After)];
    let has = |moment: &Moment| seen.gathering().count(&pack.id, *moment) > 0;
    let pairs: Vec<(Moment, Moment)> = PAIRS.into_iter().filter(|(from, to)| has(from) && has(to)).collect();
    if pairs.is_empty() {
        return None;
    }
    let name = |(from, to): (Moment, Moment)| format!("{} → {}", desk.t(moment_key(from)), desk.t(moment_key(to)));
    let mut shown: Vec<(String, Moves)> = Vec::new();
    let mut parts = vec![p("sf-lead", seen.texts.words().of("words", "fall"))];
    for pair in pairs {
        let people = |count: usize| desk.page().count(TrainerKey::MovesPeople, count, &[("pair", &name(pair))]);
        match moves(seen.gathering(), pack, pair, seen.least) {
            Ok(moves) => {
                parts.push(p("sf-text", &people(moves.people)));
                shown.push((name(pair), moves));
            }
            Err(why) => {
                parts.push(p("sf-text", &people(why.have)));
                parts.push(hidden(desk, why));
            }
        }
    }
    let title = desk.t(TrainerKey::MovesTitle);
    if !shown.is_empty() {
        let heads = [desk.t(TrainerKey::MovesHead)].into_iter().chain(shown.iter().map(|(name, _)| name.clone()));
        let axis = |name: &str, of: fn(&Moves) -> Shown<Ways>| {
            (el("th").text(name), shown.iter().map(|(_, moves)| ways(desk, of(moves))).collect())
        };
        let item = |(place, item): (usize, &Item)| {
            let at = |moves: &Moves| moves.items.get(place).map(|(_, shown)| shown.map(|moves| moves.ways));
            let cells = shown.iter().filter_map(|(_, moves)| at(moves)).map(|shown| ways(desk, shown));
            (el("th").text(&item.text), cells.collect())
        };
        let on_both = [axis(&pack.direction.name, |moves| moves.direction), axis(&pack.work.name, |moves| moves.work)];
        let rows = on_both.into_iter().chain(pack.items.iter().enumerate().map(item)).collect();
        parts.push(table(&title, &heads.collect::<Vec<_>>(), rows));
    }
    Some(Figure { title, parts })
}

/// How many went which way, in words, with a bar for each way.
fn ways(desk: &Desk, shown: Shown<Ways>) -> El {
    let all = match shown {
        Ok(all) => all,
        Err(why) => return hidden(desk, why),
    };
    let counted =
        [(TrainerKey::MovesHigher, all.higher), (TrainerKey::MovesSame, all.same), (TrainerKey::MovesLower, all.lower)];
    let row = |(key, count): (TrainerKey, usize)| {
        let words = desk.fill(key, &[("n", &count.to_string())]);
        el("li").child(span("", &words)).child(bar(count, all.people()))
    };
    el("ul").class("sf-plain sf-ways").children(counted.map(row))
}

/// The drill's hardest statements.
fn drill(desk: &Desk, seen: &Seen, moment: Moment) -> Figure {
    let drill = &seen.texts.known.drill;
    let parts = match hardest(seen.gathering(), drill, moment, seen.least) {
        Err(why) => vec![hidden(desk, why)],
        Ok(missed) if missed.is_empty() => vec![p("sf-lead", &desk.t(TrainerKey::HardestNone))],
        Ok(missed) => {
            let row = |missed: &Missed| {
                let statement = statement(drill, &missed.statement)?;
                let blanks = [("n", &*missed.missed.to_string()), ("of", &missed.people.to_string())];
                let said = div("sf-with-gauge").child(bar(missed.missed, missed.people));
                let said = said.child(span("", &desk.fill(TrainerKey::HardestMissed, &blanks)));
                let reason = format!("{}. {}", drill.key_name(statement.key), statement.why);
                Some(el("li").child(p("sf-question", &statement.text)).child(said).child(p("sf-text", &reason)))
            };
            let rows = missed.iter().take(HARDEST).filter_map(row);
            vec![p("sf-lead", &desk.t(TrainerKey::HardestLead)), el("ol").class("sf-plain sf-hardest").children(rows)]
        }
    };
    Figure { title: desk.t(TrainerKey::HardestTitle), parts }
}

fn statement<'a>(drill: &'a Drill, id: &str) -> Option<&'a Statement> {
    drill.statements.iter().chain(&drill.bonus).find(|statement| statement.id == id)
}

fn out_of(desk: &Desk, count: usize, of: usize) -> El {
    span("sf-out-of", &desk.fill(TrainerKey::OutOf, &[("n", &count.to_string()), ("of", &of.to_string())]))
}
