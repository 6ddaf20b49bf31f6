"""Archives, the calendar, terms and the cloud of tags."""

from __future__ import annotations

import re
from typing import Any

import pytest

from blocks.site import Term
from blocks.theme import Theme
from tests.render.lists import HOME, converted, html, site

# ------------------------------------------------------------------------------------------------------- archives


def test_months() -> None:
    assert html("archives", '{"showPostCounts":true}') == (
        '<ul class="wp-block-archives-list wp-block-archives">'
        f"\t<li><a href='{HOME}/?m=202602'>February 2026</a>&nbsp;(1)</li>\n"
        f"\t<li><a href='{HOME}/?m=202601'>January 2026</a>&nbsp;(2)</li>\n"
        f"\t<li><a href='{HOME}/?m=202412'>December 2024</a>&nbsp;(1)</li>\n</ul>"
    )


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        ("yearly", ["2026", "2024"]),
        ("daily", ["February 3, 2026", "January 7, 2026", "January 5, 2026", "December 31, 2024"]),
        ("weekly", ["February 2, 2026&#8211;February 8, 2026", "January 5, 2026&#8211;January 11, 2026",
                    "December 30, 2024&#8211;January 5, 2025"]),
        ("postbypost", ["Ebb &#038; &#8220;flow&#8221;", "2", "Anchor", "Locked"]),
        ("alpha", ["2", "Anchor", "Ebb &#038; &#8220;flow&#8221;", "Locked"]),
        ("", ["February 2026", "January 2026", "December 2024"]),
    ],
)  # fmt: skip
def test_kinds_of_archives(kind: str, texts: list[str]) -> None:
    drawn = html("archives", f'{{"type":"{kind}","showPostCounts":true}}')
    assert re.findall(r"'>(.*?)</a>", drawn) == texts
    assert ("&nbsp;(" in drawn) == (kind not in ("postbypost", "alpha"))


def test_current_archive() -> None:
    def current(kind: str, query: dict[str, Any]) -> list[str]:
        return re.findall(
            r'<a [^>]*aria-current="page">(.*?)</a>', html("archives", f'{{"type":"{kind}"}}', query=query)
        )

    assert (
        current("monthly", {"year": 2026, "monthnum": 1})
        == current("", {"year": 2026, "monthnum": 1})
        == ["January 2026"]
    )
    assert current("daily", {"year": 2026, "monthnum": 1, "day": 5}) == ["January 5, 2026"]
    assert current("weekly", {"year": 2026, "w": 2}) == ["January 5, 2026&#8211;January 11, 2026"]
    assert "aria-current" not in html("archives", query={"year": 2026})
    assert '?p=3\' aria-current="page">Anchor' in html("archives", '{"type":"alpha"}', post=3)


def test_archives_to_choose_from() -> None:
    drawn = html("archives", '{"displayAsDropdown":true,"showLabel":false,"type":"yearly"}', query={"year": 2026})
    start, _, script = drawn.partition("<script>")
    assert start == (
        '<div class="wp-block-archives-dropdown wp-block-archives"><label for="wp-block-archives-1" '
        'class="wp-block-archives__label screen-reader-text">Archives</label>\n'
        '\t\t<select id="wp-block-archives-1" name="archive-dropdown">\n\t\t<option value="">Select Year</option>'
        f"\t<option value='{HOME}/?m=2026' selected='selected'> 2026 </option>\n"
        f"\t<option value='{HOME}/?m=2024'> 2024 </option>\n</select>"
    )
    assert f'["wp-block-archives-1","{HOME}"] );\n' in script
    assert "location.href = dropdown.value;" in script
    assert script.endswith("\n//# sourceURL=block_core_archives_build_dropdown_script\n</script>\n</div>")


def test_scripts_of_older_html() -> None:
    markup = '<!-- wp:archives {"displayAsDropdown":true} /-->'
    old = converted(markup, site(), Theme.classic()).output
    assert '<script type="text/javascript">\n/* <![CDATA[ */\n( ( [ dropdownId' in old
    assert "script\n/* ]]> */\n</script>\n</div>" in old
    assert "CDATA" not in converted(markup, site(), Theme.classic(supports={"html5": [["script"]]})).output


def test_no_archives() -> None:
    expected = '<div class="wp-block-archives-list wp-block-archives">No archives to show.</div>'
    assert html("archives", '{"type":"nope"}') == html("archives", place=site(posts=[])) == expected


# ------------------------------------------------------------------------------------------------------- calendar


def test_calendar() -> None:
    drawn = html("calendar")
    assert drawn.startswith(
        '<div class="wp-block-calendar"><table id="wp-calendar" class="wp-calendar-table">\n'
        "\t<caption>February 2026</caption>\n\t<thead>\n\t<tr>\n"
        '\t\t<th scope="col" aria-label="Monday">M</th>'
    )
    link = f'<a href="{HOME}/?m=20260203" aria-label="Posts published on February 3, 2026">3</a>'
    assert (
        f'<td colspan="6" class="pad">&nbsp;</td><td>1</td>\n\t</tr>\n\t<tr>\n\t\t<td>2</td><td>{link}</td><td>4</td>'
    ) in drawn
    assert '<td id="today">15</td>\n\t</tr>\n' in drawn
    assert '<td>28</td>\n\t\t<td class="pad" colspan="1">&nbsp;</td>\n\t</tr>\n\t</tbody>\n\t</table><nav ' in drawn
    assert drawn.endswith(
        f'<span class="wp-calendar-nav-prev"><a href="{HOME}/?m=202601">&laquo; Jan</a></span>\n'
        '\t\t<span class="pad">&nbsp;</span>\n\t\t<span class="wp-calendar-nav-next">&nbsp;</span>\n\t</nav></div>'
    )


def test_weeks_that_begin_with_the_month_have_no_gap() -> None:
    drawn = html("calendar", place=site(options={"start_of_week": "0"}))
    assert "<tr><td>1</td><td>2</td>" in drawn
    assert drawn.count("<td>") + drawn.count('<td id="today">') == 28
    assert 'class="pad" colspan' not in drawn


def test_month_of_a_calendar() -> None:
    asked = '{"month":12,"year":2024}'
    assert "<caption>February 2026</caption>" in html("calendar", asked)
    pretty = html("calendar", asked, site(options={"permalink_structure": "/%year%/%monthnum%/%postname%/"}))
    assert "<caption>December 2024</caption>" in pretty
    assert f'<a href="{HOME}/2026/01/">Jan &raquo;</a>' in pretty


def test_colours_of_a_calendar() -> None:
    drawn = html("calendar", '{"textColor":"base","style":{"color":{"background":"#fff"}}}')
    assert (
        '<table style="background-color:#fff;" id="wp-calendar" '
        'class="wp-calendar-table has-text-color has-base-color has-background">'
    ) in drawn


def test_calendar_without_posts() -> None:
    assert html("calendar", place=site(posts=[])) == ""
    assert "is hidden because there are no published posts" in html("calendar", place=site(posts=[]), user=1)


# ---------------------------------------------------------------------------------------------------------- terms


def test_terms() -> None:
    assert html("categories") == (
        '<ul class="wp-block-categories-list wp-block-categories">'
        f'\t<li class="cat-item cat-item-3"><a href="{HOME}/?cat=3">Dinghies</a>\n</li>\n'
        f'\t<li class="cat-item cat-item-1"><a href="{HOME}/?cat=1">News &amp; more</a>\n</li>\n</ul>'
    )


def test_terms_inside_terms() -> None:
    drawn = html("categories", '{"showHierarchy":true,"showPostCounts":true}', query={"cat": 3})
    assert drawn == (
        '<ul class="wp-block-categories-list wp-block-categories">'
        '\t<li class="cat-item cat-item-2 current-cat-parent current-cat-ancestor">'
        f"<a href=\"{HOME}/?cat=2\">Boats</a> (2)\n<ul class='children'>\n"
        f'\t<li class="cat-item cat-item-3 current-cat"><a aria-current="page" href="{HOME}/?cat=3">Dinghies</a> (2)\n'
        f'</li>\n</ul>\n</li>\n\t<li class="cat-item cat-item-1"><a href="{HOME}/?cat=1">News &amp; more</a> (2)\n'
        "</li>\n</ul>"
    )


def test_which_terms_are_listed() -> None:
    def names(attributes: str) -> list[str]:
        return re.findall(r">([^<]+)</a>", html("categories", attributes))

    assert names('{"showEmpty":true}') == ["Boats", "Dinghies", "Empty", "News &amp; more"]
    assert names('{"showOnlyTopLevel":true}') == ["News &amp; more"]
    assert names('{"taxonomy":"shelf"}') == ["rare"]
    assert '<li class="cat-item-none">No tags</li>' in html("categories", '{"taxonomy":"post_format"}')
    assert html("categories", '{"taxonomy":"nope"}').endswith('categories"></ul>')


def test_terms_whose_parent_is_missing_come_last() -> None:
    lost = [Term(id=2, name="A", count=1, parent=9), Term(id=3, name="B", count=1, parent=2)]
    drawn = html("categories", '{"showHierarchy":true}', site(terms=[Term(id=1, name="Z", count=1), *lost]))
    assert re.findall(r">([ABZ])</a>", drawn) == ["Z", "A", "B"]
    assert drawn.count("<ul") == 1


def test_a_deep_tree_of_terms_is_listed() -> None:
    terms = [Term(id=id, name=f"T{id}", count=1, parent=id - 1) for id in range(1, 1500)]
    drawn = html("categories", '{"showHierarchy":true}', site(terms=terms))
    assert drawn.count("<ul class='children'>") == drawn.count("</ul>") - 1 == 1498


def test_terms_to_choose_from() -> None:
    drawn = html(
        "categories", '{"displayAsDropdown":true,"showHierarchy":true,"taxonomy":"category"}', query={"cat": 1}
    )
    assert drawn.partition("<script>")[0] == (
        '<div class="wp-block-categories-dropdown wp-block-categories"><label class="wp-block-categories__label" '
        'for="wp-block-categories-1">Categories</label>'
        "<select  name='category_name' id='wp-block-categories-1' class='postform'>\n"
        "\t<option value='-1'>Select Category</option>\n"
        '\t<option class="level-0" value="boats">Boats</option>\n'
        '\t<option class="level-1" value="dinghies">&nbsp;&nbsp;&nbsp;Dinghies</option>\n'
        '\t<option class="level-0" value="news">News &#038; more</option>\n</select>'
    )
    assert "url.searchParams.set( dropdown.name, dropdown.value );" in drawn
    assert drawn.endswith("sourceURL=build_dropdown_script_block_core_categories\n</script>\n\n</div>")


def test_arguments_of_taxonomies() -> None:
    assert "<select  name='on' " in html("categories", '{"displayAsDropdown":true,"taxonomy":"shelf"}')
    hidden = html("categories", '{"displayAsDropdown":true,"taxonomy":"wp_theme"}')
    assert "<select  name='' " in hidden
    assert "<option value='-1' selected='selected'>Select Theme</option>" in hidden


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("A <b>b</b>", "A <b>b</b>"),
        ("a &amp; b <script>c</script>", "a &amp; b c"),
        ("50% off", "500ff"),  # as sprintf() has it
        ("100%%", "100%"),
        ("100%", "100%"),  # where sprintf() raises
    ],
)
def test_labels_of_terms(label: str, shown: str) -> None:
    attributes = '{"displayAsDropdown":true,"label":"' + label.replace("<", "\\u003c").replace(">", "\\u003e") + '"}'
    assert f'for="wp-block-categories-1">{shown}</label>' in html("categories", attributes)


def test_terms_are_numbered_with_their_lists() -> None:
    markup = '<!-- wp:categories /--><!-- wp:categories {"displayAsDropdown":true} /-->'
    assert 'for="wp-block-categories-2"' in converted(markup, site()).output


def test_terms_in_a_query_that_loads_no_page() -> None:
    inner = '<!-- wp:categories {"taxonomy":"shelf"} /-->'
    query = f'<!-- wp:query {{"queryId":1,"enhancedPagination":true}} --><div>{inner}</div><!-- /wp:query -->'
    assert '<a data-wp-on--click="core/query::actions.navigate" href=' in converted(query, site()).output


# ------------------------------------------------------------------------------------------------------ tag cloud


def test_tag_cloud() -> None:
    assert html("tag-cloud", '{"showTagCounts":true,"smallestFontSize":"1rem","largestFontSize":"2rem"}') == (
        f'<p class="wp-block-tag-cloud"><a href="{HOME}/?tag=a2" class="tag-cloud-link tag-link-6 tag-link-position-1" '
        'style="font-size: 2rem;" aria-label="tag 2 (9 items)">tag 2<span class="tag-link-count"> (9)</span></a>\n'
        f'<a href="{HOME}/?tag=a10" class="tag-cloud-link tag-link-5 tag-link-position-2" style="font-size: 1rem;" '
        'aria-label="Tag 10 (1 item)">Tag 10<span class="tag-link-count"> (1)</span></a></p>'
    )


def test_sizes_of_tags() -> None:
    tags = [
        Term(id=id, name=f"t{id}", slug=f"t{id}", taxonomy="post_tag", count=count)
        for id, count in enumerate((1, 4, 30), 1)
    ]
    drawn = html("tag-cloud", place=site(terms=tags))
    assert re.findall(r"font-size: ([^;]+);", drawn) == ["8pt", "12.705882352941pt", "22pt"]
    assert re.findall(r">(t\d)</a>", html("tag-cloud", '{"numberOfTags":1}', site(terms=tags))) == ["t3"]
    assert "font-size: 10pt;" in html("tag-cloud", '{"smallestFontSize":"10"}', site(terms=tags))


def test_no_tags() -> None:
    assert html("tag-cloud", '{"taxonomy":"nope"}') == html("tag-cloud", place=site(terms=[])) == ""
