# Sources: watched folders and services that speak SS 12000.

job-kind-folder = Watched folder
job-kind-ss12000 = Fetching by SS 12000

source-folder-taken = { $files ->
    [one] 1 file was taken in and is being read.
   *[other] { $files } files were taken in and are being read.
}
source-folder-known = { $files ->
    [one] 1 file had been taken in already and was put away.
   *[other] { $files } files had been taken in already and were put away.
}
source-folder-missing = The folder is not there, or cannot be reached just now. See that it is connected to the computer.
source-folder-closed = The program may not read the folder. Whoever looks after the computer needs to let it read and move files there.
source-folder-unmarked = The folder is not meant for this. Whoever looks after the computer puts an empty file named .skollinjen in it, and then it may be watched.
source-folder-not-emptied = The files were taken in, but could not be moved or deleted. The program needs to be allowed to change the folder. The same files are not taken again.
source-path-relative = Write the whole path, from the root: /srv/deliveries.
source-name-missing = Write a name for the source.
source-address-odd = Write a whole address that begins with https://.
source-client-missing = Write the id of the client.
source-weeks-odd = Write a number of weeks from 1 to 60.
source-secret-missing = Write the secret that your supplier has given you.
source-secret-anew = The address has changed. Write the secret again, so that it is not sent where it should not go.
source-pulled = Fetched: { $persons } persons, and { $lessons } lessons from { $from } on.
source-pulled-roster = Fetched: { $persons } persons. The service has no lessons.
source-try-in = Signing in works. The service answered with { $lists } lists.
source-try-lacking = The service does not have this: { $lists }.
source-try-empty = The folder can be read. It is empty just now.
source-try-files = The folder can be read, and there are files in it.

service-address-odd = The address cannot be understood ({ $list }).
service-address-open = The address is not encrypted ({ $list }). It must begin with https://.
service-broken = The service answered { $list } with error { $status }. It is tried again a little later.
service-busy = The service asked us to wait ({ $list }). It is tried again a little later.
service-gone = The list went away while it was fetched ({ $list }). It is fetched again from the beginning.
service-lacks = The service does not have { $list }, which is needed to know who the pupils are. Ask the supplier.
service-loop = The service gave the same page over and over ({ $list }). Nothing was taken in. Tell the supplier.
service-moved = The service has moved ({ $list }). Ask the supplier for the new address.
service-no-tls = Encryption could not be started ({ $list }).
service-not-json = The answer to { $list } is not SS 12000. Is the address right?
service-not-understood = The service did not understand the question about { $list }. Tell the supplier.
service-odd = The service answered { $list } with { $status }, which we did not expect. Tell the supplier.
service-sign-in-refused = The service did not accept the client or the secret ({ $list }). Write them again.
service-silent = The service does not answer ({ $list }). It is tried again a little later.
service-stopped-midway = The service stopped answering in the middle of { $list }. Nothing was taken in. It is tried again a little later.
service-token-nowhere = There is no sign-in at the address ({ $list }).
service-token-odd = The sign-in gave an answer that cannot be understood ({ $list }).
service-token-refused = The service does not accept our sign-in for { $list }. Ask the supplier whether we may read it.
service-token-silent = The sign-in does not answer ({ $list }). It is tried again a little later.
service-too-large = { $list } is larger than what is received.
service-truncated = The answer to { $list } broke off. It is tried again a little later.
service-unavailable = The service is closed just now ({ $list }). It is tried again a little later.
service-stage-organisations = fetching schools
service-stage-groups = fetching classes and groups
service-stage-persons = fetching persons
service-stage-duties = fetching duties
service-stage-activities = fetching activities
service-stage-events = fetching lessons
service-stage-attendances = fetching attendance
service-stage-sums = fetching sums

web-sources-title = Sources
web-sources-lead = Attendance is fetched from here by itself. What is fetched goes the same way as a file that somebody sends.
web-sources-none = No sources yet
web-sources-none-help = Watch a folder that the school's systems put files in, or fetch from a service that speaks SS 12000.
web-sources-go = To the sources
web-sources-new-folder = Watch a folder
web-sources-new-service = Fetch by SS 12000
web-sources-try = Try the connection
web-sources-read = Read now
web-sources-pause = Pause
web-sources-resume = Resume
web-sources-remove = Remove
web-sources-removing = Remove the source and its secret. What has been fetched already stays.
web-sources-caption = Sources, and how they are doing
web-sources-name = Name
web-sources-often = When
web-sources-ok = Last went well
web-sources-new = Last brought something
web-sources-do = Do
web-sources-tried = It went well
web-source-name = Name
web-source-path = Folder on the computer
web-source-path-hint = The whole path. Whoever looks after the computer puts an empty file named .skollinjen in the folder.
web-source-settle = A file has to lie untouched for so many seconds
web-source-marker = Wait for a file that ends in .klar
web-source-marker-hint = elever.csv.klar for one file, or leverans.klar for all.
web-source-after = When the files have been taken in
web-source-after-keep = Move them to the folder klart
web-source-after-delete = Delete them
web-source-minutes = Look this often, in minutes
web-source-base = Address of the service
web-source-base-hint = As your supplier has given it, with https:// and including v2.0.
web-source-lessons = Address of lessons, if it is another
web-source-sums = Address of sums, if it is another
web-source-by = Sign-in
web-source-by-client = Client and secret
web-source-by-token = A fixed token
web-source-token-address = Address where tokens are handed out
web-source-client = Id of the client
web-source-scope = Scope, if the supplier wants one
web-source-secret = Secret
web-source-secret-hint = It is never shown again.
web-source-secret-kept = There is a secret. Leave this empty to keep it. It is never shown again.
web-source-weeks = Lessons are read so many weeks back each time
web-source-at = Time of day
web-source-expect = Tell us after so many hours without anything new
web-source-expect-hint = Leave it empty not to be told.
web-source-number-odd = Write a whole number above zero.
web-source-time-odd = Write a time of day, as 04:30.
web-source-save = Save
web-done-source = The source is saved.
web-done-source-gone = The source is removed.
web-done-source-paused = The source is paused.
web-done-source-resumed = The source is read again.
web-done-source-asked = The source is read as soon as possible. See how it goes under Jobs.
