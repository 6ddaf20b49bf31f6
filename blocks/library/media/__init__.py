"""WordPress's category `media`: pictures, sound, film and files."""

from blocks.library.media.cover import Cover
from blocks.library.media.file import File
from blocks.library.media.media_text import MediaText
from blocks.library.media.pictures import Gallery, GalleryImage, Image, Picture
from blocks.library.media.players import Audio, Video

__all__ = ["Audio", "Cover", "File", "Gallery", "GalleryImage", "Image", "MediaText", "Picture", "Video"]
