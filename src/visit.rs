//! What one visitor has in hand: the screen in view, the check and the drill under way, and the results so far. Pure.

use crate::{
    article::Article,
    document::{
        object::{object, put},
        reader::Node,
        result::TakenCheck,
    },
    quiz::{
        answers::Answers,
        drill::{Key, Run},
        pack::Pack,
        session::Session,
    },
};
use serde_json::{Map, Value};

/// The field of a result that says when, seen from a course, it was asked for.
pub const MOMENT: &str = "moment";

/// What is in view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    #[default]
    Start,
    Question,
    /// The result with this id.
    Result(String),
    /// The result that came with a link.
    Shared,
    Drill,
    Article(Article),
    History,
}

/// Everything that is kept from one visit to the next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Visit {
    pub screen: Screen,
    /// Where somebody was before they looked something up.
    pub came_from: Screen,
    pub session: Option<Session>,
    pub run: Option<Run>,
    /// The seed of a run that gives way to the order which the page asks for. It is kept, and not shown, until that is begun.
    pub outdated: Option<u32>,
    /// In the order in which they were taken.
    pub results: Vec<TakenCheck>,
    /// A result from a link; never kept.
    pub shared: Option<TakenCheck>,
    /// The number that stands for this visitor in result codes, once there was one (`course::code::Who`).
    pub who: Option<String>,
}

impl Visit {
    /// To another screen. The way back is remembered from screens that somebody is in the middle of.
    pub fn go(&mut self, screen: Screen) {
        let on_the_way = matches!(self.screen, Screen::Start | Screen::Question | Screen::Result(_) | Screen::Shared);
        if on_the_way && self.screen != screen {
            self.came_from = self.screen.clone();
        }
        self.screen = screen;
    }

    /// Begins `pack`, with `known` answers not asked again.
    pub fn begin(&mut self, pack: &Pack, known: &Answers) {
        self.session = Some(Session::carry(pack, known));
        self.go(Screen::Question);
    }

    /// Whether the result comes after the question in view: behind the last one, and behind one that was opened again.
    #[must_use]
    pub fn is_last(&self, pack: &Pack) -> bool {
        self.session.as_ref().is_none_or(|session| {
            let (index, total) = session.position(pack);
            session.result_id.is_some() || index >= total
        })
    }

    /// Whether every question was answered in another pack, so that none is left to ask.
    #[must_use]
    pub fn is_answered_elsewhere(&self, pack: &Pack) -> bool {
        self.session.as_ref().is_some_and(|session| session.path(pack).is_empty())
    }

    /// The run to show.
    #[must_use]
    pub fn shown_run(&self) -> Option<&Run> {
        self.run.as_ref().filter(|run| self.outdated != Some(run.seed))
    }

    /// Begins the drill in the order of `seed`.
    pub fn begin_drill(&mut self, seed: u32) {
        self.run = Some(Run::new(seed));
        self.outdated = None;
    }

    /// Chooses an option for the question in view.
    pub fn answer(&mut self, pack: &Pack, option: &str) {
        if let Some(session) = &mut self.session {
            session.answer(pack, option);
        }
    }

    /// Leaves the question in view without an answer.
    pub fn skip(&mut self, pack: &Pack) {
        if let Some(session) = &mut self.session {
            session.skip(pack);
        }
    }

    /// To the next question.
    pub fn forward(&mut self, pack: &Pack) {
        if let Some(session) = &mut self.session {
            session.forward(pack);
        }
    }

    /// To the question before; from the first one to the start, and from one that was opened again to the result.
    pub fn back(&mut self, pack: &Pack) {
        let Some(session) = &mut self.session else { return };
        if let Some(id) = &session.result_id {
            self.screen = Screen::Result(id.clone());
        } else if !session.back(pack) {
            self.screen = Screen::Start;
        }
    }

    /// Keeps the result of the check under way, or renews it where it was seen before, and shows it. A new one notes the `moment`
    /// that a course asked for.
    pub fn finish(&mut self, pack: &Pack, lang: &str, today: &str, fresh_id: &str, moment: Option<String>) {
        let Some(session) = &mut self.session else { return };
        let id = session.result_id.get_or_insert_with(|| fresh_id.to_owned()).clone();
        let seen = self.results.iter().position(|result| result.id == id);
        let taken = TakenCheck {
            id: id.clone(),
            pack: pack.id.clone(),
            pack_version: pack.version.clone(),
            lang: lang.to_owned(),
            taken_at: today.to_owned(),
            answers: session.answers.clone(),
            other: seen.map_or_else(|| noted(moment), |index| self.results[index].other.clone()),
        };
        self.screen = Screen::Result(id.clone());
        match seen {
            Some(index) => self.results[index] = taken,
            None => self.results.push(taken),
        }
    }

    /// Opens `item` of the check under way once more, to answer it again. What was changed before and not carried through to
    /// the result is as it was there.
    pub fn change(&mut self, item: &str) {
        let Some(session) = &mut self.session else { return };
        let kept = self.results.iter().find(|result| Some(&result.id) == session.result_id.as_ref());
        if let Some(kept) = kept {
            session.answers.clone_from(&kept.answers);
        }
        session.open(item);
        self.screen = Screen::Question;
    }

    /// Forgets the check under way. The results stay.
    pub fn start_over(&mut self) {
        self.session = None;
        self.shared = None;
        self.came_from = Screen::Start;
        self.screen = Screen::Start;
    }

    /// Removes the result `id`.
    pub fn delete(&mut self, id: &str) {
        self.results.retain(|result| result.id != id);
        if self.session.as_ref().is_some_and(|session| session.result_id.as_deref() == Some(id)) {
            self.session = None;
        }
        self.came_from = self.held(self.came_from.clone());
    }

    /// As it was `before` a deletion, a new run of the drill or a new number; what was done since stays done.
    pub fn restore(&mut self, before: &Visit) {
        let since = std::mem::replace(self, before.clone());
        // A run in which nothing was sorted yet gives way to the one whose place it took.
        if self.run.is_none() || since.run.as_ref().is_some_and(|run| !run.sorted.is_empty()) {
            self.run = since.run;
        }
        self.outdated = since.outdated;
        self.shared = since.shared;
        self.who = before.who.clone().or(since.who);
        self.take_in(since.results);
    }

    /// Adds those of `results` that are not here, as from another tab.
    pub fn take_in(&mut self, results: Vec<TakenCheck>) {
        for result in results {
            if self.result(&result.id).is_none() {
                self.results.push(result);
            }
        }
    }

    /// Takes over what another tab has `kept`: the check and the drill under way, and the results. The screen stays, as long as
    /// what it shows is still there.
    pub fn catch_up(&mut self, kept: Visit) {
        self.session = kept.session;
        self.run = kept.run;
        self.results = kept.results;
        self.who = kept.who;
        self.screen = self.held(self.screen.clone());
        self.came_from = self.held(self.came_from.clone());
    }

    /// Whether there is a check under way with answers that no result holds.
    #[must_use]
    pub fn has_open_answers(&self) -> bool {
        self.session.as_ref().is_some_and(|session| session.result_id.is_none() && !session.answers.is_empty())
    }

    #[must_use]
    pub fn result(&self, id: &str) -> Option<&TakenCheck> {
        self.results.iter().find(|result| result.id == id)
    }

    /// The result before `id` on the same pack.
    #[must_use]
    pub fn before(&self, id: &str) -> Option<&TakenCheck> {
        let index = self.results.iter().position(|result| result.id == id)?;
        let pack = &self.results[index].pack;
        self.results[..index].iter().rev().find(|result| result.pack == *pack)
    }

    /// Whether `id` is the result of the check under way, whose answers can still be changed.
    #[must_use]
    pub fn is_current(&self, id: &str) -> bool {
        self.session.as_ref().is_some_and(|session| session.result_id.as_deref() == Some(id))
    }

    /// What is kept about this visit, without the results.
    #[must_use]
    pub fn to_json(&self) -> Value {
        object([
            ("screen", self.screen.to_json()),
            ("came_from", self.came_from.to_json()),
            ("check", self.session.as_ref().map(Session::to_json).into()),
            ("drill", self.run.as_ref().map(Run::to_json).into()),
            ("who", self.who.clone().into()),
        ])
    }

    /// The results, as they are kept.
    #[must_use]
    pub fn results_to_json(&self) -> Value {
        self.results.iter().map(TakenCheck::to_json).collect()
    }

    /// What [`Visit::to_json`] gave. A screen that has lost what it shows becomes the start.
    #[must_use]
    pub fn read(top: Node, results: Vec<TakenCheck>) -> Visit {
        let screen = |name: &'static str| top.maybe(name).map(Screen::read).unwrap_or_default();
        let mut visit = Visit {
            screen: screen("screen"),
            came_from: screen("came_from"),
            session: top.maybe("check").map(Session::read),
            run: top.maybe("drill").map(Run::read),
            outdated: None,
            results,
            shared: None,
            who: top.maybe("who").map(Node::id),
        };
        // A result that is gone cannot be gone back to; its answers can.
        let kept = |id: &String| visit.results.iter().any(|result| result.id == *id);
        if let Some(session) = &mut visit.session {
            session.result_id = session.result_id.take().filter(kept);
        }
        visit.screen = visit.held(visit.screen.clone());
        visit.came_from = visit.held(visit.came_from.clone());
        visit
    }

    fn held(&self, screen: Screen) -> Screen {
        let held = match &screen {
            Screen::Question => self.session.is_some(),
            Screen::Result(id) => self.result(id).is_some(),
            Screen::Shared => self.shared.is_some(),
            _ => true,
        };
        if held { screen } else { Screen::Start }
    }
}

/// What a result notes beside its answers.
fn noted(moment: Option<String>) -> Map<String, Value> {
    let mut other = Map::new();
    if let Some(moment) = moment {
        put(&mut other, [(MOMENT, moment.into())]);
    }
    other
}

impl Screen {
    fn to_json(&self) -> Value {
        let name = match self {
            Screen::Start | Screen::Shared => "start",
            Screen::Question => "question",
            Screen::Result(id) => return object([("result", id.as_str().into())]),
            Screen::Drill => "drill",
            Screen::Article(article) => article.name(),
            Screen::History => "history",
        };
        name.into()
    }

    fn read(node: Node) -> Screen {
        if let Some(id) = node.maybe("result") {
            return Screen::Result(id.id());
        }
        let known = [
            ("start", 0),
            ("question", 1),
            ("drill", 2),
            ("difference", 3),
            ("history", 4),
            ("glossary", 5),
            ("about", 6),
        ];
        match node.one_of(&known) {
            Some(1) => Screen::Question,
            Some(2) => Screen::Drill,
            Some(3) => Screen::Article(Article::Difference),
            Some(4) => Screen::History,
            Some(5) => Screen::Article(Article::Glossary),
            Some(6) => Screen::Article(Article::About),
            _ => Screen::Start,
        }
    }
}

impl Session {
    fn to_json(&self) -> Value {
        object([
            ("pack", self.pack.as_str().into()),
            ("pack_version", self.pack_version.as_str().into()),
            ("answers", self.answers.to_json()),
            ("at", self.at.as_str().into()),
            ("carried", self.carried.clone().into()),
            ("result_id", self.result_id.clone().into()),
        ])
    }

    fn read(node: Node) -> Session {
        let carried = node.maybe("carried").map(Node::list).unwrap_or_default();
        Session {
            pack: node.field("pack").id(),
            pack_version: node.field("pack_version").text(48),
            answers: Answers::read(node.field("answers")),
            at: node.maybe("at").map(Node::id).unwrap_or_default(),
            carried: carried.iter().map(|item| item.id()).collect(),
            result_id: node.maybe("result_id").map(Node::id),
        }
    }
}

impl Run {
    fn to_json(&self) -> Value {
        let sorted =
            self.sorted.iter().map(|(id, key)| object([("id", id.as_str().into()), ("as", key.code().into())]));
        object([("seed", self.seed.into()), ("at", self.at.into()), ("sorted", sorted.collect())])
    }

    fn read(node: Node) -> Run {
        let sorted = node.field("sorted").list();
        Run {
            seed: u32::try_from(node.field("seed").int(0..=u32::MAX.into())).unwrap_or(0),
            at: usize::try_from(node.field("at").int(0..=1000)).unwrap_or(0),
            sorted: sorted.iter().filter_map(|one| Some((one.field("id").id(), Key::read(one.field("as"))?))).collect(),
        }
    }
}
