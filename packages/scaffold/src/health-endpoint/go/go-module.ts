import type { ServiceCheck } from '../health-plan.ts';
import { WRITTEN_BY } from '../source/module-name.ts';

/** One name for the package, lest another of its files has it already. Source: Go documentation, `net.Dialer.DialContext`, `context.WithTimeout`. */
export function goModule(packageName: string, checks: readonly ServiceCheck[]): string {
  const some = checks.length > 0;
  const imports = [...ALWAYS, ...(some ? FOR_CHECKS : [])].sort();
  const width = Math.max(0, ...checks.map(({ name }) => name.length));
  const entries = checks.map(
    ({ name, variable, port }) =>
      `\t\t"${name}":${' '.repeat(width - name.length + 1)}func(ctx context.Context) error { return reachable(ctx, "${variable}", "${port}") },\n`,
  );
  return `// ${WRITTEN_BY}

package ${packageName}

import (
${imports.map((name) => `\t"${name}"\n`).join('')})

// healthEndpoint answers 200 if every check passes, else 503, and says so of each.
func healthEndpoint(w http.ResponseWriter, r *http.Request) {
	// Time that each check may take; they run side by side. A container's health check waits a little longer.
	const timeLimit = 2 * time.Second
${some ? REACHABLE : ''}
	// What the app cannot work without: a check that fails, or takes too long, answers 503. Add your own here.
	checks := map[string]func(context.Context) error{${some ? `\n${entries.join('')}\t` : ''}}

	type outcome struct {
		Status string \`json:"status"\`
		Reason string \`json:"reason,omitempty"\`
	}
	ctx, cancel := context.WithTimeout(r.Context(), timeLimit)
	defer cancel()
	status, code := "up", http.StatusOK
	outcomes := make(map[string]outcome, len(checks))
	var mutex sync.Mutex
	var running sync.WaitGroup
	for name, check := range checks {
		running.Add(1)
		go func(name string, check func(context.Context) error) {
			defer running.Done()
			failed := make(chan error, 1)
			go func() { failed <- check(ctx) }()
			var err error
			select {
			case err = <-failed:
			case <-ctx.Done():
				err = ctx.Err()
			}
			mutex.Lock()
			defer mutex.Unlock()
			if err == nil {
				outcomes[name] = outcome{Status: "up"}
				return
			}
			// Errors of the network name addresses, which are nobody's business outside.
			reason := "not reachable"
			if late, ok := err.(interface{ Timeout() bool }); ok && late.Timeout() {
				reason = "timed out"
			}${some ? NOT_SET : ''}
			outcomes[name] = outcome{Status: "down", Reason: reason}
			status, code = "down", http.StatusServiceUnavailable
		}(name, check)
	}
	running.Wait()

	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(map[string]any{"status": status, "checks": outcomes})
}
`;
}

const ALWAYS = ['context', 'encoding/json', 'net/http', 'sync', 'time'];
const FOR_CHECKS = ['errors', 'fmt', 'net', 'net/url', 'os', 'strings'];

/** Variables are told apart from the network by an error of their own. */
const NOT_SET = ` else if errors.Is(err, errAddress) {
				reason = err.Error()
			}`;

const REACHABLE = `	errAddress := errors.New("is not set to an address")
	// Fails unless something listens where a variable of the environment points.
	reachable := func(ctx context.Context, variable, defaultPort string) error {
		address := os.Getenv(variable)
		if !strings.Contains(address, "://") {
			address = "tcp://" + address
		}
		parts, err := url.Parse(address)
		if err != nil || parts.Hostname() == "" {
			return fmt.Errorf("%s %w", variable, errAddress)
		}
		port := parts.Port()
		if port == "" {
			port = defaultPort
		}
		connection, err := new(net.Dialer).DialContext(ctx, "tcp", net.JoinHostPort(parts.Hostname(), port))
		if err != nil {
			return err
		}
		return connection.Close()
	}
`;
