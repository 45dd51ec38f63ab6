/** Our own questions about ignore files. A case is a text and the files of a context; `record.mjs` asks Docker's modules. */

// biome-ignore format: one a line would be hundreds of lines
const MONOREPO = [
  '.dockerignore', '.env', '.env.example', '.env.local', '.git/HEAD', '.git/objects/0a/1b2c',
  '.github/workflows/ci.yml', '.npmrc', 'Dockerfile', 'README.md', 'package.json', 'package-lock.json',
  'tsconfig.json', 'turbo.json', 'apps/api/.env', 'apps/api/Dockerfile', 'apps/api/README.md',
  'apps/api/package.json', 'apps/api/src/main.ts', 'apps/api/src/main.test.ts',
  'apps/api/node_modules/left/index.js', 'apps/api/dist/main.js', 'apps/web/package.json',
  'apps/web/public/logo.svg', 'apps/web/src/app.tsx', 'apps/web/.next/cache/1', 'libs/ui/package.json',
  'libs/ui/src/button.tsx', 'libs/ui/src/deep/er/x.md', 'libs/ui/coverage/lcov.info', 'node_modules/left/index.js',
  'node_modules/@acme/ui/package.json', 'dist/apps/api/main.js', 'dist/apps/web/index.html', 'tmp/a.log', 'a.log',
  'keys/id_rsa', 'keys/server.pem', 'docs/a b.md', 'docs/[draft].md', 'docs/{x,y}.md',
];

// biome-ignore format: one a line would be hundreds of lines
const LETTERS = [
  'a', 'ab', 'abc', 'b', 'ba', 'c/a', 'c/ab', 'c/b', 'd/c/a', 'd/c/b', 'd/e/f/a', 'd/e/f/b', 'xa', 'x/y/z', 'x/w/z',
  'é', 'c/é', 'aa', 'aab', 'a1', 'a-b', 'a.b', 'a+b', 'a^b', 'a|b', 'a$b', '(a)', '{a}', '[a]', 'a\\b',
];

// biome-ignore format: one a line would be hundreds of lines
const monorepo = [
  '', '\n\n', '# nothing but a comment', '*', '**', '**/*', '*/*', '*/*/*', '*/**', '**/**', '***', '****', '?',
  '??', '/', '.', '..', '/*', './*', '*/', '//', 'node_modules', 'node_modules/', '/node_modules', './node_modules',
  '**/node_modules', '**/node_modules/', '**/node_modules/**', '*/node_modules', 'node_modules/*', 'node_modules/**',
  '**node_modules', 'node_modules**', '.git', '.git/', '.git*', '.*', '**/.*', '**/.env', '**/.env*',
  '**/.env*\n!**/.env.example', '.env*\n!.env.example', '*.md', '**/*.md', '**.md', '*.md\n!README.md',
  'README.md\n!*.md', '**/*.md\n!apps/**/*.md', '*.log', 'a.log', 'tmp/*.log', '*/*.log', '*.l?g', '?.log',
  '*\n!apps', '*\n!apps/api', '*\n!apps/**', '*\n!apps/*', '*\n!apps/api/src', '*\n!apps/api/src/**',
  '**\n!apps/api/src', '**\n!**/package.json', '*\n!package*.json', '*\n!*.json', '*\n!apps\napps/**/node_modules',
  '*\n!apps\n**/node_modules', '*\n!apps\n!libs\n**/dist\n**/*.test.ts', '**/*\n!apps/*/package.json', '*\n!**/src',
  '*\n!**/src/**', '*\n!*/*/src', 'apps\n!apps/api', 'apps\n!apps/api/src/main.ts', 'apps/*\n!apps/api',
  'apps/**\n!apps/api', 'apps/**\n!apps/api/**', 'apps/api\n!apps', 'apps/api/src\n!apps', 'apps/api\n!apps/*/**',
  'apps/api\n!apps/*/src', 'apps\n!apps/api\napps', 'apps\n!apps/api\napps/api/src\n!apps/api/src/main.ts',
  'dist\n!dist/apps/api', 'dist/**\n!dist/apps', '!dist', '!dist\ndist', 'dist\n!dist', 'dist\n!dist/',
  'dist\n!/dist', '! dist\ndist\n! dist', ' node_modules ', '\tnode_modules\t', 'node_modules\r\ndist\r\n',
  'node_modules\rdist', ' # not a comment', '#comment\nnode_modules', '\\#comment', 'a.log # trailing',
  '\uFEFFnode_modules', '\uFEFF#comment', '\n\uFEFFnode_modules', '\u00a0dist\u0085', 'docs/a b.md', 'docs/a\\ b.md',
  'docs/[draft].md', 'docs/\\[draft\\].md', 'docs/{x,y}.md', 'docs/{a b,[draft]}.md', '*.{json,md}', 'keys/*.pem',
  'keys/id_*', '**/*.pem\n**/id_rsa*', '**/keys', 'KEYS', 'Dockerfile*', '*Dockerfile', 'Docker?ile',
  'Dockerfile\n.dockerignore', './apps/../dist', 'apps/../dist', 'apps/./api', 'apps//api', '../dist', '../../x',
  '/../dist', 'apps/api/..', 'apps/*/../web', '**/../dist', '**/..', '!../x', '!/..', '!/', '!', '! ', '!!',
  '!!dist', '/!dist\ndist', 'dist\n/!dist', 'libs/**/x.md', 'libs/**/deep', '**/deep/**', 'libs/ui/**/*.tsx',
  'l*/u?/s*', 'libs/*/src/**/x.md', '**/src/*', '**/src/**/*', '**/s[rt]c', '**/[a-c]*', '**/[^a-z]*', '[!a]*',
  '[^.]*', '[.]*', '*[.]json', 'apps\\api', 'apps\\web\\src', 'node_modules\\left', 'docs\\*.md', 'src\\pages\\*',
  '*\\.md', '*\\', 'a*\\', '[', '[]', '[a', 'a[', '*[', 'apps/[', 'x*[', '[a-]', '[-a]', '[z-a]', '[]a]', '[\\]]',
  '[^]',
];

// biome-ignore format: one a line would be hundreds of lines
const letters = [
  'a', 'a*', '*a', '*a*', '?', '??', 'a?', '?a', '[ab]', '[a-b]', '[^a]', '[^ab]*', '[ab][ab]', 'a[b-c]', 'c/[ab]',
  'c[/]a', 'c[^x]a', 'c?a', 'c*a', '*/a', '**/a', '**a', 'c/**a', 'c**a', 'd/**/a', 'd**', 'd/**', 'd/***',
  '**/c/**', '**/c/a', '*/c/*', 'd/*/a', 'd/*/*/a', 'd/?/?/a', '**/**/a', '**/*/a', '*/**/a', 'x/y\n!x/*/**',
  'x/y\n!x/*', 'x\n!x/y', 'x\n!x/y/z', 'x/*\n!x/y', '*\n!x/y', '**\n!x/y', '*\n!**/a', '**\n!**/a', 'd\n!d/**/a',
  'd/e\n!d/**/a', 'c\n!*/a', 'c\n!**/a', 'c\n!c/a\nc', 'c/a\n!c', 'c/a\n!c\nc/a', 'a|b', '*a|b', 'a|*b', '|*', '*|',
  'a{2}*', 'a{2}', 'a{1,2}*', 'a{0}b*', '*{2}', '?{2}', '**{2}', '{2}*', 'a{2,1}*', 'a{1001}*', 'a{,2}*', 'a{2}{2}*',
  '{a}', '{a}*', '*{a,b}', 'a^b', 'a^b*', '^a*', '^*', 'a$b', 'a$*', '*$b', 'a+b', 'a+*', '(a)', '(a)*', '(*)',
  'a.b', 'a.*', '?.?', 'a\\b', 'a\\\\b', '\\a', '\\a*', '\\*', '\\**', 'a\\d', 'a\\d*', '*\\w', '*\\W*', 'c\\sa',
  '*\\b', '\\Aa', '*a\\z', '\\Qa*b\\E', '*\\x61', '\\x{61}*', '*\\pL', '\\p{Greek}*', '*\\p{^Lu}', '\\pages', '*\\é',
  '\\101*', '*\\1', '*\\c', '[[:alpha:]]', '[[:^alpha:]]*', '[[:nope:]]', 'a[[:digit:]]', 'a[\\d]', '[\\D]',
  '[\\w][\\W][\\w]', '[*]', '[?]', '[**]', '[.]', '[$]', '[|]', '[a|b]', 'a[|^+$.-]b', 'a[\\\\]b', '\\[a\\]',
  '[[]a[]]', '{a', 'é', '*é', '?', 'c/?', '[é]', '[à-ü]', 'É', '\\é',
];

/** Small, seeded and the same everywhere (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

// biome-ignore format: as above
const PIECES = ['a', 'b', 'c', 'ab', '*', '**', '/', '/', '?', '.', 'a/', '/b', '/**', '**/', '.txt', '[ab]', '[^a]', '\\d', '{2}', '|', '^', '\\.', ' '];
const NAMES = ['a', 'b', 'c', 'ab', 'a.txt', 'b.txt', '1', 'aa', '.a'];

function randomCase(next) {
  const pick = (from) => from[Math.floor(next() * from.length)];
  const many = (most, make) => Array.from({ length: 1 + Math.floor(next() * most) }, make);
  const text = many(4, () => (next() < 0.3 ? '!' : '') + many(5, () => pick(PIECES)).join('')).join('\n');
  const paths = [...new Set(many(10, () => many(4, () => pick(NAMES)).join('/')))];
  return { text, paths: paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`))) };
}

const next = random(20261121);

export const cases = [
  ...monorepo.map((text) => ({ text, paths: MONOREPO })),
  ...letters.map((text) => ({ text, paths: LETTERS })),
  ...Array.from({ length: 300 }, () => randomCase(next)),
];
