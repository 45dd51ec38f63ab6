// Command image prints the image configuration that BuildKit makes of each stage of a Dockerfile. It reads one Dockerfile's text, as a JSON
// string, per line and answers each with one line. Every base image has the same configuration; nothing is pulled or built.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/moby/buildkit/client/llb/sourceresolver"
	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/frontend/dockerui"
	digest "github.com/opencontainers/go-digest"
)

// A layer has to be there, or BuildKit takes the image for scratch.
const base = `{"architecture":"amd64","os":"linux","config":{"Env":["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],
"Cmd":["base"]},"rootfs":{"type":"layers","diff_ids":["sha256:0000000000000000000000000000000000000000000000000000000000000000"]}}`

type anyImage struct{}

func (anyImage) ResolveImageConfig(_ context.Context, ref string, _ sourceresolver.Opt) (string, digest.Digest, []byte, error) {
	return ref, "", []byte(base), nil
}

type stage struct {
	Index  int    `json:"index"`
	Error  string `json:"error,omitempty"`
	Config any    `json:"config,omitempty"`
}

type answer struct {
	Error  string  `json:"error,omitempty"`
	Stages []stage `json:"stages,omitempty"`
}

// answerTo leaves out stages that no target can name: those without a name and those whose name comes again, but for the last.
func answerTo(text string) (out answer) {
	file, err := parser.Parse(bytes.NewReader([]byte(text)))
	if err != nil {
		return answer{Error: err.Error()}
	}
	stages, _, err := instructions.Parse(file.AST, nil)
	if err != nil {
		return answer{Error: err.Error()}
	}
	named := map[string]int{}
	for _, each := range stages {
		named[each.Name]++
	}
	for index, each := range stages {
		target := each.Name
		if index == len(stages)-1 {
			target = ""
		} else if target == "" || named[target] > 1 {
			continue
		}
		opt := dockerfile2llb.ConvertOpt{MetaResolver: anyImage{}, Config: dockerui.Config{Target: target}}
		result, err := dockerfile2llb.Dockerfile2LLB(context.Background(), []byte(text), opt)
		if err != nil {
			out.Stages = append(out.Stages, stage{Index: index, Error: err.Error()})
			continue
		}
		out.Stages = append(out.Stages, stage{Index: index, Config: result.Image.Config})
	}
	return out
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 1<<26)
	for lines.Scan() {
		var text string
		if err := json.Unmarshal(lines.Bytes(), &text); err != nil {
			panic(err)
		}
		said, err := json.Marshal(answerTo(text))
		if err != nil {
			panic(err)
		}
		fmt.Println(string(said))
	}
}
