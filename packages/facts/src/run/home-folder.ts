import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import { userAt } from '../runtime/user.ts';
import { environmentValue } from './environment-value.ts';

/** What `~` stands for in a command: HOME, which BuildKit sets to the home of the user where nothing else does. Unknown for users but root. */
export function homeFolder(command: Command): Maybe<string> {
  const set = environmentValue(command, 'HOME');
  if (set !== undefined) return set;
  const user = userAt(command.run);
  return user !== undefined && !isUnsure(user) && user.root === true ? '/root' : unknown;
}
