import { DEFAULT_VERSIONS } from '../versions.ts';

export interface Site {
  readonly port: number;
  readonly healthPath: string;
  /** Regular expression of paths that never change. */
  readonly hashed?: string;
  readonly singlePage: boolean;
}

/** Folder of the site in the image. */
export const SITE_ROOT = '/usr/share/nginx/html';

/**
 * A whole configuration of nginx for a user who is not root: everything it writes is below /tmp, logs go to the container's output.
 * Sources: nginx documentation, ngx_http_core_module; nginx-unprivileged.
 */
export function nginxConf({ port, healthPath, hashed, singlePage }: Site): string {
  const fallback = singlePage ? '$uri $uri/ /index.html' : '$uri $uri/ $uri.html =404';
  const hashedAge = hashed ? `\n        "~${hashed}" "public, max-age=31536000, immutable";` : '';
  // A file of an older release is missing, and not the page: browsers would take that for a script.
  const hashedPlace = hashed
    ? `
        location ~ "${hashed}" {
            try_files $uri =404;
        }
`
    : '';
  return `# Written for nginx ${DEFAULT_VERSIONS.nginx} as a user who is not root: what it writes is below /tmp.
worker_processes auto;
pid /tmp/nginx.pid;
error_log /dev/stderr warn;

events {
    worker_connections 1024;
}

http {
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log /dev/stdout;
    server_tokens off;
    sendfile on;
    keepalive_timeout 65;

    client_body_temp_path /tmp/client_body;
    proxy_temp_path /tmp/proxy;
    fastcgi_temp_path /tmp/fastcgi;
    uwsgi_temp_path /tmp/uwsgi;
    scgi_temp_path /tmp/scgi;

    gzip on;
    gzip_vary on;
    gzip_min_length 1024;
    gzip_types text/css text/plain application/javascript text/javascript application/json application/manifest+json
               application/wasm image/svg+xml;

    # What is named after its content is kept for a year; the rest is asked for every time.
    map $uri $cache_control {
        default "no-cache";${hashedAge}
    }

    server {
        listen ${port};
        root ${SITE_ROOT};
        index index.html;
        add_header Cache-Control $cache_control;
        add_header X-Content-Type-Options nosniff;

        location = ${healthPath} {
            access_log off;
            default_type text/plain;
            return 200 "ok\\n";
        }
${hashedPlace}
        location / {
            try_files ${fallback};
        }
    }
}
`;
}
