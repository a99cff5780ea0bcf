//! Tokens: known by their secret as long as they hold, and by nothing else.

use access::{Access, Actor, Purpose, TokenId, UnitId, Zone};
use room::tokens::{self, New};
use room::{Room, journal, results};

use crate::home::now;
use crate::permits::{SCHOOL, id, may_manage, may_review_room, settle, today};

const SECRET: &str = "slj_kanariehemligheten";

async fn make(room: &Room, secret: &str, number: u128, units: Option<&[UnitId]>) {
    let new = New {
        id: id(number),
        secret,
        owner: "Kanarieansvarig",
        what_for: "kanarieändamål",
        purpose: Purpose::FollowUp,
        zones: &[Zone::SchoolGeneral],
        units,
        ends: today(),
    };
    let mut change = room.change(now()).await.unwrap();
    tokens::put(&mut change, may_manage(), &new).await.unwrap();
    change.commit().await.unwrap();
}

on_both! {
    async fn a_token_holds_to_its_last_day_and_until_it_is_taken_back(home) {
        let room = home.create().await;
        make(&room, SECRET, 1, Some(&[UnitId(SCHOOL)])).await;
        let find = async |secret: &str, day| tokens::find(&room, secret, day).await.unwrap();
        let found = find(SECRET, today()).await.unwrap();
        assert_eq!(found.to_string(), format!("token:{}:follow-up", TokenId(id(1).as_u128())));
        assert!(matches!(found, Actor::Token { places, .. } if places == [access::Place::Unit(UnitId(SCHOOL))]));
        assert_eq!(find(SECRET, today().plus(1)).await, None, "it has ended");
        assert_eq!(find("slj_kanariehemligheter", today()).await, None, "another secret");
        assert_eq!(find("", today()).await, None);

        let mut change = room.change(now()).await.unwrap();
        tokens::revoke(&mut change, may_manage(), id(1)).await.unwrap();
        change.commit().await.unwrap();
        assert_eq!(find(SECRET, today()).await, None, "it was taken back");
        let mut reading = room.reading(now());
        let listed = tokens::list(&mut reading, may_manage()).await.unwrap();
        let [token] = reading.show(listed).await.unwrap().try_into().unwrap();
        assert_eq!((token.owner.as_str(), token.what_for.as_str()), ("Kanarieansvarig", "kanarieändamål"));
        assert_eq!((token.used, token.revoked), (Some(today()), Some(now())));
        let mut change = room.change(now()).await.unwrap();
        assert!(tokens::revoke(&mut change, may_manage(), id(2)).await.is_err(), "there is none");
    }
}

on_both! {
    async fn a_token_lists_the_pupils_of_its_places_and_the_journal_says_who_and_why(home) {
        let (room, access) = (home.create().await, Access::new().unwrap());
        let pupils = settle(&room).await;
        make(&room, SECRET, 1, Some(&[UnitId(SCHOOL)])).await;
        let actor = tokens::find(&room, SECRET, today()).await.unwrap().unwrap();
        let mut seen = Vec::new();
        let mut ask = results::NumberedAsk { limit: 1, ..results::NumberedAsk::default() };
        loop {
            let permit = access.scope(&actor, access::ListAct::ListPupils).unwrap();
            let mut reading = room.reading(now());
            let page = results::numbered(&mut reading, permit, &ask, today()).await.unwrap();
            let page = reading.show(page).await.unwrap();
            seen.extend(page.rows.iter().map(|row| row.person));
            ask.after = page.next;
            if page.next.is_none() {
                break;
            }
        }
        let mut expected: Vec<_> = pupils.iter().filter(|it| it.unit.0 == SCHOOL && !it.protected).map(|it| it.id).collect();
        expected.sort();
        expected.dedup();
        assert_eq!(seen, expected);
        let mut reading = room.reading(now());
        let entries = journal::review(&mut reading, may_review_room(), None, 100).await.unwrap();
        let entries = reading.show(entries).await.unwrap();
        let ours: Vec<_> = entries.iter().filter(|entry| entry.actor == actor.to_string()).collect();
        assert_eq!(ours.len(), expected.len());
        assert!(ours.iter().all(|entry| entry.people.len() == 1 && entry.permitted[0].act == "ListPupils"));
    }
}
