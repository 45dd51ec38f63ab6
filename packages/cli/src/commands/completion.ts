import { completionScript, shells } from '../arguments/completion-script.ts';
import { refuse } from '../output/refuse.ts';
import type { Command } from './command.ts';
import { commands } from './registry.ts';

export const completionCommand: Command = {
  spec: {
    name: 'completion',
    summary: 'Prints the completion for a shell.',
    operands: shells.join('|'),
    options: {},
    examples: [['source <(dockwarden completion bash)', 'for this shell']],
  },
  run: async ({ operands, io }) => {
    const [shell] = operands;
    const known = shells.find((each) => each === shell);
    if (!known || operands.length > 1)
      return refuse(io, `completion takes one of ${shells.join(', ')}: dockwarden completion bash`);
    await io.out(
      completionScript(
        known,
        commands().map((command) => command.spec),
      ),
    );
    return 0;
  },
};
