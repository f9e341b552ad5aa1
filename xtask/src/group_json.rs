//! A group's figures for machines.

use serde_json::{Map, Value, json};
use strategy_first::{
    course::{
        code::Moment,
        drill::hardest,
        figures::{Answered, Figures, Spread, figures},
        gathering::{Gathering, Hidden, Least, Shown},
        intake::{Came, Group, Known},
        moves::{COMPARED, ItemMoves, Moves, Ways, moves},
        shape::DRILL,
        words::CourseWords,
    },
    quiz::{drill::Drill, pack::Pack},
};

/// `{taken, notes, packs, drill}`; what is hidden is `{"hidden": {"have": 4, "need": 5}}`.
pub(crate) fn of(group: &Group, came: &Came, known: &Known, least: Least, words: CourseWords) -> Value {
    let notes = came.notes.iter().map(|note| {
        let (why, is_refused) = (words.note(&note.why), note.why.is_refused());
        json!({"file": note.file, "line": note.line, "text": note.text, "why": why, "refused": is_refused})
    });
    let gathering = &group.gathering;
    let handed_in = |pack: &&Pack| gathering.packs().contains(pack.id.as_str());
    let packs = group.packs(known).into_iter().filter(handed_in).map(|pack| of_pack(gathering, pack, least));
    json!({
        "taken": came.taken,
        "notes": notes.collect::<Value>(),
        "packs": packs.collect::<Value>(),
        "drill": of_drill(gathering, &known.drill, least),
    })
}

fn of_pack(gathering: &Gathering, pack: &Pack, least: Least) -> Value {
    let has = |moment: Moment| gathering.count(&pack.id, moment) > 0;
    let at = Moment::ALL.into_iter().filter(|moment| has(*moment));
    let at: Map<String, Value> = at
        .map(|moment| (moment.code().to_owned(), shown(&figures(gathering, pack, moment, least), of_figures)))
        .collect();
    let compared = COMPARED.into_iter().filter(|(from, to)| has(*from) && has(*to)).map(|(from, to)| {
        let moves = shown(&moves(gathering, pack, (from, to), least), of_moves);
        json!({"from": from.code(), "to": to.code(), "moves": moves})
    });
    json!({"pack": pack.id, "pack_version": pack.version, "at": at, "compared": compared.collect::<Value>()})
}

fn of_figures(figures: &Figures) -> Value {
    let points = shown(
        &figures.points,
        |points| json!({"all": points.all, "direction": of_spread(points.direction), "work": of_spread(points.work)}),
    );
    let words = |counts: &[usize; 3]| json!({"not-yet": counts[0], "partly": counts[1], "mostly": counts[2]});
    let stages = figures.stages.iter().map(|(stage, counts)| (stage.code().to_owned(), shown(counts, words)));
    let items = figures.items.iter().map(|(item, answered)| (item.clone(), shown(answered, of_answered)));
    let disagreed = figures.disagreed().into_iter().map(|(item, _)| item);
    json!({
        "people": figures.people,
        "points": points,
        "stages": stages.collect::<Map<_, _>>(),
        "disagreed": disagreed.collect::<Value>(),
        "items": items.collect::<Map<_, _>>(),
    })
}

fn of_spread(spread: Spread) -> Value {
    json!({"low": spread.low, "middle": spread.middle, "high": spread.high})
}

fn of_answered(answered: &Answered) -> Value {
    let options: Map<String, Value> =
        answered.options.iter().map(|(id, count)| (id.clone(), (*count).into())).collect();
    json!({
        "people": answered.people,
        "options": options,
        "scores": answered.scores,
        "disagreement": answered.disagreement(),
    })
}

fn of_moves(moves: &Moves) -> Value {
    let item =
        |moves: &ItemMoves| json!({"earlier": moves.earlier, "later": moves.later, "ways": of_ways(&moves.ways)});
    let items = moves.items.iter().map(|(id, moves)| (id.clone(), shown(moves, item)));
    json!({
        "people": moves.people,
        "direction": shown(&moves.direction, of_ways),
        "work": shown(&moves.work, of_ways),
        "items": items.collect::<Map<_, _>>(),
    })
}

fn of_ways(ways: &Ways) -> Value {
    json!({"higher": ways.higher, "same": ways.same, "lower": ways.lower})
}

fn of_drill(gathering: &Gathering, drill: &Drill, least: Least) -> Value {
    let at = Moment::ALL.into_iter().filter(|moment| gathering.count(DRILL, *moment) > 0).map(|moment| {
        let missed = shown(&hardest(gathering, drill, moment, least), |all| {
            let missed = all.iter();
            missed.map(|one| json!({"statement": one.statement, "people": one.people, "missed": one.missed})).collect()
        });
        (moment.code().to_owned(), missed)
    });
    Value::Object(at.collect())
}

fn shown<T>(figure: &Shown<T>, write: impl FnOnce(&T) -> Value) -> Value {
    match figure {
        Ok(figure) => write(figure),
        Err(Hidden { have, need }) => json!({"hidden": {"have": have, "need": need}}),
    }
}
