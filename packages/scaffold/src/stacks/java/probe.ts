import type { Block } from '../../dockerfile/dockerfile-text.ts';

/** A class that asks an address and fails unless the answer is a success, or below 500 where any answer will do. */
const PROGRAM = `import java.net.HttpURLConnection;
import java.net.URI;

public class Probe {
    public static void main(String[] args) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) URI.create(args[0]).toURL().openConnection();
        connection.setConnectTimeout(3000);
        connection.setReadTimeout(3000);
        connection.setInstanceFollowRedirects(false);
        System.exit(connection.getResponseCode() < Integer.parseInt(args[1]) ? 0 : 1);
    }
}`;

/** Lines that make the probe in a stage with a compiler. */
export function probeLines(output: string): string[] {
  return ["COPY <<'EOF' /probe/Probe.java", PROGRAM, 'EOF', `RUN javac -d ${output} /probe/Probe.java`];
}

/** The stage that makes the probe: a JRE has no curl, and a small heap is enough to ask. */
export function probeStage(image: string): Block {
  return [
    '# probe is a health check of a few lines: a JRE brings nothing that asks.',
    `FROM ${image} AS probe`,
    ...probeLines('/out'),
  ];
}

export function probeCommand(folder: string, address: string, below: number): string[] {
  return [
    'java',
    '-Xmx16m',
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    '-cp',
    folder,
    'Probe',
    address,
    `${below}`,
  ];
}
