# Signing in, and accounts: what stands in the way and what to do about it.

login-wrong = The user name or the password is not right. Check both and try again. If you have forgotten the password, ask whoever looks after accounts for a new one.
login-wrong-code = The code is not right, or has been used already. Wait until the app shows the next code and write that. If that one is not right either, see whether the clock of the phone is right.
login-wait = It has gone wrong too many times. { $minutes ->
    [one] Wait one minute and try again.
   *[other] Wait { $minutes } minutes and try again.
} If you have forgotten the password, ask whoever looks after accounts for a new one.
login-busy = Many are signing in right now. Wait a little while and try again.
login-again = It took too long. Begin again with user name and password.
login-not-demo = You can choose who you are in the demo only. Sign in with user name and password.

account-name-missing = Write the name, so that others see who it is.
account-name-long = The name is too long. Write at most 100 characters.
account-login-missing = Write a user name, for example the e-mail address at work.
account-login-long = The user name is too long. Write at most 100 characters.
account-password-short = The password is too short. Take at least 12 characters; a few words in a row will do.
account-password-long = The password is too long. Take at most 200 characters.
account-password-usual = That password is easily guessed: it is one of the most usual, or holds the user name. Choose another; a few words in a row that do not belong together will do.
account-roles-missing = Choose at least one role.
account-role-place = A role does not fit its place. A mentor has a class, pupil health and head teachers a school, and other roles hold in the whole room.
account-class-not-there = The school has no class written like that. Check capital letters: 7B and 7b are different classes. Write the class as in the pupils file.
account-own = You cannot close your own account or take away your own role as administrator. Ask another administrator.
account-own-reset = You cannot give yourself a new sign-in. Change your password, or ask another administrator.
account-own-role = You cannot give yourself a role. Ask another administrator, or the one who runs commands on the machine.

password-wrong = That is not the password you have now.
password-same = Choose another password than the one you have now.
