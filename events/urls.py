"""Addresses of meetings."""

from django.urls import path

from .views import (
    action_items,
    action_links,
    acts,
    agenda_papers,
    agendas,
    calendar,
    minutes,
    minutes_acts,
    presence,
)

app_name = "events"
urlpatterns = [
    path("bijeenkomsten/", calendar.MeetingsNow.as_view(), name="now"),
    path("bijeenkomsten/jaar/<int:year>/", calendar.MeetingYear.as_view(), name="year"),
    path("bijeenkomsten/<int:pk>/", calendar.MeetingDetail.as_view(), name="meeting-detail"),
    path("bijeenkomsten/<int:pk>/datum/", acts.ScheduleMeeting.as_view(), name="meeting-schedule"),
    path("bijeenkomsten/<int:pk>/afzeggen/", acts.CallOff.as_view(), name="meeting-call-off"),
    path("bijeenkomsten/<int:pk>/gehouden/", acts.HoldMeeting.as_view(), name="meeting-hold"),
    path("bijeenkomsten/<int:pk>/overnemen/", acts.TakeOver.as_view(), name="meeting-take-over"),
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
    path("bijeenkomsten/stukken/<int:pk>/", agenda_papers.AgendaFile.as_view(), name="agenda-file"),
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
]
