//! Accounts: made, closed, and given a new second factor.

use access::{Permit, Place, Role, RoleAt, Target, UserId, Write, WriteAct};

use room::{accounts, relations};
use uuid::Uuid;

use crate::secret::{is_usual, password};
use crate::{Cx, Failure, Office, Refusal, Result};

/// Characters of a password: at least these, and not more than anybody types.
const PASSWORD: std::ops::RangeInclusive<usize> = 12..=200;
/// Characters of a name or login, at most.
const LONGEST: usize = 100;

/// An account to be made.
#[derive(Clone)]
pub struct New {
    /// Id.
    pub user: UserId,
    /// Name.
    pub name: String,
    /// What is written when signing in.
    pub login: String,
    /// At least 12 characters. Without one, nobody signs in to the account by password.
    pub password: Option<String>,
    /// Roles.
    pub roles: Vec<RoleAt>,
}

/// Makes an account.
///
/// # Errors
/// Refused: `login` taken or empty, `password` too short or among the most usual, `roles` in a place where they cannot
/// be held or in a class that the school does not have, `name` missing. Denied. The room.
pub async fn create(cx: &Cx, new: New) -> Result<()> {
    make(cx, new, false).await
}

/// Makes the first account of a room. Two at once do not become two.
///
/// # Errors
/// As for [`create`]; refused when there is an account.
pub async fn first(cx: &Cx, new: New) -> Result<()> {
    make(cx, new, true).await
}

async fn make(cx: &Cx, new: New, first: bool) -> Result<()> {
    let permit = permit(cx)?;
    let roles = trimmed(new.roles);
    let wrong: Vec<Refusal> = [
        line("name", &new.name, "account-name-missing", "account-name-long"),
        line("login", &new.login, "account-login-missing", "account-login-long"),
        new.password.as_deref().and_then(|password| password_of(password, &new.login)),
        roles_of(&roles),
        classes_of(cx, &roles).await?,
    ]
    .into_iter()
    .flatten()
    .collect();
    if !wrong.is_empty() {
        return Err(Failure::Refused(wrong));
    }
    let hash = match &new.password {
        Some(password) => Some(password::hash(password).await?),
        None => None,
    };
    let account = accounts::New {
        id: Uuid::from_u128(new.user.0),
        login: &new.login,
        name: &new.name,
        password: hash.as_deref(),
        roles: &roles,
    };
    let mut change = cx.room().change(cx.now()).await?;
    let made = if first {
        accounts::put_first(&mut change, permit, &account).await
    } else {
        accounts::put(&mut change, permit, &account).await
    };
    made.map_err(at_login)?;
    Ok(change.commit().await?)
}

/// Gives other roles. They count from the next request of whoever is signed in.
///
/// # Errors
/// Refused as for [`create`]; nobody takes the role of administrator from herself, or gives herself a role: whoever decides
/// who sees what is not the one who sees. Denied. The room.
pub async fn give(cx: &Cx, user: UserId, roles: Vec<RoleAt>) -> Result<()> {
    let permit = permit(cx)?;
    let roles = trimmed(roles);
    if let Some(wrong) = roles_of(&roles).or(classes_of(cx, &roles).await?) {
        return Err(wrong.into());
    }
    if is_own(cx, user) && !roles.iter().any(|held| held.role == Role::Administrator) {
        return Err(Refusal::at("roles", "account-own").into());
    }
    if cx.who().is_some_and(|who| who.user == user && roles.iter().any(|role| !who.roles.contains(role))) {
        return Err(Refusal::at("roles", "account-own-role").into());
    }
    let mut change = cx.room().change(cx.now()).await?;
    accounts::set_roles(&mut change, permit, user, &roles).await?;
    Ok(change.commit().await?)
}

/// Closes or opens an account; its sessions end.
///
/// # Errors
/// Refused: one's own. Denied. The room.
pub async fn disable(cx: &Cx, user: UserId, disabled: bool) -> Result<()> {
    let permit = permit(cx)?;
    if disabled && is_own(cx, user) {
        return Err(Refusal::new("account-own").into());
    }
    let mut change = cx.room().change(cx.now()).await?;
    if disabled {
        accounts::disable(&mut change, permit, user).await?;
    } else {
        accounts::enable(&mut change, permit, user).await?;
    }
    Ok(change.commit().await?)
}

/// Takes away the second factor and sets a new password, which is shown once. Its sessions end.
///
/// # Errors
/// Refused: one's own, for whoever found an open session would take it over; `password` as for [`create`]. Denied. The room.
pub async fn reset(cx: &Cx, user: UserId, password: String) -> Result<()> {
    let permit = permit(cx)?;
    if is_own(cx, user) {
        return Err(Refusal::new("account-own-reset").into());
    }
    if let Some(wrong) = password_of(&password, "") {
        return Err(wrong.into());
    }
    let hash = password::hash(&password).await?;
    let mut change = cx.room().change(cx.now()).await?;
    accounts::reset(&mut change, permit, user, Some(&hash)).await?;
    Ok(change.commit().await?)
}

/// Whether the room has no account yet: then the first-run page makes the first.
///
/// # Errors
/// The room.
pub async fn none(office: &Office) -> Result<bool> {
    Ok(!accounts::any(office.room()).await?)
}

fn permit(cx: &Cx) -> Result<Permit<Write>> {
    Ok(cx.access().decide(cx.actor(), WriteAct::ManageAccounts, &Target::Room)?)
}

fn is_own(cx: &Cx, user: UserId) -> bool {
    cx.who().is_some_and(|who| who.user == user)
}

/// What is wrong with a field of one line.
fn line(field: &'static str, value: &str, missing: &'static str, long: &'static str) -> Option<Refusal> {
    let code = match value.trim().chars().count() {
        0 => missing,
        length if length > LONGEST => long,
        _ => return None,
    };
    Some(Refusal::at(field, code))
}

/// What is wrong with a new password.
pub(crate) fn password_of(password: &str, login: &str) -> Option<Refusal> {
    let code = match password.chars().count() {
        length if length < *PASSWORD.start() => "account-password-short",
        length if length > *PASSWORD.end() => "account-password-long",
        _ if is_usual(password, login.trim()) => "account-password-usual",
        _ => return None,
    };
    Some(Refusal::at("password", code))
}

/// A role in a place that it does not fit gives nothing, so it is not given.
fn roles_of(roles: &[RoleAt]) -> Option<Refusal> {
    let fits = |held: &RoleAt| match held.role {
        Role::Mentor => matches!(held.place, Place::Class(_)),
        Role::SchoolCounsellor
        | Role::SpecialEducator
        | Role::SchoolNurse
        | Role::HeadTeacher
        | Role::SchoolSocialWorker
        | Role::FamilyTherapist
        | Role::UnitManager => matches!(held.place, Place::Unit(_)),
        Role::Coordinator
        | Role::Administrator
        | Role::ProtectedDataOfficer
        | Role::RecordsManager
        | Role::AccessReviewer
        | Role::LeadGroup => held.place == Place::Room,
    };
    if roles.is_empty() {
        return Some(Refusal::at("roles", "account-roles-missing"));
    }
    (!roles.iter().all(fits)).then(|| Refusal::at("roles", "account-role-place"))
}

/// A mentor of a class that the school does not have would see nobody, and not be told why. Before the first import a
/// school has no classes, and then any is taken.
async fn classes_of(cx: &Cx, roles: &[RoleAt]) -> Result<Option<Refusal>> {
    for held in roles {
        let Place::Class(class) = &held.place else { continue };
        if relations::has_class(cx.room(), class, cx.today()).await? == Some(false) {
            return Ok(Some(Refusal::at("roles", "account-class-not-there")));
        }
    }
    Ok(None)
}

/// The roles with the names of classes as the roster writes them: without space around.
fn trimmed(mut roles: Vec<RoleAt>) -> Vec<RoleAt> {
    for held in &mut roles {
        if let Place::Class(class) = &mut held.place {
            class.name = class.name.trim().to_owned();
        }
    }
    roles
}

/// A login that is taken is told at its field.
fn at_login(failure: room::Failure) -> Failure {
    match failure {
        room::Failure::Refused(message) if message.code == "account-login-taken" => {
            Failure::Refused(vec![Refusal { field: Some("login"), message }])
        }
        other => other.into(),
    }
}
