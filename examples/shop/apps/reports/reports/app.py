"""Sums of the day, as JSON."""

import os

import psycopg
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route


async def health(request):
    try:
        async with await psycopg.AsyncConnection.connect(os.environ["DATABASE_URL"]) as connection:
            await connection.execute("select 1")
    except psycopg.OperationalError:
        return JSONResponse({"database": "down"}, status_code=503)
    return JSONResponse({"database": "up"})


async def turnover(request):
    async with await psycopg.AsyncConnection.connect(os.environ["DATABASE_URL"]) as connection:
        row = await (await connection.execute("select coalesce(sum(cents), 0) from orders")).fetchone()
    return JSONResponse({"cents": row[0]})


app = Starlette(routes=[Route("/health", health), Route("/turnover", turnover)])
