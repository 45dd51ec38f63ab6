import { isIp } from '@dockwarden-internal/syntax';
import { MAX_PORT_RANGE } from '../bounds.ts';
import { at, type Located, type LocatedEntry, type LocatedScalar, listOf, mapOf, scalarOf } from '../located.ts';
import { piece, split } from '../pieces.ts';
import type { FormContext } from './form.ts';

/**
 * Ports in the long form. `[ADDRESS:][PUBLISHED:]TARGET[/PROTOCOL]`, with ranges written out; a published range for
 * one target stays a range, as Compose picks one port of it. A range too long, or one that variables hide, is one entry.
 * Source: Compose file reference, "ports"; docker/go-connections nat.
 */
export function canonicalPorts(value: Located, context: FormContext): Located {
  if (value.kind !== 'list') return value;
  return listOf(
    value,
    value.items.flatMap((item) => {
      if (item.kind === 'scalar') return shortPort(item, context);
      checkLongPort(item, context);
      return [item];
    }),
  );
}

function checkLongPort(item: Located, { faults }: FormContext): void {
  if (item.kind !== 'map') return;
  if (!item.entries.has('target'))
    faults.add('port', 'The port lacks `target`, the port of the container.', item.place);
  const target = at(item, 'target');
  if (target?.kind === 'scalar' && target.holes.length === 0 && !/^\+?\d+$/.test(String(target.value)))
    faults.add('port', `\`${target.value}\` is no port: \`target\` is one number.`, target.place);
  const address = at(item, 'host_ip');
  if (address?.kind === 'scalar' && address.holes.length === 0 && !isIp(String(address.value)))
    faults.add('port', `\`${address.value}\` is no IP address.`, address.place);
}

/** Compose takes no name of a host, and an address of IPv6 only in brackets. */
function mayBeAddress({ value, holes }: LocatedScalar): boolean {
  const text = String(value);
  if (holes.length > 0 || text === '') return true;
  const bracketed = /^\[(.*)\]$/.exec(text)?.[1];
  return bracketed === undefined ? !text.includes(':') && isIp(text) : bracketed === '' || isIp(bracketed);
}

const PROTOCOLS = new Set(['tcp', 'udp', 'sctp']);

function shortPort(item: LocatedScalar, context: FormContext): Located[] {
  const text = typeof item.value === 'string' ? item : scalarOf(item, String(item.value));
  const colons = split(text, ':');
  // What follows a second slash is passed over.
  const [target, protocol] = split(colons.at(-1)!, '/') as [LocatedScalar, LocatedScalar?];
  const published = colons.at(-2);
  const address = colons.length > 2 ? piece(text, 0, lengthOf(text) - tailLength(colons)) : undefined;
  const host = address && unbracket(address);
  const targets = range(target);
  const hosts = published && lengthOf(published) > 0 ? range(published) : undefined;
  const known = text.holes.length === 0;
  const none = targets?.end === 0;
  if (known && (!targets || none || (published && lengthOf(published) > 0 && !hosts) || !fits(targets, hosts))) {
    context.faults.add(
      'port',
      `\`${text.value}\` is no port: \`[address:][published:]target[/protocol]\`.`,
      item.place,
    );
  } else if (known && address && !mayBeAddress(address)) {
    context.faults.add('port', `\`${address.value}\` is no IP address.`, item.place);
  } else if (known && protocol && lengthOf(protocol) > 0 && !PROTOCOLS.has(String(protocol.value).toLowerCase())) {
    context.faults.add('port', `\`${protocol.value}\` is no protocol: tcp, udp or sctp.`, item.place);
  }
  const entry = (target: LocatedScalar, published: LocatedScalar | undefined) =>
    mapOf(item, [
      ...field('target', target),
      ...field('published', published),
      ...field('host_ip', host),
      ...field('protocol', present(protocol) ? lower(protocol!) : scalarOf(target, 'tcp')),
      ...field('mode', scalarOf(item, 'ingress')),
    ]);
  const count = targets ? targets.end - targets.start + 1 : 1;
  if (
    !targets ||
    count === 1 ||
    count > MAX_PORT_RANGE ||
    count > context.portsLeft ||
    (published && !fits(targets, hosts))
  ) {
    return [entry(count === 1 && targets ? scalarOf(target, targets.start) : target, present(published))];
  }
  context.portsLeft -= count;
  return Array.from({ length: count }, (_, index) =>
    entry(scalarOf(target, targets.start + index), hosts && scalarOf(published!, String(hosts.start + index))),
  );
}

function present(scalar: LocatedScalar | undefined): LocatedScalar | undefined {
  return scalar && lengthOf(scalar) > 0 ? scalar : undefined;
}

function field(key: string, value: LocatedScalar | undefined): LocatedEntry[] {
  return value && (typeof value.value !== 'string' || value.value !== '') ? [{ key, place: value.place, value }] : [];
}

interface PortRange {
  readonly start: number;
  readonly end: number;
}

/** `80` or `80-90`; undefined for what is no port, or not known. */
function range(scalar: LocatedScalar): PortRange | undefined {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(String(scalar.value));
  if (!match) return undefined;
  const start = Number(match[1]);
  const end = Number(match[2] ?? match[1]);
  return start <= end && end <= 65535 ? { start, end } : undefined;
}

function fits(targets: PortRange | undefined, hosts: PortRange | undefined): boolean {
  if (!targets || !hosts) return true;
  return targets.start === targets.end || targets.end - targets.start === hosts.end - hosts.start;
}

function lengthOf(scalar: LocatedScalar): number {
  return String(scalar.value).length;
}

function tailLength(colons: readonly LocatedScalar[]): number {
  return lengthOf(colons.at(-1)!) + lengthOf(colons.at(-2)!) + 2;
}

function unbracket(address: LocatedScalar): LocatedScalar {
  const text = String(address.value);
  return text.startsWith('[') && text.endsWith(']') ? piece(address, 1, text.length - 1) : address;
}

function lower(scalar: LocatedScalar): LocatedScalar {
  const text = String(scalar.value);
  return scalar.holes.length > 0 || text === text.toLowerCase() ? scalar : { ...scalar, value: text.toLowerCase() };
}
