"""The demo year: a story that replays the product's own actions around today.

`tell.tell_story` is the way in; each chapter puts its acts on the timeline of the stage.
"""

from .banner import banner

BANNER = banner  # the name that the settings use

__all__ = ["BANNER"]
