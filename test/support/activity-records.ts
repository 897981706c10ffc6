import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { buildEncrypt } from "@aws-crypto/encrypt-node";
import { AlgorithmSuiteIdentifier, CommitmentPolicy } from "@aws-crypto/material-management-node";
import { RawAesKeyringNode, RawAesWrappingSuiteIdentifier } from "@aws-crypto/raw-aes-keyring-node";
import type { ActivityEvent } from "../../activity/events";

// Activity streams are older than key commitment. AWS documents no suite; a record of RDS that was published is of this one.
const { encrypt } = buildEncrypt(CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT);

export type StreamEngine = "aurora-postgresql" | "aurora-mysql";

/** A data key as KMS hands it out: plain and encrypted. */
export interface DataKey {
  readonly plain: Uint8Array;
  readonly encrypted: Uint8Array;
}

export interface RecordOptions {
  readonly clusterId?: string;
  readonly instanceId?: string;
  readonly version?: string;
}

/** The data of a Kinesis record as RDS writes it: `events`, compressed and encrypted under the data key. */
export async function sealedRecord(
  events: readonly unknown[],
  key: DataKey,
  {
    clusterId = "cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    instanceId = "db-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    version = "1.1",
  }: RecordOptions = {},
): Promise<Buffer> {
  const content = JSON.stringify({
    type: "DatabaseActivityMonitoringRecord",
    clusterId,
    instanceId,
    databaseActivityEventList: events,
  });
  return sealed(gzipSync(content), key, version);
}

/** The same around any content, for records that are wrong inside. */
export async function sealed(plaintext: Buffer, { plain, encrypted }: DataKey, version = "1.1"): Promise<Buffer> {
  const keyring = new RawAesKeyringNode({
    keyNamespace: "BC",
    keyName: "DataKey",
    unencryptedMasterKey: Uint8Array.from(plain),
    wrappingSuite: RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
  });
  const { result } = await encrypt(keyring, plaintext, {
    suiteId: AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA256,
  });
  return Buffer.from(
    JSON.stringify({
      type: "DatabaseActivityMonitoringRecords",
      version,
      databaseActivityEvents: result.toString("base64"),
      key: Buffer.from(encrypted).toString("base64"),
    }),
  );
}

/** A data key without KMS: what `fakeKms` decrypts. */
export function localKey(): DataKey {
  const plain = Uint8Array.from(randomBytes(32));
  return { plain, encrypted: Buffer.concat([Buffer.from("kms:"), Buffer.from(plain)]) };
}

export const heartbeat: ActivityEvent = { type: "heartbeat" };

/**
 * An event of aurora-postgresql with every field that AWS documents.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.AuditLog.databaseActivityEventList.html
 */
export function postgresEvent(fields: Partial<ActivityEvent> = {}): ActivityEvent {
  return {
    class: "READ",
    clientApplication: "psql",
    command: "SELECT",
    commandText: "SELECT * FROM orders WHERE id = $1",
    databaseName: "shop",
    dbProtocol: "Postgres 3.0",
    dbUserName: "app",
    endTime: "2026-05-04 10:00:00.250211+00",
    errorMessage: null,
    exitCode: null,
    logTime: "2026-05-04 10:00:00.250000+00",
    netProtocol: "TCP",
    objectName: "public.orders",
    objectType: "TABLE",
    paramList: ["4711"],
    pid: 18251,
    remoteHost: "10.0.1.15",
    remotePort: "49804",
    rowCount: 1,
    serverHost: "10.0.2.20",
    serverType: "PostgreSQL",
    serverVersion: "2.3.1",
    serviceName: "Amazon Aurora PostgreSQL-Compatible edition",
    sessionId: "5ce5f7f0.474b",
    startTime: "2026-05-04 10:00:00.249902+00",
    statementId: 7,
    substatementId: 1,
    transactionId: "1040",
    type: "record",
    ...fields,
  };
}

/** An event of aurora-mysql: the statement itself, of class MAIN. */
export function mysqlEvent(fields: Partial<ActivityEvent> = {}): ActivityEvent {
  return {
    class: "MAIN",
    clientApplication: null,
    command: "QUERY",
    commandText: "INSERT INTO orders (total) VALUES (19.90)",
    databaseName: "shop",
    dbProtocol: "MySQL",
    dbUserName: "app",
    endTime: "2026-05-04 10:00:01.116215+00",
    errorMessage: "",
    exitCode: "0",
    logTime: "2026-05-04 10:00:01.116219+00",
    netProtocol: "TCP",
    objectName: "",
    objectType: "TABLE",
    paramList: null,
    pid: 2830,
    remoteHost: "10.0.1.16",
    remotePort: "11053",
    rowCount: 1,
    serverHost: "master",
    serverType: "MySQL",
    serverVersion: "MySQL 8.0.39",
    serviceName: "Amazon Aurora MySQL",
    sessionId: "725121",
    startTime: "2026-05-04 10:00:01.114703+00",
    statementId: 65466,
    substatementId: 1,
    transactionId: "",
    type: "record",
    ...fields,
  };
}

const connected = { commandText: null, rowCount: null, objectName: null, objectType: null, paramList: [] };

export const postgresConnect = (fields: Partial<ActivityEvent> = {}) =>
  postgresEvent({ command: "CONNECT", class: "MISC", ...connected, ...fields });

export const postgresFailedConnect = (fields: Partial<ActivityEvent> = {}) =>
  postgresConnect({ errorMessage: 'password authentication failed for user "app"', ...fields });

export const mysqlConnect = (fields: Partial<ActivityEvent> = {}) =>
  mysqlEvent({ command: "CONNECT", commandText: "", rowCount: 0, statementId: 0, ...fields });

export const mysqlFailedConnect = (fields: Partial<ActivityEvent> = {}) =>
  mysqlConnect({ command: "FAILED_CONNECT", exitCode: "1045", ...fields });

/** What a database does in a while: statements that succeed and that fail, sessions, and heartbeats between. */
export function someActivity(engine: StreamEngine, count: number): readonly ActivityEvent[] {
  return Array.from({ length: count }, (_, at) => {
    if (at % 10 === 9) {
      return heartbeat;
    }
    const id = { statementId: at + 1, transactionId: String(1000 + at), rowCount: at % 7 };
    if (engine === "aurora-postgresql") {
      const kinds = [
        () => postgresEvent(id),
        () =>
          postgresEvent({ ...id, class: "WRITE", command: "UPDATE", commandText: `UPDATE orders SET total = ${at}` }),
        () => postgresConnect({ sessionId: `5ce5f7f0.${at}` }),
        () => postgresEvent({ ...id, errorMessage: 'relation "ordres" does not exist', rowCount: null }),
        () => postgresEvent({ ...id, class: "MISC", command: "DISCONNECT", ...connected }),
      ];
      return kinds[at % kinds.length]?.() ?? heartbeat;
    }
    const kinds = [
      () => mysqlEvent(id),
      () => mysqlEvent({ ...id, class: "AUX", command: "WRITE", objectName: "orders" }),
      () => mysqlConnect({ sessionId: String(at) }),
      () =>
        mysqlEvent({
          ...id,
          commandText: "SELECT * FROM ordres",
          exitCode: "1146",
          errorMessage: "Table 'shop.ordres' doesn't exist",
        }),
      () => mysqlEvent({ ...id, command: "DISCONNECT", commandText: "" }),
    ];
    return kinds[at % kinds.length]?.() ?? heartbeat;
  });
}
