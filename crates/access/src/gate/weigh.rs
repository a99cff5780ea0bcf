//! The decisions: one gate about one item, or every gate for a page.

use cedar_policy::Decision;
use domain::Day;

use crate::{
    Access, Actor, Reason, UserId,
    gate::{Crossing, Evidence, Gate, ItemFacts, Passage, Passed, Refused, Tried, facts::facts},
};

impl Access {
    /// Whether one item may leave through one gate, on the evidence at hand. It is asked again when the letter leaves.
    ///
    /// Who may send a letter about an episode at all is another question, of [`WriteAct::SendLetter`](crate::WriteAct).
    ///
    /// # Errors
    /// [`Refused`] with what is missing, when no policy of the gate permits it, or one forbids it.
    pub fn weigh(
        &self,
        actor: &Actor,
        gate: Gate,
        crossing: &Crossing,
        item: &ItemFacts,
        evidence: &Evidence,
        day: Day,
    ) -> Result<Passage, Refused> {
        let reasons = self.ask_gate(actor, gate, crossing, item, evidence, day)?;
        Ok(Passage::new(Passed {
            actor: actor.to_string(),
            gate,
            reasons,
            item: item.item,
            kind: item.kind,
            zone: item.zone,
            episode: crossing.episode,
            recipient: crossing.recipient,
            day,
            weighed_by: weighed_by(gate, evidence),
            evidence: documented(gate, evidence),
        }))
    }

    /// What every gate says of one item, in the order of [`Gate::ALL`]: for a page that can be printed.
    pub fn tried(
        &self,
        actor: &Actor,
        crossing: &Crossing,
        item: &ItemFacts,
        evidence: &Evidence,
        day: Day,
    ) -> Vec<Tried> {
        let ask = |gate| self.ask_gate(actor, gate, crossing, item, evidence, day);
        Gate::ALL.iter().map(|gate| Tried { gate: *gate, outcome: ask(*gate) }).collect()
    }

    /// Every policy that can let something through, with its ground in law: for documentation.
    pub fn gate_reasons(&self) -> Vec<Reason> {
        self.gates.permitting()
    }

    fn ask_gate(
        &self,
        actor: &Actor,
        gate: Gate,
        crossing: &Crossing,
        item: &ItemFacts,
        evidence: &Evidence,
        day: Day,
    ) -> Result<Vec<Reason>, Refused> {
        let fault = || Refused::fault(gate);
        let asked = facts(&self.gates.schema, actor, gate, crossing, item, evidence, day).map_err(|_| fault())?;
        let answer = self.cedar.is_authorized(&asked.request, &self.gates.set, &asked.entities);
        if answer.diagnostics().errors().next().is_some() {
            return Err(fault());
        }
        let ids: Vec<String> = answer.diagnostics().reason().map(ToString::to_string).collect();
        if answer.decision() == Decision::Deny {
            return Err(Refused::by(gate, &ids));
        }
        let mut reasons: Vec<Reason> = ids.into_iter().filter_map(|id| self.gates.reason(id)).collect();
        reasons.sort();
        Ok(reasons)
    }
}

fn weighed_by(gate: Gate, all: &Evidence) -> Option<UserId> {
    let weighing = match gate {
        Gate::GeneralClause => all.interest.map(|it| it.weighing),
        Gate::OwnTask => all.own_task.map(|it| it.weighing),
        Gate::CareOfChild | Gate::HealthCareOfChild => all.care.map(|it| it.weighing),
        Gate::PupilHealth => all.support.map(|it| it.weighing),
        Gate::Harmless => all.harm_test.map(|it| it.weighing),
        Gate::Reservation => all.reservation.map(|it| it.weighing),
        Gate::SameBoard => all.by_board.map(|it| it.weighing),
        Gate::Consent | Gate::DutyToNotify | Gate::DutyToInform | Gate::Feedback | Gate::OtherBoard => None,
    };
    weighing.map(|it| it.by)
}

fn documented(gate: Gate, all: &Evidence) -> Option<u128> {
    match gate {
        Gate::Consent => all.consent.as_ref().map(|it| it.id),
        Gate::DutyToInform => all.inquiry.map(|it| it.id),
        Gate::Feedback => all.feedback.map(|it| it.notification),
        Gate::OtherBoard => all.request.map(|it| it.id),
        _ => None,
    }
}
