"""Export files of WordPress ("WXR", Tools > Export: an RSS feed with everything in it), as a stream of posts.

posts.py      read(): items as posts; index(): attachments, for posts that want more than the id of their picture
files.py      read_file(): both, of a file that can be read twice
export.py     Export: one file as a stream of records
records.py    the records: items, comments, authors, terms, meta
reading.py    from elements to records
elements.py   from bytes to an lxml element, mended where WordPress writes what XML forbids
pieces.py     a file cut into the elements of its channel, whatever is wrong in one of them
window.py     the stream: bounded, lines counted
"""

from blocks.sources.wxr.export import Export
from blocks.sources.wxr.files import read_file
from blocks.sources.wxr.posts import Index, index, post_of, read
from blocks.sources.wxr.records import Channel, ExportAuthor, ExportComment, ExportTerm, Item, ItemTerm, Meta

__all__ = [
    "Channel",
    "Export",
    "ExportAuthor",
    "ExportComment",
    "ExportTerm",
    "Index",
    "Item",
    "ItemTerm",
    "Meta",
    "index",
    "post_of",
    "read",
    "read_file",
]
