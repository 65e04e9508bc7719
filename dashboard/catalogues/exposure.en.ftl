# Exposure: media, posts, ribbons and tools handed out, apart from people.

panel-exposure = Exposure
exposure-title = Exposure, kept apart
exposure-finding = { $count ->
    [0] In { $edition }, nobody is counted as reached
    [one] Beside { $people } person reached in { $edition }
   *[other] Beside { $people } people reached in { $edition }
 }, and not added to them: { $said }.
exposure-none = No exposure is entered for { $edition }: media, posts, ribbons and tools handed out.
exposure-by-unit = What carried the campaign, by unit
exposure-note = Impressions, views or ribbons are not people: nothing here is in people reached, and two units do not add up.
exposure-rows = Row by row, { $edition }
exposure-unfiltered = Filters do not change exposure, which is that of the whole campaign.
exposure-way = Enter or correct exposure
exposure-what = What
exposure-channel = Channel
exposure-from = From
exposure-to = To
exposure-number = Number
exposure-unit = Unit
exposure-source = Source
exposure-kind = Data
exposure-fictional = Demonstration, fictional
exposure-desk = Exposure: what carried the campaign, apart from people
exposure-desk-note = Media, posts, ribbons and tools handed out. Nothing here is added to people reached, nor from one unit to another. Add a row at the foot of the table; to take one out, tick it and delete it; then save. The board sees these rows, partners do not.
exposure-save = Save
exposure-saved = { $added ->
    [0] No row added
    [one] One row added
   *[other] { $added } rows added
 }, { $out ->
    [0] none taken out
    [one] one taken out
   *[other] { $out } taken out
 }{ $same ->
    [0] .
    [one]; one was there already.
   *[other]; { $same } were there already.
 }
exposure-wrong = Row { $row }, column “{ $column }”: { $problem }
exposure-unsaved = Nothing was saved.
exposure-file = Add a file
exposure-template = Download the template
exposure-drop = A table that has the columns of the template; it is taken in whole or not at all
exposure-add = { $count ->
    [0] Nothing to add
    [one] Add the row
   *[other] Add the { $count } rows
 }
exposure-gone = { $count ->
    [one] One row taken out
   *[other] { $count } rows taken out
 }
exposure-choose = Row to put back
exposure-removed = { $edition } · { $what } · { $counted } (taken out by { $who }, { $moment })
exposure-restore = Put this row back
exposure-restored = The row is back.
event-exposure_added = Exposure entered
event-exposure_removed = Exposure taken out
event-exposure_restored = Exposure put back
