// Health routes in real apps: registered by the planner, started, asked while what they depend on is there, and while it is not.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { loadSource } from '../../scripts/load-source.mjs';
import { listen, makeApp, silence, whileRunning } from '../support/health-app.mjs';

const { planHealthEndpoint } = await loadSource(`export { planHealthEndpoint } from '@dockwarden-internal/scaffold'`);
const DEPENDENCIES = ['postgres', 'redis'];

/** Plans, writes, and holds a second run to no change at all. */
function addRoute(made, framework) {
  const plan = () => planHealthEndpoint(made.app, { framework, path: '/health', dependencies: DEPENDENCIES });
  const first = plan();
  assert.deepEqual(first.notes, []);
  for (const { path, text } of first.files) made.write(path, text);
  for (const { path, text } of plan().files) assert.equal(text, made.app.fs.read(path), path);
}

/** 200 while both services listen, 503 with the reason of each once one is gone and the other silent. */
async function holdsTrue(made, command) {
  const [postgres, redis] = [await listen(), await listen()];
  const env = {
    DATABASE_URL: `postgresql://user:pa%40ss@127.0.0.1:${postgres.port}/app`,
    REDIS_URL: `redis://127.0.0.1:${redis.port}/0`,
  };
  await whileRunning(made.root, command, env, async (url) => {
    const well = await fetch(`${url}/health`);
    assert.equal(well.status, 200);
    assert.equal(well.headers.get('cache-control'), 'no-store');
    assert.deepEqual(await well.json(), {
      status: 'up',
      checks: { postgres: { status: 'up' }, redis: { status: 'up' } },
    });
    await redis.close();
    const ill = await fetch(`${url}/health`);
    assert.equal(ill.status, 503);
    const said = await ill.json();
    assert.equal(said.status, 'down');
    assert.deepEqual(said.checks.postgres, { status: 'up' });
    assert.equal(said.checks.redis.status, 'down');
    assert.ok(said.checks.redis.reason, 'says why');
    assert.ok(!JSON.stringify(said).includes('127.0.0.1'), 'names no address');
  });
  await postgres.close();
  const silent = await silence();
  try {
    const late = { DATABASE_URL: `postgresql://user:hushed@127.0.0.1:${silent.port}/app`, REDIS_URL: '' };
    await whileRunning(made.root, command, late, async (url) => {
      const started = performance.now();
      const ill = await fetch(`${url}/health`);
      const took = performance.now() - started;
      assert.equal(ill.status, 503);
      assert.ok(took > 1_500 && took < 4_000, `two seconds are the limit; it took ${took} ms`);
      const text = await ill.text();
      assert.equal(JSON.parse(text).checks.postgres.reason, 'timed out');
      assert.match(JSON.parse(text).checks.redis.reason, /^REDIS_URL is not set/);
      assert.ok(!text.includes('hushed'), 'names no credentials');
    });
  } finally {
    silent.close();
  }
}

describe('Node', { concurrency: false }, () => {
  let packages;
  before(() => {
    packages = makeApp({ 'package.json': '{ "private": true }' });
    const names = ['express@5', 'fastify@5', 'typescript@5', '@types/express@5', '@types/node@20'];
    packages.run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', ...names]);
  });
  after(() => packages?.dispose());

  const listens = 'port: Number(process.env.PORT)';
  const bodies = {
    express:
      "const app = express();\napp.get('/', (_request, response) => {\n  response.send('app');\n});\napp.listen(Number(process.env.PORT), '127.0.0.1');\n",
    fastify: `const app = fastify({ logger: false });\napp.get('/', async () => 'app');\napp.listen({ ${listens} });\n`,
  };
  for (const framework of ['express', 'fastify']) {
    const forms = {
      CommonJS: { 'index.js': `const ${framework} = require('${framework}');\n\n${bodies[framework]}` },
      'ES modules': {
        'package.json': '{ "type": "module" }',
        'index.js': `import ${framework} from '${framework}';\n\n${bodies[framework]}`,
      },
      TypeScript: {
        'package.json': '{ "type": "module" }',
        'tsconfig.json': JSON.stringify({
          compilerOptions: {
            module: 'nodenext',
            target: 'es2022',
            strict: true,
            noUnusedLocals: true,
            noUnusedParameters: true,
            noImplicitReturns: true,
            outDir: 'dist',
            types: ['node'],
          },
          include: ['src'],
        }),
        'src/index.ts': `import ${framework} from '${framework}';\n\n${bodies[framework]}`,
      },
    };
    for (const [form, files] of Object.entries(forms))
      test(`${framework}, ${form}`, async () => {
        const made = makeApp(files);
        try {
          made.run('ln', ['-s', join(packages.root, 'node_modules'), 'node_modules']);
          addRoute(made, framework);
          if (form === 'TypeScript') made.run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.']);
          await holdsTrue(made, [process.execPath, form === 'TypeScript' ? 'dist/index.js' : 'index.js']);
        } finally {
          made.dispose();
        }
      });
  }

  test('fastify with types of its own for every route', () => {
    const made = makeApp({
      'package.json': '{ "type": "module" }',
      'tsconfig.json': JSON.stringify({
        compilerOptions: { module: 'nodenext', target: 'es2022', strict: true, noEmit: true, types: ['node'] },
      }),
      'app.ts': `import fastify, { type FastifyTypeProvider } from 'fastify';
interface Own extends FastifyTypeProvider {
  validator: unknown;
  serializer: { own: true };
}
const app = fastify({ http2: true }).withTypeProvider<Own>();
await app.listen({ port: 0 });
`,
    });
    try {
      made.run('ln', ['-s', join(packages.root, 'node_modules'), 'node_modules']);
      addRoute(made, 'fastify');
      made.run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.']);
    } finally {
      made.dispose();
    }
  });
});

test('NestJS', async () => {
  const made = makeApp({
    'package.json': '{ "private": true }',
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        module: 'commonjs',
        target: 'es2022',
        strict: true,
        experimentalDecorators: true,
        emitDecoratorMetadata: true,
        skipLibCheck: true,
        noUnusedLocals: true,
        outDir: 'dist',
        types: ['node'],
      },
      include: ['src'],
    }),
    'src/app.module.ts':
      "import { Controller, Get, Module } from '@nestjs/common';\n\n@Controller()\nclass AppController {\n  @Get()\n  root() {\n    return 'app';\n  }\n}\n\n@Module({\n  controllers: [AppController],\n})\nexport class AppModule {}\n",
    'src/main.ts':
      "import { NestFactory } from '@nestjs/core';\nimport { AppModule } from './app.module';\n\nNestFactory.create(AppModule).then((app) => app.listen(Number(process.env.PORT)));\n",
  });
  try {
    const names = ['common', 'core', 'platform-express'].map((name) => `@nestjs/${name}@11`);
    const others = ['reflect-metadata', 'rxjs', 'typescript@5', '@types/node@20'];
    made.run('npm', [
      'install',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      ...names,
      ...others,
    ]);
    addRoute(made, 'nestjs');
    made.run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.']);
    await holdsTrue(made, [process.execPath, 'dist/main.js']);
  } finally {
    made.dispose();
  }
});

test('Spring without Actuator', async () => {
  const made = makeApp({
    'pom.xml': `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>3.5.7</version></parent>
  <groupId>org.example</groupId><artifactId>app</artifactId><version>1</version>
  <properties><java.version>17</java.version></properties>
  <dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId></dependency></dependencies>
  <build><plugins><plugin><groupId>org.springframework.boot</groupId><artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build>
</project>
`,
    'src/main/java/org/example/App.java': `package org.example;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class App {
    public static void main(String[] args) {
        SpringApplication.run(App.class, args);
    }
}
`,
    'src/main/resources/application.properties': 'server.port=${PORT}\n',
  });
  try {
    addRoute(made, 'spring');
    made.run('mvn', ['--batch-mode', '--quiet', 'package', '-DskipTests']);
    await holdsTrue(made, ['java', '-jar', 'target/app-1.jar']);
  } finally {
    made.dispose();
  }
});

describe('Python', { concurrency: false }, () => {
  let folder;
  let python;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'dockwarden-venv-'));
    python = join(folder, 'bin/python');
    const tools = makeApp({});
    try {
      tools.run('python3', ['-m', 'venv', folder]);
      tools.run(python, [
        '-m',
        'pip',
        'install',
        '--quiet',
        '--disable-pip-version-check',
        'fastapi',
        'uvicorn',
        'flask',
      ]);
    } finally {
      tools.dispose();
    }
  });
  after(() => folder && rmSync(folder, { recursive: true, force: true }));

  test('FastAPI in a package', async () => {
    const made = makeApp({
      'service/__init__.py': '',
      'service/main.py':
        'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/")\nasync def root():\n    return {}\n',
      'run.py': 'import os\n\nimport uvicorn\n\nuvicorn.run("service.main:app", port=int(os.environ["PORT"]))\n',
    });
    try {
      addRoute(made, 'fastapi');
      await holdsTrue(made, [python, 'run.py']);
    } finally {
      made.dispose();
    }
  });

  test('Flask with a factory', async () => {
    const made = makeApp({
      'app.py':
        'import os\n\nfrom flask import Flask\n\n\ndef create_app():\n    app = Flask(__name__)\n\n    @app.get("/")\n    def root():\n        return "app"\n\n    return app\n\n\ncreate_app().run(port=int(os.environ["PORT"]))\n',
    });
    try {
      addRoute(made, 'flask');
      await holdsTrue(made, [python, 'app.py']);
    } finally {
      made.dispose();
    }
  });
});

describe('Go', { concurrency: false }, () => {
  const main = (body) => `package main\n\nimport (\n\t"net/http"\n\t"os"\n)\n\nfunc main() {\n${body}}\n`;
  const index = 'func(w http.ResponseWriter, _ *http.Request) {}';
  const bodies = {
    'a mux of its own, with a clashing pattern': `\tmux := http.NewServeMux()\n\tmux.HandleFunc("GET /{id}", ${index})\n\t_ = http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), mux)\n`,
    'the default mux': `\thttp.HandleFunc("/", ${index})\n\t_ = http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil)\n`,
  };
  for (const [name, body] of Object.entries(bodies))
    test(name, async () => {
      const made = makeApp({ 'go.mod': 'module example.org/app\n\ngo 1.22\n', 'main.go': main(body) });
      const env = { GOTOOLCHAIN: 'local', GOFLAGS: '-mod=mod' };
      try {
        addRoute(made, 'go');
        assert.equal(made.run('gofmt', ['-l', '.']), '');
        made.run('go', ['vet', './...'], env);
        made.run('go', ['build', '-o', 'app', '.'], env);
        await holdsTrue(made, [join(made.root, 'app')]);
      } finally {
        made.dispose();
      }
    });
});
