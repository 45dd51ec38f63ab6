import * as z from 'zod';

const text = z.string().min(1);
const texts = z.array(text);
const texting = z.record(z.string(), z.string());
const value = z.union([z.string(), z.number(), z.boolean()]);

const secret = z.strictObject({
  id: text.describe('The id of RUN --mount=type=secret.'),
  file: text.optional().describe('File that holds the value, from the root.'),
  env: text.optional().describe('Environment variable that holds the value.'),
  version: text.optional().describe('Changing it builds anew; the value itself never counts.'),
});

const reuse = z.strictObject({
  registry: text.optional().describe('Repository whose in-<key> tags are believed: only protected CI may write to it.'),
  engine: z.boolean().optional().describe("Whether the engine's own images count where CI pushes; false unless said."),
  content: z.boolean().optional().describe('Whether equal content under other labels is a hit.'),
  protected: texts.optional().describe('Globs of branches and tags whose runs may write in- tags and caches.'),
});

const settings = {
  repository: text.optional().describe('Repository of the tags: ghcr.io/acme/{image}.'),
  tags: texts.optional().describe('Templates: {version}, {branch}, {sha}, {sha:12}, {date}, {project}, {image}.'),
  args: z.record(z.string(), value).optional().describe('Build arguments.'),
  contexts: texting.optional().describe('Named contexts: a folder, docker-image://REF, or target:IMAGE.'),
  platforms: texts.optional().describe("linux/amd64, …; the builder's own unless said."),
  labels: texting.optional().describe('Labels beside those that are derived; these win.'),
  annotations: texting.optional().describe('Annotations of the manifest.'),
  secrets: z.array(secret).optional().describe('Secret mounts.'),
  ssh: texts.optional().describe('SSH agents: default, or id=path.'),
  cacheFrom: texts.optional().describe('Caches to import, as buildx writes them: type=registry,ref=…/cache:{image}.'),
  cacheTo: texts
    .optional()
    .describe('Caches to export, as buildx writes them: one for each {image}, or the last one wins.'),
  provenance: z.enum(['off', 'min', 'max']).optional(),
  sbom: z.boolean().optional(),
  builder: text.optional().describe('Name of the buildx builder.'),
  reproducible: z.boolean().optional().describe('Equal keys give equal digests; needs a builder that can do it.'),
  revision: z.enum(['inputs', 'head']).optional().describe('The last commit that changed an input, or HEAD.'),
  created: z.enum(['commit', 'build']).optional().describe("That commit's date, or the time of the build."),
  bases: z
    .enum(['resolve', 'local', 'pinned'])
    .optional()
    .describe("What a tag of a base stands for: the registry's digest, the engine's, or an error."),
  refresh: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2026-11-21')
    .optional()
    .describe('Changing it renews what moves without a commit: packages, downloads, clones.'),
  contextMode: z.enum(['staged', 'direct']).optional().describe('A copy of the derived inputs, or the folder itself.'),
  contextGit: z.boolean().optional().describe('Hand .git to the build; the image is then tied to the checkout.'),
  budget: z.union([text, z.number().int().positive()]).optional().describe('Size that fails the build: 300 MB.'),
  version: text.optional().describe("Version of the image; that of the project's manifest unless said."),
  pass: z
    .strictObject({ revision: text.optional(), created: text.optional(), version: text.optional() })
    .optional()
    .describe('Names of ARGs: GIT_SHA, BUILD_DATE and VERSION unless said.'),
  reuse: reuse.optional(),
  allowSecretArgs: texts.optional().describe('Build arguments that look like secrets and may be known.'),
  prepare: texts.optional().describe('Program and words that make generated inputs where no task runner does.'),
};

/** `build:`, what holds for every image. */
export const buildSchema = z.strictObject(settings);

/** `images:`, by name. */
export const imagesSchema = z.record(
  z.string().regex(/^[a-z0-9][a-z0-9._-]*$/, 'a name in lower case, such as api or api-worker'),
  z.strictObject({
    dockerfile: text.describe('From the root.'),
    project: text.optional(),
    target: text.optional().describe('Name of the target stage; the last one unless said.'),
    context: text.optional().describe('Build context, from the root.'),
    ...settings,
  }),
);

/** Options of a project's `docker-build` target that speak of its image; others are the task's own and are left alone. */
export const imageOptionsSchema = z.object({
  dockerfile: text.optional().describe('From the root; the plain one of the project unless said.'),
  target: text.optional().describe('Name of the target stage; the last one unless said.'),
  context: text.optional().describe('Build context, from the root.'),
  ...settings,
});
