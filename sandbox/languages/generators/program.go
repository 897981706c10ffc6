package main

import (
	"context"
	"fmt"

	"github.com/blang/semver"
	"github.com/hashicorp/hcl/v2"
	yaml "github.com/pulumi/pulumi-yaml/pkg/pulumiyaml/codegen"
	"github.com/pulumi/pulumi/pkg/v3/codegen/pcl"
	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
)

func program(
	pkg *schema.Package, folder string, generate func(*pcl.Program) (map[string][]byte, hcl.Diagnostics, error),
) (map[string][]byte, error) {
	_, bound, err := yaml.Eject(folder, only{pkg})
	if err != nil {
		return nil, err
	}
	files, diagnostics, err := generate(bound)
	if err != nil {
		return nil, err
	}
	if diagnostics.HasErrors() {
		return nil, diagnostics
	}
	return files, nil
}

// A loader that knows one package, or none.
type only struct{ pkg *schema.Package }

func (l only) LoadPackage(name string, _ *semver.Version) (*schema.Package, error) {
	if l.pkg == nil || name != l.pkg.Name {
		return nil, fmt.Errorf("the package %q is needed, whose schema was not given", name)
	}
	return l.pkg, nil
}

func (l only) LoadPackageV2(_ context.Context, of *schema.PackageDescriptor) (*schema.Package, error) {
	return l.LoadPackage(of.Name, of.Version)
}

func (l only) LoadPackageReference(name string, version *semver.Version) (schema.PackageReference, error) {
	pkg, err := l.LoadPackage(name, version)
	if err != nil {
		return nil, err
	}
	return pkg.Reference(), nil
}

func (l only) LoadPackageReferenceV2(
	_ context.Context, of *schema.PackageDescriptor,
) (schema.PackageReference, error) {
	return l.LoadPackageReference(of.Name, of.Version)
}
