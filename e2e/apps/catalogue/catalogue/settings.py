import os

SECRET_KEY = os.environ.get("DJANGO_SECRET_KEY", "for development alone")
DEBUG = os.environ.get("DJANGO_DEBUG") == "1"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "catalogue.urls"
WSGI_APPLICATION = "catalogue.wsgi.application"
INSTALLED_APPS = ["django.contrib.staticfiles"]
STATIC_URL = "static/"
