// Command oracle prints what BuildKit's own packages make of Dockerfiles, shell words and flag values.
// It reads one JSON object per line from its standard input and answers each with one line; README.md names the fields.
package main

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
)

type request struct {
	ID     string            `json:"id"`
	Kind   string            `json:"kind"`
	Text   string            `json:"text"`
	Escape string            `json:"escape"`
	Env    map[string]string `json:"env"`
}

func answer(req request) any {
	switch req.Kind {
	case "expand":
		return expand(req)
	case "csv":
		return csv(req)
	case "port":
		return port(req)
	default:
		return dockerfile(req)
	}
}

func main() {
	in := bufio.NewReader(os.Stdin)
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for {
		line, readErr := in.ReadBytes('\n')
		if len(line) > 0 {
			var req request
			if err := json.Unmarshal(line, &req); err != nil {
				panic(err)
			}
			if err := out.Encode(answer(req)); err != nil {
				panic(err)
			}
		}
		if readErr == io.EOF {
			return
		}
		if readErr != nil {
			panic(readErr)
		}
	}
}
