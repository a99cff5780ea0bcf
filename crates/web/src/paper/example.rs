//! The papers filled in, for the gallery: one pupil who does not exist, with two guardians, both sides agreed.

use domain::{
    Day, SchoolForm, Side,
    consent::{
        How,
        disclosure::{Authority, DisclosureConsent, ItemKind, Method, Signature, Signer},
        intervention::{Answer, Asked, Custody, Said, Suitability, View},
    },
    episode::{
        Programme,
        body::{GradeSaid, Referral},
    },
    plan::{
        Agreement, For, Frequency, Goal, GoalKind, Item, Level, Party, Person, Plan, Span, Voice as Word, Word as Says,
    },
};
use jiff::civil::date;
use maud::Markup;
use text::Language;

use super::{
    Disclosure, Information, Names, PlanPaper, ReferralPaper, Register, Support, Voice, consent_disclosure,
    consent_support, information, plan, referral,
};
use crate::ui::Example;

/// Every paper.
pub(crate) const EXAMPLES: &[Example] = &[
    ("information", information_sheet),
    ("support", support),
    ("disclosure", disclosure),
    ("referral", school_referral),
    ("plan", action_plan),
];

const GUARDIANS: [&str; 2] = ["Helena Norling", "Pär Norling"];

const NAMES: Names<'static> = Names {
    school: "Utbildningsnämnden i Björkstad",
    social: "Socialnämnden i Björkstad",
    unit: "Björkskolan",
    pupil: "Elin Norling",
    born: "2013-04-02",
    guardians: &GUARDIANS,
};

fn voice(language: Language) -> Voice {
    Voice { language, register: Register::Plain }
}

fn day() -> Day {
    Day::of(date(2026, 11, 20))
}

fn person(name: &str) -> Person {
    Person { id: String::new(), name: name.to_owned() }
}

fn information_sheet(language: Language) -> Markup {
    let it = Information {
        names: NAMES,
        school_contact: "Maria Lindgren, kurator, 000-00 00 01",
        social_contact: "Leila Karimi, skolsocionom, 000-00 00 02",
    };
    information(&it, Voice { language, register: Register::Easy })
}

fn support(language: Language) -> Markup {
    let answer =
        |name: &str, said, how| Answer { guardian: name.to_owned(), name: name.to_owned(), said, how, day: day() };
    let asked = Asked {
        day: day().plus(7),
        age: 13,
        custody: Custody::Two,
        guardians: vec![answer("Helena Norling", Said::Yes, Some(How::OnTheSpot))],
        child: View::Wants,
        words: "Jag vill prova, om det inte blir för många vuxna.".to_owned(),
        suitability: Suitability::NotJudged,
        note: String::new(),
    };
    consent_support(&Support { names: NAMES, asked: Some(&asked) }, voice(language))
}

fn disclosure(language: Language) -> Markup {
    let of = |side| match side {
        Side::School => Authority { id: "utbildning".to_owned(), name: NAMES.school.to_owned(), side },
        Side::Social => Authority { id: "social".to_owned(), name: NAMES.social.to_owned(), side },
    };
    let signed =
        |name: &str| Signature { who: Signer::Guardian, id: name.to_owned(), name: name.to_owned(), day: day() };
    let given = DisclosureConsent {
        from: of(Side::School),
        to: of(Side::Social),
        items: vec![ItemKind::Attendance, ItemKind::Contact, ItemKind::Referral, ItemKind::PupilsWords],
        first: day(),
        last: day().plus(180),
        remind: day().plus(150),
        method: Method::Paper,
        signatures: GUARDIANS.map(signed).to_vec(),
        assessment: "Elin har fått läsa och vill att föräldrarna skriver under.".to_owned(),
        school: "90000101".to_owned(),
        replaces: None,
    };
    consent_disclosure(&Disclosure { names: NAMES, given: &[&given] }, voice(language))
}

fn school_referral(language: Language) -> Markup {
    let programme = Programme {
        code: "skolsocialt-team".to_owned(),
        two_sided: true,
        consent: true,
        answer_days: 3,
        start_days: 10,
        plan_days: 10,
        review_weeks: 4,
        most_months: 6,
        prolong_months: 2,
        prolong_times: 2,
        pause_days: 30,
    };
    let said = Referral {
        by: person("Birgitta Åström"),
        day: day(),
        programme,
        grade: GradeSaid { form: SchoolForm::CompulsorySchool, level: 7, school_year: 2026 },
        asks: "Stöd på morgnarna och någon som träffar Elin utanför skolan.".to_owned(),
        tried: "Samtal varje vecka och en lugn ingång. Det hjälpte på tisdagarna.".to_owned(),
        pupil: "Det är värst att gå in när alla tittar.".to_owned(),
        continues: None,
    };
    let it = ReferralPaper {
        names: NAMES,
        programme: "Skolsocialt team",
        reach: "Helena Norling, 000-00 00 03, helst efter 16",
        interpreter: "",
        under: "2026-11-20",
        referral: Some(&said),
    };
    referral(&it, voice(language))
}

fn action_plan(language: Language) -> Markup {
    let levels = ["Ingen morgon", "En morgon ibland", "Två morgnar i veckan", "Tre morgnar", "Alla morgnar"];
    let goal = Goal {
        id: "1".to_owned(),
        kind: GoalKind::Attendance,
        words: "Två morgnar i veckan, med någon som möter mig.".to_owned(),
        levels: levels.map(str::to_owned),
        start: Some(Level::Less),
    };
    let item = Item {
        id: "1".to_owned(),
        category: "T6".to_owned(),
        activity: "mornings".to_owned(),
        words: "Möts vid busshållplatsen.".to_owned(),
        frequency: Frequency { times: 2, per: Span::Week },
        minutes: 45,
        from: day(),
        review: day().plus(14),
        side: Side::Social,
        person: person("Leila Karimi"),
        whom: For::Pupil,
        group: None,
        goals: vec!["1".to_owned()],
    };
    let said = |party, name: &str, word| Word {
        party,
        name: name.to_owned(),
        word,
        how: (word != Says::Waiting).then_some(How::OnTheSpot),
        day: (word != Says::Waiting).then(day),
        words: String::new(),
    };
    let agreement = Agreement {
        at_meeting: true,
        voices: vec![
            said(Party::Pupil, "Elin Norling", Says::No),
            said(Party::Guardian, "Helena Norling", Says::Yes),
            said(Party::Social, "Leila Karimi", Says::Waiting),
        ],
    };
    let agreed = Plan {
        goals: vec![goal],
        items: vec![item],
        review: day().plus(28),
        words: "Det får inte bli för mycket på en gång.".to_owned(),
    };
    let it = PlanPaper {
        names: NAMES,
        plan: Some(&agreed),
        agreement: Some(&agreement),
        activity: &|_| "Struktur i vardagen: sällskap på morgonen".to_owned(),
    };
    plan(&it, voice(language))
}
