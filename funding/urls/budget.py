"""Addresses of the budget."""

from django.urls import path

from funding.views import budget, carrying, exports, municipal

YEAR = "financiering/<int:year>/"
urlpatterns = [
    path("financiering/", budget.BudgetNow.as_view(), name="budget"),
    path(YEAR, budget.BudgetYear.as_view(), name="budget-year"),
    path(f"{YEAR}export/<slug:kind>/", exports.ExportBudget.as_view(), name="budget-export"),
    path(f"{YEAR}meenemen/", carrying.CarryOverDoor.as_view(), name="carry-over"),
    path(
        "financiering/meegenomen/<int:pk>/schrappen/",
        carrying.StrikeCarryOver.as_view(),
        name="carry-over-strike",
    ),
    path(
        "financiering/gemeentelijke-bijdrage/<int:pk>/",
        municipal.PledgeContribution.as_view(),
        name="municipal-contribution",
    ),
]
