import { isIp } from '../../text/ip-address.ts';
import { expandWords } from '../expand.ts';
import { shown } from '../shown.ts';
import { wordsOf } from '../words.ts';
import type { Check } from './report.ts';

const PROTOCOLS: ReadonlySet<string> = new Set(['', 'tcp', 'udp', 'sctp']);

/** Only what holds no variable can be told. Source: moby/buildkit frontend/dockerfile/dockerfile2llb/convert_expose.go. */
export const checkExpose: Check = (node, { escapeChar, report }) => {
  for (const { text, span } of wordsOf(node)) {
    const { words, failure } = expandWords(text, escapeChar, () => null);
    const fault: PortFault | undefined = failure
      ? { code: 'syntax/port', message: `${shown(text)} cannot be read: ${failure}` }
      : words?.map(portFault).find((each) => each !== undefined);
    if (!fault) continue;
    report(fault.code, fault.message, span, 'build');
    // What follows a comment is more of it.
    if (text.startsWith('#')) return;
  }
};

/** `syntax/port-range` is a number above 65535. */
interface PortFault {
  readonly code: 'syntax/port' | 'syntax/port-range';
  readonly message: string;
}

/** What is wrong with `[[ip:]host:]port[-port][/protocol]`. An IPv6 address may stand in brackets. */
export function portFault(written: string): PortFault | undefined {
  const parts = written.split(':');
  const [port = '', ...protocolParts] = parts.at(-1)!.split('/');
  const protocol = protocolParts.join('/');
  if (!PROTOCOLS.has(protocol.toLowerCase()))
    return malformed(`${shown(protocol)} is no protocol for a port: tcp, udp and sctp are`);
  const range = portRange(port);
  if (!range) return noPort(port === '' ? written : port);
  const hostPort = parts.at(-2) ?? '';
  const hostRange = hostPort === '' ? range : portRange(hostPort);
  if (!hostRange) return noPort(hostPort);
  if (range.length > 1 && hostRange.length !== range.length)
    return malformed(`The ranges in ${shown(written)} differ in length`);
  const ip = parts.slice(0, -2).join(':');
  return parts.length < 3 || ip === '' || isIp(ip.replace(/^\[(.*)\]$/, '$1'))
    ? undefined
    : malformed(`${shown(ip)} is no IP address`);
}

function malformed(message: string): PortFault {
  return { code: 'syntax/port', message };
}

function noPort(word: string): PortFault {
  if (/^\d+(-\d+)?$/.test(word) && word.split('-').some((number) => Number(number) > 65535))
    return { code: 'syntax/port-range', message: `${shown(word)} is above 65535, the last port there is` };
  const fault = `${shown(word)} is no port, as in 8080, 8080/tcp or 8000-8010`;
  if (word.startsWith('#')) return malformed(`${fault}: a comment must stand in a line of its own`);
  return malformed(word.includes(',') ? `${fault}; blanks stand between ports, not commas` : fault);
}

function portRange(text: string): { readonly length: number } | undefined {
  const dash = text.indexOf('-');
  const first = portNumber(dash < 0 ? text : text.slice(0, dash));
  const last = dash < 0 ? first : portNumber(text.slice(dash + 1));
  return first === undefined || last === undefined || last < first ? undefined : { length: last - first + 1 };
}

function portNumber(text: string): number | undefined {
  return /^\+?\d+$/.test(text) && Number(text) <= 65535 ? Number(text) : undefined;
}
