//! Permits about one pupil: asked for at each school where the pupil is enrolled, until one gives it.

use access::{Act, Permit, PupilAt, PupilId, Read, ReadAct, Target, Write, WriteAct};
use domain::step::StepKind;
use text::Message;

use super::zones;
use crate::{Cx, Failure, Result};

/// The schools and classes where a pupil is enrolled today.
pub(crate) async fn places(cx: &Cx, pupil: PupilId) -> Result<Vec<PupilAt>> {
    Ok(room::relations::of_pupil(cx.room(), pupil, cx.today()).await?)
}

/// A permit at one of the places, and which. No places, for a pupil who does not exist, is a no like the others.
fn at<A: Act>(cx: &Cx, places: &[PupilAt], act: A, no: &'static str) -> Result<(PupilAt, Permit<A::Kind>)> {
    for place in places {
        if let Ok(permit) = cx.access().decide(cx.actor(), act, &Target::Pupil(place.clone())) {
            return Ok((place.clone(), permit));
        }
    }
    Err(Failure::Denied(Message::new(no)))
}

/// To read something about a pupil.
pub(crate) fn read(cx: &Cx, places: &[PupilAt], act: ReadAct) -> Result<Permit<Read>> {
    let no = if matches!(act, ReadAct::ReadStepContent(_)) { "denied-content" } else { "denied-pupil" };
    at(cx, places, act, no).map(|(_, permit)| permit)
}

/// To document a step of a kind in a zone, and at which school.
pub(crate) fn document(cx: &Cx, places: &[PupilAt], zone: access::Zone) -> Result<(PupilAt, Permit<Write>)> {
    at(cx, places, WriteAct::DocumentStep(zone), "denied-content")
}

/// To decide on an inquiry.
pub(crate) fn inquiry(cx: &Cx, places: &[PupilAt]) -> Result<Permit<Write>> {
    at(cx, places, WriteAct::DecideInquiry, "denied-inquiry").map(|(_, permit)| permit)
}

/// The zones that the actor may write a kind of step in about the pupil, the usual one first. None when she or he may
/// not document it at all.
pub(crate) fn zones(cx: &Cx, places: &[PupilAt], kind: StepKind) -> Vec<access::Zone> {
    if kind.is_inquiry_decision() && inquiry(cx, places).is_err() {
        return Vec::new();
    }
    zones::offered(kind, |zone| document(cx, places, zone).is_ok())
}
