"""The doors of the public pages: as far as each thing was marked public. No login."""

from .calendar import PublicCalendar
from .decisions import PublicDecisionPage, PublicDecisions
from .framework import PublicFramework
from .home import PublicHome, PublicHow
from .page import KEPT_FOR, Crumbs, PublicPage, public_crumbs
from .partners import PublicPartners
from .projects import PublicProjectPage, PublicProjects
from .robots import Robots, Sitemap
from .year import PublicProgramme, PublicThemePage

__all__ = [
    "KEPT_FOR",
    "Crumbs",
    "PublicCalendar",
    "PublicDecisionPage",
    "PublicDecisions",
    "PublicFramework",
    "PublicHome",
    "PublicHow",
    "PublicPage",
    "PublicPartners",
    "PublicProgramme",
    "PublicProjectPage",
    "PublicProjects",
    "PublicThemePage",
    "Robots",
    "Sitemap",
    "public_crumbs",
]
