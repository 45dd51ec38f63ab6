import { execForm } from './exec-form.ts';
import { healthCheck } from './health-check.ts';
import { isPlainPath, unplainPath } from './plain-path.ts';

test('a health check has all four times, and its words are JSON', () => {
  expect(healthCheck(['/probe', 'a "b"\n'], { start: 30 })).toBe(
    'HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \\\n    CMD ["/probe", "a \\"b\\"\\n"]',
  );
  expect(execForm(['a', 'b'])).toBe('["a", "b"]');
});

test('a path is plain, or is refused', () => {
  expect(['apps/api', '@acme/x.y', 'größe/a-b_c'].every(isPlainPath)).toBe(true);
  expect(['a b', 'a$b', 'a"b', 'app/[slug]', '--from=x', 'a\nb', 'a*'].some(isPlainPath)).toBe(false);
  expect(unplainPath(['a', 'b'])).toBeUndefined();
  expect(unplainPath(['a', 'b c'])?.message).toContain('"b c"');
});
