//! What an import that was killed leaves in the attendance folder goes when the server starts: what was half written at
//! once, whole files when they have been left over for 30 days.

use absence::synth::demo::Demo;

use crate::delivery::{Delivery, lesson_files};
use crate::server::Server;

#[test]
fn what_a_killed_import_left_goes_when_the_server_starts() {
    let folder = tempfile::tempdir().unwrap();
    let (folder, day) = (folder.path(), crate::demo().as_of);
    Server::start(folder, "first", day).kill();
    let before = lesson_files(folder);
    Delivery::of(&Demo { seed: 8, ..crate::demo() }, "").import_killed(folder, "killed");
    // It may have been between two files: then one more is begun.
    std::fs::write(before.first().unwrap().with_file_name("new.part"), "half").unwrap();
    let is_part = |path: &std::path::PathBuf| path.extension().is_some_and(|ending| ending == "part");
    let mut left = lesson_files(folder);
    left.retain(|path| !is_part(path));

    Server::start(folder, "second", day).stop();
    assert_eq!(lesson_files(folder), left, "half a file goes at once, and a whole one is kept for a while");
    Server::start(folder, "third", day.plus(30)).stop();
    assert_eq!(lesson_files(folder), left, "on the thirtieth day");
    Server::start(folder, "fourth", day.plus(31)).stop();
    assert_eq!(lesson_files(folder), before, "what counts is all that is there");
}
