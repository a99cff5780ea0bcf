//! What the service has: the fixtures of the standard that `exchange` is tested with as files.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

/// The files, and the endpoints that they are answers of.
const LISTS: [(&str, &str); 7] = [
    ("organisations", "organisations.json"),
    ("groups", "groups.json"),
    ("persons", "persons.json"),
    ("activities", "activities.json"),
    ("calendarEvents", "calendar_events.json"),
    ("attendances", "attendances.json"),
    ("aggregatedAttendance", "aggregated_attendance.json"),
];

/// The lists of the fixtures.
pub fn town() -> BTreeMap<String, Vec<Value>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../exchange/fixtures/ss12000");
    let read = |(endpoint, file): (&str, &str)| {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        let pages = serde_json::Deserializer::from_str(&text).into_iter::<Value>();
        let entities = pages.flat_map(|page| match page.unwrap() {
            Value::Array(list) => list,
            mut page => page["data"].as_array_mut().map(std::mem::take).unwrap_or_default(),
        });
        (endpoint.to_owned(), entities.collect())
    };
    let duties = ("duties".to_owned(), vec![serde_json::json!({ "id": "d", "dutyRole": "Kurator" })]);
    LISTS.into_iter().map(read).chain([duties]).collect()
}
