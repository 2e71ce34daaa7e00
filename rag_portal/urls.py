"""Every address of the portal, app by app."""

from django.conf import settings
from django.urls import include, path
from django.views.generic import TemplateView

from rag_portal import views

urlpatterns = [
    path("", views.home, name="home"),
    path("health/", views.health, name="health"),
    path("account/", include("accounts.urls.sign_in")),
    path("", include("accounts.urls")),
    path("", include("posts.urls")),
    path("", include("governance.urls")),
]
if settings.DEBUG:
    urlpatterns += [path("gallery/", TemplateView.as_view(template_name="gallery.html"), name="gallery")]

handler400 = views.bad_request
handler403 = views.permission_denied
handler404 = views.page_not_found
handler500 = views.server_error
