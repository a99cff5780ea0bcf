//! Two rooms that state things at random, through the guards and each by its own view, with letters that are late, come
//! twice and out of order.

use domain::{
    Side,
    episode::{Body, Episode, State, body::*, fold, guard, next},
    plan::{Category, Toolbox},
    statement::Statement,
};
use proptest::prelude::*;

use crate::words::*;

/// What happens next: something is stated, or a letter comes.
#[derive(Clone, Copy, Debug)]
enum Act {
    State { side: Side, pick: usize, of: usize, yes: bool, later: i32 },
    Arrive { to: Side, pick: usize, again: bool },
}

#[derive(Default)]
struct World {
    rooms: [Vec<Said>; 2],
    letters: [Vec<Said>; 2],
    today: i32,
    ids: u128,
    two_sided: bool,
    sharing_may_end: bool,
}

fn place(side: Side) -> usize {
    usize::from(side == Side::Social)
}

impl World {
    fn view(&self, side: Side) -> Episode {
        folded(&self.rooms[place(side)], day(self.today), side)
    }

    fn act(&mut self, act: Act) {
        match act {
            Act::State { side, pick, of, yes, later } => {
                self.today += later;
                self.state(side, pick, of, yes);
            }
            Act::Arrive { to, pick, again } => self.arrive(to, pick, again),
        }
    }

    fn state(&mut self, side: Side, pick: usize, of: usize, yes: bool) {
        let view = self.view(side);
        let mut kinds = next(&view, side);
        if !view.in_effect.is_empty() && pick.is_multiple_of(7) {
            kinds.push("retracted");
        }
        // What ends an episode is picked less often, so that many come far.
        let ends = |kind: &&str| matches!(*kind, "withdrawn" | "sharing_ended" | "declined" | "consent_withdrawn");
        if !pick.is_multiple_of(5) {
            kinds.retain(|kind| !ends(kind));
        }
        // Every other time it is something that leads on, so that walks come far.
        let on = |kind: &&str| {
            [
                "accepted",
                "start_held",
                "mapping_done",
                "plan_proposed",
                "plan_confirmed",
                "maintenance_begun",
                "reopened",
            ]
            .contains(kind)
        };
        if pick.is_multiple_of(2) && kinds.iter().any(on) {
            kinds.retain(on);
        }
        if !self.sharing_may_end {
            kinds.retain(|kind| *kind != "sharing_ended");
        }
        let Some(kind) = kinds.get(pick % kinds.len().max(1)) else { return };
        let Ok(body) = stated(kind, &view, side, self.today, of, yes, self.two_sided) else { return };
        let own = &self.rooms[place(side)];
        let lamport = own.iter().map(|it| it.lamport).max().unwrap_or(0) + 1;
        self.ids += 1;
        let statement = said(self.ids, lamport, side, &body);
        self.rooms[place(side)].push(statement.clone());
        if self.two_sided {
            self.letters[place(side.other())].push(statement);
        }
    }

    fn arrive(&mut self, to: Side, pick: usize, again: bool) {
        let waiting = &mut self.letters[place(to)];
        if waiting.is_empty() {
            return;
        }
        let at = pick % waiting.len();
        let letter = if again { waiting[at].clone() } else { waiting.swap_remove(at) };
        self.rooms[place(to)].push(letter);
    }

    fn everything_arrives(&mut self) {
        for side in [Side::School, Side::Social] {
            while !self.letters[place(side)].is_empty() {
                self.arrive(side, 0, false);
            }
        }
    }
}

/// A statement of a kind, if its guard lets it pass.
fn stated(
    kind: &str,
    view: &Episode,
    side: Side,
    today: i32,
    of: usize,
    yes: bool,
    two_sided: bool,
) -> Result<Body, Vec<guard::Reason>> {
    let now = day(today);
    let toolbox = Toolbox {
        categories: vec![Category {
            code: "T1".to_owned(),
            activities: vec!["walk_and_talk".to_owned()],
            sides: vec![Side::School, Side::Social],
        }],
    };
    let target = domain::episode::TargetRule {
        from: domain::SchoolYear(2018),
        forms: vec![domain::SchoolForm::CompulsorySchool],
        levels: (4, 9),
    };
    let known: Vec<u128> = view.in_effect.keys().copied().collect();
    let one = known.get(of % known.len().max(1)).copied().unwrap_or(0);
    let fresh = view.programme.as_ref().is_some_and(|it| it.consent).then(|| consent(yes, &view.noes, now));
    match plain(kind, now) {
        Body::Referral(_) => guard::refer(view, side, referral(two_sided, now), now, &[target]),
        Body::Received(it) => guard::receive(view, side, it, now),
        Body::Accepted(it) => guard::accept(view, side, it, now),
        Body::Declined(it) => guard::decline(view, side, it, now),
        Body::StartPlanned(it) => guard::plan_start(view, side, it, now),
        Body::StartHeld(_) => guard::hold_start(view, side, start(fresh, now), now),
        Body::InterventionConsent(_) => guard::consent(view, side, consent(yes, &view.noes, now), now),
        Body::ConsentWithdrawn(it) => guard::withdraw_consent(view, side, it, now),
        Body::MappingDone(it) => guard::map(view, side, it, now),
        Body::PlanProposed(_) => guard::propose_plan(view, side, plan(!of.is_multiple_of(3), now), now, &toolbox),
        Body::PlanConfirmed(it) => {
            let plan = view.plans.get(of % view.plans.len().max(1)).map_or(0, |it| it.id);
            guard::confirm_plan(view, side, PlanConfirmed { of: uuid(plan), ..it }, now)
        }
        Body::ItemFollowed(it) => guard::follow_item(view, side, it, now),
        Body::ReviewHeld(it) => guard::review(view, side, it, now),
        Body::Prolonged(it) => {
            let until = view.until.map_or(now, |it| it.plus(50));
            guard::prolong(view, side, Prolonged { until, ..it }, now)
        }
        Body::MaintenanceBegun(it) => guard::maintain(view, side, it, now),
        Body::ClosingBegun(it) => guard::begin_closing(view, side, it, now),
        Body::FileClosed(it) => guard::close_file(view, side, it, now),
        Body::Paused(it) => guard::pause(view, side, it, now),
        Body::Resumed(it) => guard::resume(view, side, it, now),
        Body::Withdrawn(it) => guard::withdraw(view, side, it, now),
        Body::SharingEnded(it) => guard::end_sharing(view, side, it, now),
        Body::Reopened(it) => guard::reopen(view, side, Reopened { consent: fresh, ..it }, now),
        Body::Converted(it) => guard::convert(view, side, it, now),
        Body::SchoolChanged(it) => guard::change_school(view, side, SchoolChanged { same_authority: yes, ..it }, now),
        Body::Retracted(it) => guard::retract(view, side, Retracted { of: uuid(one), ..it }, now),
    }
}

/// What must hold whatever has arrived; it does not know the table.
fn illegal(it: &Episode) -> Option<&'static str> {
    let two_sided = it.is_two_sided();
    let needs_consent = it.programme.as_ref().is_some_and(|programme| programme.consent);
    let runs = matches!(it.state, State::Active | State::Maintenance);
    let ended = matches!(it.state, State::Closed | State::Declined | State::Withdrawn | State::New);
    [
        (!matches!(it.state, State::New | State::Withdrawn) && it.programme.is_none(), "nothing was referred"),
        (it.state.is_started() && it.started.is_none(), "it never started"),
        (it.state.is_started() && needs_consent && it.consent.is_none(), "started without consent"),
        (runs && it.plan.is_none(), "runs without a plan"),
        (runs && it.review.is_none(), "runs without a review"),
        (it.state == State::Planned && it.proposed.is_none(), "planned without a plan"),
        (it.state == State::Queued && !it.accepted.all(two_sided), "queued without both keys"),
        (it.state == State::Closed && !it.files.all(two_sided) && it.sharing_ended.is_none(), "closed by one side"),
        (it.state == State::Declined && it.reason.is_none(), "declined without a reason that travels"),
        (it.state == State::Closing && it.reason.is_none(), "closing without a reason that travels"),
        (it.prolongations.len() > 2, "prolonged too often"),
        (ended && it.pause.is_some(), "paused after the end"),
        (it.review_due && it.state != State::Active, "a review of what does not run"),
        (!two_sided && it.in_effect.values().any(|(side, _)| *side == Side::Social), "social in the school's own"),
        (it.in_effect.values().any(|(_, kind)| *kind == "withdrawn") && it.state != State::Withdrawn, "a no was lost"),
    ]
    .into_iter()
    .find_map(|(wrong, what)| wrong.then_some(what))
}

/// Whether somebody has withdrawn in so many words. Nothing that arrives later changes that.
fn withdrawn(it: &Episode) -> bool {
    it.in_effect.values().any(|(_, kind)| *kind == "withdrawn")
}

fn any_side() -> impl Strategy<Value = Side> {
    prop_oneof![Just(Side::School), Just(Side::Social)]
}

fn any_act() -> impl Strategy<Value = Act> {
    let stated = (any_side(), 0..1000_usize, 0..50_usize, prop::bool::weighted(0.85), 0..9_i32)
        .prop_map(|(side, pick, of, yes, later)| Act::State { side, pick, of, yes, later });
    let arrives = (any_side(), 0..50_usize, prop::bool::weighted(0.2)).prop_map(|(to, pick, again)| Act::Arrive {
        to,
        pick,
        again,
    });
    prop_oneof![3 => stated, 3 => arrives]
}

fn any_acts() -> impl Strategy<Value = Vec<Act>> {
    prop::collection::vec(any_act(), 0..90)
}

/// Plays it, and gives the rooms' views when everything has arrived.
fn played(acts: &[Act], two_sided: bool, sharing_may_end: bool) -> Result<(World, Episode, Episode), TestCaseError> {
    let mut world = World { two_sided, sharing_may_end, ..World::default() };
    for act in acts {
        let was = [withdrawn(&world.view(Side::School)), withdrawn(&world.view(Side::Social))];
        world.act(*act);
        for side in [Side::School, Side::Social] {
            let view = world.view(side);
            prop_assert_eq!(illegal(&view), None, "{:?}", view);
            prop_assert!(!was[place(side)] || withdrawn(&view) && view.state == State::Withdrawn, "final");
        }
    }
    world.everything_arrives();
    let (school, social) = (world.view(Side::School), world.view(Side::Social));
    Ok((world, school, social))
}

/// Whether the rooms agree when each folds in the order of arrival, as a careless fold would.
fn agree_by_arrival(world: &World) -> bool {
    let renumbered = |room: &[Said], side| {
        let mut seen = std::collections::BTreeSet::new();
        let once = room.iter().filter(|it| seen.insert(it.id));
        let all: Vec<_> = (1..).zip(once).map(|(lamport, it)| Said { lamport, ..it.clone() }).collect();
        folded(&all, day(world.today), side)
    };
    renumbered(&world.rooms[0], Side::School) == renumbered(&world.rooms[1], Side::Social)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn two_rooms_agree_when_every_letter_has_arrived(acts in any_acts()) {
        let (_, school, social) = played(&acts, true, false)?;
        prop_assert!(school == social, "{:?} {:?}", school, social);
    }

    #[test]
    fn no_room_shows_an_illegal_state_when_sharing_ends(acts in any_acts(), two_sided in any::<bool>()) {
        let (world, school, social) = played(&acts, two_sided, true)?;
        for view in [&school, &social] {
            prop_assert_eq!(illegal(view), None);
        }
        if two_sided && school.sharing_ended.is_none() {
            prop_assert!(school == social);
        }
        prop_assert!(two_sided || world.rooms[1].is_empty() || social.state == State::New);
    }

    #[test]
    fn order_and_repetition_of_letters_are_of_no_account(acts in any_acts(), seed in any::<usize>()) {
        let (world, _, _) = played(&acts, true, true)?;
        let mut mixed = [world.rooms[0].clone(), world.rooms[0].clone()].concat();
        let len = mixed.len().max(1);
        (0..mixed.len()).for_each(|at| mixed.swap(at, (at.wrapping_mul(31).wrapping_add(seed)) % len));
        prop_assert!(folded(&mixed, day(world.today), Side::School) == world.view(Side::School));
    }

    #[test]
    fn the_fold_never_panics(
        raw in prop::collection::vec((0..6_u128, any::<u32>(), ".{0,6}", prop::collection::vec(any::<u8>(), 0..60)), 0..8),
        kinds in prop::collection::vec((0..40_usize, 0..9_u128, 0..5_u32, any_side(), any::<i32>()), 0..40),
    ) {
        let known = kinds.iter().map(|(kind, id, lamport, side, at)| {
            let body = plain(Body::KINDS[kind % Body::KINDS.len()], day(at % 500_000));
            Said { id: *id, lamport: *lamport, side: side.code(), body: body.to_json().unwrap() }
        });
        let known: Vec<_> = known.collect();
        let all = raw.iter().map(|(id, lamport, side, body)| Statement { id: *id, lamport: *lamport, side, body });
        let known = known.iter().map(|it| Statement { id: it.id, lamport: it.lamport, side: it.side, body: &it.body });
        let all: Vec<_> = all.chain(known).collect();
        let there = fold(&all, day(0), Side::School);
        let back: Vec<_> = all.iter().rev().copied().collect();
        prop_assert!(there == fold(&back, day(0), Side::School));
        prop_assert_eq!(illegal(&there), None, "{:?}", there);
    }
}

fn samples(times: usize) -> Vec<Vec<Act>> {
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::deterministic();
    (0..times).map(|_| any_acts().new_tree(&mut runner).unwrap().current()).collect()
}

#[test]
fn a_fold_in_the_order_of_arrival_would_be_found_out() {
    let worlds = samples(120).into_iter().map(|acts| played(&acts, true, false).unwrap().0);
    assert!(worlds.into_iter().any(|world| !agree_by_arrival(&world)));
}

#[test]
fn the_random_walks_come_to_every_state() {
    let mut seen = std::collections::BTreeSet::new();
    for acts in samples(400) {
        let mut world = World { two_sided: true, ..World::default() };
        for act in acts {
            world.act(act);
            seen.insert(world.view(Side::School).state);
        }
    }
    assert_eq!(seen.len(), State::ALL.len(), "{seen:?}");
}
