import type { PlannedFile } from '../model/planned-file.ts';
import type { ComposeMap, ComposeTrees } from './compose-tree.ts';
import { healthTest } from './health-test.ts';
import { lockedDown, supervised } from './locked-down.ts';
import { SECRETS_FOLDER, SETTINGS_FOLDER } from './places.ts';

export const PROXY = 'proxy';

/** The `nginx` user of the official image. */
const USER = '101:101';

/**
 * A reverse proxy that ends TLS, for production alone: development reaches the app itself. The certificate and its key are secrets.
 * Source: nginx documentation, "Configuring HTTPS servers".
 */
export function proxyTrees(app: string, network: string | undefined): ComposeTrees {
  const { deploy, ...rest } = supervised({ cpus: '0.1', memory: '32M' }) as ComposeMap & {
    deploy: { resources: ComposeMap };
  };
  const locked = lockedDown(USER, [], { cpus: '0.5', memory: '128M', pids: 64 }) as ComposeMap & {
    deploy: { resources: ComposeMap };
  };
  const proxy: ComposeMap = {
    image: 'nginx:1.28-alpine',
    user: USER,
    ports: ['${HTTP_ADDRESS:-0.0.0.0}:${HTTP_PORT:-80}:8080', '${HTTP_ADDRESS:-0.0.0.0}:${HTTPS_PORT:-443}:8443'],
    configs: [{ source: PROXY, target: '/etc/nginx/nginx.conf' }],
    secrets: ['tls-certificate.pem', 'tls-key.pem'],
    depends_on: { [app]: { condition: 'service_healthy' } },
    ...(network !== undefined && { networks: [network] }),
    healthcheck: { ...healthTest(['CMD', 'curl', '-fsS', 'http://127.0.0.1:8080/healthz']) },
    ...locked,
    ...rest,
    deploy: { resources: { ...locked.deploy.resources, ...deploy.resources } },
  };
  return {
    base: { services: {} },
    development: { services: {} },
    production: {
      services: { [PROXY]: proxy },
      secrets: {
        'tls-certificate.pem': { file: `./${SECRETS_FOLDER}/tls-certificate.pem` },
        'tls-key.pem': { file: `./${SECRETS_FOLDER}/tls-key.pem` },
      },
      configs: { [PROXY]: { file: `./${SETTINGS_FOLDER}/nginx.conf` } },
    },
  };
}

/** The proxy's configuration. The app's address is looked up again and again: its containers come and go. */
export function proxyFile(folder: (name: string) => string, app: string, port: number): PlannedFile {
  const text = `# The reverse proxy of production. Reference: https://nginx.org/en/docs/
worker_processes auto;
pid /tmp/nginx.pid;
error_log /dev/stderr warn;

events {
  worker_connections 1024;
}

http {
  include /etc/nginx/mime.types;
  access_log /dev/stdout;
  server_tokens off;

  # The one folder that it can write.
  client_body_temp_path /tmp/client;
  proxy_temp_path /tmp/proxy;
  fastcgi_temp_path /tmp/fastcgi;
  uwsgi_temp_path /tmp/uwsgi;
  scgi_temp_path /tmp/scgi;

  # Docker's name server: every container of the app is found, also one that started later.
  resolver 127.0.0.11 valid=5s;

  map $http_upgrade $connection_upgrade {
    default upgrade;
    '' '';
  }

  server {
    listen 8080;

    location = /healthz {
      access_log off;
      return 204;
    }

    location / {
      return 308 https://$host$request_uri;
    }
  }

  server {
    listen 8443 ssl;
    http2 on;
    ssl_certificate /run/secrets/tls-certificate.pem;
    ssl_certificate_key /run/secrets/tls-key.pem;
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_session_cache shared:tls:1m;

    location / {
      set $app http://${app}:${port};
      proxy_pass $app;
      proxy_http_version 1.1;
      proxy_set_header Host $host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_upgrade;
    }
  }
}
`;
  return { path: folder(`${SETTINGS_FOLDER}/nginx.conf`), text };
}
