import { imageProbe } from './image-probe.ts';

const probe = (text: string, stage?: string) => imageProbe('Dockerfile', text, stage);

test('the last stage speaks, or the stage that it stands on', () => {
  const text = 'FROM a AS base\nHEALTHCHECK --interval=1m CMD ["x", "y z"]\nFROM base AS two\nFROM two\n';
  expect(probe(text)).toEqual({
    test: ['CMD', 'x', 'y z'],
    interval: '1m',
    timeout: '5s',
    start_period: '10s',
    retries: 3,
  });
});

test('in shell form it is a line, and NONE is none', () => {
  expect(probe('FROM a\nHEALTHCHECK --retries=2 CMD curl -f x || exit 1\n')).toMatchObject({
    test: ['CMD-SHELL', 'curl -f x || exit 1'],
    retries: 2,
  });
  expect(probe('FROM a AS b\nHEALTHCHECK CMD x\nFROM b\nHEALTHCHECK NONE\n')).toBeUndefined();
});

test('a stage by its name, in any case', () => {
  const text = 'FROM a AS Dev\nHEALTHCHECK CMD ["d"]\nFROM a\n';
  expect(probe(text, 'dev')?.test).toEqual(['CMD', 'd']);
  expect(probe(text)).toBeUndefined();
  expect(probe(text, 'gone')).toBeUndefined();
});

test('stages that name each other, or nothing, come to an end', () => {
  for (const text of ['', 'RUN x\n', 'FROM a AS a\nFROM a AS a\n', 'HEALTHCHECK CMD x\n'])
    expect(probe(text)).toBeUndefined();
});
