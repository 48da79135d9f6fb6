"""Exchange: files that come in and go out, and what is kept about a person."""

from .files import read_projects
from .personal import personal_data
from .tables import project_table

__all__ = ["personal_data", "project_table", "read_projects"]
