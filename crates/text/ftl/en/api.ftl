# Tokens and API: how other systems read from the room.

token-unknown = The token is not valid. Ask whoever answers for it for a new one.
token-busy = Too many wrong tokens have come. Wait a while.
token-not-there = The token is no longer there.
token-owner = Write who answers for the token: a name, 100 characters at most.
token-what-for = Write what the token is for, 500 characters at most.
token-zones = Choose at least one thing that the token may read.
token-units = Choose the whole room or at least one school.
token-ends = Choose a last day from today and a year ahead at most.

api-bad-request = The request cannot be understood. Compare it with the description in openapi.json.
api-unauthorized = The request has no valid token. Send it in the header Authorization: Bearer.
api-forbidden = The token may not read this.
api-not-found = There is nothing here for this token.
api-method = The API can only be read. Use GET.
api-too-many = Too many wrong tokens have come. Wait a while.
api-fault = Something went wrong with us. Give the reference if you get in touch.

web-nav-api = API
web-tokens-title = API tokens
web-tokens-lead = With a token another system can read figures about absence from here. No token can change anything, read what is written about a pupil or reach pupils with protected identity.
web-tokens-new = New token
web-tokens-caption = { $count ->
    [one] 1 token
   *[other] { $count } tokens
}
web-tokens-none = No tokens yet
web-tokens-none-help = Make a token when another system needs to read from here.
web-tokens-owner = Responsible
web-tokens-purpose = Purpose
web-tokens-reads = Reads
web-tokens-ends = Valid until
web-tokens-used = Last used
web-tokens-state = State
web-tokens-never = Never
web-tokens-holds = Valid
web-tokens-ended = Has ended
web-tokens-revoked = Revoked
web-tokens-room = The whole room
web-tokens-day = { $day }
web-tokens-revoke = Revoke
web-done-token = The token is revoked and opens nothing.

web-token-new-lead = The token is shown once. Every read is journalled on the token and its purpose.
web-token-owner = Who answers for the token?
web-token-owner-hint = A name, so that whoever reviews the journal knows whom to ask.
web-token-what-for = What is it for?
web-token-what-for-hint = Which system reads, why, and who sees what is read.
web-token-purpose = Purpose in the journal
web-token-zones = What may it read?
web-token-zones-hint = Choose only what the system needs.
web-token-units = Where may it read?
web-token-units-hint = Choose the whole room or one or more schools. Imports can only be read for the whole room.
web-token-ends = Last day
web-token-ends-hint = A year at most. Then somebody has to say again that it is needed.
web-token-make = Make the token
web-token-made = The token is made
web-token-made-help = Copy it now and hand it safely to { $name }. It is not shown again, and we cannot find it out.
web-token-secret = Token
web-token-address = Address
web-token-to-list = To the API tokens

purpose-follow-up = Following up pupils' absence in another system
purpose-systematic-quality-work = Systematic quality work
purpose-deliveries = Watching deliveries
token-zone-pupils = Pupils in figures: absence week by week and signals, without names
token-zone-imports = Imports: when they came, how many rows and what happened

web-api-title = How to use the API
web-api-lead = The API can only be read. It answers in JSON and is described in OpenAPI 3.1.
web-api-token = Send the token in the header Authorization: Bearer. A token that has ended, is revoked or belongs to another room gets the same answer as one that never was.
web-api-names = The answers have no names and no personal numbers. The pupil number is the one that the pupil has in the attendance history.
web-api-pages = Lists come page by page. Send the value of next as after to get the next one.
web-api-document = The whole description (openapi.json)
web-api-operations = Requests
web-api-path = Address
web-api-says = What it answers
demo-token = Token for the API: { $token }
