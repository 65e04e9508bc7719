# The page Where this figure comes from, and the way there.

page-trace = Where this figure comes from
way-to-trace = Where these figures come from
finding-trace = { $people }: the sum of { $figures ->
    [one] { $figures_number } figure
   *[other] { $figures_number } figures
}, in { $registrations ->
    [one] { $registrations_number } registration
   *[other] { $registrations_number } registrations
} of { $partners ->
    [one] { $partners_number } partner.
   *[other] { $partners_number } partners.
}
trace-some = The { $shown } largest; the file holds them all.
table-traced = The rows that it is the sum of
column-author = By
column-loaded-at = Loaded on
trace-expected = { $count ->
    [one] { $number } person expected
   *[other] { $number } people expected
} in { $edition }
trace-confirmed = { $count ->
    [one] { $number } person confirmed
   *[other] { $number } people confirmed
} in { $edition }, of { $reach } counted
trace-registrations = { $count ->
    [one] { $number } registration
   *[other] { $number } registrations
} in { $edition }
trace-partners = { $count ->
    [one] { $number } partner
   *[other] { $number } partners
} in { $edition }
trace-municipalities = { $count ->
    [one] { $number } municipality
   *[other] { $number } municipalities
} in { $edition }
finding-trace-registrations = { $things }, of { $partners ->
    [one] { $partners_number } partner
   *[other] { $partners_number } partners
}: { $figures ->
    [one] { $figures_number } figure.
   *[other] { $figures_number } figures.
}
finding-trace-partners = { $things }, by { $registrations ->
    [one] { $registrations_number } registration
   *[other] { $registrations_number } registrations
}: { $figures ->
    [one] { $figures_number } figure.
   *[other] { $figures_number } figures.
}
finding-trace-municipalities = { $things }: those of { $registrations ->
    [one] { $registrations_number } registration
   *[other] { $registrations_number } registrations
} of { $partners ->
    [one] { $partners_number } partner.
   *[other] { $partners_number } partners.
}
finding-trace-past = { $people } in this version of the data, whose rows are not kept: here are those of the current data.
trace-only = This figure only: { $kept }.
trace-everything = All that the filters keep
trace-within = with { $partner }
trace-held = { $how ->
    [unknown] on an unknown date
    [outside] before { $first } or after { $last }
    [between] from { $first } to { $last }
    [from] from { $first } on
    [until] until { $last }
   *[on] on { $first }
}
trace-known = as it was known on { $day }
trace-told = both expected and confirmed
column-rows = Rows
column-rows-in = Rows { $edition }
rows-link = Rows
rows-link-help = The rows that the figures of this line are the sum of.
rows-of-cell = The rows of “{ $row }”, { $column }
rows-pick-cell = Choose a cell to see its rows.
