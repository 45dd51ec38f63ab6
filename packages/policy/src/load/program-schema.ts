import { isKnownProgram } from '@dockwarden-internal/facts/commands/programs/find-program';
import * as z from 'zod';

const name = z.string().regex(/^[\w.+-]{1,100}$/, 'the name of a program, without its folder');
const option = z.string().regex(/^-{1,2}[\w-]{1,100}$/, 'an option with its dashes, such as -o or --output');

/** An entry of `programs`. */
export const programSchema = z
  .strictObject({
    names: z.array(name).min(1).max(100).describe('What it is called by; facts use the first.'),
    like: z
      .string()
      .refine(isKnownProgram, 'name a program of the built-in tables, such as apt-get, npm or pip')
      .optional()
      .describe('The program whose words it takes, and as which facts and policies see it.'),
    valued: z
      .array(option)
      .max(500)
      .optional()
      .describe('Options that take a value: the next word, or the rest of their own.'),
    attached: z.array(option).max(500).optional().describe('Options that take a value only in their own word.'),
    subcommands: z.boolean().optional().describe('Whether the first operand says what to do.'),
  })
  .refine(({ like, valued, attached, subcommands }) => like === undefined || !(valued || attached || subcommands), {
    error: 'with `like` a program is read as that one: leave the other keys away',
  });
