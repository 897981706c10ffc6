// Generates what Pulumi's package manager would: an SDK of a package, or a program in another language.
//
//	pulumi-generate sdk go|python <schema.json> <folder>
//	pulumi-generate program csharp|go|java|python <schema.json> <folder of a YAML program> <folder>
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
)

const usage = `usage:
  pulumi-generate sdk go|python <schema.json> <folder>
  pulumi-generate program csharp|go|java|python <schema.json> <folder of a YAML program> <folder>`

func main() {
	if err := generate(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func generate(args []string) error {
	if len(args) < 4 {
		return errors.New(usage)
	}
	pkg, err := load(args[2])
	if err != nil {
		return err
	}
	var files map[string][]byte
	switch what, language := args[0], args[1]; {
	case what == "sdk" && len(args) == 4 && sdks[language] != nil:
		files, err = sdks[language](pkg)
	case what == "program" && len(args) == 5 && programs[language] != nil:
		files, err = program(pkg, args[3], programs[language])
	default:
		return errors.New(usage)
	}
	if err != nil {
		return err
	}
	return write(args[len(args)-1], files)
}

func load(path string) (*schema.Package, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var spec schema.PackageSpec
	if err := json.Unmarshal(text, &spec); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	pkg, diagnostics, err := schema.BindSpec(spec, only{}, schema.ValidationOptions{})
	if err != nil {
		return nil, err
	}
	if diagnostics.HasErrors() {
		return nil, diagnostics
	}
	return pkg, nil
}

func write(folder string, files map[string][]byte) error {
	for name, text := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, text, 0o644); err != nil {
			return err
		}
	}
	return nil
}
