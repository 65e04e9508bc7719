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
