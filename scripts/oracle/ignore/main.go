// Command ignore says what Docker does with an ignore file. Standard input has one JSON object a line, {"text", "paths"}; each is
// answered by one line: the patterns as the ignore file's reader cleans them, and what the walk that sends a build context makes of
// the paths, laid out as files with their folders.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	gofs "io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"

	"github.com/moby/patternmatcher"
	"github.com/moby/patternmatcher/ignorefile"
	"github.com/tonistiigi/fsutil"
	"github.com/tonistiigi/fsutil/types"
)

type question struct {
	Text  string   `json:"text"`
	Paths []string `json:"paths"`
}

type answer struct {
	Patterns []string `json:"patterns,omitempty"`
	Error    string   `json:"error,omitempty"`
	// Paths that the context has.
	Kept []string `json:"kept"`
	// Folders that the walk does not enter.
	Skipped []string `json:"skipped"`
	// Paths on which MatchesOrParentMatches, which the build checks use, says otherwise than the walk.
	Differs []string `json:"differs,omitempty"`
}

// memory is a tree of folders and empty files.
type memory struct {
	children map[string][]string
	skipped  []string
}

func newMemory(paths []string) *memory {
	seen := map[string]bool{}
	m := &memory{children: map[string][]string{}}
	for _, file := range paths {
		for p := file; p != "." && !seen[p]; p = path.Dir(p) {
			seen[p] = true
			m.children[path.Dir(p)] = append(m.children[path.Dir(p)], p)
		}
	}
	for _, list := range m.children {
		sort.Strings(list)
	}
	return m
}

func (m *memory) stat(p string) *types.Stat {
	mode := gofs.FileMode(0o644)
	if len(m.children[p]) > 0 {
		mode = gofs.ModeDir | 0o755
	}
	return &types.Stat{Path: p, Mode: uint32(mode)}
}

func (m *memory) Walk(_ context.Context, _ string, fn gofs.WalkDirFunc) error {
	return m.walk(".", fn)
}

func (m *memory) walk(dir string, fn gofs.WalkDirFunc) error {
	for _, p := range m.children[dir] {
		err := fn(p, &fsutil.DirEntryInfo{Stat: m.stat(p)}, nil)
		if err == filepath.SkipDir {
			if len(m.children[p]) == 0 {
				return nil
			}
			m.skipped = append(m.skipped, p)
			continue
		}
		if err != nil {
			return err
		}
		if err := m.walk(p, fn); err != nil {
			return err
		}
	}
	return nil
}

func (m *memory) Open(string) (io.ReadCloser, error) {
	return io.NopCloser(strings.NewReader("")), nil
}

func ask(q question) (a answer) {
	a.Kept, a.Skipped = []string{}, []string{}
	patterns, err := ignorefile.ReadAll(strings.NewReader(q.Text))
	if err != nil {
		a.Error = err.Error()
		return
	}
	a.Patterns = patterns
	tree := newMemory(q.Paths)
	filtered, err := fsutil.NewFilterFS(tree, &fsutil.FilterOpt{ExcludePatterns: patterns})
	if err != nil {
		a.Error = err.Error()
		return
	}
	kept := map[string]bool{}
	err = filtered.Walk(context.Background(), "/", func(p string, _ gofs.DirEntry, err error) error {
		kept[p] = true
		return err
	})
	if err != nil {
		a.Error = err.Error()
		return
	}
	a.Skipped = append(a.Skipped, tree.skipped...)
	alone, err := patternmatcher.New(patterns)
	if err != nil {
		a.Error = err.Error()
		return
	}
	for _, p := range q.Paths {
		if kept[p] {
			a.Kept = append(a.Kept, p)
		}
		if matched, err := alone.MatchesOrParentMatches(p); err == nil && matched == kept[p] {
			a.Differs = append(a.Differs, p)
		}
	}
	return
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	decoder := json.NewDecoder(in)
	for {
		var q question
		if err := decoder.Decode(&q); err == io.EOF {
			return
		} else if err != nil {
			panic(err)
		}
		if err := encoder.Encode(ask(q)); err != nil {
			panic(err)
		}
	}
}
