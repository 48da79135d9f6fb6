"""Addresses of partners, people and the framework."""

from django.urls import path

from . import views

app_name = "partners"
urlpatterns = [
    path("partners/", views.OrganisationList.as_view(), name="organisation-list"),
    path("partners/importeren/", views.ImportUpload.as_view(), name="import"),
    path("partners/importeren/controle/", views.ImportCheck.as_view(), name="import-check"),
    path("partners/<int:pk>/", views.OrganisationDetail.as_view(), name="organisation-detail"),
    path("personen/", views.PersonList.as_view(), name="person-list"),
    path("personen/uitnodigen/", views.InvitePerson.as_view(), name="person-invite"),
    path("samenwerkingskader/", views.FrameworkNow.as_view(), name="framework"),
    path("samenwerkingskader/<int:pk>/", views.FrameworkDetail.as_view(), name="framework-detail"),
]
