# What all pages have in common: head, foot, lists, forms and error pages.

web-skip = Skip to content
web-navigation = Main menu
web-sign-out = Sign out
web-breadcrumbs = Pages above this one
web-footer = Skollinjen: attendance, conversations and support in one place.
web-language = Language
web-scheme = Appearance
web-scheme-auto = As the computer
web-scheme-light = Light
web-scheme-dark = Dark

web-errors = Put this right to save
web-pages = More pages
web-previous = Previous
web-next = Next
web-filter = Choose what the list shows
web-filter-show = Show
web-filter-clear = Show all
web-progress = { $done } of { $whole }
web-live-again = Show how far it has come now
web-figure-numbers = Show the numbers

web-error-home = To the start page
web-error-reference = Reference: { $reference }
web-error-signed-out = You are not signed in
web-error-signed-out-help = Sign in and try again.
web-error-refused = This could not be done from here
web-error-refused-help = Go back, reload the page and try again. Your role may not cover this; if so, ask whoever looks after accounts where you work.
web-error-missing = There is no such page
web-error-missing-help = The address may be misspelt, or your work does not cover this. Nothing is lost for that.
web-error-method = The page cannot be opened like this
web-error-method-help = Go to the start page and find your way from there.
web-error-large = What was sent is too large
web-error-large-help = Shorten the text or split the file, and try again. Nothing has changed.
web-error-many = There were too many attempts
web-error-many-help = Wait a few minutes and try again.
web-error-form = The form could not be read
web-error-form-help = Go back, reload the page and try again. Nothing has changed.
web-error-fault = Something went wrong on our side
web-error-fault-help = The fault is the program's, not yours. What was already saved is still there. Try again in a while, and tell whoever looks after the system if it comes back.
