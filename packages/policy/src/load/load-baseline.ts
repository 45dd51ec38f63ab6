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

/** What git writes where two sides of a merge say different things. Source: git-merge, "How conflicts are presented". */
const CONFLICT = /^<{7}(?: .*)?$/m;

/** Says what is wrong with a baseline that cannot be read. It is written by a program, so that nobody mends it by hand. */
export function loadBaseline(source: SourceText): { readonly diagnostics: readonly Diagnostic[] } {
  const conflict = CONFLICT.exec(source.text);
  if (conflict) {
    const span = { start: conflict.index, end: conflict.index + conflict[0].length };
    const hint = 'take one side of it whole, then: dockwarden baseline';
    return { diagnostics: [{ ...fault, message: 'a merge has left two sides here', hint, place: { source, span } }] };
  }
  const located = readLocated(source, 'baseline/json');
  const { diagnostics } = validate(located, baselineSchema, 'baseline/shape');
  const hint = 'remove it, and write it again: dockwarden baseline';
  if (diagnostics.length > 0) return { diagnostics: diagnostics.map((each) => ({ ...each, hint })) };
  const place = { source, span: { start: 0, end: 0 } };
  return { diagnostics: [{ ...fault, message: 'the baseline is no JSON', hint, place }] };
}

const fault = { code: 'baseline/json', exit: 2 } as const;
