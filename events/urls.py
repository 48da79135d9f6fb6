"""Addresses of meetings."""

from django.urls import path

from .views import acts, calendar, changing, feeds

app_name = "events"
urlpatterns = [
    path("bijeenkomsten/", calendar.MeetingsNow.as_view(), name="now"),
    path("bijeenkomsten/jaar/<int:year>/", calendar.MeetingYear.as_view(), name="year"),
    path("bijeenkomsten/<int:pk>/", calendar.MeetingDetail.as_view(), name="meeting-detail"),
    path("bijeenkomsten/<int:pk>/datum/", acts.ScheduleMeeting.as_view(), name="meeting-schedule"),
    path("bijeenkomsten/<int:pk>/afzeggen/", acts.CallOff.as_view(), name="meeting-call-off"),
    path("bijeenkomsten/<int:pk>/gehouden/", acts.HoldMeeting.as_view(), name="meeting-hold"),
    path("bijeenkomsten/<int:pk>/overnemen/", acts.TakeOver.as_view(), name="meeting-take-over"),
    # -- in one's own calendar
    path("bijeenkomsten/<int:pk>/agenda.ics", feeds.MeetingEntry.as_view(), name="meeting-entry"),
    path("bijeenkomsten/<int:pk>/wijzigen/", changing.Correct.as_view(), name="meeting-correct"),
    path("bijeenkomsten/<int:pk>/vervallen/", changing.Cancel.as_view(), name="meeting-cancel"),
    path("mijn-agenda/", feeds.MyCalendar.as_view(), name="my-calendar"),
    path("mijn-agenda/stoppen/", feeds.RevokeFeed.as_view(), name="feed-revoke"),
    path("agenda/<str:token>.ics", feeds.Feed.as_view(), name="feed"),
    path("agenda.ics", feeds.PublicFeed.as_view(), name="public-feed"),
    path(
        "bijeenkomsten/uitnodiging/<str:token>/",
        feeds.PublicFeed.as_view(),
        name="invitation-reply",
    ),
]
