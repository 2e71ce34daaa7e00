"""What each permission of the posts' room means, one line each."""

import rules

from posts import predicates as p
from posts.permissions import PostPermission as P

in_good_standing = rules.is_active & p.is_not_suspended
RULES = {
    P.DRAFT: in_good_standing & p.may_post_from_something,
    P.SEE: in_good_standing & (p.is_author | p.covers_its_unit),
    P.EDIT: in_good_standing & (p.is_author | p.may_help_write),
    P.SUBMIT: in_good_standing & (p.is_author | p.may_help_write),
    P.SEE_DESK: in_good_standing & p.may_ever_decide,
    P.CLAIM: in_good_standing & p.took_no_part & p.is_named_by_the_table,
    P.DECIDE: in_good_standing & p.took_no_part & p.is_named_by_the_table,
    P.ACKNOWLEDGE: in_good_standing & p.took_no_part & p.is_named_by_the_table,
    P.WITHDRAW: in_good_standing & (p.is_author | p.is_named_by_the_table),
    P.BYPASS: in_good_standing & p.covers_or_wrote & p.may_bypass_here,
    P.COMMENT: in_good_standing & (p.is_author | p.speaks_for_its_unit),
    P.SETTLE_UNKNOWN: in_good_standing & p.is_named_by_the_table,
}
for permission, rule in RULES.items():
    rules.add_perm(permission, rule)
