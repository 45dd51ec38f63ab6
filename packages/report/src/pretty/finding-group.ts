import type { Finding } from '@dockwarden-internal/engine';
import { displayWidth } from '../text/display-width.ts';
import { rangeOf } from '../text/range.ts';
import { oneLine } from '../text/visible.ts';
import { wrap } from '../text/wrap.ts';
import { framesOf } from './frames.ts';
import { groupNotes } from './notes.ts';
import type { PrettyContext } from './pretty-context.ts';

export interface GroupLayout {
  /** Columns of the widest position in the file: `12:31`. */
  readonly positions: number;
  /** True where the reason of the policy has not been given yet. */
  readonly explain: boolean;
}

const severityWidth = 'warning'.length;
const longestMessage = 400;

/** Findings of one id in one file: a line for each, their words in one frame, then what is to be said once. */
export function groupLines(
  group: readonly [Finding, ...Finding[]],
  layout: GroupLayout,
  context: PrettyContext,
): string[] {
  const indent = layout.positions + 4;
  return [
    ...group.flatMap((finding) => headline(finding, layout.positions, context)),
    ...framesOf(group, indent, context),
    ...groupNotes(group, layout.explain, context.width - indent, context).map((note) => ' '.repeat(indent) + note),
  ];
}

export function positionText(finding: Finding): string {
  const { line, column } = rangeOf(finding.place).start;
  return `${line}:${column}`;
}

function headline(finding: Finding, positions: number, { masks, styles, width }: PrettyContext): string[] {
  const position = positionText(finding).padStart(positions);
  const indent = positions + severityWidth + 6;
  const message = oneLine(masks.messageOf(finding)).slice(0, longestMessage);
  const [first = '', ...rest] = wrap(message, Math.max(30, width - indent));
  const severity =
    styles[finding.severity](finding.severity) + ' '.repeat(severityWidth - displayWidth(finding.severity));
  return [`  ${position}  ${severity}  ${first}`, ...rest.map((line) => ' '.repeat(indent) + line)];
}
