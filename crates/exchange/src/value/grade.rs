//! School forms and levels as systems write them: codes of SS 12000, of Edlevo, and Swedish names.

use domain::SchoolForm;
use domain::bad_row::Problem;

use super::{Value, present};

/// The school form, if it is one with compulsory attendance. `TR` was träningsskola, now part of anpassad grundskola.
pub fn school_form(text: &str) -> Value<SchoolForm> {
    let text = present(text)?.to_lowercase();
    Ok(match text.as_str() {
        "fklass" | "fk" | "f" | "förskoleklass" => SchoolForm::PreschoolClass,
        "gr" | "grundskola" | "grundskolan" => SchoolForm::CompulsorySchool,
        "grs" | "tr" | "angr" | "anpassad grundskola" | "grundsärskola" | "träningsskola" => {
            SchoolForm::AdaptedCompulsorySchool
        }
        "sp" | "specialskola" | "specialskolan" => SchoolForm::SpecialSchool,
        "sam" | "sameskola" | "sameskolan" => SchoolForm::SamiSchool,
        _ => return Err(Problem::UnknownSchoolForm),
    })
}

/// The level: `7`, `åk 7`, `Åk7`, `årskurs 7`; `F`, `FK`, `F-klass`, `förskoleklass` and `0` are 0.
pub fn level(text: &str) -> Value<u8> {
    let text = present(text)?;
    // the usual row has digits only
    if let Some(level) = text.parse().ok().filter(|level| *level <= 10) {
        return Ok(level);
    }
    let text = text.to_lowercase();
    if ["f", "fk", "f-klass", "fklass", "förskoleklass", "åk f", "åk 0"].contains(&text.as_str()) {
        return Ok(0);
    }
    let text = ["årskurs", "åk.", "åk", "grade"].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(&text);
    match super::number::whole(text)? {
        level @ 0..=10 => u8::try_from(level).map_err(|_| Problem::OutOfRange),
        _ => Err(Problem::OutOfRange),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_and_forms_have_many_writings() {
        for text in ["7", "åk 7", "Åk7", "Årskurs 7", "7,0"] {
            assert_eq!(level(text), Ok(7), "{text}");
        }
        for text in ["0", "F", "F-klass", "Förskoleklass"] {
            assert_eq!(level(text), Ok(0), "{text}");
        }
        assert_eq!(level("11"), Err(Problem::OutOfRange));
        assert_eq!(level("7B"), Err(Problem::NotANumber));
        assert_eq!(school_form("TR"), Ok(SchoolForm::AdaptedCompulsorySchool));
        assert_eq!(school_form("Grundskola"), Ok(SchoolForm::CompulsorySchool));
        assert_eq!(school_form("GY"), Err(Problem::UnknownSchoolForm));
    }
}
