// A provider with nothing of its own: what the runner and Pulumi's SDK take to start.
const { main } = require("@pulumi/pulumi/provider");

void main({ version: "0.0.1", schema: "{}" }, process.argv.slice(2));
