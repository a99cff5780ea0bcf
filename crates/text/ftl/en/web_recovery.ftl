# Recovery codes: when the telephone is not at hand, and when it is gone.

web-code-hint = Do you not have the telephone? Write one of your recovery codes, twelve digits.

web-recovery-title = Recovery codes and app
web-recovery-lead = A recovery code is used instead of the code from the app when you do not have the telephone. Each code works once.
web-recovery-left = { $count ->
    [0] You have no recovery codes left.
    [one] You have one recovery code left.
   *[other] You have { $count } recovery codes left.
}
web-recovery-few = Make new ones before they run out. Otherwise you cannot get in when the telephone is gone, unless somebody else helps you.
web-recovery-renew = Make new recovery codes
web-recovery-renew-help = The old ones stop working at once.
web-recovery-renew-button = Make new codes
web-recovery-app = Connect another app
web-recovery-app-help = Have you changed or lost the telephone? Then the old app is removed and you are signed out everywhere. The next time you sign in you connect the new one and are given new recovery codes.
web-recovery-app-button = Remove the app and sign out
web-recovery-shown-title = Your recovery codes
web-recovery-shown-lead = Print or write down the codes now. They are shown this time only.
web-recovery-paper = Recovery codes for Skollinjen, { $room }. Each code works once.
web-recovery-shown-help = Keep them where you keep what nobody else should reach, and not together with the password. Each code works once, instead of the code from the app.
web-recovery-go-on = I have kept them, go on
web-done-recovery = You signed in with a recovery code, and it is used up.
web-done-another-app = The app is removed. Sign in with your password, and you connect the new one.

recover-no-account = No account has the user name { $login }. Check the spelling; the names are listed under Accounts.
account-recovered = The account { $login } has a new beginning: the app and the recovery codes are removed, and the account is open. The new password is shown here only:
