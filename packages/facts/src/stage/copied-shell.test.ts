import { unknown } from '../kernel/unsure.ts';
import { shellOf } from '../runtime/shell-in-force.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';

const family = (text: string) => shellOf(dockerfileOf(text).stages.at(-1)!).family;

test.each([
  ['COPY --from=busybox:1.37 /bin/sh /bin/sh', 'posix'],
  ['COPY --from=busybox:1.37 /bin/busybox /bin/busybox', 'posix'],
  ['COPY --from=build /dash /bin/sh', 'posix'],
  ['ADD alpine-minirootfs-3.22.tar.gz /', unknown],
  ['COPY --from=root / /', unknown],
  ['COPY --from=build /bin/ /bin/', unknown],
  ['COPY --from=build ["/opt/output", "/"]', unknown],
  ['COPY app /app', 'none'],
  ['COPY install.sh /', 'none'],
])('of scratch with %s it is %s', (copy, expected) => {
  expect(family(`FROM scratch\n${copy}\n`)).toBe(expected);
});

test('a shell that an earlier stage copies is there', () => {
  expect(family('FROM scratch AS a\nCOPY --from=busybox:1.37 /bin/sh /bin/sh\nFROM a\nRUN x\n')).toBe('posix');
  expect(family('FROM gcr.io/distroless/static\nRUN x\n')).toBe('none');
});
