"""Addresses of the ledger: all pledges and their years, what is due, and who gives what."""

from django.urls import path

from funding.views import calling, contribution, correcting, dues, ledger, offers, scheduling

ONE = "toezeggingen/<int:pk>/"
OWN = "financiering/bijdrage/<int:pk>/"
urlpatterns = [
    path("toezeggingen/", ledger.PledgeList.as_view(), name="pledge-list"),
    path("toezeggingen/begroting/", offers.OfferToBudget.as_view(), name="budget-offer"),
    path(f"{ONE}jaren/", scheduling.Reschedule.as_view(), name="pledge-reschedule"),
    path(f"{ONE}verbeteren/", correcting.CorrectPledge.as_view(), name="pledge-correct"),
    path(
        f"{ONE}verbeteren-met-papier/",
        correcting.CorrectByPaper.as_view(),
        name="pledge-correct-paper",
    ),
    path("financiering/te-ontvangen/", dues.DueList.as_view(), name="due-list"),
    path("financiering/te-ontvangen/<str:kind>/", dues.ExportDues.as_view(), name="due-export"),
    path("financiering/wie-bellen/", calling.WhoToCall.as_view(), name="call-list"),
    path(OWN, contribution.ContributionPage.as_view(), name="contribution"),
    path(f"{OWN}<int:year>/", contribution.ContributionPage.as_view(), name="contribution-year"),
    path(
        f"{OWN}<int:year>/jaaroverzicht.pdf",
        contribution.YearStatement.as_view(),
        name="contribution-pdf",
    ),
]
