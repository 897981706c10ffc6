package main

import (
	"context"
	"maps"
	"strings"
	"unicode"

	"github.com/hashicorp/terraform-provider-aws/xpprovider"
	pftfbridge "github.com/pulumi/pulumi-terraform-bridge/v3/pkg/pf/tfbridge"
	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfbridge"
	shim "github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfshim"
	shimv2 "github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfshim/sdk-v2"
	"github.com/pulumi/pulumi/sdk/v3/go/common/tokens"
)

const packageName = "aws"

// The tags of a resource together with the provider's default tags: an output only.
const allTags = "tags_all"

// The version of @pulumi/aws that asks for this plugin; the build sets it.
var version = "0.0.1"

func describe(ctx context.Context, metadata []byte) (tfbridge.ProviderInfo, error) {
	framework, sdk, err := xpprovider.GetProvider(ctx)
	if err != nil {
		return tfbridge.ProviderInfo{}, err
	}
	info := tfbridge.ProviderInfo{
		P:              pftfbridge.MuxShimWithDisjointgPF(ctx, shimv2.NewProvider(sdk), framework),
		Name:           packageName,
		ResourcePrefix: "aws",
		Version:        version,
		MetadataInfo:   tfbridge.NewProviderMetadata(metadata),
		Resources:      map[string]*tfbridge.ResourceInfo{},
		DataSources:    map[string]*tfbridge.DataSourceInfo{},
		Config: map[string]*tfbridge.SchemaInfo{
			"region": {Default: &tfbridge.DefaultInfo{EnvVars: []string{"AWS_REGION", "AWS_DEFAULT_REGION"}}},
		},
	}
	for _, r := range resources {
		own := fields{}
		maps.Copy(own, resourceFields[r.upstream])
		upstream, known := sdk.ResourcesMap[r.upstream]
		if known && upstream.SchemaMap()[allTags] != nil {
			own[allTags] = &tfbridge.SchemaInfo{MarkAsComputedOnly: tfbridge.True()}
		}
		info.Resources[r.upstream] = &tfbridge.ResourceInfo{Tok: tokens.Type(r.token()), Fields: own}
	}
	for _, f := range functions {
		info.DataSources[f.upstream] = &tfbridge.DataSourceInfo{Tok: tokens.ModuleMember(f.token())}
	}
	info.IgnoreMappings = unmapped(&info)
	info.SetAutonaming(maxNameLength, "-")
	return info, nil
}

func (m mapping) token() string {
	return packageName + ":" + m.module + "/" + lowerFirst(m.name) + ":" + m.name
}

// The generator refuses upstream types that are neither mapped nor named here.
func unmapped(info *tfbridge.ProviderInfo) []string {
	ignored := []string{"arn_build", "arn_parse", "trim_iam_role_path", "user_agent"}
	info.P.ResourcesMap().Range(func(name string, _ shim.Resource) bool {
		if info.Resources[name] == nil {
			ignored = append(ignored, name)
		}
		return true
	})
	info.P.DataSourcesMap().Range(func(name string, _ shim.Resource) bool {
		if info.DataSources[name] == nil {
			ignored = append(ignored, name)
		}
		return true
	})
	return ignored
}

func lowerFirst(text string) string {
	runes := []rune(text)
	runes[0] = unicode.ToLower(runes[0])
	return string(runes)
}

func lowerCase(text string) string { return strings.ToLower(text) }
