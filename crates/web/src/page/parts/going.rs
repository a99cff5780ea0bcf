//! Something that a job does, on the page that waits for it: how far it has come, or that it was given up.

use casework::job::Progress;
use jiff::Timestamp;
use maud::{Markup, html};

use crate::{
    session::Visit,
    ui::{self, Tone, Weight},
    words::{count, tell, words},
};

/// How far a job has come; what stands there before it has begun.
pub(crate) fn how_far(visit: &Visit, progress: Option<Progress>, soon: &'static str) -> Markup {
    let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    let Some(at) = progress.and_then(|it| it.at) else { return ui::prose(&[&visit.say(soon)]) };
    match at.of.filter(|of| *of > 0) {
        Some(of) => ui::progress(&visit.say(at.code), small(at.done), small(of), visit.language()),
        None if at.done > 0 => {
            let done = count(i64::try_from(at.done).unwrap_or(i64::MAX));
            let args = [("stage", words(visit.say(at.code))), ("done", done)];
            ui::prose(&[&tell("web-jobs-so-far", args, visit.language())])
        }
        None => ui::prose(&[&visit.say(at.code)]),
    }
}

/// That it was given up, and when. Who may see the jobs is shown the way there.
pub(crate) fn given_up(
    visit: &Visit,
    (title, help): (&'static str, &'static str),
    at: Timestamp,
    jobs: bool,
) -> Markup {
    let time = words(casework::swedish_time(at).unwrap_or_default());
    ui::notice(
        Tone::Danger,
        &visit.say(title),
        html! {
            (ui::prose(&[&tell(help, [("time", time)], visit.language())]))
            @if jobs {
                (ui::actions(ui::link_button(Weight::Secondary, &visit.url("/jobb"), &visit.say("web-jobs-go"))))
            }
        },
    )
}
