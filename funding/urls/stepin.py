"""Addresses of step-in rounds: opened below a plan, answered by each partner on its own page."""

from django.urls import path

from funding.views import answers, rounds

ROUND = "instaprondes/<int:pk>/"
urlpatterns = [
    path(
        "projecten/financiering/<int:pk>/aanbieden/",
        rounds.OpenRound.as_view(),
        name="round-open",
    ),
    path(ROUND, rounds.RoundDetail.as_view(), name="round-detail"),
    path(f"{ROUND}sluiten/", rounds.CloseRound.as_view(), name="round-close"),
    path(f"{ROUND}herinneren/", rounds.RemindRound.as_view(), name="round-remind"),
    path("instapaanbod/<int:pk>/", answers.AnswerRound.as_view(), name="stepin-answer"),
]
