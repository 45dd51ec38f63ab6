import { type ImageLayer, imageLayers, isDiagnostic } from '@dockwarden-internal/build';
import type { InspectValues } from '../options/day-to-day-options.ts';
import { lastBuilt } from './built-image.ts';
import { type Container, containersOf } from './containers.ts';
import { type DayOutcome, ended, type ImageRequest, PROGRAMS, type Programs } from './day-request.ts';
import { masked } from './masked.ts';
import { openImage } from './open-image.ts';
import { printInspected } from './print-inspected.ts';

export interface InspectRequest extends Omit<ImageRequest, 'seat'> {
  readonly values: InspectValues;
  readonly color: boolean;
  readonly width?: number;
}

/** An image as it was last built, and its containers. Nothing in it is secret. */
export interface ShownImage {
  readonly image: string;
  readonly reference: string;
  readonly id: string;
  readonly platform: string | null;
  readonly created: string | null;
  readonly user: string;
  readonly ports: readonly string[];
  readonly volumes: readonly string[];
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly workingDir: string | null;
  readonly stopSignal: string;
  /** Words of the test. */
  readonly healthcheck: readonly string[] | null;
  readonly environment: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  /** From the base up. */
  readonly layers: readonly ImageLayer[];
  readonly containers: readonly Container[];
}

/** Shows what an image is: its user, ports, environment, labels and layers, and how its containers are. */
export async function inspectImage(
  request: InspectRequest,
  { run }: Pick<Programs, 'run'> = PROGRAMS,
): Promise<DayOutcome> {
  const { values, color, width } = request;
  const opened = await openImage({ ...request, ...(values.config !== undefined && { config: values.config }) });
  if (!('image' in opened)) return ended(opened.root, opened.diagnostics);
  const { image, root } = opened;
  const built = await lastBuilt(run, opened, request);
  if (isDiagnostic(built)) return ended(root, [built]);
  const { reference, inspected } = built;
  const { config, labels } = inspected;
  const [layers, containers] = await Promise.all([
    imageLayers(run, inspected.id, inspected.layers),
    containersOf(run, opened),
  ]);
  const shown: ShownImage = {
    image: image.name,
    reference,
    id: inspected.id,
    platform: inspected.platform ?? null,
    created: inspected.created ?? null,
    user: config.user ?? 'root',
    ports: config.exposedPorts,
    volumes: config.volumes,
    entrypoint: config.entrypoint,
    command: config.command,
    workingDir: config.workingDir ?? null,
    stopSignal: config.stopSignal ?? 'SIGTERM',
    healthcheck: config.healthcheck ?? null,
    environment: maskedAll(config.env),
    labels: maskedAll(labels),
    layers: layers ?? [],
    containers: 'code' in containers ? [] : containers,
  };
  const text =
    values.format === 'json'
      ? `${JSON.stringify({ version: 1, ...shown }, undefined, 2)}\n`
      : printInspected(shown, { color, ...(width !== undefined && { width }) });
  return { exitCode: 0, diagnostics: [], root, text };
}

function maskedAll(values: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...values].sort().map(([name, value]) => [name, masked(name, value)]));
}
