package main

// A mapping from an upstream type to the module and name of Pulumi's token for it. The token follows from them:
// {"aws_db_instance", "rds", "Instance"} becomes aws:rds/instance:Instance.
type mapping struct {
	upstream string
	module   string
	name     string
}

var resources = []mapping{
	{"aws_appautoscaling_policy", "appautoscaling", "Policy"},
	{"aws_appautoscaling_target", "appautoscaling", "Target"},

	{"aws_backup_plan", "backup", "Plan"},
	{"aws_backup_selection", "backup", "Selection"},
	{"aws_backup_vault", "backup", "Vault"},
	{"aws_backup_vault_lock_configuration", "backup", "VaultLockConfiguration"},
	{"aws_backup_vault_policy", "backup", "VaultPolicy"},

	{"aws_cloudtrail", "cloudtrail", "Trail"},

	{"aws_cloudwatch_event_rule", "cloudwatch", "EventRule"},
	{"aws_cloudwatch_event_target", "cloudwatch", "EventTarget"},
	{"aws_cloudwatch_log_group", "cloudwatch", "LogGroup"},
	{"aws_cloudwatch_log_resource_policy", "cloudwatch", "LogResourcePolicy"},
	{"aws_cloudwatch_metric_alarm", "cloudwatch", "MetricAlarm"},

	{"aws_dax_cluster", "dax", "Cluster"},
	{"aws_dax_parameter_group", "dax", "ParameterGroup"},
	{"aws_dax_subnet_group", "dax", "SubnetGroup"},

	{"aws_dynamodb_contributor_insights", "dynamodb", "ContributorInsights"},
	{"aws_dynamodb_global_table", "dynamodb", "GlobalTable"},
	{"aws_dynamodb_kinesis_streaming_destination", "dynamodb", "KinesisStreamingDestination"},
	{"aws_dynamodb_resource_policy", "dynamodb", "ResourcePolicy"},
	{"aws_dynamodb_table", "dynamodb", "Table"},
	{"aws_dynamodb_table_item", "dynamodb", "TableItem"},
	{"aws_dynamodb_table_replica", "dynamodb", "TableReplica"},
	{"aws_dynamodb_tag", "dynamodb", "Tag"},

	{"aws_default_network_acl", "ec2", "DefaultNetworkAcl"},
	{"aws_default_route_table", "ec2", "DefaultRouteTable"},
	{"aws_default_security_group", "ec2", "DefaultSecurityGroup"},
	{"aws_default_subnet", "ec2", "DefaultSubnet"},
	{"aws_default_vpc", "ec2", "DefaultVpc"},
	{"aws_ec2_managed_prefix_list", "ec2", "ManagedPrefixList"},
	{"aws_ec2_managed_prefix_list_entry", "ec2", "ManagedPrefixListEntry"},
	{"aws_egress_only_internet_gateway", "ec2", "EgressOnlyInternetGateway"},
	{"aws_eip", "ec2", "Eip"},
	{"aws_flow_log", "ec2", "FlowLog"},
	{"aws_internet_gateway", "ec2", "InternetGateway"},
	{"aws_main_route_table_association", "ec2", "MainRouteTableAssociation"},
	{"aws_nat_gateway", "ec2", "NatGateway"},
	{"aws_network_acl", "ec2", "NetworkAcl"},
	{"aws_network_acl_rule", "ec2", "NetworkAclRule"},
	{"aws_network_interface", "ec2", "NetworkInterface"},
	{"aws_route", "ec2", "Route"},
	{"aws_route_table", "ec2", "RouteTable"},
	{"aws_route_table_association", "ec2", "RouteTableAssociation"},
	{"aws_security_group", "ec2", "SecurityGroup"},
	{"aws_security_group_rule", "ec2", "SecurityGroupRule"},
	{"aws_subnet", "ec2", "Subnet"},
	{"aws_vpc", "ec2", "Vpc"},
	{"aws_vpc_endpoint", "ec2", "VpcEndpoint"},
	{"aws_vpc_endpoint_policy", "ec2", "VpcEndpointPolicy"},
	{"aws_vpc_endpoint_route_table_association", "ec2", "VpcEndpointRouteTableAssociation"},
	{"aws_vpc_endpoint_subnet_association", "ec2", "VpcEndpointSubnetAssociation"},
	{"aws_vpc_ipv4_cidr_block_association", "ec2", "VpcIpv4CidrBlockAssociation"},
	{"aws_vpc_security_group_egress_rule", "vpc", "SecurityGroupEgressRule"},
	{"aws_vpc_security_group_ingress_rule", "vpc", "SecurityGroupIngressRule"},

	{"aws_guardduty_detector", "guardduty", "Detector"},
	{"aws_guardduty_detector_feature", "guardduty", "DetectorFeature"},

	{"aws_iam_group", "iam", "Group"},
	{"aws_iam_group_policy", "iam", "GroupPolicy"},
	{"aws_iam_group_policy_attachment", "iam", "GroupPolicyAttachment"},
	{"aws_iam_policy", "iam", "Policy"},
	{"aws_iam_policy_attachment", "iam", "PolicyAttachment"},
	{"aws_iam_role", "iam", "Role"},
	{"aws_iam_role_policy", "iam", "RolePolicy"},
	{"aws_iam_role_policy_attachment", "iam", "RolePolicyAttachment"},
	{"aws_iam_user", "iam", "User"},
	{"aws_iam_user_policy", "iam", "UserPolicy"},
	{"aws_iam_user_policy_attachment", "iam", "UserPolicyAttachment"},

	{"aws_kinesis_firehose_delivery_stream", "kinesis", "FirehoseDeliveryStream"},
	{"aws_kinesis_stream", "kinesis", "Stream"},

	{"aws_kms_alias", "kms", "Alias"},
	{"aws_kms_external_key", "kms", "ExternalKey"},
	{"aws_kms_key", "kms", "Key"},
	{"aws_kms_key_policy", "kms", "KeyPolicy"},
	{"aws_kms_replica_external_key", "kms", "ReplicaExternalKey"},
	{"aws_kms_replica_key", "kms", "ReplicaKey"},

	{"aws_lambda_event_source_mapping", "lambda", "EventSourceMapping"},
	{"aws_lambda_function", "lambda", "Function"},
	{"aws_lambda_permission", "lambda", "Permission"},

	{"aws_db_cluster_snapshot", "rds", "ClusterSnapshot"},
	{"aws_db_event_subscription", "rds", "EventSubscription"},
	{"aws_db_instance", "rds", "Instance"},
	{"aws_db_instance_automated_backups_replication", "rds", "InstanceAutomatedBackupsReplication"},
	{"aws_db_option_group", "rds", "OptionGroup"},
	{"aws_db_parameter_group", "rds", "ParameterGroup"},
	{"aws_db_proxy", "rds", "Proxy"},
	{"aws_db_proxy_default_target_group", "rds", "ProxyDefaultTargetGroup"},
	{"aws_db_proxy_endpoint", "rds", "ProxyEndpoint"},
	{"aws_db_proxy_target", "rds", "ProxyTarget"},
	{"aws_db_snapshot", "rds", "Snapshot"},
	{"aws_db_snapshot_copy", "rds", "SnapshotCopy"},
	{"aws_db_subnet_group", "rds", "SubnetGroup"},
	{"aws_rds_cluster", "rds", "Cluster"},
	{"aws_rds_cluster_activity_stream", "rds", "ClusterActivityStream"},
	{"aws_rds_cluster_instance", "rds", "ClusterInstance"},
	{"aws_rds_cluster_parameter_group", "rds", "ClusterParameterGroup"},
	{"aws_rds_cluster_snapshot_copy", "rds", "ClusterSnapshotCopy"},
	{"aws_rds_global_cluster", "rds", "GlobalCluster"},

	{"aws_s3_bucket", "s3", "Bucket"},
	{"aws_s3_bucket_policy", "s3", "BucketPolicy"},
	{"aws_s3_bucket_public_access_block", "s3", "BucketPublicAccessBlock"},
	{"aws_s3_bucket_server_side_encryption_configuration", "s3", "BucketServerSideEncryptionConfiguration"},
	{"aws_s3_bucket_versioning", "s3", "BucketVersioning"},

	{"aws_secretsmanager_secret", "secretsmanager", "Secret"},
	{"aws_secretsmanager_secret_policy", "secretsmanager", "SecretPolicy"},
	{"aws_secretsmanager_secret_rotation", "secretsmanager", "SecretRotation"},
	{"aws_secretsmanager_secret_version", "secretsmanager", "SecretVersion"},

	{"aws_sns_topic", "sns", "Topic"},
	{"aws_sns_topic_policy", "sns", "TopicPolicy"},
	{"aws_sns_topic_subscription", "sns", "TopicSubscription"},

	{"aws_sqs_queue", "sqs", "Queue"},
	{"aws_sqs_queue_policy", "sqs", "QueuePolicy"},

	{"aws_ssm_parameter", "ssm", "Parameter"},
}

var functions = []mapping{
	{"aws_availability_zones", "index", "getAvailabilityZones"},
	{"aws_caller_identity", "index", "getCallerIdentity"},
	{"aws_partition", "index", "getPartition"},
	{"aws_region", "index", "getRegion"},
	{"aws_db_instance", "rds", "getInstance"},
	{"aws_rds_engine_version", "rds", "getEngineVersion"},
	{"aws_rds_orderable_db_instance", "rds", "getOrderableDbInstance"},
	{"aws_ec2_managed_prefix_list", "ec2", "getManagedPrefixList"},
	{"aws_iam_policy_document", "iam", "getPolicyDocument"},
	{"aws_kms_alias", "kms", "getAlias"},
	{"aws_kms_key", "kms", "getKey"},
	{"aws_prefix_list", "ec2", "getPrefixList"},
	{"aws_route_table", "ec2", "getRouteTable"},
	{"aws_route_tables", "ec2", "getRouteTables"},
	{"aws_security_group", "ec2", "getSecurityGroup"},
	{"aws_subnet", "ec2", "getSubnet"},
	{"aws_subnets", "ec2", "getSubnets"},
	{"aws_vpc", "ec2", "getVpc"},
}
