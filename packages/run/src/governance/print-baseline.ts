import { counted } from '@dockwarden-internal/report';
import { positionAt } from '@dockwarden-internal/syntax';
import type { BaselineOutcome } from './write-baseline.ts';

/** Of what is new, so many are named. */
const SHOWN = 10;

/** What became of the baseline, for people. */
export function baselineSentences(
  { file, isFirst, change }: NonNullable<BaselineOutcome['done']>,
  {
    check,
    acceptNew,
    pathOf,
  }: { readonly check: boolean; readonly acceptNew: boolean; readonly pathOf: (path: string) => string },
): string {
  const path = pathOf(file.path);
  const { count, gone, fresh } = change;
  if (isFirst && check) return `there is no ${path}: nothing to check\n`;
  if (isFirst) return `${path} is written: ${counted(count, 'finding')} known from now on\n`;
  const lines: string[] = [];
  if (gone > 0 && check)
    lines.push(`${path} could be smaller: ${gone} of what it holds is found no more. Run dockwarden baseline.`);
  else if (gone > 0) lines.push(`${path} holds ${counted(count, 'finding')}, ${gone} fewer are known than before`);
  if (fresh.length > 0 && acceptNew)
    lines.push(`${counted(fresh.length, 'new finding')} taken in: ${path} holds ${count}`);
  if (fresh.length > 0 && !acceptNew) {
    lines.push(
      `${counted(fresh.length, 'finding')} ${fresh.length === 1 ? 'is' : 'are'} not in ${path}: ${fresh.length === 1 ? 'mend it, waive it, or take it in' : 'mend them, waive them, or take them in'} with --accept-new`,
    );
    for (const { id, place } of fresh.slice(0, SHOWN))
      lines.push(`  ${pathOf(place.source.path)}:${positionAt(place.source, place.span.start).line} ${id}`);
    if (fresh.length > SHOWN) lines.push(`  and ${fresh.length - SHOWN} more`);
  }
  if (lines.length === 0) lines.push(`${path} is as small as it can be: ${counted(count, 'finding')}`);
  return `${lines.join('\n')}\n`;
}
