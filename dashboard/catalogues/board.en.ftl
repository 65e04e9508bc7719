# The scenes shown to the board: computed findings, labels, presenter's notes.

board-people = { $basis ->
    [expected] People expected
   *[other] People reached
 }
board-people-label = { $basis ->
    [expected] { $count ->
        [one] person expected
       *[other] people expected
    }
   *[other] { $count ->
        [one] person reached
       *[other] people reached
    }
 }
board-since = { $same ->
    [yes] as many as in { $edition }
   *[no] { $change } { board-against }
 }
board-against = { $how ->
    [same_day] against { $edition }
   *[whole] since { $edition }
 }
board-others = { $count } others
board-more-names = and { $count } others
board-all-audiences = all audiences
board-as-of = data as of { $moment }

board-audiences = { $basis ->
    [expected] { $name }: { $share } of the people expected in { $edition }
   *[other] { $name }: { $share } of the people reached in { $edition }
 }, { $rows ->
    [1] the only audience counted
   *[other] the largest audience
 }.
board-audiences-label = { board-people-label }: { $name }
board-sectors = { $basis ->
    [expected] { $name }: { $share } of the people expected in { $edition }
   *[other] { $name }: { $share } of the people reached in { $edition }
 }, { $rows ->
    [1] the only sector registered
   *[other] more than any other sector
 }.
board-sectors-label = { board-people-label }, sector: { $name }
board-moved = { $basis ->
    [expected] { $name }: the largest change { board-against }, { $change } people, for { $count ->
        [one] { $number } person expected
       *[other] { $number } expected
    } in { $now }.
   *[other] { $name }: the largest change { board-against }, { $change } people, for { $number } in { $now }.
 }
board-moved-label = people { board-against }: { $name }
board-map-expected = { $reached ->
    [one] { $number } municipality registered
   *[other] { $number } municipalities registered
 } of { $everywhere } in { $edition }; { $leader } brings together { $share } of the people expected in a municipality.
board-map-nobody = { $reached ->
    [one] { $number } municipality registered
   *[other] { $number } municipalities registered
 } of { $everywhere } in { $edition }, with nobody expected.
board-map-label = { $count ->
    [one] municipality of { $everywhere } has a registration
   *[other] municipalities of { $everywhere } have a registration
 }
board-missing = { $count ->
    [one] One municipality has no registration in { $edition }
   *[other] { $number } municipalities have no registration in { $edition }
 }{ $lost ->
    [0] .
    [1] , one of which had some in { $previous }.
   *[other] , { $lost_number } of which had some in { $previous }.
 }
board-missing-label = { $count ->
    [one] municipality without a registration, of { $everywhere }
   *[other] municipalities without a registration, of { $everywhere }
 }
board-missing-marked = Had a registration in { $previous }
board-trend-alone = { $why ->
    [break] { $number } { board-people-label } in { $edition }, without a comparison: the audiences counted changed.
   *[first] { $number } { board-people-label } in { $edition }, the first edition counted here.
 }
board-trend-expected = { $count ->
    [one] { $number } person expected
   *[other] { $number } people expected
 } in { $edition }, { $place ->
    [above] { $earlier ->
        [1] more than in { $best } ({ $best_number }).
       *[other] more than in any edition since { $first } ({ $best_number } in { $best }).
    }
   *[under] { $earlier ->
        [1] against { $best_number } in { $best }.
       *[other] against { $best_number } in { $best }, the highest total since { $first }.
    }
 }
board-trend-under-way = { $number } { board-people-label } so far for { $edition }, { $place ->
    [above] already more than the { $best_number } of { $best }.
   *[under] where the highest total is { $best_number }, in { $best }.
 }
board-trend-label = { board-people-label } { $place ->
    [under_way] so far for { $edition }
    [alone] in { $edition }
    [first] in { $edition }, not exceeded since
   *[after] in { $edition }, the highest total since { $first }
 }
board-line = Registrations loaded here
board-break = The audiences counted change

board-chart-mrc = { $basis ->
    [expected] People expected by MRC, { $edition }
   *[other] People reached by MRC, { $edition }
 }
board-chart-audiences = { $basis ->
    [expected] People expected by audience, { $edition }
   *[other] People reached by audience, { $edition }
 }
board-chart-sectors = { $basis ->
    [expected] People expected by sector, { $edition }
   *[other] People reached by sector, { $edition }
 }
board-chart-trend = { $basis ->
    [expected] People by edition
   *[other] People reached by edition
 }
board-chart-map-expected = People expected by territory, { $edition }
board-chart-missing = Municipalities without a registration, { $edition }

board-say-reach = To say: the edition counts { $registrations ->
    [one] { $registrations_number } registration
   *[other] { $registrations_number } registrations
 } by { $partners ->
    [one] { $partners_number } partner
   *[other] { $partners_number } partners
 }; those that tell no number add nobody to it. “No MRC” holds what takes place online, in the whole region or elsewhere.
board-say-audiences = To say: the largest audience first, then the one that changed most; the thin mark is the edition before.
board-say-sectors = To say: the sector is that of the partner who leads the registration; the thin mark is the edition before.
board-say-moved = To say: a rise and a fall. The largest changes of each group, in people, all on the same scale.
board-say-map = To say: a municipality is reached when a registration takes place in it. { $balance }
board-say-missing = To say: who can call whom? Those that had a registration in the edition before come first. { $unorganised ->
    [0] Every unorganised territory has a registration too.
    [1] One unorganised territory, without a registration either, is not counted.
   *[other] { $unorganised } unorganised territories, without a registration either, are not counted.
 }
board-say-trend = To say: the line follows the registrations loaded here; hollow marks are the published totals, never mixed with computed ones.
board-method = Method: the confirmed number where it is known, else the expected one. A person met twice counts twice.
board-source = Source: registrations loaded, version { $version } of the data, { $moment }.
