"""A page of a site: you will see blocks that WordPress's server draws, drawn from values, then from REST answers."""

import json
import tempfile
from pathlib import Path

import blocks
from blocks import MemorySite, RenderContext, SitePost
from blocks.site import TemplatePart, ThemeFiles

HEADER = """\
<!-- wp:group {"layout":{"type":"flex","justifyContent":"space-between"}} -->
<div class="wp-block-group"><!-- wp:site-title {"level":0} /-->
<!-- wp:navigation {"ref":9,"overlayMenu":"never"} /--></div>
<!-- /wp:group -->"""
MENU = '<!-- wp:navigation-link {"label":"Tides","url":"/tides/"} /-->'
PAGE = '<!-- wp:template-part {"slug":"header"} /--><!-- wp:latest-posts {"displayPostDate":true} /-->'

site = MemorySite(
    options={"blogname": "Harbour", "home": "https://harbour.example", "stylesheet": "mine"},
    posts=[
        SitePost(id=1, title="Storm", date="2024-03-01 10:00:00"),
        SitePost(id=2, title="Calm & fog", date="2024-03-02 10:00:00"),
        SitePost(id=9, type="wp_navigation", content=MENU),
    ],
    themes=[ThemeFiles(slug="mine", parts={"header": TemplatePart(slug="header", area="header", content=HEADER)})],
)
result = blocks.convert(PAGE, site=site)
print(f"{result.output}\n\n/* the stylesheet */\n{result.css}")

answer = {"id": 7, "type": "post", "slug": "ebb", "link": "https://harbour.example/ebb/", "date": "2024-03-03T08:00:00"}
answer |= {"title": {"rendered": "Ebb &#8211; and flow"}, "content": {"rendered": "<p>Out.</p>"}, "status": "publish"}
with tempfile.TemporaryDirectory() as folder:
    Path(folder, "posts.json").write_text(json.dumps([answer]), encoding="utf-8")
    harbour = MemorySite.from_rest(folder)
print('\nfrom REST answers:\n<!-- wp:post-title {"isLink":true} /--> becomes')
print(blocks.render('<!-- wp:post-title {"isLink":true} /-->', site=harbour, request=RenderContext(post=7)))
