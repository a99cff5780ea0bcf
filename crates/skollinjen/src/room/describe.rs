//! `skollinjen room describe`: names of schools, terms, breaks and study days, from a TOML file.

use std::path::{Path, PathBuf};

use access::UnitId;
use anyhow::Context;
use casework::verb::describe::{Description, run as describe};
use domain::calendar::{Break, Calendar};
use domain::{Day, SchoolYear, Term};
use serde::Deserialize;
use text::{Arg, Language, Message};

use crate::clock::{now, today};
use crate::config::{self, Config, about};
use crate::office;
use crate::operator::{actor, wait};
use crate::say::{refusal, say};

/// The file, and which room.
#[derive(clap::Args)]
pub struct Args {
    /// The file.
    file: PathBuf,
    /// The room's slug.
    #[arg(long, value_name = "SLUG")]
    room: String,
    /// The data folder; without it SKOLLINJEN_DATA, else skollinjen-data.
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
}

/// What the file says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    #[serde(default)]
    school: Vec<School>,
    #[serde(default)]
    year: Vec<Year>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct School {
    unit: i32,
    name: String,
    #[serde(default)]
    district: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    /// The calendar year that it starts in.
    start: i16,
    terms: Vec<[String; 2]>,
    #[serde(default)]
    breaks: Vec<Pause>,
    #[serde(default)]
    study_days: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pause {
    name: String,
    first: String,
    last: String,
}

/// Reads the file and takes it into the room.
pub(super) fn run(args: &Args, language: Language) -> anyhow::Result<()> {
    let description = read(&args.file)?;
    let (schools, years) = (description.schools.len(), description.years.len());
    let config = Config::load(&config::folder(args.data.as_deref()))?;
    wait(async {
        let office = office::open(&config, &args.room).await?;
        let done = describe(&office.actor(actor()?, now(), today()), description).await;
        office.room().clone().close().await;
        Ok(done?)
    })?;
    let count = |n: usize| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
    say(&Message::new("room-described").with("schools", count(schools)).with("years", count(years)), language);
    Ok(())
}

fn read(path: &Path) -> anyhow::Result<Description> {
    let text = std::fs::read_to_string(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => refusal(about("file-not-found", path)),
        _ => anyhow::Error::new(error).context("reading the description of the room"),
    })?;
    let content: Content = toml::from_str(&text).map_err(|fault| {
        let before = fault.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = Arg::Text((before.matches('\n').count() + 1).to_string());
        refusal(about("describe-broken", path).with("line", line))
    })?;
    understand(&content)
        .with_context(|| "understanding the description")
        .map_err(|_| refusal(about("describe-date", path)))
}

fn understand(content: &Content) -> Result<Description, jiff::Error> {
    let schools =
        content.school.iter().map(|school| (UnitId(school.unit), school.name.clone(), school.district.clone()));
    let years = content.year.iter().map(|year| {
        let term = |[start, end]: &[String; 2]| Ok(Term { start: start.parse()?, end: end.parse()? });
        let pause = |it: &Pause| Ok(Break { name: it.name.clone(), from: it.first.parse()?, to: it.last.parse()? });
        let calendar = Calendar {
            terms: year.terms.iter().map(term).collect::<Result<_, jiff::Error>>()?,
            breaks: year.breaks.iter().map(pause).collect::<Result<_, jiff::Error>>()?,
            study_days: year.study_days.iter().map(|day| day.parse::<Day>()).collect::<Result<_, _>>()?,
        };
        Ok((SchoolYear(year.start), calendar))
    });
    Ok(Description { schools: schools.collect(), years: years.collect::<Result<_, jiff::Error>>()? })
}
