"""What is printed of a comment wherever one is shown: its text, its classes, its place in the thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from blocks.formatting import php
from blocks.formatting.autop import autop
from blocks.formatting.balance import force_balance_tags
from blocks.formatting.escaping import Html, esc_attr
from blocks.formatting.names import sanitize_html_class
from blocks.formatting.smilies import convert_smilies
from blocks.formatting.texts import capital_p_dangit, convert_chars, make_clickable
from blocks.formatting.texturize import texturize
from blocks.formatting.urls import wp_parse_url
from blocks.render.html.content import state_of
from blocks.render.html.content.chain import all_shortcodes
from blocks.render.html.media import loading
from blocks.render.html.server import Server
from blocks.site.addresses import home_url, site_url
from blocks.site.avatars import get_avatar
from blocks.site.records import Comment, SitePost

MODERATED: Final = (
    "Your comment is awaiting moderation. This is a preview; your comment will be visible after it has been approved."
)
"""What is said to the author of a comment that waits."""


def comment_text(comment: Comment, server: Server) -> str:
    """The text of a comment after WordPress's filters for it (`comment_text`)."""
    host = php.text((wp_parse_url(home_url(server.site)) or {}).get("host", ""))
    text = make_clickable(comment.content, (php.lower(host),), comment=True)
    text = convert_chars(texturize(text, all_shortcodes(state_of(server))))
    if php.is_true(server.site.options["use_smilies"]):
        text = convert_smilies(text, site_url(server.site))
    return capital_p_dangit(autop(force_balance_tags(text)))


def comment_avatar(comment: Comment, size: int, server: Server, classes: str = "") -> str:
    """The picture of the author of a comment; empty where the site shows none."""
    counted = loading(server)
    return get_avatar(
        server.site,
        comment,
        size,
        classes=classes,
        loading=lambda given: counted.attributes("img", given, "get_avatar"),
    )


def comment_classes(server: Server, comment: Comment, depth: int, post: SitePost | None, *last: str) -> Html:
    """The classes that tell what a comment is, and where it stands, with `last` behind them (`get_comment_class()`).

    Every other comment is `alt`: they are counted through the whole document.
    """
    classes = [comment.type or "comment"]
    user = server.site.users.get(comment.user) if comment.user else None
    if user is not None:
        classes += ["byuser", f"comment-author-{sanitize_html_class(user.nicename, str(user.id))}"]
        if post is not None and post.author == user.id:
            classes.append("bypostauthor")
    classes += ("odd", "alt") if _count(server, "comments") % 2 else ("even",)
    if depth == 1:
        classes += ("thread-odd", "thread-alt") if _count(server, "threads") % 2 else ("thread-even",)
    return Html(" ".join(map(esc_attr, [*classes, f"depth-{depth}", *last])))


def count_from_zero(server: Server) -> None:
    """Begin to count comments anew."""
    server.memory["comments"] = server.memory["threads"] = 0


def _count(server: Server, what: str) -> int:
    number: int = server.memory.get(what, 0)
    server.memory[what] = number + 1
    return number


@dataclass(frozen=True, slots=True)
class Step:
    """A step through threads of comments: a comment begins or ends, or the list of the replies to it does.

    `kind` is `comment`, `end`, `list` or `end-list`.
    """

    kind: str
    comment: Comment
    depth: int
    is_parent: bool = False


def steps_inside(
    top: Iterable[Comment], replies: Mapping[int, Sequence[Comment]], depth: int, most: int
) -> Iterator[Step]:
    """The way through threads, replies inside the comment that they answer; beyond `most` levels without a list."""
    waiting = [Step("comment", comment, depth) for comment in reversed([*top])]
    while waiting:
        step = waiting.pop()
        yield step
        if step.kind != "comment":
            continue
        comment, below = step.comment, replies.get(step.comment.id, ())
        waiting.append(Step("end", comment, step.depth))
        deeper = bool(below) and step.depth < most
        if deeper:
            waiting.append(Step("end-list", comment, step.depth))
        waiting += [Step("comment", reply, step.depth + deeper) for reply in reversed(below)]
        if deeper:
            waiting.append(Step("list", comment, step.depth))


def steps_behind(top: Iterable[Comment], replies: Mapping[int, Sequence[Comment]], most: int) -> Iterator[Step]:
    """The way through threads as the classic list goes (`Walker_Comment`): beyond `most` levels, replies follow.

    Where `most` is 0 there is no limit.
    """
    waiting = [_first(comment, 1, replies) for comment in reversed([*top])]
    while waiting:
        step = waiting.pop()
        yield step
        if step.kind != "comment":
            continue
        comment, below = step.comment, replies.get(step.comment.id, ())
        deeper = bool(below) and (not most or step.depth < most)
        inner = [_first(reply, step.depth + deeper, replies) for reply in reversed(below)]
        end = Step("end", comment, step.depth)
        if deeper:
            waiting += [end, Step("end-list", comment, step.depth), *inner, Step("list", comment, step.depth)]
        else:
            waiting += [*inner, end]


def _first(comment: Comment, depth: int, replies: Mapping[int, Sequence[Comment]]) -> Step:
    return Step("comment", comment, depth, bool(replies.get(comment.id)))
