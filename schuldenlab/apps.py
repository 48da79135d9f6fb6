"""The staff door as an app: Django's admin with our site class."""

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """Django's own admin, opened through the portal's login."""

    default_site = "schuldenlab.web.desk.DeskSite"
