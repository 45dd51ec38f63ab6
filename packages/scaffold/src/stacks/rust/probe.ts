import type { Block } from '../../dockerfile/dockerfile-text.ts';

/** Where the probe lies in a final stage. */
export const PROBE = '/app/probe';

/** A program that asks an address, and fails unless the status is below another: images without a shell have no curl. */
const PROGRAM = `use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

fn main() {
    let words: Vec<String> = std::env::args().collect();
    let status = words[1].strip_prefix("http://").and_then(ask);
    let limit = words[2].parse().unwrap_or(300);
    std::process::exit(if status.is_some_and(|code| code < limit) { 0 } else { 1 });
}

fn ask(address: &str) -> Option<u16> {
    let (host, path) = address.split_at(address.find('/')?);
    let limit = Duration::from_secs(3);
    let host: SocketAddr = host.parse().ok()?;
    let mut connection = TcpStream::connect_timeout(&host, limit).ok()?;
    connection.set_read_timeout(Some(limit)).ok()?;
    write!(connection, "GET {path} HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n").ok()?;
    let mut answer = [0; 12];
    connection.read_exact(&mut answer).ok()?;
    std::str::from_utf8(&answer[9..]).ok()?.parse().ok()
}`;

/** Lines that make the probe in a stage with a compiler. */
export function probeLines(output: string): string[] {
  const folder = output.slice(0, output.lastIndexOf('/'));
  return [
    "COPY <<'EOF' /probe/probe.rs",
    PROGRAM,
    'EOF',
    `RUN mkdir -p ${folder} && rustc --edition 2021 -C opt-level=s -C strip=symbols -C panic=abort -o ${output} /probe/probe.rs`,
  ];
}

/** The stage that makes the probe, apart from the sources so that no edit of them makes it anew. */
export const PROBE_STAGE: Block = [
  '# probe is a health check of a few lines: the image that ships has neither a shell nor curl.',
  'FROM base AS probe',
  ...probeLines('/out/probe'),
];
