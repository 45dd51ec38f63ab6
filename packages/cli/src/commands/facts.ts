import { oneLine } from '@dockwarden-internal/report/text/visible';
import { refuse } from '../output/refuse.ts';
import type { Command, Invocation } from './command.ts';

export const factsCommand: Command = {
  spec: {
    name: 'facts',
    summary: 'Prints what is known of a file: the facts that policies speak about.',
    operands: '[FILE]',
    options: {
      format: { type: 'string', choices: ['tree', 'json'], description: 'tree (default) or json.' },
      kinds: {
        type: 'boolean',
        description: 'Prints the catalogue instead: every kind and property with its meaning.',
      },
      kind: { type: 'string[]', value: 'NAME', description: 'Only facts (or, with --kinds, the entry) of this kind.' },
    },
    examples: [
      ['dockwarden facts apps/api/Dockerfile', 'the facts of a Dockerfile'],
      ['dockwarden facts compose.yaml --kind service', 'the services of a Compose file, merged'],
      ['dockwarden facts --kinds --kind stage', 'what can be said of a stage'],
    ],
  },
  run: printFacts,
};

async function printFacts({ operands, values, io }: Invocation): Promise<number> {
  const { catalogue, factsOf } = await import('@dockwarden-internal/run/facts-of');
  if (values['kinds'] && operands.length > 0)
    return refuse(io, `--kinds takes no file; for one kind: dockwarden facts --kinds --kind ${operands[0]}`);
  const kinds = (values['kind'] as readonly string[] | undefined) ?? [];
  if (values['kinds']) {
    const printed = catalogue(kinds, values['format'] === 'json' ? 'json' : 'tree');
    return 'fault' in printed ? refuse(io, printed.fault) : print(printed.text);
  }
  const [path, ...more] = operands;
  if (path === undefined || more.length > 0)
    return refuse(io, 'facts takes one file: dockwarden facts apps/api/Dockerfile');
  if (path === '-') return refuse(io, 'facts reads no standard input: name a file');
  const printed = await factsOf({ cwd: io.cwd, path, kinds, format: values['format'] === 'json' ? 'json' : 'tree' });
  if ('fault' in printed) return refuse(io, oneLine(printed.fault), printed.exit);
  return print(printed.text);

  async function print(text: string): Promise<number> {
    await io.out(text);
    return 0;
  }
}
