package main

import (
	"slices"

	"github.com/moby/buildkit/frontend/dockerfile/shell"
	csvvalue "github.com/tonistiigi/go-csvvalue"
)

type expansion struct {
	ID        string   `json:"id"`
	Value     string   `json:"value"`
	Unmatched []string `json:"unmatched"`
	Error     string   `json:"error,omitempty"`
	Words     []string `json:"words"`
}

func expand(req request) expansion {
	slice := []string{}
	for name, value := range req.Env {
		slice = append(slice, name+"="+value)
	}
	env := shell.EnvsFromSlice(slice)
	lex := shell.NewLex([]rune(req.Escape)[0])
	made := expansion{ID: req.ID, Unmatched: []string{}, Words: []string{}}
	value, unmatched, err := lex.ProcessWord(req.Text, env)
	if err != nil {
		made.Error = firstLine(err)
		return made
	}
	made.Value = value
	for name := range unmatched {
		made.Unmatched = append(made.Unmatched, name)
	}
	slices.Sort(made.Unmatched)
	words, err := shell.NewLex([]rune(req.Escape)[0]).ProcessWords(req.Text, env)
	if err != nil {
		panic(err)
	}
	made.Words = append(made.Words, words...)
	return made
}

type fields struct {
	ID     string   `json:"id"`
	Fields []string `json:"fields"`
	Error  string   `json:"error,omitempty"`
}

func csv(req request) fields {
	found, err := csvvalue.Fields(req.Text, nil)
	if err != nil {
		return fields{ID: req.ID, Fields: []string{}, Error: firstLine(err)}
	}
	return fields{ID: req.ID, Fields: found}
}
