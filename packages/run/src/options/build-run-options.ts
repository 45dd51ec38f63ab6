import { CONFIG_OPTION } from './config-option.ts';
import type { OptionsOf, OptionTable } from './option-table.ts';

/** Which images are meant. */
export const IMAGE_SELECTION_OPTIONS = {
  project: { type: 'string[]', value: 'NAME', description: 'Only the images of this project.' },
  config: CONFIG_OPTION,
} as const satisfies OptionTable;

/** What is asked of a build; each goes before the same key of dockwarden.yaml. */
export const BUILD_REQUEST_OPTIONS = {
  platform: { type: 'string[]', value: 'OS/ARCH', description: 'Platform to build for.' },
  buildArg: { type: 'string[]', whole: true, value: 'NAME=VALUE', description: 'Build argument.' },
  allowSecretArg: {
    type: 'string[]',
    value: 'NAME',
    description: 'A build argument that looks like a secret and may be known.',
  },
  buildContext: {
    type: 'string[]',
    value: 'NAME=PLACE',
    description: 'Named context: a folder, docker-image://REF or target:IMAGE.',
  },
  secret: {
    type: 'string[]',
    whole: true,
    value: 'id=ID,…',
    description: 'Secret mount: id=ID with src=FILE or env=NAME.',
  },
  ssh: { type: 'string[]', value: 'ID[=PATH]', description: 'SSH agent or key for mounts.' },
  label: {
    type: 'string[]',
    whole: true,
    value: 'KEY=VALUE',
    description: 'Label beside the derived ones; wins over them.',
  },
  annotation: { type: 'string[]', whole: true, value: 'KEY=VALUE', description: 'Annotation of the manifest.' },
  repository: { type: 'string', value: 'NAME', description: 'Repository of the tags: ghcr.io/acme/{image}.' },
  tag: {
    type: 'string[]',
    value: 'TEMPLATE',
    description: 'Tag: {version}, {branch}, {sha}, {sha:12}, {date}, or any text.',
  },
  builder: { type: 'string', value: 'NAME', description: 'The buildx builder.' },
  cacheFrom: {
    type: 'string[]',
    whole: true,
    value: 'CACHE',
    description: 'Cache to import, as buildx writes it; {image} is its name.',
  },
  cacheTo: {
    type: 'string[]',
    whole: true,
    value: 'CACHE',
    description: 'Cache to export, as buildx writes it; {image} is its name.',
  },
  provenance: { type: 'string', choices: ['off', 'min', 'max'], description: 'Provenance attestation (default: min).' },
  sbom: { type: 'boolean', description: 'Attaches a bill of materials.' },
  reproducible: { type: 'boolean', description: 'Equal keys give equal digests; needs a builder that can do it.' },
  bases: {
    type: 'string',
    choices: ['resolve', 'local', 'pinned'],
    description:
      "What a base's tag stands for: the registry's digest (default in CI and on push), the engine's (default elsewhere), or an error.",
  },
} as const satisfies OptionTable;

/** Which change is meant, where no task runner says so. */
export const AFFECTED_OPTIONS = {
  affected: { type: 'boolean', description: 'Only images that a change affects.' },
  base: { type: 'string', value: 'REF', description: 'With --affected: what the change is compared with.' },
  head: {
    type: 'string',
    value: 'REF',
    description: 'With --affected: the end of the change (default: the files as they are).',
  },
} as const satisfies OptionTable;

/** How a run goes about it. */
export const BUILD_RUN_OPTIONS = {
  explain: { type: 'boolean', description: 'Says why each image is built, found or affected: which file, which line.' },
  dryRun: {
    type: 'boolean',
    description: 'Looks up, prints the Bake file of what would be built, and builds nothing.',
  },
  refresh: { type: 'boolean', description: 'Renews bases, packages and downloads once, whatever is there.' },
  force: { type: 'boolean', description: 'Builds although the image is there, without any cache.' },
  trustGenerated: { type: 'boolean', description: 'Takes generated inputs (dist/…) as they are.' },
  summary: {
    type: 'string',
    value: 'FILE',
    description: 'Appends what was built and why to FILE, in Markdown: the summary of a CI job. Not in a dry run.',
  },
  requireLookup: { type: 'boolean', description: 'Fails where the registry does not answer, instead of building.' },
} as const satisfies OptionTable;

export type BuildRequestValues = OptionsOf<typeof BUILD_REQUEST_OPTIONS>;
export type AffectedValues = OptionsOf<typeof AFFECTED_OPTIONS>;
export type BuildRunValues = OptionsOf<typeof BUILD_RUN_OPTIONS>;
