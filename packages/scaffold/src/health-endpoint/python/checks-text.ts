import type { ServiceCheck } from '../health-plan.ts';

/** The checks of a module, by name, and how long each may take. `call` is what asks a service. */
export function checksTable(checks: readonly ServiceCheck[]): string {
  const entries = checks.map(
    ({ name, variable, port }) => `    "${name}": lambda: reachable("${variable}", ${port}),\n`,
  );
  return `# What the app cannot work without: a check that raises, or takes too long, answers 503. Add your own here.
CHECKS = {${entries.length > 0 ? `\n${entries.join('')}` : ''}}

# Seconds that each check may take; they run side by side. A container's health check waits a little longer.
TIME_LIMIT = 2
`;
}

/** Reads host and port of a service out of the environment. */
export const ADDRESS_TEXT = `def address_in(variable, default_port):
    address = os.environ.get(variable)
    if not address:
        raise LookupError(f"{variable} is not set")
    parts = urlsplit(address if "://" in address else f"tcp://{address}")
    if not parts.hostname:
        raise LookupError(f"{variable} names no host")
    return parts.hostname, parts.port or default_port
`;

/** Says why a check fails in words that name no address and no credentials. */
export const REASON_TEXT = `def reason_of(error):
    if isinstance(error, LookupError):
        return str(error)
    return errno.errorcode.get(getattr(error, "errno", None), type(error).__name__)
`;
