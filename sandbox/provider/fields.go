package main

import (
	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfbridge"
	"github.com/pulumi/pulumi/sdk/v3/go/common/tokens"
)

type fields = map[string]*tfbridge.SchemaInfo

const maxNameLength = 255

// Where Pulumi's names and types differ from what follows mechanically from upstream's. The contract test in
// test/end-to-end compares the outcome with @pulumi/aws.
var resourceFields = map[string]fields{
	"aws_cloudwatch_log_resource_policy": {"policy_document": document()},
	"aws_cloudwatch_metric_alarm":        {"alarm_name": autoNamed("name")},
	"aws_db_option_group":                {"option_group_description": managedByPulumi()},
	"aws_db_parameter_group":             {"description": managedByPulumi()},
	"aws_db_subnet_group":                {"description": managedByPulumi()},
	"aws_default_network_acl":            {"ingress": {Name: "ingress"}, "egress": {Name: "egress"}},
	"aws_default_security_group":         {"ingress": {Name: "ingress"}, "egress": {Name: "egress"}},
	"aws_dynamodb_table": {
		"global_secondary_index": {Name: "globalSecondaryIndexes"},
		"local_secondary_index":  {Name: "localSecondaryIndexes"},
	},
	"aws_iam_group_policy": {"policy": document()},
	"aws_iam_policy":       {"policy": document()},
	"aws_iam_role":         {"name": autoNamedUpTo(64), "assume_role_policy": document()},
	"aws_iam_role_policy":  {"policy": document()},
	"aws_iam_user_policy":  {"policy": document()},
	"aws_kms_alias":        {"name": kmsAliasName()},
	"aws_lambda_function": {
		"function_name": {Name: "name", Default: autoNamedUpTo(64).Default},
		"architectures": {MaxItemsOne: tfbridge.False()},
		"filename":      {Name: "code", Asset: &tfbridge.AssetTranslation{Kind: tfbridge.FileArchive}},
	},
	"aws_lambda_permission":           {"function_name": {Name: "function"}},
	"aws_network_acl":                 {"ingress": {Name: "ingress"}, "egress": {Name: "egress"}},
	"aws_rds_cluster_parameter_group": {"description": managedByPulumi()},
	"aws_s3_bucket":                   {"bucket": autoNamedBucket()},
	"aws_s3_bucket_policy":            {"policy": document()},
	"aws_security_group": {
		"description": managedByPulumi(),
		"ingress":     {Name: "ingress"},
		"egress":      {Name: "egress"},
	},
	"aws_sns_topic_policy":       {"policy": document()},
	"aws_sns_topic_subscription": {"topic_arn": {Name: "topic"}},
	"aws_sqs_queue_policy":       {"policy": document()},
}

func autoNamed(name string) *tfbridge.SchemaInfo {
	return tfbridge.AutoName(name, maxNameLength, "-")
}

func autoNamedUpTo(length int) *tfbridge.SchemaInfo {
	return tfbridge.AutoName("name", length, "-")
}

func autoNamedBucket() *tfbridge.SchemaInfo {
	return tfbridge.AutoNameTransform("bucket", 63, lowerCase)
}

func kmsAliasName() *tfbridge.SchemaInfo {
	return tfbridge.AutoNameTransform("name", maxNameLength, func(name string) string { return "alias/" + name })
}

func managedByPulumi() *tfbridge.SchemaInfo {
	return &tfbridge.SchemaInfo{Default: &tfbridge.DefaultInfo{Value: "Managed by Pulumi"}}
}

// Programs may give a policy document as an object; upstream takes JSON text.
func document() *tfbridge.SchemaInfo {
	return &tfbridge.SchemaInfo{
		Type:      "string",
		AltTypes:  []tokens.Type{"aws:iam/documents:PolicyDocument"},
		Transform: tfbridge.TransformJSONDocument,
	}
}
