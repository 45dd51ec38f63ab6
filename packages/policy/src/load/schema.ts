import * as z from 'zod';
import { examplesSchema } from './example-schema.ts';
import { exactlyOne } from './forms.ts';

/** Ids are `area/name`, so that they can be read aloud and kept for years. */
const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/, 'an id is area/name in lower case, such as image/non-root');
const severity = z.enum(['error', 'warning', 'info']);
const text = z.string().min(1);
const condition = z.record(z.string(), z.unknown());
const unknownMode = z.enum(['skip', 'report']);
export const places = z.union([text, z.array(text)]);

const fix = z
  .strictObject({
    insert: z.string().optional().describe('Text to put in.'),
    after: text.optional().describe('Path whose place the text goes behind.'),
    before: text.optional().describe('Path whose place the text goes before.'),
    replace: text.optional().describe('Path whose words are replaced.'),
    with: z.string().optional().describe('What they are replaced by.'),
    remove: text.optional().describe('Path whose words go.'),
    set: text.optional().describe('Property of a Compose fact to be set.'),
    to: z.unknown().optional().describe('The value it is set to.'),
    append: text.optional().describe('Path of the ignore file that lines are added to.'),
    lines: text.optional().describe('The lines.'),
    sort: text.optional().describe('Collection to be brought into the order that `ordered` demands.'),
    safety: z.enum(['safe', 'unsafe']).optional().describe('unsafe: applied with --unsafe only.'),
  })
  .meta({
    ...exactlyOne('insert', 'replace', 'remove', 'set', 'append', 'sort'),
    dependencies: {
      insert: exactlyOne('after', 'before'),
      after: ['insert'],
      before: ['insert'],
      replace: ['with'],
      with: ['replace'],
      set: ['to'],
      to: ['set'],
      append: ['lines'],
      lines: ['append'],
    },
  });

const verdict = {
  require: condition.optional().describe('Must not be false.'),
  forbid: condition.optional().describe('Must not be true.'),
  at: text.optional().describe('Where the finding points: a property, or a name bound by `as`.'),
  related: places.optional().describe('Further places to show.'),
  message: text.optional().describe('What is wrong, with {{ paths }}.'),
  fix: fix.optional(),
  unknown: unknownMode.optional().describe('What to do where the facts cannot tell; skip unless said.'),
};

const check = z
  .strictObject({
    each: text.optional().describe('Collection to step into; `where` and the verdict are then about its elements.'),
    where: condition.optional(),
    unless: condition.optional(),
    severity: severity.optional(),
    aliases: z.array(text).optional(),
    ...verdict,
  })
  .meta(exactlyOne('require', 'forbid'));

const paramType = z.enum(['array', 'string', 'integer', 'number', 'boolean']);
const param = z.strictObject({
  description: text,
  type: paramType,
  items: z.strictObject({ type: z.enum(['string', 'integer']) }).optional(),
  default: z.unknown(),
});

/** A policy file. What its words mean is checked against the facts, not here. */
export const policySchema = z
  .strictObject({
    dockwarden: z.literal('policy/v1'),
    id,
    title: text,
    category: text,
    severity,
    why: text,
    practice: z
      .union([text, z.array(text)])
      .optional()
      .describe('Entry of the catalogue of practices.'),
    aliases: z.array(text).optional().describe('The same promise in other tools: hadolint:DL3015.'),
    references: z.array(z.url()).optional(),
    tags: z.array(text).optional(),
    status: z.enum(['stable', 'preview', 'deprecated']).optional(),
    since: text.optional(),
    replacedBy: id.optional(),
    params: z.record(z.string(), param).optional(),
    terms: z
      .record(
        z.string().regex(/^[^/]+$/, 'a term of a policy has no `/` in its name; those that are shared have'),
        condition,
      )
      .optional(),
    on: text.describe('Kind of fact that the policy is about.'),
    where: condition.optional(),
    unless: condition.optional(),
    checks: z
      .record(
        z.string().regex(/^[a-z][a-z0-9-]*$/, 'a check is named in lower case, with dashes, such as no-lockfile'),
        check,
      )
      .optional(),
    ...verdict,
    examples: examplesSchema,
  })
  .meta(exactlyOne('checks', 'require', 'forbid'));

/** A file of terms; each is known to policies as `id/name`. */
export const termsSchema = z.strictObject({
  dockwarden: z.literal('terms/v1'),
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'the id of terms is a word in lower case, such as house')
    .describe('The first part of the names by which policies call these terms: house/apt-install.'),
  terms: z
    .record(
      z.string().regex(/^[a-z][a-z0-9-]*$/, 'a term is named in lower case, with dashes, such as apt-install'),
      condition,
    )
    .describe('Conditions by name.'),
});

const off = z.union([severity, z.literal('off'), z.literal(false)]);
const policySetting = z.union([
  off,
  z.strictObject({
    severity: off.optional(),
    params: z.record(z.string(), z.unknown()).optional(),
    unknown: unknownMode.optional(),
  }),
]);
export const policySettings = z.record(z.string(), policySetting);

export const packSchema = z.strictObject({
  dockwarden: z.literal('pack/v1'),
  id: text,
  title: text.optional(),
  why: text.optional(),
  extends: z.array(text).optional(),
  policies: policySettings.default({}),
});

export type PackData = z.infer<typeof packSchema>;
