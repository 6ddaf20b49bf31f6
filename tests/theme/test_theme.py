"""Themes: merging as WordPress merges, reading folders, what hostile theme.json values become."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from blocks.errors import SourceError
from blocks.model.attributes import read_as_php
from blocks.theme import BlockStyle, Theme
from blocks.theme.defaults import core_theme_json
from blocks.theme.merging import layer
from blocks.theme.pattern_files import filled, read_pattern
from blocks.theme.pattern_php import Addresses
from blocks.theme.spacing_scale import spacing_sizes
from tests.corpus import shared

THEMES = ["tt2", "tt3", "tt4", "tt5"]


def answers(theme: str) -> dict[str, Any]:
    data = read_as_php(shared("conformance", "registry", f"theme-json-{theme}.json").read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return data


def block_types() -> dict[str, Any]:
    """The block types of WordPress in the order of registration: those drawn by the server first."""
    types = read_as_php(shared("conformance", "registry", "block-types.json").read_text(encoding="utf-8"))
    return dict(sorted(types.items(), key=lambda item: (not item[1]["is_dynamic"], item[0])))


def theme_of(data: dict[str, Any]) -> Theme:
    """The theme of WordPress's answers; style variations that its styles name are registered."""
    styles = data["theme_raw"]["styles"]["blocks"].items()
    registered = tuple(BlockStyle(name, style) for name, one in styles for style in one.get("variations", ()))
    return Theme(data["theme"], data["theme_raw"], block_styles=registered)


def test_wordpress_has_these_settings_of_its_own() -> None:
    raw = json.loads(shared("conformance", "registry", "theme-json-core.json").read_text(encoding="utf-8"))["raw"]
    mine = layer(core_theme_json(), "default")
    assert (mine["settings"], mine["styles"]) == (raw["settings"], raw["styles"])


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_over_wordpress_is_what_wordpress_says(name: str) -> None:
    data = answers(name)
    theme = theme_of(data).with_blocks(block_types())
    assert theme.settings == data["settings"]
    assert theme.styles == data["styles"]
    assert list(theme.styles["blocks"]) == list(data["styles"]["blocks"])


@pytest.mark.parametrize("name", THEMES)
def test_block_types_may_be_unknown(name: str) -> None:
    data = answers(name)
    theme = Theme(data["theme"], data["theme_raw"])
    assert (theme.settings, theme.styles) == (data["settings"], data["styles"])


def test_answers_are_taken_as_they_are() -> None:
    theme = Theme.from_wordpress({"theme": "x", "settings": {"layout": {"contentSize": "1px"}}, "styles": {"css": "a"}})
    assert (theme.stylesheet, theme.content_size, theme.wide_size) == ("x", "1px", None)
    assert theme.style("css") == "a"


def test_the_block_theme_has_no_gap_and_the_classic_one_no_theme_json() -> None:
    block, classic = Theme.block(), Theme.classic()
    assert (block.has_theme_json, block.is_block_theme, block.has_block_gap) == (True, True, False)
    assert (classic.has_theme_json, classic.is_block_theme, classic.has_block_gap) == (False, False, False)
    assert block.setting("color", "palette", "default")[0] == {"name": "Black", "slug": "black", "color": "#000000"}
    assert classic.setting("shadow", "defaultPresets") is False
    assert block.setting("shadow", "defaultPresets") is True


def test_a_classic_theme_turns_things_on() -> None:
    palette = [{"name": "A", "slug": "a", "color": "red"}]
    sizes = [{"name": "B", "slug": "b", "size": 20}]
    theme = Theme.classic(
        "old", {"editor-color-palette": palette, "editor-font-sizes": sizes, "custom-spacing": True, "border": True}
    )
    assert theme.setting("color", "palette", "theme") == palette
    assert theme.setting("color", "defaultPalette") is False
    assert theme.setting("typography", "fontSizes", "theme") == [{"name": "B", "slug": "b", "size": "20px"}]
    assert (theme.setting("spacing", "padding"), theme.setting("border", "radius")) == (True, True)


def test_a_setting_is_the_blocks_own_or_everyones() -> None:
    theme = Theme.from_dict({"version": 3, "settings": {"border": {"radius": False, "width": True}}})
    assert theme.setting("border", "radius", block="core/button") is True
    assert theme.setting("border", "width", block="core/button") is True
    assert theme.setting("border", "radius", block="core/list") is False
    assert theme.setting("border", "nothing") is None


def test_appearance_tools_opt_in() -> None:
    theme = Theme.from_dict({"version": 3, "settings": {"appearanceTools": True, "spacing": {"blockGap": None}}})
    assert theme.setting("border", "color") is True
    assert theme.setting("typography", "lineHeight") is True
    assert not theme.has_block_gap


def test_version_2_replaces_the_sizes_of_wordpress() -> None:
    sizes = [{"slug": "small", "size": "1px"}]
    old = Theme.from_dict({"version": 2, "settings": {"typography": {"fontSizes": sizes}}})
    new = Theme.from_dict({"version": 3, "settings": {"typography": {"fontSizes": sizes}}})
    assert old.setting("typography", "fontSizes", "theme") == [{"slug": "small", "size": "1px", "name": "Small"}]
    assert new.setting("typography", "fontSizes", "theme") == []


def test_version_1_had_other_names() -> None:
    theme = Theme.from_dict({"version": 1, "settings": {"spacing": {"customPadding": True}}})
    assert theme.setting("spacing", "padding") is True


def test_a_scale_makes_sizes() -> None:
    scale = {"operator": "*", "increment": 1.5, "steps": 7, "mediumStep": 1.5, "unit": "rem"}
    assert [(size["slug"], size["name"], size["size"]) for size in spacing_sizes(scale)] == [
        ("20", "2X-Small", "0.44rem"),
        ("30", "X-Small", "0.67rem"),
        ("40", "Small", "1rem"),
        ("50", "Medium", "1.5rem"),
        ("60", "Large", "2.25rem"),
        ("70", "X-Large", "3.38rem"),
        ("80", "2X-Large", "5.06rem"),
    ]
    assert len(spacing_sizes({**scale, "steps": 10**9})) < 20_000
    assert spacing_sizes({**scale, "increment": 0}) == []
    assert spacing_sizes("x") == []


def test_what_the_user_sets_is_over_the_theme() -> None:
    theme = Theme.from_dict({"version": 3, "styles": {"color": {"text": "red", "background": "blue"}}})
    theme = theme.with_custom({"version": 3, "styles": {"color": {"text": "var:preset|color|base"}}})
    assert theme.style("color") == {"text": "var(--wp--preset--color--base)", "background": "blue"}


HOSTILE: list[Any] = [
    None,
    True,
    0,
    1.5,
    "",
    "x",
    [],
    ["x"],
    [["x"]],
    {"x": "y"},
    {"0": 1},
    [{"slug": []}],
    {"theme": 5},
]


KINDS = {
    "version": ["version"],
    "gone": ["settings", "styles", "styles.variations", "styles.blocks.core/group.variations.a"],
    "whole": ["templateParts", "settings.custom", "styles.background.backgroundImage"],
    "object": ["settings.color", "settings.blocks", "settings.blocks.core/button", "styles.elements", "styles.elements.link"],
    "list": ["styles.blocks", "styles.blocks.core/group", "styles.blocks.core/group.variations"],
    "preset": [
        "settings.color.palette", "settings.blocks.core/button.color.palette", "settings.spacing.spacingSizes",
        "settings.typography.fontSizes",
    ],
    "fonts": ["settings.typography.fontFamilies"],
    "origin": ["settings.typography.fontSizes.theme"],
    "scale": ["settings.spacing.spacingScale"],
    "steps": ["settings.spacing.spacingScale.steps"],
}  # fmt: skip
"""What may stand at a path of theme.json, by what is left there of a value that has no business there."""


def left(kind: str, value: Any, before: Any) -> Any:
    """What WordPress's merging leaves of a value where `before` stands without it."""
    listed = [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
    is_kept = value is None or value is True or value == 1.5
    if kind == "version":
        return before if value is None or value is True else value
    if kind == "whole":
        return value
    if kind == "object":
        return {**before, **dict(enumerate(value))} if isinstance(value, list) and value else before
    if kind == "list":
        return value if isinstance(value, list) else before
    if kind == "preset" and not is_kept:
        is_laid_over = isinstance(value, dict) and "theme" not in value
        return {**(before or {}), **(value if is_laid_over else {"theme": listed})}
    if kind == "fonts" and isinstance(value, list):
        return {"theme": [[] if isinstance(item, list) else item for item in value]}
    if kind == "origin":
        return None if value is None else listed
    if kind == "scale" and isinstance(value, list | dict):
        return {**before, "theme": 5 if value == {"theme": 5} else value}
    return before if kind in {"gone", "fonts"} else value


def at(tree: Any, path: str) -> Any:
    for step in path.split("."):
        tree = tree.get(step) if isinstance(tree, dict) else None
    return tree


def as_php(value: Any) -> Any:
    """A value in which PHP's integer keys are integers."""
    if isinstance(value, dict):
        return {int(key) if str(key).isdigit() else key: as_php(item) for key, item in value.items()}
    return [as_php(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize(("kind", "path"), [(kind, path) for kind, paths in KINDS.items() for path in paths])
def test_values_of_any_type_stand_anywhere(kind: str, path: str, value: Any) -> None:
    raw: dict[str, Any] = {"version": 2 if path == "settings" else 3}
    *above, last = path.split(".")
    place = raw
    for step in above:
        place = place.setdefault(step, {})
    place[last] = value
    types: dict[str, Any] = {"core/group": {}, "core/button": {}}
    theme = Theme.from_dict(raw).with_blocks(types)
    without = Theme.from_dict({"version": 3}).with_blocks(types)
    if kind == "steps":
        assert at(theme.tree, "settings.spacing.spacingScale.theme") == {"steps": value}
    elif path in {"settings", "styles"} and value is None:
        assert at(theme.tree, path) is None
    else:
        assert as_php(at(theme.tree, path)) == as_php(left(kind, value, at(without.tree, path)))
    assert theme.template_part_area("x") == "uncategorized"
    assert theme.with_custom(raw).tree["version"] == theme.tree["version"]
    assert Theme.from_dict(raw).tree["version"] == theme.tree["version"], "nothing is known of types"


PATTERN = """<?php
/**
 * Title: Hello
 * Slug: mine/hello
 */
?>
<!-- wp:paragraph --><p><?php esc_html_e( 'It\\'s <here>', 'mine' ); ?></p><!-- /wp:paragraph -->
<?php echo get_the_ID(); ?>
"""


def folder(tmp_path: Path) -> Path:
    files = {
        "theme.json": '{"version": 3, "templateParts": [{"name": "header", "area": "header"}]}',
        "styles/dark.json": '{"version": 3, "title": "Dark", "styles": {"color": {"text": "white"}}}',
        "styles/blocks/loud.json": '{"version": 3, "slug": "loud", "blockTypes": ["core/group"], "styles": {"color": {"text": "red"}}}',
        "parts/header.html": "<!-- wp:site-title /-->",
        "templates/index.html": "<!-- wp:query /-->",
        "templates/sub/x.html": "x",
        "patterns/hello.php": PATTERN,
        "patterns/none.php": "<?php /* Title: None */ ?>x",
    }
    for name, text in files.items():
        path = tmp_path / "mine" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "mine"


def test_a_theme_is_read_from_its_folder(tmp_path: Path) -> None:
    theme = Theme.load(folder(tmp_path))
    assert (theme.stylesheet, theme.is_block_theme) == ("mine", True)
    assert theme.template_part("header") == "<!-- wp:site-title /-->"
    assert theme.template_part("footer") is None
    assert theme.template_part_area("header") == "header"
    assert set(theme.templates) == {"index", "sub/x"}
    assert theme.style("variations", "loud", block="core/group") == {"color": {"text": "red"}}
    assert theme.with_blocks({"core/group": {}}).style("variations", "loud", block="core/group") == {
        "color": {"text": "red"}
    }
    assert theme.with_custom(theme.style_variations["Dark"]).style("color", "text") == "white"


def test_a_pattern_is_read_without_php(tmp_path: Path) -> None:
    theme = Theme.load(folder(tmp_path))
    assert theme.pattern("mine/hello") == "<!-- wp:paragraph --><p>It&#039;s &lt;here&gt;</p><!-- /wp:paragraph -->\n"
    assert [note.partition(":")[0] for note in theme.notes] == ["patterns/hello.php", "patterns/none.php"]
    assert "get_the_ID" in theme.notes[0]


ADDRESSES = Addresses(home="http://h.test", site="http://h.test/wp", theme="http://h.test/wp/t")


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("<?php echo esc_url( get_template_directory_uri() ); ?>/a.png", "http://h.test/wp/t/a.png"),
        ("<?= esc_url( get_stylesheet_directory_uri() . '/a b&c.png' ) ?>", "http://h.test/wp/t/a%20b&#038;c.png"),
        ("<?php echo get_theme_file_uri( '/a.png' ) . \"\\t\" . get_theme_file_uri(); ?>", "http://h.test/wp/t/a.png\thttp://h.test/wp/t"),
        ("<?php echo HOME_URL(), ' ', home_url( '/' ), home_url( 'x' ), site_url(); ?>", "http://h.test http://h.test/http://h.test/xhttp://h.test/wp"),
        ("<?php printf( /* who */ esc_html__( 'By %s', 'x' ), '<a href=\"' . home_url() . '\">A</a>', ); ?>", 'By <a href="http://h.test">A</a>'),
        ("<?php echo wp_kses_post( _x( 'a <b>b</b><script>', 'not (shown)', 'x' ) ); ?>", "a <b>b</b>"),
        ("<?php echo ( 'it\\'s' ); esc_attr_e( '\"', 'x' ) // done ?>", "it's&quot;"),
        ("<?php echo esc_html_e( 'a' ) . 'b'; ?>", "ab"),
    ],
)  # fmt: skip
def test_what_php_prints_in_a_pattern(code: str, answer: str) -> None:
    _, markup, problems = read_pattern(f"<?php /* Title: A\nSlug: a */ ?>{code}")
    assert (filled(markup, ADDRESSES), problems) == (answer, [])
    assert ("<?" in markup) == ("h.test" in answer), "an address is asked for when the pattern is drawn"


@pytest.mark.parametrize(
    "code",
    [
        "echo", "echo ;", "echo 'a',;", "echo 'a' 'b';", "echo 'a' . ;", "echo . 'a';", "'a';", "__( 'a' );", "( 'a' );",
        "esc_html_e( 'a' ) . 'b';", "echo 'a' . esc_html_e( 'b' );", "echo esc_html( _e( 'a' ) );", "echo printf( 'a' );",
        "echo home_url;", "echo home_url( , );", "echo home_url( 'a', 'b' );", "echo get_template_directory_uri( 'a' );",
        "echo ();", "echo ( 'a', 'b' );", "echo __();", "echo _x( 'a' );", "echo 'a' );", "echo ( 'a';", "echo 'a", "echo $a;",
        'echo "$a";', 'echo "\\x41";', "echo sprintf( '%s' );", "echo nothing( 'a' );", "if ( 'a' ) { echo 'b'; }", "echo /* 'a';",
        "echo" + " (" * 40 + "'a'" + " )" * 40, "echo sprintf( '" + "%1$s" * 400 + "', '" + "x" * 400 + "' );",
    ],
)  # fmt: skip
def test_php_that_is_not_understood_is_left_out_and_told(code: str) -> None:
    _, markup, (problem,) = read_pattern(f"<?php /* Title: A\nSlug: a */ ?>[<?php {code} ?>]")
    assert markup == "[]"
    assert problem.startswith("PHP is left out (places: 1), first `")


def test_misuse_is_told_with_the_place(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"nowhere: there is no such file"):
        Theme.load(tmp_path / "nowhere")
    broken = folder(tmp_path) / "theme.json"
    broken.write_text("{", encoding="utf-8")
    with pytest.raises(SourceError, match=r"theme\.json: this is no JSON object"):
        Theme.load(broken)
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match=r"empty: this is no theme"):
        Theme.load(tmp_path / "empty")
