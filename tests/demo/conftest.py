"""What tests of the demo share."""

MAILBOX = "schuldenlab.demo.mailbox.MailboxBackend"
