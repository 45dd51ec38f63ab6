package main

import "github.com/moby/buildkit/frontend/dockerfile/shell"

type ports struct {
	ID    string   `json:"id"`
	Ports []string `json:"ports"`
	Error string   `json:"error,omitempty"`
}

// port answers for one argument of EXPOSE. newPortSpecs comes from expose_ports.go, which is cut out of BuildKit when the oracle is built.
func port(req request) ports {
	words, err := shell.NewLex([]rune(req.Escape)[0]).ProcessWords(req.Text, shell.EnvsFromSlice(nil))
	if err != nil {
		return ports{ID: req.ID, Ports: []string{}, Error: firstLine(err)}
	}
	found, err := newPortSpecs().parsePorts(words)
	if err != nil {
		return ports{ID: req.ID, Ports: []string{}, Error: firstLine(err)}
	}
	return ports{ID: req.ID, Ports: append([]string{}, found...)}
}
