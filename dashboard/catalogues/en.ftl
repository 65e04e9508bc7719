# Texts of the application, Canadian English.

page-overview = Overview
page-audiences = Audiences
page-municipalities = Municipalities
menu-say = Present
menu-trust = Check
menu-manage = Manage
page-years = Years

demonstration = Demonstration data, fictional. No registration figure shown here is real; only the published figures, with their source, are.
empty-database = No data yet. Load a file with “python -m etl load FILE”, or the demonstration data with “python -m etl demo”.
empty-result = No registration matches these filters. Remove one, or choose another edition.
past-version = You are looking at version { $version } of the data, of { $moment }. Loads have followed it.
past-version-leave = Back to the current data
past-registrations = These registrations are those of the current data.
foot = Data version { $version }, { $moment } · { $kind }
foot-empty = No data version
foot-demonstration = demonstration data, fictional
foot-real = loaded data

filter-edition = Edition
filter-more = Filters
filter-territory = Territory
filter-audience = Audience
filter-sector = Sector
filter-action = Kind of action
filter-all = All
filter-none = { $whose ->
    [own] All your registrations
   *[region] The whole region, all audiences, all sectors, all actions
}
filter-summary = Filters: { $filters }
mrc-name = MRC: { $name }
no-territory = No MRC
place-mrc = { $mrc } (whole MRC)
place-region = Whole region
place-online = Online
place-outside = Outside the region
place-unspecified = Place not told
no-municipality = No municipality
edition-name = { $edition } edition
since-edition = since { $edition }
points = { $change } pt

table-behind = See the table
download-csv = Download (CSV)
choose-placeholder = Choose

column-label = Name
column-group = Group
column-edition = Edition
column-reach = People reached
column-expected = Expected
column-confirmed = Confirmed
column-partners = Partners
column-registrations = Registrations
column-municipalities = Municipalities reached
tile-confirmed-share = Confirmed share
column-confirmed-share = Confirmed share (%)
column-value = People reached
column-previous = Previous edition
column-change = Change
column-change-since = Change since { $edition }
column-change-ratio = Change (%)
column-ratio = Confirmed over expected (%)
column-qualifier-text = Published figure
column-basis-text = What the published figure counts
column-source-title = Source
column-rate = Per 1,000 inhabitants
column-population = Population (2021)
column-mrc-name = MRC
column-place = Municipality
column-number = Number
column-partner = Partner
column-sector = Sector
column-action = Kind of action
column-title = Title
column-held-on = Date
column-file = File
column-sheet = Sheet
column-row = Row

help-reach = The confirmed number where known, else the expected one. A person met twice counts twice.
help-municipalities = Municipalities and reserves where at least one registration takes place, on the most recent municipal map. Unorganised territories, which have no council, are not counted.
help-confirmed-share = Part of the people reached whose number was confirmed after the week.

finding-people = { $basis ->
    [expected] { $count ->
        [one] { $number } person expected in { $edition }, from registrations
       *[other] { $number } people expected in { $edition }, from registrations
    }
    [mixed] { $number } people reached in { $edition }, { $share } of them confirmed
   *[confirmed] { $count ->
        [one] { $number } person reached in { $edition }
       *[other] { $number } people reached in { $edition }
    }
 }
finding-alone = { $people }.
finding-compared = { $direction ->
    [more] { $people }, { $change } more than in { $edition }.
    [less] { $people }, { $change } fewer than in { $edition }.
   *[same] { $people }, as many as in { $edition }.
 }
finding-first-audience = { $audience }: the audience most reached in { $edition }, { $number } people.
finding-audience-moved = { $audience }: the audience that changed most since { $previous }, { $change } people, to { $number } in { $edition }.
finding-municipalities = { $reached ->
    [one] { $number } municipality reached
   *[other] { $number } municipalities reached
 } of { $everywhere } in { $edition }; { $leader } has { $share } of the people reached in a municipality.
finding-no-municipality = Nobody is reached in the { $everywhere } municipalities in { $edition }; what has no municipality is counted apart.
finding-one-year = { $number } people reached in { $edition }.
finding-years = The { $best } edition reached most people ({ $number }); from { $first } to { $last }, { $change }.

chart-trend = People reached by edition
chart-trend-note = The line follows the registrations loaded here (confirmed, else expected). Hollow marks are published totals, never mixed into what is computed: ◇ registered before the week, □ announced target.
published-breaks = Published figures: what they count and why not all of them compare
published-note = { $edition }: { $figure } ({ $basis }); audiences counted: { $audiences }. Source: { $source }.
break-basis = Does not compare with { $edition }: the basis changed.
break-audiences = Does not compare with { $edition }: the audiences counted changed.
qualifier-exact = { $number }
qualifier-at-least = more than { $number }
qualifier-about = about { $number }
basis-registered = registered before the week
basis-target = announced target

chart-audiences = People reached by audience, { $edition }
chart-audiences-note = The thin mark is the { $edition } edition.
chart-audiences-alt = Bars of people reached by audience in { $edition }, largest first.
chart-moved = What changed most since { $edition }
chart-moved-note = The three largest changes of each group, in people, all on one scale.
chart-moved-alt = Bars of the largest changes since { $edition }, by audience, by territory and by sector.
moved-audience = Audiences
moved-place = Territories
moved-sector = Sectors

chart-audience-trend = People reached by audience and edition
chart-audience-trend-note = One panel per audience, each on its own scale. Choose an audience for its detail.
chart-audience-trend-alt = Nine small curves, one per audience, from one edition to the next.
choose-audience = Audience in detail
chart-one-audience-mrc = { $audience } by MRC
chart-one-audience-sector = { $audience } by sector
chart-mix = Each audience's share of the edition
value-share = Share of the edition
chart-mix-alt = Each audience's share of the total of each edition.
chart-mix-note = Each edition adds up to 100%.
unfold-audience-mrc = Each audience, by MRC
unfold-audience-sector = Each audience, by sector
unfold-expected-confirmed = Expected and confirmed, by audience
unfold-years-places = Each municipality, from one edition to the next
chart-audience-mrc = Audiences and MRC, { $edition }
chart-audience-sector = Audiences and sectors, { $edition }
heatmap-note = 0: registrations count zero people. Dash: no figure.
chart-expected-confirmed = Expected and confirmed by audience, { $edition }
chart-expected-confirmed-note = Only registrations that have both figures for the audience.

choose-level = Level
choose-measure = Measure
choose-window = Frame
choose-place = Territory in detail
level-municipality = Municipalities
level-mrc = MRC
measure-reach = People reached
measure-rate = Per 1,000 inhabitants
measure-registrations = Registrations
measure-change = Change
window-inhabited = Inhabited territory
window-whole = Whole region
status-zero = Zero people
status-nothing = No registration
status-no_data = Figure unknown
map-reach = People reached by territory, { $edition }
map-rate = People reached per 1,000 inhabitants, { $edition }
map-registrations = Registrations by territory, { $edition }
map-change = Change in people reached since { $previous }, { $edition } edition
map-range = { $low } to { $high }
map-balance = On the map: { $shown }; elsewhere: { $rest }; total: { $total } people.
elsewhere-part = { $place } { $number }
elsewhere-municipality = Without a municipality: { $parts }.
elsewhere-mrc = Without an MRC: { $parts }.
whole-mrc = People counted for a whole MRC are in their own: { $number } ({ $parts }).
rate-note = Population of the 2021 census. The rate may exceed 1,000: each contact counts.
geography-note = Most recent municipal map: merged municipalities are counted together in all editions.
list-municipality = All municipalities
list-mrc = All MRCs
place-subtitle = { $mrc } · { $population } inhabitants (2021)
place-subtitle-unknown = { $mrc }
chart-place-trend = People reached by edition
chart-place-audiences = People reached by audience, { $edition }
table-registrations = Registrations behind these figures

choose-years = Editions to compare
table-years = Editions side by side
chart-years = People reached by edition
choose-panels = Detail by edition
chart-years-audience = By audience
chart-years-mrc = By MRC
chart-years-sector = By sector
chart-years-places = Municipalities and editions
small-multiples-note = Each panel has its own scale; the table gives the change from the first edition to the last.

page-contribution = My contribution
page-access = Access
page-gate = Entrance
page-refused = Reserved page
page-refused-words = This page is not part of what your role may see. If it should be, write to { $contact }.

role-director = director
role-board = board of directors
role-partner = partner
presence-local = Full access, on this computer only: no sign-in is configured.
presence-member = { $name } · { $role }
presence-link = You see what { $name } sees, by their personal link.
sign-in = Sign in
sign-out = Sign out
leave-link = Leave this link
gate-closed = Access is still to be configured
gate-closed-words = Other computers can reach this application, and nothing yet says who may come in. Until then no figure is shown. Give the sign-in settings (OpenID Connect) in .streamlit/secrets.toml or by the environment, add a first person, then restart the application.
gate-broken = Sign-in is not configured properly
gate-broken-words = Nobody can come in while these settings are missing or unsafe. The cookie secret has at least 32 characters; the Microsoft Entra address is that of your organisation alone.
gate-or-variable = or the variable
gate-first-director = The first director is added on the server:
gate-documentation = Step by step for Microsoft Entra ID, Google and other providers: docs/access.md.
gate-stranger = Welcome
gate-stranger-words = The figures of Hooked on School Days are for directors and the board. Sign in with your account.
gate-partners = Are you a partner? Open the personal link that you received by e-mail; no account is needed.
gate-unknown = This account has no access yet
gate-unknown-words = You are signed in as { $email }, but this address is not among the people registered here. To be added, write to { $contact }.
gate-expired = Your session has ended
gate-expired-words = After twelve hours one signs in again. Sign out, then sign in as { $email }.
gate-link_ended = This link opens nothing
gate-link_ended-words = Your session has ended, or the link was replaced. Open the one of the last e-mail again. If it does not answer, write to { $contact }.

door-title = Your contribution awaits
door-words = This personal link shows what your organisation brought to the { $campaign }. It is a key: share it only within your organisation.
door-continue = Continue
door-ended = This link opens nothing
door-ended-words = It is incomplete, it has ended or another one replaced it. Check the last e-mail. If it does not answer, write to { $contact }.

panel-members = People
panel-links = Partners’ links
panel-answers = Answers
answers-finding = { $count ->
    [0] None of the { $partners } partners of { $edition } has confirmed everything yet.
    [one] One of the { $partners } partners of { $edition } has confirmed everything ({ $share }).
   *[other] { $answered } of the { $partners } partners of { $edition } have confirmed everything ({ $share }).
 }
answers-by-sector = Answers by sector
answers-by-mrc = Answers by MRC
answers-awaited = { $count ->
    [0] Everyone has answered
    [one] One partner is awaited
   *[other] { $number } partners are awaited
 }
answers-awaited-note = An activity is confirmed once one of its audiences is, by the partner or by a file. Whoever leads activities in several sectors or MRCs counts in each.
column-answered = Confirmed
column-answered-ratio = Rate (%)
column-confirmed-registrations = Confirmed
column-awaited = Awaited
panel-trace = Journal
column-email = E-mail
column-role = Role
column-seen = Last sign-in
column-added = Since
column-added-by = Added by
column-state = State
column-used = Last use
column-until = Valid until
column-made = Made
column-made-by = Made by
column-link = Link
column-event = Event
column-what = Object
column-origin = Address
members-title = Who may sign in
members-note = Directors see and do everything. The board sees every figure, loads no file and manages no access. Whoever is removed sees nothing more at their next gesture.
members-listed = People registered
members-none = Nobody is registered yet: with no sign-in configured, only this computer gives access.
member-let-in = Let in
member-let-go = Remove { $email }
member-added = { $email } may come in ({ $role }).
member-removed = { $email } may come in no more.
member-unknown = { $email } was not registered.
not-an-address = “{ $email }” is not an e-mail address.
last-director = { $email } is the only director: add another one first.
links-title = Personal links, edition { $edition }
links-note = A link opens to a partner what is theirs, without an account. Those that you make today are valid until { $day }.
links-make = { $count ->
    [0] Every partner has a link
    [one] Make the link of the partner who has none
   *[other] Make the links of the { $count } partners who have none
 }
links-make-help = Links in force stay. To make new ones for all, the command is “python -m dashboard access links”.
links-made = { $count ->
    [one] One link is made. Download it now: it will not be shown again, only its fingerprint is kept.
   *[other] { $count } links are made. Download them now for the mailing: they will not be shown again, only their fingerprints are kept.
 }
links-made-close = Done
links-listed = Links made
links-listed-note = Pick a row to revoke or replace a link.
links-none = No partner in edition { $edition }.
links-revoked = { $count ->
    [0] No link was in force.
    [one] One link is revoked; an open session stops at its next gesture.
   *[other] { $count } links are revoked; open sessions stop at their next gesture.
 }
link-alive = in force
link-ended = ended
link-revoked = revoked
link-revoke = Revoke this link
link-replace = Replace this link
trace-search = Search
trace-search-example = an address, a partner, a file
trace-nothing = Nothing in the journal answers this search.
trace-note = The newest first, 500 at most. The journal is kept 24 months, then removed by “python -m dashboard retention”.
audit-removed = { $count ->
    [0] No event older than { $months } months.
    [one] One event older than { $months } months is removed.
   *[other] { $count } events older than { $months } months are removed.
 }
person-unknown = { $email } is named nowhere.
person-erased = { $email } is erased; no figure has changed.
event-signed_in = Sign-in
event-refused = Refusal
event-link_made = Link made
event-link_used = Link opened
event-link_refused = Link refused
event-link_revoked = Link revoked
event-member_added = Person added
event-member_removed = Person removed
event-role_changed = Role changed
event-exported = Download
event-loaded = Load
event-undone = Load taken back

finding-thanks = { $basis ->
    [none] Thank you! { $partner } registered { $count ->
        [one] one activity
       *[other] { $number } activities
    } in { $edition }; the number of people is still to come.
    [confirmed] Thank you! In { $edition }, { $partner } reached { $reach ->
        [one] { $people } person
       *[other] { $people } people
    } through { $count ->
        [one] one activity
       *[other] { $number } activities
    }.
   *[expected] Thank you! In { $edition }, { $partner } counts { $reach ->
        [one] { $people } person reached or expected
       *[other] { $people } people reached or expected
    } through { $count ->
        [one] one activity
       *[other] { $number } activities
    }.
 }
tile-part = Part of the region
less-than = < { $part }
help-part = People you reached, out of those reached in the whole region.
partner-search = Search for a partner
empty-contribution = No registration is linked to this partner yet. As soon as one is loaded it will appear here.
missing-figures = { $count ->
    [one] The number of people of one activity is not known.
   *[other] The number of people of { $count } activities is not known.
 }
table-activities = Activity by activity, { $edition }
table-activities-note = Those that you lead and those that you take part in.
table-parts = Your part of the people reached, { $edition }
parts-note = A total is shown only if enough partners make it up to reveal none of them.
parts-hidden = A total is hidden when fewer than five partners make it up, when one of them is nearly all of it, or when another hidden total could be found from it by subtraction.
region-total = The whole region
hidden = hidden
column-territory = Territory
column-mine = People you reached
column-whole = All people reached
column-part = Your part
standing-title = Your place among the organisations of your sector
standing-1 = { $sector } sector, { $others } other organisations: you are in the first quarter, that of the smallest numbers. Every gesture counts.
standing-2 = { $sector } sector, { $others } other organisations: you are in the second quarter, below the middle.
standing-3 = { $sector } sector, { $others } other organisations: you are in the third quarter, above the middle.
standing-4 = { $sector } sector, { $others } other organisations: you are in the quarter that reaches the most people.
standing-hidden = Hidden: too few organisations of your sector to reveal none of them.

author-partner = partner: { $partner }
confirm-source = My contribution { $edition }
confirm-title = Confirm your figures, { $edition }
confirm-earlier = Confirm or correct the figures of { $edition }
confirm-before = From { $day }, you can confirm here how many people you really reached.
confirm-led-by-others = The activities that you take part in are confirmed by the organisation that leads them.
confirm-state = { $how ->
    [none] { $count ->
        [one] Your activity awaits its confirmation.
       *[other] Your { $count } activities await their confirmation.
    }
    [all] { $count ->
        [one] Your activity is confirmed.
       *[other] Your { $count } activities are confirmed.
    }
   *[some] { $number } of your { $count } activities { $answered ->
        [one] is confirmed
       *[other] are confirmed
    }.
 }{ $ever ->
    [no] {""}
   *[yes] {" "}Last confirmed: { $moment }.
 }
confirm-note = Write under “Actual” the people really reached: 0 means nobody, a blank says nothing yet. Save whenever you like, and come back through the same link.
column-activity = Activity
column-really = Actual
confirm-save = Save
confirm-as-planned = { $started ->
    [no] All as planned
   *[yes] The rest as planned
 }
confirm-as-planned-help = Saves your figures, and confirms the planned number wherever you wrote nothing.
confirm-exceptions = A cancelled activity, one more audience
confirm-withdrawn = Activities that did not take place
confirm-withdrawn-help = Once saved, they count 0 people for all their audiences.
confirm-other-activity = Activity
confirm-other-audience = Audience that was not planned
confirm-other-people = People reached
confirm-nothing = Nothing new to save.
confirm-saved = { $count ->
    [one] Thank you! One figure is saved.
   *[other] Thank you! { $count } figures are saved.
 } You can come back and correct them.
confirm-refused = Nothing is saved: one of the numbers is no number of people.
confirm-not-theirs = Nothing is saved: one of these activities is no longer yours. Reload the page.

page-data = Data
choose-panel = Panel
panel-drop = Drop files
panel-waiting = Waiting rows
panel-partners = Partners to confirm

reading-file = Reading “{ $file }”…
reading-rows = Reading “{ $file }”: { $count } rows read
loading-file = Loading “{ $file }”…
loading-rows = Loading “{ $file }”: { $count } rows read
loading-note = You may go on working elsewhere: the loading goes on to its end.
drop-files = Files of registrations or confirmations
drop-help = Workbooks (.xlsx, .xlsm, .xls, .ods), texts (.csv, .tsv, .txt) and PDF lists, as they are: titles, subtotals and extra columns do no harm. Nothing is written until you load.
drop-edition = Edition of the rows that name none
drop-edition-help = Leave empty if the file tells the edition of each row.
outcome-accepted = Added
outcome-accepted-help = New registrations or confirmations.
outcome-updated = Changed
outcome-updated-help = The number is known already, and the file says something else.
outcome-unchanged = Unchanged
outcome-unchanged-help = The number is known already, and the file says the same.
outcome-quarantined = Waiting
outcome-quarantined-help = Rows to correct; they are not lost.
outcome-ignored = Ignored
outcome-ignored-help = Titles, blank rows, totals and notes.
preview-warnings = { $count ->
    [one] One thing to look at
   *[other] { $count } things to look at
 }
preview-figures = What loading would change, in people reached
preview-refusals = Rows that would wait
preview-columns = { $count ->
    [one] One column understood
   *[other] { $count } columns understood
 }
preview-columns-title = Columns understood
question-header = What does the column “{ $header }” of the sheet “{ $sheet }” mean?
question-values = Its first values: { $values }
question-meaning = Meaning of the column
question-answer = Remember this answer
column-not-used = None of the expected columns
load-files = { $count ->
    [one] Load this file
   *[other] Load these { $count } files
 }
load-outcome = { $file }: { $read } rows read, { $accepted } added, { $updated } changed, { $unchanged } unchanged, { $quarantined } waiting, { $ignored } ignored.
nothing-waits = No row waits.
choose-reason = Why they wait
reason-count = { $reason } ({ $count })
waiting-title = { $count ->
    [one] One row to correct
   *[other] { $count } rows to correct
 }
waiting-note = Correct the cells in the table, then load. A correction is a load, in your name; the original file stays as it is.
waiting-load = Load the corrected rows
waiting-vouch = Load as they are
waiting-vouch-help = You confirm that these unlikely figures are true.
waiting-aside = Set these rows aside
waiting-aside-help = They wait no more and are not loaded.
nothing-proposed = No partner is to be confirmed.
proposals-title = { $count ->
    [one] One pair of names alike
   *[other] { $count } pairs of names alike
 }
proposals-note = Is it the same partner? Until you answer, they count as two. The answer holds for the next files.
proposals-more = { $count } more pairs will follow.
same-partner = The same
two-partners = Two partners
matches-title = { $count ->
    [one] One name recognised despite its spelling
   *[other] { $count } names recognised despite their spelling
 }
matches-note = First the name as it is written, then the partner that its registrations are counted to. If it is not the same, the name becomes a partner of its own, now and in the next files.
matches-likeness = Likeness: { $likeness }
matches-search = Find a name
matches-example = A few letters of the name
matches-more = { $count ->
    [one] One more name is not shown: find it by a few letters.
   *[other] { $count } more names are not shown: find them by a few letters.
 }
matches-none = None of these names has these letters.
not-the-same = Not the same
apart-done = “{ $name }” is a partner apart from “{ $other }”; editions counted again: { $editions }.
apart-before = “{ $name }” is already a partner of its own.
apart-unknown = { $count ->
    [one] One registration comes from a data package, without its original row: nothing says under which name it was written, and it stays where it is.
   *[other] { $count } registrations come from a data package, without their original rows: nothing says under which name they were written, and they stay where they are.
 }

column-why = Why it waits
column-header = Column of the file
column-understood = Understood as
column-confirmed-of = { $column }: people confirmed
column-how = How
column-audience = Audience
column-before = Before
column-after = After
how-exact = its title is known
how-words = its words are known
how-likeness = its title is alike
how-decided = someone said so

reason-missing = Required cell empty
reason-not-a-number = Not a number
reason-negative = Negative number
reason-not-whole = Not a whole number
reason-too-large = Number too large
reason-cell-error = Formula error
reason-ambiguous-count = Several numbers
reason-sum-mismatch = Total contradicted by its parts
reason-above-population = More people than inhabitants
reason-unknown-edition = Unknown edition
reason-not-a-date = Not a date
reason-month-first-date = Month before the day
reason-weekday-mismatch = Weekday contradicted
reason-date-outside-edition = Date outside the edition’s year
reason-unknown-place = Unknown place
reason-postal-code-alone = Postal code alone
reason-ambiguous-place = Ambiguous place
reason-likely-place = Place to confirm
reason-unknown-sector = Unknown setting
reason-unknown-action = Unknown type of action
reason-duplicate-number = Number used twice
reason-unknown-audience = Unknown audience
reason-audience-twice = Audience named twice
reason-unknown-registration = Unknown registration

panel-history = History
column-load = Load
column-when = When
column-who = By
column-changed = What it changed
column-undone = Taken back on
column-accepted = Added
column-updated = Changed
column-unchanged = Unchanged
column-quarantined = Waiting
column-ignored = Ignored
edition-changed = { $edition }: { $before } → { $after } people (version { $version })
history-title = Loads
history-note = To see the pages as they were, add “?version=12” to their address, with the number of a version.
no-load = No load yet.
choose-load = Load to take back
load-name = { $load }: { $file }, { $moment }
undo-load = Take this load back
undo-load-help = What it added is removed, what it changed becomes what it was. Later loads stay, unless they rest on it: you would be told.
load-undone = Load { $load } is taken back; editions touched: { $editions }.
answers-title = { $count ->
    [one] One answer given
   *[other] { $count } answers given
 }
answer-yes = { $name } and { $other }: the same partner ({ $author }, { $moment })
answer-no = { $name } and { $other }: two partners ({ $author }, { $moment })
answer-apart = { $name } is not { $other }: matched by mistake ({ $author }, { $moment })
answer-take-back = Take the answer back
answer-rested-on = Later answers rest on this one: take those back first.

panel-export = Export
export-title = Take everything away
export-note = A Frictionless data package (CSV and description): registrations, people, partners, provenance, waiting rows, references and figures, with their sources. No contact. It loads into an empty database and gives the same figures.
export-download = Download the package (.zip)
registrations-note = Pick a row to see the one of the original file.
original-row = Original row: { $file }, sheet “{ $sheet }”, row { $row }
column-cell = Cell
