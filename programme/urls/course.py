"""Addresses of changes of course."""

from django.urls import path

from programme.views import course, course_acts, course_raad

urlpatterns = [
    path("koerswijzigingen/", course.ChangeList.as_view(), name="change-list"),
    path("koerswijzigingen/nieuw/", course.ProposeChange.as_view(), name="change-propose"),
    path("koerswijzigingen/<int:pk>/", course.ChangeDetail.as_view(), name="change-detail"),
    path("koerswijzigingen/<int:pk>/schrijven/", course.WriteChange.as_view(), name="change-write"),
    path(
        "koerswijzigingen/<int:pk>/beoordelen/",
        course_acts.JudgeChange.as_view(),
        name="change-judge",
    ),
    path(
        "koerswijzigingen/<int:pk>/cruciaal/",
        course_acts.CallCrucial.as_view(),
        name="change-call",
    ),
    path(
        "koerswijzigingen/<int:pk>/stemming/",
        course_raad.PutToBallot.as_view(),
        name="change-ballot",
    ),
    path(
        "koerswijzigingen/<int:pk>/besluit/",
        course_raad.DecideChange.as_view(),
        name="change-decide",
    ),
    path(
        "koerswijzigingen/<int:pk>/eerst/",
        course_acts.CarryOutFirst.as_view(),
        name="change-first",
    ),
    path(
        "koerswijzigingen/<int:pk>/uitvoeren/",
        course_acts.CarryOut.as_view(),
        name="change-carry-out",
    ),
    path(
        "koerswijzigingen/<int:pk>/intrekken/",
        course_acts.Withdraw.as_view(),
        name="change-withdraw",
    ),
]
