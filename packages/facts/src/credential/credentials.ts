import { jsonOrWords, type ShellTree, type Span } from '@dockwarden-internal/syntax';
import { programsIn } from '../commands/programs/own-programs.ts';
import { memo } from '../kernel/memo.ts';
import { type Instruction, placeOf } from '../model/dockerfile.ts';
import type { Credential } from '../model/text.ts';
import { shellTreeOf } from '../runtime/shell-tree.ts';
import { credentialsAt } from './body-credentials.ts';
import { commandCredentials } from './command-credentials.ts';
import { holdsCredential } from './text-credentials.ts';

/** What declares variables holds its secrets as their values. */
const DECLARES: ReadonlySet<string> = new Set(['arg', 'env']);

/**
 * The secrets that are written out in an instruction, in document order, but for values of ARG and ENV and of what a RUN exports, which are
 * facts of variables.
 */
export const credentialsIn = memo((instruction: Instruction): readonly Credential[] => {
  const { node } = instruction;
  if (DECLARES.has(node.keyword) || node.keyword === 'onbuild') return [];
  const { source } = instruction.dockerfile;
  const tree = shellTreeOf(instruction);
  const programs = programsIn(instruction.dockerfile.world.settings);
  const spans = tree
    ? tree.commands.flatMap((command) => {
        const into = tree.commands[command.pipesInto ?? -1];
        return commandCredentials(command, source, {
          exports: node.keyword !== 'run',
          programs,
          ...(into && { into }),
        });
      })
    : jsonOrWords(node).flatMap(({ text, span }) => (holdsCredential(text, true) ? [span] : []));
  const data = node.heredocs.filter(({ bodySpan }) => !tree || !isScript(bodySpan, tree));
  spans.push(...data.flatMap(({ bodySpan }) => credentialsAt(bodySpan, source)));
  const found = new Map(spans.map((span) => [span.start, span]));
  return [...found.values()]
    .sort((one, other) => one.start - other.start)
    .map((span) => ({ instruction, place: placeOf(instruction.dockerfile, span) }));
});

/** True where a shell reads a heredoc as its commands, which are looked through one by one. */
function isScript(body: Span, { commands }: ShellTree): boolean {
  return commands.some(({ span: { start }, substituted }) => !substituted && start >= body.start && start < body.end);
}
