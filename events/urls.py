"""Addresses of meetings."""

from django.urls import path

from .views import acts, blocking, calendar, series

app_name = "events"
urlpatterns = [
    path("bijeenkomsten/", calendar.MeetingsNow.as_view(), name="now"),
    path("bijeenkomsten/jaar/<int:year>/", calendar.MeetingYear.as_view(), name="year"),
    path("bijeenkomsten/<int:pk>/", calendar.MeetingDetail.as_view(), name="meeting-detail"),
    path("bijeenkomsten/<int:pk>/datum/", acts.ScheduleMeeting.as_view(), name="meeting-schedule"),
    path("bijeenkomsten/<int:pk>/afzeggen/", acts.CallOff.as_view(), name="meeting-call-off"),
    path("bijeenkomsten/<int:pk>/gehouden/", acts.HoldMeeting.as_view(), name="meeting-hold"),
    path("bijeenkomsten/<int:pk>/overnemen/", acts.TakeOver.as_view(), name="meeting-take-over"),
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
]
