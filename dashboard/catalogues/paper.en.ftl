# What leaves on paper: the certificate and the picture of a partner, the brief of an edition.

paper-edition = { $number }{ $form ->
    [one] st
    [two] nd
    [few] rd
   *[other] th
 } edition, { $edition }
paper-theme = “{ $theme }”
paper-days = { $first } to { $last }
paper-foot = Version { $version } of the data, { $day }

keepsakes-title = Something to show
keepsakes-note = A one-page certificate and a picture for social networks, with your figures of the { $edition } edition.
keepsake-attestation-fr = Certificate in French (PDF)
keepsake-picture-fr = Picture in French (PNG)
keepsake-attestation-en = Certificate (PDF)
keepsake-picture-en = Picture (PNG)

keepsake-title = Certificate
keepsake-document = Certificate, { $partner }, { $edition } edition
keepsake-sentence = takes part in { $campaign } { $edition } with { $count ->
    [one] one registered activity
   *[other] { $number } registered activities
 }.
keepsake-registrations = { $count ->
    [one] registered activity
   *[other] registered activities
 }
keepsake-expected = { $count ->
    [one] person expected
   *[other] people expected
 }
keepsake-mixed = { $count ->
    [one] person reached or expected
   *[other] people reached or expected
 }, { $number } confirmed
keepsake-confirmed = { $count ->
    [one] person reached
   *[other] people reached
 }
keepsake-audience = Audience
keepsake-still-expected = Expected, to confirm
keepsake-note-none = The number of people is still to come.
keepsake-note-expected = Numbers announced at registration, not confirmed yet.
keepsake-note-mixed = Numbers confirmed after the week where they are; the others were announced at registration.
keepsake-note-confirmed = Numbers confirmed after the week.
keepsake-unknown = { $count ->
    [one] The number of people of one activity is still to come.
   *[other] The number of people of { $number } activities is still to come.
 }
keepsake-contacts = A person met twice counts twice.

brief-title = { $campaign } in brief
brief-document = { $title }, { $edition } edition
brief-partners = { $count ->
    [one] partner
   *[other] partners
 }
brief-registrations = { $count ->
    [one] registration
   *[other] registrations
 }
brief-municipalities = { $count ->
    [one] municipality reached
   *[other] municipalities reached
 }
brief-confirmed = confirmed
brief-mark = The line marks the { $edition } edition.
brief-by-audience = By audience
brief-by-mrc = By MRC
brief-by-sector = By sector
brief-by-place = By municipality
brief-by-edition = By edition
brief-moved = What changed
brief-moved-first = First edition counted here: nothing to compare with.
brief-moved-break = The audiences counted have changed: nothing compares with the edition before.
brief-moved-none = No change since the edition before.
brief-published = Totals made public
brief-published-none = No public total is known.
brief-published-filtered = Public totals cover the whole region and every audience: they do not compare with this choice.
brief-empty = Nobody counted.
brief-method = Method and sources:
brief-file-fr = In French (PDF)
brief-file-en = { $campaign } in brief (PDF)
