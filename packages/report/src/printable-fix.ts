import type { Finding, Fix } from '@dockwarden-internal/engine';
import type { Masks } from './masks.ts';

/** The fix of a finding, or null where there is none or its text holds a secret: a masked edit would spoil the file. */
export function printableFix(finding: Finding, masks: Masks): Fix | null {
  const { fix } = finding;
  if (!fix) return null;
  const printable = fix.edits.every(({ source, edit }) => {
    const shown = masks.hideFor(finding, edit.text);
    return shown === edit.text && masks.hide(edit.text, source.text) === edit.text;
  });
  return printable ? fix : null;
}
