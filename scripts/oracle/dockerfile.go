package main

import (
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/linter"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/frontend/dockerfile/shell"
)

type heredoc struct {
	Name    string `json:"name"`
	FD      uint   `json:"fd"`
	Expand  bool   `json:"expand"`
	Chomp   bool   `json:"chomp"`
	Content string `json:"content"`
}

type instruction struct {
	Keyword string `json:"keyword"`
	// The logical line.
	Text      string    `json:"text"`
	Flags     []string  `json:"flags"`
	StartLine int       `json:"startLine"`
	EndLine   int       `json:"endLine"`
	JSON      bool      `json:"json"`
	Args      []string  `json:"args"`
	Heredocs  []heredoc `json:"heredocs"`
	// What the instructions package says of this instruction by itself.
	Refused string `json:"refused,omitempty"`
	// What it says of the mounts of a RUN once their variables are put in; here none is set.
	RefusedLater string       `json:"refusedLater,omitempty"`
	Trigger      *instruction `json:"trigger,omitempty"`
}

type verdict struct {
	ID string `json:"id"`
	// What the parser says of the file; nothing else is told then.
	ParserRefused string `json:"parserRefused,omitempty"`
	// What the instructions package says of the file as a whole.
	Refused            string        `json:"refused,omitempty"`
	Escape             string        `json:"escape,omitempty"`
	EmptyContinuations int           `json:"emptyContinuations,omitempty"`
	Instructions       []instruction `json:"instructions,omitempty"`
}

func arguments(node *parser.Node) []string {
	args := []string{}
	for n := node.Next; n != nil; n = n.Next {
		args = append(args, n.Value)
	}
	return args
}

func describe(node *parser.Node) instruction {
	made := instruction{
		Keyword:   node.Value,
		Text:      node.Original,
		Flags:     append([]string{}, node.Flags...),
		StartLine: node.StartLine,
		EndLine:   node.EndLine,
		JSON:      node.Attributes["json"],
		Args:      arguments(node),
		Heredocs:  []heredoc{},
	}
	for _, h := range node.Heredocs {
		content := h.Content
		if h.Chomp {
			content = parser.ChompHeredocContent(content)
		}
		made.Heredocs = append(made.Heredocs, heredoc{h.Name, h.FileDescriptor, h.Expand, h.Chomp, content})
	}
	if strings.EqualFold(node.Value, "onbuild") && node.Next != nil && len(node.Next.Children) == 1 {
		trigger := describe(node.Next.Children[0])
		made.Trigger = &trigger
		made.Args = []string{}
	}
	return made
}

func expander(escape rune) instructions.SingleWordExpander {
	return func(word string) (string, error) {
		value, _, err := shell.NewLex(escape).ProcessWord(word, shell.EnvsFromSlice(nil))
		return value, err
	}
}

// firstLine leaves out suggestions too, which are not the same each time.
func firstLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	line, _, _ = strings.Cut(line, " (did you mean")
	return line
}

// A `check` directive in a comment above an instruction is read with the linter at hand, and without one BuildKit panics.
var silent = linter.New(&linter.Config{Warn: func(_, _, _, _ string, _ []parser.Range) {}})

func dockerfile(req request) verdict {
	v := verdict{ID: req.ID}
	result, err := parser.Parse(strings.NewReader(req.Text))
	if err != nil {
		v.ParserRefused = firstLine(err)
		return v
	}
	v.Escape = string(result.EscapeToken)
	v.EmptyContinuations = len(result.Warnings)
	for _, node := range result.AST.Children {
		made := describe(node)
		read, err := instructions.ParseInstructionWithLinter(node, silent)
		if err != nil {
			made.Refused = firstLine(err)
		} else if run, ok := read.(*instructions.RunCommand); ok {
			if err := run.Expand(expander(result.EscapeToken)); err != nil {
				made.RefusedLater = firstLine(err)
			}
		}
		if made.Trigger != nil {
			if _, err := instructions.ParseInstructionWithLinter(node.Next.Children[0], silent); err != nil {
				made.Trigger.Refused = firstLine(err)
			}
		}
		v.Instructions = append(v.Instructions, made)
	}
	if _, _, err := instructions.Parse(result.AST, silent); err != nil {
		v.Refused = firstLine(err)
	}
	return v
}
