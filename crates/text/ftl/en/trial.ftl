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
backup-same-second = A backup of the same room was made in { $file } within the same second. Wait a second and try again.
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

destroy-ask = Everything in the room { $room } on this machine is removed: the database, the key, the attendance files and the backups that the room knows of. It cannot be undone. Write the room's short name to go on:
destroy-not-agreed = That was not the room's short name. Nothing has been removed.
destroy-receipt = The receipt is in { $file }, to print and keep, and for machines in { $machine }.
destroy-not-all = Not everything could be removed. What is left is in the receipt. Remove it by hand.
config-not-removed = The section of the room { $room } in { $file } cannot be removed by itself. Remove it by hand and run the command again.

receipt-title = Receipt that the room { $room } has been removed. { $name }
receipt-when = Begun { $begun }, done { $ended } (UTC).
receipt-who = Done by { $by } with Skollinjen { $program }.
receipt-held = The database held { $rows } rows in { $tables } tables. The last entry of the journal was number { $entries }, with hash { $hash }.
receipt-key = the room's key
receipt-database = the database
receipt-attendance = the attendance files
receipt-folder = the room's folder
receipt-backup = a backup
receipt-gone = Removed, and no longer there: { $what }, { $place } (files: { $files }).
receipt-left = NOT removed: { $what }, { $place }. It could not be reached, or has been moved. Remove it by hand.
receipt-whole = Afterwards it was checked that the database, the key and the files above are no longer there.
receipt-not-whole = Not everything is gone. What is left is above.
receipt-elsewhere = The program reaches this machine only. Copies elsewhere remain until you remove them: backups of the machine, copies of the key, the files that were imported, and what has been printed. Removing a file does not write over the disk; the key was removed first, so what was sealed cannot be read without a copy of it, but the attendance files were not sealed.
receipt-sign = Date and signature
