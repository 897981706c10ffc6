/** An ActivityMonitor of a new cluster, as the page about it shows it; a test makes what both make. */
export const programs = {
  typescript: `import { ActivityMonitor, SecureCluster } from "aws-secure-database";

const orders = new SecureCluster("orders", { engine: "aurora-postgresql" });
const activity = new ActivityMonitor(
  "orders",
  {
    clusterArn: orders.arn,
    clusterResourceId: orders.resourceId,
    engine: "aurora-postgresql",
    mask: ["parameters"],
    detections: { applicationUsers: ["orders_app"], maintenanceWindow: "sun:03:00-sun:05:00" },
    bucket: { expireDays: 400, objectLockDays: 365 },
    table: {},
  },
  // Its stream starts when the cluster has its members.
  { dependsOn: orders },
);

export const topicArn = activity.topicArn;
`,
  yaml: `name: orders
runtime: yaml
packages:
  aws-secure-database: ./aws-secure-database
resources:
  orders:
    type: aws-secure-database:SecureCluster
    properties:
      engine: aurora-postgresql
  activity:
    type: aws-secure-database:ActivityMonitor
    name: orders
    properties:
      clusterArn: \${orders.arn}
      clusterResourceId: \${orders.resourceId}
      engine: aurora-postgresql
      mask: [parameters]
      detections:
        applicationUsers: [orders_app]
        maintenanceWindow: sun:03:00-sun:05:00
      bucket:
        expireDays: 400
        objectLockDays: 365
      table: {}
    options:
      dependsOn:
        - \${orders}
outputs:
  topicArn: \${activity.topicArn}
`,
} as const;
