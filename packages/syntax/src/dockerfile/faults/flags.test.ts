import { expect, test } from '@jest/globals';
import { faultsOf, messagesOf } from '../testing.ts';

const after = (line: string) => `FROM a\n${line}\n`;

test.each([
  ['COPY --form=x a b', 'syntax/unknown-flag', '--form=x', '--from was probably meant'],
  ['RUN --from=x ls', 'syntax/unknown-flag', '--from=x', 'only of COPY'],
  ['RUN --foo ls', 'syntax/unknown-flag', '--foo', 'which has --device, --mount'],
  ['CMD --foo', 'syntax/unknown-flag', '--foo', 'which has none'],
  ['COPY --from=x --from=y a b', 'syntax/duplicate-flag', '--from=y', 'stands twice'],
  ['COPY --from a b', 'syntax/flag-value', '--from', '--from=value'],
  ['COPY --link= a b', 'syntax/flag-value', '--link=', '--link=true'],
  ['COPY --link=yes a b', 'syntax/flag-value', '--link=yes', 'not "yes"'],
  ['COPY --__proto__=x a b', 'syntax/unknown-flag', '--__proto__=x', 'no flag'],
])('%s', (line, code, words, message) => {
  expect(faultsOf(after(line))).toEqual([[code, words]]);
  expect(messagesOf(after(line))[0]).toContain(message);
});

test.each([
  'COPY --from= a b',
  'COPY --exclude=a --exclude=b c d',
  'ARG --x=y a',
  'STOPSIGNAL --x 9',
  'HEALTHCHECK --x NONE',
])('%s is right', (line) => {
  expect(faultsOf(after(line))).toEqual([]);
});
