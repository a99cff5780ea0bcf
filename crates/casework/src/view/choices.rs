//! What the method pack offers today: programmes to refer to, and standard activities of the toolbox.

use crate::Cx;
use crate::said::Said;

/// A programme.
#[derive(Clone, Debug)]
pub struct Programme {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: Said,
    /// Whether the social services take part.
    pub two_sided: bool,
}

/// A standard activity, in its category.
#[derive(Clone, Debug)]
pub struct Activity {
    /// The code of the category.
    pub category: String,
    /// The code of the activity.
    pub code: String,
    /// Its name.
    pub name: Said,
}

fn said(words: &pack::Words) -> Said {
    Said { sv: words.sv.clone(), en: words.en.clone() }
}

/// The programmes that a pupil may be referred to today.
pub fn programmes(cx: &Cx) -> Vec<Programme> {
    let one = |it: &pack::Programme| Programme { code: it.code.clone(), name: said(&it.name), two_sided: it.two_sided };
    cx.pack().programmes_on(cx.today()).map(one).collect()
}

/// The activities that a plan may choose today, by category.
pub fn activities(cx: &Cx) -> Vec<Activity> {
    of(cx.pack().categories_on(cx.today()))
}

/// What an activity is called: also one that no plan may choose any more. Its code when the pack has lost it.
pub fn activity(cx: &Cx, category: &str, code: &str) -> Said {
    let all = of(cx.pack().categories().iter());
    let found = all.into_iter().rfind(|it| it.category == category && it.code == code);
    found.map_or_else(|| Said { sv: code.to_owned(), en: code.to_owned() }, |it| it.name)
}

fn of<'a>(categories: impl Iterator<Item = &'a pack::Category>) -> Vec<Activity> {
    let mut all = Vec::new();
    for category in categories {
        let one = |it: &pack::Activity| Activity {
            category: category.code.clone(),
            code: it.code.clone(),
            name: said(&it.name),
        };
        all.extend(category.activities.iter().map(one));
    }
    all
}
