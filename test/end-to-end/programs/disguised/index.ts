import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const unsafe: aws.rds.InstanceArgs = {
  engine: "postgres",
  engineVersion: "14",
  instanceClass: "db.m6g.large",
  allocatedStorage: 20,
  username: "orders_owner",
  manageMasterUserPassword: true,
  storageEncrypted: false,
  skipFinalSnapshot: true,
};

new aws.rds.Instance("protected", unsafe, { protect: true });
new aws.rds.Instance("renamed", unsafe, { aliases: [{ name: "orders" }] });
new aws.rds.Instance("retained", unsafe, { retainOnDelete: true, deleteBeforeReplace: true });
new aws.rds.Instance("ignored", unsafe, { ignoreChanges: ["storageEncrypted"] });
new aws.rds.Instance("secret", { ...unsafe, storageEncrypted: pulumi.secret(false) });
new aws.rds.Instance("regional", unsafe, { provider: new aws.Provider("ireland", { region: "eu-west-1" }) });

class Platform extends pulumi.ComponentResource {
  constructor(name: string) {
    super("test:disguised:Platform", name);
    new aws.rds.Instance("inside", unsafe, { parent: this });
  }
}
new Platform("platform");

const anybody = {
  actions: ["rds-db:connect"],
  resources: ["arn:aws:rds-db:us-east-1:123456789012:dbuser:*/*"],
};
new aws.iam.Policy("fetched", {
  policy: aws.iam.getPolicyDocument({ statements: [anybody] }).then(({ json }) => json),
});
new aws.iam.Policy("fetched-output", {
  policy: aws.iam.getPolicyDocumentOutput({ statements: [anybody] }).json,
});
const part = aws.iam.getPolicyDocumentOutput({ statements: [anybody] }).json;
new aws.iam.Policy("merged", {
  policy: aws.iam.getPolicyDocumentOutput({ sourcePolicyDocuments: [part] }).json,
});
new aws.iam.Policy("object", {
  policy: {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: anybody.actions, Resource: anybody.resources }],
  },
});
