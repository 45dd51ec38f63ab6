import type { Block } from '../../dockerfile/dockerfile-text.ts';

/** Where the probe lies in a final stage. */
export const PROBE = '/app/probe';

/** A program that asks an address, and fails unless the status is below another: static images have no curl. */
const PROGRAM = `package main

import (
	"net"
	"net/url"
	"os"
	"time"
)

func main() {
	address, err := url.Parse(os.Args[1])
	if err != nil {
		os.Exit(2)
	}
	connection, err := net.DialTimeout("tcp", address.Host, 3*time.Second)
	if err != nil {
		os.Exit(1)
	}
	connection.SetDeadline(time.Now().Add(3 * time.Second))
	connection.Write([]byte("GET " + address.Path + " HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n"))
	answer := make([]byte, 12)
	if count, _ := connection.Read(answer); count < 12 || string(answer[9:]) >= os.Args[2] {
		os.Exit(1)
	}
}`;

/** Lines that make the probe in a stage with a compiler. */
export function probeLines(build: (program: string, output: string) => string, output: string): string[] {
  return ["COPY <<'EOF' /probe/probe.go", PROGRAM, 'EOF', build('/probe/probe.go', output)];
}

/** The stage that makes the probe, apart from the sources so that no edit of them makes it anew. */
export function probeStage(build: (program: string, output: string) => string, prepare: readonly string[]): Block {
  return [
    '# probe is a health check of a few lines: the image that ships has neither a shell nor curl.',
    'FROM base AS probe',
    ...prepare,
    ...probeLines(build, '/out/probe'),
  ];
}
