import type { AndOr, CompoundList, ParsedScript, PipelineNode } from 'unbash';
import type { Span } from '../text/span.ts';
import { exitsWell, isExecuted } from './exits.ts';
import type { Draft } from './reader.ts';
import { programOf } from './simple-command.ts';

/**
 * The last statement of a body, where ` && x` behind it runs wherever the whole succeeds, and changes nothing else; spans are offsets of
 * the script.
 */
export function bodyEnd(script: ParsedScript, drafts: readonly Draft[], errexit: boolean): Span | undefined {
  const last = script.commands.at(-1);
  if (!last || last.background) return undefined;
  const own = drafts.filter(({ surroundings }) => surroundings.scope === 0);
  if (own.some(exitsWell) || drafts.some(isExecuted)) return undefined;
  // `set -e` does not count for what stands to the left of `&&`, and for all that it calls.
  const strict = errexit || own.some(setsErrexit);
  if (strict && !isSimple(last.command, functionsOf(script))) return undefined;
  return { start: last.pos, end: last.command.end };
}

function setsErrexit({ words }: Draft): boolean {
  return programOf(words[0]) === 'set' && words.some(({ shown }) => /^-[a-z]*e/.test(shown) || shown === 'errexit');
}

function isSimple(node: PipelineNode | AndOr | CompoundList, functions: ReadonlySet<string>): boolean {
  switch (node.type) {
    case 'Command':
      return !functions.has(node.name?.value ?? '');
    case 'AndOr':
      return isSimple(node.commands.at(-1)!, functions);
    case 'Pipeline':
      return node.commands.every((command) => isSimple(command, functions));
    case 'Redirected':
      return isSimple(node.command, functions);
    default:
      return node.type === 'TestCommand' || node.type === 'ArithmeticCommand';
  }
}

/** Names of the functions that are defined at the top, where nearly all are. */
function functionsOf({ commands }: ParsedScript): ReadonlySet<string> {
  return new Set(commands.flatMap(({ command }) => (command.type === 'Function' ? [command.name.value] : [])));
}
