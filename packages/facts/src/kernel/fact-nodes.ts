import type { BuiltEntry, BuiltImage, BuiltLayer } from '../model/built.ts';
import type { Command, Flag, Word } from '../model/command.ts';
import type { Context, ContextDependency, IgnoreFile, PatternLine } from '../model/context.ts';
import type { Dockerfile, Instruction, Stage } from '../model/dockerfile.ts';
import type { Copied, Mount, Source } from '../model/files.ts';
import type { Image, Reference } from '../model/image.ts';
import type { Download, Install, Package } from '../model/install.ts';
import type { ManifestBlock } from '../model/manifest-block.ts';
import type { Project } from '../model/project.ts';
import type { Port, Probe, Process, Program, Runtime, RuntimeClaim, ShellInForce, User } from '../model/runtime.ts';
import type {
  Build,
  Compose,
  ComposeFile,
  ComposeKey,
  DependsOn,
  EnvironmentEntry,
  Healthcheck,
  Limits,
  Logging,
  NamedResource,
  PublishedPort,
  RawService,
  Service,
} from '../model/service.ts';
import type { Comment, Credential, Fault, Label } from '../model/text.ts';
import type { Expansion, Variable } from '../model/variable.ts';
import type { World } from '../model/world.ts';

/** Every kind of fact with the node that stands for it. Policies use the names on the left. */
export interface FactNodes {
  workspace: World;
  project: Project;
  dockerfile: Dockerfile;
  stage: Stage;
  instruction: Instruction;
  command: Command;
  word: Word;
  flag: Flag;
  install: Install;
  package: Package;
  download: Download;
  source: Source;
  mount: Mount;
  copied: Copied;
  variable: Variable;
  credential: Credential;
  expansion: Expansion;
  reference: Reference;
  image: Image;
  user: User;
  shell: ShellInForce;
  port: Port;
  program: Program;
  runtime: Runtime;
  'runtime-claim': RuntimeClaim;
  process: Process;
  probe: Probe;
  label: Label;
  comment: Comment;
  'manifest-block': ManifestBlock;
  fault: Fault;
  context: Context;
  dependency: ContextDependency;
  ignore: IgnoreFile;
  'ignore-pattern': PatternLine;
  compose: Compose;
  'compose-file': ComposeFile;
  'raw-service': RawService;
  key: ComposeKey;
  service: Service;
  build: Build;
  'published-port': PublishedPort;
  'depends-on': DependsOn;
  environment: EnvironmentEntry;
  healthcheck: Healthcheck;
  limits: Limits;
  logging: Logging;
  resource: NamedResource;
  built: BuiltImage;
  'built-entry': BuiltEntry;
  'built-layer': BuiltLayer;
}

export type KindName = keyof FactNodes;
