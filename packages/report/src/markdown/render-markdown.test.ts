import { sourceText } from '@dockwarden-internal/syntax';
import fc from 'fast-check';
import { finding, placeOf, reportOf, sampleReport } from '../test-support/sample-report.ts';
import { prose } from './prose.ts';
import { COMMENT_MARK, renderMarkdown } from './render-markdown.ts';

const context = { pathOf: (path: string) => path };
const source = sourceText('a/Dockerfile', 'FROM debian:12\nRUN apt-get install curl\nENV TOKEN hunter2\n');

test('the comment of a workspace with a bit of everything', () => {
  expect(renderMarkdown(sampleReport(), context)).toBe(`<!-- dockwarden -->
## ❌ Dockwarden: 3 errors, 2 warnings, 2 info and 2 problems

In 1 of 12 files · 1 fixable with \`dockwarden lint --fix\` · 1 suppressed

### Could not be looked at

- ❌ \`dockwarden.yaml\` line 2 · extends names a pack that does not exist: \`dockwarden:recomended\`. Did you mean \`dockwarden:recommended\`? · \`config/unknown-pack\`
- ❌ \`apps/web/Dockerfile\` · The file cannot be read: permission denied. Give yourself read access to it, or exclude it in \`dockwarden.yaml\`. · \`file/unreadable\`

### \`api\`

<details open>
<summary><code>apps/api/Dockerfile</code> · 3 errors, 2 warnings, 2 info</summary>

- ⚠️ line 3 · COPY \`. .\` comes before npm ci, so every source edit reinstalls dependencies · [\`cache/install-before-source/source-first\`](https://example.com/policies/cache/install-before-source)
- ❌ line 6 · the final stage runs as root, set by \`node:22-slim\` · [\`image/non-root\`](https://example.com/policies/image/non-root)
- ❌ line 7 · \`API_TOKEN\` holds \`•••\`, which every layer and docker history show · [\`secrets/no-literal\`](https://example.com/policies/secrets/no-literal)
- ⚠️ line 8 · apt-get install without \`--no-install-recommends\` · [\`packages/apt-lean/recommends\`](https://example.com/policies/packages/apt-lean)
- ℹ️ line 8 · curl is installed without a version · [\`packages/apt-pin\`](https://example.com/policies/packages/apt-pin)
- ℹ️ line 8 · git is installed without a version · [\`packages/apt-pin\`](https://example.com/policies/packages/apt-pin)
- ❌ line 9 · \`/app/dist\` is excluded by \`**/dist\` · [\`context/needed\`](https://example.com/policies/context/needed)

<details>
<summary>What <code>--fix</code> changes</summary>

\`\`\`diff
--- a/apps/api/Dockerfile
+++ b/apps/api/Dockerfile
@@ -7,3 +7,3 @@
 ENV API_TOKEN=•••
-RUN apt-get update && apt-get install -y curl git && rm -rf /var/lib/apt/lists/*
+RUN apt-get update && apt-get install --no-install-recommends -y curl git && rm -rf /var/lib/apt/lists/*
 COPY --from=build /app/dist /app
\`\`\`

</details>

</details>
`);
});

test('says that all is well', () => {
  expect(renderMarkdown(reportOf([], { files: 3 }), context)).toBe(
    '<!-- dockwarden -->\n## ✅ Dockwarden: nothing to report\n\n3 files\n',
  );
});

test('one thing said of many lines is one line; without a project there are no headings of projects', () => {
  const many = sourceText('Dockerfile', 'RUN a\n'.repeat(7));
  const report = reportOf([1, 2, 3, 4, 5, 6, 7].map((nth) => finding(placeOf(many, 'RUN', nth))));
  const text = renderMarkdown(report, context);
  expect(text).toContain('- ⚠️ lines 1, 2, 3, 4, 5 and 2 more · something is wrong · `area/name`\n');
  expect(text).not.toContain('###');
});

describe('what comes from a file stays text', () => {
  test.each([
    ['ask @octocat and @org/team about #12, GH-3 or !4', 'ask `@octocat` and `@org/team` about `#12, GH-3` or `!4`'],
    ['see https://evil.example/x, www.evil.example', 'see `https://evil.example/x, www.evil.example`'],
    ['[click](https://evil.example) ![x](y)', '`[click](https://evil.example) ![x](y)`'],
    ['<img src=x onerror=alert(1)> <!-- -->', '`<img src=x onerror=alert(1)> <!-- -->`'],
    ['a | b `` c', 'a `|` b ``` `` ``` c'],
    ['`quoted [words]` and `', '`quoted [words]` and `` ` ``'],
    ['end\n\n# heading\n/close :tada: ~bug $1 %2', 'end `#` heading `/close :tada: ~bug $1 %2`'],
    ['a\u202Eb\u0007', '`a<U+202E>b\u2407`'],
  ])('%j', (text, shown) => {
    expect(prose(text)).toBe(shown);
  });

  test('beside code only words, figures and the ends of sentences are left, and no line is broken', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'ab1 `@#<>[]()|*_~!:/\\&\n\r.-'.split('')), maxLength: 60 });
    fc.assert(
      fc.property(fc.oneof(signs, fc.string({ unit: 'binary' })), (text) => {
        const shown = prose(text);
        expect(shown).not.toMatch(/[\r\n]/);
        expect(withoutCode(shown)).toMatch(/^[\p{L}\p{N}('",.;:!?) -]*$/u);
      }),
      { numRuns: 500, examples: [['``a`']] },
    );
  });

  test('paths and diffs', () => {
    const path = '</code></summary>\n\n@octocat <b>|`';
    const hostile = sourceText(path, 'RUN a # ```` @octocat\n</details>\n');
    const fix = {
      safety: 'safe' as const,
      edits: [{ source: hostile, edit: { span: { start: 4, end: 5 }, text: '`````' } }],
    };
    const text = renderMarkdown(reportOf([finding(placeOf(hostile, 'RUN'), { fix, projects: ['`x`\n#'] })]), context);
    expect(text).toContain('### `` `x` # ``\n');
    expect(text).toContain(
      '<summary><code>&lt;/code&gt;&lt;/summary&gt; @octocat &lt;b&gt;|`</code> · 1 warning</summary>\n',
    );
    expect(text).toContain('\n``````diff\n');
    expect(text.match(/^`{6}$/gm)).toHaveLength(1);
  });
});

test('masks secrets', () => {
  const masked = [placeOf(source, 'hunter2')];
  const report = reportOf([finding(placeOf(source, 'TOKEN hunter2'), { message: 'TOKEN is hunter2', masked })]);
  expect(renderMarkdown(report, context)).toContain('TOKEN is `•••`');
});

describe('what is too much for a comment', () => {
  const files = Array.from({ length: 100 }, (_, index) =>
    sourceText(`apps/${index}/Dockerfile`, 'RUN apt-get install curl\n'.repeat(300)),
  );
  const at = (number: number) => {
    const start = Math.floor(number / files.length) * 25;
    return { source: files[number % files.length]!, span: { start, end: start + 3 } };
  };
  const count = 30_000;
  const findings = Array.from({ length: count }, (_, number) =>
    finding(at(number), {
      severity: number === count - 1 ? 'error' : 'warning',
      message: `word number ${number} is wrong`,
      projects: [`p${number % 10}`],
      fix: { safety: 'safe', edits: [{ source: at(number).source, edit: { span: at(number).span, text: 'run' } }] },
    }),
  );

  test('is left out, least first, with its number', () => {
    const text = renderMarkdown(reportOf(findings), context);
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text.length).toBeGreaterThan(60_000);
    expect(text).toContain('`29999` is wrong');
    expect(text).not.toContain('```diff');
    const shown = text.match(/^- /gm)?.length ?? 0;
    expect(text).toContain(`**… and ${count - shown} more.**`);
    expect(text.startsWith(COMMENT_MARK)).toBe(true);
  });

  test('the fixes go first', () => {
    const some = findings.slice(0, 300);
    const text = renderMarkdown(reportOf(some), context);
    expect(text.match(/^- /gm)).toHaveLength(300);
    expect(text).not.toContain('more.**');
  });

  test('words without end do not fill it', () => {
    const endless = `\u0301${'x'.repeat(1_000_000)}`;
    const report = reportOf([finding(at(0), { message: endless }), finding(at(1))], {
      diagnostics: Array.from({ length: 1000 }, () => ({
        code: 'a/b',
        message: endless,
        path: endless,
        exit: 3 as const,
      })),
    });
    const text = renderMarkdown(report, context);
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text).toContain('something is wrong');
  });
});

/** The text without its spans of code, found as CommonMark §6.1 says. */
function withoutCode(text: string): string {
  let rest = '';
  for (let at = 0; at < text.length; ) {
    const fence = /^`+/.exec(text.slice(at))?.[0];
    if (!fence) {
      rest += text[at++];
      continue;
    }
    const close = [...text.slice(at + fence.length).matchAll(/`+/g)].find(([run]) => run === fence);
    if (!close) return text;
    at += fence.length + close.index + fence.length;
  }
  return rest;
}
