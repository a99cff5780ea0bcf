# What stands in the way in a room, and who may do what. A no never says whether a pupil exists.

denied-pupil = There is nothing here that you may see. You see pupils in the classes and at the schools where you have a role that covers it. If your work needs more, turn to whoever looks after accounts where you work.
denied-content = This part of the records is not open to your role. Who may read and write depends on where the text belongs. Ask those who work there if there is something you need to know.
denied-list = Your role gives no list of pupils. If you have been given a new role, ask whoever looks after accounts to enter it.
denied-numbers = Your role does not cover these figures. The head teacher sees those of the own school, the coordinator those of the whole room.
denied-journal = The journal is reviewed by those appointed to do so, and by the head teacher for the own school. If you wonder about something in it, turn to them.
denied-inquiry = The head teacher decides whether absence is to be investigated. Tell the head teacher what you have seen, and the decision can be made there.
denied-protected = Protected personal data is handled only by the officer appointed for it. Turn to that person, by word of mouth if you can.
denied-import = Your role does not cover importing files or computing again. Ask whoever looks after the system.
denied-settings = Your role does not cover settings, accounts, purges or operation. Turn to whoever looks after the system.
denied-fault = It could not be decided whether you may do this, so the answer was no. The fault is the program's and not yours. Try again, and tell whoever looks after the system if it comes back.

room-slug = The room's short name or name cannot be used. The short name may have at most 40 characters: lower-case letters a–z, digits and hyphens, but no hyphen first. The name must not be empty.
room-exists = There is a room or a file there already, and nothing is written over. Give a new file or an empty database.
room-missing = There is no room in { $file }. Check the path. If the file is gone, restore it from a backup.
room-empty = The database can be opened but holds no room. Check the address. If a new room is to be made, give a new file or an empty database.
room-newer = The room was written by a newer version of the program. Update the program and try again.
room-database-unknown = The address of the database cannot be understood. Write sqlite: and a path, or postgres:// and user, machine and database.
room-key-missing = The key file { $file } does not exist, and the room cannot be opened without it. Put it back from where it is kept. A new key does not help.
room-key-exists = There is a file { $file } already, and it may be another room's key. Nothing is written over. Give another place for the key.
room-key-broken = { $file } is no key: a key is 64 characters, 0–9 and a–f, on one line. Put the file back as it was.
room-key-open-to-others = The key file { $file } may be read by others than it should. Give only its owner rights to it (chmod 600) and try again. Find out who may have read it.
room-key-wrong = The key in { $file } does not open this room. Give the room's own key file. If it is that one, the database may have been changed: restore it from a backup.
room-other-school = The file holds pupils of another school than the import is for. Those rows have not been saved. Import each school by itself, or the whole room.
room-number-twice = Two pupil numbers have the same personal number. Those rows have not been saved. Correct it in the source and import again.
room-page-too-long = The page has too many pupils: at most 500 are shown at a time. Show fewer.
