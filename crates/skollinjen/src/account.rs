//! `skollinjen account …`: accounts of a room, made by the one who runs commands on the machine.

use std::path::PathBuf;

use access::{Class, Place, Role, RoleAt, UnitId, UserId};
use casework::verb::account::{New, create};
use clap::Subcommand;
use text::{Arg, Language, Message};

use crate::clock::{now, today};
use crate::config::{self, Config};
use crate::operator::{actor, wait};
use crate::say::{line, refusal, say};
use crate::{ids, office};

/// The commands on accounts.
#[derive(Subcommand)]
pub enum Command {
    /// Makes an account with a first password, which is shown once.
    Create(Create),
    /// A new beginning for somebody who has lost password, telephone and recovery codes, the last administrator too.
    Recover(Recover),
}

/// Whose account.
#[derive(clap::Args)]
pub struct Recover {
    /// The room's slug.
    #[arg(long, value_name = "SLUG")]
    room: String,
    /// What the person writes when signing in.
    login: String,
    /// The data folder; without it SKOLLINJEN_DATA, else skollinjen-data.
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
}

/// The account.
#[derive(clap::Args)]
pub struct Create {
    /// The room's slug.
    #[arg(long, value_name = "SLUG")]
    room: String,
    /// Role: Mentor, SchoolCounsellor, SpecialEducator, SchoolNurse, HeadTeacher, Coordinator, Administrator,
    /// ProtectedDataOfficer, RecordsManager or AccessReviewer.
    #[arg(long, value_parser = role)]
    role: Role,
    /// Unit code of the school, for a role at a school. May be given several times.
    #[arg(long, value_name = "CODE")]
    unit: Vec<i32>,
    /// Class, for a mentor.
    #[arg(long)]
    class: Option<String>,
    /// Name of the person.
    #[arg(long)]
    name: String,
    /// What the person writes when signing in.
    #[arg(long)]
    login: String,
    /// Read the first password from standard input instead of making one.
    #[arg(long)]
    password_stdin: bool,
    /// The data folder; without it SKOLLINJEN_DATA, else skollinjen-data.
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
}

/// Runs a command.
pub fn run(command: &Command, language: Language) -> anyhow::Result<()> {
    match command {
        Command::Create(args) => make(args, language),
        Command::Recover(args) => recover(args, language),
    }
}

/// Takes away password, second factor and recovery codes, and prints a password to begin with.
fn recover(args: &Recover, language: Language) -> anyhow::Result<()> {
    let password = casework::first::password()?;
    let config = Config::load(&config::folder(args.data.as_deref()))?;
    wait(async {
        let office = office::open(&config, &args.room).await?;
        let cx = office.actor(actor()?, now(), today());
        let done = casework::verb::recovery::recover(&cx, &args.login, &password).await;
        office.room().clone().close().await;
        Ok(done?)
    })?;
    say(&Message::new("account-recovered").with("login", Arg::Text(args.login.clone())), language);
    line(&password);
    Ok(())
}

fn make(args: &Create, language: Language) -> anyhow::Result<()> {
    let roles = places(args)?.into_iter().map(|place| RoleAt { role: args.role, place }).collect();
    let password = if args.password_stdin { typed()? } else { casework::first::password()? };
    let new = New {
        user: UserId(ids::new().as_u128()),
        name: args.name.clone(),
        login: args.login.clone(),
        password: Some(password.clone()),
        roles,
    };
    let config = Config::load(&config::folder(args.data.as_deref()))?;
    wait(async {
        let office = office::open(&config, &args.room).await?;
        let done = create(&office.actor(actor()?, now(), today()), new).await;
        office.room().clone().close().await;
        Ok(done?)
    })?;
    say(&Message::new("account-created").with("login", Arg::Text(args.login.clone())), language);
    if !args.password_stdin {
        say(&Message::new("account-password"), language);
        line(&password);
    }
    Ok(())
}

/// Where the role is held.
fn places(args: &Create) -> anyhow::Result<Vec<Place>> {
    let units = args.unit.iter().map(|unit| UnitId(*unit));
    match (args.unit.is_empty(), &args.class) {
        (true, None) => Ok(vec![Place::Room]),
        (true, Some(_)) => Err(refusal(Message::new("account-class-without-unit"))),
        (false, None) => Ok(units.map(Place::Unit).collect()),
        (false, Some(class)) => Ok(units.map(|unit| Place::Class(Class { unit, name: class.clone() })).collect()),
    }
}

fn typed() -> anyhow::Result<String> {
    let mut text = String::new();
    std::io::stdin().read_line(&mut text)?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}

fn role(code: &str) -> Result<Role, String> {
    let codes = || Role::ALL.iter().map(|role| role.code()).collect::<Vec<_>>().join(" | ");
    Role::from_code(code).ok_or_else(codes)
}
