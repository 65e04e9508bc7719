# What is released of all partners together to each of them, and when.

released-as-of = Totals and place as of { $day }. They are reviewed every Monday; a change that would reveal a partner waits until enough others change too.
released-not-yet = The totals of this edition will be released next Monday.
