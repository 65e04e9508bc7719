# Meetings: frozen figures, found again by a short code.

event-meeting_frozen = Meeting frozen

meeting-of = Meeting of { $day }: { $title }
meeting-of-untitled = Meeting of { $day }
meeting-of-unknown = Meeting { $spoken }
meeting-shown = { $meeting }. These figures are those of that moment, data version { $version }, whatever was loaded since. Code: { $spoken }.
meeting-forgotten = The list of meetings, restored from an earlier backup, no longer knows this code; the figures are the same.
meeting-filters-forgotten = Filters were chosen that day, and nothing says which any more: everything is shown.
meeting-leave = Back to the current data
meeting-not-a-code = “{ $spoken }” is not a meeting code, or one of its characters is wrong. Read it again: it looks like 2024-37-K4M7.
meeting-figures-gone = The figures of meeting { $spoken } are not in this database: it comes from a backup made before they were loaded, or from another installation. Nothing is shown in their place.
meeting-enter = Code of a meeting
meeting-enter-help = The code said aloud, or written at the foot of a page. Dashes and capitals do not matter.
meeting-title = Name of the meeting
meeting-title-example = Board of directors
meeting-freeze = Freeze these figures
meeting-freeze-note = The screen, the slides, the PDF and the tables opened with the code will carry these figures, even after other loads.
meeting-moved = A load has just taken place. Look at the new figures, then freeze them.
meetings-listed = Frozen meetings
meetings-none = No meeting has been frozen yet.
column-code = Code
column-meeting = Meeting
column-frozen-on = Frozen on
column-version = Version
meetings-title = Meetings
meetings-note = Freeze what this page shows: a short code, easy to say, will bring it back as it was.
