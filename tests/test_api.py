"""render() and convert(): formats, options, themes and templates, and what a wrong call says."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import blocks
from blocks.library import media
from blocks.model.delimiter import is_block_name
from blocks.render.templates import Templates
from blocks.syntax.grammar import wordpress_grammar

IMAGE = '<!-- wp:image {"id":7} --><figure><img src="a.jpg" alt="A &amp; B"/></figure><!-- /wp:image -->'


def theme(tmp_path: Path, **templates: str) -> Path:
    for name, text in templates.items():
        path = tmp_path / "templates" / name.replace("__", "/").replace("_", "-")
        path = path.with_suffix(".html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_html_is_the_saved_markup_with_blocks_in_place() -> None:
    assert blocks.render(f"<!-- wp:acme/box --><div>0{IMAGE}</div><!-- /wp:acme/box -->\n") == (
        '<div>0<figure><img src="a.jpg" alt="A &amp; B"/></figure></div>\n'
    )


def test_a_source_is_text_a_document_or_a_post() -> None:
    for source in (IMAGE, IMAGE.encode(), blocks.parse(IMAGE), blocks.Post(IMAGE)):
        assert blocks.render(source) == '<figure><img src="a.jpg" alt="A &amp; B"/></figure>'


def test_convert_tells_the_problems_of_text_and_rendering() -> None:
    result = blocks.convert('<!-- wp:latest-posts {"a":1,"a":2} /-->')
    assert result.output == str(result) == '<ul class="wp-block-latest-posts__list wp-block-latest-posts"></ul>'
    assert {"duplicate-attribute", "no-data"} <= {problem.code for problem in result.problems}


def test_a_page_has_the_posts_title_and_address() -> None:
    post = blocks.Post("<p>Hi</p>", title="Fish & chips", link="https://example.com/?a=1&b=2")
    page = blocks.render(post, page=True, lang="de")
    assert page.startswith('<!doctype html>\n<html lang="de">')
    assert "<title>Fish &amp; chips</title>" in page
    assert '<link rel="canonical" href="https://example.com/?a=1&amp;b=2">' in page
    assert '<main>\n<article class="page">\n<h1>Fish &amp; chips</h1>\n<p>Hi</p>\n</article>\n</main>' in page


def test_a_theme_overrides_by_path(tmp_path: Path) -> None:
    folder = theme(
        tmp_path,
        html__core__image="<picture>{{ block.alt }}|{{ block.attributes.id }}|{{ content }}</picture>",
        html__core__group="<main>{{ children }}</main>{{ children }}",
        html__acme__book="{{ block.block_name }}",
    )
    markup = f"<!-- wp:group --><div>x{IMAGE}</div><!-- /wp:group --><!-- wp:acme/book /-->"
    figure = '<figure><img src="a.jpg" alt="A &amp; B"/></figure>'
    picture = f"<picture>A &amp; B|7|{figure}</picture>"
    assert blocks.render(markup, theme=folder) == f"<main>{picture}</main>{picture}acme/book"


def test_a_template_extends_the_one_it_overrides(tmp_path: Path) -> None:
    folder = theme(
        tmp_path,
        html__page='{% extends "blocks:html/page.html" %}{% block body %}<b>{{ content|safe }}</b>{% endblock %}',
    )
    page = blocks.render("<p>Hi</p>", theme=folder, page=True)
    assert "<b><p>Hi</p></b>" in page
    assert page.startswith("<!doctype html>")


def test_a_themes_html_does_not_defeat_amp(tmp_path: Path) -> None:
    folder = theme(tmp_path, html__core__image="<b>html</b>", amp__core__image="<i>amp</i>")
    assert "<i>amp</i>" in blocks.render(IMAGE, to="amp", theme=folder)
    (tmp_path / "templates" / "amp" / "core" / "image.html").unlink()
    assert "<b>html</b>" in blocks.render(IMAGE, to="amp", theme=str(folder) + "/")


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("a\n{{ nothing }}", r"image\.html, line 2: 'nothing' is undefined"),
        ("a\n{% if %}", r"image\.html, line 2: Expected an expression"),
        ("\n\n{{ block.no_field }}", r"image\.html, line 3: .* has no attribute 'no_field'"),
        ("{{ 1 / 0 }}", r"image\.html, line 1: ZeroDivisionError: division by zero"),
        (
            '{% extends "html/core/gone.html" %}',
            r"there is no template html/core/gone\.html, which html/core/image\.html needs",
        ),
    ],
)
def test_a_template_that_fails_is_named_with_its_line(tmp_path: Path, template: str, message: str) -> None:
    with pytest.raises(blocks.TemplateError, match=message):
        blocks.render(IMAGE, theme=theme(tmp_path, html__core__image=template))


def test_text_cannot_pass_for_a_place_in_a_template(tmp_path: Path) -> None:
    folder = theme(tmp_path, html__core__group="{{ block.attributes.x }}{{ content }}")
    markup = '<!-- wp:group {"x":"\\u0002content\\u0003"} -->hi<!-- /wp:group -->'
    assert blocks.render(markup, theme=folder) == "\x02content\x03hi"


def test_deep_trees_go_through_templates_without_recursion(tmp_path: Path) -> None:
    folder = theme(tmp_path, html__core__group="<b>{{ children }}</b>")
    depth = 5_000
    markup = "<!-- wp:group -->" * depth + "<!-- /wp:group -->" * depth
    assert blocks.render(markup, theme=folder) == "<b>" * depth + "</b>" * depth


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (
            lambda: blocks.render("", to="htm"),
            blocks.UnknownFormatError,
            "no format 'htm'. Did you mean 'html'? Known: html, text, ndjson",
        ),
        (
            lambda: blocks.render("", pages=True),
            blocks.OptionError,
            "the format html has no option 'pages'. Did you mean 'page'?",
        ),
        (
            lambda: blocks.render("", theme="/no/such"),
            blocks.TemplateError,
            "the theme /no/such has no folder templates/",
        ),
        (lambda: blocks.render("", theme=3), TypeError, "`theme` is the path of a folder, not 3"),
        (lambda: blocks.parse("", grammar="x"), TypeError, "`grammar` is a blocks.Grammar"),  # type: ignore[arg-type]
        (lambda: blocks.parse("", registry=3), TypeError, "`registry` is a blocks.Registry"),  # type: ignore[arg-type]
        (lambda: blocks.parse("").transform(3), TypeError, "transform() takes a function of a block"),  # type: ignore[arg-type]
        (
            lambda: blocks.Paragraph(contents="Hi"),
            TypeError,
            "Paragraph has no field 'contents'. Did you mean 'content'?",
        ),
        (
            lambda: blocks.render("", page="no"),
            blocks.OptionError,
            "the option page of the format html takes bool, not 'no'",
        ),
        (
            lambda: blocks.render("", lang=None),
            blocks.OptionError,
            "the option lang of the format html takes str, not None",
        ),
        (lambda: blocks.render("", "amp", canonical=5), blocks.OptionError, "takes str or NoneType, not 5"),
        (lambda: blocks.render("", "text", width=True), blocks.OptionError, "takes int, not True"),
        (lambda: blocks.render("", to=None), TypeError, "the name of a format, or a renderer"),  # type: ignore[arg-type]
        (lambda: blocks.convert("", blocks.Renderer), TypeError, "(an instance, not its class)"),  # type: ignore[arg-type]
        (lambda: blocks.render(7), TypeError, "parse() takes the text itself, as str or bytes, not int"),  # type: ignore[arg-type]
    ],
)
def test_a_wrong_call_says_what_to_do(call: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error) as caught:
        call()
    assert message in str(caught.value)


def test_a_type_can_be_declared_and_registered() -> None:
    @blocks.block("acme/book")
    class Book(blocks.Block):
        """<!-- wp:acme/book /-->"""

    registry = blocks.Registry(plugins=False)
    registry.register(Book)
    (book,) = blocks.parse("<!-- wp:acme/book /-->", registry=registry).children
    assert type(book) is Book
    assert ("acme/book" in registry, "core/image" in registry, len(registry), list(registry)) == (
        True,
        False,
        1,
        [Book],
    )


@given(st.from_regex(r"\A[a-zA-Zé0-9_ .\n-]{0,3}/?[a-z0-9_.\\/-]{0,3}\n?\Z"))
@example("acme/book")
@example("a/b\n")
@example("a/../b")
def test_a_block_name_has_the_form_of_the_grammars(name: str) -> None:
    grammars = wordpress_grammar()._terminals["NAME"].pattern.to_regexp()
    assert is_block_name(name) == (re.fullmatch(grammars, name) is not None and "/" in name)


def test_a_wrong_declaration_says_what_is_wrong() -> None:
    with pytest.raises(blocks.DeclarationError, match="a block's name has a namespace, such as 'core/book'"):
        blocks.block("book")(blocks.Block)
    for name in (
        "Acme/book",
        "acme/Book",
        "acme/",
        "/book",
        "a/b/c",
        "acme/../book",
        "acme/book ",
        "acme/b\n",
        "1/2",
        7,
    ):
        with pytest.raises(blocks.DeclarationError, match="a block's name"):
            blocks.block(name)(type("Own", (blocks.Block,), {}))  # type: ignore[arg-type]
    with pytest.raises(
        blocks.DeclarationError, match=r"Image is declared for core/image already; make a subclass of it"
    ):
        blocks.block("acme/image")(blocks.Image)
    assert blocks.Image.type_name == "core/image"
    for base in (blocks.Block, blocks.Unknown):
        with pytest.raises(blocks.DeclarationError, match="make a subclass of it"):
            blocks.block("acme/book")(base)
        assert base.type_name is None
    with pytest.raises(blocks.DeclarationError, match="'Acme/x' is no block's name"):
        blocks.Registry().register(type("Own", (blocks.Block,), {"type_name": "Acme/x"}))
    with pytest.raises(blocks.DeclarationError, match="no subclass of Block"):
        blocks.block("acme/book")(int)  # type: ignore[type-var]
    with pytest.raises(blocks.DeclarationError, match="Block has no name"):
        blocks.Registry().register(blocks.Block)
    with pytest.raises(blocks.DeclarationError, match="module math declares no block type"):
        blocks.Registry(math)

    @blocks.block("core/image")
    class Other(blocks.Block):
        """<img>"""

    with pytest.raises(
        blocks.DeclarationError,
        match=r"core/image is declared twice: by blocks\.library\.media\.pictures\.Image and by",
    ):
        blocks.Registry(media).register(Other)


@pytest.mark.parametrize(
    "name",
    ["../image", "core/../image", "core/./image", "core//image", "core\\image", "/core/image", "core/", "Core/image"],
)
def test_only_a_blocks_name_is_looked_up_as_a_path(tmp_path: Path, name: str) -> None:
    folder = theme(tmp_path, html__core__image="one")
    (folder / "templates" / "image.html").write_text("out")
    (folder / "templates" / "html" / "image.html").write_text("out")
    (folder / "templates" / "html" / "core" / ".html").write_text("out")
    (folder / "templates" / "html" / "core\\image.html").write_text("out")
    templates = Templates(folder)
    assert templates.for_block(("html",), "core/image") == "html/core/image.html"
    assert templates.for_block(("html",), name) is None


@pytest.mark.parametrize(
    "name", ["../secret.html", "html/../../secret.html", "{}/secret.html", "html//part.html", "x\\0"]
)
def test_a_template_includes_what_lies_in_the_folder_and_nothing_else(tmp_path: Path, name: str) -> None:
    (tmp_path / "t" / "templates").mkdir(parents=True)
    (tmp_path / "t" / "secret.html").write_text("secret")
    path = name.format(tmp_path / "t")
    folder = theme(
        tmp_path / "t", html__part="p", html__core__image=f"{{% include {path!r} %}}", html__core__sub__a="s"
    )
    with pytest.raises(blocks.TemplateError, match="there is no template"):
        blocks.render(IMAGE, theme=folder)
    theme(tmp_path / "t", html__core__image="{% include 'html/part.html' %}{% include 'theme:html/core/sub/a.html' %}")
    assert blocks.render(IMAGE, theme=folder) == "ps"


def test_a_template_asks_whether_there_is_anything_inside(tmp_path: Path) -> None:
    asked = "{% if children %}[{{ children }}]{% endif %}{% if content %}({{ content }}){% else %}-{% endif %}"
    folder = theme(tmp_path, html__core__group=asked, html__core__image="i")
    assert blocks.render("<!-- wp:group /-->", theme=folder) == "-"
    assert blocks.render("<!-- wp:group --><p><!-- /wp:group -->", theme=folder) == "(<p>)"
    assert blocks.render(f"<!-- wp:group -->{IMAGE}<!-- /wp:group -->", theme=folder) == "[i](i)"


@pytest.mark.parametrize(
    "filtered",
    [
        "{{ content|upper }}",
        "a\n{{ children|length }}",
        "{{ content|striptags }}",
        "{{ content|truncate(9) }}",
        "{{ content|replace('a', 'b') }}",
        "{{ content[:9] }}",
        "{{ content|reverse }}",
        "{{ content|list }}",
        "{{ 'a' ~ content }}",
        "{{ '%s' % content }}",
        "{{ content|safe|upper }}",
        "{{ content|safe|title }}",
        "{{ content|safe|striptags }}",
        "{{ content|safe|truncate(20) }}",
        "{% filter lower %}{{ children }}{% endfilter %}",
        "{% filter upper %}{{ content }}{% endfilter %}",
        "{% set x %}{{ content }}{% endset %}{{ x|capitalize }}",
        "{{ content|urlencode }}",
    ],
)
@pytest.mark.parametrize("inside", ["", IMAGE])
def test_what_is_inside_can_only_be_printed_as_it_is(tmp_path: Path, filtered: str, inside: str) -> None:
    folder = theme(tmp_path, html__core__group=filtered)
    markup = f"<!-- wp:group -->{inside}<!-- /wp:group -->"
    with pytest.raises(
        blocks.TemplateError, match=r"group\.html.*`?content`? and `?children`? can only be printed as they are"
    ):
        blocks.render(markup, theme=folder)


def test_what_is_inside_may_be_called_safe_escaped_kept_or_printed_twice(tmp_path: Path) -> None:
    folder = theme(
        tmp_path,
        html__core__group="{{ content|safe }}{{ content|e }}{% set x %}<b>{{ children }}</b>{% endset %}{{ x }}{{ content|default('') }}",
        html__core__image="i",
    )
    assert blocks.render(f"<!-- wp:group -->{IMAGE}<!-- /wp:group -->", theme=folder) == "ii<b>i</b>i"


def test_a_template_is_read_once_a_rendering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = theme(tmp_path, html__core__image="{% include 'html/part.html' %}", html__part="p")
    read: list[str] = []
    read_text = Path.read_text

    def counted(path: Path, *arguments: Any, **options: Any) -> str:
        read.append(path.name)
        return read_text(path, *arguments, **options)

    monkeypatch.setattr(Path, "read_text", counted)
    for _ in range(2):
        assert blocks.render(IMAGE * 50, theme=folder) == "p" * 50
    assert sorted(read) == ["image.html", "image.html", "part.html", "part.html"]


def test_a_template_that_changes_is_read_again(tmp_path: Path) -> None:
    folder = theme(tmp_path, html__core__image="one")
    assert blocks.render(IMAGE, theme=folder) == "one"
    theme(tmp_path, html__core__image="two")
    assert blocks.render(IMAGE, theme=folder) == "two"
    (folder / "templates" / "html" / "core" / "image.html").unlink()
    assert blocks.render(IMAGE, theme=folder).startswith("<figure>")


def test_a_renderer_can_be_given_itself() -> None:
    class Count:
        format = "count"

        def render(self, document: blocks.Document, context: blocks.Context, /, *, of: str) -> str:
            return f"{sum(1 for _ in document.find(of))} in {context.post.title}"

    assert blocks.convert(blocks.Post(IMAGE * 2, title="T"), Count(), of="image").output == "2 in T"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"shortcodes": {"year": "2026"}}, "the option shortcodes .* takes functions by name, not '2026' for 'year'"),
        ({"bindings": {"shop/price": 3}}, "the option bindings .* takes functions by name, not 3 for 'shop/price'"),
        ({"bindings": 3}, "takes Mapping or NoneType, not 3"),
        (
            {"filters": "the_content", "shortcodes": {"year": lambda *_: None}},
            "the shortcode year gave None, where a shortcode gives HTML",
        ),
    ],
)
def test_functions_that_are_none_and_give_none_are_told(options: dict[str, Any], message: str) -> None:
    with pytest.raises(blocks.OptionError, match=message):
        blocks.render("[year]", **options)


def test_a_site_a_request_and_a_theme_may_be_what_their_files_hold() -> None:
    site = {"posts": [{"id": 1, "title": "Storm"}]}
    title = '<h2 class="wp-block-post-title">Storm</h2>'
    assert blocks.render("<!-- wp:post-title /-->", site=site, request={"post": 1}) == title
    assert blocks.render("<!-- wp:post-title /-->", site=site, post=1) == title
    group = '<!-- wp:group {"style":{"spacing":{"blockGap":"2rem"}}} --><div class="wp-block-group"></div><!-- /wp:group -->'
    theme = {"version": 3, "settings": {"spacing": {"blockGap": True}}}
    assert "2rem" in blocks.convert(group, theme_json=theme).css


def test_a_theme_json_alone_leaves_the_sites_theme_active(tmp_path: Path) -> None:
    (tmp_path / "theme.json").write_text('{"version": 3}')
    site = {"options": {"stylesheet": "mine"}, "themes": {"mine": {"parts": {"foot": {"content": "<p>Bye</p>"}}}}}
    part = '<!-- wp:template-part {"slug":"foot"} /-->'
    assert "Bye" in blocks.render(part, site=site, theme_json=tmp_path / "theme.json")
    assert "Bye" not in blocks.render(part, site=site, theme_json=tmp_path)
