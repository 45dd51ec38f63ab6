import type { FactSettings } from '@dockwarden-internal/facts';
import { type App, allowSingleStage, type Evidence, type PlannedFile } from '@dockwarden-internal/scaffold';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { SetupValues } from '../options/setup-options.ts';
import { type ExistingImage, existingImage } from './existing-image.ts';
import { planImage } from './plan-image.ts';
import { stackOptions } from './stack-options.ts';

export interface ProjectPlan {
  /** Title of its stack; absent where its own Dockerfile is kept. */
  readonly stack?: string;
  readonly evidence: readonly Evidence[];
  readonly files: readonly PlannedFile[];
  readonly notes: readonly string[];
}

/** All files of one project: its image, and around it what was asked for. */
export function planProject(app: App, values: SetupValues, settings: FactSettings): ProjectPlan | Diagnostic {
  const existing = values.adopt ? existingImage(app, settings) : undefined;
  if (existing) return adopted(existing);
  const options = stackOptions(values);
  const image = planImage(app, options, values.stack);
  if ('code' in image) return image;
  const { found, plan } = image;
  const files: PlannedFile[] = [...image.files];
  const override = options.pattern === 'single' ? allowSingleStage(app) : undefined;
  if (override) files.push(override);
  return { stack: found.stack.title, evidence: found.evidence, files, notes: plan.notes };
}

function adopted({ dockerfile, context, ignore }: ExistingImage): ProjectPlan {
  const unknown = `Where ${dockerfile} is built cannot be told: name its context under images: in dockwarden.yaml, and run this again.`;
  return {
    evidence: [
      { what: dockerfile, why: 'it is there, and kept' },
      ...(context === undefined ? [] : [{ what: `context ${context}`, why: 'by what it copies' }]),
    ],
    files: ignore ? [ignore] : [],
    notes: context === undefined ? [unknown] : [],
  };
}
