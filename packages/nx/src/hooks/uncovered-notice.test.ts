import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { rememberUncovered } from '../inference/uncovered-files.ts';
import type { PluginOptions } from '../options/plugin-options.ts';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import { postTasksExecution } from './uncovered-notice.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

function said(target: string, options?: PluginOptions, files = ['tools/Dockerfile']): string {
  const workspaceRoot = temporaryWorkspace({});
  rememberUncovered(workspaceRoot, options ?? {}, files);
  let text = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += chunk;
    return true;
  });
  const task = { id: `api:${target}`, target: { project: 'api', target } };
  postTasksExecution(options, { workspaceRoot, taskResults: { [task.id]: { task } } as never });
  return text;
}

describe('postTasksExecution', () => {
  test('after docker-lint, names what belongs to no project', () => {
    expect(said('docker-lint')).toContain('no docker-lint: tools/Dockerfile\n');
    expect(said('images', { targetName: 'images' })).toContain('no images: tools/Dockerfile\n');
  });

  test('is silent after other targets, and where all is covered', () => {
    expect(said('build')).toBe('');
    expect(said('docker-lint', { targetName: 'images' })).toBe('');
    expect(said('docker-lint', undefined, [])).toBe('');
  });
});
