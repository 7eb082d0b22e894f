"""The views of the explorer, in the order of their list."""

from __future__ import annotations

from collections.abc import Callable

from gui.explorer.classes_page import ClassesPage
from gui.explorer.columns_page import ColumnsPage
from gui.explorer.correlation_page import CorrelationPage
from gui.explorer.page import Page
from gui.explorer.pairs_page import PairsPage
from gui.explorer.pictures_page import PicturesPage
from gui.explorer.projection_page import ProjectionPage
from gui.explorer.table_page import TablePage
from gui.training_session import TrainingSession

PAGES: tuple[Callable[[TrainingSession], Page], ...] = (
    TablePage,
    ColumnsPage,
    PairsPage,
    CorrelationPage,
    ClassesPage,
    PicturesPage,
    ProjectionPage,
)
PICTURES = PAGES.index(PicturesPage)
"""The one at which people look first where the data are pictures."""
