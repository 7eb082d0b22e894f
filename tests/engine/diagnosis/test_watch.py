"""What is found once is not told yet, and what is missed once is not gone."""

from __future__ import annotations

from engine.diagnosis.finding import Finding
from engine.diagnosis.rates import RateTooLarge
from engine.diagnosis.units import DeadUnits
from engine.diagnosis.watch import Watch
from engine.errors import Message


def finding(number: int = 1, node: str = "dense_1") -> Finding:
    return Finding(DeadUnits, Message("{number} units", number=number), Message("Try."), node)


def test_a_finding_comes_after_two_examinations_and_goes_after_two() -> None:
    watch = Watch()
    assert not watch.follow([finding()])
    assert watch.told == ()
    assert watch.follow([finding()])
    assert watch.told == (finding(),)
    assert not watch.follow([])
    assert watch.told == (finding(),)
    assert watch.follow([])
    assert watch.told == ()


def test_what_flickers_never_comes_and_never_goes() -> None:
    watch = Watch()
    for found in ([finding()], [], [finding()], []):
        watch.follow(found)
        assert watch.told == ()
    for found in ([finding()], [finding()], [], [finding()], [], [finding()]):
        watch.follow(found)
    assert watch.told == (finding(),)


def test_numbers_are_the_newest_and_causes_come_first() -> None:
    watch = Watch()
    cause = Finding(RateTooLarge, Message("It jumps."), Message("Try."), "", "loss")
    watch.follow([finding(1)])
    watch.follow([finding(2), cause])
    assert watch.told == (finding(2),)
    watch.follow([finding(3), cause])
    assert watch.told == (cause, finding(3))
    assert not watch.follow([finding(3), cause])


def test_of_a_run_that_stands_still_all_is_known_at_once() -> None:
    watch = Watch()
    assert watch.follow([finding()], final=True)
    assert watch.told == (finding(),)
    assert watch.follow([finding(node="dense_2")], final=True)
    assert [each.node for each in watch.told] == ["dense_2"]
    assert watch.follow([], final=True)
    assert watch.told == ()
