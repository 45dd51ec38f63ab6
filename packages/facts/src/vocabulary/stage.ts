import type { BaseFacts } from '../bases/base-facts.ts';
import { isValidByDefault } from '../image/default-validity.ts';
import { fromImage } from '../image/from-image.ts';
import { count, flag, kind, link, many, oneOf, text } from '../kernel/kind.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import { ownLabels } from '../label/labels.ts';
import { type Instruction, placeOf, type Stage } from '../model/dockerfile.ts';
import { projectOf } from '../project/projects.ts';
import { portsOfStage } from '../runtime/exposed-ports.ts';
import { runtimeClaimsOf } from '../runtime/runtime-claims.ts';
import { runtimeNamed, runtimesOf } from '../runtime/runtimes.ts';
import { shellOf } from '../runtime/shell-in-force.ts';
import { userOf } from '../runtime/user.ts';
import { servicesOf } from '../stage/builders.ts';
import { copiedOf } from '../stage/copied.ts';
import { envOf, mayInheritEnv } from '../stage/env.ts';
import { isFinal, isLast, isShipped } from '../stage/final.ts';
import { foreignLibc } from '../stage/foreign-libc.ts';
import { fromWord, stageLabel, stageName, stageNamePlace } from '../stage/from-word.ts';
import { installedIn, mayInstallMore } from '../stage/installed.ts';
import { parentOf } from '../stage/parent.ts';
import { namesPlatform, platformOf, platformPlace, platformText } from '../stage/platform.ts';
import { probeOfStage } from '../stage/probe.ts';
import { processOf } from '../stage/process.ts';
import { mayHoldMore, programsOf } from '../stage/programs.ts';
import { purposeOf } from '../stage/purpose.ts';
import { rootBase, rootImage } from '../stage/root.ts';
import { nameTakenBy, nameUses, usedBy } from '../stage/used-by.ts';
import { workdirOf } from '../stage/workdir.ts';

/** A fact of the image at the end of the FROM chain; `scratch` answers with the second argument. */
function ofRoot<T>(read: (base: BaseFacts) => T | undefined, ofScratch?: T): (stage: Stage) => Maybe<T> {
  return (stage) => {
    const base = rootBase(stage);
    if (isUnsure(base)) return base;
    return base ? read(base) : ofScratch;
  };
}

/** The stage's own instructions of a keyword; what ONBUILD holds is not among them. */
function own(keyword: string): (stage: Stage) => readonly Instruction[] {
  return memo((stage) => stage.instructions.filter(({ node, onbuild }) => node.keyword === keyword && !onbuild));
}

/** True where the chain ends in an image that is not known, or in any image at all. */
function hasExternalBase(stage: Stage): boolean {
  return rootImage(stage) !== undefined;
}

export const stageKind = kind('stage', {
  doc: 'A FROM and the instructions behind it; in a fragment the instructions alone.',
  source: 'https://docs.docker.com/build/building/multi-stage/',
  key: 'name',
  place: (stage) => placeOf(stage.dockerfile, fromWord(stage)?.span ?? stage.from?.node.span ?? { start: 0, end: 0 }),
  properties: {
    name: text('As written behind AS; absent without.', stageName, { at: stageNamePlace }),
    label: text('The name, or `stage N` for one without: for messages.', stageLabel),
    index: count('From 0, as `COPY --from=0` counts.', (stage) => stage.index),
    platform: text('What --platform says; unresolved where variables decide, absent without.', platformOf, {
      at: platformPlace,
    }),
    platformText: text('The same as written, variables and all.', platformText, { at: platformPlace }),
    platformInName: flag(
      'True where the name holds the system or the architecture of --platform; absent without.',
      namesPlatform,
    ),
    final: flag(
      'True for the last stage, and for one that a service, a Bake target or an image of `images:` in dockwarden.yaml builds. Targets are read from the Bake files beside the Dockerfile and above it; one whose output is no image, or that only others are built on, does not count.',
      isFinal,
    ),
    last: flag('True for the last stage of the file.', isLast),
    shipped: flag('True for a final stage and those it builds on: their layers are in an image.', isShipped),
    implicit: flag('True for the stage of a fragment without FROM.', (stage) => stage.from === undefined),
    purpose: oneOf(
      ['production', 'development', 'test'],
      'By its name, or by what builds it; absent where neither says.',
      purposeOf,
    ),
    base: link(
      'image',
      'What FROM names, be it an image, a stage, a context or `scratch`; absent in a fragment.',
      fromImage,
    ),
    validByDefault: flag(
      'True where FROM names an image when nobody passes a build argument; absent in a fragment.',
      isValidByDefault,
    ),
    root: link(
      'image',
      'The external image at the end of the FROM chain; absent for `scratch`, unknown where FROM does not say.',
      rootImage,
    ),
    parent: link(
      'stage',
      'The stage that it builds on; absent where FROM names none, unknown in a fragment and where a variable decides.',
      parentOf,
    ),
    user: link('user', 'Who a container runs as: the last USER of the chain, else the base image’s.', userOf),
    workdir: text(
      'The working directory; absent where nothing sets one. Unknown on an unknown base image, unresolved where a relative WORKDIR or a variable adds to it.',
      workdirOf,
    ),
    shell: link('shell', 'The shell at its end.', shellOf),
    env: many(
      'variable',
      'The environment of its image: the base image’s, then every ENV of the chain, of equal names the last.',
      envOf,
      { open: mayInheritEnv },
    ),
    ports: many(
      'port',
      'Ports of the base image and of every EXPOSE of the chain, ranges port by port.',
      portsOfStage,
      { open: mayHoldMore },
    ),
    instructions: many(
      'instruction',
      'Its instructions in order, triggers behind their ONBUILD; FROM is not among them.',
      (stage) => stage.instructions,
    ),
    lastInstruction: link(
      'instruction',
      'The last of them, or FROM.',
      (stage) => stage.instructions.findLast(({ onbuild }) => !onbuild) ?? stage.from,
    ),
    from: link('instruction', 'Its FROM; absent in a fragment.', (stage) => stage.from),
    usedBy: many(
      'reference',
      'What builds on it, copies or mounts from it, or builds it (a service, a Bake target), in this workspace.',
      usedBy,
    ),
    services: many('service', 'Compose services that build it.', servicesOf),
    nameTakenBy: link('stage', 'An earlier stage of the same name, in any case.', nameTakenBy),
    nameUses: many('word', 'The name, and every place of the file that names the stage by it.', nameUses),
    programs: many(
      'program',
      'Programs of its image as far as they can be named; one that its process or health check calls is missing only if it is known to be.',
      programsOf,
      {
        open: mayHoldMore,
      },
    ),
    installed: many(
      'package',
      'Packages that the commands of the chain install by name and do not remove again; those of the base image are not among them.',
      installedIn,
      { open: mayInstallMore },
    ),
    libc: oneOf(
      ['glibc', 'musl', 'none'],
      'The C library of the root image; `none` for `scratch`. Unknown on an unknown base image.',
      ofRoot((base) => base.libc, 'none'),
    ),
    foreignLibc: oneOf(
      ['glibc', 'musl'],
      'The C library besides `libc` whose programs start as well, since a package such as gcompat brings its loader. Absent without one; unknown on an unknown base, and where packages cannot be named.',
      foreignLibc,
    ),
    packageManager: text(
      'The first package manager of the root image; `none` without one. Unknown on an unknown base image.',
      ofRoot((base) => base.managers[0] ?? 'none', 'none'),
    ),
    variant: oneOf(
      ['full', 'slim', 'alpine', 'minimal', 'distroless'],
      'How much of a distribution the root image holds; absent for `scratch`. Unknown on an unknown base image.',
      ofRoot((base) => base.variant),
    ),
    runtimes: many('runtime', 'Interpreters, compilers and servers that the root image is for.', runtimesOf, {
      open: mayHoldMore,
    }),
    node: link('runtime', 'Node.js of the root image; absent without it. Unknown on an unknown base image.', (stage) =>
      runtimeNamed(stage, 'node'),
    ),
    python: link('runtime', 'Python of the root image; absent without it. Unknown on an unknown base image.', (stage) =>
      runtimeNamed(stage, 'python'),
    ),
    java: link('runtime', 'Java of the root image; absent without it. Unknown on an unknown base image.', (stage) =>
      runtimeNamed(stage, 'java'),
    ),
    runtimeClaims: many(
      'runtime-claim',
      'Versions that the project’s files ask of runtimes that the root image has.',
      runtimeClaimsOf,
    ),
    copied: many('copied', 'What COPY and ADD of the chain leave in its image.', copiedOf),
    process: link(
      'process',
      'What a container starts; absent where nothing says. Unknown on an unknown base image without CMD and ENTRYPOINT.',
      processOf,
    ),
    probe: link(
      'probe',
      'The health check in force, `HEALTHCHECK NONE` included; that of the base image too. Absent where there is none; unknown on an unknown base image without HEALTHCHECK.',
      probeOfStage,
    ),
    labels: many('label', 'Labels of its image as far as they are seen.', ownLabels, { open: hasExternalBase }),
    ownLabels: many('label', 'Labels that the chain writes, of equal keys the last.', ownLabels),
    cmds: many('instruction', 'Its own CMDs.', own('cmd')),
    entrypoints: many('instruction', 'Its own ENTRYPOINTs.', own('entrypoint')),
    healthchecks: many('instruction', 'Its own HEALTHCHECKs.', own('healthcheck')),
    users: many('instruction', 'Its own USERs.', own('user')),
    dockerfile: link('dockerfile', 'The Dockerfile.', (stage) => stage.dockerfile),
    project: link('project', 'The workspace project; absent outside of every project.', (stage) =>
      projectOf(stage.dockerfile),
    ),
    text: text(
      'The FROM as written; absent in a fragment.',
      ({ from, dockerfile }) => from && dockerfile.source.text.slice(from.node.span.start, from.node.span.end),
    ),
  },
});
