# Getting in: the rooms, signing in, one-time code, the second factor, the first account.

web-home-title = Choose where to sign in
web-home-lead = Each authority has its own room. Nothing passes between rooms by itself.
web-home-none = No room is running
web-home-none-help = Ask whoever runs the computer to make a room with skollinjen room create and to start again.

web-sign-in-title = Sign in
web-sign-in-lead = To { $room }. First the password, then a code from your app.
web-sign-in-login = User name
web-sign-in-password = Password
web-sign-in-button = Continue
web-sign-in-help = Cannot get in?
web-sign-in-help-text = Whoever manages accounts where you work can give you a new password and reset the app. After several failed attempts in a row you have to wait a while; that protects your account.
web-sign-in-session = You are signed out when you have done nothing for a while. What you have written in a form is kept.

web-code-title = Write the code from your app
web-code-lead = Open the app with one-time codes on your phone and write the six digits for Skollinjen.
web-code-label = Code, six digits
web-code-button = Sign in
web-code-again = Start over

web-factor-title = Connect your phone
web-factor-lead = The first time you connect an app for one-time codes. It takes a minute and is done once.
web-factor-step-1 = Open an app for one-time codes on your phone, for instance the one built in for passwords.
web-factor-step-2 = Add an account and read the square with the camera.
web-factor-step-3 = Write the six digits that the app shows.
web-factor-picture = A square to read with the camera of the phone. The key also stands as text below it.
web-factor-text = Cannot read it? Write the key by hand:
web-factor-keep = The key is shown only now.

web-first-title = Make the first account
web-first-lead = { $room } has no accounts yet. Here you make the first: an administrator, who then adds everybody else.
web-first-code = Code from the terminal
web-first-code-hint = It was written when the program started, and shows that you run the computer.
web-first-name = Your name
web-first-login = User name
web-first-login-hint = For instance your e-mail address at work.
web-first-password = Password
web-first-password-hint = At least 12 characters. Three or four words after each other are easy to remember and hard to guess.
web-first-button = Make the account
web-first-wrong-code = The code is not right. Look in the terminal where the program was started.

web-password-title = Change password
web-password-lead = A password that somebody else made is to be changed for one that only you know. You stay signed in here and are signed out everywhere else.
web-password-old = The password you have now
web-password-new = New password
web-password-button = Change password
