import type { Diagnostic, SourceText } from '@dockwarden-internal/syntax';
import * as z from 'zod';
import { readLocated } from './located.ts';
import { validate } from './validate.ts';

const prints = z.array(z.string().regex(/^[0-9a-f]{32}$/, 'a fingerprint is 32 hexadecimal digits'));

/** A baseline: JSON, which is YAML, too. */
export const baselineSchema = z.strictObject({
  dockwarden: z.literal('baseline/v1'),
  findings: z
    .record(z.string(), z.record(z.string(), prints))
    .describe('Fingerprints of the findings that were known, by id and file.'),
});

/** Says what is wrong with a baseline that cannot be read. */
export function loadBaseline(source: SourceText): { readonly diagnostics: readonly Diagnostic[] } {
  const located = readLocated(source, 'baseline/json');
  const { diagnostics } = validate(located, baselineSchema, 'baseline/shape');
  if (diagnostics.length > 0) return { diagnostics };
  const place = { source, span: { start: 0, end: 0 } };
  return {
    diagnostics: [
      {
        code: 'baseline/json',
        message: 'the baseline is no JSON',
        hint: 'write it again: dockwarden baseline',
        place,
        exit: 2,
      },
    ],
  };
}
