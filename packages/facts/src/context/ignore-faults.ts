import { memo } from '../kernel/memo.ts';
import type { IgnoreFile } from '../model/context.ts';
import type { Fault } from '../model/text.ts';

/** What Docker refuses in an ignore file, which it then does not heed at all. */
export const ignoreFaults = memo(({ tree }: IgnoreFile): readonly Fault[] =>
  tree.faults.map(({ code, message, span }) => ({
    tool: 'ignore',
    code,
    level: 'error',
    text: message,
    aliases: [],
    place: { source: tree.source, span },
  })),
);
