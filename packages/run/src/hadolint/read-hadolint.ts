import { readLocated } from '@dockwarden-internal/policy/load/located';
import { type Diagnostic, type Place, sourceText } from '@dockwarden-internal/syntax';
import { type HadolintDocument, readHadolintDocument } from './hadolint-document.ts';

/** One `.hadolint.yaml`, and where its options are written. */
export interface ReadHadolint {
  readonly document: HadolintDocument;
  /** What stands in the file, of whatever shape. */
  readonly data: unknown;
  readonly diagnostics: readonly Diagnostic[];
  readonly placeOf: (path: readonly (string | number)[], atKey?: boolean) => Place;
}

/** Reads the text of a `.hadolint.yaml`; every fault has its place, and what is right holds all the same. */
export function readHadolint(path: string, text: string): ReadHadolint {
  const located = readLocated(sourceText(path, text), 'hadolint/yaml');
  const data = located.diagnostics.length > 0 ? {} : located.data;
  const { document, problems } = readHadolintDocument(data);
  const faults = problems.map(
    ({ path: way, message, hint, atKey }): Diagnostic => ({
      code: 'hadolint/option',
      message,
      ...(hint !== undefined && { hint }),
      place: located.place(way, atKey),
      exit: 2,
    }),
  );
  const placeOf: ReadHadolint['placeOf'] = (way, atKey) => located.place([...way], atKey);
  return { document, data, diagnostics: [...located.diagnostics, ...faults], placeOf };
}
