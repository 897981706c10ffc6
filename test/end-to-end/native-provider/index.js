/** Stands in for the aws-native provider in a preview: keeps what a program asks for, and knows what AWS would compute. */
const { Server, ServerCredentials, status } = require("@grpc/grpc-js");
const { Empty } = require("google-protobuf/google/protobuf/empty_pb");
const { Struct } = require("google-protobuf/google/protobuf/struct_pb");
const { PluginInfo } = require("@pulumi/pulumi/proto/plugin_pb");
const provider = require("@pulumi/pulumi/proto/provider_pb");
const { ResourceProviderService } = require("@pulumi/pulumi/proto/provider_grpc_pb");
const { unknownValue } = require("@pulumi/pulumi/runtime/rpc");

/** The outputs of a type that no program can set. */
const readOnly = {
  "aws-native:ec2:Vpc": ["vpcId", "defaultSecurityGroup", "defaultNetworkAcl"],
  "aws-native:ec2:Subnet": ["subnetId", "networkAclAssociationId"],
  "aws-native:ec2:RouteTable": ["routeTableId"],
  "aws-native:ec2:InternetGateway": ["internetGatewayId"],
  "aws-native:ec2:SecurityGroup": ["groupId", "awsId"],
  "aws-native:ec2:FlowLog": ["awsId"],
  "aws-native:kms:Key": ["arn", "keyId"],
  "aws-native:logs:LogGroup": ["arn"],
  "aws-native:iam:Role": ["arn", "roleId"],
  "aws-native:sns:Topic": ["topicArn"],
  "aws-native:rds:DbInstance": ["dbInstanceArn", "dbiResourceId", "endpoint"],
  "aws-native:rds:DbSubnetGroup": ["dbSubnetGroupArn"],
  "aws-native:rds:DbParameterGroup": ["dbParameterGroupArn"],
  "aws-native:dynamodb:Table": ["arn", "streamArn"],
  "aws-native:backup:BackupVault": ["backupVaultArn"],
  "aws-native:backup:BackupPlan": ["backupPlanArn", "backupPlanId", "versionId"],
  "aws-native:backup:BackupSelection": ["awsId", "selectionId"],
};

/** The property that the provider fills in where a program names nothing. */
const autonamed = {
  "aws-native:rds:DbInstance": "dbInstanceIdentifier",
  "aws-native:rds:DbSubnetGroup": "dbSubnetGroupName",
  "aws-native:rds:DbParameterGroup": "dbParameterGroupName",
  "aws-native:dynamodb:Table": "tableName",
  "aws-native:backup:BackupVault": "backupVaultName",
};

/** Answers a call with what `make` returns. */
const answer = (make) => (call, callback) => {
  try {
    callback(null, make(call.request));
  } catch (error) {
    callback({ code: status.INTERNAL, details: String(error.stack) });
  }
};

const partsOf = (urn) => {
  const [, , type, name] = urn.split("::");
  return { type: type.split("$").at(-1), name };
};

function check(request) {
  const { type, name } = partsOf(request.getUrn());
  const property = autonamed[type];
  const inputs = request.getNews().toJavaScript();
  return checked(property === undefined ? inputs : { [property]: `${name}-7e57ab1`, ...inputs });
}

function checked(inputs) {
  const response = new provider.CheckResponse();
  response.setInputs(Struct.fromJavaScript(inputs));
  return response;
}

function create(request) {
  if (!request.getPreview()) {
    throw new Error("this stand-in previews only");
  }
  const computed = (readOnly[partsOf(request.getUrn()).type] ?? []).map((name) => [name, unknownValue]);
  const response = new provider.CreateResponse();
  response.setProperties(
    Struct.fromJavaScript({ ...Object.fromEntries(computed), ...request.getProperties().toJavaScript() }),
  );
  return response;
}

function configure() {
  const response = new provider.ConfigureResponse();
  response.setSupportspreview(true);
  return response;
}

const server = new Server();
server.addService(ResourceProviderService, {
  getPluginInfo: answer(() => new PluginInfo()),
  checkConfig: answer((request) => checked(request.getNews().toJavaScript())),
  configure: answer(configure),
  check: answer(check),
  create: answer(create),
  cancel: answer(() => new Empty()),
});
server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
  if (error !== null) {
    throw error;
  }
  process.stdout.write(`${port}\n`);
});
