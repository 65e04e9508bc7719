"""What people leave with: tables, slides and the command that makes them, from the figures of the pages.

Not here: what is said (``board``), the page to print (``paper``), drawing (``drawing``).
"""
