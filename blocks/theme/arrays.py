"""PHP arrays, in dicts and lists, as theme.json is merged: nothing here changes what it is given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def put(tree: Any, path: Iterable[str], value: Any) -> Any:
    """The tree with another value at a path, made where it is not there (`_wp_array_set()`)."""
    steps = list(path)
    copies: list[Any] = []
    for step in steps:
        copy: dict[Any, Any] | list[Any]
        if isinstance(tree, list) and step.isdigit() and int(step) < len(tree):
            copy, below = list(tree), tree[int(step)]
        else:
            copy = keyed(tree)
            below = copy.get(step)
        copies.append(copy)
        tree = below
    for copy, step in zip(reversed(copies), reversed(steps), strict=True):
        if isinstance(copy, list):
            copy[int(step)] = value
        else:
            copy[step] = value
        value = copy
    return value


def without(tree: Any, path: Iterable[str]) -> Any:
    """The tree without what is at a path (`unset()`)."""
    *above, last = path
    parent: Any = tree
    for step in above:
        parent = parent.get(step) if isinstance(parent, dict) else None
    if not isinstance(parent, dict) or last not in parent:
        return tree
    left = {key: value for key, value in parent.items() if key != last}
    return put(tree, above, left) if above else left


def replaced(base: Any, incoming: Any) -> Any:
    """`base` with the values of `incoming`, key by key all the way down (`array_replace_recursive()`)."""
    top: list[Any] = [base]
    work: list[tuple[Any, Any, Any]] = [(top, 0, incoming)]
    while work:
        parent, key, new = work.pop()
        old = parent[key]
        if not isinstance(new, dict | list) or not isinstance(old, dict | list):
            parent[key] = new
            continue
        merged: Any
        if isinstance(old, list) and isinstance(new, list):
            merged = old + new[len(old) :]
            below: Iterable[tuple[Any, Any]] = enumerate(new[: len(old)])
        else:
            merged, additions = keyed(old), keyed(new)
            below = [(name, value) for name, value in additions.items() if name in merged]
            merged.update({name: value for name, value in additions.items() if name not in merged})
        work.extend((merged, name, value) for name, value in below)
        parent[key] = merged
    return top[0]


def keyed(value: Any) -> dict[Any, Any]:
    """A copy of an array as a dict, whose keys are text; an empty one for what is no array."""
    if isinstance(value, dict):
        return dict(value)
    return {str(index): one for index, one in enumerate(value)} if isinstance(value, list) else {}


def items(value: Any) -> list[dict[str, Any]]:
    """The arrays with keys in a list, such as the presets of one origin; nothing for what is no array."""
    members = value if isinstance(value, list) else value.values() if isinstance(value, dict) else ()
    return [one for one in members if isinstance(one, dict)]


def mapping(value: Any) -> dict[str, Any]:
    """An array with keys; an empty one for anything else."""
    return value if isinstance(value, dict) else {}
