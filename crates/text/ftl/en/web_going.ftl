# What is done after a while: undoing an import, and counting the lists again.

job-kind-undo = Undo of an import
job-undo-done = The import is undone, and the lists have been counted again.
job-kind-rescan = Counting the lists again
job-rescan-done = The lists have been counted again. Pupils on the school's list: { $listed }.

web-import-undoing = The import is being undone
web-import-undo-soon = It begins in a moment.
web-import-undo-close = You can close the page. It goes on, and until it is done the lists show what was there.
web-import-undo-given-up = The import could not be undone
web-import-undo-given-up-help = The system gave up at { $time }. Nothing has been changed. The page Jobs says why, and there you can try again.

web-thresholds-counting = The lists are being counted again
web-thresholds-counting-soon = It begins in a moment.
web-thresholds-counting-close = You can close the page. It goes on, and until it is done the lists show what was there.
web-thresholds-counted = The lists were counted again at { $time }, after the latest change.
web-thresholds-not-counted = The lists could not be counted again
web-thresholds-not-counted-help = The system gave up at { $time }. The thresholds are saved, but the lists show what was there. The page Jobs says why, and there you can try again. The next import counts them too.
