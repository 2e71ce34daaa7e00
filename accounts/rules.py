"""Who may do what with people, units and accounts: one line a permission. Read by `rules.has_perm`."""

import rules

from accounts import predicates as p
from accounts.permissions import AccountPermission as May

active = rules.is_active & p.is_in_good_standing

rules.add_perm(May.POST_FROM, active & p.operates & p.account_may_publish)
rules.add_perm(May.SEE_REGISTER, active & (p.asks_for_nothing_in_particular | p.is_appointed_over))
rules.add_perm(May.REQUEST, active & p.works_in)
rules.add_perm(May.ADMINISTER, active & p.is_dmc_admin)
rules.add_perm(May.ADMINISTER_PEOPLE, active & p.is_dmc_admin)
rules.add_perm(May.SEE_PEOPLE, active & (p.asks_for_nothing_in_particular | p.is_appointed_over))
rules.add_perm(May.ENDORSE, active & p.is_spoc_of)
rules.add_perm(May.SUPPORT, active & p.is_commander_of)
rules.add_perm(May.GRANT_BYPASS, active & p.is_commander_of)
