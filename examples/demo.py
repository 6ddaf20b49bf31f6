"""The demo: every post under examples/posts becomes HTML, text and AMP in demo-output/, and the text is shown.

The front page of a small site of them becomes HTML: its menu and its latest posts are what WordPress's server draws.
"""

from pathlib import Path

import blocks
from blocks import MemorySite, Post, SitePost
from blocks.sources import detect, read

HERE = Path(__file__).resolve().parent
OUTPUT = HERE.parent / "demo-output"
FORMATS = {"html": ".html", "text": ".txt", "amp": ".amp.html"}
FRONT_PAGE = """\
<!-- wp:group {"layout":{"type":"flex","justifyContent":"space-between"}} -->
<div class="wp-block-group"><!-- wp:site-title /-->

<!-- wp:navigation {"ref":100,"overlayMenu":"never"} /--></div>
<!-- /wp:group -->

<!-- wp:site-tagline /-->

<!-- wp:latest-posts {"displayPostDate":true,"displayPostContent":true,"excerptLength":20} /-->

<!-- wp:search {"label":"Search"} /-->"""


def write(file: str, output: str) -> str:
    """Write a file of the demo, and say which."""
    target = OUTPUT / file
    target.write_text(output, encoding="utf-8")
    return f"{target.relative_to(HERE.parent)} ({len(output):,} characters)"


def site_of(posts: dict[str, Post]) -> MemorySite:
    """A site of some posts by their names, with a menu that leads to each."""
    rows, menu = [], []
    for number, (name, post) in enumerate(posts.items(), start=1):
        title, content = post.title or name.replace("-", " ").capitalize(), post.content
        content = content.decode() if isinstance(content, bytes) else content
        date = (post.date or f"2026-01-{number:02} 09:00:00").replace("T", " ")
        address = f"https://example.com/{name}/"
        rows.append(SitePost(id=number, title=title, date=date, content=content, permalink=address))
        menu.append(f'<!-- wp:navigation-link {{"label":"{title}","url":"{address}"}} /-->')
    rows.append(SitePost(id=100, type="wp_navigation", content="".join(menu)))
    names = {"blogname": "The Demo", "blogdescription": "Ferries, bread and a meadow", "home": "https://example.com"}
    return MemorySite(options=names, posts=rows)


OUTPUT.mkdir(exist_ok=True)
posts: dict[str, Post] = {}
for path in sorted((HERE / "posts").iterdir()):
    data = path.read_bytes()
    name = path.name.partition(".")[0]
    (posts[name],) = read(data)
    print(f"=== {path.relative_to(HERE.parent)} ({detect(data).source})\n")
    written = []
    for to, extension in FORMATS.items():
        post = posts[name]
        output = blocks.render(post, to="html", page=True) if to == "html" else blocks.render(post, to=to)
        written.append(write(name + extension, output))
        if to == "text":
            print(output)
    print("written:", ", ".join(written), "\n")
front_page = blocks.convert(FRONT_PAGE, to="html", page=True, site=site_of(posts))
print("=== the front page of a site of these posts\n\nwritten:", write("index.html", front_page.output))
