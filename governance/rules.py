"""Who may do what with policy, guidance, incidents and the record: one line a permission."""

import rules

from governance import predicates as p
from governance.permissions import GovernancePermission as May

active = rules.is_active & p.is_in_good_standing

rules.add_perm(May.SEE_POLICY, active)
rules.add_perm(May.DRAFT_POLICY, active & p.is_dmc_admin)
rules.add_perm(May.APPROVE_POLICY, active & p.is_dmc_admin & p.did_not_propose & p.is_undecided)
rules.add_perm(May.PUBLISH_GUIDANCE, active & p.works_for_dmc)
rules.add_perm(May.DECLARE_INCIDENT, active & p.works_for_dmc)
rules.add_perm(May.SEE_RECORD, active & (p.is_auditor | p.is_dmc_admin))
