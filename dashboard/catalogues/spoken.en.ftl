# The page What to say: what can be said aloud.

page-spoken = What to say
said-in-fr = In French
said-in-en = In English
said-note = What each figure counts
said-note-words = “More than” is only written before a number smaller than the true one.
column-said = As said
column-exactly = Exactly
column-meaning = What it counts
column-version = Version
said-edition = { $ordinal ->
    [0] the { $edition } edition
   *[other] regional edition { $number }
} of { $campaign }
said-dated = { $is_one_month ->
    [yes] { $edition }, { $month } { $first } to { $last_day }, { $year },
   *[no] { $edition }, { $first } to { $last },
}
said-opening = { $basis ->
    [none] { $edition } counts nobody yet{ $region }.
    [expected] { $count ->
        [one] { $edition } should reach { $people } person{ $region }, according to registrations.
       *[other] { $edition } should reach { $people } people{ $region }, according to registrations.
    }
    [mixed] { $edition } has reached or expects { $people } people{ $region }.
   *[done] { $count ->
        [one] { $edition } reached { $people } person{ $region }.
       *[other] { $edition } reached { $people } people{ $region }.
    }
}
said-contributed = { $basis ->
    [none] { $partner } registered { $registrations ->
        [one] { $registrations_number } activity or gesture
       *[other] { $registrations_number } activities or gestures
    } in { $edition }; the number of people is not known.
    [expected] { $partner } should reach { $people } { $count ->
        [one] person
       *[other] people
    } through { $registrations ->
        [one] { $registrations_number } activity or gesture registered
       *[other] { $registrations_number } activities or gestures registered
    } in { $edition }.
    [mixed] { $partner } has reached or expects { $people } people through { $registrations ->
        [one] { $registrations_number } activity or gesture registered
       *[other] { $registrations_number } activities or gestures registered
    } in { $edition }.
   *[done] { $partner } reached { $people } { $count ->
        [one] person
       *[other] people
    } through { $registrations ->
        [one] { $registrations_number } activity or gesture registered
       *[other] { $registrations_number } activities or gestures registered
    } in { $edition }.
}
said-where = { $where }: { $sentence }
said-partners = { $partners ->
    [one] { $partners_number } partner registered
   *[other] { $partners_number } partners registered
} { $registrations ->
    [one] { $registrations_number } activity or gesture.
   *[other] { $registrations_number } activities or gestures.
}
said-audience = { $name } ({ $number })
said-audiences = They are mostly { $audiences }.
said-municipalities = { $count ->
    [one] One municipality takes part.
   *[other] { $number } municipalities take part.
}
said-confirmed = The number is confirmed for { $share } of these people, and announced at registration for the others.
said-compared = { $direction ->
    [more] That is { $change } more than in { $edition }.
    [less] That is { $change } less than in { $edition }.
   *[same] That is as many as in { $edition }.
}
said-before = People reached in { $edition }
said-fictional = (Demonstration data, fictional.)
