import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import { addressOf, findUrl, type ProbeAddress, readHostPort, readOperand } from './probe-address.ts';
import { idleCommands, type ProbeProgram, probePrograms, scriptedProbes } from './probe-programs.ts';

/** What a health command asks, and in which of its words that stands. */
export interface ProbeCommand {
  /** Without its folder; absent for an empty command. */
  readonly program?: string;
  /** The program as written, where that is a path. */
  readonly programPath?: string;
  readonly url: Maybe<string>;
  readonly port: Maybe<number>;
  readonly local: Maybe<boolean>;
  /** Index of the word that holds the port. */
  readonly portWord?: number;
  readonly urlWord?: number;
}

const nothing = { url: undefined, port: undefined, local: undefined };

/**
 * Reads one simple command, the program first; words are free of quotes, expansions stand as `$NAME`. A command that asks nobody over a
 * network (`test -f /tmp/ready`) has neither url nor port.
 */
export function readProbeCommand(words: readonly string[]): ProbeCommand {
  const [first, ...rest] = words;
  if (first === undefined || first === '') return nothing;
  if (first.startsWith('/dev/')) return readRedirection(words);
  const program = first.slice(first.lastIndexOf('/') + 1).replace(/\.exe$/i, '');
  const known = probePrograms.get(program);
  const asked = known ? askedBy(known, rest) : searched(rest, scriptedProbes.has(program));
  const named = { program, ...(first.includes('/') && { programPath: first }) };
  if (!asked) return { ...named, ...nothing };
  const { word, ...address } = asked;
  const at = word === undefined ? undefined : word + 1;
  return {
    ...named,
    ...address,
    ...(at !== undefined && address.port !== undefined && { portWord: at }),
    ...(at !== undefined && address.url !== undefined && { urlWord: at }),
  };
}

/** A redirection without a command: the shell opens the socket. */
function readRedirection(words: readonly string[]): ProbeCommand {
  const { program: _, portWord, ...asked } = readProbeCommand([':', ...words]);
  return { ...asked, ...(portWord !== undefined && { portWord: portWord - 1 }) };
}

/** Picks the command that does the asking out of those of a shell line: `curl … || exit 1`. Undefined where none does anything. */
export function probeCommandIndex(commands: readonly (readonly string[])[]): number | undefined {
  const readings = commands.map(readProbeCommand);
  const asking = readings.findIndex((reading) => reading.port !== undefined || isUnsure(reading.url));
  if (asking >= 0) return asking;
  const working = readings.findIndex(({ program }) => program !== undefined && !idleCommands.has(program));
  return working >= 0 ? working : undefined;
}

/**
 * The shell that itself does what a command does: `bash` of `bash -c '</dev/tcp/localhost/80'`. Undefined where a program of the image does it, and
 * for the sh that every shell line has.
 */
export function askingShell(words: readonly string[], via: readonly string[]): string | undefined {
  const shell = via.findLast((each) => / -/.test(each))?.split(' ')[0];
  if (shell === undefined || shell === 'sh') return undefined;
  const [program = ':'] = words;
  return idleCommands.has(program) || program.startsWith('/dev/') ? shell : undefined;
}

type Asked = ProbeAddress & { readonly word?: number };

function askedBy(program: ProbeProgram, words: readonly string[]): Asked | undefined {
  const { options, operands } = splitWords(program, words);
  const host = program.host && options.findLast((option) => program.host!.includes(option.name));
  const port = program.port && options.findLast((option) => program.port!.includes(option.name));
  if (program.operands === 'url') {
    const operand = operands.find(({ text }) => /[.:/]|^localhost\b|\$/.test(text)) ?? operands[0];
    const address = operand && readOperand(operand.text);
    return address && { ...address, word: operand.at };
  }
  if (program.operands === 'host-port') {
    const [where, which] = operands.slice(-2);
    if (!where || !which) return undefined;
    return { ...addressOf(undefined, where.text, which.text), word: which.at };
  }
  const url = words.findIndex((word) => findUrl(word));
  if (url >= 0) return { ...findUrl(words[url]!)!, word: url };
  if (port) return { ...addressOf(undefined, socketHost(host?.value), port.value), word: port.at };
  if (host && program.defaultPort === undefined) return { ...readHostPort(host.value), word: host.at };
  return { ...addressOf(undefined, socketHost(host?.value), undefined, program.defaultPort) };
}

/** A host that is a path names the folder of a Unix socket. */
function socketHost(host = ''): string {
  return host.startsWith('/') ? '' : host;
}

interface Located {
  readonly text: string;
  readonly at: number;
}

function splitWords(program: ProbeProgram, words: readonly string[]) {
  const options: { name: string; value: string; at: number }[] = [];
  const operands: Located[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (!/^-./.test(word)) {
      operands.push({ text: word, at });
      continue;
    }
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    const short = /^-\w./.test(word) ? word.slice(0, 2) : undefined;
    if (program.valued.includes(name)) {
      if (equals >= 0) options.push({ name, value: word.slice(equals + 1), at });
      else options.push({ name, value: words[++at] ?? '', at });
    } else if (short && program.valued.includes(short) && !word.startsWith('--'))
      options.push({ name: short, value: word.slice(2), at });
    else if (short && program.valued.includes(`-${word.at(-1)}`)) at++;
  }
  return { options, operands };
}

/** Any other program: a URL among its words, `/dev/tcp/host/port`, or a port that a script names. */
function searched(words: readonly string[], scripted: boolean): Asked | undefined {
  for (const [word, text] of words.entries()) {
    const url = findUrl(text);
    if (url) return { ...url, word };
    const socket = /\/dev\/(?:tcp|udp)\/([^/\s]+)\/([^\s'"]+)/.exec(text);
    if (socket) return { ...addressOf(undefined, socket[1]!, socket[2]), word };
    const port = scripted ? scriptPort(text) : undefined;
    if (port !== undefined)
      return { url: undefined, port, local: /localhost|127\.0\.0\.1/.test(text) ? true : undefined, word };
  }
  return undefined;
}

/** `{ port: 3000 }` of Node, `('localhost', 8000)` of Python. */
function scriptPort(text: string): number | undefined {
  const match =
    /\bport['"]?\s*[:=]\s*['"]?(\d{1,5})\b(?!\.)/i.exec(text) ??
    /(?:localhost|127\.0\.0\.1)['"]\s*,\s*['"]?(\d{1,5})\b/.exec(text);
  return match ? Number(match[1]) : undefined;
}
