"""Addresses of meetings."""

from django.urls import path

from .views import acts, calendar, poll_acts, poll_answers, poll_moments, polls

app_name = "events"
urlpatterns = [
    path("bijeenkomsten/", calendar.MeetingsNow.as_view(), name="now"),
    path("bijeenkomsten/jaar/<int:year>/", calendar.MeetingYear.as_view(), name="year"),
    path("bijeenkomsten/<int:pk>/", calendar.MeetingDetail.as_view(), name="meeting-detail"),
    path("bijeenkomsten/<int:pk>/datum/", acts.ScheduleMeeting.as_view(), name="meeting-schedule"),
    path("bijeenkomsten/<int:pk>/afzeggen/", acts.CallOff.as_view(), name="meeting-call-off"),
    path("bijeenkomsten/<int:pk>/gehouden/", acts.HoldMeeting.as_view(), name="meeting-hold"),
    path("bijeenkomsten/<int:pk>/overnemen/", acts.TakeOver.as_view(), name="meeting-take-over"),
    # date polls
    path("bijeenkomsten/<int:pk>/datumprikker/", poll_moments.OpenPoll.as_view(), name="poll-open"),
    path("datumprikkers/<int:pk>/", polls.PollDetail.as_view(), name="poll-detail"),
    path("datumprikkers/<int:pk>/antwoord/", poll_answers.AnswerMine.as_view(), name="poll-mine"),
    path(
        "datumprikkers/<int:pk>/antwoord/<int:invitee>/",
        poll_answers.AnswerOnBehalf.as_view(),
        name="poll-behalf",
    ),
    path("datumprikkers/<int:pk>/erbij/", poll_moments.AddOptions.as_view(), name="poll-add"),
    path(
        "datumprikkers/<int:pk>/kies/<int:option>/", polls.ChooseDate.as_view(), name="poll-choose"
    ),
    path("datumprikkers/<int:pk>/herinnering/", poll_acts.RemindPoll.as_view(), name="poll-remind"),
    path(
        "datumprikkers/<int:pk>/intrekken/", poll_acts.WithdrawPoll.as_view(), name="poll-withdraw"
    ),
    path("prik/<str:token>/", poll_answers.AnswerByLink.as_view(), name="poll-answer"),
]
