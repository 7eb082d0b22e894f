"""Files that the program carries along: translations, icons and examples."""

from pathlib import Path

ROOT = Path(__file__).parent
TRANSLATIONS = ROOT / "translations"
ICONS = ROOT / "icons"
EXAMPLES = ROOT / "examples"
