//! The blank papers: who has them, whose name stands on them, and what the law demands that they say.

#![expect(clippy::unwrap_used, reason = "test helpers fail by panicking, as tests do")]

use std::{collections::BTreeMap, sync::Arc};

use access::{Access, Actor, Class, Place, Role, RoleAt, UnitId, UserId};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use casework::{
    Office,
    verb::{account, describe, sign_in},
};
use domain::Day;
use jiff::Timestamp;
use pack::Pack;
use room::{KeySource, New, Room, RoomKind};
use tower::ServiceExt;
use uuid::Uuid;
use web::Site;

const UNIT: UnitId = UnitId(90_000_101);
const PAPERS: [&str; 5] =
    ["information", "samtycke-till-stod", "samtycke-till-uppgifter", "aktualisering", "handlingsplan"];

/// A room with one account of each role, and the cookie of each.
struct Rooms {
    router: Router,
    cookies: BTreeMap<&'static str, String>,
    _folder: tempfile::TempDir,
}

fn now() -> Timestamp {
    "2026-11-20T11:00:00Z".parse().unwrap()
}

fn today() -> Day {
    Day::of(cast::clock::DEMO_DAY)
}

async fn room(kind: RoomKind, name: &'static str, roles: &[Role]) -> Rooms {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("room.db").display());
    let new = New { slug: "rum", kind, name, demo: true };
    let room = Room::create(&url, &KeySource::File(folder.path().join("room.key")), &new, now()).await.unwrap();
    let (access, pack) = (Arc::new(Access::new().unwrap()), Arc::new(Pack::embedded().unwrap()));
    let office = Office::new(room, access, pack, folder.path().join("attendance"));
    let operator = office.actor(Actor::Operator("tests".to_owned()), now(), today());
    let schools = vec![(UNIT, "Björkskolan".to_owned(), "Centrum".to_owned())];
    describe::run(&operator, describe::Description { schools, years: Vec::new() }).await.unwrap();
    let mut cookies = BTreeMap::new();
    for (number, role) in (1..).zip(roles) {
        let user = UserId(number);
        let roles = vec![RoleAt { role: *role, place: place(*role) }];
        let login = role.code().to_lowercase();
        let new = account::New { user, name: "Kim Berg".to_owned(), login, password: None, roles };
        account::create(&operator, new).await.unwrap();
        let token = sign_in::chosen(&office, user, now()).await.unwrap().0;
        cookies.insert(role.code(), format!("skollinjen_rum={token}"));
    }
    let site = Site {
        offices: BTreeMap::from([("rum".to_owned(), office)]),
        clock: Arc::new(|| (now(), today())),
        new_id: Arc::new(Uuid::nil),
        ..Site::empty(false)
    };
    Rooms { router: web::router(site), cookies, _folder: folder }
}

fn place(role: Role) -> Place {
    match role {
        Role::Mentor => Place::Class(Class { unit: UNIT, name: "7B".to_owned() }),
        Role::SchoolCounsellor
        | Role::SpecialEducator
        | Role::SchoolNurse
        | Role::HeadTeacher
        | Role::SchoolSocialWorker
        | Role::FamilyTherapist
        | Role::UnitManager => Place::Unit(UNIT),
        _ => Place::Room,
    }
}

impl Rooms {
    async fn get(&self, role: Role, path: &str) -> (StatusCode, String) {
        let request = Request::builder()
            .uri(format!("/rum{path}"))
            .header(header::HOST, "skollinjen.example")
            .header(header::COOKIE, self.cookies.get(role.code()).unwrap())
            .body(Body::empty())
            .unwrap();
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let status = answer.status();
        let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        (status, String::from_utf8_lossy(&bytes).into_owned())
    }

    /// A paper that comes, with its words.
    async fn paper(&self, role: Role, path: &str) -> String {
        let (status, html) = self.get(role, &format!("/blanketter/{path}")).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        assert!(!html.contains("[paper-") && !html.contains("[consent-") && !html.contains("[plan-"), "{path}");
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
        html
    }
}

const SCHOOL: &[Role] = &[
    Role::Mentor,
    Role::SchoolCounsellor,
    Role::SpecialEducator,
    Role::SchoolNurse,
    Role::HeadTeacher,
    Role::Coordinator,
    Role::Administrator,
    Role::ProtectedDataOfficer,
    Role::RecordsManager,
    Role::AccessReviewer,
];

async fn school() -> Rooms {
    room(RoomKind::School, cast::schools::EDUCATION.name, SCHOOL).await
}

#[tokio::test]
async fn at_a_school_they_are_for_those_who_refer_or_work_with_a_team() {
    let rooms = school().await;
    let has = [Role::SchoolCounsellor, Role::SpecialEducator, Role::HeadTeacher, Role::Coordinator];
    for role in SCHOOL {
        let expected = if has.contains(role) { StatusCode::OK } else { StatusCode::NOT_FOUND };
        for path in ["/blanketter", "/blanketter/information", "/blanketter/handlingsplan?latt"] {
            assert_eq!(rooms.get(*role, path).await.0, expected, "{role:?} {path}");
        }
        let (_, start) = rooms.get(*role, "/").await;
        assert_eq!(start.contains("href=\"/rum/blanketter\""), has.contains(role), "{role:?} in the menu");
    }
    assert_eq!(rooms.get(Role::HeadTeacher, "/blanketter/annat").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn at_a_social_board_they_are_for_everybody_and_in_a_region_for_nobody() {
    let roles =
        [Role::SchoolSocialWorker, Role::FamilyTherapist, Role::UnitManager, Role::Coordinator, Role::LeadGroup];
    let social = room(RoomKind::Social, cast::schools::SOCIAL.name, &roles).await;
    for role in roles {
        assert_eq!(social.get(role, "/blanketter").await.0, StatusCode::OK, "{role:?}");
    }
    let region = room(RoomKind::Region, "Region Björk", &[Role::Coordinator]).await;
    assert_eq!(region.get(Role::Coordinator, "/blanketter").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_room_stands_on_every_paper_as_the_authority_that_it_is() {
    let both = [
        (school().await, Role::HeadTeacher, cast::schools::EDUCATION.name, "Skolans huvudman"),
        (
            room(RoomKind::Social, cast::schools::SOCIAL.name, &[Role::UnitManager]).await,
            Role::UnitManager,
            cast::schools::SOCIAL.name,
            "Socialnämnd",
        ),
    ];
    for (rooms, role, name, label) in both {
        let (_, list) = rooms.get(role, "/blanketter").await;
        for paper in PAPERS {
            for path in [paper.to_owned(), format!("{paper}?latt")] {
                assert!(list.contains(&format!("href=\"/rum/blanketter/{path}\"")), "{path} is on the list");
                let html = rooms.paper(role, &path).await;
                let fields = html.split(&format!("sl-blank-label\">{label}<")).nth(1).unwrap_or_default();
                let value = fields.split("sl-blank-value\">").nth(1).and_then(|it| it.split('<').next());
                assert_eq!(value, Some(name), "{path}");
            }
        }
    }
}

#[tokio::test]
async fn each_paper_says_what_the_law_demands_in_both_registers() {
    let rooms = school().await;
    type Demanded = (&'static str, &'static [&'static str], &'static [&'static str], &'static [&'static str]);
    let demanded: [Demanded; 5] = [
        (
            "information",
            &["11 kap. 5 och 6 §§", "19 kap. 1 §", "21 kap. 2 §", "10 kap. 1 § och 12 kap. 2–3 §§"],
            &[
                "rätt att i stället, eller dessutom, ansöka hos socialtjänsten",
                "måste genast anmäla till socialnämnden",
                "säga nej nu eller när som helst senare",
                "Ett nej får inga följder i skolan",
                "ingen utredning av er familj",
                "Det som redan har lämnats finns kvar",
            ],
            &[
                "Det finns mer hjälp att få av socialtjänsten",
                "Då måste vi genast berätta det för socialtjänsten",
                "Du får säga nej i dag",
                "Inget blir sämre i skolan om du säger nej",
                "Det vi redan har berättat kan vi inte ta tillbaka",
            ],
        ),
        (
            "samtycke-till-stod",
            &["21 kap. 2 §", "6 kap. 11 och 13 §§", "19 kap. 1 §", "11 kap. 5 och 6 §§"],
            &[
                "alla vårdnadshavare säga ja",
                "12, 13 eller 14 år kan inte självt",
                "fyllt 15 år",
                "kan tas tillbaka när som helst",
                "Ett nej får inga följder i skolan",
            ],
            &[
                "Samtycke är ett annat ord för att säga ja",
                "Du kan ta tillbaka ditt ja när du vill",
                "inte säga ja helt själv",
            ],
        ),
        (
            "samtycke-till-uppgifter",
            &["10 kap. 1 § och 12 kap. 2–3 §§", "12 kap. 3 §", "29 kap. 14 §"],
            &[
                "Det som redan har lämnats finns kvar",
                "Det gäller genast",
                "kan tas tillbaka när som helst",
                "Kuratorn är budbärare",
                "inte av samtycket",
                "till och med den dag",
            ],
            &["Samtycke betyder att du säger ja", "Det gäller genast", "Det som vi redan har berättat finns kvar"],
        ),
        (
            "aktualisering",
            &["10 kap. 1 § och 12 kap. 2–3 §§"],
            &["Eleven och vårdnadshavarna läser det innan det lämnas"],
            &["Inget börjar innan ni har sagt ja"],
        ),
        (
            "handlingsplan",
            &["11 kap. 5 och 6 §§", "19 kap. 1 §"],
            &["stödet är frivilligt hela tiden", "ansöka om annat stöd", "Skyldigheten att anmäla oro"],
            &["Du kan säga nej till hjälpen när du vill", "Du kan också söka annan hjälp"],
        ),
    ];
    for (paper, laws, plain, easy) in demanded {
        let pages = [
            (rooms.paper(Role::HeadTeacher, paper).await, plain),
            (rooms.paper(Role::HeadTeacher, &format!("{paper}?latt")).await, easy),
        ];
        for (html, says) in pages {
            // Easy reading has each sentence in an element of its own.
            for sentence in laws.iter().chain(says) {
                assert!(html.contains(sentence), "{paper} does not say: {sentence}");
            }
        }
    }
}

#[tokio::test]
async fn the_consent_has_a_part_for_each_authority_with_its_own_kinds_and_one_place_to_sign() {
    use domain::{Side, consent::disclosure::ItemKind};
    let rooms = school().await;
    let html = rooms.paper(Role::SchoolCounsellor, "samtycke-till-uppgifter").await;
    let part = |heading: &str| html.split(heading).nth(1).unwrap().split("</section>").next().unwrap().to_owned();
    for (side, heading) in [(Side::School, "Del A:"), (Side::Social, "Del B:")] {
        let part = part(heading);
        for kind in ItemKind::ALL {
            let name = text::render(&text::Message::new(kind.sentence()), text::Language::Swedish);
            assert_eq!(part.contains(&format!(" {name}</li>")), kind.is_held_by(side), "{heading} {name}");
        }
        assert!(!part.contains("data-ticked") && part.contains("Gäller till och med"), "{heading}");
    }
    assert_eq!(html.matches(">Underskrifter<").count(), 1);
}
