# Accounts: who can sign in, and with which roles.

web-accounts-title = Accounts
web-accounts-lead = Who can sign in, and with which roles. The roles decide what each person sees.
web-accounts-new = New account
web-accounts-caption = { $count ->
    [one] 1 account
   *[other] { $count } accounts
}
web-accounts-name = Name
web-accounts-login = Username
web-accounts-roles = Roles
web-accounts-state = State
web-accounts-open = Open
web-accounts-closed = Closed
web-accounts-first = Has not signed in yet
web-accounts-none = No roles
web-accounts-role-room = { $role }, the whole room
web-accounts-role-unit = { $role }, { $school }
web-accounts-role-class = { $role } of { $class }, { $school }

web-account-new-title = New account
web-account-new-lead = Skollinjen makes a password that is shown once. At the first sign-in the person connects an authenticator app.
web-account-name-label = Name
web-account-name-hint = First and last name, as colleagues know it.
web-account-login-label = Username
web-account-login-hint = What is written when signing in, for example the e-mail address.
web-account-role = Role { $number }
web-account-role-none = Choose a role
web-account-school-label = School
web-account-school-all = Choose a school, if the role is at one
web-account-class-label = Class (for mentors)
web-account-create = Create the account
web-account-made = The account has been created
web-account-made-help = Hand username and password to { $name } in person. The password is not shown again.
web-account-password = Password
web-account-login-shown = Username
web-account-to-list = To the accounts

web-account-lead = Username: { $login }
web-account-roles-save = Save the roles
web-account-roles-place = A mentor has a class. Counsellor, special educator, school nurse and head teacher have a school. The others hold in the whole room.
web-account-place-school = Choose a school for the role.
web-account-place-class = Write which class the mentor has.
web-account-access = Signing in
web-account-close = Close the account
web-account-close-help = The person is signed out at once and cannot sign in. What has been documented is kept.
web-account-reopen = Open the account
web-account-reopen-help = The person can sign in again with the same password and app.
web-account-reset = Give a new password
web-account-reset-help = When somebody has forgotten the password or changed telephones. The app is connected anew at the next sign-in.
web-account-reset-done = New password for { $name }
web-accounts-made = Made
web-accounts-made-by = { $day } by { $name }
web-accounts-made-here = { $day } on the server
web-account-own = This is your own account. You change the password yourself. Another administrator gives you a new sign-in, and is also the one who can close the account.
