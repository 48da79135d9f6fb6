"""Who is told what about meetings: recipients, template, unique key."""
