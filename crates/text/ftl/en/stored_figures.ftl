# Figures that the latest scan has left and that have been stored.

stored-figures-broken = The stored figures about other pupils cannot be read. Import the attendance again to count them anew; nothing else has changed.
stored-figures-newer = The stored figures were written by a newer version of the program. Update the program.
