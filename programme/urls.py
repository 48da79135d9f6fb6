"""Addresses of the year."""

from django.urls import path

from .views import ballots, commitments, decisions, programmes, raad, receipts, seats

app_name = "programme"
urlpatterns = [
    path("programmaraad/", raad.RaadNow.as_view(), name="raad-now"),
    path("programmaraad/<int:year>/", raad.RaadDetail.as_view(), name="raad-detail"),
    path("programmaraad/<int:year>/voorstel/", raad.ProposeRaad.as_view(), name="raad-propose"),
    path("programmaraad/<int:year>/reactie/", raad.RespondToRaad.as_view(), name="raad-respond"),
    path("programmaraad/<int:year>/installeren/", raad.InstallRaad.as_view(), name="raad-install"),
    path("programmaraad/<int:year>/open-zetel/", seats.FillSeat.as_view(), name="seat-fill"),
    path("zetels/<int:pk>/", seats.NameDelegates.as_view(), name="seat-delegates"),
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
    path("stemmingen/<int:pk>/", ballots.BallotDetail.as_view(), name="ballot-detail"),
    path("stemmingen/<int:pk>/openen/", ballots.OpenBallot.as_view(), name="ballot-open"),
    path("stemmingen/<int:pk>/stem/", ballots.CastVote.as_view(), name="ballot-vote"),
    path(
        "stemmingen/<int:pk>/controle/",
        receipts.CheckReceipt.as_view(),
        name="receipt-check",
    ),
    path("stembewijzen/<int:pk>/", receipts.VoteReceipt.as_view(), name="vote-receipt"),
    path("besluiten/", decisions.DecisionList.as_view(), name="decision-list"),
    path(
        "besluiten/<int:year>-<int:sequence>/",
        decisions.DecisionDetail.as_view(),
        name="decision-detail",
    ),
]
