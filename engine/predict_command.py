"""The headless answers of a trained network, a row for each new sample."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

from engine.atomic_file import write_atomically
from engine.data.csv_file import prediction_rows
from engine.data.new_samples import read_new_samples
from engine.project import Project


def predict(project: Project, samples: Path, output: Path | None) -> None:
    """Write the answers for the samples of a file into another one, or print them where none is named."""
    fitted = project.prepare().fitted
    inputs = fitted.transform(read_new_samples(project.data, samples, fitted.features))
    network = project.network()
    threshold = network.output(network.outputs[0]).loss.threshold
    answers = fitted.measured(network.predict(inputs))
    rows = prediction_rows(answers, fitted.classes, threshold, fitted.target_names)
    if output is None:
        csv.writer(sys.stdout, lineterminator="\n").writerows(rows)
    else:
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(rows)
        write_atomically(output, text.getvalue().encode())
