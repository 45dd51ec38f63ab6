import { lineText, positionAt } from '@dockwarden-internal/syntax';
import type { ReadHadolint } from '../../hadolint/read-hadolint.ts';

/** A remark that is longer says more than why. */
const LONGEST = 100;

/** What stands in a comment behind a rule, on its line: most say there why it is ignored. */
export function ruleReasons({ document, data, placeOf }: ReadHadolint): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>();
  const lists: readonly (readonly string[])[] = [
    ['ignored'],
    ...['error', 'warning', 'info', 'style'].map((level) => ['override', level]),
  ];
  const known = new Set([...document.ignored, ...Object.values(document.override).flat()]);
  for (const way of lists) {
    const rules = way.reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], data);
    if (!Array.isArray(rules)) continue;
    rules.forEach((rule: string, index) => {
      const { source, span } = placeOf([...way, index]);
      const { line, column } = positionAt(source, span.end);
      // Behind several rules on one line a comment is about all of them, or none.
      const [, reason] =
        /^\s+#\s*(\S.*)$/.exec(
          lineText(source, line)
            .slice(column - 1)
            .trimEnd(),
        ) ?? [];
      if (known.has(rule) && reason !== undefined && reason.length <= LONGEST) reasons.set(rule, reason);
    });
  }
  return reasons;
}
