import { type JsonString, literalRun, type ShellTree } from '@dockwarden-internal/syntax';
import { programsIn } from '../commands/programs/own-programs.ts';
import { readCommand } from '../commands/read-command.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown, unresolved } from '../kernel/unsure.ts';
import type { Command, Word } from '../model/command.ts';
import { type Instruction, placeOf, type Stage } from '../model/dockerfile.ts';
import type { Process } from '../model/runtime.ts';
import { readProcess } from '../runtime/read-process.ts';
import { shellTreeOf } from '../runtime/shell-tree.ts';
import { fromWord } from './from-word.ts';
import { rootBase, rootStage } from './root.ts';
import { nothing, type Part, partOf, startOf } from './start-parts.ts';

/**
 * What a container of the stage starts; absent where neither the file nor the base image says anything, unknown where only an unknown base
 * could. ENTRYPOINT drops the CMD of the image that the stage is built on.
 * Source: Dockerfile reference, "Understand how CMD and ENTRYPOINT interact"; dispatchEntrypoint in moby/buildkit convert.go.
 */
export const processOf = memo((stage: Stage): Maybe<Process> => {
  const base = rootBase(stage);
  const { entrypoint, cmd } = startOf(stage);
  if (entrypoint === 'base' && cmd === 'base') {
    if (isUnsure(base)) return unknown;
    if (!base?.entrypoint?.length && !base?.cmd?.length) return undefined;
  }
  const inheritsEntrypoint = entrypoint === 'base';
  const known = isUnsure(base) ? undefined : base;
  const parts = { entrypoint: partOf(entrypoint, stage, known?.entrypoint), cmd: partOf(cmd, stage, known?.cmd) };
  const baseInit = inheritsEntrypoint && (isUnsure(base) ? unknown : (base?.init ?? false));
  // The entrypoints of base images start what follows them.
  const passesOn = inheritsEntrypoint && parts.cmd.strings.length > 0;
  return start(stage, passesOn ? { ...parts, entrypoint: nothing } : parts, baseInit);
});

function start(stage: Stage, { entrypoint, cmd }: { entrypoint: Part; cmd: Part }, baseInit: Maybe<boolean>): Process {
  // A shell takes what follows its script for the script's parameters.
  const parts = entrypoint.shellForm ? [entrypoint] : [entrypoint, cmd].filter(({ strings }) => strings.length > 0);
  const only = parts.length === 1 && parts[0]!.shellForm ? parts[0]!.instruction : undefined;
  const strings = parts.flatMap((part) => part.strings);
  const tree: ShellTree = (only && shellTreeOf(only)) ?? literalRun(strings);
  const { main, program, shellWrapped, init, devServer, packageManager } = readProcess(tree, only !== undefined);
  const { dockerfile } = stage;
  const written = parts.flatMap(({ instruction }) => instruction ?? []);
  const programSpan = main?.words[0]?.span;
  const holder =
    written.find(
      ({ node }) => programSpan && node.argsSpan.start <= programSpan.start && programSpan.end <= node.argsSpan.end,
    ) ?? written.at(-1);
  const span = holder?.node.argsSpan ?? fromWord(rootStage(stage))?.span ?? { start: 0, end: 0 };
  return {
    words: only
      ? (main?.words ?? []).map((word) => wordOf(stage, word.text, word.value, word.span))
      : strings.map(({ value, span: at }) => wordOf(stage, value, value, at)),
    program,
    shellWrapped,
    init: init || baseInit,
    devServer,
    packageManager,
    commands: holder ? commandsOf(holder, tree) : [],
    place: placeOf(dockerfile, span),
    ...(programSpan && { programPlace: placeOf(dockerfile, programSpan) }),
    stage,
  };
}

function wordOf({ dockerfile }: Stage, text: string, value: string | undefined, span: JsonString['span']): Word {
  return { text, value: value ?? unresolved, place: placeOf(dockerfile, span) };
}

function commandsOf(run: Instruction, tree: ShellTree): readonly Command[] {
  const siblings: Command[] = [];
  const programs = programsIn(run.dockerfile.world.settings);
  for (const shell of tree.commands) {
    if (shell.words.length > 0)
      siblings.push({ run, shell, reading: readCommand(shell, programs), index: siblings.length, siblings });
  }
  return siblings;
}
