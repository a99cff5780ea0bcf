//! What people call a kind of job, and the job that reads a source.

use text::{Arg, Message};

/// The sentence that names a kind: `job-kind-` and its code.
pub fn name(kind: &str) -> Message {
    Message::new(text::known(&format!("job-kind-{kind}")).unwrap_or("job-kind-other"))
}

/// The sentence that names a job: with what people call its source, when it reads one.
pub(crate) fn name_with(kind: &str, source: Option<&String>) -> Message {
    let code = match kind {
        "folder" => "job-source-folder",
        "ss12000" => "job-source-ss12000",
        _ => return name(kind),
    };
    source.map_or_else(|| name(kind), |source| Message::new(code).with("source", Arg::Text(source.clone())))
}
