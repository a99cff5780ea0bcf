# Trying it on one's own machine: certificates, backups, and removing a room.

tls-read-again = The certificate in { $file } has been read anew and is used from now on.
tls-cert-broken = { $file } is no certificate that can be read. The file should be PEM (-----BEGIN CERTIFICATE-----), the server's own certificate first and then those that lead to a root.
tls-cert-expired = The certificate in { $file } has expired. Get a new one and try again. Until then nobody gets in safely.
tls-cert-early = The certificate in { $file } is not valid yet. Check that the clock of the machine is right, or wait until it is valid.
tls-key-broken = { $file } is no private key that can be read. The file should be PEM (-----BEGIN PRIVATE KEY-----), without a password.
tls-pair = The key { $key } does not belong to the certificate in { $file }. Give the key that the certificate was made with.

backup-disk-full = The disk is full, so the backup was not made. Make room, or choose another folder, and try again.
backup-folder-missing = The folder { $file } does not exist. Make it first, or give another.
backup-running = A backup of the same room is being made in { $file } already. Wait until it is done.
backup-files-changing = The room's files changed all the time while the backup was made. Wait until the import is done and try again.

restore-not-a-backup = The file is no backup from Skollinjen. Give a file that skollinjen backup has made.
restore-not-whole = The backup is not whole: something is missing or damaged. Nothing has changed. Take another backup.
restore-changed = The backup was changed since it was made, or made with another room's key. Nothing has changed. Take another backup, and tell whoever is responsible for information security.
restore-journal-broken = The journal in the backup is broken. Nothing has changed. Take another backup, and tell whoever is responsible for information security.
restore-another-room = The backup is of the room { $room }. Give that room with --room.
restore-holds-something = The room holds something already, and nothing has changed. If you want to replace it by what is in the backup, add --replace. Make a backup of what is there first.
restore-holds-another = The database holds another room, which is not touched. Give an empty database.

backup-made = The backup is done: { $file } ({ $megabytes } MB). Rows: { $rows }. Attendance files: { $files }. SHA-256: { $digest }. The room's key is not in it; keep a copy of the key apart.
restore-key-missing = The key file { $file } does not exist, and without the room's own key the backup cannot be read. Put the key back there, with mode 600, from where it is kept. A new key does not help.
restore-done = The room { $room } is restored from the backup made { $made } UTC. Rows: { $rows }. Attendance files: { $files }. Entries in the journal: { $entries }, and the journal is whole. Everybody has to sign in again.
room-held = The room { $room } is being served, or looked after by another command. Stop that first and try again.
room-held-alone = The room { $room } is being restored or removed. Wait until it is done.
