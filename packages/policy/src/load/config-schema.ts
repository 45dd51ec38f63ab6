import { COMMENT_TOOLS } from '@dockwarden-internal/facts';
import * as z from 'zod';
import { baseSchema } from './base-schema.ts';
import { buildSchema, imagesSchema } from './image-schema.ts';
import { pathGlob } from './path-glob-schema.ts';
import { programSchema } from './program-schema.ts';
import { scanSchema } from './scan-schema.ts';
import { places, policySettings } from './schema.ts';

const text = z.string().min(1);
const tagWords = places.optional();
const tags = z
  .strictObject({ has: tagWords, some: tagWords, hasAll: tagWords, none: tagWords })
  .describe('Tags that a project has, or has not; globs.');

export const configSchema = z.strictObject({
  dockwarden: z.literal('config/v1'),
  extends: z.array(text).optional().describe('Packs: dockwarden:recommended, a package, or a path.'),
  policies: policySettings.optional().describe('Severity, parameters or `off`, by policy or policy/check.'),
  overrides: z
    .array(
      z.strictObject({
        projects: z.strictObject({ tags: tags.optional(), names: z.array(text).min(1).optional() }).optional(),
        files: z.array(pathGlob).min(1).optional(),
        policies: policySettings,
      }),
    )
    .optional()
    .describe('In order, later wins.'),
  locked: z.array(text).optional().describe('Policies that nothing below may lower or ignore.'),
  exclude: z.array(pathGlob).optional().describe('Globs of files that are not looked at.'),
  production: z.array(pathGlob).optional().describe('Globs of files for production.'),
  development: z.array(pathGlob).optional().describe('Globs of files for development.'),
  bases: z.array(baseSchema).optional().describe('Base images that the built-in table does not know.'),
  programs: z
    .array(programSchema)
    .max(500)
    .optional()
    .describe('Programs that the built-in tables do not know, or by another name.'),
  waivers: z
    .strictObject({
      file: text.optional().describe('The file of waivers, from the root; dockwarden.waivers.yaml unless said.'),
      maxDays: z
        .number()
        .int()
        .min(1)
        .optional()
        .describe('The most days that a waiver may last from today; 180 unless said.'),
      inline: z
        .array(z.enum(COMMENT_TOOLS))
        .optional()
        .describe('Tools whose comments silence; all of them unless said.'),
    })
    .optional()
    .describe('Leave to break promises: where it is written, and how long it may last.'),
  baseline: text
    .optional()
    .describe('The file of known findings, from the root; dockwarden.baseline.json unless said.'),
  build: buildSchema.optional().describe('What holds for the build of every image.'),
  images: imagesSchema.optional().describe('Images by name, where the workspace alone does not tell them.'),
  scan: scanSchema.optional().describe('How built images are scanned.'),
});

export type ConfigData = z.infer<typeof configSchema>;
