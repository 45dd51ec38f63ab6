import { appOf } from '../../testing/app-of.ts';
import { planned, stageText } from '../../testing/planned.ts';
import { rustStack } from './rust-stack.ts';

const MANIFEST = '[package]\nname = "gauge"\n[dependencies]\naxum = "0.8"\n';
const MAIN = 'bind("0.0.0.0:9000");\nroute("/health", get(x));\n';
const STOPS = 'signal(SignalKind::terminate());\n';
const plan = (files: Readonly<Record<string, string>> = {}, options = {}, claims: string[] = []) =>
  planned(
    rustStack,
    appOf({ 'Cargo.toml': MANIFEST, 'Cargo.lock': '', 'src/main.rs': MAIN + STOPS, ...files }, { claims }),
    options,
  );

test('the program is compiled by the lockfile over caches, taken out of them, and ships with a probe', () => {
  const { found, ...app } = plan();
  expect(found).toContain('port 9000: src/main.rs listens on it');
  const build = stageText(app, 'build')!;
  expect(build).toContain('--mount=type=cache,id=gauge-target,target=/src/target,sharing=locked');
  expect(build).toContain(
    "-exec touch '{}' + \\\n    && cargo build --release --locked --bin gauge \\\n    && mkdir -p /out && cp target/release/gauge /out/gauge",
  );
  const runtime = stageText(app, 'runtime')!;
  expect(runtime).toContain('FROM gcr.io/distroless/cc-debian${DEBIAN_VERSION}:nonroot AS runtime');
  expect(runtime).toContain('CMD ["/app/probe", "http://127.0.0.1:9000/health", "300"]');
  expect(runtime).toContain('ENTRYPOINT ["/app/gauge"]');
  expect(app.service.user).toBe('65532:65532');
  expect(app.ignore).toContain('**/rust-toolchain');
});

test('a program that handles no signal is ended by an init, one that waits for SIGINT by that', () => {
  const deaf = plan({ 'src/main.rs': MAIN });
  expect(stageText(deaf, 'init')).toContain('tini');
  expect(stageText(deaf, 'runtime')).toContain('ENTRYPOINT ["/app/tini", "--", "/app/gauge"]');
  expect(deaf.notes.join()).toContain('SIGTERM');
  expect(stageText(plan({ 'src/main.rs': `${MAIN}ctrl_c().await` }), 'runtime')).toContain('STOPSIGNAL SIGINT');
});

test('a member is built from the root, with its package named', () => {
  const files = {
    'Cargo.toml': '[workspace]\nmembers = ["apps/*"]\n',
    'Cargo.lock': '',
    'apps/gauge/Cargo.toml': MANIFEST,
    'apps/gauge/src/main.rs': `${MAIN}${STOPS}#[test]\nfn x() {}`,
  };
  const app = planned(rustStack, appOf(files, { root: 'apps/gauge', name: '@acme/gauge' }));
  expect(app.context).toBe('workspace');
  expect(stageText(app, 'build')).toContain(
    'WORKDIR /src\nCOPY Cargo.toml Cargo.lock ./\nCOPY apps/gauge ./apps/gauge\n',
  );
  expect(stageText(app, 'build')).toContain('cargo build --release --locked --package gauge --bin gauge');
  expect(stageText(app, 'test')).toContain('cargo test --locked --package gauge');
});

test('other bases, each with its own C library', () => {
  expect(stageText(plan({}, { base: 'alpine' }), 'base')).toContain('rust:${RUST_VERSION}-alpine');
  expect(stageText(plan({}, { base: 'alpine' }), 'runtime')).toContain('CMD ["wget"');
  const openssl = { 'Cargo.lock': 'name = "openssl-sys"\n' };
  expect(stageText(plan(openssl, { base: 'slim' }), 'base')).toContain('libssl-dev pkg-config');
  expect(stageText(plan(openssl, { base: 'slim' }), 'runtime')).toContain('libssl3');
});

test.each([
  [['rust 1.90.0 rust-toolchain.toml'], '1.90'],
  [['rust stable rust-toolchain', 'rust 1.85 Cargo.toml'], '1.95'],
  [['rust 1.99 Cargo.toml'], '1.99'],
])('%j asks for Rust %s', (claims, version) => {
  expect(plan({}, {}, claims).dockerfile).toContain(`ARG RUST_VERSION=${version}\n`);
});

test('Rocket is told where to listen', () => {
  const rocket = plan(
    { 'Cargo.toml': '[package]\nname = "r"\n[dependencies]\nrocket = "0.5"\n', 'src/main.rs': '' },
    { port: 8001 },
  );
  expect(stageText(rocket, 'runtime')).toContain('ROCKET_ADDRESS=0.0.0.0 \\\n    ROCKET_PORT=8001');
});

test('a library, a manifest that is no TOML: faults', () => {
  const seen = (files: Readonly<Record<string, string>>) => rustStack.detect(appOf(files), false);
  expect(seen({ 'Cargo.toml': '[package]\nname = "x"\n', 'src/lib.rs': '' })).toMatchObject({
    code: 'setup/no-program',
  });
  expect(seen({ 'Cargo.toml': '[package\n' })).toMatchObject({ code: 'setup/unreadable-manifest' });
  expect(seen({ 'Cargo.toml': '[package]\nname = "x"\n', 'package.json': '{}' })).toBeUndefined();
  expect(seen({})).toBeUndefined();
});

test('one stage, two images, and files alone', () => {
  const single = plan({ 'src/main.rs': MAIN }, { pattern: 'single' });
  expect(single.dockerfile.match(/^FROM /gm)).toHaveLength(1);
  expect(single.dockerfile).toContain('COPY Cargo.lock Cargo.toml ./\nCOPY src ./src\n');
  expect(single.dockerfile).toContain('ENTRYPOINT ["/usr/bin/tini", "--", "/app/gauge"]');
  expect(single.relaxes).toEqual(['image/build-tools']);
  const builder = plan({ 'src/main.rs': MAIN }, { pattern: 'builder', base: 'slim' });
  for (const name of ['gauge', 'probe', 'tini'])
    expect(builder.dockerfile).toContain(`COPY dist/docker/api-build/files/${name} ./`);
  expect(builder.dockerfile).toContain('COPY dist/docker/api-build/files/ca-certificates.crt /etc/ssl/certs/');
  expect(stageText({ dockerfile: builder.files[0]!.text }, 'artifact')).toContain(
    'COPY --from=init /usr/bin/tini-static /tini',
  );
  const artifact = plan({}, { pattern: 'artifact' });
  expect(stageText(artifact, 'artifact')).toContain('FROM scratch AS artifact\nCOPY --from=build /out/gauge /\nUSER');
  expect(artifact.dockerfile).not.toMatch(/AS probe|HEALTHCHECK/);
});
