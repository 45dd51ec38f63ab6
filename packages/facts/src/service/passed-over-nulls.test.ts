import { worldOf } from '../testing/compose-of.ts';
import { composeFaultsOf } from './compose-faults.ts';

const BASE = `services:
  a: { image: x, restart: always, ports: ["80:80"], logging: { driver: local } }
`;
const codes = (files: Readonly<Record<string, string>>, path: string) =>
  composeFaultsOf(worldOf(files).composeFiles.find(({ source }) => source.path === path)!).map(
    ({ code, place }) => `${code} ${place.source.text.slice(0, place.span.start).split('\n').length}`,
  );

test('a key without a value over one that a file before it sets is nothing that Compose sees', () => {
  const over = 'services:\n  a:\n    restart:\n    ports:\n    # - "81:81"\n';
  expect(codes({ 'compose.yaml': BASE, 'compose.override.yaml': over }, 'compose.override.yaml')).toEqual([]);
});

test('what nothing is under, what merging does not pass over, and a file alone', () => {
  const over = 'services:\n  a:\n    expose:\n    logging:\n';
  const files = { 'compose.yaml': BASE, 'compose.override.yaml': over };
  expect(codes(files, 'compose.override.yaml')).toEqual(['compose/schema-type 3', 'compose/schema-type 4']);
  expect(codes({ 'compose.yaml': 'services:\n  a:\n    image: x\n    ports:\n' }, 'compose.yaml')).toEqual([
    'compose/schema-type 4',
  ]);
});
