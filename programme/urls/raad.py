"""Addresses of a programmaraad and its seats."""

from django.urls import path

from programme.views import raad, seats

urlpatterns = [
    path("programmaraad/", raad.RaadNow.as_view(), name="raad-now"),
    path("programmaraad/<int:year>/", raad.RaadDetail.as_view(), name="raad-detail"),
    path("programmaraad/<int:year>/voorstel/", raad.ProposeRaad.as_view(), name="raad-propose"),
    path("programmaraad/<int:year>/reactie/", raad.RespondToRaad.as_view(), name="raad-respond"),
    path("programmaraad/<int:year>/installeren/", raad.InstallRaad.as_view(), name="raad-install"),
    path("programmaraad/<int:year>/open-zetel/", seats.FillSeat.as_view(), name="seat-fill"),
    path("zetels/<int:pk>/", seats.NameDelegates.as_view(), name="seat-delegates"),
]
