import { RUN_FLAGS, readFlags } from './docker-flags.ts';

export interface ConvertedRun {
  /** Options of a target `docker-run`. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly left: readonly string[];
}

const LISTS: ReadonlyMap<string, string> = new Map(
  Object.entries({ publish: 'port', env: 'env', 'env-file': 'envFile', tmpfs: 'tmpfs' }),
);
const TEXTS: ReadonlyMap<string, string> = new Map(Object.entries({ network: 'network', name: 'name' }));
const FLAGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'read-only': 'readOnly',
    detach: 'detach',
    interactive: 'interactive',
    tty: 'interactive',
  }),
);

/** Options of our `docker-run` for the words that stand before the image in `docker run`. */
export function dockerRun(words: readonly string[]): ConvertedRun {
  const { given, operands, unknown } = readFlags(words, RUN_FLAGS);
  const options: Record<string, unknown> = {};
  const left = [...unknown, ...operands].map((word) => `docker run ${word}: it is no flag that is known here`);
  for (const [name, value] of given) {
    const [list, text, flag] = [LISTS.get(name), TEXTS.get(name), FLAGS.get(name)];
    if (list !== undefined) options[list] = [...((options[list] as string[] | undefined) ?? []), value];
    else if (text !== undefined) options[text] = value;
    else if (flag !== undefined) options[flag] = true;
    else if (name !== 'rm')
      left.push(`docker run --${name} ${value}: docker-run has nothing like it; compose.yaml has`);
  }
  return { options, left };
}
