# The page Other rooms: which rooms this one sends letters to.

web-nav-peers = Other rooms
web-peers-title = Other rooms
web-peers-lead = Letters only go between rooms that are paired. A person on each side does that, once.
web-peers-none = No other room yet
web-peers-none-help = Hand over the file from here, take theirs, and read the codes out to each other by telephone.
web-peers-caption = Paired rooms
web-peers-name = Authority
web-peers-since = Since
web-peers-letters = Letters
web-peers-do = Action

web-peers-own = What you hand over
web-peers-own-help = The file is not secret. Send it to the other room, then call them and read out the code.
web-peers-code = The code to read out
web-peers-address = Address of the server
web-peers-address-hint = For example https://skola.kommunen.se. If the other room is on the same server, leave it empty.
web-peers-file = Get the file

web-peers-other = What you take
web-peers-other-help = Call the other room on a number that you know from before, and type the code that you hear.
web-peers-offer = The text of their file
web-peers-offer-hint = Open the file and paste all of it, from the first line to the last.
web-peers-heard = The code that you heard
web-peers-heard-hint = Eight groups of five digits.
web-peers-pair = Pair

web-peers-end = End the pairing
web-peers-end-title = End the pairing with { $name }?
web-peers-end-lead = After that nothing is taken from that room, and nothing goes there. What has been sent stays on both sides.
web-peers-end-waiting = Those letters are stopped, and are not sent if the rooms are paired anew.
web-done-peer = The rooms are paired from here. Letters can go when they have done the same.
web-done-peer-ended = The pairing has ended.
