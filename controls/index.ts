import type { AnyControl } from "./control";
import { customerManagedKey as vaultCustomerManagedKey } from "./database-backup-vault/customer-managed-key";
import { deletionWindow as keyDeletionWindow } from "./database-key/deletion-window";
import { notPendingDeletion as keyNotPendingDeletion } from "./database-key/not-pending-deletion";
import { policyNotPublic as keyPolicyNotPublic } from "./database-key/policy-not-public";
import { rotation as keyRotation } from "./database-key/rotation";
import { encrypted as logGroupEncrypted } from "./database-log-group/encrypted";
import { policyNotPublic as logGroupPolicyNotPublic } from "./database-log-group/policy-not-public";
import { retention as logGroupRetention } from "./database-log-group/retention";
import { encrypted as recoveryPointEncrypted } from "./database-recovery-point/encrypted";
import { customerManagedKey as secretCustomerManagedKey } from "./database-secret/customer-managed-key";
import { policyNotPublic as secretPolicyNotPublic } from "./database-secret/policy-not-public";
import { rotation as secretRotation } from "./database-secret/rotation";
import { described } from "./database-security-group/described";
import { noOpenEgress } from "./database-security-group/no-open-egress";
import { noPublicIngress } from "./database-security-group/no-public-ingress";
import { sourceIsSecurityGroup } from "./database-security-group/source-is-security-group";
import { noPublicIp } from "./database-subnet/no-public-ip";
import { multiAz as subnetGroupMultiAz } from "./database-subnet-group/multi-az";
import { tagged as subnetGroupTagged } from "./database-subnet-group/tagged";
import { flowLogs } from "./database-vpc/flow-logs";
import { encryptedAtRest } from "./dax-cluster/encrypted-at-rest";
import { encryptedInTransit } from "./dax-cluster/encrypted-in-transit";
import { multiAz as daxMultiAz } from "./dax-cluster/multi-az";
import { closed } from "./default-security-group/closed";
import { customerManagedKey as replicaCustomerManagedKey } from "./dynamodb-replica/customer-managed-key";
import { encrypted as streamConsumerEncrypted } from "./dynamodb-stream-consumer/encrypted";
import { backupPlan as tableBackupPlan } from "./dynamodb-table/backup-plan";
import { customerManagedKey as tableCustomerManagedKey } from "./dynamodb-table/customer-managed-key";
import { deletionProtection as tableDeletionProtection } from "./dynamodb-table/deletion-protection";
import { pointInTimeRecovery } from "./dynamodb-table/point-in-time-recovery";
import { resourcePolicyNotPublic } from "./dynamodb-table/resource-policy-not-public";
import { scales } from "./dynamodb-table/scales";
import { tagged as tableTagged } from "./dynamodb-table/tagged";
import { policyRestricted } from "./dynamodb-vpc-endpoint/policy-restricted";
import { rdsProtection } from "./guardduty/rds-protection";
import { databaseAdminNotWildcard } from "./iam/database-admin-not-wildcard";
import { dynamodbLeadingKeys } from "./iam/dynamodb-leading-keys";
import { rdsConnectScoped } from "./iam/rds-connect-scoped";
import { noEc2ClassicSecurityGroup } from "./rds/no-ec2-classic-security-group";
import { customerManagedKey as activityStreamCustomerManagedKey } from "./rds-activity-stream/customer-managed-key";
import { activityStream as clusterActivityStream } from "./rds-cluster/activity-stream";
import { auditLogging as clusterAuditLogging } from "./rds-cluster/audit-logging";
import { autoMinorVersionUpgrade as clusterAutoMinorVersionUpgrade } from "./rds-cluster/auto-minor-version-upgrade";
import { backtrack as clusterBacktrack } from "./rds-cluster/backtrack";
import { backupPlan as clusterBackupPlan } from "./rds-cluster/backup-plan";
import { backupRetention as clusterBackupRetention } from "./rds-cluster/backup-retention";
import { copyTagsToSnapshot as clusterCopyTagsToSnapshot } from "./rds-cluster/copy-tags-to-snapshot";
import { customerManagedKey as clusterCustomerManagedKey } from "./rds-cluster/customer-managed-key";
import { deletionProtection as clusterDeletionProtection } from "./rds-cluster/deletion-protection";
import { engineVersionSupported as clusterEngineVersionSupported } from "./rds-cluster/engine-version-supported";
import { finalSnapshot as clusterFinalSnapshot } from "./rds-cluster/final-snapshot";
import { iamAuthentication as clusterIamAuthentication } from "./rds-cluster/iam-authentication";
import { logsExported as clusterLogsExported } from "./rds-cluster/logs-exported";
import { managedMasterPassword as clusterManagedMasterPassword } from "./rds-cluster/managed-master-password";
import { masterUsername as clusterMasterUsername } from "./rds-cluster/master-username";
import { multiAz as clusterMultiAz } from "./rds-cluster/multi-az";
import { port as clusterPort } from "./rds-cluster/port";
import { statementLogging as clusterStatementLogging } from "./rds-cluster/statement-logging";
import { storageEncrypted as clusterStorageEncrypted } from "./rds-cluster/storage-encrypted";
import { tagged as clusterTagged } from "./rds-cluster/tagged";
import { tlsEnforced as clusterTlsEnforced } from "./rds-cluster/tls-enforced";
import { enhancedMonitoring as memberEnhancedMonitoring } from "./rds-cluster-member/enhanced-monitoring";
import { notPublic as memberNotPublic } from "./rds-cluster-member/not-public";
import { performanceInsights as memberPerformanceInsights } from "./rds-cluster-member/performance-insights";
import { criticalEvents as eventSubscriptionCriticalEvents } from "./rds-event-subscription/critical-events";
import { encrypted as globalClusterEncrypted } from "./rds-global-cluster/encrypted";
import { engineVersionSupported as globalClusterEngineVersionSupported } from "./rds-global-cluster/engine-version-supported";
import { autoMinorVersionUpgrade } from "./rds-instance/auto-minor-version-upgrade";
import { backupPlan as instanceBackupPlan } from "./rds-instance/backup-plan";
import { backupRetention } from "./rds-instance/backup-retention";
import { caCertificate } from "./rds-instance/ca-certificate";
import { copyTagsToSnapshot } from "./rds-instance/copy-tags-to-snapshot";
import { customerManagedKey } from "./rds-instance/customer-managed-key";
import { deletionProtection } from "./rds-instance/deletion-protection";
import { domainSecret } from "./rds-instance/domain-secret";
import { engineVersionSupported } from "./rds-instance/engine-version-supported";
import { enhancedMonitoring } from "./rds-instance/enhanced-monitoring";
import { extendedSupportOff } from "./rds-instance/extended-support-off";
import { finalSnapshot } from "./rds-instance/final-snapshot";
import { hasSecurityGroup } from "./rds-instance/has-security-group";
import { iamAuthentication } from "./rds-instance/iam-authentication";
import { inVpc } from "./rds-instance/in-vpc";
import { logsExported } from "./rds-instance/logs-exported";
import { managedMasterPassword } from "./rds-instance/managed-master-password";
import { masterUsername } from "./rds-instance/master-username";
import { multiAz } from "./rds-instance/multi-az";
import { noInternetEgressRoute } from "./rds-instance/no-internet-egress-route";
import { notInPublicSubnet } from "./rds-instance/not-in-public-subnet";
import { notPublic } from "./rds-instance/not-public";
import { performanceInsights } from "./rds-instance/performance-insights";
import { performanceInsightsCustomerManagedKey } from "./rds-instance/performance-insights-customer-managed-key";
import { port } from "./rds-instance/port";
import { statementLogging } from "./rds-instance/statement-logging";
import { storageEncrypted } from "./rds-instance/storage-encrypted";
import { tagged } from "./rds-instance/tagged";
import { tlsEnforced } from "./rds-instance/tls-enforced";
import { iamAuthentication as proxyIamAuthentication } from "./rds-proxy/iam-authentication";
import { requiresTls as proxyRequiresTls } from "./rds-proxy/requires-tls";
import { encrypted as replicatedBackupEncrypted } from "./rds-replicated-backup/encrypted";
import { encrypted as snapshotEncrypted } from "./rds-snapshot/encrypted";
import { privateSnapshot } from "./rds-snapshot/private";
import { tagged as snapshotTagged } from "./rds-snapshot/tagged";

export type { Answer, AnyControl, Control, Finding, PeerIds, Severity, Undecided } from "./control";
export { severities } from "./control";
export { type ControlId, controlIds } from "./ids";
export { type Judgement, judge } from "./judge";

/** The catalogue: every control, in the order in which gates report them. */
export const controls: readonly AnyControl[] = [
  storageEncrypted,
  customerManagedKey,
  notPublic,
  notInPublicSubnet,
  noInternetEgressRoute,
  tlsEnforced,
  backupRetention,
  deletionProtection,
  finalSnapshot,
  multiAz,
  iamAuthentication,
  enhancedMonitoring,
  performanceInsights,
  performanceInsightsCustomerManagedKey,
  copyTagsToSnapshot,
  autoMinorVersionUpgrade,
  inVpc,
  hasSecurityGroup,
  logsExported,
  statementLogging,
  managedMasterPassword,
  masterUsername,
  port,
  caCertificate,
  engineVersionSupported,
  extendedSupportOff,
  instanceBackupPlan,
  tagged,
  domainSecret,
  clusterStorageEncrypted,
  clusterCustomerManagedKey,
  clusterBackupRetention,
  clusterDeletionProtection,
  clusterFinalSnapshot,
  clusterIamAuthentication,
  clusterMultiAz,
  clusterCopyTagsToSnapshot,
  clusterAutoMinorVersionUpgrade,
  clusterEngineVersionSupported,
  clusterLogsExported,
  clusterTlsEnforced,
  clusterAuditLogging,
  clusterStatementLogging,
  clusterActivityStream,
  clusterBacktrack,
  clusterBackupPlan,
  clusterMasterUsername,
  clusterManagedMasterPassword,
  clusterPort,
  clusterTagged,
  memberNotPublic,
  memberEnhancedMonitoring,
  memberPerformanceInsights,
  globalClusterEncrypted,
  globalClusterEngineVersionSupported,
  privateSnapshot,
  snapshotEncrypted,
  snapshotTagged,
  replicatedBackupEncrypted,
  proxyRequiresTls,
  proxyIamAuthentication,
  activityStreamCustomerManagedKey,
  noEc2ClassicSecurityGroup,
  eventSubscriptionCriticalEvents,
  noPublicIngress,
  sourceIsSecurityGroup,
  noOpenEgress,
  described,
  noPublicIp,
  subnetGroupMultiAz,
  subnetGroupTagged,
  flowLogs,
  closed,
  keyRotation,
  keyPolicyNotPublic,
  keyDeletionWindow,
  keyNotPendingDeletion,
  secretRotation,
  secretCustomerManagedKey,
  secretPolicyNotPublic,
  vaultCustomerManagedKey,
  recoveryPointEncrypted,
  logGroupRetention,
  logGroupEncrypted,
  logGroupPolicyNotPublic,
  rdsProtection,
  rdsConnectScoped,
  dynamodbLeadingKeys,
  databaseAdminNotWildcard,
  tableCustomerManagedKey,
  pointInTimeRecovery,
  tableDeletionProtection,
  scales,
  tableBackupPlan,
  resourcePolicyNotPublic,
  policyRestricted,
  replicaCustomerManagedKey,
  streamConsumerEncrypted,
  tableTagged,
  encryptedAtRest,
  encryptedInTransit,
  daxMultiAz,
];
