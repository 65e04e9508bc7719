# The page Method; its paragraphs are in docs/method.en.md.

page-method = Method
finding-method = People reached are contacts, declared by partners and counted once per activity.
method-link = Method
method-reference = Territories and populations: where they come from
method-source = { $title } ({ $licence }). { $mention }
method-published = Figures made public
published-people = People
published-partners = Partners
published-registrations = Registrations
published-activities = Activities
published-milieux = Organisations
column-measure-text = What is counted
column-source-url = Address
open-source = Open
