"""What the server draws of comments: threads, pages, the form, the list of classic themes, the latest ones."""

from __future__ import annotations

import re
from typing import Any

import pytest

import blocks
from blocks.site import Comment, MemorySite, SitePost, User
from tests.render.posts import drawn, html

POST = SitePost(id=1, title="Storm & rain", author=7, date="2025-03-01 10:00:00", comment_count=4)
CLOSED = SitePost(id=2, title="Ebb", date="2025-03-02 10:00:00", comment_status="closed")
LOCKED = SitePost(id=3, title="Key", date="2025-03-03 10:00:00", password="x", comment_count=1)
USERS = [
    User(id=1, display_name="Ada", nicename="ada", email="ada@example.test"),
    User(id=7, display_name="Bob", nicename="bob"),
]


def said(id: int, parent: int = 0, **fields: Any) -> Comment:
    date = f"2025-04-{id:02} 10:00:00"
    return Comment(
        **{"id": id, "post": 1, "parent": parent, "author": f"A{id}", "date": date, "content": "Hi", **fields}
    )


COMMENTS = [
    said(1, url="http://one.test", email="one@example.test"),
    said(2, 1, user=7),
    said(3, 2),
    said(4),
    said(5, approved="0", user=7, content="<b>Mine</b>"),
    said(6, type="note"),
    said(7, post=3),
]


def site(*comments: Comment, **options: Any) -> MemorySite:
    said_options = {"home": "http://example.test", **options}
    posts = [POST, CLOSED, LOCKED]
    return MemorySite(options=said_options, posts=posts, users=USERS, comments=comments or COMMENTS)


def shown(markup: str, on: MemorySite | None = None, post: int = 1, **request: Any) -> str:
    cpage = request.pop("cpage", None)
    query = {"p": post} if cpage is None else {"p": post, "cpage": cpage}
    return html(markup, on=on or site(), query=query, loop=True, **request)


def each(*inner: str) -> str:
    return drawn("comment-template", "".join(inner))


def ids(rendered: str) -> list[int]:
    return [int(id) for id in re.findall(r'id="comment-(\d+)"', rendered)]


# ------------------------------------------------------------------------------------------------------- the threads


def test_threads_are_lists_in_lists_and_say_where_a_comment_stands() -> None:
    assert shown(each(drawn("comment-author-name", isLink=False))) == (
        '<ol class="wp-block-comment-template">'
        '<li id="comment-1" class="comment even thread-even depth-1">'
        '<div class="wp-block-comment-author-name">A1</div>'
        '<ol><li id="comment-2" class="comment byuser comment-author-bob bypostauthor odd alt depth-2">'
        '<div class="wp-block-comment-author-name">A2</div>'
        '<ol><li id="comment-3" class="comment even depth-3">'
        '<div class="wp-block-comment-author-name">A3</div></li></ol></li></ol></li>'
        '<li id="comment-4" class="comment odd alt thread-odd thread-alt depth-1">'
        '<div class="wp-block-comment-author-name">A4</div></li></ol>'
    )


def test_beyond_the_deepest_list_replies_stand_in_the_comment_they_answer() -> None:
    rendered = shown(each(), site(thread_comments_depth="2"))
    assert '<li id="comment-3" class="comment even depth-2"></li></li></ol></li>' in rendered
    assert rendered.count("<ol") == 2


def test_without_threads_comments_stand_by_their_date_and_nobody_replies() -> None:
    rendered = shown(each(drawn("comment-reply-link")), site(thread_comments="0"))
    assert ids(rendered) == [1, 2, 3, 4]
    assert "<ol>" not in rendered
    assert "Reply" not in rendered


def test_the_newest_come_first_where_the_site_wants_it_so() -> None:
    assert ids(shown(each(), site(comment_order="desc"))) == [4, 1, 2, 3]


def test_what_a_comment_says_of_its_author_holds_for_that_user_alone() -> None:
    rendered = shown(each(), site(said(1, user=1), said(2, user=99), said(3, approved="0", user=99)), user=99)
    assert re.findall('class="comment ([^"]*)"', rendered) == [
        "byuser comment-author-ada even thread-even depth-1", "odd alt thread-odd thread-alt depth-1",
    ]  # fmt: skip


def test_each_template_begins_at_the_top() -> None:
    rendered = shown(each() + each(), site(said(1), said(2, 1)))
    assert re.findall(r"depth-\d", rendered) == ["depth-1", "depth-2"] * 2


def test_a_depth_of_none_is_no_limit_to_the_classic_list() -> None:
    assert shown(drawn("post-comments"), site(thread_comments_depth="0")).count('<ul class="children">') == 2


def test_an_author_sees_the_own_comment_that_waits_and_others_do_not() -> None:
    markup = each(drawn("comment-content"))
    rendered = shown(markup, user=7)
    assert ids(rendered) == [1, 2, 3, 4, 5]
    assert "visible after it has been approved.</em></p>Mine\n</div>" in rendered
    assert ids(shown(markup, user=1)) == ids(shown(markup, user=99)) == [1, 2, 3, 4]


def test_comments_of_a_locked_post_are_not_shown() -> None:
    assert shown(each() + drawn("post-comments-form") + drawn("comments-title"), post=3) == ""
    rendered = shown(drawn("post-comments") + drawn("avatar", userId=1) * 4, post=3)
    assert "Enter the password to view comments.</p>" in rendered
    assert [("lazy" in image) for image in re.findall("<img[^>]*>", rendered)] == [False, False, False, True]


def test_the_template_restores_what_stands_around_it() -> None:
    assert shown(each() + drawn("comment-author-name")) == shown(each())


@pytest.mark.parametrize("depth", ["5", "0", "20000"])
@pytest.mark.parametrize("markup", [each(drawn("comment-reply-link")), drawn("post-comments")])
def test_threads_may_be_deep(markup: str, depth: str) -> None:
    chain = [said(id, id - 1, date="2025-04-01 10:00:00") for id in range(1, 3001)]
    rendered = shown(markup, site(*chain, thread_comments_depth=depth))
    assert ids(rendered) == list(range(1, 3001))


def test_a_thread_that_bites_its_own_tail_is_not_shown() -> None:
    circle = site(said(1, 2), said(2, 1), page_comments="1")
    assert shown(each(drawn("comment-reply-link")), circle) == ""
    assert ids(shown(drawn("latest-comments"), circle)) == []


# --------------------------------------------------------------------------------------------- what a comment says


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            drawn("comment-author-name", textAlign="center"),
            '<div class="has-text-align-center wp-block-comment-author-name"><a rel="external nofollow ugc"'
            ' href="http://one.test" target="_self" > A1</a></div>',
        ),
        (drawn("comment-author-name", linkTarget=""), '<div class="wp-block-comment-author-name">A1</div>'),
        (
            drawn("comment-date"),
            '<div class="wp-block-comment-date"><time datetime="2025-04-01T10:00:00+00:00">'
            '<a href="http://example.test/?p=1#comment-1">April 1, 2025</a></time></div>',
        ),
        (drawn("comment-date", isLink=False, format="human-diff"), ">11 months ago</time>"),
        (drawn("comment-date", format="j"), '#comment-1"> 1</a>'),
        (
            drawn("comment-reply-link"),
            '<div class="wp-block-comment-reply-link"><a rel="nofollow" class="comment-reply-link"'
            ' href="http://example.test/?p=1&#038;replytocom=1#respond" data-commentid="1" data-postid="1"'
            ' data-belowelement="comment-1" data-respondelement="respond" data-replyto="Reply to A1"'
            ' aria-label="Reply to A1">Reply</a></div>',
        ),
        (
            drawn("comment-edit-link", linkTarget="_blank"),
            '<div class="wp-block-comment-edit-link"><a href="http://example.test/wp-admin/comment.php'
            '?action=editcomment&#038;c=1" target="_blank">Edit</a></div>',
        ),
    ],
)
def test_a_comment_says(block: str, expected: str) -> None:
    assert expected in shown(each(block), user=1)


def test_only_who_may_edit_a_comment_gets_the_link() -> None:
    markup = each(drawn("comment-edit-link"))
    assert "Edit" not in shown(markup)
    assert "Edit" not in shown(markup, user=7)


def test_the_text_of_a_comment_is_filtered() -> None:
    text = 'See "it": http://example.org/a\n\n<b>bold and Wordpress'
    rendered = shown(each(drawn("comment-content")), site(said(1, content=text)))
    assert rendered.endswith(
        '<div class="wp-block-comment-content"><p>See &#8220;it&#8221;: <a href="http://example.org/a"'
        ' rel="nofollow ugc">http://example.org/a</a></p>\n<p><b>bold and WordPress</b></p>\n</div></li></ol>'
    )


def test_who_has_to_log_in_is_led_back() -> None:
    on = site(comment_registration="1")
    login = "http://example.test/wp-login.php?redirect_to=http%3A%2F%2Fexample.test%2F%3Fp%3D1"
    assert f'class="comment-reply-login" href="{login}">Log in to Reply</a>' in shown(
        each(drawn("comment-reply-link")), on
    )
    form = shown(drawn("post-comments-form"), on)
    assert f'<p class="must-log-in">You must be <a href="{login}">logged in</a> to post a comment.</p>' in form
    assert "<form" not in form


# --------------------------------------------------------------------------------------------------------- the pages


def pages(**attributes: Any) -> str:
    kinds = (drawn(f"comments-pagination-{kind}") for kind in ("previous", "numbers", "next"))
    return drawn("comments-pagination", "".join(kinds), **attributes)


def test_pages_are_linked() -> None:
    on = site(page_comments="1", comments_per_page="1")
    assert ids(shown(each(), on)) == [4]
    assert ids(shown(each(), on, cpage=1)) == [1, 2, 3]
    assert shown(pages(paginationArrow="arrow"), on) == (
        '<nav class="wp-block-comments-pagination is-layout-flex wp-block-comments-pagination-is-layout-flex"'
        ' aria-label="Comments pagination">'
        '<a href="http://example.test/?p=1&#038;cpage=1#comments" class="wp-block-comments-pagination-previous">'
        "<span class='wp-block-comments-pagination-previous-arrow is-arrow-arrow' aria-hidden='true'>←</span>"
        'Older Comments</a><div class="wp-block-comments-pagination-numbers">'
        '<a class="page-numbers" href="/?cpage=1#comments">1</a>\n'
        '<span aria-current="page" class="page-numbers current">2</span></div></nav>'
    )
    assert ">Newer Comments</a>" in shown(pages(), on, cpage=1)
    assert shown(drawn("comments-pagination-previous"), on, cpage=1) == ""
    assert "cpage" not in shown(drawn("comments-pagination-next"), on, cpage=1)


def test_there_are_no_links_without_pages() -> None:
    assert shown(pages()) == ""
    assert shown(pages(), site(page_comments="1", comments_per_page="0")) == ""


def test_a_comment_is_linked_on_its_page() -> None:
    on = site(page_comments="1", comments_per_page="1", default_comments_page="oldest")
    rendered = shown(drawn("latest-comments", displayAvatar=False, displayExcerpt=False), on)
    assert re.findall(r'comment-link" href="[^"?]*\?p=1([^"]*)"', rendered) == [
        "&#038;cpage=2#comment-4", "#comment-3", "#comment-2", "#comment-1",
    ]  # fmt: skip


# ------------------------------------------------------------------------------------------- the number and the form


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({}, ">4 responses to &#8220;Storm &#038; rain&#8221;</h2>"),
        ({"showCommentsCount": False}, ">Responses to &#8220;Storm &#038; rain&#8221;</h2>"),
        ({"showPostTitle": False}, ">4 responses</h2>"),
        ({"showPostTitle": False, "showCommentsCount": False, "level": 3}, ">Responses</h3>"),
    ],
)
def test_a_title_says_how_many_there_are(attributes: dict[str, Any], expected: str) -> None:
    assert shown(drawn("comments-title", **attributes)).endswith(expected)


def test_numbers_and_links() -> None:
    assert shown(drawn("post-comments-count")) == '<div class="wp-block-post-comments-count">4</div>'
    assert shown(drawn("post-comments-link")) == (
        '<div class="wp-block-post-comments-link"><a href=http://example.test/?p=1#comments>4 comments'
        '<span class="screen-reader-text"> on Storm &#038; rain</span></a></div>'
    )
    assert shown(drawn("post-comments-link") + drawn("comments-title") + drawn("post-comments-form"), post=2) == ""


def test_the_form_knows_who_answers_whom() -> None:
    form = shown(drawn("post-comments-form", textAlign="right"))
    assert form.startswith(
        '\t<div id="respond" class="comment-respond has-text-align-right wp-block-post-comments-form">\n'
        '\t\t<h3 id="reply-title" class="comment-reply-title">Leave a Reply <small><a rel="nofollow"'
        ' id="cancel-comment-reply-link" href="/#respond" style="display:none;">Cancel reply</a></small></h3>'
        '<form action="http://example.test/wp-comments-post.php" method="post" id="commentform" class="comment-form">'
    )
    assert form.endswith("</p></form>\t</div><!-- #respond -->\n\t")
    answer = shown(drawn("post-comments-form"), get={"replytocom": "2"})
    assert 'Leave a Reply to <a href="#comment-2">A2</a> <small>' in answer
    assert "name='comment_parent' id='comment_parent' value='2'" in answer
    for wrong in ("5", "7", "99", "x", ["2"]):
        assert "Leave a Reply <small>" in shown(drawn("post-comments-form"), get={"replytocom": wrong})


def test_who_is_logged_in_is_not_asked_for_a_name() -> None:
    form = shown(drawn("post-comments-form"), user=7)
    assert "Logged in as Bob." in form
    assert 'name="author"' not in form
    assert "_wp_unfiltered_html_comment_disabled" not in form
    assert "_wp_unfiltered_html_comment_disabled" in shown(drawn("post-comments-form"), user=1)


# ------------------------------------------------------------------------------------------ the list of classic themes


@pytest.mark.parametrize(
    ("markup", "wrapper"),
    [
        (drawn("comments", legacy=True, textAlign="center"),
         '<div class="wp-block-post-comments has-text-align-center wp-block-comments">\n<!-- You can start'),
        (drawn("post-comments"), '<div class="wp-block-post-comments">\n<!-- You can start'),
    ],
)  # fmt: skip
def test_the_classic_list(markup: str, wrapper: str) -> None:
    rendered = shown(markup)
    assert rendered.startswith(wrapper)
    assert '<h3 id="comments">\n\t\t4 responses to &#8220;Storm &#038; rain&#8221;\t</h3>' in rendered
    assert re.findall(r'<li id="comment-(\d)" class="([^"]*)">', rendered) == [
        ("1", "comment even thread-even depth-1 parent"),
        ("2", "comment byuser comment-author-bob bypostauthor odd alt depth-2 parent"),
        ("3", "comment even depth-3"),
        ("4", "comment odd alt thread-odd thread-alt depth-1"),
    ]
    assert '<b class="fn"><a href="http://one.test" class="url" rel="ugc external nofollow">A1</a></b>' in rendered
    assert "\t\t</li><!-- #comment-## -->\n</ul><!-- .children -->\n</li><!-- #comment-## -->\n" in rendered
    assert 'class="submit wp-block-button__link wp-element-button"' in rendered


def test_in_the_classic_list_replies_beyond_the_deepest_list_come_behind() -> None:
    rendered = shown(drawn("post-comments"), site(thread_comments_depth="1"))
    assert ids(rendered) == [1, 2, 3, 4]
    assert "children" not in rendered
    assert "replytocom" not in rendered


def test_the_classic_list_is_for_pages_of_one_post() -> None:
    assert html(drawn("post-comments"), on=site(), post=1) == '<div class="wp-block-post-comments"></div>'


def test_links_of_the_classic_list_to_other_pages() -> None:
    on = site(page_comments="1", comments_per_page="1")
    older = '<a href="http://example.test/?p=1&#038;cpage=1#comments" >&laquo; Older Comments</a>'
    rendered = shown(drawn("post-comments"), on)
    assert rendered.count(f'<div class="alignleft">{older}</div>') == 2
    assert ids(rendered) == [4]
    assert '">Newer Comments &raquo;</a>' in shown(pages() + drawn("post-comments"), on, cpage=1)


# ----------------------------------------------------------------------------------------------------- the latest ones


def test_the_latest_comments() -> None:
    markup = drawn("latest-comments", commentsToShow=1, displayAvatar=False)
    assert shown(markup, site(*COMMENTS[:3])) == (
        '<ol class="has-dates has-excerpts wp-block-latest-comments"><li class="wp-block-latest-comments__comment">'
        '<article><footer class="wp-block-latest-comments__comment-meta">'
        '<span class="wp-block-latest-comments__comment-author">A3</span> on '
        '<a class="wp-block-latest-comments__comment-link" href="http://example.test/?p=1#comment-3">'
        "Storm &#038; rain</a>"
        '<time datetime="2025-04-03T10:00:00+00:00" class="wp-block-latest-comments__comment-date">April 3, 2025</time>'
        '</footer><div class="wp-block-latest-comments__comment-excerpt"><p>Hi</p>\n</div></article></li></ol>'
    )


def test_the_latest_comments_say_nothing_of_locked_posts_and_link_users() -> None:
    rendered = shown(drawn("latest-comments"))
    assert "<p>Password protected</p>" in rendered
    assert 'comment-author" href="http://example.test/?author=7">A2</a>' in rendered
    assert "A5" not in rendered
    assert "A6" not in rendered


def test_a_site_without_comments() -> None:
    empty = MemorySite(posts=[POST])
    assert shown(drawn("latest-comments", displayDate=False), empty) == (
        '<div class="has-avatars has-excerpts no-comments wp-block-latest-comments">No comments to show.</div>'
    )


# ---------------------------------------------------------------------------------------------------------- the hostile

HOSTILE: list[Any] = [None, True, 0, -3, 2.5, "", "0", [], ["a"], {"b": {}}, '"><script>x</script>', "\ud800", "1e99"]
ATTRIBUTES = ("textAlign", "isLink", "linkTarget", "format", "level", "label", "commentsToShow", "legacy", "style")


@pytest.mark.parametrize("value", HOSTILE, ids=repr)
def test_values_of_any_type_are_drawn(value: Any) -> None:
    attributes = dict.fromkeys(ATTRIBUTES, value)
    parts = [drawn(f"comment-{name}", **attributes) for name in ("author-name", "date", "content", "edit-link")]
    above = [drawn(name, **attributes) for name in ("comments-title", "post-comments-count", "post-comments-link")]
    below = [drawn(name, **attributes) for name in ("latest-comments", "post-comments", "post-comments-form")]
    markup = "".join([*above, each(*parts), drawn("comments", each(*parts), **attributes), pages(**attributes), *below])
    on = site(page_comments="1", comments_per_page="1")
    rendered = shown(markup, on, cpage=value, user=1, get={"replytocom": value})
    assert "<script>x" not in rendered
    assert "wp-block-latest-comments" in rendered


def test_a_theme_draws_comments_in_its_own_way(tmp_path: Any) -> None:
    folder = tmp_path / "templates" / "html" / "core"
    folder.mkdir(parents=True)
    (folder / "latest-comments.html").write_text("{% for c in comments %}[{{ c.author }}]{% endfor %}")
    from blocks.site import RenderContext

    asked = RenderContext(post=1)
    rendered = blocks.convert(drawn("latest-comments"), theme=tmp_path, site=site(), request=asked).output
    assert rendered == "[A7][A4][A3][A2][A1]"
