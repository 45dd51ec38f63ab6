import { memo } from '../kernel/memo.ts';
import { known, type Maybe, unresolved } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import type { Expansion } from '../model/variable.ts';
import { shellExpansions } from '../variable/shell-expansions.ts';
import { homeFolder } from './home-folder.ts';
import { fedBy, pathFrom } from './shell-place.ts';

const OUTPUT: ReadonlySet<string> = new Set(['>', '>>', '>|', '&>', '&>>']);

/**
 * The file that a command's output goes to, by a redirection or through `tee`, from the root of the image where its folder or home can be told,
 * else as written; absent where it goes to none, or to a device. Unresolved where a variable names it.
 */
export function writesTo(command: Command): Maybe<string> {
  const { redirects, groupRedirects = [], piped } = command.shell;
  const redirect = [...redirects, ...(piped ? [] : groupRedirects)].find(
    ({ operator, fd, target }) => OUTPUT.has(operator) && fd !== 2 && target,
  );
  const tee = fedBy(command).find(({ reading }) => reading.name === 'tee');
  const word = redirect?.target ?? tee?.reading.args[0];
  if (!word) return undefined;
  if (word.value === undefined) return unresolved;
  return word.value.startsWith('/dev/') ? undefined : located(tee && !redirect ? tee : command, word.value);
}

function located(command: Command, path: string): string {
  if (!/^~(\/|$)/.test(path)) return pathFrom(command, path);
  const home = known(homeFolder(command));
  return home === undefined ? path : pathFrom(command, home + path.slice(1));
}

/** The variables that a command takes from its environment by name, those in the heredocs that it reads included. */
export const expansionsIn = memo(({ run, shell }: Command): readonly Expansion[] => {
  const spans = [shell.wholeSpan, ...shell.redirects.flatMap(({ body }) => (body ? [body.span] : []))];
  return shellExpansions(run).filter(({ place: { span } }) =>
    spans.some(({ start, end }) => start <= span.start && span.end <= end),
  );
});
