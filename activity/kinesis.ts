/**
 * What Lambda hands to the consumer.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html
 * https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-windows.html
 */
export interface KinesisBatch {
  readonly Records?: readonly KinesisRecord[];
  /** Of a tumbling window, from the call before. */
  readonly state?: unknown;
  readonly window?: { readonly start: string; readonly end: string };
  /** Of a replay: a record that cannot be read is reported, not put in the dead-letter queue, from which it comes. */
  readonly replay?: boolean;
}

export interface KinesisRecord {
  /** "shardId-000000000000:" and the sequence number. */
  readonly eventID: string;
  readonly eventSourceARN: string;
  readonly kinesis: {
    /** Base64. */
    readonly data: string;
    readonly partitionKey: string;
    readonly sequenceNumber: string;
    /** Seconds since 1970. */
    readonly approximateArrivalTimestamp: number;
  };
}

/** What Lambda is answered. It comes again from the first sequence number on that is named here. */
export interface BatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
  readonly state?: unknown;
}
