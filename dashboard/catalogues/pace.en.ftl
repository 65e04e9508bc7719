# The pace of registrations: on the same day, the projection and its past error.

pace-same-day = { $edition } on the same day
pace-compared = Registrations still come in: everything compares with what was announced { $when } of the { $edition } edition ({ $date }), not with the final total of { $edition }. What has no date of registration does not count there.
pace-compared-with-nothing = Registrations still come in. The { $edition } edition cannot be read on the same day, so nothing is compared with its final total.
pace-since = { $mark } of { $edition }
pace-passed-over = { $count ->
    [one] The { $editions } edition cannot be read on the same day.
   *[other] The { $editions } editions cannot be read on the same day.
 }
pace-tile-help = While registrations come in, the change is measured on the same day: the same number of days before the opening.
pace-when-before = { $count ->
    [one] { $number } day before the opening
   *[other] { $number } days before the opening
 }
pace-when-opening = on the day of the opening
pace-when-after = { $count ->
    [one] { $number } day after the opening
   *[other] { $number } days after the opening
 }

chart-pace = The pace of registrations, { $edition }
pace-note = What is registered, day by day, about the opening (D). In colour, { $edition }; in grey, the editions before. The band runs from the slowest to the fastest of their paces.
pace-note-no-band = What is registered, day by day, about the opening (D). In colour, { $edition }; in grey, the editions before.
pace-about = How this projection is made
pace-measure = Measure
pace-measure-expected = People expected
pace-measure-registrations = Registrations
pace-measure-partners = Partners
pace-looked-from = Seen from
pace-unit-expected = { $count ->
    [one] { $number } person expected
   *[other] { $number } people expected
 }
pace-unit-registrations = { $count ->
    [one] { $number } registration
   *[other] { $number } registrations
 }
pace-unit-partners = { $count ->
    [one] { $number } partner
   *[other] { $number } partners
 }
pace-finding = { $booked } { $when }; at the pace of { $followed }, the { $edition } edition will count { $low } to { $high }.
pace-finding-past = { $booked } { $when } of the { $edition } edition; the pace of { $followed } announced { $low } to { $high }, and it { $measure ->
    [expected] expected, in the end,
   *[other] counted
 } { $end }.
pace-refused-opening = No pace: the opening day of the { $edition } edition is not known.
pace-refused-too-few = { $count ->
    [0] No projection for { $edition }: no comparable earlier edition has both an opening day and dates of registration; it takes two.
    [one] No projection for { $edition }: only one comparable earlier edition has an opening day and dated registrations by that day; it takes two.
   *[other] No projection for { $edition }: too few earlier editions had registrations by that day; it takes two.
 }
pace-refused-nothing-yet = No projection for { $edition }: nothing is registered yet.
pace-error = { $when }, this method was wrong by { $median } of the total (median), and { $worst } at worst, when each of the editions { $editions } in turn is projected from the others.
pace-left-out-undated = { $count ->
    [one] Edition left out, for want of a confirmed opening day or of dates of registration: { $editions }.
   *[other] Editions left out, for want of a confirmed opening day or of dates of registration: { $editions }.
 }
pace-left-out-apart = { $count ->
    [one] Edition left out, because the audiences counted changed since: { $editions }.
   *[other] Editions left out, because the audiences counted changed since: { $editions }.
 }
pace-method = Method: what is registered that day, multiplied by what each earlier edition became from the same day on. The range runs from the lowest to the highest; no law of probability is assumed. People are those announced; what has no date counts on the last day.
pace-unfiltered = The pace is that of the whole edition: filters do not change it.
pace-day = Day
pace-low = Projection, lowest
pace-high = Projection, highest
board-pace-label = { $count ->
    [one] person expected, { $when }
   *[other] people expected, { $when }
 }
board-say-pace = To say: it is a range, not a promise. It follows the pace of earlier editions; also say how wrong it would have been.
pace-axis = Days before and after the opening (D)
pace-mark = D{ $day }
pace-band = At the pace of { $followed }
