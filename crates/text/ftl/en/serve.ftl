# The commands that work in a room: import, accounts, the server and the demo.

import-room-done = Done. { $rows } lesson rows of { $pupils } pupils are read. Schools that changed: { $changed }. On the school's list: { $listed } pupils.
import-stage-reading = lesson rows
import-stage-roster = pupils
import-stage-writing = writing the history
import-stage-scanning = computing signals
import-stage-storing = pupils' results

account-created = The account { $login } is made. The second factor is set up with an app for one-time codes at the first sign-in.
account-password = The first password is shown only here. Hand it to the person in a safe way:
account-class-without-unit = Give the school too, with --unit: two schools may have classes of the same name.

room-described = The room now knows { $schools } schools and { $years } school years from the file.
describe-broken = { $file }, line { $line }: cannot be understood. The file has sections [[school]] with unit and name, and [[year]] with start, terms, breaks and study_days.
describe-date = { $file }: a date cannot be read. Write dates as 2026-11-22.

serve-ready = Skollinjen answers at { $address }. End it with Ctrl-C.
serve-open = Other machines reach this address without encryption: passwords and names can be overheard. Give a certificate with --cert and --key, or put a proxy with TLS in front and add --https.
serve-taken = Cannot listen at { $address }. Another program may use the port. Choose another with --listen or --port.
serve-first-run = The room { $room } has no account yet. Open { $address } and write the code { $code } to make the first.

demo-parts = parts of the municipality
demo-made = Björkstad is made: { $pupils } pupils, { $rows } lesson rows and { $episodes } cases, in { $seconds } seconds. Everybody in it is made up.
demo-ready = Open { $address } in the browser and choose whom to be. End it with Ctrl-C.
demo-unfinished = The demo in { $file } was not finished the last time. Remove the folder, or give another with --data.
demo-foreign-room = The room { $room } in { $file } was not made by the demo, and the demo touches nothing else. Give another folder with --data.

verify-whole = The room is whole. Pupils: { $pupils }. Statements: { $statements }. Journal entries: { $entries }. Files: { $files } with { $rows } lesson rows. Leftovers: { $leftovers }. Fingerprints: results { $results } roster { $roster }
verify-journal = The journal is broken. Run skollinjen journal verify, which says where. Change nothing in the database, and tell whoever is responsible for information security.
verify-results = The figures of the lists were computed from other files than those that count. Import the latest files again.
verify-marks = A mark on the work list does not agree with what is documented. Keep a copy of the database and report the fault.
