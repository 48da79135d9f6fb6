"""Addresses of a programme and the commitments to it."""

from django.urls import path

from programme.views import (
    answers,
    comment_new,
    comments,
    commitments,
    deciding,
    programmes,
    publicity,
    texts,
    writing,
)

urlpatterns = [
    path("programma/", programmes.ProgrammeNow.as_view(), name="programme-now"),
    path("programma/<int:year>/", programmes.ProgrammeDetail.as_view(), name="programme-detail"),
    path(
        "programma/<int:year>/schrijven/",
        writing.WriteProgramme.as_view(),
        name="programme-write",
    ),
    path(
        "programma/<int:year>/indienen/",
        deciding.SubmitProgramme.as_view(),
        name="programme-submit",
    ),
    path(
        "programma/<int:year>/terugnemen/",
        deciding.TakeBackProgramme.as_view(),
        name="programme-take-back",
    ),
    path(
        "programma/<int:year>/afsluiten/",
        deciding.CloseProgramme.as_view(),
        name="programme-close",
    ),
    path(
        "programma/<int:year>/openbaar/",
        publicity.PublishProgramme.as_view(),
        name="programme-public",
    ),
    path("programma/<int:year>/afdruk/", texts.ProgrammePrint.as_view(), name="programme-print"),
    path("programma/<int:year>/pdf/", texts.ProgrammePdf.as_view(), name="programme-pdf"),
    path("programma/<int:year>/versies/", texts.VersionList.as_view(), name="version-list"),
    path(
        "programma/<int:year>/versies/<int:number>/",
        texts.VersionDetail.as_view(),
        name="version-detail",
    ),
    path(
        "programma/<int:year>/versies/<int:before>/<int:after>/",
        texts.VersionCompare.as_view(),
        name="version-compare",
    ),
    path("programma/<int:year>/opmerkingen/", comments.CommentList.as_view(), name="comment-list"),
    path(
        "programma/<int:year>/opmerkingen/<int:version>/<slug:anchor>/",
        comment_new.NewComment.as_view(),
        name="comment-new",
    ),
    path("opmerkingen/<int:pk>/antwoord/", comments.AnswerComment.as_view(), name="comment-answer"),
    path(
        "opmerkingen/<int:pk>/afhandelen/", comments.HandleComment.as_view(), name="comment-handle"
    ),
    path(
        "programma/<int:year>/commitments/",
        answers.CommitmentList.as_view(),
        name="commitment-list",
    ),
    path(
        "programma/<int:year>/commitments/export/<slug:kind>/",
        answers.ExportCommitments.as_view(),
        name="commitment-export",
    ),
    path(
        "programma/<int:year>/commitment/<int:organisation>/voorbereiden/",
        answers.PrepareCommitment.as_view(),
        name="commitment-prepare",
    ),
    path(
        "programma/<int:year>/stemming/",
        deciding.PrepareProgrammeBallot.as_view(),
        name="programme-ballot",
    ),
    path(
        "programma/<int:year>/in-bijeenkomst/",
        deciding.ProgrammeInMeeting.as_view(),
        name="programme-in-meeting",
    ),
    path(
        "programma/<int:year>/commitment/<int:organisation>/",
        commitments.GiveCommitment.as_view(),
        name="commitment-give",
    ),
    path(
        "programma/<int:year>/commitment/<int:organisation>/namens/",
        commitments.CommitmentOnBehalf.as_view(),
        name="commitment-on-behalf",
    ),
]
