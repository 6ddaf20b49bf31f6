"""WordPress's category `media`: pictures, sound, film and files."""

from blocks.library.media.pictures import Gallery, GalleryImage, Image
from blocks.library.media.players import Audio, Video

__all__ = ["Audio", "Gallery", "GalleryImage", "Image", "Video"]
