//! Filling the rooms of the demo: rosters, guardians, and some forty episodes.

use access::{Actor, PupilId};
use casework::verb::import::{Delivered, Import, run as import};
use casework::view::worklist::{self, Acted, Ask};
use casework::{Office, Who};
use cast::schools::{COMPASS, EDUCATION, INDEPENDENT, SOCIAL};
use domain::Day;
use jiff::Timestamp;

use super::play::Player;
use super::story::{Beat, STORIES, Story};
use super::{accounts, families, files, rooms};
use crate::operator::actor;

/// The schools whose counsellor plays the episodes.
const SCHOOLS: [i32; 2] = [90_000_101, 90_000_102];
/// The lowest level that the team is for.
const LOWEST: u8 = 4;

/// The rooms of the demo, open.
pub struct Town<'a> {
    pub school: &'a Office,
    pub social: &'a Office,
    pub compass: &'a Office,
    pub at: (Timestamp, Day),
    pub threads: usize,
}

impl Town<'_> {
    fn cx(&self, office: &Office, who: Actor) -> casework::Cx {
        office.actor(who, self.at.0, self.at.1)
    }

    /// Accounts, names and pairings.
    pub async fn settle(&self) -> anyhow::Result<()> {
        let (school, social, compass) =
            (self.cx(self.school, actor()?), self.cx(self.social, actor()?), self.cx(self.compass, actor()?));
        for (cx, room) in [(&school, EDUCATION), (&social, SOCIAL), (&compass, COMPASS)] {
            accounts::create(cx, room).await?;
        }
        accounts::describe(&school).await?;
        rooms::name(&social, &compass).await?;
        rooms::pair(&school, &social).await?;
        rooms::pair(&compass, &social).await
    }

    /// Guardians, the independent school's roster, and the episodes: how many.
    pub async fn play(&self, folder: &std::path::Path, pupils: i32) -> anyhow::Result<usize> {
        let kept = tempfile::Builder::new().prefix("families-").tempdir_in(folder)?;
        let (guardians, roster, theirs) =
            (kept.path().join("guardians.csv"), kept.path().join("pupils.parquet"), kept.path().join("theirs.csv"));
        families::guardians(&guardians, &files::of(pupils).roster(), &SCHOOLS)?;
        let rows = families::independent(&roster)?;
        families::guardians(&theirs, &rows, &[INDEPENDENT.code])?;
        self.import(self.school, &[&guardians]).await?;
        self.import(self.compass, &[&roster]).await?;
        self.import(self.compass, &[&theirs]).await?;
        drop(kept);

        let listed = self.listed().await?;
        let player = Player::of(self.school, self.social, "maria", self.at).await?;
        let played = player.play(&STORIES, &listed).await?;
        let leo = room::relations::of_number(self.compass.room(), rows.first().map_or(0, |row| row.pupil)).await?;
        let player = Player::of(self.compass, self.social, "ingrid", self.at).await?;
        let story = [Story { began: 8, until: Beat::Receive, then: &[] }];
        Ok(played + player.play(&story, &leo.into_iter().collect::<Vec<_>>()).await?)
    }

    async fn import(&self, office: &Office, paths: &[&std::path::PathBuf]) -> anyhow::Result<()> {
        let files = paths.iter().map(Delivered::at).collect();
        let order = Import { files, as_of: Day::of(cast::clock::DEMO_DAY), confirm: true, threads: self.threads };
        import(&self.cx(office, actor()?), order, &|_| ()).await?;
        Ok(())
    }

    /// The pupils of the counsellor's list whom the team is for: Yusuf first, whom everybody knows; not the others who
    /// have a story of their own.
    async fn listed(&self) -> anyhow::Result<Vec<PupilId>> {
        let all = casework::verb::sign_in::choices(self.school).await?;
        let maria: Option<Who> = all.into_iter().find(|who| who.name == "Maria Lindgren");
        let Some(maria) = maria else { return Ok(Vec::new()) };
        let cx = self.school.person(maria, self.at.0, self.at.1);
        let (mut found, mut after) = (Vec::new(), None);
        loop {
            let page = worklist::view(&cx, Ask { acted: Acted::All, after, ..Ask::default() }).await?;
            found.extend(page.rows.into_iter().filter(|row| row.level >= LOWEST));
            after = page.next;
            if after.is_none() || found.len() > 2 * STORIES.len() {
                break;
            }
        }
        let of_cast = |name: &str| cast::pupils::PUPILS.iter().any(|it| it.name == name);
        let (yusuf, others): (Vec<_>, Vec<_>) = found.into_iter().partition(|row| row.name == "Yusuf Abdi");
        let others = others.into_iter().filter(|row| !of_cast(&row.name));
        Ok(yusuf.into_iter().chain(others).map(|row| row.pupil).collect())
    }
}
