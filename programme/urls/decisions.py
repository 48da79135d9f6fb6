"""Addresses of the register of decisions."""

from django.urls import path

from programme.views import decisions, follow_up, publicity, registers

ONE = "besluiten/<int:year>-<int:sequence>/"
urlpatterns = [
    path("besluiten/", decisions.DecisionList.as_view(), name="decision-list"),
    path("besluiten/nieuw/", follow_up.EnterDecision.as_view(), name="decision-enter"),
    path(
        "besluiten/export/<slug:kind>/",
        registers.ExportDecisions.as_view(),
        name="decision-export",
    ),
    path("besluiten/<int:year>/", registers.DecisionsOfYear.as_view(), name="decision-year"),
    path(
        "besluiten/<int:year>/pdf/",
        registers.DecisionsOfYearPdf.as_view(),
        name="decision-year-pdf",
    ),
    path(ONE, decisions.DecisionDetail.as_view(), name="decision-detail"),
    path(f"{ONE}eigenaar/", follow_up.AssignDecision.as_view(), name="decision-assign"),
    path(f"{ONE}openbaar/", publicity.PublishDecision.as_view(), name="decision-public"),
    path(f"{ONE}stap/", follow_up.ReportStep.as_view(), name="decision-report"),
    path(f"{ONE}uitgevoerd/", follow_up.CarryOutDecision.as_view(), name="decision-carry-out"),
    path(f"{ONE}vervallen/", follow_up.DropDecision.as_view(), name="decision-drop"),
]
