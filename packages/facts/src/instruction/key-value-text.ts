import { textAt } from '@dockwarden-internal/syntax';
import type { Instruction } from '../model/dockerfile.ts';
import { pairsOf } from '../variable/pairs.ts';

/**
 * What an ENV or LABEL in the old form (`ENV name value`) says as `name=value`, meaning the same; absent for any other, and where quotes or
 * escapes of the name would hold the equals sign.
 * Source: Dockerfile reference, ENV; BuildKit's rule LegacyKeyValueFormat.
 */
export function keyValueText(instruction: Instruction): string | undefined {
  const pair = pairsOf(instruction).find(({ legacy }) => legacy);
  if (pair?.value === undefined || !pair.valueSpan || /["'\\`]/.test(pair.name)) return undefined;
  const { source, tree } = instruction.dockerfile;
  const { escaped, outer } = withOuterBlanksEscaped(pair.value, tree.escape);
  const written = textAt({ source, span: pair.valueSpan });
  if (!outer) return `${pair.name}=${written}`;
  const quotable = !/["']/.test(pair.value) && !pair.value.includes(tree.escape);
  return `${pair.name}=${quotable ? `"${written}"` : escaped}`;
}

/** The value with each blank outside of quotes escaped, and whether there was one. */
function withOuterBlanksEscaped(value: string, token: string): { readonly escaped: string; readonly outer: boolean } {
  let escaped = '';
  let outer = false;
  let quote = '';
  for (let at = 0; at < value.length; at++) {
    const char = value[at]!;
    if (char === token && quote !== "'") escaped += char + (value[++at] ?? '');
    else {
      if (quote ? char === quote : char === '"' || char === "'") quote = quote ? '' : char;
      else if (!quote && /\s/.test(char)) {
        escaped += token;
        outer = true;
      }
      escaped += char;
    }
  }
  return { escaped, outer };
}
