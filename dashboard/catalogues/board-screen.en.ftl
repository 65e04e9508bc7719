# The page Board and the big screen.

page-board = Board

screen-title = Board screen · Portée JPS
screen-wait = One moment…
screen-no-script = This screen needs JavaScript.
screen-controls = Scenes
screen-empty = No data yet: load a file on the Data page.
screen-demonstration = Demonstration data, fictional
screen-updated = updated at { $clock }
screen-past = Version { $version }, frozen
screen-meeting = Meeting { $spoken }
screen-opens = { $days ->
    [one] The week opens tomorrow
   *[other] The week opens in { $days } days
 }
screen-opened = Opened on { $day }
screen-day = Day { $day } of { $days } of the week
screen-was = { $start } to { $end }

screen-frozen = frozen
screen-waiting = frozen; new data is waiting
screen-away = connection lost, last figures received
screen-back = connection restored
screen-closed = This screen is no longer open to you. Go through the Board page.
screen-position = Scene
screen-auto-on = moving by itself

screen-note-title = Note for the presenter
screen-help-title = Keyboard
screen-key-next = Next scene
screen-key-previous = Previous scene
screen-key-full = Full screen
screen-key-note = Note for the presenter
screen-key-freeze = Freeze the figures, then let them follow
screen-key-auto = Move by itself, or stop
screen-key-theme = Light or dark
screen-key-leave = Close, leave full screen, go back to the Board page
screen-key-help = Keyboard help
screen-keys-next = → Space Click
screen-keys-previous = ←
screen-keys-full = F
screen-keys-note = N
screen-keys-freeze = G
screen-keys-auto = P
screen-keys-theme = T
screen-keys-leave = Esc
screen-keys-help = ?

screen-closed-title = This screen opens from the Board page
screen-closed-words = The way in works once, for a minute. The Board page gives another one to directors and the board.
screen-closed-lead = Open the Board page

desk-lead = A sequence of scenes for the meeting, whose figures keep up by themselves.
desk-present = Present
desk-present-note = Opens in a new tab; F for full screen, “?” for the other keys.
desk-scenes = The scenes
desk-scenes-note = Those ticked follow each other in this order.
desk-scenes-read = They follow each other in this order.
desk-scene-up = Move up
desk-scene-down = Move down
desk-pace = From one scene to the next
desk-pace-hand = by hand
desk-pace-seconds = every { $seconds } s
desk-share = The link to this preparation
desk-share-note = Anyone of the board or management finds the same edition, scenes, order and pace there.

desk-scene-reach = People reached
desk-scene-audiences = Audiences
desk-scene-map = Map
desk-scene-trend = Trend
desk-scene-missing = Municipalities to reach
desk-scene-moved = What changed
desk-scene-sectors = Sectors
desk-scene-pace = At the same date
