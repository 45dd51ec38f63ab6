import * as z from 'zod';
import { isDate } from '../is-date.ts';
import { atLeastOne } from './forms.ts';
import { pathGlob } from './path-glob-schema.ts';

const text = z.string().trim().min(1);

const waiver = z
  .strictObject({
    policy: text.describe('Policy, policy/check, or an alias: hadolint:DL3002.'),
    project: text.optional().describe('Name of the project that it is for.'),
    file: pathGlob.optional().describe('Glob of the files that it is for, from the root.'),
    stage: text
      .or(z.number().int().min(0).transform(String))
      .optional()
      .describe('Stage that it is for: its name, or its number from 0.'),
    service: text.optional().describe('Compose service that it is for.'),
    owner: text.describe('Who answers for it, as CODEOWNERS writes owners: @user, @org/team, an address.'),
    reason: text.describe('Why the promise cannot be kept.'),
    ticket: text.optional().describe('Where the work to end it is planned.'),
    expires: z
      .string()
      .refine(isDate, 'write a day that there is, as YYYY-MM-DD')
      .describe('Its last day: YYYY-MM-DD.')
      .meta({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  })
  .refine(({ project, file }) => project !== undefined || file !== undefined, {
    error: 'a waiver says what it is for: `project`, `file`, or both',
  })
  .meta(atLeastOne('project', 'file'));

/** A file of waivers. */
export const waiversSchema = z.strictObject({
  dockwarden: z.literal('waivers/v1'),
  waivers: z.array(waiver).max(10_000),
});
