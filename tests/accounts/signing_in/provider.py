"""A small provider of OpenID Connect that really answers on this machine."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt


class Provider:
    """Knows one person, whom it sends back to whoever asks; `claims` are what it says of them."""

    def __init__(self):
        self.claims = {}
        self.asked = []
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                provider.asked.append(urlsplit(self.path).path)
                self.answer(provider.configuration if "well-known" in self.path else provider.claims)

            def do_POST(self):
                provider.asked.append(urlsplit(self.path).path)
                self.rfile.read(int(self.headers["Content-Length"]))
                told = {"iss": provider.url, "aud": "site", "exp": time.time() + 60, "iat": time.time()}
                token = jwt.encode(told | provider.claims, "a secret that is long enough for HS256 keys")
                self.answer({"access_token": "t", "token_type": "Bearer", "id_token": token})

            def answer(self, data):
                body = json.dumps(data).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args):
                """Nothing is written to the terminal."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def configuration(self):
        """What its well-known address says."""
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "userinfo_endpoint": f"{self.url}/userinfo",
            "jwks_uri": f"{self.url}/keys",
        }

    def way_back(self, leads_to: str) -> str:
        """Where it sends a browser that came to it by an address, with a code."""
        asked = parse_qs(urlsplit(leads_to).query)
        back = urlsplit(asked["redirect_uri"][0]).path
        return f"{back}?{urlencode({'code': 'c', 'state': asked['state'][0]})}"

    def stop(self):
        """Answer no more."""
        self.server.shutdown()
        self.server.server_close()
