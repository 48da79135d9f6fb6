"""Addresses of money: plans stand below projects, pledges by themselves."""

from django.urls import path

from funding.views import deliveries, firm, offers, plans, pledges, taking_over

PLAN = "projecten/financiering/<int:pk>/"
ONE = "toezeggingen/<int:pk>/"
urlpatterns = [
    path("projecten/fasen/<int:pk>/financiering/", plans.MakePlan.as_view(), name="plan-make"),
    path(f"{PLAN}wijzigen/", plans.ChangePlan.as_view(), name="plan-change"),
    path(f"{PLAN}instappen/", offers.OfferPledge.as_view(), name="pledge-offer"),
    path("toezeggingen/overnemen/", taking_over.TakeOverPledge.as_view(), name="pledge-take-over"),
    path(ONE, pledges.PledgeDetail.as_view(), name="pledge-detail"),
    path(f"{ONE}papier/", pledges.PledgePaper.as_view(), name="pledge-paper"),
    path(f"{ONE}wijzigen/", offers.ChangeOffer.as_view(), name="pledge-change"),
    path(f"{ONE}openbaar/", offers.OpenAmount.as_view(), name="pledge-open"),
    path(f"{ONE}zeker/", firm.SignPledge.as_view(), name="pledge-sign"),
    path(f"{ONE}zeker-met-papier/", firm.FirmByPaper.as_view(), name="pledge-attach"),
    path(f"{ONE}voorwaarde/", firm.MeetCondition.as_view(), name="pledge-condition"),
    path(f"{ONE}intrekken/", firm.WithdrawPledge.as_view(), name="pledge-withdraw"),
    path(f"{ONE}levering/", deliveries.RecordDelivery.as_view(), name="delivery-record"),
    path(
        "toezeggingen/leveringen/<int:pk>/schrappen/",
        deliveries.StrikeDelivery.as_view(),
        name="delivery-strike",
    ),
]
