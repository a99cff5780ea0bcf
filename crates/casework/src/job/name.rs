//! What people call a kind of job.

use text::Message;

/// The sentence that names a kind: `job-kind-` and its code.
pub fn name(kind: &str) -> Message {
    Message::new(text::known(&format!("job-kind-{kind}")).unwrap_or("job-kind-other"))
}
