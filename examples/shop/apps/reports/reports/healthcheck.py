"""What HEALTHCHECK runs: the slim image holds Python, but neither curl nor wget."""

import sys
import urllib.request

try:
    urllib.request.urlopen("http://127.0.0.1:8000/health", timeout=2)
except OSError:
    sys.exit(1)
