# The page Partners: who brings what, who comes back, whom to call.

page-partners = Partners
event-setting_changed = Setting changed
partner-numbered = Partner no. { $number }

partners-half = { $count ->
    [one] One of the { $partners } partners alone brings half of the people reached in { $edition }.
   *[other] { $half } of the { $partners } partners bring half of the people reached in { $edition }.
 }
partners-count = { $count ->
    [0] No partner in { $edition }.
    [one] One partner in { $edition }.
   *[other] { $number } partners in { $edition }.
 }
partners-tile-new = New
partners-tile-retention = Retention
partners-tile-retention-help = Share of the partners of { $edition } who came back.
partners-tile-call = To call
partners-under-way = Registrations of { $edition } still come in: partners to call may simply not have registered yet.
partners-unavailable = People by partner are those of the current data: this earlier version does not hold them. Presence, retention and lists remain exact.
partners-nobody = No figure is known for these partners: nothing tells yet who brings how many people.
partners-chart = What the largest partners bring together, { $edition }
partners-half-mark = { $count ->
    [one] One partner: half
   *[other] { $number } partners: half
 }
partners-axis-share = Share of people reached
partners-axis-rank = Partners, from the largest to the smallest
partners-axis-kept = Still present

partners-everyone = All
partners-call = To call
partners-welcome = To welcome
partners-silent = Without figures
partners-cohorts = Retention
partners-search = Search for a name, a sector, a territory
partners-everyone-title = All partners, { $edition }
partners-everyone-note = The largest first; click on a title to sort. An empty cell: no known figure. Sector and territory are those where the partner registers most.
partners-call-title = Absent in { $edition }, present in two editions or more
partners-call-note = Partners absent in { $edition } and present at least twice before. The largest first, with what they last did.
partners-welcome-title = New in { $edition }
partners-welcome-note = They were in no edition before { $edition } among those loaded here. The largest first.
partners-silent-none = All registrations of { $edition } have at least one figure.
partners-silent-title = { $count ->
    [one] One registration without any figure
   *[other] { $number } registrations without any figure
 }
partners-silent-note = They count as registrations, and for nobody. One figure asked of the partner is enough.
partners-cohorts-title = Who comes back: partners still present, in percent
partners-cohorts-note = One row by first edition, with its number of new partners. The first edition loaded also holds those from before. Dash: before their first edition.
partners-cohort = { $count ->
    [one] { $edition } (one partner)
   *[other] { $edition } ({ $number } partners)
 }
partners-open = Open “My contribution” of { $partner }
partners-board-names = The board sees the names of partners
partners-board-names-help = Otherwise each partner is only a number for the board, here and under the figures of a municipality. Titles of activities stay as they were written.
partners-unnamed = Directors chose not to show the names of partners: each keeps the same number everywhere.

partners-column-share = Share of the total (%)
partners-column-together = Together (%)
partners-column-rank = Rank
partners-column-first = First edition
partners-column-last = Last edition
partners-column-years = Editions present
partners-column-streak = In a row
partners-column-actions = What they did
partners-column-cohort = First edition
