import type { ServiceCheck } from '../health-plan.ts';
import { WRITTEN_BY } from '../source/module-name.ts';
import { ADDRESS_TEXT, checksTable, REASON_TEXT } from './checks-text.ts';
import type { PythonFramework } from './python-kit.ts';

export const FASTAPI: PythonFramework = {
  title: 'FastAPI',
  package: 'fastapi',
  factory: 'FastAPI',
  object: 'health_router',
  register: (variable) => `${variable}.include_router(health_router)`,
  module: fastapiModule,
};

/** Source: FastAPI documentation, "Bigger Applications"; Python documentation, `asyncio.open_connection`. */
function fastapiModule(checks: readonly ServiceCheck[], path: string): string {
  const some = checks.length > 0;
  return `# ${WRITTEN_BY}
import asyncio
import errno
${some ? 'import os\nfrom urllib.parse import urlsplit\n' : ''}
from fastapi import APIRouter
from fastapi.responses import JSONResponse

health_router = APIRouter()

${checksTable(checks)}

@health_router.get("${path}")
async def health():
    """Answers 200 if every check passes, else 503, and says so of each."""
    outcomes = await asyncio.gather(*(outcome_of(check) for check in CHECKS.values()))
    up = all(outcome["status"] == "up" for outcome in outcomes)
    return JSONResponse(
        {"status": "up" if up else "down", "checks": dict(zip(CHECKS, outcomes))},
        status_code=200 if up else 503,
        headers={"Cache-Control": "no-store"},
    )


async def outcome_of(check):
    try:
        await asyncio.wait_for(check(), TIME_LIMIT)
        return {"status": "up"}
    except asyncio.TimeoutError:
        return {"status": "down", "reason": "timed out"}
    except Exception as error:
        return {"status": "down", "reason": reason_of(error)}


# Words that name no address and no credentials.
${REASON_TEXT}${some ? `\n\n${REACHABLE}\n\n${ADDRESS_TEXT}` : ''}`;
}

const REACHABLE = `async def reachable(variable, default_port):
    """Returns if something listens where a variable of the environment points."""
    host, port = address_in(variable, default_port)
    _reader, writer = await asyncio.open_connection(host, port)
    writer.close()
`;
