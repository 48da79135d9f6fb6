"""Addresses of partners, people and the framework."""

from django.urls import path

from . import views
from .views import accounts

app_name = "partners"
urlpatterns = [
    path("partners/", views.OrganisationList.as_view(), name="organisation-list"),
    path("partners/importeren/", views.ImportUpload.as_view(), name="import"),
    path("partners/importeren/<int:pk>/", views.ImportProgress.as_view(), name="import-run"),
    path(
        "partners/importeren/<int:pk>/intrekken/",
        views.WithdrawImport.as_view(),
        name="import-withdraw",
    ),
    path(
        "partners/export/<slug:kind>/", views.ExportPartners.as_view(), name="organisation-export"
    ),
    path("personen/export/<slug:kind>/", views.ExportPeople.as_view(), name="person-export"),
    path(
        "partners/betrokkenheid/<int:year>/",
        views.InvolvementYear.as_view(),
        name="involvement-year",
    ),
    path("partners/<int:pk>/", views.OrganisationDetail.as_view(), name="organisation-detail"),
    path(
        "partners/<int:pk>/beheren/",
        views.ManageOrganisation.as_view(),
        name="organisation-manage",
    ),
    path(
        "partners/<int:pk>/gegevens/", views.KeepOrganisation.as_view(), name="organisation-facts"
    ),
    path(
        "partners/<int:pk>/nakijken/",
        views.ReviewOrganisation.as_view(),
        name="organisation-review",
    ),
    path("partners/<int:pk>/collega/", views.InviteColleague.as_view(), name="colleague-invite"),
    path(
        "partners/<int:pk>/betrokkenheid/",
        views.ChooseInvolvement.as_view(),
        name="involvement-choose",
    ),
    path(
        "partners/<int:pk>/betrokkenheid/zelfde/",
        views.RepeatInvolvement.as_view(),
        name="involvement-repeat",
    ),
    path("mandaten/<int:pk>/einde/", views.EndMandate.as_view(), name="mandate-end"),
    path("mandaten/<int:pk>/tekenen/", views.AskSigning.as_view(), name="signing-ask"),
    path("personen/tekenverzoeken/", views.SigningRequests.as_view(), name="signing-requests"),
    path(
        "personen/tekenverzoeken/<int:pk>/bevestigen/",
        views.ConfirmSigning.as_view(),
        name="signing-confirm",
    ),
    path(
        "personen/tekenverzoeken/<int:pk>/afwijzen/",
        views.DeclineSigning.as_view(),
        name="signing-decline",
    ),
    path(
        "partners/<int:pk>/namens/ambassadeur/",
        views.AmbassadorOnBehalf.as_view(),
        name="ambassador-on-behalf",
    ),
    path(
        "partners/<int:pk>/namens/betrokkenheid/",
        views.InvolvementOnBehalf.as_view(),
        name="involvement-on-behalf",
    ),
    path("partners/<int:pk>/contact/", views.Notes.as_view(), name="organisation-notes"),
    path(
        "partners/<int:pk>/klopt-niet/", views.DisputeRecord.as_view(), name="organisation-dispute"
    ),
    path("partners/<int:pk>/geschiedenis/", views.History.as_view(), name="organisation-history"),
    path("partners/<int:pk>/vertrek/", views.Leave.as_view(), name="organisation-leave"),
    path("partners/<int:pk>/toetreden/", views.Join.as_view(), name="organisation-join"),
    path("contactverslagen/<int:pk>/verbeteren/", views.CorrectNote.as_view(), name="note-correct"),
    path(
        "partnerschappen/<int:pk>/verbeteren/",
        views.CorrectPartnership.as_view(),
        name="partnership-correct",
    ),
    path("mandaten/<int:pk>/verbeteren/", views.CorrectMandate.as_view(), name="mandate-correct"),
    path(
        "ambassadeurschappen/<int:pk>/verbeteren/",
        views.CorrectAmbassadorship.as_view(),
        name="ambassadorship-correct",
    ),
    path("kernteam/<int:pk>/verbeteren/", views.CorrectTerm.as_view(), name="kernteam-correct"),
    path("overname/eerste-dag/", views.SetGoLive.as_view(), name="go-live"),
    path("personen/", views.PersonList.as_view(), name="person-list"),
    path("personen/uitnodigen/", views.InvitePerson.as_view(), name="person-invite"),
    path(
        "personen/<int:pk>/uitnodiging/",
        accounts.ResendInvitation.as_view(),
        name="invitation-resend",
    ),
    path(
        "personen/<int:pk>/uitnodiging/intrekken/",
        accounts.WithdrawInvitation.as_view(),
        name="invitation-withdraw",
    ),
    path("personen/brieven/", views.LetterProblems.as_view(), name="letter-problems"),
    path("personen/brieven/<int:pk>/opnieuw/", views.RetryLetter.as_view(), name="letter-retry"),
    path("personen/brieven/<int:pk>/los/", views.DropLetter.as_view(), name="letter-drop"),
    path("personen/<int:pk>/e-mailadres/", views.RightAddress.as_view(), name="person-address"),
    path("uitnodiging/", accounts.AcceptInvitation.as_view(), name="invitation-accept"),
    path("uitnodiging/<str:token>/", accounts.OpenInvitation.as_view(), name="invitation"),
    path("account/", accounts.Account.as_view(), name="account"),
    path("account/welkom/", accounts.Welcome.as_view(), name="welcome"),
    path("account/ingelogd/", accounts.Visits.as_view(), name="account-visits"),
    path("account/bevestigen/", accounts.ProveByMail.as_view(), name="account-prove"),
    path("kernteam/", views.Kernteam.as_view(), name="kernteam"),
    path("kernteam/benoemen/", views.Appoint.as_view(), name="kernteam-appoint"),
    path("kernteam/<int:pk>/einde/", views.EndTerm.as_view(), name="kernteam-end"),
    path("themas/", views.ThemeList.as_view(), name="theme-list"),
    path("themas/nieuw/", views.AddTheme.as_view(), name="theme-add"),
    path("themas/<int:pk>/ambassadeur/", views.BecomeAmbassador.as_view(), name="theme-ambassador"),
    path(
        "ambassadeurschappen/<int:pk>/einde/",
        views.EndAmbassadorship.as_view(),
        name="ambassadorship-end",
    ),
    path("samenwerkingskader/", views.FrameworkNow.as_view(), name="framework"),
    path("samenwerkingskader/overzicht/", views.FrameworkList.as_view(), name="framework-list"),
    path("samenwerkingskader/nieuw/", views.DraftFramework.as_view(), name="framework-draft"),
    path("samenwerkingskader/vernieuwing/", views.Renewal.as_view(), name="framework-renewal"),
    *(
        path(f"samenwerkingskader/<int:pk>/{words}/", door.as_view(), name=f"framework-{name}")
        for words, door, name in (
            ("opvolger", views.SucceedFramework, "succeed"),
            ("bewerken", views.EditFramework, "edit"),
            ("uitgangspunt", views.AddClause, "clause"),
            ("document", views.FrameworkDocument, "document"),
            ("document/opsturen", views.UploadFrameworkDocument, "upload"),
            ("openstellen", views.OpenFramework, "open"),
            ("van-kracht", views.EnforceFramework, "enforce"),
            ("tekenen-voor", views.MoveSignBy, "sign-by"),
            ("weggooien", views.DiscardFramework, "discard"),
            ("vergelijking", views.FrameworkCompare, "compare"),
        )
    ),
    path("uitgangspunten/<int:pk>/", views.EditClause.as_view(), name="clause-edit"),
    path("uitgangspunten/<int:pk>/weghalen/", views.RemoveClause.as_view(), name="clause-remove"),
    path("samenwerkingskader/<int:pk>/", views.FrameworkDetail.as_view(), name="framework-detail"),
    path(
        "samenwerkingskader/<int:pk>/ondertekening/",
        views.RegisterSignature.as_view(),
        name="signature-register",
    ),
    path(
        "samenwerkingskader/<int:pk>/ondertekenen/<int:organisation>/",
        views.SignFramework.as_view(),
        name="framework-sign",
    ),
    path(
        "samenwerkingskader/<int:pk>/doorsturen/<int:organisation>/",
        views.ForwardFramework.as_view(),
        name="framework-forward",
    ),
    path(
        "samenwerkingskader/<int:pk>/controle/",
        views.FrameworkCheck.as_view(),
        name="framework-check",
    ),
    path("ondertekeningen/<int:pk>/", views.SignatureReceipt.as_view(), name="signature-receipt"),
    path("ondertekeningen/<int:pk>/pdf/", views.SignaturePdf.as_view(), name="signature-pdf"),
    path("ondertekeningen/<int:pk>/scan/", views.SignatureScan.as_view(), name="signature-scan"),
    path(
        "ondertekeningen/<int:pk>/intrekken/",
        views.WithdrawSignature.as_view(),
        name="signature-withdraw",
    ),
    path("mijn-gegevens/", views.MyData.as_view(), name="my-data"),
    path("mijn-gegevens/export/", views.MyDataFile.as_view(), name="my-data-export"),
    path("mijn-gegevens/wijzigen/", views.CorrectMyData.as_view(), name="my-data-correct"),
    path("mijn-gegevens/e-mailadres/", views.AskAddress.as_view(), name="my-data-address"),
    path(
        "mijn-gegevens/e-mailadres/code/",
        views.ProveAddress.as_view(),
        name="my-data-address-code",
    ),
    path("mijn-gegevens/vertrek/", views.LeaveLab.as_view(), name="my-data-leave"),
    path("personen/<int:pk>/vertrek/", views.CloseAccount.as_view(), name="person-close"),
    path("personen/<int:pk>/wissen/", views.AnonymisePerson.as_view(), name="person-anonymise"),
    path("personen/<int:pk>/heropenen/", views.ReopenAccount.as_view(), name="person-reopen"),
    path(
        "partners/<int:pk>/openbaar/",
        views.PublishOrganisation.as_view(),
        name="organisation-public",
    ),
    path(
        "samenwerkingskader/<int:pk>/openbaar/",
        views.PublishFramework.as_view(),
        name="framework-public",
    ),
    path(
        "samenwerkingskader/<int:pk>/openbaar/kompas/",
        views.PublishKompas.as_view(),
        name="framework-public-kompas",
    ),
    path("partners/<int:pk>/koppelingen/", views.Tokens.as_view(), name="tokens"),
    path("partners/<int:pk>/koppelingen/nieuw/", views.MakeToken.as_view(), name="token-make"),
    path("koppelingen/", views.LabTokens.as_view(), name="lab-tokens"),
    path("koppelingen/nieuw/", views.MakeLabToken.as_view(), name="lab-token-make"),
    path("koppelingen/<int:pk>/intrekken/", views.RevokeToken.as_view(), name="token-revoke"),
    path("taal/", views.ChooseLanguage.as_view(), name="language"),
]
