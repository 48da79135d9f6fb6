"""The three kinds of door: a list, a detail, and an action.

A door names its permission, asks one question or calls one action, and shows a page. Login is the
default (`LoginRequiredMiddleware`). Not visible is 404; visible but not allowed is 403.
"""

from .acting import ActionDoor, said_with_link
from .looking import DetailDoor, Door, ListDoor

__all__ = ["ActionDoor", "DetailDoor", "Door", "ListDoor", "said_with_link"]
