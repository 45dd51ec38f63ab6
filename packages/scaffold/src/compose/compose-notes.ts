import { appEnvironment } from './app-environment.ts';
import type { AppFacts } from './app-trees.ts';
import type { ComposeRequest } from './compose-request.ts';
import { LOG_FOLDER } from './log-shipper.ts';
import { SECRETS_FOLDER } from './places.ts';

/** What files alone do not bring about. */
export function composeNotes({ service, sidecars }: ComposeRequest, facts: AppFacts): string[] {
  const passwords = Object.keys(appEnvironment(facts.backings)).filter((name) => name.endsWith('_PASSWORD_FILE'));
  const added = new Set(facts.backings.map(({ name }) => name));
  const own = Object.keys(facts.waitsFor).filter((name) => !added.has(name));
  const unhealthy = !facts.health.everywhere && !facts.health.production;
  return [
    ...(passwords.length > 0
      ? [
          `Read the password from the file that ${passwords.join(' or ')} names: the address has none.`,
          `The passwords under ${SECRETS_FOLDER}/ are for this machine; production has files of its own there, which the users of the containers can read.`,
        ]
      : []),
    ...own.map((name) => `${facts.name} waits for ${name}, which was there: tell it its address in environment.`),
    ...(unhealthy && service.port !== undefined
      ? [`Nothing says how ${facts.name} is: add a HEALTHCHECK to its Dockerfile, so that others can wait for it.`]
      : []),
    ...(sidecars.includes('proxy')
      ? [
          `Put the certificate and its key into ${SECRETS_FOLDER}/tls-certificate.pem and ${SECRETS_FOLDER}/tls-key.pem.`,
        ]
      : []),
    ...(sidecars.includes('logs') ? [`Write log files into ${LOG_FOLDER}, which LOG_FOLDER names.`] : []),
    ...(facts.behindProxy && !sidecars.includes('proxy')
      ? [`${facts.name} publishes no port in production: it is reached over the external network.`]
      : []),
  ];
}
