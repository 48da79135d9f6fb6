"""Addresses of meetings."""

from django.urls import path

from .views import (
    action_items,
    action_links,
    acts,
    agenda_papers,
    agendas,
    blocking,
    calendar,
    changing,
    circulars,
    day,
    feeds,
    invitees,
    minutes,
    minutes_acts,
    poll_acts,
    poll_answers,
    poll_moments,
    polls,
    presence,
    replacements,
    replies,
    scheduling,
    series,
)

app_name = "events"
urlpatterns = [
    path("bijeenkomsten/", calendar.MeetingsNow.as_view(), name="now"),
    path("bijeenkomsten/jaar/<int:year>/", calendar.MeetingYear.as_view(), name="year"),
    path("bijeenkomsten/<int:pk>/", calendar.MeetingDetail.as_view(), name="meeting-detail"),
    path(
        "bijeenkomsten/<int:pk>/datum/",
        scheduling.ScheduleMeeting.as_view(),
        name="meeting-schedule",
    ),
    path("bijeenkomsten/<int:pk>/afzeggen/", acts.CallOff.as_view(), name="meeting-call-off"),
    path("bijeenkomsten/<int:pk>/gehouden/", acts.HoldMeeting.as_view(), name="meeting-hold"),
    path("bijeenkomsten/<int:pk>/overnemen/", acts.TakeOver.as_view(), name="meeting-take-over"),
    path("brieven/", circulars.CircularList.as_view(), name="circular-list"),
    path("brieven/nieuw/", circulars.DraftCircular.as_view(), name="circular-new"),
    path("brieven/<int:pk>/", circulars.CircularDetail.as_view(), name="circular-detail"),
    path("brieven/<int:pk>/wijzigen/", circulars.Rewrite.as_view(), name="circular-edit"),
    path("brieven/<int:pk>/proef/", circulars.SendTest.as_view(), name="circular-test"),
    path("brieven/<int:pk>/versturen/", circulars.Send.as_view(), name="circular-send"),
    path("brieven/<int:pk>/weggooien/", circulars.Discard.as_view(), name="circular-discard"),
    # -- agenda, presence, minutes and actions
    path("bijeenkomsten/<int:pk>/agenda/", agendas.Agenda.as_view(), name="agenda"),
    path(
        "bijeenkomsten/<int:pk>/agenda/afdruk/", agendas.AgendaPrint.as_view(), name="agenda-print"
    ),
    path("bijeenkomsten/<int:pk>/agenda/punt/", agendas.AddPoint.as_view(), name="point-add"),
    path(
        "bijeenkomsten/<int:pk>/agenda/volgorde/",
        agendas.OrderAgenda.as_view(),
        name="agenda-order",
    ),
    path("bijeenkomsten/<int:pk>/agenda/<int:item>/", agendas.PutOn.as_view(), name="point-put-on"),
    path("bijeenkomsten/punten/<int:pk>/volgende/", agendas.PointOn.as_view(), name="point-on"),
    path("bijeenkomsten/punten/<int:pk>/weghalen/", agendas.PointOff.as_view(), name="point-off"),
    path(
        "bijeenkomsten/punten/<int:pk>/stuk/", agenda_papers.AddPaper.as_view(), name="point-paper"
    ),
    path(
        "bijeenkomsten/agendastukken/<int:pk>/",
        agenda_papers.AgendaFile.as_view(),
        name="agenda-file",
    ),
    path("bijeenkomsten/<int:pk>/aanwezig/", presence.NotePresence.as_view(), name="presence"),
    path("bijeenkomsten/<int:pk>/verslag/", minutes.MinutesDetail.as_view(), name="minutes-detail"),
    path(
        "bijeenkomsten/<int:pk>/verslag/begin/",
        minutes_acts.StartMinutes.as_view(),
        name="minutes-start",
    ),
    path(
        "bijeenkomsten/<int:pk>/verslag/schrijf/",
        minutes_acts.WriteMinutes.as_view(),
        name="minutes-write",
    ),
    path(
        "bijeenkomsten/<int:pk>/verslag/versturen/",
        minutes_acts.SendMinutes.as_view(),
        name="minutes-send",
    ),
    path(
        "bijeenkomsten/<int:pk>/verslag/vaststellen/",
        minutes_acts.ApproveMinutes.as_view(),
        name="minutes-approve",
    ),
    path(
        "bijeenkomsten/<int:pk>/verslag/afdruk/",
        minutes.MinutesPrint.as_view(),
        name="minutes-print",
    ),
    path("bijeenkomsten/<int:pk>/verslag/pdf/", minutes.MinutesFile.as_view(), name="minutes-file"),
    path("bijeenkomsten/<int:pk>/actie/", action_items.AddAction.as_view(), name="action-add"),
    path("acties/", action_items.ActionList.as_view(), name="action-list"),
    path("acties/bestand.<str:kind>", action_items.ExportActions.as_view(), name="action-export"),
    path("acties/<int:pk>/klaar/", action_items.FinishAction.as_view(), name="action-done"),
    path("acties/<int:pk>/vervalt/", action_items.DropAction.as_view(), name="action-drop"),
    path("acties/<int:pk>/heropenen/", action_items.ReopenAction.as_view(), name="action-reopen"),
    path("actie/<str:token>/", action_links.FinishByLink.as_view(), name="action-finish"),
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
    # series, and when nothing is planned
    path("bijeenkomsten/reeksen/", series.SeriesList.as_view(), name="series-list"),
    path("bijeenkomsten/reeksen/<int:pk>/", series.SeriesDetail.as_view(), name="series-detail"),
    path(
        "bijeenkomsten/reeksen/<int:pk>/wijzigen/",
        series.ChangeSeries.as_view(),
        name="series-change",
    ),
    path(
        "bijeenkomsten/reeksen/<int:pk>/gasten/", series.AddGuest.as_view(), name="series-guest-add"
    ),
    path(
        "bijeenkomsten/reeksen/<int:pk>/gasten/<int:guest>/",
        series.EndGuest.as_view(),
        name="series-guest-end",
    ),
    path("bijeenkomsten/vrij/", blocking.BlockedList.as_view(), name="blocked-list"),
    path("bijeenkomsten/vrij/toevoegen/", blocking.AddBlocked.as_view(), name="blocked-add"),
    path(
        "bijeenkomsten/vrij/<int:pk>/intrekken/",
        blocking.WithdrawBlocked.as_view(),
        name="blocked-withdraw",
    ),
    # -- in one's own calendar
    path("bijeenkomsten/<int:pk>/agenda.ics", feeds.MeetingEntry.as_view(), name="meeting-entry"),
    path("bijeenkomsten/<int:pk>/wijzigen/", changing.Correct.as_view(), name="meeting-correct"),
    path("bijeenkomsten/<int:pk>/vervallen/", changing.Cancel.as_view(), name="meeting-cancel"),
    path("mijn-agenda/", feeds.MyCalendar.as_view(), name="my-calendar"),
    path("mijn-agenda/stoppen/", feeds.RevokeFeed.as_view(), name="feed-revoke"),
    path("agenda/<str:token>.ics", feeds.Feed.as_view(), name="feed"),
    path("agenda.ics", feeds.PublicFeed.as_view(), name="public-feed"),
    # Invitations and answers, the programme and the papers of the day.
    path(
        "bijeenkomsten/uitnodiging/<str:token>/",
        replies.ReplyByLink.as_view(),
        name="invitation-reply",
    ),
    path("bijeenkomsten/<int:pk>/antwoord/", replies.ReplyHere.as_view(), name="meeting-reply"),
    path(
        "bijeenkomsten/<int:pk>/genodigden/",
        invitees.MeetingInvitees.as_view(),
        name="meeting-invitees",
    ),
    path(
        "bijeenkomsten/<int:pk>/genodigden/export/<slug:kind>/",
        invitees.ExportInvitees.as_view(),
        name="invitees-export",
    ),
    path(
        "bijeenkomsten/genodigden/<int:pk>/antwoord/",
        replies.RecordReply.as_view(),
        name="reply-record",
    ),
    path(
        "bijeenkomsten/vervangers/<int:pk>/welkom/",
        replacements.AcceptReplacement.as_view(),
        name="replacement-accept",
    ),
    path(
        "bijeenkomsten/vervangers/<int:pk>/afwijzen/",
        replacements.RefuseReplacement.as_view(),
        name="replacement-refuse",
    ),
    path(
        "bijeenkomsten/<int:pk>/programma/",
        day.MeetingProgramme.as_view(),
        name="meeting-programme",
    ),
    path(
        "bijeenkomsten/<int:pk>/beschrijving/",
        day.DescribeMeeting.as_view(),
        name="meeting-describe",
    ),
    path("bijeenkomsten/<int:pk>/programma/nieuw/", day.AddPart.as_view(), name="part-add"),
    path("bijeenkomsten/programma/<int:pk>/", day.ChangePart.as_view(), name="part-change"),
    path("bijeenkomsten/programma/<int:pk>/weg/", day.TakeOutPart.as_view(), name="part-take-out"),
    path("bijeenkomsten/<int:pk>/stuk/", day.AddMeetingDocument.as_view(), name="paper-add"),
    path("bijeenkomsten/stukken/<int:pk>/", day.MeetingPaper.as_view(), name="paper"),
    path(
        "bijeenkomsten/stukken/<int:pk>/weg/",
        day.TakeOutMeetingDocument.as_view(),
        name="paper-take-out",
    ),
]
