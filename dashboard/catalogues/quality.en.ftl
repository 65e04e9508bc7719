# The page Quality: what deserves a second look.

page-quality = Quality
finding-quality = { $told } of the registrations of { $edition } tell how many people they reach; { $confirmed } of the people counted are confirmed.
quality-waiting = { $count ->
    [one] { $number } row waits for a correction and is not counted
   *[other] { $number } rows wait for a correction and are not counted
}{ $places ->
    [0] .
    [one] , of which { $of_places } for a place that nothing designates.
   *[other] , of which { $of_places } for a place that nothing designates.
}
quality-strayed = The total counted here for { $edition } ({ $counted }) strays from the one made public ({ $published }): { $gap }.
list-checks = What deserves a second look
choose-check = Check
column-check = Check
column-people-share = Share of people (%)
column-usual = Usually
table-doubted = The figures behind
check-without-figure = Without any figure
check-without-figure-words = These registrations tell how many people for no audience. They count as registrations, and for nobody.
check-approximate = Approximate
check-approximate-words = The file says “about”, “more than” or a range: the cautious value is counted.
check-unconfirmed = Expected, never confirmed
check-unconfirmed-words = These numbers were announced at registration. No actual number came to replace them.
check-far = Far more than the others of the same sector
check-far-words = These numbers are far above what the same sector usually announces for this audience (the median, beside). They may be true.
check-jump = Far from what the partner usually does
check-jump-words = The total of these partners is at least four times larger or smaller than their habit (the median of their other editions, beside).
check-double = Perhaps counted twice
check-double-words = The same partner, at the same place, on the same day, with the same numbers: two activities alike, or one registered twice.
check-unplaced = Without a place
check-unplaced-words = These registrations do not say where they take place. They count in the total of the region, and are not on the map.
quality-correct = Correct a file, or what waits, on the page Data
