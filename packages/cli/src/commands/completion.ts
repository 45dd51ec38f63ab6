import { completionScript, shells } from '../arguments/completion-script.ts';
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
    if (!known || operands.length > 1) {
      await io.error(`dockwarden: completion takes one of ${shells.join(', ')}\n`);
      return 2;
    }
    await io.out(
      completionScript(
        known,
        commands().map((command) => command.spec),
      ),
    );
    return 0;
  },
};
