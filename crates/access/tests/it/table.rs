//! The table of roles and acts, `policies/table.md`, as the policies have it: for people who do not read Cedar.

use std::fmt::Write;

use access::{Actor, Job, Place, Role, Target, Zone};

use crate::ask::{ACTS, IN_EPISODES, answer, episode, person, place, pupil, token};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/policies/table.md");

/// A role in each kind of place where it can be held, a token with every zone, the operator, and the jobs.
fn columns() -> Vec<(&'static str, Vec<Actor>)> {
    let places = ["Björkskolan/7B", "Björkskolan", "Öppenvården Norr", "room"];
    let role = |role: &Role| (role.code(), places.map(|at| person([(*role, place(at))])).to_vec());
    let mut all: Vec<_> = Role::ALL.iter().map(role).collect();
    let at = ["Björkskolan", "room"];
    all.push(("token", at.map(|at| token(Zone::ALL, [place(at)])).to_vec()));
    all.push(("operator", vec![Actor::Operator("drift".to_owned())]));
    all.extend(Job::ALL.iter().map(|job| (job.code(), vec![Actor::Job(*job)])));
    all
}

/// Every act, in every zone it can be done in, about everything it can be about.
type Row = (String, &'static str, Option<Zone>, Vec<Target>);

fn rows() -> Vec<Row> {
    let about = |protected| Target::Pupil(pupil(&place("Björkskolan/7B"), protected, true));
    let Place::Unit(unit) = place("Björkskolan") else { panic!("a school") };
    let mut all = Vec::new();
    for act in ["ReadStepContent", "ListSteps", "DocumentStep"] {
        all.extend(
            Zone::ALL.iter().map(|zone| (format!("{act} {}", zone.code()), act, Some(*zone), vec![about(false)])),
        );
    }
    for act in ACTS {
        match act {
            "SeeCounts" | "SeeDataQuality" | "SeeTeacher" | "NoteCall" | "ReviewJournal" | "Import" => {
                all.push((format!("{act}, own school"), act, None, vec![Target::Unit(unit)]));
                all.push((format!("{act}, the room"), act, None, vec![Target::Room]));
            }
            "RemindAboutProtected"
            | "ReviewProtected"
            | "ComputeFigures"
            | "ManageAccounts"
            | "Configure"
            | "Purge"
            | "Maintain"
            | "SeeQueue" => {
                all.push((act.to_owned(), act, None, vec![Target::Room]));
            }
            "ListEpisodes" | "ReferPupil" | "ReceiveLetter" | "MatchPerson" | "AssignEpisode" | "Prolong"
            | "ManageConsent" => all.extend(of_episodes(act, None)),
            _ => {
                all.push((act.to_owned(), act, None, vec![about(false)]));
                all.push((format!("{act}, protected pupil"), act, None, vec![about(true)]));
            }
        }
    }
    for act in IN_EPISODES {
        all.extend(Zone::ALL.iter().flat_map(|zone| of_episodes(act, Some(*zone))));
    }
    all
}

/// An act about an episode that the actor is assigned to, in the own place on either side; about one that she or he is
/// not assigned to or did not notify in; and about a protected pupil's.
fn of_episodes(act: &'static str, zone: Option<Zone>) -> Vec<Row> {
    let at = |own: bool, protected: bool| {
        let places = ["Björkskolan/7B", "Öppenvården Norr"];
        places.map(|at| Target::Episode(episode(&place(at), own, own, protected))).to_vec()
    };
    let name = zone.map_or_else(|| act.to_owned(), |zone| format!("{act} {}", zone.code()));
    vec![
        (name.clone(), act, zone, at(true, false)),
        (format!("{name}, not assigned"), act, zone, at(false, false)),
        (format!("{name}, protected pupil"), act, zone, at(true, true)),
    ]
}

fn table() -> String {
    let columns = columns();
    let names: Vec<_> = columns.iter().map(|(name, _)| *name).collect();
    let mut text = String::from(
        "# Who may do what\n\n\
         Written by `UPDATE_TABLE=1 cargo test -p access --test access`, and compared with the policies by every test run.\n\
         A mark means that the policies permit it about the actor's own class, school, unit or room.\n\
         Episodes are those of the actor's own side, which she or he is assigned to and has notified in, unless the row \
         says otherwise.\n\
         Acts that nobody may do in a zone have a row too: deny is the default.\n\n",
    );
    writeln!(text, "| act | {} |", names.join(" | ")).unwrap();
    writeln!(text, "| --- |{}", " :-: |".repeat(names.len())).unwrap();
    for (name, act, zone, targets) in rows() {
        let one = |actor: &Actor| targets.iter().any(|it| answer(actor, act, zone.map(Zone::code), it).is_some());
        let may = |actors: &[Actor]| actors.iter().any(one);
        let marks: Vec<_> = columns.iter().map(|(_, actors)| if may(actors) { "×" } else { "" }).collect();
        writeln!(text, "| {name} | {} |", marks.join(" | ")).unwrap();
    }
    text
}

#[test]
fn the_table_is_what_the_policies_say() {
    let table = table();
    if std::env::var_os("UPDATE_TABLE").is_some() {
        std::fs::write(FILE, &table).unwrap();
    }
    assert_eq!(std::fs::read_to_string(FILE).unwrap(), table);
}
