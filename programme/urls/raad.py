"""Addresses of a programmaraad and its seats."""

from django.urls import path

from programme.views import invitations, raad, raad_detail, rotation, seats, terms

YEAR = "programmaraad/<int:year>"
INVITATION = "zetels/uitnodiging/<int:pk>"

urlpatterns = [
    path("programmaraad/", raad_detail.RaadNow.as_view(), name="raad-now"),
    path("programmaraad/geschiedenis/", terms.RaadHistory.as_view(), name="raad-history"),
    path(f"{YEAR}/", raad_detail.RaadDetail.as_view(), name="raad-detail"),
    path(f"{YEAR}/kandidaten/", rotation.RaadCandidates.as_view(), name="raad-candidates"),
    path(f"{YEAR}/uitnodigen/", invitations.InviteToSeats.as_view(), name="raad-invite"),
    path(f"{YEAR}/voorstel/", raad.ProposeRaad.as_view(), name="raad-propose"),
    path(f"{YEAR}/zelfde/", terms.RepeatRaad.as_view(), name="raad-repeat"),
    path(f"{YEAR}/reactie/", raad.RespondToRaad.as_view(), name="raad-respond"),
    path(f"{YEAR}/installeren/", raad.InstallRaad.as_view(), name="raad-install"),
    path(f"{YEAR}/ontbinden/", terms.DissolveRaad.as_view(), name="raad-dissolve"),
    path(f"{YEAR}/overnemen/", terms.TakeOverRaad.as_view(), name="raad-take-over"),
    path(f"{YEAR}/open-zetel/", seats.FillSeat.as_view(), name="seat-fill"),
    path("zetels/<int:pk>/", seats.NameDelegates.as_view(), name="seat-delegates"),
    path("zetels/<int:pk>/teruggeven/", seats.EndSeat.as_view(), name="seat-end"),
    path(f"{INVITATION}/", invitations.SeatInvitationDetail.as_view(), name="seat-invitation"),
    path(f"{INVITATION}/antwoord/", invitations.AnswerSeat.as_view(), name="seat-answer"),
    path(
        f"{INVITATION}/intrekken/",
        invitations.WithdrawSeatInvitation.as_view(),
        name="seat-invitation-withdraw",
    ),
]
