/** A script that asks an address, and fails unless the status is below another: bash opens connections, and a slim Debian has nothing else. */
const PROGRAM = `#!/bin/bash
IFS=/ read -r _ _ host path <<< "$1"
exec 3<> "/dev/tcp/\${host%:*}/\${host#*:}" || exit 1
printf 'GET /%s HTTP/1.0\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' "$path" >&3
read -r _ status _ <&3
[ "\${status:-999}" -lt "$2" ]`;

export const PROBE_LINES: readonly string[] = [
  '# A health check of a few lines: the image has no curl.',
  "COPY --chmod=755 <<'EOF' /usr/local/bin/probe",
  PROGRAM,
  'EOF',
];
