// Command checks prints what BuildKit's build checks (`docker buildx build --call=check`) say of Dockerfiles, without an engine and
// without a registry. It reads one JSON object per line from its standard input and answers each with one line; ../README.md names
// the fields.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/moby/buildkit/client/llb"
	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/frontend/dockerui"
	"github.com/moby/buildkit/frontend/subrequests/lint"
	"github.com/moby/buildkit/solver/pb"
	ocispecs "github.com/opencontainers/image-spec/specs-go/v1"
)

type request struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

type warning struct {
	RuleName string `json:"ruleName"`
	Line     int    `json:"line"`
	Detail   string `json:"detail"`
}

type verdict struct {
	ID       string    `json:"id"`
	Warnings []warning `json:"warnings"`
	// Why the file would not be built: a fault of the file, since every base is found.
	Error string `json:"error,omitempty"`
}

var capabilities = pb.Caps.CapSet(pb.Caps.All())

func check(req request) (answer verdict) {
	answer = verdict{ID: req.ID, Warnings: []warning{}}
	// BuildKit recovers from its own panics, too.
	defer func() {
		if fault := recover(); fault != nil {
			answer.Error = fmt.Sprint("panic: ", fault)
		}
	}()
	bases := &standIns{}
	results, err := ask(req.Text, bases, "linux", nil)
	// What a builder is told on its command line: the platform of images of Windows, and the base that a FROM leaves open.
	if err == nil && bases.windows {
		results, err = ask(req.Text, bases, "windows", nil)
	}
	if err == nil && results.Error != nil && strings.HasSuffix(results.Error.Message, "should not be blank") {
		results, err = ask(req.Text, bases, "linux", openArguments(req.Text))
	}
	if err != nil {
		answer.Error = err.Error()
		return answer
	}
	if results.Error != nil {
		answer.Error = results.Error.Message
	}
	for _, each := range results.Warnings {
		line := 1
		if ranges := each.Location.Ranges; len(ranges) > 0 {
			line = int(ranges[0].Start.Line)
		}
		answer.Warnings = append(answer.Warnings, warning{each.RuleName, line, each.Detail})
	}
	return answer
}

func ask(text string, bases *standIns, os string, arguments map[string]string) (*lint.LintResults, error) {
	platform := ocispecs.Platform{OS: os, Architecture: "amd64"}
	return dockerfile2llb.DockerfileLint(context.Background(), []byte(text), dockerfile2llb.ConvertOpt{
		Config:         dockerui.Config{BuildArgs: arguments, BuildPlatforms: []ocispecs.Platform{platform}},
		TargetPlatform: &platform,
		MetaResolver:   bases,
		LLBCaps:        &capabilities,
		SourceMap:      &llb.SourceMap{Definition: &llb.Definition{}, Filename: "Dockerfile", Data: []byte(text)},
	})
}

// openArguments gives a value to each ARG above the first FROM that has none.
func openArguments(text string) map[string]string {
	open := map[string]string{}
	tree, err := parser.Parse(bytes.NewReader([]byte(text)))
	if err != nil {
		return open
	}
	_, globals, err := instructions.Parse(tree.AST, nil)
	if err != nil {
		return open
	}
	for _, global := range globals {
		for _, arg := range global.Args {
			if arg.Value == nil {
				open[arg.Key] = "stand-in"
			}
		}
	}
	return open
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
			if err := out.Encode(check(req)); err != nil {
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
