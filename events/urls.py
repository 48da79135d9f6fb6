"""Addresses of meetings."""

from django.urls import path

from .views import acts, calendar

app_name = "events"
urlpatterns = [
    path("bijeenkomsten/", calendar.MeetingsNow.as_view(), name="now"),
    path("bijeenkomsten/jaar/<int:year>/", calendar.MeetingYear.as_view(), name="year"),
    path("bijeenkomsten/<int:pk>/", calendar.MeetingDetail.as_view(), name="meeting-detail"),
    path("bijeenkomsten/<int:pk>/datum/", acts.ScheduleMeeting.as_view(), name="meeting-schedule"),
    path("bijeenkomsten/<int:pk>/afzeggen/", acts.CallOff.as_view(), name="meeting-call-off"),
    path("bijeenkomsten/<int:pk>/gehouden/", acts.HoldMeeting.as_view(), name="meeting-hold"),
    path("bijeenkomsten/<int:pk>/overnemen/", acts.TakeOver.as_view(), name="meeting-take-over"),
]
