import { ownLabels } from '@dockwarden-internal/facts/label/labels';
import { dockerfileOf } from '@dockwarden-internal/facts/testing/dockerfile-of';
import { labelLines } from './label-lines.ts';
import { quoted } from './quoted.ts';

test.each(['plain', '@acme/api', 'a "b" $C ${D} \\ e', "it's", '#x', 'a=b'])(
  '%s stands for itself in a label',
  (value) => {
    const lines = labelLines({ title: value, source: value }).join('\n');
    const labels = ownLabels(dockerfileOf(`FROM scratch\n${lines}\n`).stages[0]!);
    expect(labels.slice(0, 2)).toMatchObject([
      { key: 'org.opencontainers.image.title', value },
      { key: 'org.opencontainers.image.source', value },
    ]);
  },
);

test('no control character breaks out of the line', () => {
  expect(quoted('a\nRUN evil\r\u0000')).toBe('"a RUN evil "');
});
