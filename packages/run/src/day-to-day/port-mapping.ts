/** A port of this machine for one of a container. */
export interface PortMapping {
  /** `3000/tcp`. */
  readonly port: string;
  /** As `docker run --publish` takes it: `127.0.0.1:8080:3000/tcp`. */
  readonly publish: string;
  /** `127.0.0.1:8080`. */
  readonly address: string;
}

const MAPPING = /^(?:(\[[\da-fA-F:]+\]|\d{1,3}(?:\.\d{1,3}){3}):)?(\d{1,5})(?::(\d{1,5})(?:\/(tcp|udp|sctp))?)?$/;
const LOOPBACK = '127.0.0.1';

/**
 * The ports that are published: those that the image exposes, each at the same one of this machine, or where `given` says: `8080:3000`,
 * `0.0.0.0:8080:3000`, or `8080` alone where the image exposes one. Only this machine is meant unless an address says otherwise.
 */
export function portMappings(
  exposed: readonly string[],
  given: readonly string[],
): readonly PortMapping[] | { readonly fault: string } {
  const mapped = new Map<string, PortMapping>();
  for (const port of exposed) {
    const number = port.split('/', 1)[0]!;
    if (/^\d+$/.test(number)) mapped.set(port, mapping(LOOPBACK, number, port));
  }
  for (const word of given) {
    const [, address = LOOPBACK, host, container, protocol = 'tcp'] = MAPPING.exec(word) ?? [];
    const port = container === undefined ? onlyPort(exposed) : `${container}/${protocol}`;
    if (host === undefined || Number(host) > 65_535 || Number(container ?? 0) > 65_535)
      return { fault: `--port is [ADDRESS:]HOST:PORT, such as 8080:3000, not ${JSON.stringify(word)}` };
    if (port === undefined)
      return {
        fault: `--port ${word} says no port of the image, which exposes ${exposed.join(', ') || 'none'}: write ${host}:PORT`,
      };
    mapped.set(port, mapping(address, host, port));
  }
  return [...mapped.values()];
}

function onlyPort(exposed: readonly string[]): string | undefined {
  return exposed.length === 1 ? exposed[0] : undefined;
}

function mapping(address: string, host: string, port: string): PortMapping {
  return { port, publish: `${address}:${host}:${port}`, address: `${address}:${host}` };
}
