"""Settings of the site. What differs between installations comes from the environment; see `docs/operation.md`."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

from csp.constants import NONE, SELF

from pejl.home.folders import home
from pejl.web.access.configured import idle_seconds, second_step_required
from pejl.web.access.oidc import identity_provider
from pejl.web.access.secret import secret_key
from pejl.web.base_address import configured, hosts
from pejl.web.database import database

HOME = home()
ROOT = Path(__file__).resolve().parents[3]
WEB = Path(__file__).resolve().parent

# The front-end packages that `make` installs; served from where they lie, never copied.
NODE_MODULES = Path(os.environ.get("PEJL_NODE_MODULES") or ROOT / "node_modules")

DEBUG = False
# Logins outlive a process and are shared by several: without a key in the environment, one is kept in the data folder.
SECRET_KEY = secret_key(os.environ.get("PEJL_SECRET_KEY"), HOME)
# What ids in open data and links in feeds begin with; without it, the address that is asked.
BASE_ADDRESS = configured(os.environ.get("PEJL_BASE_ADDRESS"))
ALLOWED_HOSTS = hosts(os.environ.get("PEJL_HOSTS", "127.0.0.1,localhost,[::1]"), BASE_ADDRESS)
MUNICIPALITY = os.environ.get("PEJL_MUNICIPALITY", "")
# Whether questions are asked by what they mean, where the extra for it is installed.
BY_MEANING = os.environ.get("PEJL_MEANING") != "off"
LICENSE = os.environ.get("PEJL_LICENSE", "")
CONTACT_NAME = os.environ.get("PEJL_CONTACT_NAME", "")
CONTACT_EMAIL = os.environ.get("PEJL_CONTACT_EMAIL", "")

# Who logs in through the municipality's own identity provider, where there is one (OpenID Connect).
OIDC = identity_provider(
    name=os.environ.get("PEJL_OIDC_NAME"),
    server=os.environ.get("PEJL_OIDC_SERVER"),
    client=os.environ.get("PEJL_OIDC_CLIENT"),
    secret=os.environ.get("PEJL_OIDC_SECRET"),
)
# Whether a login with a password must be followed by a second step before anything behind the login is shown.
MFA_REQUIRED = second_step_required(os.environ.get("PEJL_MFA"))
HTTPS = os.environ.get("PEJL_HTTPS") == "1"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    *(["allauth.socialaccount.providers.openid_connect"] if OIDC else []),
    "axes",
    "csp",
    "pejl.access.apps.AccessConfig",
    "pejl.acts.apps.ActsConfig",
    "pejl.record.apps.RecordConfig",
    "pejl.screening.webhooks.apps.WebhooksConfig",
    "pejl.screening.trial.apps.TrialConfig",
    "pejl.screening.apps.ScreeningConfig",
    "pejl.screening.fairness.apps.FairnessConfig",
]
MIDDLEWARE = [
    "pejl.web.page.delivery.CompressText",
    "django.middleware.security.SecurityMiddleware",
    "pejl.web.page.delivery.FewPowers",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "pejl.web.page.delivery.OnlyRead",
    "pejl.web.api_delivery.ApiDelivery",
    "pejl.web.open_delivery.OpenDelivery",
    "django.middleware.http.ConditionalGetMiddleware",
    "pejl.web.access.sessions.Sessions",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
    "pejl.web.gate.Gate",
]
ROOT_URLCONF = "pejl.web.urls"
WSGI_APPLICATION = "pejl.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [
            WEB / room / "templates"
            for room in ("access", "page", "front", "record", "register", "casework", "screening", "law", "about")
        ],
        "OPTIONS": {
            "builtins": ["django.templatetags.static", "pejl.web.page.tags", "pejl.web.record.tags"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "pejl.web.page.context.frame",
            ],
        },
    }
]

DATABASES = {"default": database(os.environ.get("DATABASE_URL"), HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Accounts. There is no signing up and no letter to send: users are made by `pejl access user add`.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "access"
LOGOUT_REDIRECT_URL = "front"
ACCOUNT_ADAPTER = "pejl.web.access.adapters.Accounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
# Wrong passwords and codes are counted by axes, in the database, for all processes together.
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": None}
ACCOUNT_FORMS = {
    "login": "pejl.web.access.forms.LogIn",
    "reauthenticate": "pejl.web.access.forms.PasswordAgain",
    "change_password": "pejl.web.access.forms.NewPassword",
}
MFA_ADAPTER = "pejl.web.access.adapters.SecondStep"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "pejl.web.access.forms.Code",
    "reauthenticate": "pejl.web.access.forms.CodeAgain",
    "activate_totp": "pejl.web.access.forms.NewApp",
}
MFA_TOTP_TOLERANCE = 1
SOCIALACCOUNT_ADAPTER = "pejl.web.access.adapters.FromElsewhere"
SOCIALACCOUNT_PROVIDERS = OIDC
SOCIALACCOUNT_AUTO_SIGNUP = False
# A link, not a form: the content security policy would stop a form that is answered by another site's address.
SOCIALACCOUNT_LOGIN_ON_GET = True
# The provider is the municipality's own: an address that it vouches for is the user's.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
# Five wrong ones shut the name for a quarter of an hour, from wherever they came: behind a proxy all seem one place.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = dt.timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_CALLABLE = "pejl.web.access.lockout.tried_name"
AXES_LOCKOUT_CALLABLE = "pejl.web.access.lockout.locked_out"
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "login", "code", "csrfmiddlewaretoken"]
AXES_VERBOSE = False
SILENCED_SYSTEM_CHECKS = ["axes.W006"]  # counting by the name alone is meant

# Cookies are for those who log in, and for nobody else; see `access/sessions.py`.
SESSION_COOKIE_NAME = "pejl_login"
SESSION_COOKIE_AGE = idle_seconds(os.environ.get("PEJL_IDLE_MINUTES"))
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "pejl_form"
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "pejl.web.page.errors.form_too_old"
CSRF_TRUSTED_ORIGINS = [BASE_ADDRESS] if BASE_ADDRESS else []
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# There is no LocaleMiddleware: days and numbers are Danish whatever the browser asks for.
LANGUAGE_CODE = "da"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Copenhagen"

STATIC_URL = "/static/"
STATICFILES_DIRS = [("pejl", WEB / "page" / "static" / "pejl")]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "pejl.web.page.design.HtmxFinder",
    "pejl.web.page.design.DesignFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "pejl.web.page.design.NamedByContent"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_ALLOW_ALL_ORIGINS = False
# The addresses that pages write change when the file does; see `page/design.py`.
WHITENOISE_MAX_AGE = 30 * 24 * 3600

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
# Set PEJL_HTTPS=1 where a proxy in front speaks HTTPS and says so in X-Forwarded-Proto.
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 3600

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "class": "pejl.web.log_lines.WithoutNumbers",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
