"""Addresses of ballots and receipts."""

from django.urls import path

from programme.views import ballots, receipts

urlpatterns = [
    path("stemmingen/<int:pk>/", ballots.BallotDetail.as_view(), name="ballot-detail"),
    path("stemmingen/<int:pk>/stem/", ballots.CastVote.as_view(), name="ballot-vote"),
    path(
        "stemmingen/<int:pk>/controle/",
        receipts.CheckReceipt.as_view(),
        name="receipt-check",
    ),
    path("stembewijzen/<int:pk>/", receipts.VoteReceipt.as_view(), name="vote-receipt"),
]
