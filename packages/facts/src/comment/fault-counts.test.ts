import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { faultCounts } from './fault-counts.ts';

test('faults of the files that were asked for', () => {
  const { world } = dockerfileOf('FROM a\nUSER\nRUN b &&\n', {
    others: { 'b.Dockerfile': 'FROM a\n', 'c.Dockerfile': 'FOM a\n' },
    composes: { 'compose.yaml': 'services: {a: {image: b}}\nservices: {}\n' },
  });
  const counts = faultCounts(world, ['Dockerfile', 'b.Dockerfile', 'compose.yaml', '.dockerignore']);
  expect(counts.get('Dockerfile')).toBeGreaterThanOrEqual(2);
  expect(counts.get('b.Dockerfile')).toBe(0);
  expect(counts.get('compose.yaml')).toBe(1);
  expect([...counts.keys()].sort()).toEqual(['Dockerfile', 'b.Dockerfile', 'compose.yaml']);
});
