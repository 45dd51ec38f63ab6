import type { PreTasksExecutionContext } from '@nx/devkit';
import { readEnds } from '../inference/remembered-ends.ts';
import { ENDED } from '../inference/task-inputs.ts';
import { endedOn } from './ended.ts';
import { sayFreshFix } from './fresh-fix.ts';

/** Before tasks are hashed a plugin may set the environment, the only way to tell Nx's cache of what is in no file: variables are inputs. */
export function preTasksExecution(
  _options: unknown,
  { argv, workspaceRoot }: Pick<PreTasksExecutionContext, 'argv' | 'workspaceRoot'>,
): void {
  sayFreshFix(argv);
  const ended = endedOn(new Date().toISOString().slice(0, 10), readEnds(workspaceRoot));
  if (ended === undefined) delete process.env[ENDED];
  else process.env[ENDED] = ended;
}
