"""Méthode: what is counted and how, in plain words, and where the reference data come from."""

from dashboard import components as ui
from dashboard import method
from dashboard.messages import text
from dashboard.page import reading_page

with reading_page("method") as reference:
    ui.finding(text("finding-method"))
    ui.articles(method.paragraphs().values())
    ui.listed(text("method-reference"), method.sources())
    ui.table(text("method-published"), method.published(reference), name="published")
