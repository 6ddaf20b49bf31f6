"""What `check --amp` says of all posts together: who knew the size of their pictures, and what their pages load."""

from __future__ import annotations

from collections import Counter

from blocks.cli import outputs
from blocks.cli.messages import say
from blocks.render.base import Result


class AmpSummary:
    """Counts over AMP renderings. One without a rendering says nothing."""

    def __init__(self) -> None:
        self._posts = 0
        self._pictures: Counter[str] = Counter()
        self._components: Counter[str] = Counter()
        self._most_css = (0, "")

    def add(self, label: str, result: Result) -> None:
        """Count one rendering; `label` is what messages call its post."""
        self._posts += 1
        self._pictures.update(result.images)
        self._components.update(result.components.keys())
        self._most_css = max(self._most_css, (len(outputs.encoded(result.css)), label), key=lambda one: one[0])

    def say(self) -> None:
        """Write the counts to standard error."""
        if not self._posts:
            return
        from blocks.render.amp.dimensions import SOURCES, UNKNOWN
        from blocks.render.amp.stylesheet import LIMIT

        sizes = ", ".join(f"{name} {self._pictures[name]:,}" for name in (*SOURCES, UNKNOWN) if self._pictures[name])
        say(f"AMP: {_counted(self._pictures.total(), 'picture')}{f'; sizes from: {sizes}' if sizes else ''}")
        size, label = self._most_css
        say(f"AMP: {size:,} bytes of CSS{f', the most, in {label}' if self._posts > 1 else ''} (at most {LIMIT:,})")
        used = ", ".join(f"{name} {count:,}" for name, count in sorted(self._components.items()))
        say(f"AMP: components, by posts: {used or 'none'}")


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
