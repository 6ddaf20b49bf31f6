"""AMP of a post: you will see a fragment with its scripts and styles, whose pictures' sizes came from three places."""

import blocks
from blocks import MemorySite, SitePost

PICTURE = '<!-- wp:image --><figure class="wp-block-image"><img src="{}" alt="{}"/></figure><!-- /wp:image -->'
GALLERY = '<!-- wp:gallery --><figure class="wp-block-gallery has-nested-images">{}{}</figure><!-- /wp:gallery -->'
EMBED = """<!-- wp:embed {"url":"https://vimeo.com/1084537"} -->
<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
https://vimeo.com/1084537
</div></figure>
<!-- /wp:embed -->"""
MARKUP = "\n".join(
    (
        GALLERY.format(PICTURE.format("https://a.example/pier.jpg", "Pier"), PICTURE.format("fog-300x200.jpg", "Fog")),
        '<!-- wp:html --><img src="https://cdn.example/gull" alt="A gull" onclick="cry()"><!-- /wp:html -->',
        EMBED,
    )
)

PIER = {"_wp_attached_file": "pier.jpg", "_wp_attachment_metadata": {"width": 1600, "height": 1200, "file": "pier.jpg"}}
site = MemorySite(posts=[SitePost(id=7, type="attachment", source_url="https://a.example/pier.jpg", meta=PIER)])


def image_size(address: str) -> tuple[int, int] | None:
    """What your own store of pictures knows."""
    return {"https://cdn.example/gull": (640, 480)}.get(address)


result = blocks.convert(MARKUP, "amp", fragment=True, gallery="carousel", site=site, image_size=image_size)
for name, address in result.components.items():
    print(f'<script async custom-element="{name}" src="{address}"></script>')
print(f"<style amp-custom>{result.css[:60]}… {len(result.css.encode()):,} bytes</style>\n\n{result.output}\n")
print("pictures by the source of their size:", dict(result.images))
for problem in result.rendering_problems:
    print(f"{problem.level}: {problem}")
