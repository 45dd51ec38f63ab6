import { fromParts, INSTRUCTIONS, jsonOrWords, textAt } from '@dockwarden-internal/syntax';
import { letsOthersWrite, setsId } from '../commands/file-mode.ts';
import { faultsIn } from '../comment/faults.ts';
import { credentialsIn } from '../credential/credentials.ts';
import { fromImage } from '../image/from-image.ts';
import { referencesIn } from '../image/references.ts';
import { argsOf } from '../instruction/args.ts';
import { casingOf } from '../instruction/casing.ts';
import { emptyLines } from '../instruction/empty-lines.ts';
import { asExecForm } from '../instruction/exec-form.ts';
import { flagsOf, flagsText, flagValue } from '../instruction/flags.ts';
import { formOf } from '../instruction/form.ts';
import { jsonMeant } from '../instruction/json-meant.ts';
import { keyValueText } from '../instruction/key-value-text.ts';
import { longestLine } from '../instruction/longest-line.ts';
import { isShellWrapped } from '../instruction/shell-wrapped.ts';
import { nextOf, overriddenBy, previousOf } from '../instruction/siblings.ts';
import { count, flag, kind, link, many, oneOf, text } from '../kernel/kind.ts';
import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import { labelsIn } from '../label/labels.ts';
import { type Instruction, placeOf } from '../model/dockerfile.ts';
import { commandsOf, mayRunMore } from '../run/commands.ts';
import { downloadsBy } from '../run/downloads.ts';
import { layerStretches, layersBefore } from '../run/layers.ts';
import { mountsOf } from '../run/mounts.ts';
import { portsOf } from '../runtime/exposed-ports.ts';
import { pipefailShell } from '../runtime/pipefail-shell.ts';
import { probeIn } from '../runtime/probe-of.ts';
import { shellAt } from '../runtime/shell-in-force.ts';
import { userAt } from '../runtime/user.ts';
import { sourcesOf, targetOf } from '../source/sources.ts';
import { workdirAt, workdirSetBy } from '../stage/workdir.ts';
import { argumentOf } from '../variable/argument.ts';
import { expansionsOf } from '../variable/expansions-of.ts';
import { pairsOf } from '../variable/pairs.ts';
import { shellExpansions } from '../variable/shell-expansions.ts';
import { variablesOf } from '../variable/variables-of.ts';

const keywordAt = ({ dockerfile, node }: Instruction) => placeOf(dockerfile, node.keywordSpan);
const argsAt = ({ dockerfile, node }: Instruction) => placeOf(dockerfile, node.argsSpan);

const flagAt = (name: string) => (instruction: Instruction) =>
  flagsOf(instruction).findLast((each) => each.name === name)?.valuePlace;

const flagged = (name: string, doc: string) =>
  text(doc, (instruction: Instruction) => flagValue(instruction, name), { at: flagAt(name) });

const WITH_ARGUMENT: ReadonlySet<string> = new Set(['user', 'workdir', 'stopsignal', 'maintainer', 'shell']);

function valueOfArgument(instruction: Instruction): Maybe<string> {
  const { node } = instruction;
  if (!WITH_ARGUMENT.has(node.keyword)) return undefined;
  // BuildKit takes it as it stands.
  if (node.keyword === 'maintainer')
    return node.logical.text.slice(node.argsStart, node.argsEnd).replace(/^"([^"]*)"$/, '$1');
  return node.keyword === 'shell' ? jsonOrWords(node)[0]?.text : argumentOf(instruction);
}

function asWord({ node, dockerfile }: Instruction) {
  const word = node.keyword === 'from' ? fromParts(node).as?.keyword : undefined;
  return word && { text: word.text, place: placeOf(dockerfile, word.span) };
}

export const instructionKind = kind('instruction', {
  doc: 'One instruction of a Dockerfile, what an ONBUILD holds included.',
  source: 'https://docs.docker.com/reference/dockerfile/#overview',
  key: 'keyword',
  place: ({ dockerfile, node }) => placeOf(dockerfile, node.span),
  properties: {
    text: text('As written, heredoc bodies left out.', ({ dockerfile, node }) =>
      textAt(placeOf(dockerfile, node.span)),
    ),
    keyword: oneOf(
      [...INSTRUCTIONS],
      'In lower case; absent for one that BuildKit does not know.',
      ({ node }) => (INSTRUCTIONS.has(node.keyword) ? node.keyword : undefined),
      { at: keywordAt },
    ),
    keywordText: text('The keyword as written.', ({ node }) => node.keywordText, { at: keywordAt }),
    casing: oneOf(
      ['upper', 'lower', 'mixed'],
      'How the keyword is written.',
      ({ node }) => casingOf(node.keywordText),
      { at: keywordAt },
    ),
    form: oneOf(
      ['shell', 'exec'],
      'Form of a RUN, CMD, ENTRYPOINT, SHELL or HEALTHCHECK CMD, exec for every JSON array; absent elsewhere.',
      formOf,
      { at: (instruction) => (formOf(instruction) ? argsAt(instruction) : undefined) },
    ),
    execForm: text(
      'What a CMD or ENTRYPOINT in shell form is in exec form; absent where only a shell can do it, for exec form and for others.',
      asExecForm,
      { at: argsAt },
    ),
    shellWrapped: flag(
      'True where the shell of a CMD or ENTRYPOINT in shell form stays in front of the program and passes no signals on, false where it hands over by `exec`; unknown for a script or a shell that may. Absent for exec form and for others.',
      isShellWrapped,
    ),
    flags: many('flag', 'Flags between keyword and arguments.', flagsOf),
    flagsText: text(
      'The flags sorted and without needless quotes, so that two instructions can be compared; empty without flags.',
      flagsText,
    ),
    args: many('word', 'What follows, word by word; of ARG, ENV and LABEL pair by pair.', argsOf),
    value: text(
      'The argument of a USER, WORKDIR, STOPSIGNAL or MAINTAINER, variables put in but for MAINTAINER; the first word of a SHELL. Absent elsewhere.',
      valueOfArgument,
      { at: (instruction) => (WITH_ARGUMENT.has(instruction.node.keyword) ? argsAt(instruction) : undefined) },
    ),
    heredocs: count('How many heredocs it has.', ({ node }) => node.heredocs.length),
    emptyContinuations: count(
      'How many empty lines stand within its continuation.',
      ({ node }) => node.emptyContinuations.length,
    ),
    emptyLines: many('word', 'The empty lines within its continuation.', emptyLines),
    longestLine: count(
      'Characters of its longest line; URLs, comments and heredoc bodies do not count.',
      (instruction) => longestLine(instruction).length,
      { at: (instruction) => longestLine(instruction).place },
    ),
    longestLineWords: count('Words of that line.', (instruction) => longestLine(instruction).words, {
      at: (instruction) => longestLine(instruction).place,
    }),
    legacy: flag('True for an ENV or LABEL with a blank instead of `=`.', (instruction) =>
      pairsOf(instruction).some(({ legacy }) => legacy),
    ),
    keyValueText: text(
      'What an ENV or LABEL with a blank instead of `=` says as `name=value`; absent for any other, and for a name with quotes or escapes.',
      keyValueText,
      { at: (instruction) => (keyValueText(instruction) === undefined ? undefined : argsAt(instruction)) },
    ),
    brokenJson: flag(
      'True where the exec form is meant and it is no JSON, so that it is read as shell text. An array of other things than strings is JSON: the builder refuses it.',
      (instruction) => jsonMeant(instruction) !== undefined,
      { at: argsAt },
    ),
    repairedJson: text(
      'The exec form that was meant where it is no JSON; absent where that cannot be told, and where nothing is broken.',
      (instruction) => jsonMeant(instruction)?.repaired,
      { at: (instruction) => (jsonMeant(instruction)?.repaired === undefined ? undefined : argsAt(instruction)) },
    ),
    asText: text('The word AS of a FROM, as written; absent without one.', (instruction) => asWord(instruction)?.text, {
      at: (instruction) => asWord(instruction)?.place,
    }),
    dockerfile: link('dockerfile', 'The file that it stands in.', ({ dockerfile }) => dockerfile),
    stage: link('stage', 'Its stage; absent before the first FROM.', ({ stage }) => stage),
    trigger: flag('True for what an ONBUILD holds.', ({ onbuild }) => onbuild !== undefined),
    onbuild: link('instruction', 'The ONBUILD that holds it.', ({ onbuild }) => onbuild),
    previous: link(
      'instruction',
      'The instruction above it in the same stage; triggers do not count. Absent for the first.',
      previousOf,
    ),
    next: link(
      'instruction',
      'The instruction below it in the same stage; triggers do not count. Absent for the last.',
      nextOf,
    ),
    overriddenBy: link(
      'instruction',
      'The next CMD, ENTRYPOINT or HEALTHCHECK of the stage, for one of its kind; absent where none follows.',
      overriddenBy,
    ),
    layersBefore: many(
      'instruction',
      'RUN, COPY and ADD that are part of its cache key: of its stage above it, then of the stages that one builds on.',
      layersBefore,
      { stretches: layerStretches },
    ),
    workdir: text(
      'Working directory in force, absolute; absent where it is `/`. Unknown on an unknown base.',
      workdirAt,
    ),
    workdirSetBy: link(
      'instruction',
      'The WORKDIR above it that is in force; absent where only the base image can have set one.',
      workdirSetBy,
    ),
    user: link('user', 'Who it runs as; absent before the first FROM.', userAt),
    shell: link('shell', 'The shell that runs its shell form; absent before the first FROM.', shellAt),
    sources: many('source', 'Sources of a COPY or ADD.', sourcesOf),
    target: text('Where a COPY or ADD puts them, variables put in.', (instruction) => targetOf(instruction)?.value, {
      at: (instruction) => {
        const word = targetOf(instruction)?.word;
        return word && placeOf(instruction.dockerfile, word.span);
      },
    }),
    targetText: text(
      'The same as written, variables and quotes as they are.',
      (instruction) => targetOf(instruction)?.word.text,
    ),
    fromReference: link('reference', 'What `--from` of a COPY names.', (instruction) =>
      instruction.node.keyword === 'copy' ? referencesIn(instruction)[0] : undefined,
    ),
    fromStage: link(
      'stage',
      'The stage that `--from` of a COPY names; unknown where a variable may name one.',
      (instruction) => (instruction.node.keyword === 'copy' ? referencesIn(instruction)[0]?.target : undefined),
    ),
    references: many('reference', 'Images, stages and contexts that it names.', referencesIn),
    chown: flagged('--chown', 'Owner that COPY or ADD gives; absent without the flag.'),
    chmod: flagged('--chmod', 'Permissions that COPY or ADD gives; absent without the flag.'),
    worldWritable: flag(
      'True where the permissions that COPY or ADD gives let everybody write, but for a folder with the sticky bit; absent without them.',
      (instruction) => {
        const mode = flagValue(instruction, '--chmod');
        return mode === undefined || isUnsure(mode) ? mode : letsOthersWrite(mode);
      },
      { at: flagAt('--chmod') },
    ),
    setsId: flag(
      'True where the permissions that COPY or ADD gives have the setuid or setgid bit; absent without them.',
      (instruction) => {
        const mode = flagValue(instruction, '--chmod');
        return mode === undefined || isUnsure(mode) ? mode : setsId(mode);
      },
      { at: flagAt('--chmod') },
    ),
    network: flagged('--network', 'Network of a RUN; absent without the flag.'),
    security: flagged('--security', 'Security mode of a RUN; absent without the flag.'),
    platform: flagged('--platform', 'Platform of a FROM; absent without the flag.'),
    image: link('image', 'What a FROM names.', ({ node, stage }) =>
      node.keyword === 'from' && stage ? fromImage(stage) : undefined,
    ),
    pipefailShell: text(
      'What a SHELL above it would have to say to put pipefail in force; absent where no POSIX shell is.',
      pipefailShell,
    ),
    mounts: many('mount', 'Mounts of a RUN.', mountsOf),
    commands: many('command', 'Commands of a RUN, whichever form it has.', commandsOf, { open: mayRunMore }),
    lastCommand: link(
      'command',
      'The last command of a RUN, those of substitutions left out; absent where none is seen.',
      (instruction) => commandsOf(instruction).findLast(({ shell }) => !shell.substituted),
    ),
    downloads: many('download', 'What a RUN or ADD fetches.', downloadsBy, { open: mayRunMore }),
    ports: many('port', 'Ports of an EXPOSE.', portsOf),
    labels: many('label', 'Pairs of a LABEL.', labelsIn),
    variables: many('variable', 'What an ARG or ENV declares, or a RUN exports.', variablesOf),
    expansions: many('expansion', 'Variables that BuildKit puts a value in for.', expansionsOf),
    shellExpansions: many(
      'expansion',
      'Variables that its shell text takes from its environment; none where no shell reads it.',
      shellExpansions,
    ),
    credentials: many(
      'credential',
      'Secrets that are written out in it, but for those of ARG, ENV and `export`, which are variables.',
      credentialsIn,
    ),
    probe: link('probe', 'The health check that a HEALTHCHECK declares.', probeIn),
    faults: many('fault', 'What BuildKit or a shell would refuse in it.', faultsIn),
  },
});
