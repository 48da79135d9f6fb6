"""Who may see a project and what belongs to it, bring it on, lead it and steer it."""

from . import cases
from .dossier import keeps_dossier, keeps_part, sees_project

__all__ = ["cases", "keeps_dossier", "keeps_part", "sees_project"]
