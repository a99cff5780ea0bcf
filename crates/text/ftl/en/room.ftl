# The commands on rooms: make, show, check the journal.

room-created = The room { $room } of { $name } is made and stands in { $file }.
room-created-key = The key of the room is in { $file }. Keep a copy in a safe place, apart from the backup of the room: without the key nothing in the room can be read, not from a backup either.
room-configured = The room { $room } is in { $file } already. Nothing has changed. Choose another short name, or show the rooms with skollinjen room list.
room-not-configured = The room { $room } is not in { $file }. Show the rooms with skollinjen room list, or make it with skollinjen room create.
room-is-another = The database of { $room } in { $file } belongs to another room, { $found }. Correct kind or database in the file.
room-slug-reserved = The short name { $room } cannot be used, since the folder of that name is for something else. Choose another.
room-remains = { $file } exists, but the room is not in { $config }. If the room is in use, put its section back there. If it is what remains of a room that was never finished, remove { $file } and try again.
room-unfinished = { $reason } The room was not finished and is not in the configuration. Remove { $files } before you try again. If the database is in PostgreSQL, empty that too.
room-keys-open-to-others = Others than the owner can get at the folder { $file }, where the keys are. Run chmod 700 on it and try again.
room-list-none = There are no rooms in { $file }. Make one with skollinjen room create.
room-list-closed = (cannot be opened)

config-unknown-key = { $file }, line { $line }: there is no { $key }. Correct the spelling or remove it.
config-broken = { $file }, line { $line }: cannot be understood. See that quotation marks and brackets are whole, and that each room has kind, database, attendance and key_file.
config-entry = { $file }: the section on the room { $room } cannot be used. The short name may have a–z, digits and hyphens, kind must be school, social or region, and no value may be empty.

journal-whole = The journal is whole. Entries: { $entries }. Last hash: { $hash }. Note the number and the hash outside the room: then it shows later if the end was taken away.
journal-broken-missing = The journal is broken: entry { $entry } is missing. Change nothing in the database, keep a copy of it and tell whoever is responsible for information security.
journal-broken-changed = The journal is broken: entry { $entry } was changed since it was written. Change nothing in the database, keep a copy of it and tell whoever is responsible for information security.
journal-broken-anchor = The journal is broken: entry { $entry } is not the one noted outside the room. Change nothing in the database, keep a copy of it and tell whoever is responsible for information security.
