# Why figures changed from one edition to another.

why-title = Why it changed
why-since = Why it changed since { $edition }
why-from = From edition
why-to = To edition
why-by = Split the change by
why-by-part = Partners
why-by-head = Number of partners
why-by-mrc = MRCs
why-by-place = Municipalities
why-by-audience = Audiences
why-by-sector = Sectors
why-chart = { $way ->
    [part] From { $before } to { $now }: people reached, by what partners do
    [head] From { $before } to { $now }: number of partners
    [mrc] From { $before } to { $now }: people reached, by MRC
    [place] From { $before } to { $now }: people reached, by municipality
    [audience] From { $before } to { $now }: people reached, by audience
   *[sector] From { $before } to { $now }: people reached, by sector
 }
why-note = Each bar begins where the one before ends: together they are exactly the change.
why-note-definition = Each bar begins where the one before ends: together they are exactly the change. Hatched bars come from a change of definition, not from what partners did.
why-part-new = New partners
why-part-returning = Returning partners
why-part-more = Do more
why-part-less = Do less
why-part-lost = Absent partners
why-part-audiences = Audiences counted in one year only
why-part-basis = Another basis: expected or confirmed
why-others = { $count ->
    [one] One other
   *[other] The { $count } others
 }
why-bar = Who is behind a bar
why-behind = { $bar }: the partners
why-behind-note = The largest change first. Only what compares from one edition to the other, and what the filters keep, counts here.
why-unavailable = The partners behind a change are those of the current data: this earlier version does not hold them. Return to the current data to see why figures changed.
why-same-day = Registrations of { $now } still come in: { $before } is taken on the same day, as announced by { $day }.
why-no-same-day = Registrations of { $now } still come in and the opening of { $before } is not known: nothing compares on the same day.
why-total = { $direction ->
    [more] From { $before } to { $now }, { $count ->
        [one] { $number } more person reached.
       *[other] { $number } more people reached.
    }
    [less] From { $before } to { $now }, { $count ->
        [one] { $number } person reached fewer.
       *[other] { $number } fewer people reached.
    }
   *[same] From { $before } to { $now }, as many people reached.
 }
why-definition = A change of definition counts for { $change } of it; with the same definition, the change is { $rest }.
why-main = Mostly { $part }.
why-against = The other way, { $part }.
why-weighed = { $part ->
    [new] { $count ->
        [one] { $number } new partner ({ $change })
       *[other] { $number } new partners ({ $change })
    }
    [returning] { $count ->
        [one] { $number } returning partner ({ $change })
       *[other] { $number } returning partners ({ $change })
    }
    [more] { $count ->
        [one] { $number } partner who does more ({ $change })
       *[other] { $number } partners who do more ({ $change })
    }
    [less] { $count ->
        [one] { $number } partner who does less ({ $change })
       *[other] { $number } partners who do less ({ $change })
    }
   *[lost] { $count ->
        [one] { $number } absent partner ({ $change })
       *[other] { $number } absent partners ({ $change })
    }
 }
