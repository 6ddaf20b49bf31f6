"""What the filters of `the_content` know, and what they count, on one page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from blocks.formatting.loading import Loading
from blocks.formatting.shortcode_atts import Attributes
from blocks.formatting.shortcodes import Shortcode
from blocks.render.html.content.losses import Losses
from blocks.render.html.content.tags import Images, Meta
from blocks.site import RenderContext, Site, SitePost
from blocks.site.links import permalink
from blocks.site.media import Size, attachment, attachment_image, attachment_url, metadata, srcset
from blocks.site.pages import password_required


@dataclass(slots=True, kw_only=True)
class ContentState:
    """The site and the request, and the counters that go through a whole page.

    Make one for a page, and hand it to every call that draws a part of it.
    """

    site: Site
    request: RenderContext = field(default_factory=RenderContext)
    post: SitePost | None = None
    """The current post; change it when the loop moves on."""
    loading: Loading = field(default_factory=Loading)
    shortcodes: Mapping[str, Shortcode] = field(default_factory=dict)
    """Shortcodes beside WordPress's own, by name; one of the same name takes its place."""
    theme: str = ""
    """The slug of the active theme."""
    html5: bool = True
    """Whether the theme wants `figure` and `figcaption` around galleries and captions, as block themes do."""
    content_width: int = 0
    """The theme's `$content_width`, in pixels; 0 where it has none, as block themes."""
    smilies: bool = False
    """Whether `:-)` becomes 🙂."""
    makes_paragraphs: bool = True
    """Whether empty lines become paragraphs. Markup with blocks turns it off until the filters have run once more.

    So WordPress goes by what was drawn last: a post without blocks, shown behind a template part, has no paragraphs.
    """
    counts: dict[str, int] = field(default_factory=dict)
    has_site: bool = True
    """Whether `site` was given, and is not the empty one that stands for none."""
    losses: Losses | None = None
    """Who is told what shortcodes and addresses do not show."""

    @classmethod
    def of(cls, site: Site, request: RenderContext, shortcodes: Mapping[str, Shortcode] | None = None) -> ContentState:
        """The state at the start of a page."""
        return cls(
            site=site,
            request=request,
            post=site.posts.get(request.post),
            loading=Loading(main_loop=request.loop),
            shortcodes=shortcodes or {},
        )

    def count(self, name: str) -> int:
        """How many of a thing there were on the page, this one included."""
        self.counts[name] = self.counts.get(name, 0) + 1
        return self.counts[name]

    def note_blocks(self, markup: str) -> None:
        """Say that `do_blocks` has drawn `markup`; call it for markup drawn inside other markup, too."""
        if self.loading.running and has_blocks(markup):
            self.makes_paragraphs = False

    @property
    def post_id(self) -> int:
        """The id of the current post, 0 for none."""
        return self.post.id if self.post is not None else 0

    @property
    def images(self) -> Images:
        """What the site knows of its images."""
        return Images(meta=self._meta, srcset=self._srcset)

    def _meta(self, id: int) -> Meta | None:
        post = attachment(self.site, id)
        return metadata(post) if post is not None else None

    def _srcset(self, size: tuple[int, int], source: str, meta: Meta) -> str:
        return srcset(self.site, *size, source, meta)

    def image(self, id: int, size: Size, attributes: Attributes | None = None, context: str = "do_shortcode") -> str:
        """The `img` of an attachment; `context` is where it is drawn (`wp_get_attachment_image()`)."""
        given = {str(name): value for name, value in (attributes or {}).items()}
        return attachment_image(
            self.site,
            id,
            size,
            given,
            loading=lambda found: self.loading.attributes("img", found, context),
            content_width=self.content_width,
        )

    def image_link(
        self,
        post: SitePost | None,
        size: Size,
        *,
        to_page: bool,
        attributes: Attributes | None = None,
        context: str = "do_shortcode",
    ) -> str:
        """An attachment's image (or title) linked to its file or its page (`wp_get_attachment_link()`)."""
        from blocks.formatting.escaping import esc_html
        from blocks.formatting.urls import esc_url

        url = attachment_url(self.site, post) if post is not None and post.type == "attachment" else ""
        if post is None or not url:
            return "Missing Attachment"
        text = self.image(post.id, size, attributes, context) if size and size != "none" else ""
        if not text.strip():
            text = post.title
        if not text.strip():
            file = str(post.meta.get("_wp_attached_file", "")).rpartition("/")[2]
            text = esc_html(file.rpartition(".")[0] if "." in file else file)
        return f"<a href='{esc_url(permalink(self.site, post) if to_page else url)}'>{text}</a>"

    def attached(self, kind: str) -> list[SitePost]:
        """The media of a kind (`audio`, `video`) uploaded to the current post (`get_attached_media()`)."""
        from blocks.site.query import get_posts

        if self.post is None:
            return []
        query = {"post_parent": self.post.id, "post_type": "attachment", "post_mime_type": kind, "numberposts": -1}
        return get_posts(self.site, {**query, "orderby": "menu_order", "order": "ASC"}, self.request.user)

    def chosen(self, kind: str, values: Mapping[str, str]) -> list[SitePost] | None:
        """The media that a gallery or playlist shows: those it names, or those of a post. None where that is locked."""
        from blocks.formatting import php
        from blocks.site.pages import is_publicly_viewable, may_read
        from blocks.site.query import get_posts

        query: dict[str, Any] = {"post_status": "inherit", "post_type": "attachment", "post_mime_type": kind}
        query |= {"order": values["order"], "orderby": values["orderby"]}
        if php.is_true(values["include"]):
            posts = get_posts(self.site, {**query, "include": values["include"]}, self.request.user)
            return list({post.id: post for post in posts}.values())
        id = php.integer(values["id"])
        parent = self.site.posts.get(id)
        if id and parent is None:
            return []
        if parent is not None:
            readable = may_read(self.site, parent, self.request.user)
            if kind == "image":
                readable = readable or is_publicly_viewable(self.site, parent)
            if not readable or password_required(parent):
                return None
        query |= {"post_parent": id, "numberposts": -1}
        if php.is_true(values["exclude"]):
            query["exclude"] = values["exclude"]
        return get_posts(self.site, query, self.request.user)


def has_blocks(text: str) -> bool:
    """Whether there seems to be a block in `text` (`has_blocks()`)."""
    return "<!-- wp:" in text
