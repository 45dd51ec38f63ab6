import type { ServiceCheck } from '../health-plan.ts';
import { WRITTEN_BY } from '../source/module-name.ts';
import { ADDRESS_TEXT, checksTable, REASON_TEXT } from './checks-text.ts';
import type { PythonFramework } from './python-kit.ts';

export const FLASK: PythonFramework = {
  title: 'Flask',
  package: 'flask',
  factory: 'Flask',
  object: 'health_blueprint',
  register: (variable) => `${variable}.register_blueprint(health_blueprint)`,
  module: flaskModule,
};

/**
 * Threads of a pool bound what no time limit of a socket does: looking up a name. Source: Flask documentation, "Modular Applications with
 * Blueprints"; Python documentation, `concurrent.futures`.
 */
function flaskModule(checks: readonly ServiceCheck[], path: string): string {
  const some = checks.length > 0;
  return `# ${WRITTEN_BY}
import errno
${some ? 'import os\nimport socket\n' : ''}from concurrent.futures import ThreadPoolExecutor, TimeoutError, wait
${some ? 'from urllib.parse import urlsplit\n' : ''}
from flask import Blueprint, jsonify

health_blueprint = Blueprint("health", __name__)

${checksTable(checks)}
POOL = ThreadPoolExecutor(max_workers=8, thread_name_prefix="health")


@health_blueprint.get("${path}")
def health():
    """Answers 200 if every check passes, else 503, and says so of each."""
    running = {name: POOL.submit(check) for name, check in CHECKS.items()}
    wait(running.values(), timeout=TIME_LIMIT)
    outcomes = {name: outcome_of(future) for name, future in running.items()}
    up = all(outcome["status"] == "up" for outcome in outcomes.values())
    response = jsonify(status="up" if up else "down", checks=outcomes)
    response.status_code = 200 if up else 503
    response.headers["Cache-Control"] = "no-store"
    return response


def outcome_of(future):
    try:
        future.result(timeout=0)
        return {"status": "up"}
    except TimeoutError:
        future.cancel()
        return {"status": "down", "reason": "timed out"}
    except Exception as error:
        return {"status": "down", "reason": reason_of(error)}


# Words that name no address and no credentials.
${REASON_TEXT}${some ? `\n\n${REACHABLE}\n\n${ADDRESS_TEXT}` : ''}`;
}

const REACHABLE = `def reachable(variable, default_port):
    """Returns if something listens where a variable of the environment points."""
    host, port = address_in(variable, default_port)
    socket.create_connection((host, port), timeout=TIME_LIMIT).close()
`;
