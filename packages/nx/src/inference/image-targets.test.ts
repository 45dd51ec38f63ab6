import type { SurveyedImage } from '@dockwarden-internal/run/build/survey-images';
import { describe, expect, test } from '@jest/globals';
import { imageTargetNames } from './image-target-names.ts';
import { imageTargets } from './image-targets.ts';

function image(more: Partial<SurveyedImage> = {}): SurveyedImage {
  return {
    name: 'api',
    project: 'api',
    root: 'apps/api',
    dockerfile: 'apps/api/Dockerfile',
    globs: ['apps/api/Dockerfile', 'libs/x', 'libs/x/**/*'],
    makers: [],
    unknownMaker: false,
    ...more,
  };
}

const targetsOf = (images: SurveyedImage[], options = {}) =>
  imageTargets('apps/api', images, imageTargetNames(options), []);

describe('imageTargets', () => {
  test('a build is never kept, names its images, and has literal inputs', () => {
    const target = targetsOf([image(), image({ name: 'api-worker' })])['docker-build'];
    expect(target).toMatchObject({ executor: '@dockwarden/nx:build', cache: false, dependsOn: [] });
    expect(target?.options).toEqual({ images: ['api', 'api-worker'] });
    expect(target?.parallelism).toBeUndefined();
    expect(target?.inputs).toEqual(
      expect.arrayContaining([
        '{projectRoot}/Dockerfile',
        '{projectRoot}/package.json',
        '{workspaceRoot}/libs/x/**/*',
        '{workspaceRoot}/dockwarden.yaml',
      ]),
    );
  });

  test('options hold nothing that moves by itself', () => {
    expect(JSON.stringify(targetsOf([image()]))).toBe(JSON.stringify(targetsOf([image()])));
  });

  test('what another task makes is depended on, and its outputs are inputs', () => {
    const targets = targetsOf([image({ makers: ['api', 'web'] })], { sourceTargetName: 'compile' });
    expect(targets['docker-build']?.dependsOn).toEqual(['compile', { target: 'compile', projects: ['web'] }]);
    expect(targets['docker-push']?.dependsOn).toEqual(targets['docker-build']?.dependsOn);
    expect(targets['docker-build']?.inputs).toContainEqual({ dependentTasksOutputFiles: '**/*' });
    expect(targetsOf([image({ unknownMaker: true })])['docker-build']?.dependsOn).toEqual(['build', '^build']);
  });

  test('an image that something is wrong with has its targets, with any file as input', () => {
    const { name: _name, globs: _globs, ...faulty } = image();
    const target = targetsOf([faulty])['docker-build'];
    expect(target?.options).toEqual({});
    expect(target?.inputs).toContain('{workspaceRoot}/**/*');
  });

  test('files are extracted where an image is there for them, and kept where they are settled', () => {
    expect(targetsOf([image()])['docker-extract']).toBeUndefined();
    const settled = targetsOf([image({ artifact: { settled: true } })])['docker-extract'];
    expect(settled).toMatchObject({ cache: true, outputs: ['{workspaceRoot}/dist/extract/api'] });
    expect(settled?.options).toEqual({ images: ['api'] });
    const moving = targetsOf([image({ artifact: { stage: 'export', settled: false } })])['docker-extract'];
    expect(moving).toMatchObject({ cache: false, options: { images: ['api'], stages: ['api=export'] } });
  });

  test('targets can be called otherwise', () => {
    const names = { buildTargetName: 'image', pushTargetName: 'ship', scanTargetName: 'audit' };
    expect(Object.keys(targetsOf([image()], names))).toEqual(['image', 'ship', 'audit']);
  });
});
