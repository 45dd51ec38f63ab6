import {
  type App,
  allowSingleStage,
  type ComposeImage,
  type Evidence,
  healthFramework,
  type PlannedFile,
  type Service,
} from '@dockwarden-internal/scaffold';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { overlayFileSystem } from '../files/overlay-file-system.ts';
import type { SetupValues } from '../options/setup-options.ts';
import { type ExistingImage, existingImage } from './existing-image.ts';
import { planAround } from './plan-around.ts';
import { planHealth } from './plan-health.ts';
import { planImage } from './plan-image.ts';
import { repositoryOf } from './repository-of.ts';
import { servicesOf } from './services-of.ts';
import type { SetupConfig } from './setup-config.ts';
import { stackOptions } from './stack-options.ts';

export interface ProjectPlan {
  /** Title of its stack; absent where its own Dockerfile is kept. */
  readonly stack?: string;
  readonly evidence: readonly Evidence[];
  readonly files: readonly PlannedFile[];
  readonly notes: readonly string[];
}

/** All files of one project: its image, and around it what was asked for. */
export function planProject(app: App, values: SetupValues, config: SetupConfig): ProjectPlan | Diagnostic {
  const existing = values.adopt ? existingImage(app, config.settings) : undefined;
  if (existing) return adopt(app, existing, values, config);
  const options = stackOptions(values);
  const first = planImage(app, options, values.stack);
  if ('code' in first) return first;
  if (values.healthEndpoint) return withHealth(app, values, config);
  const { found, plan, dockerfile } = first;
  const override = options.pattern === 'single' ? allowSingleStage(app, plan.relaxes) : undefined;
  const files = [...first.files, ...(override ? [override] : [])];
  const composed = {
    repository: repositoryOf(app, config),
    dockerfile,
    text: plan.dockerfile,
    context: plan.context,
  };
  const around = planAround(app, {
    values,
    service: plan.service,
    image: composed,
    compose: ships(options.pattern),
    files,
  });
  if ('code' in around) return around;
  return {
    stack: found.stack.title,
    evidence: found.evidence,
    files: [...files, ...around.files],
    notes: [...plan.notes, ...healthOffer(app, plan.service), ...around.notes],
  };
}

/** A route can be added where the sources say by which framework. */
function healthOffer(app: App, { port, healthPath }: Service): string[] {
  const isWanting = port !== undefined && healthPath === undefined && healthFramework(app) !== undefined;
  return isWanting ? ['--health-endpoint adds a health route.'] : [];
}

/** The app with a health route in its sources, which the rest is planned for. */
function withHealth(app: App, values: SetupValues, config: SetupConfig): ProjectPlan | Diagnostic {
  const health = planHealth(app, {
    path: values.healthPath ?? '/health',
    dependencies: servicesOf(values),
  });
  if ('code' in health) return health;
  const texts = new Map(health.files.map(({ path, text }) => [path, text]));
  const { healthEndpoint: _, ...rest } = values;
  const changed = { ...app, fs: overlayFileSystem(app.fs, texts) };
  const plan = planProject(changed, { ...rest, healthPath: health.path }, config);
  if ('code' in plan) return plan;
  return { ...plan, files: [...health.files, ...plan.files], notes: [...health.notes, ...plan.notes] };
}

/** An image of files alone is not run. */
function ships(pattern: string): boolean {
  return pattern !== 'artifact';
}

function adopt(app: App, existing: ExistingImage, values: SetupValues, config: SetupConfig): ProjectPlan | Diagnostic {
  const { dockerfile, context, ignore } = existing;
  const kept = { what: dockerfile, why: 'it is there, and kept' };
  const files = ignore ? [ignore] : [];
  if (context === undefined) {
    const entry = `images: { ${JSON.stringify(app.project.name)}: { dockerfile: ${dockerfile}, context: ${app.project.root} } }`;
    const unknown = `Where ${dockerfile} is built cannot be told. Say so in dockwarden.yaml, and run this again: ${entry}, or context: . for the root.`;
    return { evidence: [kept], files, notes: [unknown] };
  }
  const asked = Boolean(values.with || values.sidecar || values.network);
  const image = imageOf(app, existing, context, config);
  const around = image
    ? planAround(app, { values, service: existing.service, image, compose: asked, files })
    : { files: [], notes: [] };
  if ('code' in around) return around;
  const evidence = [kept, { what: `context ${context}`, why: existing.contextBy ?? dockerfile }];
  return { evidence, files: [...files, ...around.files], notes: around.notes };
}

/** For Compose files the context is the project or the workspace; of another folder they are not written. */
export function imageOf(
  app: App,
  { dockerfile }: ExistingImage,
  context: string,
  config: SetupConfig,
): ComposeImage | undefined {
  if (context !== '.' && context !== app.project.root) return undefined;
  return {
    repository: repositoryOf(app, config),
    dockerfile,
    context: context === app.project.root ? 'project' : 'workspace',
  };
}
