//! The school refers the pupil: what it asks for, what it has tried, and the pupil's own words. It goes to the other side
//! when the family's consent lets each of them through, together with who the pupil is and the other authority's part of
//! the family's sheet.

use access::{EpisodeId, ReadAct, WriteAct};
use domain::SchoolYear;
use domain::episode::body::{GradeSaid, Link, Referral};
use domain::episode::{Programme, TargetRule, guard};
use room::people;
use uuid::Uuid;

use crate::episode::{Said as Became, by, permit, say};
use crate::steps;
use crate::{Cx, Failure, Refusal, Result};

/// What is said.
pub struct Said {
    /// The code of the programme.
    pub programme: String,
    /// What the school asks for.
    pub asks: String,
    /// What the school has tried.
    pub tried: String,
    /// The pupil's own words; may be empty.
    pub pupil: String,
    /// The episode that this one continues, if any.
    pub continues: Option<EpisodeId>,
}

/// Refers.
///
/// # Errors
/// Refused: everything that stands in the way. Denied: the actor may not refer the pupil. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, said: Said) -> Result<Became> {
    let (by, today) = (by(cx)?, cx.today());
    let stands = permit::stands(cx, episode).await?;
    drop(permit::of(cx, &stands, WriteAct::ReferPupil)?);
    let pupil = stands.first().map(|at| at.pupil).ok_or_else(|| Failure::denied("denied-case"))?;
    let (programme, target) = programme(cx, &said.programme)?;
    let it = Referral {
        by,
        day: today,
        programme,
        grade: grade(cx, pupil).await?,
        asks: said.asks,
        tried: said.tried,
        pupil: said.pupil,
        continues: said.continues.map(|it| Link { episode: it.to_string() }),
    };
    say(cx, episode, id, Vec::new(), |episode, side| guard::refer(episode, side, it, today, &target)).await
}

/// The values of the programme, which travel, and whom it is for.
fn programme(cx: &Cx, code: &str) -> Result<(Programme, Vec<TargetRule>)> {
    let found = cx.pack().programme_on(code, cx.today());
    let found = found.ok_or_else(|| Refusal::at("programme", "episode-programme-unknown"))?;
    let times = found.times;
    let programme = Programme {
        code: found.code.clone(),
        two_sided: found.two_sided,
        consent: found.consent,
        answer_days: times.answer_days,
        start_days: times.start_days,
        plan_days: times.plan_days,
        review_weeks: times.review_weeks,
        most_months: times.most_months,
        prolong_months: times.prolong_months,
        prolong_times: times.prolong_times,
        pause_days: times.pause_days,
    };
    let rule = |it: &pack::Target| TargetRule {
        from: SchoolYear(it.from.date().year()),
        forms: it.forms.clone(),
        levels: (*it.levels.start(), *it.levels.end()),
    };
    Ok((programme, found.target.iter().map(rule).collect()))
}

/// The pupil's grade today.
async fn grade(cx: &Cx, pupil: access::PupilId) -> Result<GradeSaid> {
    let places = steps::permit::places(cx, pupil).await?;
    let mut reading = cx.room().reading(cx.now());
    let permit = steps::permit::read(cx, &places, ReadAct::SeeAbsenceFigures)?;
    let all = people::schooling(&mut reading, permit).await?;
    let all = reading.show(all).await?;
    let here = all.iter().find(|it| it.enrolled.contains(cx.today()));
    let grade = here.map(|it| it.grade).ok_or_else(|| Failure::denied("denied-case"))?;
    Ok(GradeSaid { form: grade.form, level: grade.level, school_year: grade.school_year.0 })
}
