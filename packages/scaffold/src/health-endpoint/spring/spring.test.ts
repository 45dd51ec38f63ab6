import { planFor } from '../testing/plan-for.ts';

const MAIN = 'src/main/java/org/example/App.java';
const app =
  'package org.example;\n\nimport org.springframework.boot.autoconfigure.SpringBootApplication;\n\n@SpringBootApplication\npublic class App {}\n';
const SETTINGS = 'src/main/resources/application';
const actuator = { 'pom.xml': '<artifactId>spring-boot-starter-actuator</artifactId>', [MAIN]: app };
const framework = 'spring';

test('a controller in the package of the application', () => {
  const files = { 'pom.xml': 'spring-boot', [MAIN]: app.replaceAll('\n', '\r\n') };
  const plan = planFor(files, { framework, dependencies: ['postgres'] });
  const text = plan.text('src/main/java/org/example/HealthController.java');
  expect(text).toContain('package org.example;\r\n');
  expect(text).toContain('Map.entry("postgres", () -> reachable("DATABASE_URL", 5432))');
  expect(planFor(plan.after, { framework, dependencies: ['postgres'] }).after).toEqual(plan.after);
});

test('what a settings file puts before every route', () => {
  const files = { 'pom.xml': '', [MAIN]: app, [`${SETTINGS}.yml`]: 'server:\n  servlet:\n    context-path: /shop\n' };
  expect(planFor(files, { framework }).path).toBe('/shop/health');
});

test.each(['@GetMapping("/health")', '@RequestMapping(path = "/health")', '@GetMapping({"/health"})'])(
  'a route that is there: %s',
  (mapping) => {
    const files = {
      'pom.xml': '',
      [MAIN]: app,
      'src/main/java/org/example/H.java': `class H { ${mapping} void a() {} }`,
    };
    expect(planFor(files, { framework }).files).toEqual([]);
  },
);

test('Spring Security has to let it pass', () => {
  const { notes } = planFor({ 'pom.xml': 'spring-boot-starter-security', [MAIN]: app }, { framework });
  expect(notes).toEqual(['Spring Security is there: permit /health to everybody, or the health check is turned away.']);
});

test('Kotlin and several applications are told what to do', () => {
  const kotlin = { 'build.gradle.kts': '', 'src/main/kotlin/App.kt': '@SpringBootApplication\nclass App\n' };
  expect(planFor(kotlin, { framework })).toMatchObject({ files: [], registered: false });
});

test('Actuator has the route, and is told to name its checks', () => {
  const plan = planFor(actuator, { framework });
  expect(plan.path).toBe('/actuator/health');
  expect(plan.text(`${SETTINGS}.properties`)).toBe('management.endpoint.health.show-components=always\n');
  expect(planFor(plan.after, { framework })).toMatchObject({ files: [] });
});

test('Actuator in YAML, at a path of its own', () => {
  const yaml = '# ours\nmanagement:\n  endpoints:\n    web:\n      base-path: /manage # here\n';
  const plan = planFor({ ...actuator, [`${SETTINGS}.yaml`]: yaml }, { framework });
  expect(plan.path).toBe('/manage/health');
  expect(plan.text(`${SETTINGS}.yaml`)).toBe(`${yaml}  endpoint:\n    health:\n      show-components: always\n`);
  expect(planFor(plan.after, { framework })).toMatchObject({ files: [] });
});

test('Actuator asks a service only by its starter', () => {
  const build = `${actuator['pom.xml']} spring-boot-starter-data-redis`;
  const { notes } = planFor({ ...actuator, 'pom.xml': build }, { framework, dependencies: ['redis', 'postgres'] });
  expect(notes.join('\n')).toContain('asks postgres only once');
  expect(notes.join('\n')).not.toContain('asks redis only once');
});
