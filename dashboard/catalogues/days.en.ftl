# The page Week: what is held each day, Green Thursday, types of action, online and in person.

page-week = Week
days-finding = { $day }, the fullest day of { $edition }: { $what } ({ $share }){ $wave ->
    [yes], { $of_wave } of them through Green Thursday.
   *[no] .
 }
days-refused-week = The dates of the { $edition } week are not known: nothing in it can be placed day by day.
days-refused-version = This version of the data does not say what is held each day in { $edition }.
days-refused-nothing = Nothing is dated on a day of the week in { $edition }.
days-unit-reach = { $count ->
    [0] nobody reached
    [one] { $number } person reached
   *[other] { $number } people reached
 }
days-unit-expected = { $count ->
    [0] nobody expected
    [one] { $number } person expected
   *[other] { $number } people expected
 }
days-unit-registrations = { $count ->
    [0] no registration
    [one] { $number } registration
   *[other] { $number } registrations
 }
days-measure = Count
days-chart-reach = People reached by day, { $week }
days-chart-registrations = Registrations by day, { $week }
days-note = What lasts several days counts on the first. Hatched: Green Thursday. What has no date stands apart, hollow; together they make { $total }.
days-note-compared = The thin mark is the same day of the { $edition } week.
days-note-alone = No earlier edition compares with { $edition } day by day.
days-passed-over = { $count ->
    [one] The { $editions } edition is not compared: the days of its week are not known.
   *[other] The { $editions } editions are not compared: the days of their week are not known.
 }
days-not-over = Registrations of { $edition } are still coming in.
days-before = Before the week
days-after = After the week
days-undated = No date
days-before-lines = Before
days-after-lines = After
days-undated-lines = No|date
days-total = Total
days-moment = Day
days-wave = Green Thursday
days-wave-reach = People, Green Thursday
days-online-reach = People, online
days-previous = { $edition } edition, { $measure }
days-tile-week = During the week
days-tile-week-help = From the first to the last day of the campaign.
days-tile-around = Before and after
days-tile-around-help = What is dated out of the week, such as municipal resolutions.
days-tile-undated = No date
days-tile-undated-help = Registrations that do not say when they are held. With the two figures before, they make the total.

days-editions = The same days, from one edition to the next
days-editions-note = Weeks are aligned on their days, not on their dates. Editions whose week is not known are left out.
days-wave-title = Green Thursday, a wave of its own
days-wave-out = The filters leave Green Thursday out.
days-wave-none = No Green Thursday is registered.
days-wave-finding = Green Thursday { $edition } counts { $what } through { $registrations }, { $share } of the edition.
days-wave-change = Since { $edition }: { $people } people, { $registrations } registrations.
days-wave-trend = People reached through Green Thursday, by edition
days-wave-sectors = Who wears green, by setting, { $edition }
days-actions = Types of action, from one edition to the next
days-actions-reach = People reached by type of action
days-actions-registrations = Registrations by type of action
days-actions-finding = “{ $action }” is the type of action that changed most since { $edition }: { $change } in { $measure }, for a total of { $number }.
days-actions-alone = No earlier edition compares with { $edition }.
days-actions-same = No type of action changed since { $edition }.
days-places = Online and in person
days-places-chart = Where people meet, as a part of each edition (%)
days-place-municipality = In person, in a municipality
days-place-wide = In person, across an MRC or the region
days-place-online = Online
days-place-outside = Outside the region
days-place-unspecified = Place not given
days-online-never = Nobody is counted online.
days-online-finding = { $count ->
    [0] Nobody is counted online in { $edition }
    [one] { $number } person online in { $edition }, { $share } of the edition
   *[other] { $number } people online in { $edition }, { $share } of the edition
 }{ $most ->
    [here], the largest part of all editions.
   *[elsewhere]; the largest part is that of { $other }, { $most_share }.
 }
days-dates = Every date
days-dates-note = What begins on each day. A blank: the date is not known.
days-date = Date
days-weekday = Day
