"""Addresses of projects: everything about one stands below its dossier."""

from django.urls import path

from projects.views import (
    asking,
    case_compare,
    case_files,
    course,
    dossier,
    lists,
    papers,
    people,
    phases,
    taking_over,
    trying,
    turns,
)

app_name = "projects"
ONE = "projecten/<int:pk>/"
urlpatterns = [
    path("projecten/", lists.ProjectList.as_view(), name="project-list"),
    path("projecten/export/<slug:kind>/", lists.ExportProjects.as_view(), name="project-export"),
    path(
        "projecten/businesscases/<int:pk>/export/<slug:kind>/",
        case_files.ExportCase.as_view(),
        name="case-export",
    ),
    path(
        "projecten/businesscases/<int:pk>/import/",
        case_files.ImportCase.as_view(),
        name="case-import",
    ),
    path(
        "projecten/businesscases/<int:pk>/vergelijken/",
        case_compare.CompareCases.as_view(),
        name="case-compare",
    ),
    path("projecten/nieuw/<int:pk>/", phases.OpenProject.as_view(), name="open"),
    path("projecten/overnemen/", taking_over.TakeOverProject.as_view(), name="take-over"),
    path("projecten/import/", taking_over.ImportProjects.as_view(), name="import"),
    path("projecten/koerswijziging/", course.ProposeChange.as_view(), name="course-change"),
    path(ONE, dossier.ProjectDetail.as_view(), name="project-detail"),
    path(f"{ONE}wijzigen/", turns.ChangeProject.as_view(), name="change"),
    path(f"{ONE}on-hold/", turns.HoldProject.as_view(), name="hold"),
    path(f"{ONE}hervatten/", turns.ResumeProject.as_view(), name="resume"),
    path(f"{ONE}stoppen/", turns.StopProject.as_view(), name="stop"),
    path(f"{ONE}overdragen/", turns.HandOverProject.as_view(), name="hand-over"),
    path(f"{ONE}logboek/", turns.WriteNote.as_view(), name="note-write"),
    path(f"{ONE}document/", papers.AddDocument.as_view(), name="document-add"),
    path(f"{ONE}link/", papers.AddLink.as_view(), name="link-add"),
    path(f"{ONE}trekker/", people.NameLeader.as_view(), name="leader-name"),
    path(f"{ONE}organisatie/", people.AddParticipation.as_view(), name="participation-add"),
    path(f"{ONE}stuurgroep/", people.AddStake.as_view(), name="stake-add"),
    path(f"{ONE}fase/", phases.PlanPhase.as_view(), name="phase-plan"),
    path("projecten/documenten/<int:pk>/", papers.ProjectFile.as_view(), name="document"),
    path(
        "projecten/documenten/<int:pk>/weg/",
        papers.TakeDocumentOff.as_view(),
        name="document-off",
    ),
    path("projecten/links/<int:pk>/weg/", papers.TakeLinkOff.as_view(), name="link-off"),
    path("projecten/logboek/<int:pk>/", turns.CorrectNote.as_view(), name="note-correct"),
    path("projecten/trekkers/<int:pk>/", people.EndLeadership.as_view(), name="leader-end"),
    path(
        "projecten/organisaties/<int:pk>/",
        people.EndParticipation.as_view(),
        name="participation-end",
    ),
    path("projecten/belangen/<int:pk>/einde/", people.EndStake.as_view(), name="stake-end"),
    path("projecten/belangen/<int:pk>/lid/", people.AddMember.as_view(), name="member-add"),
    path("projecten/leden/<int:pk>/einde/", people.EndMember.as_view(), name="member-end"),
    path("projecten/leden/<int:pk>/voorzitter/", people.NameChair.as_view(), name="member-chair"),
    path("projecten/fasen/<int:pk>/besluit/", phases.ApprovePhase.as_view(), name="phase-approve"),
    path("projecten/fasen/<int:pk>/stemming/", asking.PrepareBallot.as_view(), name="phase-ballot"),
    path(
        "projecten/fasen/<int:pk>/stemming/koppelen/",
        asking.LinkBallot.as_view(),
        name="phase-ballot-link",
    ),
    path("projecten/fasen/<int:pk>/start/", phases.StartPhase.as_view(), name="phase-start"),
    path("projecten/fasen/<int:pk>/einde/", phases.EndPhase.as_view(), name="phase-end"),
    path("projecten/fasen/<int:pk>/vervalt/", phases.DropPhase.as_view(), name="phase-drop"),
    path("projecten/fasen/<int:pk>/pilot/", trying.DescribePilot.as_view(), name="pilot-describe"),
    path(
        "projecten/fasen/<int:pk>/evaluatie/",
        trying.EvaluatePilot.as_view(),
        name="pilot-evaluate",
    ),
    path(
        "projecten/fasen/<int:pk>/prototype/",
        trying.DescribePrototype.as_view(),
        name="prototype-describe",
    ),
    path(
        "projecten/fasen/<int:pk>/keuze/",
        trying.DecidePrototype.as_view(),
        name="prototype-decide",
    ),
]
