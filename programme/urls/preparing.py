"""Addresses of preparing a ballot, of interests in it, and of what it leaves behind."""

from django.urls import path

from programme.views import exports, guide, objections, preparing, stepping_aside

urlpatterns = [
    path(
        "stemmingen/nieuw/<int:year>/motie/",
        preparing.PrepareMotion.as_view(),
        name="ballot-prepare-motion",
    ),
    path(
        "stemmingen/nieuw/<int:year>/keuze/",
        preparing.PrepareSelection.as_view(),
        name="ballot-prepare-selection",
    ),
    path(
        "stemmingen/<int:pk>/aankondigen/",
        preparing.AnnounceBallot.as_view(),
        name="ballot-announce",
    ),
    path("stemmingen/<int:pk>/openen/", preparing.OpenBallot.as_view(), name="ballot-open"),
    path(
        "stemmingen/<int:pk>/weggooien/", preparing.DiscardBallot.as_view(), name="ballot-discard"
    ),
    path(
        "stemmingen/<int:pk>/belangen/",
        stepping_aside.DiscloseInterest.as_view(),
        name="interest-disclose",
    ),
    path(
        "stemmingen/<int:pk>/belangen/<int:interest>/intrekken/",
        stepping_aside.WithdrawInterest.as_view(),
        name="interest-withdraw",
    ),
    path(
        "stemmingen/<int:pk>/klopt-dit-niet/",
        stepping_aside.QuestionInterests.as_view(),
        name="interest-question",
    ),
    path(
        "stemmingen/klopt-dit-niet/<int:pk>/",
        objections.AnswerInterestQuestion.as_view(),
        name="interest-answer",
    ),
    path(
        "stemmingen/<int:pk>/verschonen/",
        stepping_aside.RecuseSeat.as_view(),
        name="seat-recuse",
    ),
    path("stemmingen/<int:pk>/export.json", exports.ExportBallot.as_view(), name="ballot-export"),
    path(
        "stemmingen/<int:pk>/agenda.ics", exports.BallotCalendar.as_view(), name="ballot-calendar"
    ),
    path("uitleg/stemmen/", guide.VotingExplained.as_view(), name="voting-explained"),
]
