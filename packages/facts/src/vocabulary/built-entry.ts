import { flag, kind, link, text, texts } from '../kernel/kind.ts';
import { formatsOf } from '../label/formats.ts';
import type { BuiltEntry } from '../model/built.ts';
import { isSecretPair } from '../variable/secret-pair.ts';

function holdsSecret({ name, value }: BuiltEntry): boolean {
  return isSecretPair(name, value);
}

export const builtEntryKind = kind('built-entry', {
  doc: 'An environment variable or a label of a built image.',
  source: 'https://github.com/opencontainers/image-spec/blob/main/config.md',
  key: 'name',
  place: ({ image }) => image.place,
  properties: {
    name: text('Its name.', ({ name }) => name),
    value: text('Its value.', ({ value }) => value, { sensitive: holdsSecret }),
    blank: flag('True for an empty value.', ({ value }) => value === ''),
    formats: texts(
      'What the value is: `url`, `rfc3339`, `spdx`, `git-hash`, `semver`, `email`; several or none.',
      ({ value }) => formatsOf(value),
    ),
    secretLike: flag('True where name and value look like a secret.', holdsSecret),
    image: link('built', 'The image.', ({ image }) => image),
  },
});
