import { assetFolders, sourceEntries } from '../sources/runtime-entries.ts';
import type { Shipped } from '../stages/copies.ts';
import type { Server } from './server.ts';

/** What of the app's own folder is in its image; `from` is where its build output comes from, the context if undefined. */
export function shippedOf({ app, details, start }: Server, from: string | undefined): Shipped[] {
  const { build } = details;
  const assets = assetFolders(app);
  if (build && (start.entry === build.output || start.entry.startsWith(`${build.output}/`)))
    return [{ from, entries: [build.output, ...assets.filter((name) => name !== build.output)] }];
  const sources = sourceEntries(app, start.entry);
  if (!build) return [{ entries: sources }];
  return [{ entries: sources.filter((name) => name !== build.output) }, { from, entries: [build.output] }];
}
