"""The Kompas and the annual account on paper."""

from .account import account_pdf
from .kompas import Beside, kompas_pdf

__all__ = ["Beside", "account_pdf", "kompas_pdf"]
