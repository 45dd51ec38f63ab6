import type { App } from '../model/app.ts';
import { allowSingleStage } from './allow-single-stage.ts';

function app(text: string | undefined, tags: readonly string[] = []): App {
  return {
    fs: { read: (path) => (path === 'dockwarden.yaml' ? text : undefined), kind: () => undefined, list: () => [] },
    workspace: { root: '/w', tool: 'workspaces', projects: [] },
    project: { name: '@acme/api', root: 'apps/api', tags, manifests: [], lockfiles: [], dependencies: [], closure: [] },
  };
}

test('a configuration is begun where there is none', () => {
  const planned = allowSingleStage(app(undefined));
  expect(planned?.text).toBe(
    'dockwarden: config/v1\nextends: [dockwarden:recommended]\noverrides:\n  - projects:\n      names:\n        - "@acme/api"\n    policies:\n      image/multi-stage: off\n',
  );
  expect(allowSingleStage(app(planned?.text))).toBeUndefined();
});

test('an override is added to those that there are, comments kept', () => {
  const text =
    'dockwarden: config/v1 # ours\noverrides:\n  # tools\n  - projects: { tags: { has: tool } }\n    policies: { image/non-root: off }\n';
  const planned = allowSingleStage(app(text));
  expect(planned?.text).toContain('config/v1 # ours\n');
  expect(planned?.text).toContain('  # tools\n');
  expect(planned?.text).toMatch(/names:\n +- "@acme\/api"\n/);
  expect(planned?.edited).toBe(true);
  expect(allowSingleStage(app(planned?.text))).toBeUndefined();
});

test('a tag says it already, and a broken configuration is left', () => {
  expect(allowSingleStage(app('dockwarden: config/v1\n', ['docker:single']))).toBeUndefined();
  expect(allowSingleStage(app('a: [\n'))).toBeUndefined();
});

test('what else the stage goes against is said with it, whatever the tag says', () => {
  const planned = allowSingleStage(app('dockwarden: config/v1\n'), ['image/build-tools']);
  expect(planned?.text).toMatch(/image\/multi-stage: off\n +image\/build-tools: off\n/);
  expect(allowSingleStage(app(planned?.text), ['image/build-tools'])).toBeUndefined();
  const tagged = allowSingleStage(app('dockwarden: config/v1\n', ['docker:single']), ['image/build-tools']);
  expect(tagged?.text).toContain('image/build-tools: off');
  expect(tagged?.text).not.toContain('multi-stage');
});
