"""The Interactivity API on the server: directives in the HTML of interactive blocks (`WP_Interactivity_API`).

    store = Interactivity()
    store.state("shop", {"open": True, "label": lambda store: store.get_context().get("name")})
    store.process_directives('<p data-wp-interactive="shop" data-wp-bind--hidden="!state.open">…</p>')

State is values, and callables for what is derived of the context: they get the `Interactivity`. HTML in which tags are
not closed in order stays as it is. Unlike WordPress, templates in templates (`data-wp-each`) are filled in so deep and
so often only as `DEEPEST` and `LONGEST` allow; what goes beyond stays as it is, too.
"""

from __future__ import annotations

import re
from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.escaping import esc_html
from blocks.formatting.php.strings import length, trim
from blocks.model.attributes import read_as_php
from blocks.render.html.interactivity.directives import Entry, camel_case, directive_parts, entries, with_property
from blocks.render.html.interactivity.processor import DirectiveProcessor
from blocks.theme.arrays import replaced

DEEPEST: Final = 50
"""How many templates in each other are filled in."""
LONGEST: Final = 2_000_000
"""How many characters templates are filled in with, in all, before no more are."""

_NAMESPACE = re.compile(r"[a-zA-Z0-9_/-]+")
_DIRECTIVES: Final = frozenset(("interactive", "router-region", "context", "bind", "class", "style", "text", "each"))


class Interactivity:
    """State and configuration by namespace, and what is made of HTML with them.

    `state_data` and `config_data` are what WordPress sends to the browser; `derived` the paths of the state that
    callables gave; `has_router_region` says that the styles of the router are needed.
    """

    def __init__(self) -> None:
        self.state_data: dict[str, Any] = {}
        self.config_data: dict[str, Any] = {}
        self.derived: dict[str, list[str]] = {}
        self.has_router_region = False
        self._namespaces: list[str | None] | None = None
        self._contexts: list[Any] | None = None
        self._element: dict[str, Any] | None = None
        self._depth = 0
        self._filled = 0

    def state(self, namespace: str | None = None, values: dict[str, Any] | None = None) -> Any:
        """The state of a namespace, with these values added; without a namespace, that of the element."""
        if not namespace:
            namespace = self._namespaces[-1] if self._namespaces and namespace is None and not values else None
            if not namespace:
                return {}
        return _added(self.state_data, namespace, values)

    def config(self, namespace: str, values: dict[str, Any] | None = None) -> Any:
        """The configuration of a namespace, with these values added."""
        return _added(self.config_data, namespace, values)

    def get_context(self, namespace: str | None = None) -> Any:
        """The context of the element that is being processed."""
        if not self._contexts or namespace == "":
            return {}
        name = namespace or (self._namespaces[-1] if self._namespaces else None)
        context = php.get(self._contexts[-1], name) if name else None
        return {} if context is None else context

    def get_element(self) -> dict[str, Any] | None:
        """`{"attributes": …}` of the element that is being processed."""
        return self._element

    def process_directives(self, html: str) -> str:
        """The HTML with its directives evaluated; as it is where tags are not closed in order."""
        if "data-wp-" not in html:
            return html
        self._namespaces, self._contexts, self._depth, self._filled = [], [], 0, 0
        result = self._processed(html)
        self._namespaces = self._contexts = self._element = None
        return html if result is None else result

    # The walk.

    def _processed(self, html: str) -> str | None:
        processor = DirectiveProcessor(html)
        namespaces, contexts = self._stacks()
        sizes = len(namespaces), len(contexts)
        open_tags: list[tuple[str | None, frozenset[str]]] = []
        while processor.next_tag(tag_closers=True):
            name = processor.get_tag()
            if name in ("SVG", "MATH"):
                processor.skip_to_closer()
                continue
            closes = processor.is_tag_closer()
            if closes:
                if not open_tags or open_tags[-1][0] != name:
                    del namespaces[sizes[0] :], contexts[sizes[1] :]
                    return None
                directives = open_tags.pop()[1]
            else:
                names = processor.get_attribute_names_with_prefix("data-wp-")
                if names is None:  # </br>
                    continue
                if any(one.startswith("data-wp-each-child") for one in names):
                    processor.next_balanced_closer()
                    continue
                parsed = (directive_parts(one) for one in names)
                directives = frozenset(parts[0] for parts in parsed if parts and parts[0] in _DIRECTIVES)
                if processor.visits_its_closer():
                    open_tags.append((name, directives))
            if directives:
                self._evaluated(processor, directives, closes, open_tags)
        return None if open_tags else processor.get_updated_html()

    def _evaluated(
        self,
        processor: DirectiveProcessor,
        directives: frozenset[str],
        closes: bool,
        open_tags: list[tuple[str | None, frozenset[str]]],
    ) -> None:
        names = processor.get_attribute_names_with_prefix("") or []
        self._element = {"attributes": {name: processor.get_attribute(name) for name in names}}
        leaves = closes or not processor.visits_its_closer()
        if not closes:
            self.has_router_region |= "router-region" in directives
            for prefix, enter in (
                ("interactive", self._interactive),
                ("context", self._context),
                ("bind", self._bind),
                ("class", self._class),
                ("style", self._style),
                ("text", self._text),
            ):
                if prefix in directives:
                    enter(processor)
            if "each" in directives:
                self._each(processor, open_tags)
        if leaves:
            namespaces, contexts = self._stacks()
            for prefix, stack in (("context", contexts), ("interactive", namespaces)):
                if prefix in directives and stack:
                    del stack[-1]
        self._element = None

    def _stacks(self) -> tuple[list[str | None], list[Any]]:
        if self._namespaces is None or self._contexts is None:
            self._namespaces, self._contexts = [], []
        return self._namespaces, self._contexts

    def _entries(self, processor: DirectiveProcessor, prefix: str) -> list[Entry]:
        namespaces, _ = self._stacks()
        return entries(processor, prefix, namespaces[-1] if namespaces else None)

    def _value_of(self, entry: Entry) -> Any:
        """What the path of a directive leads to; `!` in front of it negates (`evaluate()`)."""
        namespace, path = entry.namespace, entry.value
        if not namespace or not php.is_true(path) or not isinstance(path, str):
            return None
        namespaces, contexts = self._stacks()
        negated = path.startswith("!")
        steps = path[negated:].split(".")
        current: Any = {
            "state": self.state_data.get(namespace, []),
            "context": php.get(contexts[-1], namespace, default=[]) if contexts else [],
        }
        for index, step in enumerate(steps):
            if step == "length" and (isinstance(current, str) or php.is_list(current)):
                current = length(current) if isinstance(current, str) else len(current)
                break
            current = php.get(current, step)
            if current is None:
                break
            if callable(current):
                namespaces.append(namespace)
                try:
                    current = current(self)
                except Exception:  # noqa: BLE001 - as WordPress does with whatever is thrown
                    return None
                finally:
                    namespaces.pop()
                reached = ".".join(steps[: index + 1])
                if reached not in self.derived.setdefault(namespace, []):
                    self.derived[namespace].append(reached)
        return not php.is_true(current) if negated else current

    # What the directives do when a tag is entered.

    def _interactive(self, processor: DirectiveProcessor) -> None:
        namespaces, _ = self._stacks()
        given: Any = processor.get_attribute("data-wp-interactive")
        if isinstance(given, str) and isinstance(decoded := read_as_php(given), dict | list):
            given = php.get(decoded, "namespace")
        named = isinstance(given, str) and given != "0" and _NAMESPACE.match(given)
        namespaces.append(given if named else namespaces[-1] if namespaces else None)

    def _context(self, processor: DirectiveProcessor) -> None:
        _, contexts = self._stacks()
        context = contexts[-1] if contexts else {}
        for entry in self._entries(processor, "context"):
            if entry.suffix is None:
                given = entry.value if isinstance(entry.value, dict | list) else {}
                context = replaced(context, {entry.namespace or "": given})
        contexts.append(context)

    def _bind(self, processor: DirectiveProcessor) -> None:
        for entry in self._entries(processor, "bind"):
            name = entry.suffix
            if not name or entry.unique_id is not None:
                return
            value = self._value_of(entry)
            spelled_out = len(name) > 5 and name[4] == "-"  # aria-… and data-…
            if value is None or (value is False and not spelled_out):
                processor.remove_attribute(name)
            elif isinstance(value, bool):
                processor.set_attribute(name, ("true" if value else "false") if spelled_out else value)
            elif not isinstance(value, dict | list):
                processor.set_attribute(name, php.text(value))

    def _class(self, processor: DirectiveProcessor) -> None:
        for entry in self._entries(processor, "class"):
            if entry.suffix:
                has_id = entry.unique_id and entry.unique_id != "0"
                name = f"{entry.suffix}---{entry.unique_id}" if has_id else entry.suffix
                change = processor.add_class if php.is_true(self._value_of(entry)) else processor.remove_class
                change(name)

    def _style(self, processor: DirectiveProcessor) -> None:
        for entry in self._entries(processor, "style"):
            if not entry.suffix or entry.unique_id is not None:
                continue
            value = self._value_of(entry)
            style = processor.get_attribute("style")
            style = style if isinstance(style, str) and style != "0" else ""
            if not style and not php.is_true(value):
                continue
            style = with_property(style, entry.suffix, "" if isinstance(value, dict | list) else value)
            if style:
                processor.set_attribute("style", style)
            else:
                processor.remove_attribute("style")

    def _text(self, processor: DirectiveProcessor) -> None:
        for entry in self._entries(processor, "text"):
            if entry.suffix is None and entry.unique_id is None and php.is_true(entry.value):
                value = self._value_of(entry)
                is_text = isinstance(value, str) or php.is_number(value)
                processor.set_content(esc_html(php.text(value)) if is_text else "")
                return

    def _each(self, processor: DirectiveProcessor, open_tags: list[tuple[str | None, frozenset[str]]]) -> None:
        """A `<template>` filled in for each item, behind it."""
        entries = self._entries(processor, "each")
        if processor.get_tag() != "TEMPLATE" or len(entries) != 1 or entries[0].unique_id is not None:
            return
        entry = entries[0]
        items = self._value_of(entry)
        content = processor.template_content()
        processor.set_bookmark("end of template")
        processor.next_tag()
        is_done = php.is_true(processor.get_attribute("data-wp-each-child"))
        processor.seek("end of template")
        processor.release_bookmark("end of template")
        bare = trim(content or "")
        if (
            is_done
            or not php.is_true(items)
            or not php.is_array(items)
            or not php.is_list(items)
            or not bare.startswith("<")
            or not bare.endswith(">")
        ):
            if open_tags:
                open_tags.pop()
            return
        filled = self._filled_in(content or "", entry, php.values(items))
        if filled is not None:
            processor.append_after_template(filled)
            open_tags.pop()

    def _filled_in(self, content: str, entry: Entry, items: list[Any]) -> str | None:
        _, contexts = self._stacks()
        name = "item" if entry.suffix is None else camel_case(entry.suffix)
        parts: list[str] = []
        self._depth += 1
        for item in items:
            if self._depth > DEEPEST or self._filled > LONGEST:
                parts.clear()
                break
            contexts.append(replaced(contexts[-1] if contexts else {}, {entry.namespace or "": {name: item}}))
            done = self._processed(content)
            contexts.pop()
            if done is None:
                self._depth -= 1
                return None
            child = DirectiveProcessor(done)
            while child.next_tag():
                child.set_attribute("data-wp-each-child", f"{entry.namespace}::{entry.value}")
                child.next_balanced_closer()
            parts.append(child.get_updated_html())
            self._filled += len(parts[-1])
        self._depth -= 1
        return "".join(parts)


def _added(data: dict[str, Any], namespace: str, values: dict[str, Any] | None) -> Any:
    data[namespace] = replaced(data.get(namespace, {}), values or {})
    return data[namespace]
