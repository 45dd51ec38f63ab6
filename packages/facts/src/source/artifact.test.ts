import { unknown } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { artifactOf } from './artifact.ts';
import { sourcesOf } from './sources.ts';

const artifact = (build: string, copy: string, base = 'debian:12') => {
  const dockerfile = dockerfileOf(`FROM ${base} AS b\nWORKDIR /app\n${build}\nFROM debian:12\nARG V\n${copy}\n`);
  const last = dockerfile.instructions.findLast(({ node }) => node.keyword === 'copy')!;
  return artifactOf(sourcesOf(last)[0]!);
};

test.each([
  ['RUN npm ci', 'COPY --from=b /app/node_modules ./', 'node-modules'],
  ['RUN npm ci', 'COPY --from=b /app ./', 'node-modules'],
  ['RUN npm ci', 'COPY --from=b / /', 'node-modules'],
  ['RUN npm ci', 'COPY --from=b /app/dist ./', undefined],
  ['RUN ls', 'COPY --from=b /opt/venv /opt/venv', 'python-env'],
  ['RUN pip install --user x', 'COPY --from=b /root/.local /root/.local', 'python-env'],
  ['RUN pip install --prefix=/install -r requirements.txt', 'COPY --from=b /install /usr/local', 'python-env'],
  ['RUN pip install x', 'COPY --from=b /usr/local /usr/local', 'python-env'],
  ['RUN pip install x', 'COPY --from=b /app /app', undefined],
  ['RUN uv sync --frozen', 'COPY --from=b /app /app', 'python-env'],
  ['RUN CGO_ENABLED=0 go build -o /out/app .', 'COPY --from=b /out/app /app', 'static-binary'],
  ['ENV CGO_ENABLED=1\nRUN go build -o app .', 'COPY --from=b /app/app /app', 'native-binary'],
  ['RUN go build -o /out/app .', 'COPY --from=b /out/app /app', unknown],
  [
    'RUN CGO_ENABLED=1 go build -ldflags "-linkmode external -extldflags -static" -o /out/app',
    'COPY --from=b /out/app /app',
    'static-binary',
  ],
  ['RUN go build -o /out/app .', 'COPY --from=b /etc/ssl/certs /etc/ssl/certs', undefined],
  ['RUN cargo build --release', 'COPY --from=b /app/target/release/x /x', 'native-binary'],
  [
    'RUN cargo build --release --target x86_64-unknown-linux-musl',
    'COPY --from=b /app/target/x86_64-unknown-linux-musl/release/x /x',
    'static-binary',
  ],
  ['RUN gcc -o x x.c', 'COPY --from=b /app/x /x', 'native-binary'],
  ['RUN gcc -static -o x x.c', 'COPY --from=b /app/x /x', 'static-binary'],
  ['RUN mvn package', 'COPY --from=b /app/target/app.jar ./', 'jar'],
  ['RUN ls', 'COPY --from=b /etc/passwd /etc/', undefined],
  ['RUN ls', 'COPY app /app', undefined],
  ['RUN ls', 'COPY --from=ghcr.io/acme/tool:1 /tool /tool', unknown],
  ['RUN ls', 'COPY --from=b $V /tool', unknown],
])('%s, then %s', (build, copy, expected) => {
  expect(artifact(build, copy)).toBe(expected);
});

test('what a stage took over itself', () => {
  const text =
    'FROM node:22 AS deps\nWORKDIR /app\nRUN npm ci\nFROM node:22 AS b\nWORKDIR /app\nCOPY --from=deps /app/node_modules ./node_modules\n';
  const last = (copy: string) => {
    const dockerfile = dockerfileOf(`${text}FROM alpine:3.22\n${copy}\n`);
    return artifactOf(sourcesOf(dockerfile.instructions.findLast(({ node }) => node.keyword === 'copy')!)[0]!);
  };
  expect(last('COPY --from=b /app /app')).toBe('node-modules');
  expect(last('COPY --from=b /srv /srv')).toBeUndefined();
});

test('stages that copy from one another many times over', () => {
  const stages = Array.from(
    { length: 40 },
    (_, index) => `FROM debian:12 AS s${index}\n${index === 0 ? '' : `COPY --from=s${index - 1} /x /a/x\n`.repeat(20)}`,
  );
  const dockerfile = dockerfileOf(`${stages.join('')}FROM debian:12\nCOPY --from=s39 /a /a\n`);
  const started = Date.now();
  expect(artifactOf(sourcesOf(dockerfile.instructions.at(-1)!)[0]!)).toBeUndefined();
  expect(Date.now() - started).toBeLessThan(60_000);
});

test('stages without end', () => {
  const built = (line: (index: number) => string) => Array.from({ length: 2000 }, (_, index) => line(index)).join('');
  const last = (text: string) => artifactOf(sourcesOf(dockerfileOf(text).instructions.at(-1)!)[0]!);
  const copied = built((index) => `FROM debian:12 AS s${index + 1}\nCOPY --from=s${index} /x /a/x\n`);
  expect(last(`FROM debian:12 AS s0\n${copied}FROM debian:12\nCOPY --from=s2000 /a /a\n`)).toBeUndefined();
  const based = built((index) => `FROM s${index} AS s${index + 1}\n`);
  expect(last(`FROM node:22 AS s0\nWORKDIR /a\nRUN npm ci\n${based}FROM debian:12\nCOPY --from=s2000 /a /a\n`)).toBe(
    'node-modules',
  );
});
