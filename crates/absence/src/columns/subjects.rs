//! Subject codes as small numbers, shared by all files and threads of a scan.

use std::sync::RwLock;

use crate::failure::{Failure, Result};

/// The subjects met so far. Numbers are given in the order of meeting and mean nothing else.
#[derive(Debug, Default)]
pub struct Subjects(RwLock<Vec<Box<str>>>);

impl Subjects {
    /// The number of a subject code, given now if it is new.
    pub fn number(&self, code: &str) -> Result<u16> {
        if let Some(found) = self.find(code) {
            return Ok(found);
        }
        let mut names = self.0.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        let place = match names.iter().position(|name| **name == *code) {
            Some(place) => place,
            None => {
                names.push(code.into());
                names.len() - 1
            }
        };
        u16::try_from(place).map_err(|_| Failure::Refused(text::Message::new("too-many-subjects")))
    }

    fn find(&self, code: &str) -> Option<u16> {
        let names = self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        names.iter().position(|name| **name == *code).and_then(|place| u16::try_from(place).ok())
    }

    /// The code of a number; empty when it was never given.
    pub fn name(&self, number: u16) -> String {
        let names = self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        names.get(usize::from(number)).map(|name| name.to_string()).unwrap_or_default()
    }

    /// The length of a code in bytes; 0 for the empty code and for a number that was never given.
    pub fn length(&self, number: u16) -> usize {
        let names = self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        names.get(usize::from(number)).map_or(0, |name| name.len())
    }

    /// All codes, by number.
    pub fn names(&self) -> Vec<Box<str>> {
        self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }

    /// For each number, its place in the order of codes.
    pub fn order(&self) -> Vec<u16> {
        let names = self.names();
        let place = |name: &str| names.iter().filter(|other| other.as_ref() < name).count();
        names.iter().map(|name| u16::try_from(place(name.as_ref())).unwrap_or(u16::MAX)).collect()
    }
}
