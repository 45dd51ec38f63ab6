"""Takes a message and hands it to the mail server."""

import os
from email.message import EmailMessage

import aiosmtplib
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route


async def send(request):
    order = await request.json()
    message = EmailMessage()
    message["From"] = "shop@example.com"
    message["To"] = order["email"]
    message["Subject"] = f"Your order {order['number']}"
    await aiosmtplib.send(message, hostname=os.environ.get("SMTP_HOST", "mail"), port=25)
    return JSONResponse({"sent": True})


async def health(request):
    return JSONResponse({"status": "up"})


app = Starlette(routes=[Route("/send", send, methods=["POST"]), Route("/health", health)])
