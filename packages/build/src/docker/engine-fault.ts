import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { ProgramResult } from '../model/program.ts';

/** Why docker could not be asked at all; undefined where it answered, be it with an error. */
export function engineFault(result: ProgramResult): Diagnostic | undefined {
  if (result.failure === 'missing') {
    return {
      code: 'engine/no-docker',
      message: 'The program docker is not there.',
      hint: 'Install Docker (or another engine with its command line and buildx) and see that it is on the PATH.',
      exit: 3,
    };
  }
  if (result.failure === 'timeout') {
    return {
      code: 'engine/silent',
      message: 'The Docker engine does not answer.',
      hint: 'See that "docker version" returns, then run again.',
      exit: 3,
    };
  }
  return result.code === 0 || result.failure ? undefined : unreachable(result.stderr);
}

const UNREACHABLE =
  /Cannot connect to the Docker daemon at (?<host>\S+?)\. Is|failed to connect to the docker API at (?<api>\S+?);? |error during connect: (?<why>.{1,300})|Cannot connect to the Docker daemon|permission denied while trying to connect to the (?:Docker daemon socket|docker API) at (?<denied>\S+?):? /i;

function unreachable(text: string): Diagnostic | undefined {
  const groups = UNREACHABLE.exec(text)?.groups;
  if (!groups && !UNREACHABLE.test(text)) return undefined;
  if (groups?.['denied']) {
    return {
      code: 'engine/denied',
      message: `The Docker engine at ${groups['denied']} may not be used by this user.`,
      hint: 'Add the user to the group "docker", or set DOCKER_HOST to an engine of its own.',
      exit: 3,
    };
  }
  const host = groups?.['host'] ?? groups?.['api'];
  return {
    code: 'engine/unreachable',
    message: `No Docker engine can be reached${host ? ` at ${host}` : ''}${groups?.['why'] ? `: ${groups['why']}` : '.'}`,
    hint: 'Start Docker, or set DOCKER_HOST (or "docker context use") to an engine that runs.',
    exit: 3,
  };
}
