import { CONFIG_FLAG, configOf } from '../arguments/common-flags.ts';
import { refuse } from '../output/refuse.ts';
import type { Command, Invocation } from './command.ts';

export const explainCommand: Command = {
  spec: {
    name: 'explain',
    summary: "Prints a policy's page: why it is there, good and bad examples, its parameters.",
    operands: 'ID',
    options: CONFIG_FLAG,
    examples: [
      ['dockwarden explain image/non-root', 'a policy'],
      ['dockwarden explain packages/apt-lean/lists', 'a check of a policy'],
      ['dockwarden explain hadolint:DL3008', 'by the id of another tool'],
      ['dockwarden explain CKV_DOCKER_2', 'the same without the name of that tool'],
    ],
  },
  run: explain,
};

async function explain({ operands, values, io }: Invocation): Promise<number> {
  const { explainPolicy } = await import('@dockwarden-internal/run/explain-policy');
  const [id, ...more] = operands;
  if (id === undefined || more.length > 0) return refuse(io, 'explain takes one id: dockwarden explain image/non-root');
  const page = await explainPolicy({
    cwd: io.cwd,
    id,
    ...configOf(values),
    colour: io.colour,
  });
  if ('fault' in page) return refuse(io, page.fault);
  await io.out(page.text);
  return 0;
}
