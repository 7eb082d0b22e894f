"""A process of its own that writes a reel, so that neither window nor training wait: `python -m gui.recording.write`.

It takes the reel and the file to write, says on each line what share is done, and ends with 1 and a reason on stderr
where the system refuses.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from gui.recording.gif import WRITERS

NICE = 10
"""How far it stands back behind the training, where the system knows such a thing."""


def main(reel: Path, out: Path) -> int:
    """Write it, and tell how far it is."""
    if hasattr(os, "nice"):
        os.nice(NICE)
    try:
        for share in WRITERS[out.suffix.lower()](reel, out):
            print(f"{share:.3f}", flush=True)
    except OSError as reason:
        print(reason.strerror or reason, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
