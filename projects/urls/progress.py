"""Addresses of how projects go: reports, risks, links, and what they bring."""

from django.urls import path

from projects.views import connections, overview, reports, results

ONE = "projecten/<int:pk>/"
INDICATOR = "projecten/indicatoren/<int:pk>/"
urlpatterns = [
    path("projecten/voortgang/", overview.ProgressOverview.as_view(), name="progress-list"),
    path(
        "projecten/voortgang/export/<slug:kind>/",
        overview.ExportProgress.as_view(),
        name="progress-export",
    ),
    path("projecten/samenhang/", connections.ConnectionMap.as_view(), name="connection-map"),
    path("projecten/resultaten/", results.Results.as_view(), name="result-list"),
    path(f"{ONE}voortgang/", reports.ProjectProgress.as_view(), name="project-progress"),
    path(f"{ONE}rapporteren/", reports.WriteReport.as_view(), name="report-write"),
    path("projecten/rapportages/<int:pk>/", reports.ReportDetail.as_view(), name="report-detail"),
    path(f"{ONE}risico/", reports.RaiseRisk.as_view(), name="risk-raise"),
    path("projecten/risicos/<int:pk>/sluiten/", reports.CloseRisk.as_view(), name="risk-close"),
    path(f"{ONE}verband/", connections.Connect.as_view(), name="connection-add"),
    path(
        "projecten/verbanden/<int:pk>/einde/",
        connections.EndConnection.as_view(),
        name="connection-end",
    ),
    path(f"{ONE}indicator/", results.AddIndicator.as_view(), name="indicator-add"),
    path(INDICATOR, results.IndicatorDetail.as_view(), name="indicator-detail"),
    path(f"{INDICATOR}waarde/", results.AddValue.as_view(), name="value-add"),
    path(f"{INDICATOR}vervalt/", results.DropIndicator.as_view(), name="indicator-drop"),
    path("projecten/waarden/<int:pk>/", results.CorrectValue.as_view(), name="value-correct"),
]
