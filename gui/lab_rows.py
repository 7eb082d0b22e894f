"""The actions of the data and training menus; see `gui/actions.py` for the others."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.action_spec import ActionSpec

ROWS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "explore_data", "data", lambda: QCoreApplication.translate("Actions", "E&xplore data…"), ("Ctrl+Shift+D",)
    ),
    ActionSpec("draw_points", "data", lambda: QCoreApplication.translate("Actions", "Draw &points…"), ("Ctrl+Alt+P",)),
    ActionSpec(
        "sketch_function", "data", lambda: QCoreApplication.translate("Actions", "&Sketch a function…"), ("Ctrl+Alt+F",)
    ),
    ActionSpec("import_table", "data", lambda: QCoreApplication.translate("Actions", "Import &table…"), ("Ctrl+I",)),
    ActionSpec(
        "import_series", "data", lambda: QCoreApplication.translate("Actions", "Import time se&ries…"), ("Ctrl+Alt+R",)
    ),
    ActionSpec(
        "import_pictures", "data", lambda: QCoreApplication.translate("Actions", "&Import pictures…"), ("Ctrl+Alt+I",)
    ),
    ActionSpec(
        "edit_columns", "data", lambda: QCoreApplication.translate("Actions", "Edit &columns…"), ("Ctrl+Alt+E",)
    ),
    ActionSpec(
        "try_input",
        "data",
        lambda: QCoreApplication.translate("Actions", "&Draw or type an input to try"),
        ("Ctrl+Alt+D",),
    ),
    ActionSpec(
        "run", "training", lambda: QCoreApplication.translate("Actions", "&Run or pause"), ("Space",), "run", False
    ),
    ActionSpec(
        "run_until", "training", lambda: QCoreApplication.translate("Actions", "Run &until…"), ("Ctrl+Shift+U",)
    ),
    ActionSpec(
        "stop", "training", lambda: QCoreApplication.translate("Actions", "&Stop"), ("Shift+Space",), "stop", False
    ),
    ActionSpec(
        "step_batch", "training", lambda: QCoreApplication.translate("Actions", "Step &batch"), ("Ctrl+B",), "step"
    ),
    ActionSpec(
        "step_epoch",
        "training",
        lambda: QCoreApplication.translate("Actions", "Step &epoch"),
        ("Ctrl+Shift+B",),
        "step-epoch",
    ),
    ActionSpec(
        "reset",
        "training",
        lambda: QCoreApplication.translate("Actions", "Reset to the same &initial weights"),
        ("Ctrl+R",),
        "reset",
    ),
    ActionSpec(
        "new_seed",
        "training",
        lambda: QCoreApplication.translate("Actions", "Reset to &new initial weights"),
        ("Ctrl+Shift+R",),
    ),
    ActionSpec(
        "keep_weights",
        "training",
        lambda: QCoreApplication.translate("Actions", "Begin a new run with t&hese weights"),
        ("Ctrl+Alt+K",),
    ),
    ActionSpec("slower", "training", lambda: QCoreApplication.translate("Actions", "S&lower"), ("Ctrl+Alt+-",)),
    ActionSpec(
        "faster", "training", lambda: QCoreApplication.translate("Actions", "Fas&ter"), ("Ctrl+Alt+=", "Ctrl+Alt++")
    ),
    ActionSpec(
        "moment_before", "training", lambda: QCoreApplication.translate("Actions", "Moment be&fore"), ("Ctrl+[",)
    ),
    ActionSpec("moment_after", "training", lambda: QCoreApplication.translate("Actions", "Mo&ment after"), ("Ctrl+]",)),
    ActionSpec("now", "training", lambda: QCoreApplication.translate("Actions", "Back to no&w"), ("Ctrl+Shift+]",)),
    ActionSpec(
        "replay", "training", lambda: QCoreApplication.translate("Actions", "&Play the run again"), ("Ctrl+Shift+[",)
    ),
    ActionSpec(
        "adopt", "training", lambda: QCoreApplication.translate("Actions", "Take the h&yperparameters of this moment")
    ),
    ActionSpec(
        "compare_runs", "training", lambda: QCoreApplication.translate("Actions", "Comp&are runs"), ("Ctrl+Shift+C",)
    ),
    ActionSpec(
        "race", "training", lambda: QCoreApplication.translate("Actions", "Ra&ce of variants…"), ("Ctrl+Alt+V",)
    ),
    ActionSpec(
        "range_test",
        "training",
        lambda: QCoreApplication.translate("Actions", "Learnin&g-rate range test…"),
        ("Ctrl+Alt+L",),
    ),
    ActionSpec(
        "sweep", "training", lambda: QCoreApplication.translate("Actions", "Sweep &over settings…"), ("Ctrl+Alt+S",)
    ),
)

SEPARATED = frozenset(
    {"import_table", "try_input", "step_batch", "reset", "slower", "moment_before", "adopt", "compare_runs"}
)
"""Actions before which their menu has a line."""
