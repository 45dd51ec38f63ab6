import { baseTable } from '@dockwarden-internal/facts';
import { entryShape } from '@dockwarden-internal/facts/bases/entry-shape';
import * as z from 'zod';

const { texts, names, lists, flags, choices, mostItems, longestText } = entryShape;

const text = z.string().max(longestText);
const list = z.union([text, z.array(text).max(mostItems)]);
const profiles = Object.keys(baseTable.profiles) as [string, ...string[]];

/** An entry of `bases`, by the shape that the facts read. */
export const baseSchema = z.strictObject({
  ...shape(texts, text),
  ...shape([...names, ...lists], list),
  ...shape(flags, z.boolean()),
  ...Object.fromEntries(Object.entries(choices).map(([name, words]) => [name, z.enum(words).optional()])),
  match: list.describe('Patterns over name and tag: `*` is anything, `{node}` a version.'),
  extends: z.enum(profiles).optional().describe('The profile that goes before.'),
  uid: z.int().min(0).optional(),
  ports: z.array(z.int().min(1).max(65535)).max(mostItems).optional(),
  users: z.record(z.string(), z.int().min(0)).optional().describe('Other users, by name, with their uid.'),
});

function shape<T extends z.ZodType>(keys: readonly string[], type: T): Record<string, z.ZodOptional<T>> {
  return Object.fromEntries(keys.map((key) => [key, type.optional()]));
}
