# The door between rooms: letters that do not arrive or are not taken, and rooms that are paired.

door-address = Letters cannot be sent to that address. Write https:// and the address that the other authority has given.
door-code-differs = The code does not fit the text from the other room. Telephone them on a number that you know from before, and compare digit by digit. If it still differs, do not use the text.
door-key-changed = That room is paired already, with another key. Find out why the key is new. Then unpair the rooms and pair them anew.
door-letter-id-taken = Another letter has the same number already, and it stays as it is. Write the letter anew.
door-letter-not-waiting = The letter no longer waits. It has arrived, was stopped or was refused: see which, and contact the recipient if it is to be taken back.
door-letter-too-large = The letter is too large: one megabyte at most. Send fewer parts at a time.
door-newer = The other authority has a later version of the program. The letter is kept. Update the program here.
door-newer-here = The other authority has an earlier version of the program, which does not understand the letter. It is kept and sent again. Ask them to update.
door-no-answer = The other room has not answered, and it is not certain whether the letter arrived. It is sent again by itself, and still counts only once.
door-no-tls = The computer lacks the certificates that secure connections need. Ask whoever looks after the computer to install them.
door-not-for-us = The letter was written to another room, or to a key that holds no longer. Check the pairing and write the letter anew.
door-not-known-there = The other room takes no letters from here. Ask them to see whether the rooms are paired with them too. The letter is kept and sent again.
door-not-paired = The rooms are not paired, so no letter can go there. Pair them first.
door-offer-unreadable = The text from the other room is not whole. Ask them to send it again, and paste it as it is, from the first line to the last.
door-own-room = That is this room's own text. Paste the one that the other room has given.
door-receipt-wrong = The answer did not come from the other room, or was about another letter. The letter is kept and sent again. If it happens often, check the address.
door-stranger = The letter did not come from a room that is paired with this one. It has not been kept.
door-unpaired = The letter was stopped because the pairing of the rooms was ended.
door-unreachable = The other room cannot be reached. The letter has not left the room, and is sent as soon as possible.
door-unreadable = What came is no letter that the program can read. Write the letter anew. If it happens again, contact whoever looks after the system.
