"""Ma contribution: what one partner brought."""

from dashboard.page import page

with page("contribution"):
    pass
