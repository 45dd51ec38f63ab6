// Command reference says how Docker reads an image reference. Standard input has one JSON string a line; each is answered by one
// line with the parts of ParseNormalizedNamed, which FROM, COPY --from and Compose's image go through.
package main

import (
	_ "crypto/sha256"
	_ "crypto/sha512"
	"encoding/json"
	"io"
	"os"

	"github.com/distribution/reference"
)

type answer struct {
	Error      string `json:"error,omitempty"`
	Registry   string `json:"registry,omitempty"`
	Repository string `json:"repository,omitempty"`
	Name       string `json:"name,omitempty"`
	Tag        string `json:"tag,omitempty"`
	Digest     string `json:"digest,omitempty"`
	Canonical  string `json:"canonical,omitempty"`
	Familiar   string `json:"familiar,omitempty"`
}

func ask(text string) (a answer) {
	named, err := reference.ParseNormalizedNamed(text)
	if err != nil {
		return answer{Error: err.Error()}
	}
	a.Registry, a.Repository, a.Name = reference.Domain(named), reference.Path(named), named.Name()
	if tagged, ok := named.(reference.Tagged); ok {
		a.Tag = tagged.Tag()
	}
	if digested, ok := named.(reference.Digested); ok {
		a.Digest = digested.Digest().String()
	}
	a.Canonical = reference.TagNameOnly(named).String()
	a.Familiar = reference.FamiliarString(named)
	return
}

func main() {
	decoder, encoder := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	for {
		var text string
		if err := decoder.Decode(&text); err == io.EOF {
			return
		} else if err != nil {
			panic(err)
		}
		if err := encoder.Encode(ask(text)); err != nil {
			panic(err)
		}
	}
}
