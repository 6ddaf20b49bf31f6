"""The demo: every post under examples/posts becomes HTML, text and AMP in demo-output/, and the text is shown."""

from pathlib import Path

import blocks
from blocks.sources import detect, read

HERE = Path(__file__).resolve().parent
OUTPUT = HERE.parent / "demo-output"
FORMATS = {"html": ".html", "text": ".txt", "amp": ".amp.html"}

OUTPUT.mkdir(exist_ok=True)
for path in sorted((HERE / "posts").iterdir()):
    data = path.read_bytes()
    (post,) = read(data)
    print(f"=== {path.relative_to(HERE.parent)} ({detect(data).source})\n")
    written = []
    for name, extension in FORMATS.items():
        result = blocks.convert(post, to=name, page=True) if name == "html" else blocks.convert(post, to=name)
        target = OUTPUT / (path.name.partition(".")[0] + extension)
        target.write_text(result.output, encoding="utf-8")
        written.append(f"{target.relative_to(HERE.parent)} ({len(result.output):,} characters)")
        if name == "text":
            print(result.output)
    print("written:", ", ".join(written), "\n")
