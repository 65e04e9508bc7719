# What people leave with: tables, slides, command.

report-title = { $campaign }, { $edition } edition
report-version = data version { $version }, { $moment }
report-meeting = { $meeting } · code { $spoken }
report-demonstration = Demonstration data, fictional
report-source-registrations = Registrations and confirmations loaded into Portée JPS.
report-source-counting = People reached: the confirmed number where it is known, else the expected one. A person met twice counts twice.
report-source-places = Municipalities, MRCs and populations: Statistics Canada (2021 Census), most recent municipal map.
report-source-published = Published figures, never mixed into the calculations: { $sources }.

column-value-published = Number
column-change-between = Change from { $first } to { $last }
column-change-ratio-between = Change from { $first } to { $last } (%)

sheet-origin = Origin
sheet-editions = Editions
sheet-audiences = Audiences
sheet-municipalities = Municipalities
sheet-mrc = MRCs
sheet-sectors = Sectors
sheet-actions = Types of action
sheet-editions-audiences = Editions × audiences
sheet-editions-municipalities = Editions × municipalities
sheet-editions-mrc = Editions × MRCs
sheet-editions-sectors = Editions × sectors
sheet-editions-actions = Editions × actions
sheet-audiences-mrc = Audiences × MRCs
sheet-audiences-sectors = Audiences × sectors
sheet-confirmed = Expected and confirmed
sheet-published = Published figures

sheet-editions-note = The figures of each edition, and the change since the one before.
sheet-audiences-note = People reached by audience, { $edition } and the edition before.
sheet-municipalities-note = Each municipality, even without a registration, then what has no municipality, { $edition }.
sheet-mrc-note = Each MRC, then what has none, { $edition }.
sheet-sectors-note = People reached by sector, { $edition } and the edition before.
sheet-actions-note = People reached by type of action, { $edition } and the edition before.
sheet-editions-audiences-note = People reached by audience and edition.
sheet-editions-municipalities-note = People reached by municipality and edition, on the most recent map.
sheet-editions-mrc-note = People reached by MRC and edition.
sheet-editions-sectors-note = People reached by sector and edition.
sheet-editions-actions-note = People reached by type of action and edition.
sheet-audiences-mrc-note = People reached by audience and MRC, { $edition }.
sheet-audiences-sectors-note = People reached by audience and sector, { $edition }.
sheet-confirmed-note = Expected and confirmed by audience, where both are known, { $edition }.
sheet-published-note = The totals made public, each with its source.

origin-report = Report
origin-version = Data
origin-meeting = Meeting
origin-filters = What is counted
origin-mark = Note
origin-sources = Sources
origin-sheet = Sheet
origin-holds = What it holds

report-edition-empty = No data for the { $edition } edition.
report-edition-or-meeting = Give --edition or --seance.
report-other-edition = Code { $spoken } is of the { $edition } edition.
report-made = { $file }: { $title } · { $version }
report-folder-missing = The folder of “{ $file }” does not exist.
report-not-written = “{ $file }” cannot be written: { $reason }.

deck-figures = The figures: { $title }
deck-part = { $title } ({ $number } of { $count })
deck-others = { $count } others
deck-more = and { $count } others
deck-sources = Where these figures come from

download-svg = Download (SVG)
download-png = Download (PNG)
kept-of-place = { $place }: { $title }
report-download-pdf = One page to print (PDF)
report-download-pptx = Slides (PPTX)
report-download-xlsx = Tables (XLSX)
report-leave = What to leave with
report-leave-note = The same figures, to print, to project or to work on; each file carries the data version.
