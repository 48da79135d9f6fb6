"""Exchange: files that come in and go out, and what is kept about a person."""

from .files import read_projects
from .personal import personal_data
from .progress import progress_table
from .tables import project_table

__all__ = ["personal_data", "progress_table", "project_table", "read_projects"]
