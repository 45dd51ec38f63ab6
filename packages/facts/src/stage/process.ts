import { type JsonString, literalRun, type ShellTree } from '@dockwarden-internal/syntax';
import { programsIn } from '../commands/programs/own-programs.ts';
import { readCommand } from '../commands/read-command.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown, unresolved } from '../kernel/unsure.ts';
import type { Command, Word } from '../model/command.ts';
import { type Instruction, placeOf, type Stage } from '../model/dockerfile.ts';
import type { Process } from '../model/runtime.ts';
import { readProcess } from '../runtime/read-process.ts';
import { shellAt } from '../runtime/shell-in-force.ts';
import { shellTreeOf } from '../runtime/shell-tree.ts';
import { fromWord } from './from-word.ts';
import { chainOf } from './parent.ts';
import { rootBase, rootStage } from './root.ts';
import { timelineOf } from './timeline.ts';

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

type Origin = Instruction | 'base' | undefined;

/** The ENTRYPOINT and CMD that count. */
function startOf(stage: Stage): { entrypoint: Origin; cmd: Origin } {
  let entrypoint: Origin = 'base';
  let cmd: Origin = 'base';
  for (const each of chainOf(stage).reverse()) {
    const { instructions, end } = timelineOf(each);
    let cmdIsSet = false;
    for (const instruction of instructions.slice(0, end)) {
      if (instruction.node.keyword === 'cmd') {
        cmd = instruction;
        cmdIsSet = true;
      } else if (instruction.node.keyword === 'entrypoint') {
        entrypoint = instruction;
        if (!cmdIsSet) cmd = undefined;
      }
    }
  }
  return { entrypoint, cmd };
}

/** ENTRYPOINT and CMD as the image's configuration has them. */
export function argvOf(stage: Stage): { readonly entrypoint: readonly string[]; readonly cmd: readonly string[] } {
  const base = rootBase(stage);
  const known = isUnsure(base) ? undefined : base;
  const { entrypoint, cmd } = startOf(stage);
  const values = (part: Part) => part.strings.map(({ value }) => value);
  return {
    entrypoint: values(partOf(entrypoint, stage, known?.entrypoint)),
    cmd: values(partOf(cmd, stage, known?.cmd)),
  };
}

interface Part {
  readonly instruction?: Instruction;
  readonly shellForm: boolean;
  readonly strings: readonly JsonString[];
}

const nothing: Part = { shellForm: false, strings: [] };

function partOf(origin: Origin, stage: Stage, ofBase: readonly string[] | undefined): Part {
  if (origin === undefined) return nothing;
  if (origin === 'base') {
    const span = fromWord(rootStage(stage))?.span ?? { start: 0, end: 0 };
    return { shellForm: false, strings: (ofBase ?? []).map((value) => ({ value, span })) };
  }
  const { node } = origin;
  if (node.json) return { instruction: origin, shellForm: false, strings: node.json };
  const span = node.argsSpan;
  const script = node.logical.text.slice(node.argsStart, node.argsEnd);
  const words = [...(shellAt(origin)?.words ?? []), script];
  return { instruction: origin, shellForm: true, strings: words.map((value) => ({ value, span })) };
}

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
