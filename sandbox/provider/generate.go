package main

import (
	"context"
	"os"

	pftfgen "github.com/pulumi/pulumi-terraform-bridge/v3/pkg/pf/tfgen"
)

// The bridge's generator is a command of its own that reads os.Args. It writes schema.json and
// bridge-metadata.json into the folder that it is given.
func generate(folder string) error {
	info, err := describe(context.Background(), nil)
	if err != nil {
		return err
	}
	os.Args = []string{"pulumi-tfgen-aws", "schema", "--out", folder, "--skip-docs", "--skip-examples"}
	pftfgen.MainWithMuxer(packageName, info)
	return nil
}
