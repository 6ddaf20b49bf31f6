"""The demo: every post under examples/posts becomes HTML, text and AMP in demo-output/, and the text is shown.

Behind them comes the front page of a site of these posts: its menu and latest posts are what WordPress's server draws.
"""

from pathlib import Path

import blocks
from blocks import MemorySite, SitePost
from blocks.sources import detect, read

HERE = Path(__file__).resolve().parent
OUTPUT = HERE.parent / "demo-output"
FORMATS = {"html": ".html", "text": ".txt", "amp": ".amp.html"}
FRONT_PAGE = """<!-- wp:site-title /--><!-- wp:navigation {"ref":100,"overlayMenu":"never"} /-->
<!-- wp:latest-posts {"displayPostDate":true,"displayPostContent":true,"excerptLength":20} /-->"""
LINK = '<!-- wp:navigation-link {{"label":"{}","url":"https://example.com/?p={}"}} /-->'

OUTPUT.mkdir(exist_ok=True)
posts, menu = [], ""
for number, path in enumerate(sorted((HERE / "posts").iterdir()), start=1):
    data, name = path.read_bytes(), path.name.partition(".")[0]
    (post,) = read(data)
    print(f"=== {path.relative_to(HERE.parent)} ({detect(data).source})\n")
    for to, extension in FORMATS.items():
        output = blocks.render(post, to="html", page=True) if to == "html" else blocks.render(post, to=to)
        (OUTPUT / f"{name}{extension}").write_text(output, encoding="utf-8")
        if to == "text":
            print(output)
    print(f"written: demo-output/{name} as", ", ".join(FORMATS.values()), "\n")
    title, content = post.title or name.replace("-", " ").capitalize(), post.content
    content = content.decode() if isinstance(content, bytes) else content
    posts.append(SitePost(id=number, title=title, date=f"2026-01-{number:02} 09:00:00", content=content))
    menu += LINK.format(title, number)
posts.append(SitePost(id=100, type="wp_navigation", content=menu))
site = MemorySite(options={"blogname": "The Demo", "home": "https://example.com"}, posts=posts)
(OUTPUT / "index.html").write_text(blocks.render(FRONT_PAGE, page=True, site=site), encoding="utf-8")
print("written: demo-output/index.html, the front page of a site of these posts")
