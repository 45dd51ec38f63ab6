/** How a flag of `docker build` or `docker run` is read: with a value, or alone. */
export type FlagKind = 'value' | 'alone';

/** Flags with their long names; a short one stands for its long one. */
export interface FlagTable {
  readonly flags: Readonly<Record<string, FlagKind>>;
  readonly short: Readonly<Record<string, string>>;
}

function kinds(kind: FlagKind, names: string): Record<string, FlagKind> {
  return Object.fromEntries(names.split(' ').map((name) => [name, kind]));
}

/** Source: Docker reference, `docker buildx build`, and `docker image build` of the legacy builder. */
export const BUILD_FLAGS: FlagTable = {
  flags: {
    ...kinds(
      'value',
      'add-host allow annotation attest build-arg build-context builder cache-from cache-to call cgroup-parent file iidfile label metadata-file network no-cache-filter output platform progress provenance sbom secret shm-size ssh tag target ulimit memory cpu-shares isolation security-opt',
    ),
    ...kinds('alone', 'check debug load no-cache pull push quiet compress force-rm rm squash'),
  },
  short: { f: 'file', t: 'tag', o: 'output', q: 'quiet', D: 'debug', m: 'memory' },
};

/** Source: Docker reference, `docker container run`; those that are met beside an image in development. */
export const RUN_FLAGS: FlagTable = {
  flags: {
    ...kinds(
      'value',
      'publish env env-file network name tmpfs volume mount user workdir entrypoint memory cpus add-host label platform pull restart hostname cap-add cap-drop gpus',
    ),
    ...kinds('alone', 'read-only detach interactive tty rm init privileged publish-all quiet'),
  },
  short: {
    p: 'publish',
    e: 'env',
    d: 'detach',
    i: 'interactive',
    t: 'tty',
    v: 'volume',
    u: 'user',
    w: 'workdir',
    P: 'publish-all',
    m: 'memory',
    l: 'label',
    h: 'hostname',
    q: 'quiet',
  },
};

export interface ReadFlags {
  /** In their order, a flag that stands alone with `true`. */
  readonly given: readonly (readonly [name: string, value: string])[];
  readonly operands: readonly string[];
  /** Words that are no flag of the program, as far as is known. */
  readonly unknown: readonly string[];
}

/** Reads the words behind `docker build` or `docker run`. */
export function readFlags(words: readonly string[], { flags, short }: FlagTable): ReadFlags {
  const given: [string, string][] = [];
  const operands: string[] = [];
  const unknown: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (!/^-./.test(word)) {
      operands.push(word);
      continue;
    }
    const [, name = '', value] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name !== '') {
      const kind = Object.hasOwn(flags, name) ? flags[name] : undefined;
      if (!kind) unknown.push(word);
      else if (kind === 'alone') given.push([name, value ?? 'true']);
      else given.push([name, value ?? words[++at] ?? '']);
      continue;
    }
    // Letters that stand alone may be joined, as in `-it`; one that takes a value takes what follows.
    const letters = word.slice(1);
    for (let letter = 0; letter < letters.length; letter++) {
      const long = short[letters[letter]!];
      if (long === undefined) {
        unknown.push(`-${letters[letter]}`);
      } else if (flags[long] === 'alone') given.push([long, 'true']);
      else {
        const rest = letters.slice(letter + 1).replace(/^=/, '');
        given.push([long, rest === '' ? (words[++at] ?? '') : rest]);
        break;
      }
    }
  }
  return { given, operands, unknown };
}
