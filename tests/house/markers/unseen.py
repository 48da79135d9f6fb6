"""What the walk cannot see, and why; whoever makes it seen takes it out of here."""

from __future__ import annotations

# Texts that no row of the world has, because none is in that state.
NOT_IN_THE_WORLD = {
    *("account.EmailAddress.email", "documents.Openness.explanation"),
    *("documents.WooRequest.postponed_because", "documents.WooRequest.reference"),
    *("documents.WooRequest.subject", "documents.YearTransfer.reference"),
    *("funding.CarryOver.struck_because", "funding.Delivery.struck_because"),
    *("funding.Pledge.rate_agreed_by", "partners.SignatureWithdrawal.reason"),
    *("programme.BudgetLine.title", "programme.CommitmentDraft.reason"),
    *("programme.CrucialCall.reason", "programme.DecisionStep.text"),
    *("programme.InterestQuestion.answer", "programme.ProgrammeTheme.plan"),
    *("programme.ProgrammeTheme.title", "programme.RaadResponse.text"),
    *("programme.Recusal.reason", "projects.Indicator.dropped_because"),
    *("projects.Pilot.evaluation", "projects.Risk.closed_because"),
    "programme.AccountBlock.text",
}
# Texts of what is public that are on no public page and in no file: the pages that are read are
# Dutch, a calendar says what a meeting is called rather than its series, and the account that is
# published here was frozen before the decision on the ballot was shown.
ON_NO_PUBLIC_PAGE = {
    *("events.Meeting.lead", "events.Meeting.place", "events.MeetingSeries.title"),
    *("events.MeetingSeries.title_en", "partners.Clause.text_en", "programme.Ballot.title"),
    *("partners.Framework.introduction_en", "partners.Clause.title_en"),
    # The only project with indicators is the one that bears no mark.
    *("projects.Indicator.name", "projects.Indicator.unit", "projects.Project.residents_voice"),
}
# Texts that are on no page of the kernteam that has a line in the table.
ON_NO_PAGE = {
    *("events.BlockedPeriod.title_en", "events.Invitee.reason", "events.MeetingDate.reason"),
    *("events.MeetingSeries.title_en", "funding.FundingTerms.reason", "funding.Schedule.reason"),
    *("partners.Ambassadorship.struck_reason", "partners.ApiToken.purpose"),
    *("partners.Clause.text_en", "partners.Clause.title_en", "partners.ContactNote.reason"),
    *("partners.KernteamMember.struck_reason", "partners.Mandate.struck_reason"),
    *("partners.Partnership.struck_reason", "partners.SigningRequest.answer"),
    *("programme.BallotInterest.withdrawn_because", "programme.BallotOption.text"),
    *("programme.BallotOption.title", "programme.CourseChange.result"),
    *("programme.CourseChange.urgency", "programme.CourseChange.withdrawal"),
    *("programme.Dispute.words", "programme.SeatInvitation.reason"),
    "projects.Stake.ended_because",
}
