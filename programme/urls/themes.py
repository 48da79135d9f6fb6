"""Addresses of innovation themes."""

from django.urls import path

from programme.views import exploring, publicity, theme_acts, theme_calls, theme_proposals

urlpatterns = [
    path("innovatiethemas/", theme_calls.ThemesNow.as_view(), name="theme-now"),
    path("innovatiethemas/<int:year>/", theme_calls.ThemeYear.as_view(), name="theme-year"),
    path("innovatiethemas/<int:year>/oproep/", theme_calls.OpenCall.as_view(), name="call-open"),
    path(
        "innovatiethemas/<int:year>/verlengen/",
        theme_calls.ExtendCall.as_view(),
        name="call-extend",
    ),
    path(
        "innovatiethemas/<int:year>/voorstellen/",
        theme_proposals.ProposeTheme.as_view(),
        name="theme-propose",
    ),
    path(
        "innovatiethemas/<int:year>/stemming/",
        theme_proposals.PutThemesToBallot.as_view(),
        name="call-ballot",
    ),
    path(
        "innovatiethemas/<int:year>/vergadering/",
        theme_proposals.SelectInMeeting.as_view(),
        name="call-meeting",
    ),
    path("innovatiethemas/thema/<int:pk>/", exploring.ThemeDetail.as_view(), name="theme-detail"),
    path(
        "innovatiethemas/thema/<int:pk>/intrekken/",
        theme_acts.WithdrawTheme.as_view(),
        name="theme-withdraw",
    ),
    path(
        "innovatiethemas/thema/<int:pk>/verkennen/",
        theme_acts.ExploreTheme.as_view(),
        name="theme-explore",
    ),
    path(
        "innovatiethemas/thema/<int:pk>/opleveren/",
        theme_acts.DeliverTheme.as_view(),
        name="theme-deliver",
    ),
    path(
        "innovatiethemas/thema/<int:pk>/openbaar/",
        publicity.PublishTheme.as_view(),
        name="theme-public",
    ),
    path(
        "innovatiethemas/thema/<int:pk>/stoppen/",
        theme_acts.StopTheme.as_view(),
        name="theme-stop",
    ),
    path(
        "innovatiethemas/thema/<int:pk>/begeleider/",
        exploring.AddFacilitator.as_view(),
        name="facilitator-add",
    ),
    path(
        "innovatiethemas/begeleiders/<int:pk>/stoppen/",
        exploring.EndFacilitator.as_view(),
        name="facilitator-end",
    ),
    path(
        "innovatiethemas/thema/<int:pk>/logboek/",
        exploring.WriteNote.as_view(),
        name="note-write",
    ),
    path(
        "innovatiethemas/logboek/<int:pk>/verbeteren/",
        exploring.CorrectNote.as_view(),
        name="note-correct",
    ),
]
