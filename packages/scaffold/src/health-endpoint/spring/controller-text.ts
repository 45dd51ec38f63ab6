import type { ServiceCheck } from '../health-plan.ts';
import { WRITTEN_BY } from '../source/module-name.ts';

/** A controller for servlets and for WebFlux alike: it answers later, and holds no thread of the server. Source: Spring Framework reference, "Return Values". */
export function controllerText(
  packageName: string,
  name: string,
  path: string,
  checks: readonly ServiceCheck[],
): string {
  const some = checks.length > 0;
  const entries = checks.map(
    ({ name: service, variable, port }) =>
      `            Map.entry("${service}", () -> reachable("${variable}", ${port}))`,
  );
  const imports = [...ALWAYS, ...(some ? FOR_CHECKS : [])].sort().map((one) => `import ${one};\n`);
  return `// ${WRITTEN_BY}
${packageName && `package ${packageName};\n\n`}${imports.join('')}import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ${name} {
    private interface Check {
        void run() throws Exception;
    }

    /** What the app cannot work without: a check that throws, or takes too long, answers 503. Add your own here. */
    private static final Map<String, Check> CHECKS = Map.ofEntries(${some ? `\n${entries.join(',\n')}` : ''});

    /** Seconds that each check may take; they run side by side. A container's health check waits a little longer. */
    private static final int TIME_LIMIT = 2;

    private final ExecutorService pool = Executors.newFixedThreadPool(8, task -> {
        Thread thread = new Thread(task, "health");
        thread.setDaemon(true);
        return thread;
    });

    /** Answers 200 if every check passes, else 503, and says so of each. */
    @GetMapping("${path}")
    CompletableFuture<ResponseEntity<Map<String, Object>>> health() {
        Map<String, CompletableFuture<Map<String, String>>> running = new TreeMap<>();
        CHECKS.forEach((name, check) -> running.put(name, CompletableFuture
                .supplyAsync(() -> outcomeOf(check), pool)
                .completeOnTimeout(Map.of("status", "down", "reason", "timed out"), TIME_LIMIT, TimeUnit.SECONDS)));
        return CompletableFuture.allOf(running.values().toArray(new CompletableFuture<?>[0])).thenApply(done -> {
            Map<String, Object> outcomes = new TreeMap<>();
            running.forEach((name, outcome) -> outcomes.put(name, outcome.join()));
            boolean up = running.values().stream().allMatch(outcome -> outcome.join().get("status").equals("up"));
            return ResponseEntity.status(up ? 200 : 503)
                    .cacheControl(CacheControl.noStore())
                    .body(Map.<String, Object>of("status", up ? "up" : "down", "checks", outcomes));
        });
    }

    private static Map<String, String> outcomeOf(Check check) {
        try {
            check.run();
            return Map.of("status", "up");
        } catch (IllegalStateException error) {
            return Map.of("status", "down", "reason", String.valueOf(error.getMessage()));
        } catch (Exception error) {
            // Messages of the network name addresses, which are nobody's business outside.
            return Map.of("status", "down", "reason", error.getClass().getSimpleName());
        }
    }
${some ? REACHABLE : ''}}
`;
}

const ALWAYS = [
  'java.util.Map',
  'java.util.TreeMap',
  'java.util.concurrent.CompletableFuture',
  'java.util.concurrent.ExecutorService',
  'java.util.concurrent.Executors',
  'java.util.concurrent.TimeUnit',
];
const FOR_CHECKS = ['java.io.IOException', 'java.net.InetSocketAddress', 'java.net.Socket', 'java.net.URI'];

const REACHABLE = `
    /** Returns if something listens where a variable of the environment points. */
    private static void reachable(String variable, int defaultPort) throws IOException {
        String address = System.getenv(variable);
        if (address == null || address.isEmpty()) throw new IllegalStateException(variable + " is not set");
        String plain = address.startsWith("jdbc:") ? address.substring("jdbc:".length()) : address;
        URI uri = URI.create(plain.contains("://") ? plain : "tcp://" + plain);
        if (uri.getHost() == null) throw new IllegalStateException(variable + " names no host");
        try (Socket socket = new Socket()) {
            int port = uri.getPort() < 0 ? defaultPort : uri.getPort();
            socket.connect(new InetSocketAddress(uri.getHost(), port), TIME_LIMIT * 1000);
        }
    }
`;
