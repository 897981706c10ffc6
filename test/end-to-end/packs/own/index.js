const { PolicyPack } = require("@pulumi/policy");
const { createPolicies } = require("aws-secure-database/policies");

new PolicyPack("own-policies", {
  policies: [
    ...createPolicies({ controls: ["rds-instance-not-in-public-subnet", "rds-instance-not-public"] }),
    {
      name: "rds-instance-has-owner",
      description: "Every instance says whose it is.",
      enforcementLevel: "advisory",
      validateResource: ({ type, props }, reportViolation) => {
        if (type === "aws:rds/instance:Instance" && props.tags?.owner === undefined) {
          reportViolation("The instance has no tag owner; add one with the name of a team.");
        }
      },
    },
  ],
});
