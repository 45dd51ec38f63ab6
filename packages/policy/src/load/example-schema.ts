import * as z from 'zod';
import { baseSchema } from './base-schema.ts';
import { exactlyOne } from './forms.ts';
import { imagesSchema } from './image-schema.ts';
import { pathGlob } from './path-glob-schema.ts';
import { programSchema } from './program-schema.ts';

const text = z.string().min(1);
const words = z.array(z.string());
const files = z.record(z.string(), z.string());
const byte = z.number().int().min(0);

const builtExample = z.strictObject({
  user: z.string().optional(),
  workdir: z.string().optional(),
  size: byte.optional().describe('Bytes; the sum of the layers unless said.'),
  layers: z.array(z.strictObject({ size: byte, command: z.string().optional() })).optional(),
  env: files.optional(),
  labels: files.optional(),
  ports: words.optional(),
  healthcheck: words.optional(),
  entrypoint: words.optional(),
  command: words.optional(),
  volumes: words.optional(),
});

const project = {
  name: text.optional(),
  root: text.optional().describe('Its folder, from the root.'),
  tags: words.optional(),
  manager: text.optional(),
  managerVersion: text.optional(),
  stack: text.optional(),
  manifests: words.optional().describe('Files that declare its dependencies.'),
  lockfiles: words.optional(),
  dependencies: words.optional().describe('Projects that it needs directly.'),
  closure: words.optional().describe('All projects that it needs.'),
  declaredClosure: words.optional(),
  engines: z
    .array(z.strictObject({ runtime: text, range: text, file: text, span: z.strictObject({ start: byte, end: byte }) }))
    .optional()
    .describe('Versions of runtimes that its files ask for.'),
};

const workspace = z.strictObject({
  root: text.optional().describe('Absolute path; /workspace unless said.'),
  tool: z.enum(['nx', 'turborepo', 'workspaces', 'folder']).optional().describe('folder unless said.'),
  manager: text.optional(),
  projects: z.array(z.strictObject({ ...project, name: text, root: text })),
});

/** What of the configuration tells facts something. Which policies run, and on what, is not the matter of an example. */
const config = z
  .strictObject({
    bases: z.array(baseSchema).optional().describe('As in dockwarden.yaml.'),
    programs: z.array(programSchema).optional().describe('As in dockwarden.yaml.'),
    production: z.array(pathGlob).optional().describe('As in dockwarden.yaml.'),
    development: z.array(pathGlob).optional().describe('As in dockwarden.yaml.'),
    images: imagesSchema.optional().describe('As in dockwarden.yaml.'),
    unknown: z.enum(['skip', 'report']).optional().describe('What the policy does where the facts cannot tell.'),
    workspace: workspace.optional().describe('The projects, where there are several.'),
  })
  .meta({ id: 'example-config' });

const setting = {
  code: z.string().optional().describe("A Dockerfile's text."),
  files: files.optional().describe('Several files by path, in place of code.'),
  project: z.strictObject(project).optional().describe('The project that the files belong to.'),
  params: z.record(z.string(), z.unknown()).optional(),
  config: config.optional(),
  built: builtExample.optional().describe('The image that was built of it, for policies on built images.'),
};

const expected = {
  check: text.optional(),
  at: text.optional().describe('The words that the finding underlines.'),
  line: z.number().int().min(1).optional(),
  message: text.optional(),
};

/** A plain text is a Dockerfile. */
const code = z.string().transform((text) => ({ code: text }));

/** The examples of a policy. */
export const examplesSchema = z.strictObject({
  good: z.array(z.union([z.string(), z.strictObject(setting).meta(exactlyOne('code', 'files'))])).min(1),
  bad: z
    .array(
      z.union([
        code,
        z
          .strictObject({
            ...setting,
            ...expected,
            expect: z.array(z.strictObject(expected)).min(1).optional(),
            fixed: z.union([z.string(), files]).optional(),
          })
          .meta(exactlyOne('code', 'files')),
      ]),
    )
    .min(1),
});
