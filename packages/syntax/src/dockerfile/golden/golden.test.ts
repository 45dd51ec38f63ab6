import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { DOCKERFILE_CASES } from './dockerfile-cases.ts';
import { comparable, ownVerdict, type Verdict } from './verdict.ts';
import { EXPANSION_CASES, FIELD_CASES, PORT_CASES } from './words-cases.ts';
import { ownExpansion, ownFields, ownPorts } from './words-verdict.ts';

/** What BuildKit itself said of the cases: scripts/oracle records it. */
function recorded<Recorded>(name: string): readonly (Recorded & { readonly id: string })[] {
  return JSON.parse(readFileSync(join(__dirname, `${name}-verdicts.generated.json`), 'utf8'));
}

/** As the recording does it, so that long lines stay short. */
function shortened(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replace(/(.)\1{999,}/g, (run, char) => `${char}*${run.length}`));
}

describe('what BuildKit reads', () => {
  const verdicts = recorded<Verdict>('dockerfile');

  test('is recorded for every case', () => {
    expect(verdicts.map((each) => each.id)).toEqual(DOCKERFILE_CASES.map((each) => each.id));
    expect(DOCKERFILE_CASES.length).toBeGreaterThan(500);
  });

  test.each(DOCKERFILE_CASES.map(({ id, text }, i) => ({ id, text, verdict: verdicts[i]! })))(
    '$id',
    ({ text, verdict }) => {
      expect(shortened(ownVerdict(text))).toEqual(shortened(comparable(verdict)));
    },
  );
});

type Answer = { readonly error?: string };
const withoutWording = ({ error, id, ...rest }: Answer & { id: string }) => (error ? { ...rest, error: true } : rest);

describe('what BuildKit expands', () => {
  const verdicts = recorded<Answer>('expansion');

  test('is recorded for every case', () => {
    expect(verdicts.length).toBe(EXPANSION_CASES.length);
  });

  test.each(EXPANSION_CASES.map((each, i) => ({ each, verdict: verdicts[i]! })))(
    '$each.escape $each.text',
    ({ each, verdict }) => {
      expect(ownExpansion(each)).toEqual(withoutWording(verdict));
    },
  );
});

describe('what BuildKit reads in flags', () => {
  const verdicts = recorded<Answer>('field');

  test.each(FIELD_CASES.map((text, i) => ({ text, verdict: verdicts[i]! })))('$text', ({ text, verdict }) => {
    expect(ownFields(text)).toEqual(withoutWording(verdict));
  });
});

describe('what BuildKit takes for a port', () => {
  const verdicts = recorded<Answer>('port');

  test.each(PORT_CASES.map((text, i) => ({ text, verdict: verdicts[i]! })))('$text', ({ text, verdict }) => {
    expect(ownPorts({ text, escape: '\\' })).toEqual({ refused: verdict.error !== undefined });
  });
});
