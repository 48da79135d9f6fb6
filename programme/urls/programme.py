"""Addresses of a programme and the commitments to it."""

from django.urls import path

from programme.views import commitments, programmes

urlpatterns = [
    path("programma/", programmes.ProgrammeNow.as_view(), name="programme-now"),
    path("programma/<int:year>/", programmes.ProgrammeDetail.as_view(), name="programme-detail"),
    path(
        "programma/<int:year>/schrijven/",
        programmes.WriteProgramme.as_view(),
        name="programme-write",
    ),
    path(
        "programma/<int:year>/indienen/",
        programmes.SubmitProgramme.as_view(),
        name="programme-submit",
    ),
    path(
        "programma/<int:year>/stemming/",
        programmes.PutToBallot.as_view(),
        name="programme-ballot",
    ),
    path(
        "programma/<int:year>/commitment/<int:organisation>/",
        commitments.GiveCommitment.as_view(),
        name="commitment-give",
    ),
    path(
        "programma/<int:year>/commitment/<int:organisation>/namens/",
        commitments.CommitmentOnBehalf.as_view(),
        name="commitment-on-behalf",
    ),
]
