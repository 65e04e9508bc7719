# The honest range: how many different people are behind contacts.

range-people = { $how ->
    [exact] { $count ->
        [one] { $contacts } contact: one person.
       *[other] { $contacts } contacts: { $lower } different people.
    }
   *[between] { $contacts } contacts: between { $lower } and { $upper } different people.
 }
range-several = There are more contacts than inhabitants: several contacts a person, at least { $each } on average.
range-how = How?
range-how-lower = At least { $number }: what the largest activity of each audience gathers alone, in each municipality.
range-how-upper = At most { $number }: never more than the sum of activities, nor than the population of each municipality ({ $year } census, Statistics Canada).
range-how-estimate = An estimate, never to be quoted alone: { $number }. It is random duplication (Sainsbury's formula): it supposes that each activity gathers people at random among inhabitants. At school they are often the same classes: the true number is probably lower.
range-how-unbounded = For { $number } contacts no population bounds anything: online, the whole region, or an activity larger than its municipality. Their upper bound is their sum.
range-how-unknown = The population of each audience is known for no municipality: the total population bounds, so the range is wide.
range-how-suppose = A person is supposed to be of one audience and met in one municipality.
range-unavailable = The number of different people is computed on the current data: this earlier version does not allow it.
