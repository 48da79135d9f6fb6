from django.urls import URLPattern, path

from . import views

app_name = "demo"
urlpatterns: list[URLPattern] = [
    path("", views.Personas.as_view(), name="personas"),
    path("post/", views.Mailbox.as_view(), name="mailbox"),
    path("post/<int:pk>/", views.Mail.as_view(), name="mail"),
]
