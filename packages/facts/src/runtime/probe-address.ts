import { type Maybe, unresolved } from '../kernel/unsure.ts';

/** Whom a health check asks. */
export interface ProbeAddress {
  readonly url: Maybe<string>;
  readonly port: Maybe<number>;
  readonly local: Maybe<boolean>;
}

const defaultPorts: ReadonlyMap<string, number> = new Map(
  Object.entries({ http: 80, https: 443, ws: 80, wss: 443, ftp: 21 }),
);

/** Host and port may hold expansions: `$PORT`, `${PORT:-80}`, `$(hostname)`, or what another language puts in braces. */
const part = String.raw`(?:\$\([^)]*\)|\$?\{[^}]*\}|[^\s:/?#"'${'`'}\\),;{}[\]])`;
const urlPattern = new RegExp(
  String.raw`\b([a-z][a-z+]{1,8})://(?:[^\s/@"']*@)?(\[[^\]\s]*\]|${part}+)(?::(${part}+))?([/?#][^\s"'${'`'}\\)]*)?`,
  'i',
);

/** The first URL in a text, if there is one. */
export function findUrl(text: string): ProbeAddress | undefined {
  const match = urlPattern.exec(text.slice(0, 20_000));
  if (!match) return undefined;
  const [url, scheme, host, port] = match;
  return addressOf(url, host!, port, defaultPorts.get(scheme!.toLowerCase()));
}

/** An operand such as `localhost:3000/health`, which curl and wget take for a URL. */
export function readOperand(text: string): ProbeAddress | undefined {
  return findUrl(text) ?? findUrl(`http://${text}`);
}

/** `host:port`, `:port` or a host alone. */
export function readHostPort(text: string, defaultPort?: number): ProbeAddress {
  const at = text.lastIndexOf(':');
  if (at < 0 || text.endsWith(']')) return addressOf(undefined, text, undefined, defaultPort);
  return addressOf(undefined, text.slice(0, at), text.slice(at + 1), defaultPort);
}

export function addressOf(
  url: string | undefined,
  host: string,
  port: string | undefined,
  defaultPort?: number,
): ProbeAddress {
  const local = isLocal(host);
  // A host that is a variable may bring its own port.
  const implied = local === unresolved ? unresolved : defaultPort;
  return {
    url: url === undefined ? undefined : hasExpansion(url) ? unresolved : url,
    port: port === undefined || port === '' ? implied : readPort(port),
    local,
  };
}

function readPort(text: string): Maybe<number> {
  if (hasExpansion(text)) return unresolved;
  return /^\d{1,5}$/.test(text) ? Number(text) : undefined;
}

function isLocal(host: string): Maybe<boolean> {
  if (host === '' || /^(localhost|127(\.\d+){1,3}|0\.0\.0\.0|\[?::1?\]?|ip6-localhost)$/i.test(host)) return true;
  if (/^(\$\(\s*hostname[^)]*\)|\$\{?HOSTNAME\}?)$/.test(host)) return true;
  return hasExpansion(host) ? unresolved : false;
}

function hasExpansion(text: string): boolean {
  return /[${}]/.test(text);
}
