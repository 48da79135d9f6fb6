"""Addresses of the register of decisions."""

from django.urls import path

from programme.views import decisions

urlpatterns = [
    path("besluiten/", decisions.DecisionList.as_view(), name="decision-list"),
    path(
        "besluiten/<int:year>-<int:sequence>/",
        decisions.DecisionDetail.as_view(),
        name="decision-detail",
    ),
]
