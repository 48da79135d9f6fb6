"""Addresses of meetings."""

from django.urls import path

from .views import acts, calendar, circulars

app_name = "events"
urlpatterns = [
    path("bijeenkomsten/", calendar.MeetingsNow.as_view(), name="now"),
    path("bijeenkomsten/jaar/<int:year>/", calendar.MeetingYear.as_view(), name="year"),
    path("bijeenkomsten/<int:pk>/", calendar.MeetingDetail.as_view(), name="meeting-detail"),
    path("bijeenkomsten/<int:pk>/datum/", acts.ScheduleMeeting.as_view(), name="meeting-schedule"),
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
]
