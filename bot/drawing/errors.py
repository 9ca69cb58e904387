"""What can go wrong with a picture.

BackstageError
└── NotDrawn    there is no picture: too slow, too large, or a sheet that can't be set
"""

from conversations.errors import BackstageError


class NotDrawn(BackstageError):
    """No picture was made. The reason names no words of a founder."""
