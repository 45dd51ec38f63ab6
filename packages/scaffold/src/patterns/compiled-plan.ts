import { type Block, dockerfileText } from '../dockerfile/dockerfile-text.ts';
import type { App } from '../model/app.ts';
import type { SetupOptions } from '../model/setup-options.ts';
import type { StackPlan } from '../model/stack.ts';
import { ARTIFACT_NOTE, NO_SERVICE } from './artifact-stage.ts';
import { builderPlan } from './builder-plan.ts';

export type Blocks = readonly (Block | undefined)[];

/** What the images of an app that is compiled are made of; of the stages those are written that its pattern asks for. */
export interface CompiledParts extends Pick<StackPlan, 'context' | 'ignore' | 'service'> {
  readonly app: App;
  readonly options: Pick<SetupOptions, 'pattern'>;
  /** What somebody has to know of the build. */
  readonly notes: readonly string[];
  /** What of the app as it runs, which files alone do not. */
  readonly runNotes: readonly string[];
  /** Policies that one stage goes against. */
  readonly relaxes: readonly string[];
  /** All stages, the last of which ships. */
  readonly multi: () => Blocks;
  /** One that installs, builds and ships. */
  readonly single: () => Blocks;
  /** Those that build, the last of which holds nothing but files. */
  readonly files: () => Blocks;
  /** Those of what ships, where the files were built before. */
  readonly packed: () => Blocks;
}

/** The plan of a compiled app by pattern: the same for every language. */
export function compiledPlan({ app, options, context, ignore, service, ...parts }: CompiledParts): StackPlan {
  const common = { context, ignore, service, files: [], notes: [...parts.notes, ...parts.runNotes] };
  switch (options.pattern) {
    case 'multi':
      return { ...common, dockerfile: dockerfileText(parts.multi()) };
    case 'single':
      return { ...common, dockerfile: dockerfileText(parts.single()), relaxes: parts.relaxes };
    case 'artifact': {
      const notes = [...parts.notes, ARTIFACT_NOTE];
      return { ...common, dockerfile: dockerfileText(parts.files()), service: NO_SERVICE, notes };
    }
    case 'builder': {
      const planned = builderPlan(app, { build: parts.files(), ignore, context, runtime: parts.packed() });
      return { ...common, ...planned, notes: [...common.notes, ...planned.notes] };
    }
  }
}
