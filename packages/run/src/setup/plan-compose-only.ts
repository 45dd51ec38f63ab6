import type { App } from '@dockwarden-internal/scaffold';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { ComposeValues } from '../options/setup-options.ts';
import { type ExistingImage, existingImage } from './existing-image.ts';
import { planComposeFiles } from './plan-around.ts';
import { planImage } from './plan-image.ts';
import { imageOf, type ProjectPlan } from './plan-project.ts';
import type { SetupConfig } from './setup-config.ts';
import { stackOptions } from './stack-options.ts';

/** The Compose files of a project that has a Dockerfile. */
export function planComposeOnly(app: App, values: ComposeValues, config: SetupConfig): ProjectPlan | Diagnostic {
  const existing = existingImage(app, config.settings);
  if (!existing)
    return refuse(app, `${app.project.name} has no Dockerfile`, 'dockwarden setup writes one, and its Compose files.');
  const image = existing.context === undefined ? undefined : imageOf(app, existing, existing.context, config);
  if (!image)
    return refuse(
      app,
      `the build context of ${existing.dockerfile} is ${existing.context ?? 'not known'}`,
      'Compose files are written for a context that is the project or the workspace.',
    );
  const plan = planComposeFiles(app, values, { service: serviceOf(app, existing), image, files: [] });
  if ('code' in plan) return plan;
  return {
    evidence: [{ what: existing.dockerfile, why: 'it is what Compose builds' }],
    files: plan.files,
    notes: plan.notes,
  };
}

/** What the stack knows of the app, where the Dockerfile is one that it plans; else what the Dockerfile says. */
function serviceOf(app: App, existing: ExistingImage): ExistingImage['service'] {
  const text = app.fs.read(existing.dockerfile)?.replaceAll('\r\n', '\n');
  const planned = planImage(app, stackOptions({}), undefined);
  return 'plan' in planned && planned.plan.dockerfile === text ? planned.plan.service : existing.service;
}

function refuse({ project }: App, message: string, hint: string): Diagnostic {
  return { code: 'setup/no-image', message, hint, path: project.root, exit: 2 };
}
