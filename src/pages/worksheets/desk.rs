//! What was chosen, and what visitors do.

use super::found::Found;
use crate::{
    browser::{given::Given, intl, watched::Watched},
    files::door::{self, Refused},
    pages::page::Page,
    plan::{date::Date, plan::Plan, value::Currency},
    takeaway::voice::Figures,
    words::WorksheetKey,
    worksheet::{self, Filling, Kind, Sheet, book::Book},
};
use std::{cell::RefCell, rc::Rc};

/// The page's state. Its clones are one and the same.
#[derive(Clone)]
pub struct Desk(Rc<Inner>);

struct Inner {
    page: Page<WorksheetKey>,
    /// What sheets say in the page's language, once it is there; an error where it can't be had.
    book: Watched<Option<Result<Rc<Book>, ()>>>,
    /// The language in which it was asked for.
    asked: RefCell<String>,
    chosen: Watched<Vec<Kind>>,
    found: Watched<Rc<Found>>,
    picked: Watched<Picked>,
    paper: Watched<Paper>,
    /// How many leaves there are in view.
    leaves: Watched<usize>,
}

/// What the sheets are filled with, by its place in what was found.
#[derive(Clone, Copy, Debug, Default)]
pub struct Picked {
    pub result: Option<usize>,
    pub plan: Option<usize>,
    pub with_run: bool,
    pub seed: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    A4,
    Letter,
}

/// The order in which the trainer’s page shows the drill where nobody has chosen another.
const SEED: u32 = 0;

impl Desk {
    pub fn new(page: Page<WorksheetKey>) -> Desk {
        let found = Found::kept(&page.options().storage_key().unwrap_or_else(|| "default".to_owned()));
        Desk(Rc::new(Inner {
            book: Watched::new(None),
            asked: RefCell::default(),
            chosen: Watched::new(vec![Kind::OnePage]),
            found: Watched::new(Rc::new(found)),
            picked: Watched::new(Picked { seed: page.options().seed().unwrap_or(SEED), ..Picked::default() }),
            paper: Watched::new(Paper::A4),
            leaves: Watched::new(0),
            page,
        }))
    }

    /// `act` with this desk in hand, to be called later.
    pub fn then<T>(&self, act: impl Fn(&Desk) -> T + 'static) -> impl Fn() -> T + 'static {
        let desk = self.clone();
        move || act(&desk)
    }

    pub fn page(&self) -> &Page<WorksheetKey> {
        &self.0.page
    }

    pub fn t(&self, key: WorksheetKey) -> String {
        self.0.page.t(key)
    }

    /// What sheets say in the language in use; asked for where it is not there yet.
    pub fn book(&self) -> Option<Result<Rc<Book>, ()>> {
        let (lang, book) = (self.0.page.lang(), self.0.book.get());
        match book {
            Some(Ok(book)) if book.lang() == lang => Some(Ok(book)),
            Some(Err(())) if *self.0.asked.borrow() == lang => Some(Err(())),
            _ => {
                self.ask_for(&lang);
                None
            }
        }
    }

    fn ask_for(&self, lang: &str) {
        if *self.0.asked.borrow() == lang {
            return;
        }
        lang.clone_into(&mut self.0.asked.borrow_mut());
        let (desk, lang) = (self.clone(), lang.to_owned());
        let then = move |texts: Vec<Option<String>>| {
            if *desk.0.asked.borrow() == lang {
                desk.0.book.set(Some(Book::read(&lang, &texts).map(Rc::new).ok_or(())));
            }
        };
        let paths = Book::paths(&self.0.asked.borrow());
        self.0.page.options().texts(paths, Box::new(then));
    }

    /// The sheets that were chosen, in the order in which they are printed.
    pub fn chosen(&self) -> Vec<Kind> {
        self.0.chosen.get()
    }

    pub fn choose(&self, kind: Kind, is_chosen: bool) {
        let mut chosen = self.0.chosen.peek();
        chosen.retain(|other| *other != kind);
        if is_chosen {
            chosen.push(kind);
        }
        self.0.chosen.set(chosen);
    }

    pub fn choose_all(&self, kinds: &[Kind]) {
        self.0.chosen.set(kinds.to_vec());
    }

    pub fn found(&self) -> Rc<Found> {
        self.0.found.get()
    }

    pub fn picked(&self) -> Picked {
        self.0.picked.get()
    }

    pub fn pick(&self, change: impl FnOnce(&mut Picked)) {
        let mut picked = self.0.picked.peek();
        change(&mut picked);
        self.0.picked.set(picked);
    }

    pub fn paper(&self) -> Paper {
        self.0.paper.get()
    }

    pub fn put_in(&self, paper: Paper) {
        self.0.paper.set(paper);
    }

    pub fn leaves(&self) -> usize {
        self.0.leaves.get()
    }

    pub fn count_leaves(&self, count: usize) {
        self.0.leaves.set(count);
    }

    /// Takes what is in a file, and fills the sheets with it.
    pub fn open(&self, file: &Given) {
        let (desk, size) = (self.clone(), file.size());
        file.text(move |text| {
            let text = text.unwrap_or_default();
            let opened = door::decoded(&text, size).and_then(door::open);
            let said = match opened {
                Ok(opened) => desk.take(Found::opened(opened.state)),
                Err(refused) => why(&refused),
            };
            desk.0.page.say(&desk.t(said));
        });
    }

    fn take(&self, found: Found) -> WorksheetKey {
        if found.is_empty() {
            return WorksheetKey::FillingEmpty;
        }
        let (has_result, has_plan, has_run) = (!found.results.is_empty(), !found.plans.is_empty(), found.run.is_some());
        // What was picked before has moved behind what is new.
        let behind = (found.results.len(), found.plans.len());
        self.0.found.set(Rc::new(self.0.found.peek().and(found)));
        self.pick(|picked| {
            picked.result = if has_result { Some(0) } else { picked.result.map(|at| at + behind.0) };
            picked.plan = if has_plan { Some(0) } else { picked.plan.map(|at| at + behind.1) };
            picked.with_run |= has_run;
        });
        WorksheetKey::FillingOpened
    }

    /// What stands on the chosen sheets.
    pub fn sheets(&self, book: &Book) -> Vec<Sheet> {
        let (found, picked, chosen) = (self.found(), self.picked(), self.chosen());
        let plan = picked.plan.and_then(|at| found.plans.get(at)).map(|(plan, _)| plan.clone()).unwrap_or_default();
        let figures = InWords { lang: book.dates().to_owned(), currency: currency(&plan) };
        let filling = Filling {
            taken: picked.result.and_then(|at| found.results.get(at)).map(|(taken, _)| taken.clone()),
            run: found.run.clone().filter(|_| picked.with_run),
            plan,
            seed: picked.seed,
        };
        let kinds = worksheet::kinds(book).into_iter().filter(|kind| chosen.contains(kind));
        kinds.map(|kind| kind.sheet(book, &filling, &figures)).collect()
    }
}

fn currency(plan: &Plan) -> String {
    plan.cover().budget.currency.as_ref().map(Currency::code).unwrap_or_default().to_owned()
}

/// The sentence for a file that is refused.
fn why(refused: &Refused) -> WorksheetKey {
    match refused {
        Refused::TooLarge => WorksheetKey::RefusedTooLarge,
        Refused::Newer => WorksheetKey::RefusedNewer,
        Refused::OtherFormat | Refused::Pack | Refused::Broken { .. } => WorksheetKey::RefusedOther,
        Refused::Empty | Refused::NotText | Refused::TooDeep | Refused::CutShort | Refused::NotJson { .. } => {
            WorksheetKey::RefusedUnreadable
        }
    }
}

/// Dates and numbers as the language has them.
struct InWords {
    lang: String,
    currency: String,
}

impl Figures for InWords {
    fn date(&self, day: Date) -> String {
        intl::date(&self.lang, &day.to_string())
    }

    fn short_date(&self, day: Date) -> String {
        intl::short_date(&self.lang, &day.to_string())
    }

    fn number(&self, number: f64) -> String {
        intl::number(&self.lang, number)
    }

    fn money(&self, minor: i64) -> String {
        intl::money(&self.lang, &self.currency, minor)
    }
}
