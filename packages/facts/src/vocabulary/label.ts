import { textAt } from '@dockwarden-internal/syntax';
import { kind, link, text, texts } from '../kernel/kind.ts';
import { isUnsure } from '../kernel/unsure.ts';
import { formatsOf } from '../label/formats.ts';
import { keyFaultsOf } from '../label/key-faults.ts';

export const labelKind = kind('label', {
  doc: 'One `key=value` of a LABEL.',
  source: 'https://docs.docker.com/reference/dockerfile/#label',
  key: 'key',
  place: (label) => label.place,
  properties: {
    key: text('Variables expanded, quotes removed.', (label) => label.key, { at: (label) => label.keyPlace }),
    value: text('Variables expanded, quotes removed.', (label) => label.value, { at: (label) => label.valuePlace }),
    formats: texts(
      'What the value is: `url`, `rfc3339`, `spdx`, `git-hash`, `semver`, `email`; several or none.',
      ({ value }) => (isUnsure(value) ? value : formatsOf(value ?? '')),
      { at: (label) => label.valuePlace },
    ),
    keyFaults: texts(
      'What Docker’s recommendations hold against the key, one clause each.',
      ({ key }) => (isUnsure(key) ? key : keyFaultsOf(key ?? '')),
      { at: (label) => label.keyPlace },
    ),
    instruction: link('instruction', 'The LABEL.', (label) => label.instruction),
    stage: link(
      'stage',
      'The stage that it stands in; absent before the first FROM.',
      (label) => label.instruction.stage,
    ),
    text: text('As written.', ({ place }) => textAt(place)),
  },
});
