"""Who may write the annual account, and who publishes it."""

import rules

from partners.rules import is_kernteam, is_manager
from programme.models import AccountBlock, AnnualAccount

from .seeing import member_of

rules.add_perm("programme.view_annualaccount", member_of(AnnualAccount))
rules.add_perm("programme.view_accountblock", member_of(AccountBlock))
for verb in ("start_account", "write_account"):
    rules.add_perm(f"programme.{verb}", is_kernteam)
rules.add_perm("programme.publish_account", is_manager)
