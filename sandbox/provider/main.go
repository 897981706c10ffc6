// The AWS provider of the sandbox: HashiCorp's provider code behind Pulumi's bridge, as Pulumi's own AWS plugin
// is made, with only the resources that this project uses.
//
//	pulumi-resource-aws generate <folder>   writes schema.json and bridge-metadata.json
//	pulumi-resource-aws <engine address>    serves; the two files lie beside the executable
package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	pftfbridge "github.com/pulumi/pulumi-terraform-bridge/v3/pkg/pf/tfbridge"
)

const (
	schemaFile   = "schema.json"
	metadataFile = "bridge-metadata.json"
)

func main() {
	var err error
	if len(os.Args) == 3 && os.Args[1] == "generate" {
		err = generate(os.Args[2])
	} else {
		err = serve()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func serve() error {
	executable, err := os.Executable()
	if err != nil {
		return err
	}
	// The plugin folder may hold a link to the executable in the cache.
	executable, err = filepath.EvalSymlinks(executable)
	if err != nil {
		return err
	}
	folder := filepath.Dir(executable)
	schema, err := os.ReadFile(filepath.Join(folder, schemaFile))
	if err != nil {
		return err
	}
	metadata, err := os.ReadFile(filepath.Join(folder, metadataFile))
	if err != nil {
		return err
	}
	ctx := context.Background()
	info, err := describe(ctx, metadata)
	if err != nil {
		return err
	}
	pftfbridge.MainWithMuxer(ctx, packageName, info, schema)
	return nil
}
