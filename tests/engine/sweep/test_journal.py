"""A sweep's folder: read again as it was written, whatever a crash has left of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import DataError, ExportError, Message
from engine.events import EpochEnd
from engine.project import Project
from engine.sweep.journal import JOURNAL, KEPT, Journal, digest
from engine.sweep.trial import Outcome, Task, run
from tests.engine.faults import little_room
from tests.engine.runs.test_stored import made
from tests.engine.sweep.conftest import Begin


def end(loss: float) -> EpochEnd:
    return EpochEnd(2, 10, loss, None, None, None, 0.1, 0.5)


def add(journal: Journal, *numbers: int) -> None:
    """Outcomes of which the later ones are better."""
    with journal.held():
        for number in numbers:
            journal.record(Outcome(number, end(1 / number), end(2.0), 0.125, content=b"learned"))


def refused(folder: Path) -> str:
    with pytest.raises(DataError) as caught:
        Journal.open(folder)
    assert len(caught.value.messages) == 1
    return str(caught.value)


def test_what_was_written_is_read_again(begin: Begin) -> None:
    journal = begin("a", trials=4, seed=3)
    with journal.held():
        journal.note_obstacle([Message("Nobody answers.")])
    assert Journal.open(journal.folder).obstacle == (Message("Nobody answers."),)
    add(journal, 2)
    assert Journal.open(journal.folder).obstacle == ()
    reason = Message("{label} takes {wanted}.", label=Message("Units"), wanted=3)
    with journal.held():
        journal.record(Outcome(3, reason=reason, seconds=1.5))
        journal.note_lost([1, 4])
    again = Journal.open(journal.folder)
    assert again.sweep == journal.sweep
    assert again.outcomes == {2: Outcome(2, end(0.5), end(2.0), 0.125), 3: Outcome(3, reason=reason, seconds=1.5)}
    assert (again.missing(), again.lost) == ([1, 4], {1, 4})
    assert [each.number for each in again.ranked()] == [2]


def test_the_project_is_kept_without_what_it_has_learned(begin: Begin, project: Project) -> None:
    before = digest(project)
    project.keep_runs, project.runs = False, (made(1),)
    kept = begin("a").project()
    assert (kept.training, kept.weights, kept.runs) == (project.training, None, ())
    assert digest(project) == before


def test_a_cut_last_line_is_passed_over_and_taken_away_before_more_is_written(begin: Begin) -> None:
    journal = begin("a")
    add(journal, 1, 2)
    path = journal.folder / JOURNAL
    whole = path.read_bytes()
    path.write_bytes(whole[:-9])
    again = Journal.open(journal.folder)
    assert again.missing() == [2, 3, 4, 5, 6]
    add(again, 2)
    assert path.read_bytes() == whole


def test_a_follower_reads_what_another_writes_also_line_by_half_a_line(begin: Begin) -> None:
    writer = begin("a")
    reader = Journal.open(writer.folder)
    assert not reader.follow()
    add(writer, 1, 2)
    lines = (writer.folder / JOURNAL).read_bytes()
    (writer.folder / JOURNAL).write_bytes(lines[:-5])
    assert reader.follow()
    assert set(reader.outcomes) == {1}
    (writer.folder / JOURNAL).write_bytes(lines)
    assert reader.follow()
    assert set(reader.outcomes) == {1, 2}


def test_a_sweep_that_began_with_trials_which_cannot_run_is_gone_on_with_as_it_is(
    begin: Begin, project: Project, tmp_path: Path
) -> None:
    """As one that an earlier version has begun, which foresaw less."""
    journal = begin("a")
    add(journal, 2)
    again = Journal.begin(tmp_path / "a", project, journal.sweep.without({1, 4}))
    assert (again.sweep, again.missing()) == (journal.sweep, [1, 3, 4, 5, 6])


def test_the_folder_of_another_sweep_is_left_alone(begin: Begin, project: Project, tmp_path: Path) -> None:
    add(begin("a"), 1)
    assert begin("a").outcomes.keys() == {1}
    for other in ({"seed": 1}, {"trials": 3}):
        with pytest.raises(DataError, match="holds another sweep"):
            begin("a", **other)
    with pytest.raises(DataError, match="holds another sweep"):
        begin("a", "batch_size=8")
    project.training = project.training.replace(epochs=4)
    with pytest.raises(DataError, match="holds another sweep"):
        begin("a")
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "to-mum.txt").touch()
    with pytest.raises(DataError, match="is not empty"):
        begin("letters")


def test_only_one_process_adds_to_a_folder(begin: Begin) -> None:
    journal = begin("a")
    with journal.held(), pytest.raises(DataError, match="at work already"), Journal.open(journal.folder).held():
        pass
    with Journal.open(journal.folder).held():
        pass


@pytest.mark.parametrize("content", [b"", b"{}\n", b"[1]\n", b"\xff\n", b'{"format": "rambat-sweep", "version": 9}\n'])
def test_a_journal_that_is_none_is_told(tmp_path: Path, content: bytes) -> None:
    assert "no sweep in" in refused(tmp_path)
    (tmp_path / JOURNAL).write_bytes(content)
    assert "is damaged" in refused(tmp_path)


@pytest.mark.parametrize("line", [b"?\n", b'{"trial": 99}\n', b'{"trial": 1, "seconds": 1}\n', b'{"lost": 3}\n'])
def test_a_damaged_line_is_told(begin: Begin, line: bytes) -> None:
    journal = begin("a")
    with (journal.folder / JOURNAL).open("ab") as file:
        file.write(line)
    assert "is damaged" in refused(journal.folder)


def test_only_the_best_keep_what_they_have_learned(begin: Begin) -> None:
    journal = begin("a", "batch_size=1:40:40")
    add(journal, *range(1, KEPT + 6))
    kept = sorted(int(path.stem) for path in (journal.folder / "trials").iterdir())
    assert kept == list(range(6, KEPT + 6))


def test_what_was_learned_comes_back(begin: Begin) -> None:
    journal = begin("a")
    outcome = run(Task(1, str(journal.folder / "project.rambat"), journal.values(1), 2, "loss"))
    with journal.held():
        journal.record(outcome)
    kept = Journal.open(journal.folder).learned(1)
    assert kept is not None
    assert kept[0]["dense_1.kernel"].shape == (2, 2)
    assert len(kept[1]) == 2
    assert journal.learned(2) is None


def test_a_disk_that_is_full_when_a_sweep_begins_leaves_a_folder_in_which_it_can_begin_later(
    begin: Begin, tmp_path: Path
) -> None:
    """There is room for the project, and not for all that is to be tried."""
    many = "batch_size=" + ",".join(map(str, range(1, 301)))
    with little_room(3_000), pytest.raises(ExportError, match=r"journal\.jsonl could not be written: File too large"):
        begin("a", many)
    assert list((tmp_path / "a").iterdir()) == []
    assert len(begin("a", many).missing()) == 300


def test_a_full_disk_in_the_midst_of_a_line_costs_that_trial_and_no_other(begin: Begin) -> None:
    journal = begin("a")
    add(journal, 1)
    size = (journal.folder / JOURNAL).stat().st_size
    with journal.held(), little_room(size + 40), pytest.raises(ExportError, match="File too large"):
        journal.record(Outcome(2, end(0.1), end(0.1), content=b"x"))
    assert (journal.folder / JOURNAL).stat().st_size == size + 40, "half a line"
    again = Journal.open(journal.folder)
    assert again.missing() == [2, 3, 4, 5, 6]
    add(again, 2)
    assert Journal.open(journal.folder).missing() == [3, 4, 5, 6]


def test_a_full_disk_is_told_and_what_was_written_stays(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = begin("a")
    add(journal, 1)
    opened = Path.open

    def full(path: Path, mode: str = "r", *rest: object, **more: object) -> object:
        if path.name == JOURNAL and mode == "ab":
            raise OSError(28, "No space left on device")
        return opened(path, mode, *rest, **more)

    with monkeypatch.context() as patched, journal.held():
        patched.setattr(Path, "open", full)
        with pytest.raises(ExportError, match="No space left"):
            journal.record(Outcome(2, end(0.1), end(0.1), content=b"x"))
    assert Journal.open(journal.folder).missing() == [2, 3, 4, 5, 6]
