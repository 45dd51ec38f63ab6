import { planFor } from '../testing/plan-for.ts';

const framework = 'express';
const manifest = '{ "type": "module", "dependencies": { "express": "^5" } }';

test('the route stands right below the app, the import below the others', () => {
  const { text, registered } = planFor(
    {
      'package.json': manifest,
      'src/main.ts': `import express from 'express';
import { routes } from './routes.js'; // ours

const app = express(); // the app
app.use(routes);
app.listen(3000);
`,
    },
    { framework, dependencies: ['postgres'] },
  );
  expect(text('src/main.ts')).toBe(`import express from 'express';
import { routes } from './routes.js'; // ours
import { healthEndpoint } from './health.js';

const app = express(); // the app
app.get('/health', healthEndpoint);
app.use(routes);
app.listen(3000);
`);
  expect(text('src/health.ts')).toContain("reachable('DATABASE_URL', 5432, signal)");
  expect(registered).toBe(true);
});

test('a second run changes nothing', () => {
  const request = { framework, dependencies: ['postgres', 'redis'] } as const;
  const { after } = planFor({ 'src/main.ts': "import express from 'express';\nconst app = express();\n" }, request);
  const again = planFor(after, request);
  expect(again.after).toEqual(after);
  expect(again.files.map(({ path }) => path)).toEqual(['src/health.ts']);
  expect(again.registered).toBe(true);
});

test('CommonJS, Windows line endings, tabs, double quotes, no semicolons', () => {
  const { text } = planFor(
    {
      'index.js':
        '"use strict"\r\nconst express = require("express")\r\n\r\nfunction make() {\r\n\tconst app = express()\r\n\treturn app\r\n}\r\n',
    },
    { framework },
  );
  expect(text('index.js')).toBe(
    '"use strict"\r\nconst express = require("express")\r\nconst { healthEndpoint } = require("./health.js")\r\n\r\nfunction make() {\r\n\tconst app = express()\r\n\tapp.get("/health", healthEndpoint)\r\n\treturn app\r\n}\r\n',
  );
  expect(text('health.js')).toContain('module.exports = { healthEndpoint };\r\n');
  expect(text('health.js')).not.toMatch(/[^\r]\n/);
});

test.each([
  ["import express from 'express';\nexport const app: express.Express = express();\n", 'app'],
  ["import { application, default as web } from 'express';\nlet server = web();\n", 'server'],
  ["import * as express from 'express';\nconst app = express<A, B>(\n  { a },\n);\n", 'app'],
  ["const app = require('express')();\n", 'app'],
  [
    "import express from 'express';\nclass Server {\n  constructor() {\n    this.app = express();\n  }\n}\n",
    'this.app',
  ],
])('finds the app in %j', (source, variable) => {
  const { text } = planFor({ 'src/app.ts': source }, { framework });
  expect(text('src/app.ts')).toContain(`${variable}.get('/health', healthEndpoint);`);
});

test.each([
  [
    'two apps',
    "import express from 'express';\nconst a = express();\nconst b = express();\n",
    '2 apps of Express are made in src/app.ts',
  ],
  [
    'an app that nothing holds',
    "import express from 'express';\nexport default express();\n",
    'no line can be put below',
  ],
  [
    'a field of a class',
    "import express from 'express';\nclass A {\n  app = express();\n}\n",
    'no line can be put below',
  ],
  [
    'more on the same line',
    "import express from 'express';\nconst app = express(); app.use(a);\n",
    'no line can be put below',
  ],
  [
    'only a router',
    "import { Router } from 'express';\nexport const r = Router();\n",
    'no file makes an app of Express',
  ],
])('%s: no edit, and the lines to add', (_, source, why) => {
  const { files, notes, registered } = planFor({ 'src/app.ts': source }, { framework });
  expect(files.map(({ path }) => path)).toEqual(['src/health.ts']);
  expect(registered).toBe(false);
  expect(notes).toHaveLength(1);
  expect(notes[0]).toContain(why);
  expect(notes[0]).toContain("import { healthEndpoint } from './health';\napp.get('/health', healthEndpoint);");
});

test.each(['// const app = express();', '`const app = express();`', "'const app = express()'"])(
  '%s makes no app',
  (line) => {
    const { notes } = planFor({ 'a.js': `import express from 'express';\n${line}\n` }, { framework });
    expect(notes[0]).toContain('no file makes');
  },
);

test('a route that is there already is left alone', () => {
  const files = {
    'src/app.ts': "import express from 'express';\nconst app = express();\n",
    'src/routes.ts': "import { Router } from 'express';\nrouter.get('/health', ok);\n",
  };
  expect(planFor(files, { framework })).toMatchObject({
    files: [],
    notes: ['src/routes.ts has a route /health: nothing is added.'],
  });
});

test('what asks a path is no route', () => {
  const files = { 'app.js': "import express from 'express';\nconst app = express();\naxios.get('/health');\n" };
  expect(planFor(files, { framework }).files).toHaveLength(2);
});

test('a file of the same name is nobody to overwrite', () => {
  const files = {
    'src/app.ts': "import express from 'express';\nconst app = express();\n",
    'src/health.ts': 'export {};\n',
  };
  const { text } = planFor(files, { framework });
  expect(text('src/health-endpoint.ts')).not.toBe('');
  expect(text('src/app.ts')).toContain("from './health-endpoint'");
});

test('tests, build outputs and other projects are not looked at', () => {
  const app = "import express from 'express';\nconst app = express();\n";
  const files = { 'src/app.ts': app, 'src/app.test.ts': app, 'dist/app.js': app, 'node_modules/a/app.js': app };
  expect(planFor(files, { framework }).registered).toBe(true);
});

test.each([
  ["import a from './a.ts';\n", "'./health.ts'"],
  ["import a from './a.js';\n", "'./health.js'"],
  ["import a from './a';\n", "'./health'"],
  ["import a from './a.json';\nimport b from './b.js';\n", "'./health.js'"],
])('imports as its neighbours do: %j', (line, expected) => {
  const { text } = planFor(
    { 'src/app.ts': `import express from 'express';\n${line}const app = express();\n` },
    { framework },
  );
  expect(text('src/app.ts')).toContain(`import { healthEndpoint } from ${expected};`);
});
