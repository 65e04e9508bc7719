# Messages of the command line, Canadian English.

place = { $file }, sheet “{ $sheet }”, row { $row }, column “{ $column }”: { $problem }

problem-missing = the cell is empty and it is required. Fill it in, then try again.
problem-not_a_number = “{ $value }” is not a number of people. Write a whole number, or leave it empty if unknown.
problem-negative = “{ $value }” is negative. Write a whole number, zero or more.
problem-not_whole = “{ $value }” is not a whole number. Write a whole number of people.
problem-too_large = “{ $value }” is too large for a number of people. Check what was typed.
problem-cell_error = the cell holds the error “{ $value }”. Correct the formula or write the number.
problem-ambiguous_count = “{ $value }” can be read in several ways. Write the number of people alone, for example 75.
problem-sum_mismatch = the total that is written, { $value }, is not the sum of the audiences, { $sum }. Correct the total or the numbers by audience.
problem-above_population = { $value } people is more than the population of the territory ({ $population } people of all ages; population by age is not known here). Check the number, or the territory if people came from elsewhere.
problem-unknown_edition = “{ $value }” is not an edition. Write a year from 2008 to { $last }.
problem-not_a_date = “{ $value }” is not a date. Write it as YYYY-MM-DD.
problem-month_first_date = “{ $value }” seems to have the month before the day. Write the date as YYYY-MM-DD.
problem-weekday_mismatch = “{ $value }”: { $date } is not that day of the week. Correct the weekday, the date or the edition.
problem-date_outside_edition = “{ $value }” is not a date of { $edition }, the year of the edition. Is it the right edition? Correct the date or the edition.
problem-unknown_place = no known territory is called “{ $value }”. Write the official name of a municipality, “Région”, “En ligne” or “Hors région”.
problem-postal_code_alone = a postal code alone does not name a municipality: “{ $value }”. Write the official name of the municipality, alone or with its postal code.
problem-ambiguous_place = “{ $value }” may be several territories ({ $candidates }). Write the official name of the one you mean.
problem-likely_place = “{ $value }” resembles { $candidates }, without certainty. Write the official name of the territory you mean.
problem-unknown_sector = “{ $value }” is not a known sector. Choose among: { $allowed }.
problem-unknown_action = “{ $value }” is not a known kind of action. Choose among: { $allowed }.
problem-duplicate_number = registration number “{ $value }” is already higher up in this file. Give each registration its own number.
problem-unknown_audience = “{ $value }” is not a known audience. Choose among: { $allowed }.
problem-audience_twice = audience “{ $value }” is already given higher up for this registration. Keep one row by audience.
problem-unknown_registration = no registration of edition { $edition } has number “{ $value }”. Load the registrations first, or correct the number.
problem-exposure_number = “{ $value }” is not a whole number. Write a whole number, zero or more, without its unit.
problem-exposure_large = “{ $value }” is too large to be true. Check the cell.
problem-unknown_channel = “{ $value }” is not a known channel. Choose among: { $allowed }.
problem-unknown_unit = “{ $value }” is not a known unit. Choose among: { $allowed }.
problem-period_reversed = the period would end on “{ $value }” without having begun before (first day: { $first }). Correct both dates, or leave them blank if the period is not known.
problem-too_long = “{ $value }” has more than { $longest } characters. Write it in fewer words.

file-missing = { $file }: this file does not exist. Check its name and folder.
file-empty = { $file }: the file is empty.
file-encrypted = { $file }: the file is protected by a password. Save it without one and load it again.
file-damaged = { $file }: the file is damaged or incomplete. Ask its author for it again.
file-not_a_workbook = { $file }: it is not a workbook, whatever its name. Open it in a spreadsheet and save it as .xlsx.
file-not_a_table = { $file }: it is not a table. Save it as .xlsx or .csv.
file-format = { $file }: format { $suffix } is not read. Save the table as .xlsx or .csv.
file-too_large = { $file }: unpacked, the file would take { $size } MB. It was not opened. Save the table as .csv.
file-no_template = { $file }: a column is missing for this table to be read. Missing columns: { $missing }. Columns found: { $found }. Recognised: { $known }. Rename a column, or start from a file of data/templates.
file-no_exposure = { $file }: a column is missing for this table of exposure to be read. Missing columns: { $missing }. Start from data/templates/gabarit-exposition.xlsx.
file-no_table = { $file }: no table was found in it. Save the list as .xlsx or .csv.
file-too_wide = { $file }: a sheet spreads over { $rows } rows and { $columns } columns, nearly all of them blank. It was not opened. Copy the table alone into a new file.
file-too_many_pages = { $file }: the document has more than { $pages } pages. Save the list as .xlsx or .csv.
file-quote = { $file }: a quote opened in row { $row } is never closed and swallows the rows after it. Remove it and load the file again.
file-twice = { $file }: these columns are there twice: { $columns }. Keep one of each.
file-package_absent = { $file }: this folder has no datapackage.json. Give the folder that “python -m etl export” wrote.
file-package_descriptor = { $file }: this is not the description of a package of this tool, or it is damaged. Export the database again.
file-package_revision = { $file }: the package comes from another version of the tool (schema { $found }, here { $expected }). Export it again with this version.
file-package_not_empty = { $file }: the database already holds registrations or loads; a package loads into a new database only. Give another address to DATABASE_URL.
file-package_table_missing = { $file }: the table “{ $table }” is not in it. Export the database again.
file-package_table_unknown = { $file }: the table “{ $table }” is unknown. Remove it or export the database again.
file-package_file_missing = { $file }: the file { $csv } is missing from the folder. Export the database again.
file-package_file_damaged = { $file }: the file { $csv } is damaged or is not a CSV in UTF-8. Export the database again.
file-package_file_changed = { $file }: the file { $csv } is no longer the one that was exported. Export the database again.
file-package_column_unknown = { $file }: { $csv }, column “{ $column }”: it is unknown. Remove it or export the database again.
file-package_column_missing = { $file }: { $csv }, column “{ $column }”: it is missing or there twice. Export the database again.
file-package_row = { $file }: { $csv }, row { $row }: { $count } cells instead of { $expected }. Export the database again.
file-package_cell = { $file }: { $csv }, row { $row }, column “{ $column }”: “{ $value }” is not allowed there (type { $type }). Correct the cell or export the database again.
file-package_twice = { $file }: { $csv }, row { $row }, columns { $columns }: the same value is already above. Export the database again.
file-package_key = { $file }: { $csv }, row { $row }, column “{ $column }”: “{ $value }” is not in { $parent }. Export the database again.
file-package_rule = { $file }: { $csv }, row { $row }: the counts of rows do not add up. Export the database again.
file-package_figures = { $file }: { $csv }, row { $row }: these figures are not those of the package’s registrations. Export the database again.
file-package_figures_missing = { $file }: { $csv } has { $count } rows instead of the { $expected } that the package’s registrations give. Export the database again.

warning-alike_place = Places recognised despite their spelling: { $names }.
warning-alike_partner = Partners recognised despite their spelling: { $names }.
warning-leap = Edition { $edition }: ten times the people of { $earlier } or more, to be checked: { $names }.
warning-same_day = Edition { $edition }: the same day, in the same place, the same type of action twice or more, to be checked: { $names }.
warning-published = Edition { $edition }: the total would be { $total } people; the published figure is { $qualifier ->
    [at_least] “more than { $published }”
    [about] “about { $published }”
   *[exact] { $published }
 }.
warning-demonstration_present = Demonstration data, fictional, are also in the database. To remove them: python -m etl demo --remove
warning-contact_columns = Sheet “{ $sheet }”: columns not kept, personal information among them: { $columns }.
warning-unknown_columns = Sheet “{ $sheet }”: unknown columns, not kept: { $columns }.
warning-postal_code = Sheet “{ $sheet }”: postal codes are recognised and neither used nor kept, since a postal code alone does not name a municipality: { $columns }.
warning-hidden_sheet = Sheet “{ $sheet }”: it is hidden in the workbook; it was read like the others.
warning-hidden_rows = Sheet “{ $sheet }”: hidden or filtered rows, read like the others: { $count }.
warning-formulas_without_value = Sheet “{ $sheet }”: formulas saved without their result: { $count }. Open the file in a spreadsheet, save it and load it again.
warning-sheet_left_out = Sheet “{ $sheet }”: it was not read. Missing columns: { $columns }.
warning-sheet_left_out_twice = Sheet “{ $sheet }”: it was not read, because these columns are there twice: { $columns }.
warning-long_form = Sheet “{ $sheet }”: one row for each registration and audience; the rows of one registration were joined.
warning-several_activities = Sheet “{ $sheet }”: registration numbers that hold several activities: { $count }. Each activity was given a suffix (12-1, 12-2…).
warning-numbers_derived = Sheet “{ $sheet }”: there is no registration number. A number was derived from the content of each row: { $count }.
warning-aside_subtotal = Sheet “{ $sheet }”: totals and subtotals, never counted as people: { $count } (rows { $rows }).
warning-aside_note = Sheet “{ $sheet }”: notes, set aside: { $count } (rows { $rows }).
warning-aside_header = Sheet “{ $sheet }”: repeated headers, set aside: { $count } (rows { $rows }).
warning-likely_column = Sheet “{ $sheet }”: column “{ $header }” was read as “{ $column }”.
warning-uncertain_column = Sheet “{ $sheet }”: column “{ $header }” may be “{ $column }”. It was not read; to be confirmed. First values: { $values }.
warning-sheet_value = Sheet “{ $sheet }”: where “{ $column }” is missing, the sheet’s name gives it: { $value }.

report-loaded = { $file }: load { $load }, edition(s) { $editions }.
report-checked = { $file }: checked, nothing was written. Edition(s) { $editions }.
report-rows = { $read } rows read = { $accepted } added + { $updated } changed + { $unchanged } unchanged + { $quarantined } waiting + { $ignored } ignored.
report-nothing = { $file }: no row could be loaded.
report-more = … and { $count } more rows waiting.
progress-rows = { $count } rows
demo-removed = Demonstration data removed; editions changed: { $editions }.
demo-none = There are no demonstration data to remove.
demo-present = The demonstration data are already there.
export-written = Data package written: { $path } ({ $count } registrations).
export-demonstration = It holds demonstration data, fictional; its description says so.
export-folder_in_use = { $folder } holds something else than an exported package; nothing was written. Give a new or empty folder.
export-not_written = { $folder } cannot be written: { $reason }. Nothing has changed there.
reference-loaded = Reference data loaded: { $places } territories, { $editions } editions. Maps: { $layers }.
status-none = No load.
status-versions = Current version of each edition:
wrong-dimension = “{ $name }” is not a dimension. Choose among: { $allowed }.
database-unreachable = The database does not answer: { $reason }. Check DATABASE_URL.
column-load = load
column-file = file
column-when = when
column-who = author
column-read = read
column-edition = edition
column-version = version

undo-done = Load { $load } undone; editions changed: { $editions }.
undo-package = Load { $load } came with a data package; it cannot be taken back here.
undo-unknown = There is no load { $load }. Their numbers are given by: python -m etl history
undo-already = Load { $load } is undone already (on { $when }, by { $author }).
undo-load = { $load } ({ $file }, { $when })
undo-dependent = Load { $load } is not undone, since others depend on it: { $loads }. Undo them first, in this order.
undo-merged = Load { $load } is not undone, since partners that it concerns were merged later (decisions: { $decisions }). Take these decisions back first, in this order.
history-load = Load { $load }, on { $when }, by { $author }: { $file }
history-edition = { $edition }: registrations { $registrations_before } → { $registrations_after }, partners { $partners_before } → { $partners_after }, people reached { $reach_before } → { $reach_after }
history-undone = undone on { $when }, by { $author }
original-registrations = Registered: { $file }, sheet “{ $sheet }”, row { $row } (load { $load })
original-confirmed = Confirmed: { $file }, sheet “{ $sheet }”, row { $row } (load { $load })
original-not_kept = The row was not kept.
original-unknown = No registration of edition { $edition } has number “{ $number }”.
database-full = The database has no room left: nothing was changed. Free some disk space, then start again.

exposure-added = { $file }: { $added ->
    [0] no row of exposure added
    [one] one row of exposure added
   *[other] { $added } rows of exposure added
 }, { $unchanged } already there.
exposure-checked = { $file }: { $rows ->
    [0] no row of exposure to add
    [one] one row of exposure to add
   *[other] { $rows } rows of exposure to add
 }; nothing was written.
exposure-refused = { $file }: nothing was written; correct the cells named above and load the file again.
