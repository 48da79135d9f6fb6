"""Addresses of meetings of a raad, their papers, and votes in them."""

from django.urls import path

from programme.views import agendas, disputes, entered, handing_over, meetings

urlpatterns = [
    path(
        "programmaraad/<int:year>/bijeenkomsten/",
        meetings.RaadMeetings.as_view(),
        name="raad-meetings",
    ),
    path(
        "programmaraad/<int:year>/bijeenkomsten/nieuw/",
        meetings.PlanRaadMeeting.as_view(),
        name="raad-meeting-plan",
    ),
    path("raadsbijeenkomsten/<int:pk>/", meetings.RaadMeeting.as_view(), name="raad-meeting"),
    path("raadsbijeenkomsten/<int:pk>/versturen/", meetings.SendPack.as_view(), name="pack-send"),
    path("raadsbijeenkomsten/<int:pk>/punt/", agendas.AddPoint.as_view(), name="point-add"),
    path(
        "raadsbijeenkomsten/<int:pk>/volgorde/",
        agendas.OrderAgenda.as_view(),
        name="agenda-order",
    ),
    path("agendapunten/<int:pk>/verplaatsen/", agendas.MovePoint.as_view(), name="point-move"),
    path("agendapunten/<int:pk>/weghalen/", agendas.TakePointOff.as_view(), name="point-off"),
    path("agendapunten/<int:pk>/stuk/", agendas.AddPaper.as_view(), name="point-paper"),
    path("agendastukken/<int:pk>/", agendas.AgendaFile.as_view(), name="agenda-file"),
    path("raadsstukken/<int:pk>/", agendas.PackFile.as_view(), name="pack-file"),
    path(
        "stemmingen/<int:pk>/in-bijeenkomst/",
        entered.BallotInMeeting.as_view(),
        name="ballot-in-meeting",
    ),
    path("stemmingen/<int:pk>/invoeren/", entered.EnterVotes.as_view(), name="votes-enter"),
    path("stemmingen/<int:pk>/klopt-niet/", disputes.DisputeVote.as_view(), name="vote-dispute"),
    path("bezwaren/<int:pk>/", disputes.AnswerDispute.as_view(), name="dispute-answer"),
    path(
        "stemmingen/<int:pk>/overdragen/",
        handing_over.HandOverBallot.as_view(),
        name="ballot-hand-over",
    ),
    path(
        "stemmingen/<int:pk>/terugnemen/",
        handing_over.TakeBackBallot.as_view(),
        name="ballot-take-back",
    ),
]
