"""Films, sound and pages of other sites: what stands for them in AMP.

    embed(address, node, say)       an address alone
    film, sound, frame, data        <video>, <audio>, <iframe>, <object> and <embed>
    quoted(tokens, index, …)        what a provider or WordPress prints for a script to fill: a tweet, a playlist
    own(start, inside, …)           AMP's own players in content: <amp-video>, <amp-youtube> …
    script(start, say)              a <script> that draws something itself; is_loader: one that fills a quote
    formula(tex, …)                 TeX
    version_of(component)           the version of a component's script

providers.py knows what addresses show; components.py and frames_of_sites.py are its tables. sizes.py knows how large
a player is. Whatever stands in a component is phrasing, so that a paragraph around it stays open.
"""

from blocks.render.amp.players.documents import data, formula, is_shown
from blocks.render.amp.players.embeds import SANDBOX, SANDBOX_OF_OTHERS, embed
from blocks.render.amp.players.films import film, sound
from blocks.render.amp.players.frames import frame
from blocks.render.amp.players.own import OWN, own
from blocks.render.amp.players.player import VERSIONS, Player, link, version_of
from blocks.render.amp.players.providers import Provider, Shown, providers, recognised
from blocks.render.amp.players.quotes import LONGEST, QUOTED, is_loader, is_quote, quoted, script
from blocks.render.amp.players.sizes import Sizes, of_attachments

__all__ = [
    "LONGEST",
    "OWN",
    "QUOTED",
    "SANDBOX",
    "SANDBOX_OF_OTHERS",
    "VERSIONS",
    "Player",
    "Provider",
    "Shown",
    "Sizes",
    "data",
    "embed",
    "film",
    "formula",
    "frame",
    "is_loader",
    "is_quote",
    "is_shown",
    "link",
    "of_attachments",
    "own",
    "providers",
    "quoted",
    "recognised",
    "script",
    "sound",
    "version_of",
]
