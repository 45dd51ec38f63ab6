import type { Block } from '../../dockerfile/dockerfile-text.ts';
import { execForm } from '../../dockerfile/exec-form.ts';
import { healthCheck } from '../../dockerfile/health-check.ts';
import { labelLines } from '../../dockerfile/label-lines.ts';
import { buildStage, testStage } from '../node/stages/build.ts';
import { baseStage, dependenciesStage } from '../node/stages/dependencies.ts';
import { buildImage, type NodeImage, repositoryOf } from '../node/stages/node-image.ts';
import { pruneStage } from '../node/stages/prune.ts';
import { SITE_ROOT } from './nginx-conf.ts';

/** The user that the official image has for nginx's workers. */
export const USER = '101:101';

/** What the stage that ships is made of. */
export interface SiteImage {
  readonly image: NodeImage;
  /** On the image without curl and modules. */
  readonly slim: boolean;
  readonly port: number;
  readonly healthPath: string;
  /** Configuration of nginx, from the context. */
  readonly conf: string;
  /** Where the finished site lies: a source of COPY, with the stage that it comes from. */
  readonly site: string;
}

/** The stages that build. */
export function buildBlocks(image: NodeImage): (Block | undefined)[] {
  const from = buildImage(image);
  return [
    pruneStage(image, from),
    baseStage(image, from),
    dependenciesStage(image),
    buildStage(image, 'build'),
    testStage(image, true),
  ];
}

/** nginx as a user without privileges. Its entrypoint would edit configurations, which nobody may here. */
export function siteStage({ image: { project }, slim, port, healthPath, conf, site }: SiteImage): Block {
  return [
    '# runtime ships the files and nginx, which needs no root for a port above 1023.',
    `FROM nginx:\${NGINX_VERSION}-alpine${slim ? '-slim' : ''} AS runtime`,
    `COPY ${conf} /etc/nginx/nginx.conf`,
    `COPY ${site} ${SITE_ROOT}`,
    `USER ${USER}`,
    `EXPOSE ${port}`,
    healthCheck(probe(slim, port, healthPath), { start: 5 }),
    `ENTRYPOINT ${execForm(['nginx', '-g', 'daemon off;'])}`,
    ...labelLines({ title: project.app.project.name, source: repositoryOf(project) }),
  ];
}

/** The image has curl, the slim one only BusyBox. */
function probe(slim: boolean, port: number, path: string): string[] {
  const url = `http://127.0.0.1:${port}${path}`;
  return slim ? ['wget', '-q', '-O', '/dev/null', url] : ['curl', '--fail', '--silent', '--output', '/dev/null', url];
}
