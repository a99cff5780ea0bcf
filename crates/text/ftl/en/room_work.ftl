# What stands in the way when somebody works in the room: accounts, meetings, documented steps.

room-database-unreachable = The room's database cannot be reached. See that it runs and that the address is right. Then try again.
room-database-busy = The room has much to do right now, and nothing is saved. Wait a little and try again.

step-not-there = The step cannot be changed. It may have been taken back, or belong to another part of the documentation. Reload the page and see.
unit-not-there = The school is not in the room. Reload the page and choose a school in the list.
meeting-not-open = The meeting has ended, or the pupil is not in its list. Nothing is changed. Reload the page, or start a new meeting.

account-login-taken = There is an account with that login already. Choose another.
account-not-first = The room has an account already. Sign in with it, or ask whoever manages it to make one for you.
account-not-there = The account cannot be used. It may be closed, or have a second factor already. Ask the person who manages accounts where you work.
