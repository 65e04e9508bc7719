# The page Still to reach: municipalities without a registration, what changes, and audiences that nobody reaches.

page-unreached = Still to reach
unreached-no-municipality = No municipality answers these filters.
unreached-finding = { $everywhere ->
    [1] { $count ->
        [0] This municipality has a registration in { $edition }
       *[other] This municipality has no registration in { $edition }
    }
   *[other] { $count ->
        [0] Each of the { $total } municipalities has a registration in { $edition }
        [one] One of the { $total } municipalities has no registration in { $edition }
       *[other] { $number } of the { $total } municipalities have no registration in { $edition }
    }
 }{ $filtered ->
    [yes] { "" } under these filters
   *[no] { "" }
 }{ $told ->
    [yes] { "" } ({ $people_number } { $people ->
        [one] inhabitant
       *[other] inhabitants
    })
   *[no] { "" }
 }{ $most ->
    [0] .
    [one] { "" }; where there are some, the audience most often without anybody: { $audience } (one municipality).
   *[other] { "" }; where there are some, the audience most often without anybody: { $audience } ({ $most_number } municipalities).
 }

unreached-of = { $number } of { $total }
unreached-tile-covered = Covered
unreached-tile-covered-help = Municipalities and reserves where at least one registration takes place. Unorganised territories stand apart.
unreached-tile-resolution = With a resolution
unreached-tile-resolution-help = Municipalities whose council registered a resolution.
unreached-tile-nobody = Audiences with nobody
unreached-tile-nobody-help = An audience in a municipality, out of { $total } in all: nobody is reached there, and each registration there tells its figures.
unreached-tile-unknown = Audiences unknown
unreached-tile-unknown-help = An audience in a municipality where a registration does not tell its figures: it may have reached it. Never counted as zero.

unreached-place = Municipality
unreached-list = Audiences
unreached-nobody = Nobody
unreached-unknown = Nobody can tell
unreached-nobody-title = { $count ->
    [one] One audience with nobody reached in a municipality, { $edition }
   *[other] { $number } audiences with nobody reached in a municipality, { $edition }
 }
unreached-nobody-note = The most populous places first: the population of each audience is not known by municipality, that of all ages is ({ $year }). The partner offered is the one who registers most for that audience in the nearest municipality where it is reached, as the crow flies. Similar places: the three municipalities whose population is the nearest.
unreached-nobody-empty = No audience surely has nobody here: each is reached, or a registration does not tell its figures.
unreached-unknown-title = { $count ->
    [one] One audience of which nothing is known in a municipality, { $edition }
   *[other] { $number } audiences of which nothing is known in a municipality, { $edition }
 }
unreached-unknown-note = Registrations take place there without telling how many people they reach, or without telling it for that audience. That is neither zero nor reached: asking the partner for a figure is enough.
unreached-unknown-empty = Nothing is unknown here: each registration tells its figures, or each audience is reached.
unreached-past = At an earlier version, only registrations without any figure are known to be unknown.
unreached-open = Open { $place } in Municipalities
unreached-known-none = No registration
unreached-known-others = Other audiences only
unreached-known-zero = Zero people, a registration says
unreached-wider-mrc = the whole MRC ({ $number })
unreached-wider-region = the whole region ({ $number })
unreached-did = { $status ->
    [reached] { $place }: { $number }
    [unknown] { $place }: unknown
   *[nobody] { $place }: nobody
 }
unreached-column-known = What is known
unreached-column-wider = Counted only for
unreached-column-partner = Nearest partner
unreached-column-where = Active in
unreached-column-distance = Distance (km)
unreached-column-alike = Similar places
unreached-column-last = Last time
unreached-column-silent = Registrations without a figure
unreached-way = Where nobody is reached yet: Still to reach

coverage-map = Map
coverage-map-coverage = Coverage
coverage-map-change = What changes
coverage-since = Since edition
coverage-list = Municipality by municipality
coverage-title = Municipalities covered and resolutions, { $edition }
coverage-title-change = What changes in coverage, from { $before } to { $now }
coverage-resolution = Municipal resolution
coverage-covered = Registration, no resolution
coverage-absent = No registration
coverage-apart = Unorganised territory
coverage-no-data = Nobody can tell
coverage-new = New
coverage-still = In both editions
coverage-lost = Lost
coverage-never = In neither
coverage-new-names = { $count ->
    [0] None new.
   *[other] New: { $names }.
 }
coverage-lost-names = { $count ->
    [0] None lost.
   *[other] Lost: { $names }.
 }
coverage-note = A municipality is covered once a registration takes place there; what is for a whole MRC or the whole region covers none.
coverage-apart-note = { $count ->
    [one] One unorganised territory, without a municipal council, is on the map and in no count of municipalities.
   *[other] { $number } unorganised territories, without a municipal council, are on the map and in no count of municipalities.
 }
coverage-not-over = Registrations for { $edition } still come in: a municipality that is lost may simply not have registered yet.
column-coverage = Coverage
column-resolutions = Resolutions
column-registrations-in = Registrations { $edition }
