import {
  type App,
  askedStack,
  detectStacks,
  type FoundStack,
  type PlannedFile,
  pathIn,
  type SetupOptions,
  type Stack,
  type StackPlan,
  unfitOption,
} from '@dockwarden-internal/scaffold';
import type { Diagnostic } from '@dockwarden-internal/syntax';

export interface ImagePlanned {
  readonly found: FoundStack;
  readonly plan: StackPlan;
  /** From the root. */
  readonly dockerfile: string;
  readonly files: readonly PlannedFile[];
}

/** The Dockerfile of a project, its ignore file, and what they need: for the stack that was asked for, or the one that its files speak for. */
export function planImage(app: App, options: SetupOptions, asked: string | undefined): ImagePlanned | Diagnostic {
  const found = asked === undefined ? onlyStack(app) : askedStack(app, asked);
  if ('code' in found) return found;
  const unfit = unfitOption(options) ?? unfitFor(app, found.stack, options);
  if (unfit) return unfit;
  const plan = found.stack.plan(app, found.details, options);
  if ('code' in plan) return plan;
  const dockerfile = pathIn(app, 'Dockerfile');
  const ignoreFile = pathIn(
    app,
    plan.context === 'workspace' && app.project.root !== '.' ? 'Dockerfile.dockerignore' : '.dockerignore',
  );
  const files = [{ path: dockerfile, text: plan.dockerfile }, { path: ignoreFile, text: plan.ignore }, ...plan.files];
  return { found, plan, dockerfile, files };
}

function onlyStack(app: App): FoundStack | Diagnostic {
  const { found, faults } = detectStacks(app);
  if (faults[0]) return faults[0];
  const [first, ...others] = found;
  if (!first) return nothingFound(app);
  return others.length === 0 ? first : severalStacks(app, found);
}

function nothingFound({ project }: App): Diagnostic {
  return {
    code: 'setup/no-stack',
    message: `No file of ${project.name} says what kind of app it is: a package.json with a start script, a pyproject.toml, go.mod, pom.xml, Cargo.toml, ….`,
    hint: 'Name its stack: --stack generic begins with a commented Dockerfile.',
    path: project.root,
    exit: 2,
  };
}

/** Code of the fault that a person can answer by naming a stack. */
export const SEVERAL_STACKS = 'setup/several-stacks';

function severalStacks({ project }: App, found: readonly FoundStack[]): Diagnostic {
  const reasons = found.map(({ stack, evidence }) => `${stack.name} (${evidence[0]?.why ?? stack.title})`);
  return {
    code: SEVERAL_STACKS,
    message: `${project.name} may be ${reasons.join(' or ')}.`,
    hint: `Say which: --stack ${found.map(({ stack }) => stack.name).join(' or --stack ')}.`,
    path: project.root,
    exit: 2,
  };
}

function unfitFor({ project }: App, stack: Stack, { pattern, base }: SetupOptions): Diagnostic | undefined {
  const refuse = (what: string, can: readonly string[]): Diagnostic => ({
    code: 'setup/not-for-that-stack',
    message: `${project.name} is set up as ${stack.title}, for which there is no ${what}.`,
    hint: `There is ${can.join(', ')}.`,
    path: project.root,
    exit: 2,
  });
  if (!stack.patterns.includes(pattern)) return refuse(`pattern ${pattern}`, stack.patterns);
  if (base !== undefined && !stack.bases.includes(base)) return refuse(`base ${base}`, stack.bases);
  return undefined;
}
