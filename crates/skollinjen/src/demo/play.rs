//! Playing the demo's episodes: every one by the same verbs as everybody else, on the days when they were done.

use std::collections::BTreeMap;

use access::{EpisodeId, PupilId, Side};
use anyhow::{Context, anyhow};
use casework::verb::episode::{
    accept, agree, assign, begin, begin_closing, close_file, confirm_plan, decline, follow_item, hold_start, maintain,
    map, match_person, pause, plan_start, propose_plan, receive, refer, register_sheet, review, withdraw_consent,
    withdraw_disclosure,
};
use casework::verb::sign_in;
use casework::view::{episode, episodes};
use casework::{Cx, Office, Who};
use domain::Day;
use domain::closing::{FOLLOW_UP_PROPOSED, Reason};
use domain::consent::How;
use domain::consent::disclosure::{ItemKind, Method, Signature, Signer};
use domain::consent::intervention::{Answer, Asked, Custody, Said, Suitability, View};
use domain::episode::body::{Came, Review};
use domain::plan::{
    Agreement, Followed, For, Frequency, Goal, GoalKind, Item, Level, Next, Party, Person, Plan, Span, Tried, Voice,
    Word,
};
use jiff::Timestamp;
use uuid::Uuid;

use super::rooms::{self, TEAM};
use super::story::{Beat, Story, beats};
use crate::ids;

/// What the school's part of the sheet names in the demo.
const SCHOOL_TELLS: [ItemKind; 8] = [
    ItemKind::Contact,
    ItemKind::Referral,
    ItemKind::MeasuresTried,
    ItemKind::PupilsWords,
    ItemKind::Course,
    ItemKind::MeetingNotes,
    ItemKind::Plan,
    ItemKind::Reviews,
];
/// What the social services' part names.
const SOCIAL_TELLS: [ItemKind; 5] =
    [ItemKind::PupilsWords, ItemKind::Course, ItemKind::MeetingNotes, ItemKind::Plan, ItemKind::Reviews];
const PROGRAMME: &str = "school_social_team";

/// What is asked for, tried and said, in turn.
const ASKS: [(&str, &str, &str); 5] = [
    (
        "Stöd till familjen att få morgnarna att fungera.",
        "Samtal med mentor varje vecka sedan vecka 38.",
        "Det är jobbigast att komma in när alla redan sitter.",
    ),
    (
        "Någon som kan möta eleven hemma och följa med den första lektionen.",
        "Anpassat schema och en trygg vuxen. Det hjälpte på tisdagar.",
        "Jag vill gå i skolan, men kroppen säger nej.",
    ),
    (
        "Stöd till föräldrarna kring rutiner och sömn.",
        "Kortare dagar i tre veckor och kontakt med hemmet varje dag.",
        "Jag somnar för sent.",
    ),
    (
        "Motiverande samtal och någon att planera veckan med.",
        "Studiestöd på onsdagar, plats att arbeta i lugn och ro.",
        "Jag har hamnat efter och orkar inte fråga.",
    ),
    (
        "Gemensamt möte om vad som skulle göra skillnad.",
        "Kartläggning med specialpedagog, anpassad idrott.",
        "Rasterna är värst.",
    ),
];

/// One episode that is played.
struct Played<'a> {
    story: &'a Story,
    pupil: PupilId,
    id: EpisodeId,
    number: usize,
    consent: Option<Uuid>,
}

/// Who plays, and where.
pub struct Player {
    school: Office,
    social: Office,
    counsellor: Who,
    manager: Who,
    worker: Who,
    today: Day,
    noon: Timestamp,
}

impl Player {
    /// Between a school's room and the social board's: whoever refers has that login.
    pub async fn of(school: &Office, social: &Office, refers: &str, at: (Timestamp, Day)) -> anyhow::Result<Player> {
        let person = |office: Office, name: &'static str| async move {
            let all = sign_in::choices(&office).await?;
            all.into_iter().find(|it| it.name == name).ok_or_else(|| anyhow!("{name} is not in the demo"))
        };
        let name = |login: &str| cast::people::by_id(login).map(|it| it.name).context("the cast");
        Ok(Player {
            counsellor: person(school.clone(), name(refers)?).await?,
            manager: person(social.clone(), name("annika")?).await?,
            worker: person(social.clone(), name("leila")?).await?,
            school: school.clone(),
            social: social.clone(),
            noon: at.0,
            today: at.1,
        })
    }

    fn at(&self, day: Day) -> Timestamp {
        self.noon - jiff::SignedDuration::from_hours(24 * i64::from(self.today.0 - day.0))
    }

    fn counsellor(&self, day: Day) -> Cx {
        self.school.person(self.counsellor.clone(), self.at(day), day)
    }

    fn worker(&self, day: Day) -> Cx {
        self.social.person(self.worker.clone(), self.at(day), day)
    }

    fn manager(&self, day: Day) -> Cx {
        self.social.person(self.manager.clone(), self.at(day), day)
    }

    /// Plays a story for each pupil, day by day; letters are carried between what is done.
    pub async fn play(&self, stories: &[Story], pupils: &[PupilId]) -> anyhow::Result<usize> {
        let mut played: Vec<Played<'_>> = stories
            .iter()
            .zip(pupils)
            .enumerate()
            .map(|(number, (story, pupil))| Played {
                story,
                pupil: *pupil,
                id: EpisodeId(ids::new().as_u128()),
                number,
                consent: None,
            })
            .collect();
        let mut by_day: BTreeMap<(Day, i32), Vec<(usize, Beat)>> = BTreeMap::new();
        for (at, it) in played.iter().enumerate() {
            for (after, beat) in beats(it.story) {
                let day = working(self.today.plus(after - it.story.began)).min(self.today);
                by_day.entry((day, after)).or_default().push((at, beat));
            }
        }
        for ((day, _), all) in by_day {
            for (at, beat) in all {
                let Some(it) = played.get_mut(at) else { continue };
                self.beat(it, beat, day).await.with_context(|| format!("story {at}: {beat:?}"))?;
            }
            rooms::carry(&[&self.school, &self.social], (self.at(day), day)).await?;
        }
        Ok(played.len())
    }

    async fn beat(&self, it: &mut Played<'_>, beat: Beat, day: Day) -> anyhow::Result<()> {
        let (school, social, of, id) = (self.counsellor(day), self.worker(day), it.id, ids::new());
        match beat {
            Beat::Begin => begin::run(&school, it.pupil, of, PROGRAMME).await?,
            Beat::Refer => self.refer(it, day).await?,
            Beat::TakeIn => self.take_in(it, day).await?,
            Beat::Receive => drop(receive::run(&social, of, id, day).await?),
            Beat::SocialYes => drop(accept::run(&social, of, id, day).await?),
            Beat::SchoolYes => drop(accept::run(&school, of, id, day).await?),
            Beat::Book => {
                drop(plan_start::run(&school, of, id, plan_start::Said { day, meeting: working(day.plus(6)) }).await?);
            }
            Beat::Start => self.start(it, day).await?,
            Beat::Map => {
                let said = map::Said {
                    day,
                    pupil: "Bäst är det på förmiddagen, när det är lugnt.".to_owned(),
                    words: "Familjen vill börja med morgnarna. Skolan ordnar en lugn plats.".to_owned(),
                };
                drop(map::run(&social, of, id, said).await?);
            }
            Beat::Plan | Beat::Propose => self.plan(it, day, beat == Beat::Plan).await?,
            Beat::Confirm => {
                let page = episode::view(&school, of).await?;
                let plan = page.episode.plan.as_ref().context("there is a plan")?;
                let said = confirm_plan::Said { day, of: Uuid::from_u128(plan.id).to_string() };
                drop(confirm_plan::run(&school, of, id, said).await?);
            }
            Beat::Follow => self.follow(it, day).await?,
            Beat::Review => {
                let said = review::Said {
                    day,
                    next: working(day.plus(21)),
                    outcome: Review::Continue,
                    goals: Vec::new(),
                    pupil: "Det går lättare nu.".to_owned(),
                    words: "Två hela veckor på plats. Planen fortsätter.".to_owned(),
                };
                drop(review::run(&school, of, id, said).await?);
            }
            Beat::Maintain => drop(maintain::run(&social, of, id, day).await?),
            Beat::Close => {
                let said = begin_closing::Said {
                    day,
                    reason: Reason::Improved,
                    text: "Familjen klarar morgnarna själv.".to_owned(),
                    follow_up: FOLLOW_UP_PROPOSED.to_vec(),
                };
                drop(begin_closing::run(&school, of, id, said).await?);
            }
            Beat::SchoolCloses => drop(close_file::run(&school, of, id, day).await?),
            Beat::SocialCloses => drop(close_file::run(&social, of, id, day).await?),
            Beat::Decline => {
                let said = decline::Said {
                    day,
                    reason: Reason::NeedsAssessedSupport,
                    text: "Samordnas med utredningen.".to_owned(),
                };
                drop(decline::run(&social, of, id, said).await?);
            }
            Beat::Pause => {
                let said = pause::Said { day, recheck: working(day.plus(21)), text: "Familjen reser.".to_owned() };
                drop(pause::run(&school, of, id, said).await?);
            }
            Beat::EndSharing => {
                let said = withdraw_disclosure::Said {
                    of: it.consent.map(|it| it.to_string()).unwrap_or_default(),
                    day,
                    who: Signer::Guardian,
                    name: "Vårdnadshavare".to_owned(),
                    words: String::new(),
                };
                withdraw_disclosure::run(&school, of, id, said).await?;
            }
            Beat::Withdraw => drop(withdraw_consent::run(&school, of, id, day).await?),
        }
        Ok(())
    }

    /// The family signs both parts, and the school refers.
    async fn refer(&self, it: &mut Played<'_>, day: Day) -> anyhow::Result<()> {
        let cx = self.counsellor(day);
        let form = episode::consent_form(&cx, it.id).await?;
        let signature = |who, (id, name): &(String, String)| Signature { who, id: id.clone(), name: name.clone(), day };
        let mut signatures: Vec<_> = form.guardians.iter().map(|it| signature(Signer::Guardian, it)).collect();
        signatures.push(signature(Signer::Child, &form.child));
        for (from, items) in [(Side::School, SCHOOL_TELLS.as_slice()), (Side::Social, &SOCIAL_TELLS)] {
            let id = ids::new();
            let said = agree::Said {
                from,
                items: items.to_vec(),
                first: day,
                last: form.last,
                remind: form.remind,
                method: Method::Paper,
                signatures: signatures.clone(),
                assessment: "Barnet har fått frågan och har skrivit under själv.".to_owned(),
            };
            agree::run(&cx, it.id, id, said).await?;
            if from == Side::School {
                it.consent = Some(id);
            }
        }
        let (asks, tried, pupil) = ASKS.get(it.number % ASKS.len()).copied().unwrap_or_default();
        let said = refer::Said {
            programme: PROGRAMME.to_owned(),
            asks: asks.to_owned(),
            tried: tried.to_owned(),
            pupil: pupil.to_owned(),
            continues: None,
        };
        drop(refer::run(&cx, it.id, ids::new(), said).await?);
        Ok(())
    }

    async fn take_in(&self, it: &Played<'_>, day: Day) -> anyhow::Result<()> {
        let manager = self.manager(day);
        for referral in episodes::view(&manager).await?.referrals {
            let opening = match_person::open(&manager, referral.letter, TEAM).await?;
            if opening.episode == it.id {
                match_person::run(&manager, referral.letter, TEAM, opening.known).await?;
                assign::run(&manager, it.id, self.worker.user).await?;
                break;
            }
        }
        let worker = self.worker(day);
        for (part, _) in episode::view(&worker, it.id).await?.sheets {
            register_sheet::run(&worker, it.id, part).await?;
        }
        Ok(())
    }

    async fn start(&self, it: &Played<'_>, day: Day) -> anyhow::Result<()> {
        let school = episode::consent_form(&self.counsellor(day), it.id).await?;
        let answer = |(id, name): &(String, String)| Answer {
            guardian: id.clone(),
            name: name.clone(),
            said: Said::Yes,
            how: Some(How::OnTheSpot),
            day,
        };
        let asked = Asked {
            day,
            age: school.age.unwrap_or(13),
            custody: if school.guardians.len() > 1 { Custody::Two } else { Custody::One },
            guardians: school.guardians.iter().map(answer).collect(),
            child: View::Wants,
            words: "Jag vill prova.".to_owned(),
            suitability: Suitability::NotJudged,
            note: String::new(),
        };
        let mut came = vec![Came { name: school.child.1.clone(), capacity: "elev".to_owned() }];
        let guardian =
            |(_, name): &(String, String)| Came { name: name.clone(), capacity: "vårdnadshavare".to_owned() };
        came.extend(school.guardians.iter().map(guardian));
        let said = hold_start::Said {
            day,
            came,
            told_of_application: true,
            told_of_duty: true,
            told_how_to_say_no: true,
            asked: Some(asked),
            pupil: "Jag vill prova.".to_owned(),
        };
        drop(hold_start::run(&self.worker(day), it.id, ids::new(), said).await?);
        Ok(())
    }

    async fn plan(&self, it: &Played<'_>, day: Day, agreed: bool) -> anyhow::Result<()> {
        let form = episode::consent_form(&self.counsellor(day), it.id).await?;
        let goal = |kind, words: &str| Goal {
            id: ids::new().to_string(),
            kind,
            words: words.to_owned(),
            levels: Default::default(),
            start: Some(Level::Less),
        };
        let goals = vec![
            goal(GoalKind::Attendance, "Två morgnar i veckan på plats före första lektionen"),
            goal(GoalKind::SchoolResults, "Komma ikapp i ett ämne i taget"),
        ];
        let item = |category: &str, activity: &str, side, who: &Who, whom, minutes| Item {
            id: ids::new().to_string(),
            category: category.to_owned(),
            activity: activity.to_owned(),
            words: String::new(),
            frequency: Frequency { times: 1, per: Span::Week },
            minutes,
            from: day,
            review: day.plus(14),
            side,
            person: Person { id: who.user.to_string(), name: who.name.clone() },
            whom,
            group: None,
            goals: goals.first().map(|it| it.id.clone()).into_iter().collect(),
        };
        let items = vec![
            item("T1", "motivating_talk", Side::Social, &self.worker, For::Pupil, 45),
            item("T3", "safe_adult", Side::School, &self.counsellor, For::Staff, 20),
        ];
        let word = if agreed { Word::Yes } else { Word::Waiting };
        let voice = |party, name: &str| Voice {
            party,
            name: name.to_owned(),
            word,
            how: agreed.then_some(How::OnTheSpot),
            day: agreed.then_some(day),
            words: String::new(),
        };
        let mut voices = vec![voice(Party::Pupil, &form.child.1)];
        voices.extend(form.guardians.iter().map(|(_, name)| voice(Party::Guardian, name)));
        voices.push(voice(Party::Social, &self.worker.name));
        voices.push(voice(Party::School, &self.counsellor.name));
        let plan = Plan { goals, items, review: working(day.plus(26)), words: "Det låter bra.".to_owned() };
        let said = propose_plan::Said { day, plan, agreement: Agreement { at_meeting: agreed, voices } };
        drop(propose_plan::run(&self.worker(day), it.id, ids::new(), said).await?);
        Ok(())
    }

    async fn follow(&self, it: &Played<'_>, day: Day) -> anyhow::Result<()> {
        let cx = self.worker(day);
        let page = episode::view(&cx, it.id).await?;
        let item = page.episode.plan.as_ref().and_then(|it| it.plan.items.first()).context("there is an item")?;
        let followed = Followed {
            item: item.id.clone(),
            day,
            minutes: 90,
            result: Some(Tried::Somewhat),
            next: Some(Next::Continue),
            review: Some(day.plus(14)),
            words: "Två samtal. Vi provar gå och prata i stället för rummet.".to_owned(),
            pupil: "Bättre när vi går.".to_owned(),
        };
        drop(follow_item::run(&cx, it.id, ids::new(), followed).await?);
        Ok(())
    }
}

/// The day, or the Monday after it at a weekend.
fn working(day: Day) -> Day {
    day.plus(match day.weekday() {
        6 => 2,
        7 => 1,
        _ => 0,
    })
}
