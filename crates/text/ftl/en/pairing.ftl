# Pairing rooms: the commands, and the job that sends letters.

pair-offered = The file { $file } is for the other room. It is not secret. Read this code out to them by telephone: { $code }
pair-offered-here = The file { $file } is for a room on the same server. If the other room is on another server, run the command again with --address. The code to read out: { $code }
pair-done = Paired with { $name }. Letters can go when they have done the same with the file and the code from here.
peers-own-code = This room’s own code: { $code }
peers-none = The room is not paired with any other.
peers-nothing-waits = No letters are waiting.
peers-waiting = { $count ->
    [one] 1 letter has been waiting since { $since }.
   *[other] { $count } letters are waiting, the first since { $since }.
}
job-kind-door = Letters to other rooms
job-door-done = Delivered: { $delivered }. Taken in: { $taken }. Refused or stopped: { $ended }. Rooms that could not be reached: { $rooms }.
unpair-done = The pairing has ended. { $count ->
    [0] No letters were waiting.
    [one] 1 letter that was waiting has been stopped.
   *[other] { $count } letters that were waiting have been stopped.
}
