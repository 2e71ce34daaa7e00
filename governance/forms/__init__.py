"""What people type about policy, guidance and incidents, checked. Forms validate and never save."""

from governance.forms.guidance import GuidanceForm
from governance.forms.incident import IncidentForm, PasswordForm
from governance.forms.switch import SwitchForm

__all__ = ["GuidanceForm", "IncidentForm", "PasswordForm", "SwitchForm"]
