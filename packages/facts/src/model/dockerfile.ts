import type { DockerfileTree, InstructionNode, Place, SourceText, Span } from '@dockwarden-internal/syntax';
import type { World } from './world.ts';

/** One Dockerfile (or Containerfile) with its stages. */
export interface Dockerfile {
  readonly world: World;
  readonly source: SourceText;
  readonly tree: DockerfileTree;
  /** In file order; a fragment without FROM has one implicit stage. */
  readonly stages: readonly Stage[];
  /** Every instruction in file order: those before the first FROM, and what ONBUILD holds behind its ONBUILD. */
  readonly instructions: readonly Instruction[];
  /** Arguments handed to the build; absent where the file is read as anybody may build it. Source: Dockerfile reference, ARG. */
  readonly buildArgs?: ReadonlyMap<string, string>;
  /** What the builder sets by itself (`TARGETARCH`, …), as far as platform and target are told. */
  readonly automaticArgs?: ReadonlyMap<string, string>;
  /** Names of arguments that the build will be handed with a value that is not known yet. */
  readonly laterArgs?: ReadonlySet<string>;
}

/** A FROM and what follows it. Source: Dockerfile reference, FROM. */
export interface Stage {
  readonly dockerfile: Dockerfile;
  /** From 0, as `COPY --from=0` counts. */
  readonly index: number;
  /** Absent in a fragment without FROM. */
  readonly from?: Instruction;
  /** After the FROM, triggers of ONBUILD included. */
  readonly instructions: readonly Instruction[];
}

export interface Instruction {
  readonly dockerfile: Dockerfile;
  /** Absent before the first FROM. */
  readonly stage?: Stage;
  readonly node: InstructionNode;
  /** The ONBUILD that holds it. */
  readonly onbuild?: Instruction;
}

export function placeOf(dockerfile: Dockerfile, span: Span): Place {
  return { source: dockerfile.source, span };
}
